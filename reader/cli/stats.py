"""``reader stats``: what was read in a year, as text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from reader.cli.context import Context, as_json, print_json
from reader.cli.printing import plain, table
from reader.model import DaysRead, ReadingProgress, count_of

_SHADES = "·░▒▓█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "")
_MARGIN = 5
_BAR = 36


@click.command("stats")
@click.option(
    "--year",
    type=click.IntRange(1000, 9000),
    help="A year of the calendar; by default the year until today.",
)
@as_json
@click.pass_obj
def stats(context: Context, year: int | None, *, json_wanted: bool) -> None:
    """Show what was read in a year: by day and week, by tag, and how long papers waited."""
    with context.library() as library:
        progress = library.reading_progress(year)
    if json_wanted:
        print_json(_document(progress))
        return
    _print_summary(progress)
    if progress.papers:
        _print_year(progress)
    if progress.decided:
        _print_waited(progress)
    if progress.tags:
        _print_tags(progress)


COMMANDS = (stats,)


# --- As text ------------------------------------------------------------------------------------


def _print_summary(progress: ReadingProgress) -> None:
    click.echo(
        f"{progress.first:%Y-%m-%d} to {progress.last:%Y-%m-%d}: {count_of(progress.papers)} read, "
        f"{progress.decided:,} decided about, {progress.in_inbox:,} still in the Inbox."
    )
    week = progress.week
    click.echo(f"This week {count_of(week.papers)} read, {week.came_in:,} came in.")


def _print_year(progress: ReadingProgress) -> None:
    """A square for each day, a column for each week; under them the bars of the weeks."""
    _print_heading("By day")
    click.echo(_months_over(progress))
    for weekday, name in enumerate(_WEEKDAYS):
        click.echo(f"{name:{_MARGIN}}" + _coloured(_row(progress, weekday)))
    most = max(week.papers for week in progress.weeks)
    _print_heading(f"By week, at most {most:,}")
    bars = "".join(
        _HEIGHTS[(week.papers * len(_HEIGHTS) - 1) // most] if week.papers else " "
        for week in progress.weeks
    )
    click.echo(" " * _MARGIN + _coloured(bars))


def _months_over(progress: ReadingProgress) -> str:
    """The names of the months over the weeks in which they begin."""
    line = ""
    for at, week in enumerate(progress.weeks):
        begins = week.first.day == 1 or week.first.month != week.last.month
        if begins and len(line) <= at:
            line = f"{line:{at}}{week.last:%b}"
    return " " * _MARGIN + line


def _row(progress: ReadingProgress, weekday: int) -> str:
    """The days of the year that are such a weekday; a blank where the first week has none."""
    shades = [
        _SHADES[_step(day.papers, progress.full_day)]
        for day in progress.days
        if day.first.weekday() == weekday
    ]
    return " " * (progress.first.weekday() > weekday) + "".join(shades)


def _step(papers: int, full: int) -> int:
    """Which of the shades so many papers are: none for none, the last for a full day."""
    most = len(_SHADES) - 1
    return min(most, -(-papers * most // full))


def _print_waited(progress: ReadingProgress) -> None:
    _print_heading("Days until decided")
    most = max(bucket.papers for bucket in progress.waited)
    for bucket in progress.waited:
        last = "" if bucket.most is None else f"{bucket.most}"
        days = f"{bucket.least}" if last == f"{bucket.least}" else f"{bucket.least}–{last}"
        bar = "█" * -(-bucket.papers * _BAR // most)
        click.echo(f"{days:>9}  {_coloured(bar)}{' ' if bar else ''}{bucket.papers:,}")


def _print_tags(progress: ReadingProgress) -> None:
    click.echo()
    months = [f"{month.first:%b}" for month in progress.months]
    rows = [
        (tag.tag, *(f"{month.papers:,}" if month.papers else "·" for month in tag.months))
        for tag in progress.tags
    ]
    table(("Tags by month", *months), rows, empty="")


def _coloured(marks: str) -> str:
    """Marks in a colour, where the terminal has colours."""
    return click.style(marks, fg="blue")


def _print_heading(text: str) -> None:
    click.secho(f"\n{plain(text)}", bold=True)


# --- As JSON ------------------------------------------------------------------------------------


def _document(progress: ReadingProgress) -> dict[str, Any]:
    week = progress.week
    return {
        "first": progress.first.isoformat(),
        "last": progress.last.isoformat(),
        "read": progress.papers,
        "decided": progress.decided,
        "in_inbox": progress.in_inbox,
        "week": {"read": week.papers, "came_in": week.came_in, "days": _stretches(week.days)},
        "days": _stretches(progress.days),
        "weeks": _stretches(progress.weeks),
        "months": _stretches(progress.months),
        "waited": [
            {
                "least_days": bucket.least,
                "most_days": bucket.most,
                "papers": bucket.papers,
                "query": bucket.query,
            }
            for bucket in progress.waited
        ],
        "tags": [
            {
                "tag": tag.tag,
                "months": [_stretch(month) | {"query": tag.query(month)} for month in tag.months],
            }
            for tag in progress.tags
        ],
    }


def _stretches(stretches: Iterable[DaysRead]) -> list[dict[str, Any]]:
    return [_stretch(stretch) for stretch in stretches]


def _stretch(stretch: DaysRead) -> dict[str, Any]:
    return {
        "first": stretch.first.isoformat(),
        "last": stretch.last.isoformat(),
        "read": stretch.papers,
        "query": stretch.query,
    }
