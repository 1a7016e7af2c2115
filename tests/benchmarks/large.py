"""A library of 100,000 papers as years of daily digests would leave it; made once and kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import platformdirs

from reader.library import Library
from reader.model import Digest, Status
from tests.benchmarks import corpus
from tests.libraries.papers import digest

PAPERS = 100_000
DIGESTS = 250
# Part of the kept library's name: another number when another library is wanted.
_MADE_LIKE = 1


def large_library(folder: Path) -> Path:
    """A copy in ``folder`` of the large library, which is made first where it is not kept."""
    real = "real" if corpus.REAL.is_file() else "invented"
    name = f"{PAPERS}-{real}-{_MADE_LIKE}"
    kept = Path(platformdirs.user_cache_dir("reader-benchmarks", appauthor=False)) / name
    if not kept.is_dir():
        half = kept.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        with Library(half) as library:
            _fill(library)
        half.rename(kept)
    copy = shutil.copytree(kept, folder / "library")
    if hasattr(os, "sync"):  # else the first key waits until all of it is on the disk
        os.sync()
    return copy


def _fill(library: Library) -> None:
    """Digests a day apart, and what a person did with their papers: most still wait."""
    print(f"Making a library of {PAPERS:,} papers (once; takes some minutes)…", flush=True)
    for made in _digests():
        library.import_digest(made)
    ids = range(1, PAPERS + 1)
    library.set_status(ids[: PAPERS // 4], Status.READ)
    library.set_status(ids[PAPERS // 4 : PAPERS * 3 // 8], Status.SKIPPED)
    library.set_status(ids[PAPERS * 3 // 8 : PAPERS * 3 // 8 + 500], Status.QUEUED)
    library.set_status(ids[PAPERS * 3 // 8 + 500 : PAPERS * 3 // 8 + 510], Status.READING)
    library.set_starred(ids[::20], True)
    for number in range(40):
        name = f"field-{number // 8}/topic-{number}"
        library.add_tags(ids[number :: 200 + number], [name])
    for paper_id in ids[::50]:
        library.set_note(paper_id, f"Note on {paper_id}: compare with the one before.")
    library.save_smart_list("Unread on language", "language is:unread")
    library.update_index()


def _digests() -> Iterator[Digest]:
    papers, size = _papers(), PAPERS // DIGESTS
    first = date(2026, 4, 28) - timedelta(days=DIGESTS)
    for number in range(DIGESTS):
        yield digest(
            (corpus.as_entry(paper) for paper in islice(papers, size)),
            title=f"Digest {number + 1}",
            date=first + timedelta(days=number),
            data=b"digest %d" % number,
        )


def _papers() -> Iterator[dict[str, object]]:
    """As many as there are, then the same under other titles."""
    again = 0
    while True:
        for paper in corpus.papers(PAPERS):
            part = f" Part {again + 1}" if again else ""
            yield paper | {"title": f"{paper['title']}{part}"}
        again += 1
