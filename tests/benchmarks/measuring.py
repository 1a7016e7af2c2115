"""A measured line of the table, and the clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: measured seconds, and the goal for the worst of them."""

    what: str
    seconds: Sequence[float]
    goal: float | None = None

    @property
    def worst(self) -> float:
        return max(self.seconds)

    def percentile(self, percent: int) -> float:
        if len(self.seconds) == 1:
            return self.seconds[0]
        return quantiles(self.seconds, n=100, method="inclusive")[percent - 1]


def timed(work: Callable[[], object]) -> float:
    """How many seconds it took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def times(count: int, work: Callable[[int], object]) -> list[float]:
    """How many seconds each of so many calls took."""
    return [timed(partial(work, n)) for n in range(count)]
