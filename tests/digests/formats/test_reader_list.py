"""The one document that reader exports comes back as far as it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.library import Library
from reader.model import ListKind, PaperList, Status
from tests.libraries.papers import digest, entry

ALL = PaperList(ListKind.ALL)


def test_a_document_imported_into_an_empty_library_gives_the_same_papers(
    sample: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    sample.import_digest(digest([entry("A [b](c) *d* # e: of Titles", year=1999)], title="More"))
    sample.set_starred([2], True)
    sample.set_status([1], Status.READ)
    sample.set_note(1, "# Mine\n\nText, and a heading\n\n## Note\n\nof the same name.")
    sample.set_note(3, "Plan:\n\n# Status\nread\n\nand think.")
    sample.export_single(tmp_path / "all.md", sample.list_ids(ALL))

    other = open_library(tmp_path / "other")
    read = other.read_digest((tmp_path / "all.md").read_bytes(), "all.md")
    assert read.format == "reader-list"
    other.import_digest(read)

    def known(library: Library) -> list[tuple[object, ...]]:
        found = library.papers(library.list_ids(ALL))
        return sorted(
            (p.title, p.abstract, p.authors, p.year or 0, p.venue, p.status, p.starred,
             p.note.text.strip(), p.identifiers)
            for p in found
        )  # fmt: skip

    assert known(other) == known(sample)


def test_many_authors_are_cut_as_the_document_says(library: Library, tmp_path: Path) -> None:
    names = tuple(f"Ada Tide{letter}" for letter in "abcde")
    library.import_digest(digest([entry("Ferns Count in Threes", authors=names)]))
    library.export_single(tmp_path / "all.md", [1])
    [found] = library.read_digest((tmp_path / "all.md").read_bytes(), "all.md").entries
    assert (found.authors, found.year, found.venue) == (names[:3], None, "")
