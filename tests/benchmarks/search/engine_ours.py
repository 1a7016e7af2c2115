"""The program's own index."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from reader.model import Filter
from reader.search.columns import PaperIds, in_order
from reader.search.index import Index
from reader.search.parsing import parse
from tests.benchmarks.search.asked import Asked, Kind
from tests.benchmarks.search.engines import LIMIT, Fields, Paper

_YEARS_FILE = "years"


def build(folder: Path, papers: Iterable[Paper]) -> None:
    """Fills a new index, and keeps the years beside it, which are the database's in the program."""
    years = array("i")
    index = Index.create(folder / "index")
    index.build(_remembering(papers, years))
    index.close()
    (folder / _YEARS_FILE).write_bytes(years.tobytes())


def _remembering(papers: Iterable[Paper], years: array[int]) -> Iterable[Paper]:
    for number, fields in papers:
        years.append(int(fields.get("year") or 0))
        yield number, _texts(fields)


def _texts(fields: Fields) -> Fields:
    return {name: text for name, text in fields.items() if name != "year"}


def open_engine(folder: Path) -> OurEngine:
    """Opens what was built."""
    return OurEngine(folder)


class OurEngine:
    """The open index, with a column of years in place of the program's database."""

    def __init__(self, folder: Path) -> None:
        self._index = Index(folder / "index")
        self._years = np.frombuffer((folder / _YEARS_FILE).read_bytes(), np.intc)
        self._newest = np.argsort(-self._years, kind="stable") + 1

    def search(self, query: Asked, limit: int = LIMIT) -> tuple[Sequence[int], int]:
        asked = parse(query.text)
        found = self._index.search(asked, self._meets)
        if not found:  # as the program does
            corrected = self._index.correct(query.text, asked)
            found = self._index.search(parse(corrected), self._meets) if corrected else found
        if query.kind is not Kind.FILTERED:
            return found[:limit], len(found)
        return in_order(found, self._newest)[:limit], len(found)

    def replace(self, number: int, fields: Fields) -> None:
        self._index.update([], [(number, _texts(fields))])

    def close(self) -> None:
        self._index.close()

    def _meets(self, condition: Filter) -> PaperIds:
        first, last = map(int, condition.value.split(".."))
        return np.flatnonzero((self._years >= first) & (self._years <= last)) + 1
