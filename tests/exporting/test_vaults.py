"""What is exported keeps to the rules of the programs that docs/vaults.md names.

The rules are those of their own documentation: Obsidian's Properties and Tags, Zettlr's YAML front
matter, and for Logseq its Properties, its outline and how its parser reads front matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.data import data_folder
from reader.exporting.escaping import plain, verbatim
from reader.exporting.front_matter import split
from reader.exporting.markdown import own_template, render
from reader.model import Note, Paper
from tests.cli.conftest import Cli
from tests.cli.conftest import cli as cli
from tests.cli.conftest import desktop as desktop
from tests.cli.conftest import filled as filled
from tests.cli.conftest import folder as folder
from tests.cli.conftest import imported_library as imported_library
from tests.cli.conftest import page as page
from tests.exporting.hostile import papers, texts

PAGE = data_folder("resources").parent / "docs" / "vaults.md"
MARKDOWN = (
    "# |## Note|\n|\n\n|---|===|- a|1. b|> q|```|~~~|    code|[x]: y|[x]|**b**|<b>|\\|\t|\r\n"
)
NOTES = texts | st.lists(st.sampled_from(MARKDOWN.split("|")), max_size=20).map("".join)


def front_of(text: str) -> dict[str, object]:
    assert text.startswith("---\n")
    values = yaml.safe_load(split(text).front or "")
    assert isinstance(values, dict)
    return values


def shapes(tokens: list[Token]) -> Iterator[tuple[object, ...]]:
    for token in tokens:
        yield token.type, token.tag, token.content, token.attrs, token.markup
        yield from shapes(token.children or [])


@settings(max_examples=60, deadline=None)
@given(papers(), NOTES)
@example(None, "# Title\n\n" + "word " * 200_000)
@example(None, "- x\n" * 100_000)
def test_another_reader_finds_the_same_fields_and_note(
    paper: Callable[..., Paper], given: Paper | None, note: str
) -> None:
    one = replace(given or paper(), note=Note(note, 1))
    text = render(one)
    values = front_of(text)
    assert values.get("title", "") == plain(one.title)
    assert values.get("authors", []) == [name for name in map(plain, one.authors) if name]
    assert values.get("tags", []) == [tag for tag in map(plain, one.tags) if tag]
    assert (values["status"], values["starred"]) == (one.status.value, one.starred)
    written = verbatim(one.note.text)
    assert split(text).body.endswith(f"## Note\n{written}\n" if written else "")
    if len(written) > 10_000 or not written:
        return
    parser = MarkdownIt("commonmark")
    tokens = list(parser.parse(split(text).body))
    starts = [at for at, one in enumerate(tokens) if one.type == "heading_open" and one.level == 0]
    heading = next(at for at in starts if tokens[at + 1].content == "Note")
    assert list(shapes(tokens[heading + 3 :])) == list(shapes(parser.parse(f"{written}\n")))


@given(papers())
def test_obsidian_knows_the_type_of_each_property(given: Paper) -> None:
    types = {
        "title": str, "authors": list, "year": int, "url": str, "status": str, "starred": bool,
        "tags": list, "added": date, "read": date, "digests": list, "reader-id": str,
    }  # fmt: skip
    for key, value in front_of(render(given)).items():
        assert type(value) is types.get(key, str), key
        assert not isinstance(value, list) or all(isinstance(item, str) for item in value)


@given(papers())
def test_zettlr_finds_front_matter_title_and_tags(given: Paper) -> None:
    lines = render(given).split("\n")
    assert lines[0] == "---"
    assert "---" in lines[1:]
    assert "\t" not in split(render(given)).front
    values = front_of(render(given))
    assert isinstance(values.get("title", ""), str)
    assert isinstance(values.get("tags", []), list)


_BLOCK = re.compile(r"\t*- ")
_GOES_ON = re.compile(r"(\t*)  ")
_PROPERTY = re.compile(r"[A-Za-z][\w.*+!?$%&=<>-]*:: \S.*")


@given(papers(), NOTES)
def test_logseq_reads_an_outline_with_properties(given: Paper, note: str) -> None:
    one = replace(given, note=Note(note, 1), tags=tuple(t for t in map(plain, given.tags) if t))
    body = split(render(one, template=own_template("logseq.md.j2"))).body
    lines = body.removesuffix("\n").split("\n")
    depth = -1
    for line in lines:
        block = _BLOCK.match(line)
        if block:
            assert line.index("-") <= depth + 1
            depth = line.index("-")
        else:
            goes_on = _GOES_ON.match(line)
            assert goes_on, line
            assert len(goes_on.group(1)) == depth
    assert lines[0] == f"- status:: {one.status.value}"
    assert _PROPERTY.fullmatch(lines[0][2:])
    if one.tags:
        assert _PROPERTY.fullmatch(lines[1][2:])
        refs = re.findall(r"\[\[([^\[\]]+)\]\]", lines[1])
        assert refs == [re.sub(r"\[", "(", t).replace("]", ")") for t in one.tags]
    assert sum(line.startswith("- ") for line in lines) <= 4


def test_the_template_for_logseq_is_named_by_the_program(filled: Cli, tmp_path: Path) -> None:
    filled("note", 1, "One.\n\nTwo.")
    filled("tag", 1, "a/b c")
    assert filled("export", tmp_path / "graph", "--template", "logseq").status == 0
    [file] = [p for p in (tmp_path / "graph").glob("*.md") if "One." in p.read_text("utf-8")]
    body = split(file.read_text(encoding="utf-8")).body
    assert body.startswith("- status:: inbox\n  tags:: [[a/b c]]\n")
    assert body.endswith("- ## Note\n\t- One.\n\t  \n\t  Two.\n")


def blocks(kind: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("template", blocks("jinja") if PAGE.exists() else [])
def test_the_templates_of_the_page_can_be_used(paper: Callable[..., Paper], template: str) -> None:
    body = split(render(paper(citation_key="gu2023mamba"), template=template)).body
    assert "Compare with S4." in body


def test_the_page_names_only_properties_that_are_there(paper: Callable[..., Paper]) -> None:
    [query] = blocks("dataview")
    values = front_of(render(paper()))
    words = set(re.findall(r"\b[a-z-]+\b", re.sub(r'"[^"]*"|file\.\w+', "", query)))
    assert words - {"as", "asc", "desc", "and", "or", "contains"} <= set(values)
