"""Prints how fast the library and the window are with 10,000 papers; see `make bench`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from reader.library import Library
from reader.model import ListKind, PaperList, Sort, Status
from tests.benchmarks import corpus
from tests.benchmarks.exports import export_rows
from tests.benchmarks.measuring import Row, timed, times
from tests.benchmarks.window import window_rows

TITLES_TYPED = 40


def library_rows(folder: Path, count: int) -> list[Row]:
    """What the library does, from the first import on; leaves it filled in ``folder``."""
    made = corpus.one_digest(count)
    with Library(folder / "import") as library:
        rows = [Row(f"import {count:,} papers", [timed(lambda: library.import_digest(made))], 15)]
        rows.append(Row("undo that import", [timed(library.undo)]))
    with Library(folder / "library") as library:
        corpus.fill(library, count)
        rows.append(Row("build the search index", [timed(library.update_index)]))
        rows += _searching(library, count)
        rows += _lists(library)
        rows += _acting(library, count)
    opened = times(5, lambda _: Library(folder / "library").close())
    return [*rows, Row("open the library", opened)]


def _searching(library: Library, count: int) -> list[Row]:
    step = max(1, count // TITLES_TYPED)
    titles = [row.title for row in library.rows(range(1, count + 1, step))][:TITLES_TYPED]
    typed = [title[:end] for title in titles for end in range(1, min(len(title), 60) + 1)]
    keys = times(len(typed), lambda n: library.search(typed[n]))
    again = times(len(typed), lambda n: library.search(typed[n]))
    found = [library.search(title[:12]) for title in titles]
    pages = times(len(titles), lambda n: library.snippets(titles[n][:12], found[n].ids[:30]))
    return [
        Row(f"a key of {TITLES_TYPED} titles typed ({len(typed):,} keys)", keys, 0.2),
        Row("the same, typed again", again),
        Row("snippets of 30 rows", pages),
    ]


def _lists(library: Library) -> list[Row]:
    rows = [Row("counts", times(20, lambda _: library.counts()))]
    for kind in ListKind:
        value = {ListKind.TAG: "nlp", ListKind.DIGEST: "1"}.get(kind, "")
        papers = PaperList(kind, value)
        each = [timed(partial(library.list_ids, papers, sort)) for sort in Sort for _ in range(4)]
        rows.append(Row(f"ids of the list “{kind.value}”, any order", each))
    ids = library.list_ids(PaperList(ListKind.ALL))
    rows.append(
        Row("a page of 60 rows", times(50, lambda n: library.rows(ids[n * 60 : n * 60 + 60])))
    )
    return rows


def _acting(library: Library, count: int) -> list[Row]:
    def mark(n: int) -> None:
        library.set_status([count - n], Status.READ)
        library.counts()

    def star(n: int) -> None:
        library.set_starred([count - n], n % 2 == 0)

    marks = times(50, mark)
    library.set_starred(range(count - 50, count + 1), False)
    starred = []
    for n in range(50):
        library.set_starred([count - n], True)
        starred.append(timed(library.undo))

    def note(n: int) -> None:
        library.set_note(count - n, "A note that is searched for at once.")
        library.update_index()

    return [
        Row("a status and the counts", marks, 0.03),
        Row("a star", times(50, star)),
        Row("undo of a star", starred),
        Row("a note, saved and indexed", times(10, note)),
    ]


def show(rows: Sequence[Row]) -> None:
    """Prints the table, in milliseconds."""
    table = Table("what", box=None, pad_edge=False)
    for heading in ("p50 ms", "p95 ms", "worst ms", "goal ms"):
        table.add_column(heading, justify="right")
    for row in rows:
        missed = row.goal is not None and row.worst > row.goal
        goal = "" if row.goal is None else f"{row.goal * 1000:,.0f}"
        figures = (row.percentile(50), row.percentile(95), row.worst)
        table.add_row(
            row.what,
            *(f"{seconds * 1000:,.1f}" for seconds in figures),
            goal + " missed" * missed,
            style="bold" if missed else "",
        )
    Console().print(table)


def main() -> None:
    """Measures and prints."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        rows = [*library_rows(folder, count), *export_rows(folder, count)]
        show([*rows, *window_rows(folder / "library")])


if __name__ == "__main__":
    main()
