"""The rows that are printed, their goals, and which of those are missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

OTHERS = ("tantivy", "fts5")
_SHOWN = {"ours": "ours", "tantivy": "tantivy", "fts5": "FTS5"}


@dataclass(frozen=True, slots=True)
class Goal:
    """What our figure may be, by itself and as a share of the others'."""

    limit: float | None = None
    shares: Mapping[str, float] = field(default_factory=dict)
    more_is_better: bool = False

    def missed(self, figures: Mapping[str, float]) -> bool:
        """Whether our figure is on the wrong side of any part of the goal."""
        if "ours" not in figures:
            return False
        shares = [(figures[name] * s) for name, s in self.shares.items() if name in figures]
        limits = [*shares, *([] if self.limit is None else [self.limit])]
        ours = figures["ours"]
        return any(ours < limit if self.more_is_better else ours > limit for limit in limits)

    def __str__(self) -> str:
        sign = "≥" if self.more_is_better else "≤"
        parts = [f"{sign} {share:g} of {_SHOWN[name]}" for name, share in self.shares.items()]
        return ", ".join([*parts, *([] if self.limit is None else [f"{sign} {self.limit:,g}"])])


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: a figure of each engine that has one."""

    what: str
    figures: Mapping[str, float]
    goal: Goal | None = None

    @property
    def missed(self) -> bool:
        return self.goal is not None and self.goal.missed(self.figures)


_OF_BOTH = {
    "p50": Goal(shares={"tantivy": 0.7, "fts5": 0.5}),
    "p95": Goal(shares={"tantivy": 0.7, "fts5": 0.1}),
    "worst": Goal(shares={"tantivy": 0.9, "fts5": 0.06}),
}
_NOT_SLOWER = Goal(shares={"tantivy": 1.0})
GOALS: dict[str, Goal] = {
    **{f"keystroke {figure}, ms": goal for figure, goal in _OF_BOTH.items()},
    **{
        f"{name} p50, ms": _NOT_SLOWER
        for name in ("one word", "two words", "OR", "phrase", "field")
    },
    "fuzzy p95, ms": Goal(30),
    "filter with sort p95, ms": Goal(10),
    "bulk index, papers a second": Goal(shares={"tantivy": 0.4, "fts5": 0.9}, more_is_better=True),
    "on disk, MB": Goal(shares={"fts5": 0.45}),
    "a changed note found, p50, ms": Goal(50),
    "opened, ms": Goal(50),
    "resident after 500 queries, MB": Goal(200),
}
GOALS_OF_A_MILLION: dict[str, Goal] = {
    "keystroke p95, ms": Goal(60),
    "bulk index, s": Goal(180),
    "resident after 500 queries, MB": Goal(1000),
}


def show(lines: Sequence[Line], title: str) -> None:
    """Prints the table and the goals that were missed."""
    table = Table("what", box=None, pad_edge=False, title=title, title_justify="left")
    headings = [*_SHOWN.values(), *(f"ours/{_SHOWN[name]}" for name in OTHERS)]
    for heading in headings:
        table.add_column(heading, justify="right")
    table.add_column("goal")
    for line in lines:
        figures = [_figure(line.figures.get(name)) for name in _SHOWN]
        table.add_row(
            line.what,
            *figures,
            *(_share(line.figures, name) for name in OTHERS),
            f"{line.goal or ''}" + " missed" * line.missed,
            style="bold" if line.missed else "",
        )
    console = Console(width=max(Console().width, 120))
    console.print(table)
    missed = [line.what for line in lines if line.missed]
    if any(line.goal and "ours" in line.figures for line in lines):
        console.print(f"Goals missed: {'; '.join(missed) or 'none'}.\n")


def _figure(number: float | None) -> str:
    if number is None:
        return "–"
    return (
        f"{number:,.0f}" if number >= 1000 else f"{number:,.4g}" if number >= 1 else f"{number:.3f}"
    )


def _share(figures: Mapping[str, float], other: str) -> str:
    if "ours" not in figures or not figures.get(other):
        return ""
    return f"{figures['ours'] / figures[other]:.2f}"
