"""What reader exports comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.library import Library
from reader.model import ListKind, PaperList, Status
from reader.operations.gathering import digest_files

ALL = PaperList(ListKind.ALL)


def test_an_exported_folder_imported_into_an_empty_library_gives_the_same_papers(
    sample: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    sample.set_starred([1], True)
    sample.add_tags([1, 2], ["animals/slow", "größe"])
    sample.set_status([2], Status.READ)
    sample.set_status([3], Status.SKIPPED)
    sample.set_note(1, "# Mine\n\nWith a rule:\n\n---\n\n> [!abstract] not this\n\nand *stars*.")
    sample.export(tmp_path / "notes", sample.list_ids(ALL))

    other = open_library(tmp_path / "other")
    for file in digest_files([tmp_path / "notes"]):
        if file.name != "index.md":
            [digest] = other.read_digests(file.read_bytes(), file.name)
            assert digest.format == "reader-notes"
            other.import_digest(digest)

    def known(library: Library) -> list[tuple[object, ...]]:
        found = library.papers(library.list_ids(ALL))
        return sorted(
            (p.title, p.abstract, p.authors, p.year, p.status, p.starred, p.tags, p.note.text.strip(),
             p.identifiers, p.added_at.date(), p.read_at.date() if p.read_at else None)
            for p in found
        )  # fmt: skip

    assert known(other) == known(sample)
