from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.errors import ExportError
from reader.exporting.escaping import inline, plain
from reader.exporting.front_matter import split
from reader.exporting.markdown import render, render_index, render_single
from reader.model import Highlight, Identifier, Link, LinkKind, Paper

MakePaper = Callable[..., Paper]
PIECES = (
    "---|\n|\n\n|: |](javascript:x)|[|<script>|<!--|`|```|**|# |> |- |1. |1)|\\|&lt;|==|<http://a.b>"
    "|    |\t|~~|![|{{ x }}|{% raw %}|\u202e|\x00|\u2028|\ud800|a|é|_|$|'"
)
HOSTILE = st.text() | st.lists(st.sampled_from(["|", *PIECES.split("|")]), max_size=12).map("".join)

EXPECTED = """\
---
title: "Mamba: Linear-Time Sequence Modeling with Selective State Spaces"
authors: [Albert Gu, Tri Dao]
year: 2023
arxiv: "2312.00752"
url: https://arxiv.org/abs/2312.00752
status: read
starred: true
tags: [ssm, nlp/long-context]
added: 2026-04-28
read: 2026-05-02
digests: ["Trending papers, Apr 28"]
reader-id: 01JSZ5D8Q6V3M4N7P9R2T1W0XA
---
> [!abstract]- Abstract
> Foundation models, now powering most applications.

## Highlights
- ==now powering== — *yellow* — why?

## Note
Compare with S4.
"""


def tokens(text: str) -> Iterator[Token]:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(split(text).body):
        yield token
        yield from token.children or []


def shown(text: str) -> str:
    return "".join(
        token.content for token in tokens(text) if token.type in {"text", "text_special"}
    )


def test_a_paper_reads_as_the_design_shows(paper: MakePaper) -> None:
    assert render(paper()) == EXPECTED


def test_a_highlight_has_its_colour_its_comment_and_whether_it_is_in_the_text(
    paper: MakePaper,
) -> None:
    marked = (
        Highlight(1, "title", "Mamba", "", "", "green"),
        Highlight(2, "abstract", "a == b", "", "", "pink", "*why*?"),
        Highlight(3, "abstract", "gone", "", "", "blue", "once", orphaned=True),
        Highlight(4, "abstract", "lost", "", "", "yellow", orphaned=True),
    )
    assert render(paper(highlights=marked)).split("## Highlights\n")[1].split("\n\n")[0] == (
        "- ==Mamba== — *green*\n"
        "- ==a \\=\\= b== — *pink* — \\*why\\*?\n"
        "- ==gone== — *blue*, no longer in the text — once\n"
        "- ==lost== — *yellow*, no longer in the text"
    )


def test_what_a_paper_does_not_have_is_left_out(paper: MakePaper) -> None:
    bare = paper(
        abstract="",
        authors=(),
        year=None,
        tags=(),
        identifiers=(),
        note="",
        highlights=(),
        digests=(),
    )
    front, body = split(render(bare)).front, split(render(bare)).body
    assert body == ""
    assert list(yaml.safe_load(front or "")) == [
        "title", "status", "starred", "added", "read", "reader-id",
    ]  # fmt: skip


@given(HOSTILE, st.lists(HOSTILE, max_size=3), st.lists(HOSTILE, max_size=3))
def test_front_matter_is_the_same_for_another_reader(
    paper: MakePaper, title: str, authors: list[str], tags: list[str]
) -> None:
    text = render(paper(title=title, authors=tuple(authors), tags=tuple(tags)))
    values = yaml.safe_load(split(text).front or "")
    assert values.get("title", "") == plain(title)
    assert values.get("authors", []) == [a for a in map(plain, authors) if a]
    assert values.get("tags", []) == [t for t in map(plain, tags) if t]
    assert values["reader-id"] == paper().reader_id


@given(HOSTILE, HOSTILE)
@example("---\n", "</p><img src=x>\n\n[a]: javascript:x\n\n[a]")
@example("x\n===", "- [ ] a\n\n\n    code")
def test_nothing_breaks_out_of_the_abstract_and_highlights(
    paper: MakePaper, abstract: str, quote: str
) -> None:
    highlight = Highlight(1, "abstract", quote, "", "", quote, quote)
    text = render(paper(abstract=abstract, highlights=(highlight,), note=""))
    kinds = {token.type for token in tokens(text)}
    assert kinds <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline",
        "text",
        "text_special", "softbreak", "heading_open", "heading_close", "bullet_list_open",
        "bullet_list_close", "list_item_open", "list_item_close", "em_open", "em_close",
    }  # fmt: skip
    assert [t.content for t in tokens(text) if t.type == "inline"].count("Highlights") == 1


@given(HOSTILE)
def test_escaped_text_is_shown_as_it_was(text: str) -> None:
    assert shown(inline(text) + "\n").strip() == plain(text)


@given(HOSTILE, st.lists(HOSTILE, max_size=4))
def test_index_and_single_document_hold_only_their_own_links(
    paper: MakePaper, title: str, authors: list[str]
) -> None:
    one = paper(title=title, authors=tuple(authors), venue=title, note="", highlights=())
    index = render_index([one], {one.reader_id: "sub/a (b) [c] <d>.md"})
    single = render_single([one])
    for text, address in (
        (index, "sub/a%20%28b%29%20%5Bc%5D%20%3Cd%3E.md"),
        (single, "https://arxiv.org/abs/2312.00752"),
    ):
        found = list(tokens(text))
        assert [t.attrs["href"] for t in found if t.type == "link_open"] == [address]
        assert not any(t.type.startswith(("html", "image", "code", "fence")) for t in found)


def test_the_note_is_verbatim(paper: MakePaper) -> None:
    note = "# Mine\n\n[x](y) <b>\n\n  * {{ a }} {% b %}\n\n```\n## code\n```"
    assert render(paper(note=note + "\r\n")).endswith("## Note\n" + note + "\n")


def test_only_web_addresses_are_written(paper: MakePaper) -> None:
    links = (Link(LinkKind.PAGE, "javascript:alert(1)"), Link(LinkKind.PDF, "https://a.b/c d)"))
    text = render(paper(links=links, identifiers=(Identifier("title", "x"),)))
    assert yaml.safe_load(split(text).front or "")["url"] == "https://a.b/c%20d%29"


def test_a_template_of_the_person_decides_the_body_and_cannot_forget_to_escape(
    paper: MakePaper,
) -> None:
    text = render(paper(title="<b>", note="*mine*"), template="{{ paper.title }}|{{ note }}")
    assert split(text).body == "\\<b\\>|*mine*\n"


@pytest.mark.parametrize(
    "template",
    [
        "{% if %}",
        "{{ nothing }}",
        "{{ paper.__class__.__mro__ }}",
        "{{ 1 / 0 }}",
        "{{ note.foo() }}",
        "{% include 'x' %}",
        "{{ range(10000000) | list }}",
        "{{ [].append(1).x }}",
    ],
)
def test_a_bad_template_is_explained(paper: MakePaper, template: str) -> None:
    with pytest.raises(ExportError, match="template"):
        render(paper(), template=template)
