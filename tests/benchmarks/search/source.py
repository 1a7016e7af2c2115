"""The papers that are measured with, as a file that each process reads for itself."""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.search.engines import Fields, Paper

SEED = 20260501
_NAMES = ("title", "authors", "abstract")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SENTENCES_OF_AN_ABSTRACT = 7


@dataclass(frozen=True, slots=True)
class Source:
    """A file of papers, and how many are to be made of them; 0 takes them as they are."""

    file: Path
    recombined: int = 0

    def papers(self) -> Iterator[Fields]:
        """The papers, always the same; those that are recombined are made one by one."""
        real = read(self.file)
        return recombine(real, self.recombined) if self.recombined else iter(real)

    def numbered(self) -> Iterator[Paper]:
        """The papers with their numbers, from 1."""
        return enumerate(self.papers(), 1)


def write(file: Path, papers: Iterable[dict[str, Any]]) -> int:
    """Writes the fields that engines are given; how many papers there were."""
    count = 0
    with file.open("w", encoding="utf-8") as lines:
        for count, paper in enumerate(papers, 1):  # noqa: B007
            year = paper["year"] if isinstance(paper["year"], int) else 0
            fields = {
                name: paper[name].replace(";", ", ") if name == "authors" else paper[name]
                for name in _NAMES
            }
            lines.write(json.dumps(fields | {"note": "", "year": str(year)}) + "\n")
    return count


def read(file: Path) -> list[Fields]:
    """All papers of a file."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def recombine(real: list[Fields], count: int) -> Iterator[Fields]:
    """Papers made of a half of one title and one of another, and sentences of any abstract.

    No word is new, so the vocabulary of a million such papers is that of the real ones.
    """
    chance = random.Random(SEED)
    halves = [_halves(paper["title"].split()) for paper in real]
    sentences = [s for paper in real for s in _SENTENCE.split(paper["abstract"]) if s] or [""]
    for _ in range(count):
        (begin, _), (_, end) = chance.choices(halves, k=2)
        other = chance.choice(real)
        yield {
            "title": f"{begin} {end}",
            "authors": other["authors"],
            "abstract": " ".join(chance.choices(sentences, k=_SENTENCES_OF_AN_ABSTRACT)),
            "note": "",
            "year": other["year"],
        }


def _halves(words: list[str]) -> tuple[str, str]:
    middle = (len(words) + 1) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


class Clocked:
    """Goes through papers and counts the time that they themselves took to make."""

    def __init__(self, papers: Iterator[Paper]) -> None:
        self._papers = papers
        self.seconds = 0.0
        self.count = 0

    def __iter__(self) -> Clocked:
        return self

    def __next__(self) -> Paper:
        start = time.perf_counter()
        try:
            paper = next(self._papers)
        finally:
            self.seconds += time.perf_counter() - start
        self.count += 1
        return paper
