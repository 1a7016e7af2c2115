"""Notes begin by templates: ours, and the person's own in their place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from reader.errors import EditError, NotFoundError
from reader.exporting.note_form import fill_note
from reader.library import Library
from reader.operations.anchoring import Anchor
from reader.settings.places import note_templates_folder
from tests.exporting.conftest import make
from tests.exporting.hostile import texts

SHIPPED = ["Critique", "Method", "Reading group", "Summary"]


def own(name: str, text: str | bytes) -> Path:
    """A template of the person's."""
    folder = note_templates_folder()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_some_come_with_the_program(sample: Library) -> None:
    assert [one.name for one in sample.note_templates()] == SHIPPED
    for name in SHIPPED:
        filled = sample.fill_note_template(name, 1)
        assert "### " in filled.text
        assert "{" not in filled.text
        assert 0 < filled.cursor < len(filled.text)


def test_ones_own_come_in_their_place_and_beside(sample: Library) -> None:
    own("SUMMARY.md", "Mine of {{ title }}.")
    own("First-look.md.j2", "A{{ cursor }}B")
    own("notes.txt", "no template")
    own(".hidden.md", "no template")
    (note_templates_folder() / "folder.md").mkdir()
    known = {one.name: one.own for one in sample.note_templates()}
    assert known == {
        "Critique": False,
        "First look": True,
        "Method": False,
        "Reading group": False,
        "SUMMARY": True,
    }
    title = sample.paper(1).title
    assert sample.fill_note_template("summary", 1).text == f"Mine of {title}."
    filled = sample.fill_note_template("first look", 1)
    assert (filled.text, filled.cursor) == ("AB", 1)


def test_highlights_are_what_a_critique_is_of(sample: Library) -> None:
    sample.highlight(1, "abstract", Anchor("anemones", "", ""), comment="Soft?")
    text = sample.fill_note_template("Critique", 1).text
    assert "> anemones\n>\n> — Soft?\n" in text


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("one\ntwo {% if %}", "line 2", "Expected"),
        ("one\n\n{{ titel }}", "line 3", "titel"),
        ("{{ title }}\n{{ 1 / 0 }}", "line 2", "zero"),
        ("a\n{{ paper.__class__.__mro__ }}", "line 2", "unsafe"),
        ("{% include 'secret' %}", "line 1", "loader"),
        (b"fine\n\xff\n", "line 2", "UTF-8"),
    ],
)
def test_a_broken_one_says_where_and_what(
    sample: Library, text: str | bytes, line: str, reason: str
) -> None:
    file = own("Broken.md", text)
    with pytest.raises(EditError, match=reason) as caught:
        sample.fill_note_template("Broken", 1)
    assert f"{file}, {line}." in str(caught.value)
    assert "Broken" in str(caught.value)


def test_one_that_is_not_there_names_those_that_are(sample: Library) -> None:
    with pytest.raises(NotFoundError, match="Critique, Method, Reading group, Summary"):
        sample.fill_note_template("Sumary", 1)


@given(texts, texts)
def test_what_a_paper_says_is_text_in_a_note(title: str, author: str) -> None:
    paper = make(title=title, authors=(author,))
    template = "{{ title }}\n\n{{ authors|join('; ') }}{{ cursor }}"
    filled = fill_note(template, paper, date(2026, 5, 1))
    kinds = {token.type for token in MarkdownIt().parse(filled.text)}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close"}
    assert filled.cursor == len(filled.text)
