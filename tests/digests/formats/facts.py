"""What tests of formats compare: the fields of an entry as short plain values."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.digests import read
from reader.digests.identifiers import written
from reader.model import Digest, Entry, Status
from tests.digests.made_up_pages import CORPUS

PAPER = "https://arxiv.org/abs/2401.00001"
SAVED = datetime(2020, 9, 17, 5, 58, 42, tzinfo=UTC)
"""When read-later services of our samples saved it: 1600322322 seconds since 1970."""

ADDED = datetime(2024, 3, 1, 8, tzinfo=UTC)
ANEMONES = ("Anemones", ("Ada Tide", "Bruno Reef"), 2024, "Slow Animals", ("doi:10.5555/anemones",))
BRIDGES = ("Bridges", ("Chloe Span",), 2023, "", ("arXiv:2301.00002",))
"""The papers on the shelf of Zotero and Papis."""

ENDNOTE = (
    (
        "Anemones in the bay",
        ("Ada Tide", "Bruno Reef"),
        2024,
        "Journal of Slow Animals",
        ("doi:10.5555/anemones",),
    ),
    ("Bridges", ("Chloe Span",), 2023, "Crossings", ()),
    ("cloud22", (), None, "", ()),
)
"""The papers on the shelf of EndNote."""


def facts(entry: Entry) -> tuple[str, tuple[str, ...], int | None, str, tuple[str, ...]]:
    """Title, authors, year, venue and identifiers."""
    names = tuple(written(name) for name in entry.identifiers)
    return entry.title, entry.authors, entry.year, entry.venue, names


def brief(entry: Entry) -> tuple[str, str, Status | None, bool, tuple[str, ...]]:
    """Title, address, status, star and tags."""
    marks = entry.marks
    return entry.title, entry.links[0].url, marks.status, marks.starred, marks.tags


def links(entry: Entry) -> dict[str, str]:
    """Addresses by kind, the last of each kind."""
    return {str(link.kind): link.url for link in entry.links}


def of_text(text: str, name: str = "") -> Digest:
    """The digest of a text, its format recognised."""
    return read(text.encode(), name)


def of_cut_json(document: object, before: str) -> Digest:
    """The digest of a JSON document that breaks off before a text."""
    text = json.dumps(document)
    return of_text(text[: text.index(before)])


def of_corpus(name: str) -> Digest:
    """The digest of a file of the corpus; skips the test where there is none."""
    path: Path = CORPUS / name
    if not path.is_file():
        pytest.skip("the corpus is not beside the checkout")
    return read(path.read_bytes(), path.name)
