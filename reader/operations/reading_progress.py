"""Counts what was read, by day, week, month and tag, and how long papers waited."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from reader.model import (
    Changes,
    DaysRead,
    Kind,
    ReadingProgress,
    TagRead,
    Waited,
    WeekRead,
)
from reader.store import Database, reading_times
from reader.store.moments import begins
from reader.store.reading_times import Times

TAGS_COUNTED = 6
"""How many tags are counted by month: those of most papers that were read."""

# In whole days, from and to.
BUCKETS = ((0, 0), (1, 1), (2, 6), (7, 30), (31, 90), (91, 365), (366, None))
_WEEKS = 52
_MONTHS = 12


class ReadingTimes:
    """Answers about one library. Any thread may ask.

    The times of the year are read once, since no index helps to find them, and kept; of what
    changes later only the papers that changed are read again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[int, Times] = {}
        self._from: str | None = None
        self._anything = True
        self._changed: set[int] = set()

    def hear(self, changes: Changes) -> None:
        """Learns what an action changed."""
        if changes.paper_ids is None:
            self._anything = self._anything or Kind.PAPERS in changes.kinds
        elif changes.kinds & {Kind.PAPERS, Kind.DIGESTS}:
            self._changed |= changes.paper_ids

    def progress(self, database: Database, now: datetime, year: int | None) -> ReadingProgress:
        """The year to ``now``, or a year of the calendar."""
        today = now.astimezone().date()
        first, last = _bounds(today, year)
        months = _months(last, year)
        monday = _monday(today)
        times = self._since(database, begins(min(first, months[0][0], monday)))
        read = sorted(one.read for one in times if one.read)
        days = _counted([(day, day) for day in _each_day(first, last)], read)
        oldest = reading_times.first_added(database)
        return ReadingProgress(
            today=today,
            first=first,
            last=last,
            days=days,
            weeks=_by_week(days),
            months=_counted(months, read),
            waited=_waited(times, first, last),
            tags=_by_tag(database, months, times),
            week=_week(database, today, read),
            in_inbox=reading_times.in_inbox(database),
            first_year=min(_year_of(oldest) if oldest else today.year, today.year),
        )

    def week(self, database: Database, now: datetime) -> WeekRead:
        """The week of ``now`` alone."""
        today = now.astimezone().date()
        first, _ = _bounds(today, None)
        times = self._since(database, begins(first))
        start = begins(_monday(today))
        return _week(database, today, sorted(one.read for one in times if one.read >= start))

    def _since(self, database: Database, first: str) -> list[Times]:
        """The times from a moment on, and maybe earlier ones."""
        with self._lock:
            if self._from is None or first < self._from or self._anything:
                self._changed = set()
                # First, so that a change meanwhile is not forgotten.
                self._anything = False
                self._kept = {one.paper_id: one for one in reading_times.since(database, first)}
                self._from = first
            elif self._changed:
                changed, self._changed = self._changed, set()
                for paper_id in changed:
                    self._kept.pop(paper_id, None)
                found = reading_times.of_papers(database, changed, self._from)
                self._kept.update({one.paper_id: one for one in found})
            return list(self._kept.values())


def _bounds(today: date, year: int | None) -> tuple[date, date]:
    """The first and last day: of a year of the calendar, or of whole weeks until today."""
    if year is None:
        return _monday(today) - timedelta(weeks=_WEEKS), today
    return date(year, 1, 1), max(date(year, 1, 1), min(today, date(year, 12, 31)))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _months(last: date, year: int | None) -> list[tuple[date, date]]:
    """The twelve months of the year, or until that of ``last``; first and last day of each."""
    end = last.year * _MONTHS + last.month - 1 if year is None else year * _MONTHS + 11
    begin = [
        date(number // _MONTHS, number % _MONTHS + 1, 1) for number in range(end - 11, end + 2)
    ]
    return [(one, after - timedelta(days=1)) for one, after in pairwise(begin)]


def _counted(stretches: Sequence[tuple[date, date]], read: Sequence[str]) -> tuple[DaysRead, ...]:
    """How many became read in stretches of days that follow each other; ``read`` is sorted."""
    starts = [begins(first) for first, _ in stretches]
    starts.append(begins(stretches[-1][1] + timedelta(days=1)))
    places = pairwise([bisect_left(read, start) for start in starts])
    return tuple(
        DaysRead(first, last, after - at)
        for (first, last), (at, after) in zip(stretches, places, strict=True)
    )


def _by_week(days: Sequence[DaysRead]) -> tuple[DaysRead, ...]:
    """The weeks, the first and last as far as they belong to the year."""
    weeks: dict[date, list[DaysRead]] = defaultdict(list)
    for day in days:
        weeks[_monday(day.first)].append(day)
    return tuple(
        DaysRead(week[0].first, week[-1].last, sum(day.papers for day in week))
        for week in weeks.values()
    )


def _week(database: Database, today: date, read: Sequence[str]) -> WeekRead:
    monday = _monday(today)
    days = _each_day(monday, monday + timedelta(days=6))
    came_in = reading_times.came_in(database, monday, monday + timedelta(days=7))
    return WeekRead(today, _counted([(day, day) for day in days], read), came_in)


def _waited(times: Iterable[Times], first: date, last: date) -> tuple[Waited, ...]:
    """How long those decided about in the year had waited."""
    start, end = begins(first), begins(last + timedelta(days=1))
    numbers = [0] * len(BUCKETS)
    least = [bucket[0] for bucket in BUCKETS]
    for days, papers in Counter(one.waited for one in times if start <= one.decided < end).items():
        numbers[bisect_right(least, days) - 1] += papers
    return tuple(Waited(*bucket, numbers[at], first, last) for at, bucket in enumerate(BUCKETS))


def _by_tag(
    database: Database, months: Sequence[tuple[date, date]], times: Iterable[Times]
) -> tuple[TagRead, ...]:
    """The tags of most papers, each with those nested in it."""
    start, end = begins(months[0][0]), begins(months[-1][1] + timedelta(days=1))
    read = {one.paper_id: one.read for one in times if start <= one.read < end}
    papers: dict[str, set[int]] = defaultdict(set)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for paper_id, tag in reading_times.tags_of(database, read):
        top = tag.split("/", 1)[0]
        if _nameable(top):
            papers[top.casefold()].add(paper_id)
            names[top.casefold()][top] += 1
    most = sorted(papers, key=lambda tag: (-len(papers[tag]), tag))[:TAGS_COUNTED]
    return tuple(
        TagRead(
            max(names[tag], key=lambda name: (names[tag][name], name)),
            _counted(months, sorted(read[paper_id] for paper_id in papers[tag])),
        )
        for tag in most
    )


def _nameable(tag: str) -> bool:
    """Whether a query can mean just this tag: others could not be listed."""
    return '"' not in tag and not tag.startswith("#") and not tag.endswith("*")


def _year_of(moment: str) -> int:
    return datetime.fromisoformat(moment).astimezone().year
