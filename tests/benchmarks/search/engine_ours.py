"""The program's own index. What is not settled in it yet is met here, and nowhere else."""

from __future__ import annotations

import inspect
from array import array
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from reader.model import Filter
from reader.search.index import Index
from reader.search.parsing import parse
from tests.benchmarks.search.asked import Asked, Kind
from tests.benchmarks.search.engines import LIMIT, Fields, Paper

_YEARS_FILE = "years"
_BATCH = 2_000
# The fields that the benchmark's papers have and those that they leave empty.
_EMPTY = {"tags": ""}


def build(folder: Path, papers: Iterable[Paper]) -> None:
    """Fills a new index, and keeps the years beside it, which are the database's in the program."""
    years = array("i")
    index = Index.create(folder / "index")
    entries = _remembering(papers, years)
    if hasattr(index, "build"):
        index.build(entries)
    else:
        while batch := list(islice(entries, _BATCH)):
            index.update([], batch)
    index.close()
    (folder / _YEARS_FILE).write_bytes(years.tobytes())


def _remembering(papers: Iterable[Paper], years: array[int]) -> Iterable[Paper]:
    for number, fields in papers:
        years.append(int(fields.get("year") or 0))
        yield number, _texts(fields)


def _texts(fields: Fields) -> dict[str, str]:
    return _EMPTY | {name: text for name, text in fields.items() if name != "year"}


def open_engine(folder: Path) -> OurEngine:
    """Opens what was built."""
    return OurEngine(folder)


class OurEngine:
    """The open index, with a column of years in place of the program's database."""

    def __init__(self, folder: Path) -> None:
        self._index = Index(folder / "index")
        self._years = np.frombuffer((folder / _YEARS_FILE).read_bytes(), np.intc)
        self._takes_limit = "limit" in inspect.signature(self._index.search).parameters

    def search(self, query: Asked, limit: int = LIMIT) -> tuple[Sequence[int], int]:
        if query.kind is not Kind.FILTERED:
            return self._ranked(query.text, limit)
        ids, total = self._ranked(query.text, len(self._years))
        numbers = np.asarray(ids, np.int64)
        newest = np.argsort(-self._years[numbers - 1], kind="stable")[:limit]
        return numbers[newest].tolist(), total

    def replace(self, number: int, fields: Fields) -> None:
        self._index.update([], [(number, _texts(fields))])

    def close(self) -> None:
        self._index.close()

    def _ranked(self, text: str, limit: int) -> tuple[Sequence[int], int]:
        if not self._takes_limit:
            every: list[int] = self._index.search(parse(text), self._meets)
            return every[:limit], len(every)
        found = self._index.search(parse(text), self._meets, limit)
        return found.ids, int(found.total)

    def _meets(self, condition: Filter) -> Sequence[int]:
        first, last = map(int, condition.value.split(".."))
        numbers = np.flatnonzero((self._years >= first) & (self._years <= last)) + 1
        ids: list[int] = numbers.tolist()
        return ids
