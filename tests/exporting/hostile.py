"""Papers as nobody should write them: every kind of sign, in every field, for property tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from reader.exporting.citation_keys import free_key
from reader.model import Highlight, Identifier, Link, LinkKind, Note, Paper, Status

SYNTAX = (
    "{}\\\\%$#&_~^\"'<>=+-@\t\r\n,;:|[]()!`*\0\x1b\u202e\u2028\ufeff\ud800é漢😀 and <script>"
    "</style><img src=x onerror=alert(1)>\nER  - \nTY  - JOUR\n@article{x,]]>&lt;javascript:"
)
WORDS = st.sampled_from(
    [
        *("BERT", "LoRA", "$x^2$", "\\alpha", "\\", "}", "{", "=1+1", "@article{a,", "and", '"'),
        *("<script>alert(1)</script>", "](javascript:x)", "![x](file:///etc/passwd)", "--", "\r\n"),
        "\nER  - \n",
    ]
)
texts = st.lists(
    WORDS | st.text(st.sampled_from(SYNTAX) | st.characters(), max_size=12), max_size=6
).map(" ".join)
identifiers = st.lists(
    st.builds(Identifier, st.sampled_from(["doi", "arxiv", "acl", "pubmed"]), texts), max_size=2
).map(tuple)
links = st.lists(
    st.builds(Link, st.sampled_from(LinkKind), texts | texts.map(lambda t: f"https://e.org/{t}")),
    max_size=2,
).map(tuple)
_NOW = datetime(2026, 5, 1, tzinfo=UTC)


@st.composite
def papers(draw: st.DrawFn, text: st.SearchStrategy[str] = texts) -> Paper:
    """A paper with its citation key."""
    colours = st.sampled_from(["yellow", "green", "blue", "pink"])
    highlight = st.builds(
        Highlight, st.just(1), st.just("abstract"), text, text, text, colours, text
    )
    paper = Paper(
        id=1,
        reader_id=f"id-{draw(st.integers(1, 10**6))}",
        title=draw(text),
        abstract=draw(text),
        authors=tuple(draw(st.lists(text, max_size=3))),
        year=draw(st.none() | st.integers(1, 9999)),
        venue=draw(text),
        status=draw(st.sampled_from(Status)),
        starred=draw(st.booleans()),
        tags=tuple(draw(st.lists(text, max_size=3))),
        identifiers=draw(identifiers),
        links=draw(links),
        note=Note(draw(text), 1),
        highlights=tuple(draw(st.lists(highlight, max_size=2))),
        digests=(),
        added_at=_NOW,
        read_at=draw(st.none() | st.just(_NOW)),
    )
    return _keyed(paper)


def _keyed(paper: Paper) -> Paper:
    return replace(paper, citation_key=free_key(paper, ()))
