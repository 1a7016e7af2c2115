"""How long exporting many annotated papers takes: at first, again, and as they change."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reader.exporting.formats import EXPORT_FORMATS, ExportFormat
from reader.library import Library
from reader.model import ListKind, PaperList, Status
from reader.operations.anchoring import anchor
from tests.benchmarks import corpus
from tests.benchmarks.measuring import Row, timed, times

_NOTE = """\
Compare with the **second** figure of [[{title}]].

- [ ] read the appendix
- what is kept: $O(n \\log n)$ of the memory

> A quotation, number {number}.
"""


def export_rows(folder: Path, papers: int) -> list[Row]:
    """Exports a library of so many annotated papers in every way there is."""
    vault = folder / "vault"
    with Library(folder / "annotated") as library:
        library.import_digest(corpus.one_digest(papers))
        _annotate(library)
        ids = library.exportable_ids()
        first = timed(lambda: library.export(vault, ids))
        again = times(5, lambda _: library.export(vault, library.exportable_ids()))
        library.keep_exported(vault)

        def note(n: int) -> None:
            library.set_note(ids[n], f"Number {n} is new.")
            library.refresh_kept([ids[n]])

        def other(format: ExportFormat) -> None:
            file = folder / f"papers{format.suffixes[0]}"
            if format.write is None:
                library.export_library(file)
            else:
                library.export_as(file, ids, format.name)

        return [
            Row(f"first export of {len(ids):,} notes", [first]),
            Row("export again, nothing new", again, 1.5),
            Row("a note, saved and kept exported", times(20, note), 0.2),
            *(
                Row(f"export as {format.title}", [timed(partial(other, format))])
                for format in EXPORT_FORMATS
            ),
        ]


def _annotate(library: Library) -> None:
    """A note for each paper, a highlight in each abstract, and a status or star for some."""
    ids = library.list_ids(PaperList(ListKind.ALL))
    for paper in library.papers(ids):
        library.set_note(paper.id, _NOTE.format(title=paper.title, number=paper.id))
        if paper.abstract:
            passage = anchor(paper.abstract, 0, min(40, len(paper.abstract)))
            library.highlight(paper.id, "abstract", passage, comment="Why?")
    library.set_starred(ids[::3], True)
    library.set_status(ids[::2], Status.READ)
