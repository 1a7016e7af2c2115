"""Prints our search beside tantivy's and FTS5's; see `make bench-search`.

Every figure is the best of the passes: a pass runs each engine once, in a process of its own that
opens the index afresh, and each pass begins with another engine. Each query is asked once a pass,
one whole class after the other, and its best time counts; percentiles are of those.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from rich.console import Console

from tests.benchmarks import corpus
from tests.benchmarks.measuring import Row
from tests.benchmarks.search import asked, child, engines, source
from tests.benchmarks.search.asked import Asked
from tests.benchmarks.search.goals import GOALS, GOALS_OF_A_MILLION, Goal, Line, show
from tests.benchmarks.search.source import Source

_ALL = 1_000_000
_PASSES = 3
_REMEMBERED = 500
_DRAWN_FROM = 100_000
_MEGABYTE = 1_000_000


@dataclass(slots=True)
class Measured:
    """What was measured of one engine."""

    built: list[child.Answer] = field(default_factory=list)
    asked: list[child.Answer] = field(default_factory=list)
    remembered: child.Answer = field(default_factory=dict)
    noted: child.Answer = field(default_factory=dict)

    def seconds(self, kind: str) -> list[float]:
        """The best time of each query of a class; none where the engine has no such query."""
        passes = [answer["answers"].get(kind, []) for answer in self.asked]
        return [min(taken for taken, _ in query) for query in zip(*passes, strict=True)]

    def mean_total(self, kind: str) -> float | None:
        """How many papers its queries found on average."""
        totals = [total for _, total in self.asked[0]["answers"].get(kind, [])]
        return sum(totals) / len(totals) if totals else None


def measure(
    folder: Path,
    papers: Source,
    classes: dict[str, list[Asked]],
    names: Sequence[str],
    passes: int = _PASSES,
) -> dict[str, Measured]:
    """Builds, asks and changes the index of each engine, in turn."""
    child.write_queries(folder / "queries.json", classes)
    child.write_queries(folder / "mixed.json", {"mixed": asked.mixed(classes, _REMEMBERED)})
    job = {"file": str(papers.file), "recombined": papers.recombined}
    measured = {name: Measured() for name in names}

    def each(
        step: str, number: int, keep: Callable[[Measured, child.Answer], None], **more: str
    ) -> None:
        for name in (*names[number % len(names) :], *names[: number % len(names)]):
            _say(f"pass {number + 1} of {passes}: {step}, {name}")
            keep(measured[name], child.run(step, name, folder / name, **job, **more))

    for number in range(1 if papers.recombined else passes):
        each("build", number, lambda one, answer: one.built.append(answer))
    for number in range(passes):
        queries = str(folder / "queries.json")
        each("ask", number, lambda one, answer: one.asked.append(answer), queries=queries)

    def remember(one: Measured, answer: child.Answer) -> None:
        one.remembered = answer

    def note(one: Measured, answer: child.Answer) -> None:
        one.noted = answer

    each("remember", passes - 1, remember, queries=str(folder / "mixed.json"))
    each("note", passes - 1, note)
    return measured


def lines(measured: dict[str, Measured], goals: dict[str, Goal]) -> list[Line]:
    """The rows of the table."""
    rows: dict[str, dict[str, float]] = {}

    def add(what: str, name: str, figure: float) -> None:
        rows.setdefault(what, {})[name] = figure

    for name, one in measured.items():
        for kind in one.asked[0]["answers"]:
            taken = Row(kind, one.seconds(kind))
            add(f"{kind} p50, ms", name, taken.percentile(50) * 1000)
            add(f"{kind} p95, ms", name, taken.percentile(95) * 1000)
            add(f"{kind} worst, ms", name, taken.worst * 1000)
        best = min(one.built, key=lambda built: float(built["seconds"]))
        add("bulk index, s", name, best["seconds"])
        add("bulk index, papers a second", name, best["papers"] / best["seconds"])
        add("peak of memory while building, the corpus with it, MB", name, best["peak"] / _MEGABYTE)
        add("on disk, MB", name, best["bytes"] / _MEGABYTE)
        noted = Row("", one.noted["seconds"])
        add("a changed note found, p50, ms", name, noted.percentile(50) * 1000)
        add("a changed note found, worst, ms", name, noted.worst * 1000)
        add("opened, ms", name, min(answer["opened"] for answer in one.asked) * 1000)
        add("resident before opening, MB", name, one.remembered["before"] / _MEGABYTE)
        add(f"resident after {_REMEMBERED} queries, MB", name, one.remembered["after"] / _MEGABYTE)
    return [Line(what, figures, goals.get(what)) for what, figures in rows.items()]


def totals(measured: dict[str, Measured]) -> list[Line]:
    """How many papers each class of queries found, to see that the engines do the same work."""
    kinds = {kind: None for one in measured.values() for kind in one.asked[0]["answers"]}
    found = {kind: {name: one.mean_total(kind) for name, one in measured.items()} for kind in kinds}
    return [
        Line(kind, {name: total for name, total in each.items() if total is not None})
        for kind, each in found.items()
    ]


def _say(words: str) -> None:
    console = Console(stderr=True)
    if console.is_terminal:
        console.print(words, style="dim")


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.search", description=__doc__)
    options.add_argument("count", nargs="?", type=int, default=_ALL, help="papers; all without it")
    options.add_argument("--engines", default="", help="some of ours,tantivy,fts5 by commas")
    options.add_argument("--classes", default="", help="some of the classes, by commas")
    options.add_argument("--passes", type=int, default=_PASSES)
    options.add_argument(
        "--recombined",
        type=int,
        default=0,
        metavar="N",
        help="make N papers of the corpus; of our index only, unless told",
    )
    given = options.parse_args()
    chosen = given.engines or ("ours" if given.recombined else ",".join(engines.NAMES))
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        file = Path(name) / "papers.jsonl"
        count = source.write(file, corpus.papers(given.count))
        papers = Source(file, given.recombined)
        classes = asked.drawn(list(islice(papers.papers(), _DRAWN_FROM)))
        if given.classes:
            classes = {name: classes[name] for name in given.classes.split(",")}
        measured = measure(Path(name), papers, classes, chosen.split(","), given.passes)
    show(
        lines(measured, GOALS_OF_A_MILLION if given.recombined else GOALS),
        f"{papers.recombined or count:,} papers, the best of {given.passes} passes",
    )
    show(totals(measured), "Papers found by a query of the class, on average")


if __name__ == "__main__":
    main()
