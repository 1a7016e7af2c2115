"""Prints what reader finds in each file of the corpus beside what it holds; see `make corpus`.

The corpus lies beside the project, not in it. Ends with status 1 when a file does not agree.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz
from rich.console import Console
from rich.table import Table

from reader.digests import read
from reader.digests.identity import SHORTEST_SURE_TITLE, title_key
from reader.errors import DigestError
from tests.digests.made_up_pages import CORPUS

ALIKE = 90
"""The likeness, in per cent, of a title found and the beginning of one expected."""

COUNTED_OTHERWISE = {"md_awesome/awesome-llm__README.md": 64}
"""Distinct papers, where EXPECTED.tsv counts links to arXiv, OpenReview and the ACL Anthology."""

DECIDED = {
    "arxiv_api/arxiv.py__id_abc_s0_m100_b79c8dcf6bc3.json": "an error in the form of an entry",
    "opml/listparser__feeds.opml": "lists subscriptions, not papers",
}
"""Files whose count is of something else than papers: they are refused."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A line of EXPECTED.tsv. ``entries`` is None where a file was cut: all that is whole."""

    file: str
    entries: int | None
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file gave: the recognised format, its titles and warnings, or why it was refused."""

    format: str = ""
    titles: tuple[str, ...] = ()
    warnings: int = 0
    refusal: str = ""


def expectations() -> list[Expected]:
    """What the corpus says of its files; nothing when it is not there."""
    path = CORPUS / "EXPECTED.tsv"
    return list(_lines(path)) if path.is_file() else []


def outcome_of(expected: Expected) -> Outcome:
    """Reads a file of the corpus, recognising its format."""
    path = CORPUS / expected.file
    try:
        digest = read(path.read_bytes(), path.name)
    except DigestError as error:
        return Outcome(refusal=str(error))
    titles = tuple(entry.title for entry in digest.entries)
    return Outcome(digest.format, titles, len(digest.warnings))


def titles_found(expected: Expected, outcome: Outcome) -> int:
    """How many of the expected titles are there."""
    found = [title_key(title) for title in outcome.titles]
    return sum(any(_alike(title_key(title), key) for key in found) for title in expected.titles)


def agrees(expected: Expected, outcome: Outcome) -> bool:
    """Whether a file gave what it holds."""
    if expected.file in DECIDED:
        return bool(outcome.refusal)
    if expected.entries is None:
        return bool(outcome.titles) and outcome.warnings > 0
    entries = COUNTED_OTHERWISE.get(expected.file, expected.entries)
    counted = len(outcome.titles) == entries
    return counted and titles_found(expected, outcome) == len(expected.titles)


def _alike(expected: str, found: str) -> bool:
    """Whether one is in the other: the expected ones are cut, and lose the names of sites here."""
    if not expected or expected in found:
        return bool(expected)
    if len(found) >= SHORTEST_SURE_TITLE and expected.startswith(found):
        return True
    return fuzz.ratio(expected, found[: len(expected)]) >= ALIKE


def _lines(path: Path) -> Iterator[Expected]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            made_here = row["file"].startswith("nasty/")
            titles = () if made_here else tuple(filter(None, _titles(row["some expected titles"])))
            count = None if row["entries"] == "None" else int(row["entries"])
            yield Expected(row["file"], count, titles)


def _titles(cell: str) -> list[str]:
    return [title.strip() for title in cell.split("||")]


def main() -> int:
    """Prints the table."""
    table = Table("file", "expected", "found", "titles", "warnings", "read as")
    wrong = 0
    for expected in expectations():
        outcome = outcome_of(expected)
        right = agrees(expected, outcome)
        wrong += not right
        table.add_row(
            expected.file,
            "all whole" if expected.entries is None else str(expected.entries),
            "refused" if outcome.refusal else str(len(outcome.titles)),
            f"{titles_found(expected, outcome)}/{len(expected.titles)}",
            str(outcome.warnings or ""),
            outcome.format or DECIDED.get(expected.file, outcome.refusal[:60]),
            style="" if right else "bold red",
        )
    console = Console(width=160)
    console.print(table)
    console.print(f"{wrong} files do not agree." if wrong else "Every file agrees.")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
