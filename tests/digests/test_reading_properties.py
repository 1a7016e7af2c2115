"""Any bytes end in a Digest or a DigestError; importing twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.digests import FORMATS, read
from reader.digests.identity import SHORTEST_SURE_TITLE
from reader.errors import DigestError
from reader.library import Library
from reader.model import Digest, ListKind, PaperList
from tests.digests.formats.test_arxiv_mail import MAIL
from tests.digests.formats.test_bibtex import SHELF as BIBTEX
from tests.digests.formats.test_feed import ARXIV
from tests.digests.formats.test_ris import SHELF as RIS
from tests.digests.formats.test_zotero_csv import CSV
from tests.digests.formats.test_zotero_rdf import RDF

SAMPLES = {"bibtex": BIBTEX, "ris": RIS, "arxiv-mail": MAIL, "feed": ARXIV, "csv": CSV, "rdf": RDF}
SIGNS = [
    *"{}[]()<>\"'\\$%@#&|,;:-\n\t \r", "@article{", "TY  - ", "ER  -", "PMID- ", "%0 ", "%T ",
    "PT J\n", "\\\\\n", "arXiv:2401.00001", "10.5555/x", "https://", "<rss>", "<item>", "<title>",
    "</", "---\n", "title: ", "reader-id: x", "| [a](https://arxiv.org/abs/2401.00001) |",
    '{"title": ', "null", "FN ", "Title,URL", " and ", "\x00", "\ufeff", "\u202e", "é", "𝔸",
]  # fmt: skip
PIECES = st.sampled_from(SIGNS)


def read_or_refused(data: bytes, name: str, format_name: str | None) -> Digest | None:
    """The digest, or None for a DigestError; anything else fails the test."""
    try:
        return read(data, name, format=format_name)
    except DigestError:
        return None


@settings(max_examples=150)
@given(st.binary(max_size=300), st.sampled_from([None, *(known.name for known in FORMATS)]))
def test_any_bytes(data: bytes, format_name: str | None) -> None:
    digest = read_or_refused(data, "x", format_name)
    assert digest is None or digest.data == data


@settings(max_examples=300)
@given(
    st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join),
    st.sampled_from([None, *(known.name for known in FORMATS)]),
)
def test_any_text_of_their_signs(text: str, format_name: str | None) -> None:
    digest = read_or_refused(text.encode("utf-8", "replace"), "x.txt", format_name)
    entries = digest.entries if digest else ()
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    assert all(entry.title for entry in entries)


@settings(max_examples=60)
@given(st.sampled_from(["bibtex", "ris", "arxiv-mail"]), st.floats(0, 1))
def test_a_digest_cut_anywhere_keeps_what_is_whole(name: str, where: float) -> None:
    text = SAMPLES[name]
    whole = [entry.title for entry in read(text.encode()).entries]
    cut = read_or_refused(text[: int(where * len(text))].encode(), "", None)
    titles = [entry.title for entry in cut.entries] if cut and cut.format == name else []
    assert titles[:-1] == whole[: max(0, len(titles) - 1)]


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_imported_again_in_other_bytes_nothing_changes_but_that_it_was_seen(
    open_library: Callable[..., Library], tmp_path: Path, name: str
) -> None:
    library = open_library(tmp_path / name)
    text = SAMPLES[name]
    digest = library.read_digest(text.encode(), "one")
    # With a short title and nothing else nobody can tell whether it is the same paper.
    unsure = sum(
        not e.identifiers and not e.links and len(e.title_key) < SHORTEST_SURE_TITLE
        for e in digest.entries
    )
    first = library.import_digest(digest)
    papers = library.list_ids(PaperList(ListKind.ALL))
    before = [replace(paper, digests=()) for paper in library.papers(papers)]
    second = library.import_digest(library.read_digest((text + "\n").encode(), "two"))

    assert first.new == len(papers)
    assert (second.new, second.known) == (unsure, first.new + first.known - unsure)
    assert [replace(paper, digests=()) for paper in library.papers(papers)] == before
