"""Makes the marks of each chart from what was read: their sizes, and what they say in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, QObject

from reader.gui.language import short_number, translate
from reader.gui.progress.grid import Grid, Head, Mark
from reader.gui.theme.tokens import tag_colour
from reader.model import DaysRead, ReadingProgress, Waited, count_of

_DAY = "d MMM"
_SHORT = QLocale.FormatType.ShortFormat
_LONG = QLocale.FormatType.LongFormat


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was read, and the grids that show it."""

    progress: ReadingProgress
    days: Grid
    weeks: Grid
    waited: Grid
    tags: Grid


class Charts(QObject):
    """The grids of the page. Names of days and months are those of the person's language.

    Nothing of it is a widget's: a job may make them.
    """

    def drawn(self, progress: ReadingProgress) -> Drawing:
        """All of them."""
        return Drawing(
            progress,
            days=self.days(progress),
            weeks=self.weeks(progress),
            waited=self.waited(progress),
            tags=self.tags(progress),
        )

    def days(self, progress: ReadingProgress) -> Grid:
        """The year by day: a row for each weekday, a column for each week."""
        full = progress.full_day
        by_week: dict[date, list[Mark | None]] = {}
        for day, week in zip(progress.days, _weeks_of(progress), strict=True):
            marks = by_week.setdefault(week.first, [None] * 7)
            share = min(1.0, day.papers / full)
            says = self._says(day, day_name(day.first))
            marks[day.first.weekday()] = Mark(day.query, day.papers, says, share)
        names = [QLocale().standaloneDayName(number, _LONG) for number in range(1, 8)]
        short = [QLocale().standaloneDayName(number, _SHORT) for number in range(1, 8)]
        rows = [Head(short[at] if at % 2 == 0 and at < 6 else "", names[at]) for at in range(7)]
        return Grid(
            tuple(zip(*by_week.values(), strict=True)), tuple(rows), self._weeks_heads(progress)
        )

    def weeks(self, progress: ReadingProgress) -> Grid:
        """The year by week: a column for each, the same as in ``days``."""
        most = max((week.papers for week in progress.weeks), default=0) or 1
        marks = [
            Mark(
                week.query,
                week.papers,
                self._says(week, self._week_name(week)),
                week.papers / most,
                strong=week.first <= progress.today <= week.last,
            )
            for week in progress.weeks
        ]
        most_text = short_number(most) if any(week.papers for week in progress.weeks) else ""
        head = Head(most_text, self.tr("Papers read"))
        return Grid((tuple(marks),), (head,), self._weeks_heads(progress))

    def waited(self, progress: ReadingProgress) -> Grid:
        """How long papers waited: a row for each stretch of time."""
        most = max((bucket.papers for bucket in progress.waited), default=0) or 1
        names = [self._wait_name(bucket) for bucket in progress.waited]
        return Grid(
            tuple(
                (
                    Mark(
                        bucket.query,
                        bucket.papers,
                        self.tr("{} decided after {}").format(count_of(bucket.papers), name),
                        bucket.papers / most,
                    ),
                )
                for bucket, name in zip(progress.waited, names, strict=True)
            ),
            tuple(Head(name, name) for name in names),
            (Head("", self.tr("Papers")),),
        )

    def tags(self, progress: ReadingProgress) -> Grid:
        """The months by tag: a row for each tag."""
        most = max((month.papers for tag in progress.tags for month in tag.months), default=0) or 1
        today = progress.today
        rows = []
        for tag in progress.tags:
            says = partial(self._says_tagged, tag.tag)
            rows.append(
                tuple(
                    Mark(
                        tag.query(month),
                        month.papers,
                        says(month),
                        month.papers / most,
                        tag_colour(tag.tag),
                    )
                    if month.first <= today
                    else None
                    for month in tag.months
                )
            )
        return Grid(
            tuple(rows),
            tuple(Head(tag.tag, tag.tag, tag_colour(tag.tag)) for tag in progress.tags),
            tuple(
                Head(QLocale().standaloneMonthName(month.first.month, _SHORT), month_name(month))
                for month in progress.months
            ),
        )

    def _week_name(self, week: DaysRead) -> str:
        pattern = translate("Dates", _DAY)
        first, last = (QLocale().toString(_qt(day), pattern) for day in (week.first, week.last))
        return self.tr("the week of {} to {}").format(first, last)

    def _says(self, stretch: DaysRead, name: str) -> str:
        a_day = stretch.first == stretch.last
        if not stretch.papers:
            nothing = self.tr("Nothing read on {}") if a_day else self.tr("Nothing read in {}")
            return nothing.format(name)
        some = self.tr("{} read on {}") if a_day else self.tr("{} read in {}")
        return some.format(count_of(stretch.papers), name)

    def _says_tagged(self, tag: str, month: DaysRead) -> str:
        return self.tr("{} tagged {} read in {}").format(
            count_of(month.papers), tag, month_name(month)
        )

    def _wait_name(self, bucket: Waited) -> str:
        names = {
            (0, 0): self.tr("less than a day"),
            (1, 1): self.tr("one day"),
            (31, 90): self.tr("1 to 3 months"),
            (91, 365): self.tr("3 to 12 months"),
            (366, None): self.tr("more than a year"),
        }
        known = names.get((bucket.least, bucket.most))
        return known or self.tr("{} to {} days").format(bucket.least, bucket.most)

    def _weeks_heads(self, progress: ReadingProgress) -> tuple[Head, ...]:
        """The name of each month over the week in which it begins."""
        heads = []
        for week in progress.weeks:
            begins = week.first.day == 1 or week.first.month != week.last.month
            month = QLocale().standaloneMonthName(week.last.month, _SHORT)
            heads.append(Head(month if begins else "", self._week_name(week)))
        return tuple(heads)


def day_name(day: date) -> str:
    """A day in full, with its weekday."""
    return QLocale().toString(_qt(day), _LONG)


def month_name(month: DaysRead) -> str:
    """A month with its year."""
    return f"{QLocale().standaloneMonthName(month.first.month, _LONG)} {month.first.year}"


def _weeks_of(progress: ReadingProgress) -> list[DaysRead]:
    """The week of each day."""
    return [week for week in progress.weeks for _ in range((week.last - week.first).days + 1)]


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
