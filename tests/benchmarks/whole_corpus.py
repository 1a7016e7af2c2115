"""Imports the whole corpus twice and looks at what was put together: `make bench-corpus`.

First as JSON Lines into an empty library, then as BibTeX on top of it: each paper of the second
digest should be known as the one at the same place of the first. Prints times, peaks of memory,
every merge within the first digest, and every paper of the second that was taken for another one.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader.library import Library
from reader.model import Digest, Entry, Match, PlannedEntry
from tests.benchmarks import corpus
from tests.benchmarks.formats import FORMATS

T = TypeVar("T")
_ALL = 1_000_000
_SHOWN = 20


def main() -> None:
    """Prints what it measures as it goes."""
    papers = list(corpus.papers(_ALL if corpus.REAL.is_file() else 5_000))
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder)) as library:
        first = _read(library, FORMATS["conference"][0](papers), "conference")
        plan = _timed("planned", lambda: library.plan_import(first))
        for row in plan.rows:
            if row.earlier is not None and row.match is Match.KNOWN:
                _show("merged", row.entry, plan.rows[row.earlier].entry)
        _count(plan.rows)
        _timed("imported", lambda: library.import_digest(first))
        second = _read(library, FORMATS["bibtex"][0](papers), "bibtex")
        plan = _timed("planned", lambda: library.plan_import(second))
        _count(plan.rows)
        _judge(library, first, plan.rows)
        _timed("imported", lambda: library.import_digest(second))
        print(f"{_megabytes(resource.RUSAGE_SELF):,} MB, those of the parent at its peak")


def _read(library: Library, text: str, name: str) -> Digest:
    data = text.encode()
    print(f"\n{name}: {len(data) / 1e6:.0f} MB")
    digest = _timed("read", lambda: library.read_digest(data, "corpus", format=name))
    child = _megabytes(resource.RUSAGE_CHILDREN)
    print(f"{len(digest.entries):,} entries, {child:,} MB those of the child at its peak")
    return digest


def _judge(library: Library, first: Digest, rows: tuple[PlannedEntry, ...]) -> None:
    """Papers of the second digest that are not the ones at their places in the first."""
    named = {e.position: e.paper_id for e in library.digest_entries(1)}
    others = [
        (row, at)
        for at, row in enumerate(rows, 1)
        if row.match is Match.KNOWN and row.paper_id != named[at]
    ]
    missed = [row for row in rows if row.match is not Match.KNOWN]
    print(f"{len(others)} taken for another paper, {len(missed)} not known again")
    for row, at in others[:_SHOWN]:
        _show("taken for another", row.entry, first.entries[at - 1])
    for row in missed[:_SHOWN]:
        print(f"  not known again: {row.entry.title} ({row.match.value})")


def _count(rows: tuple[PlannedEntry, ...]) -> None:
    counts = Counter(row.match.value for row in rows)
    print(", ".join(f"{number:,} {match}" for match, number in counts.items()))


def _show(words: str, one: Entry, other: Entry) -> None:
    for entry in (one, other):
        who = f"{', '.join(entry.authors[:3])}; {entry.year}, {entry.venue}"
        print(f"  {words}: {entry.title} ({who})")


def _timed(words: str, work: Callable[[], T]) -> T:
    started = time.perf_counter()
    outcome = work()
    print(f"{words} in {time.perf_counter() - started:.1f} s", flush=True)
    return outcome


def _megabytes(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1000


if __name__ == "__main__":
    main()
