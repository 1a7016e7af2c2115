"""Prints how well our search and FTS5 rank, by known-item search.

A paper is known and looked for with what a person may remember of it: does it come first, or in
the first ten? The papers asked for are drawn by a fixed seed and split in two halves: weights are
chosen on ``tune`` and reported on ``report``. All papers are in the index.
"""

from __future__ import annotations

import argparse
import operator
import random
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks import corpus
from tests.benchmarks.search import child, source
from tests.benchmarks.search.asked import Asked, Kind, asked, misspelt, words_of
from tests.benchmarks.search.engines import Fields
from tests.benchmarks.search.source import Source

SEED = 20260501
PAPERS = 300
HALVES = ("tune", "report")
_ALL = 1_000_000
_ENGINES = ("fts5", "ours")
# Words of a title: a whole one less a word is found first by any engine, and says nothing.
_OF_TITLE = 6
_OF_CLAUSE = 10
_LONG = 5


@dataclass(frozen=True, slots=True)
class Score:
    """How often the paper came first and in the first ten, and the mean of 1 / its place."""

    first: float
    ten: float
    reciprocal: float

    @classmethod
    def of(cls, places: Sequence[int]) -> Score:
        """The score of places, of which 0 is not among those given."""
        count = len(places)
        return cls(
            sum(place == 1 for place in places) / count,
            sum(1 <= place <= 10 for place in places) / count,
            sum(1 / place for place in places if place) / count,
        )

    def figures(self) -> tuple[float, float, float]:
        return self.first, self.ten, self.reciprocal

    def __str__(self) -> str:
        return " / ".join(f"{figure:.2f}" for figure in self.figures())


# To reach besides being above FTS5.
GOALS = {"one typo": Score(0.80, 0.95, 0.86)}


@dataclass(slots=True)
class Known:
    """The queries of each class, and the number of the paper that each is for."""

    queries: dict[str, list[Asked]] = field(default_factory=dict)
    wanted: dict[str, list[int]] = field(default_factory=dict)


def known(papers: Sequence[Fields], half: str = "", count: int = PAPERS) -> Known:
    """Queries for ``count`` papers, or for one half of them."""
    chance = random.Random(SEED)
    fit = [number for number, paper in enumerate(papers, 1) if _is_fit(paper)]
    numbers = chance.sample(fit, min(count, len(fit)))
    made = Known()
    for at, number in enumerate(numbers):
        # Drawn for all, so that a half asks what it asks among all.
        for name, maker in _MAKERS.items():
            query = maker(papers[number - 1], chance)
            if not half or HALVES[at % 2] == half:
                made.queries.setdefault(name, []).append(query)
                made.wanted.setdefault(name, []).append(number)
    return made


def _is_fit(paper: Fields) -> bool:
    words = words_of(paper["title"])
    return (
        len(words) >= _OF_TITLE
        and any(len(word) >= _LONG for word in words[:_OF_TITLE])
        and len(words[2]) > 3
        and len(_longest_clause(paper)) >= _OF_CLAUSE
        and bool(words_of(paper["authors"]))
    )


def _shuffled(paper: Fields, chance: random.Random) -> Asked:
    return asked(Kind.ALL, chance.sample(words_of(paper["title"]), 5))


def _one_missing(paper: Fields, chance: random.Random) -> Asked:
    words = words_of(paper["title"])[:_OF_TITLE]
    del words[chance.randrange(len(words))]
    return asked(Kind.ALL, words)


def _one_typo(paper: Fields, chance: random.Random) -> Asked:
    words = words_of(paper["title"])[:_OF_TITLE]
    at = chance.choice([at for at, word in enumerate(words) if len(word) >= _LONG])
    words[at] = misspelt(words[at], chance)
    return asked(Kind.ALL, words)


def _clause(paper: Fields, chance: random.Random) -> Asked:
    words = _longest_clause(paper)
    at = chance.randrange(len(words) - _OF_CLAUSE + 1)
    return asked(Kind.ALL, words[at : at + _OF_CLAUSE])


