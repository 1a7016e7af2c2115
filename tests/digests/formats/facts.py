"""What tests of formats compare: the fields of an entry as short plain values."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.digests import read
from reader.digests.identifiers import written
from reader.model import Digest, Entry
from tests.digests.made_up_pages import CORPUS


def facts(entry: Entry) -> tuple[str, tuple[str, ...], int | None, str, tuple[str, ...]]:
    """Title, authors, year, venue and identifiers."""
    names = tuple(written(name) for name in entry.identifiers)
    return entry.title, entry.authors, entry.year, entry.venue, names


def links(entry: Entry) -> dict[str, str]:
    """Addresses by kind, the last of each kind."""
    return {str(link.kind): link.url for link in entry.links}


def of_text(text: str, name: str = "") -> Digest:
    """The digest of a text, its format recognised."""
    return read(text.encode(), name)


def of_corpus(name: str) -> Digest:
    """The digest of a file of the corpus; skips the test where there is none."""
    path: Path = CORPUS / name
    if not path.is_file():
        pytest.skip("the corpus is not beside the checkout")
    return read(path.read_bytes(), path.name)
