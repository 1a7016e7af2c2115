"""What was read, and how long it waited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class DaysRead:
    """How many papers became read from one day to another, both included."""

    first: date
    last: date
    papers: int

    @property
    def query(self) -> str:
        """The query that lists them: ``read:2026-11-25``, ``read:2026-11``, ``read:A..B``."""
        return f"read:{_days(self.first, self.last)}"


@dataclass(frozen=True, slots=True)
class Waited:
    """How many papers waited so many whole days until they were decided about.

    ``most`` None is without end. The decision was made from ``first`` to ``last``.
    """

    least: int
    most: int | None
    papers: int
    first: date
    last: date

    @property
    def query(self) -> str:
        """The query that lists them."""
        most = "" if self.most is None else self.most
        days = f"{self.least}" if self.least == self.most else f"{self.least}..{most}"
        return f"waited:{days} decided:{_days(self.first, self.last)}"


@dataclass(frozen=True, slots=True)
class TagRead:
    """How many papers with a tag, or one nested in it, became read in each of some months."""

    tag: str
    months: tuple[DaysRead, ...]

    def query(self, month: DaysRead) -> str:
        """The query that lists those of a month."""
        quoted = f'"{self.tag}"' if any(letter in self.tag for letter in " ()") else self.tag
        return f"tag:{quoted} {month.query}"


@dataclass(frozen=True, slots=True)
class WeekRead:
    """A week from Monday on: how many papers became read each day, how many came in at all."""

    today: date
    days: tuple[DaysRead, ...]
    came_in: int

    @property
    def papers(self) -> int:
        """How many became read in the week."""
        return sum(day.papers for day in self.days)


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """What a person read in a year, by day, week and month, and how long papers waited.

    ``last`` is never later than ``today``. ``months`` are whole ones that may end after it, and
    each of ``tags`` has one number for each of them. ``in_inbox`` are still undecided;
    ``first_year`` is that of the oldest paper in the library.
    """

    today: date
    first: date
    last: date
    days: tuple[DaysRead, ...]
    weeks: tuple[DaysRead, ...]
    months: tuple[DaysRead, ...]
    waited: tuple[Waited, ...]
    tags: tuple[TagRead, ...]
    week: WeekRead
    in_inbox: int
    first_year: int

    @property
    def papers(self) -> int:
        """How many papers became read."""
        return sum(day.papers for day in self.days)

    @property
    def decided(self) -> int:
        """How many papers were decided about."""
        return sum(bucket.papers for bucket in self.waited)

    @property
    def full_day(self) -> int:
        """How many papers make a day look full: as many as on nearly the best of the days.

        One day on which a whole shelf was marked read must not make all others look empty.
        """
        read = sorted(day.papers for day in self.days if day.papers)
        return read[round((len(read) - 1) * 0.95)] if read else 1


def _days(first: date, last: date) -> str:
    """A stretch of days as the query language writes it."""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.month == first.month and (last + timedelta(days=1)).day == 1:
        return f"{first:%Y-%m}"
    return f"{first.isoformat()}..{last.isoformat()}"