def _surname(paper: Fields, chance: random.Random) -> Asked:
    author = paper["authors"].split(",")[0]
    long = [word for word in words_of(paper["title"]) if len(word) >= _LONG]
    return asked(Kind.ALL, [*words_of(author)[-1:], chance.choice(long)])


def _as_typed(paper: Fields, chance: random.Random) -> Asked:
    words = words_of(paper["title"])
    return asked(Kind.ALL, words[:2], words[2][:3])


_MAKERS: dict[str, Callable[[Fields, random.Random], Asked]] = {
    "five title words shuffled": _shuffled,
    "title with a word missing": _one_missing,
    "one typo": _one_typo,
    "a clause of the abstract": _clause,
    "surname and a title word": _surname,
    "first two words and three letters": _as_typed,
}


def _longest_clause(paper: Fields) -> list[str]:
    clauses = paper["abstract"].replace(",", ".").replace(";", ".").split(".")
    return max((words_of(clause) for clause in clauses), key=len, default=[])


def places(folder: Path, papers: Source, made: Known, engine: str) -> dict[str, list[int]]:
    """The place of each wanted paper, by class; builds the index where there is none yet."""
    if not (folder / engine).is_dir():
        child.run("build", engine, folder / engine, file=str(papers.file), recombined=0)
    child.write_queries(folder / "known.json", made.queries)
    queries = str(folder / "known.json")
    answer = child.run("rank", engine, folder / engine, queries=queries, wanted=made.wanted)
    found: dict[str, list[int]] = answer["places"]
    return found


def show(found: dict[str, dict[str, list[int]]], title: str) -> None:
    """Prints the table and the goals that were missed."""
    table = Table("query", box=None, pad_edge=False, title=title, title_justify="left")
    for engine in found:
        table.add_column({"fts5": "FTS5"}.get(engine, engine), justify="right")
    table.add_column("goal")
    for name in _MAKERS:
        scores = {engine: Score.of(classes[name]) for engine, classes in found.items()}
        table.add_row(name, *map(str, scores.values()), _goal(name, scores))
    Console(width=max(Console().width, 110)).print(table)


def _goal(name: str, scores: dict[str, Score]) -> str:
    goal = GOALS.get(name)
    said = f"≥ {goal}" if goal else "above FTS5"
    if "ours" not in scores:
        return said
    ours = scores["ours"].figures()
    missed = goal is not None and any(map(operator.lt, ours, goal.figures()))
    if "fts5" in scores:  # above it, unless there is nothing above
        pairs = zip(ours, scores["fts5"].figures(), strict=True)
        missed |= any(mine <= other < 1 for mine, other in pairs)
    return said + " missed" * missed


def _show_misses(found: dict[str, list[int]], made: Known, most: int) -> None:
    for name, classes in found.items():
        missed = [at for at, place in enumerate(classes) if not 1 <= place <= 10]
        for at in missed[:most]:
            place = classes[at] or "none"
            print(f"{name}: “{made.queries[name][at].text}” for {made.wanted[name][at]}: {place}")


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.search.quality", description=__doc__
    )
    options.add_argument("count", nargs="?", type=int, default=_ALL, help="papers; all without it")
    options.add_argument("--half", choices=HALVES, default="", help="one half of the queries")
    options.add_argument("--engines", default=",".join(_ENGINES))
    options.add_argument("--keep", type=Path, help="a folder whose indexes are used again")
    options.add_argument("--misses", type=int, default=0, help="so many of ours that are not found")
    given = options.parse_args()
    with ExitStack() as stack:
        name = given.keep or stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        folder = Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "papers.jsonl"
        if not file.is_file():
            source.write(file, corpus.papers(given.count))
        made = known(source.read(file), given.half)
        names = given.engines.split(",")
        found = {engine: places(folder, Source(file), made, engine) for engine in names}
    asked_for = len(next(iter(made.wanted.values())))
    show(found, f"recall@1 / recall@10 / MRR, {asked_for} papers{given.half and ', ' + given.half}")
    if given.misses and "ours" in found:
        _show_misses(found["ours"], made, given.misses)


if __name__ == "__main__":
    main()
