"""What was read, by day, week, month and tag: each figure is as many papers as its query lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.model import (
    DaysRead,
    Filter,
    Marks,
    ReadingProgress,
    Sort,
    Status,
    TagRead,
    Waited,
)
from reader.search.parsing import parse
from tests.conftest import Clock
from tests.libraries.papers import digest, entry

TODAY = date(2026, 5, 1)


def figures(progress: ReadingProgress) -> Iterator[tuple[str, int]]:
    """Every number of the charts, with the query that lists its papers."""
    for stretch in (*progress.days, *progress.weeks, *progress.months, *progress.week.days):
        yield stretch.query, stretch.papers
    for bucket in progress.waited:
        yield bucket.query, bucket.papers
    for tag in progress.tags:
        for month in tag.months:
            yield tag.query(month), month.papers


def read_at(library: Library, clock: Clock, paper_id: int, moment: datetime) -> None:
    clock.now = moment
    library.set_status([paper_id], Status.READ)


def at(year: int, month: int, day: int, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


@pytest.fixture
def read(sample: Library, clock: Clock) -> Library:
    """The five papers came in on 1 May 2026; three were read since, one skipped, one waits."""
    read_at(sample, clock, 1, at(2026, 5, 1, 20))
    read_at(sample, clock, 2, at(2026, 5, 12))
    read_at(sample, clock, 3, at(2026, 5, 12, 13))
    clock.now = at(2026, 6, 9)
    sample.set_status([4], Status.SKIPPED)
    return sample


def test_nothing_read(library: Library) -> None:
    progress = library.reading_progress()
    assert (progress.papers, progress.decided, progress.in_inbox) == (0, 0, 0)
    assert progress.tags == ()
    assert progress.first_year == TODAY.year
    assert {number for _, number in figures(progress)} == {0}


def test_the_year_to_today(read: Library) -> None:
    progress = read.reading_progress()
    assert progress.first.weekday() == 0
    assert progress.last == progress.today == date(2026, 6, 9)
    assert len(progress.weeks) == 53
    assert len(progress.days) == 52 * 7 + 2
    days = {day.first: day.papers for day in progress.days if day.papers}
    assert days == {date(2026, 5, 1): 1, date(2026, 5, 12): 2}
    weeks = {week.query: week.papers for week in progress.weeks if week.papers}
    assert weeks == {"read:2026-04-27..2026-05-03": 1, "read:2026-05-11..2026-05-17": 2}
    months = {month.query: month.papers for month in progress.months}
    assert next(iter(months)) == "read:2025-07"
    assert list(months)[-1] == "read:2026-06"
    assert months["read:2026-05"] == 3
    assert progress.papers == 3
    assert progress.in_inbox == 1


def test_a_year_of_the_calendar(read: Library, clock: Clock) -> None:
    clock.now = at(2027, 2, 1)
    progress = read.reading_progress(2026)
    assert (progress.first, progress.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert progress.months[0].query == "read:2026-01"
    assert progress.months[-1].query == "read:2026-12"
    assert progress.papers == sum(week.papers for week in progress.weeks) == 3
    assert progress.first_year == 2026
    assert read.reading_progress(2025).papers == 0
    assert read.reading_progress().papers == 3
    assert read.reading_progress(2027).last == date(2027, 2, 1)


def test_how_long_papers_waited(read: Library) -> None:
    waited = {bucket.query.split()[0]: bucket.papers for bucket in read.reading_progress().waited}
    assert waited == {
        "waited:0": 1,
        "waited:1": 0,
        "waited:2..6": 0,
        "waited:7..30": 2,
        "waited:31..90": 1,
        "waited:91..365": 0,
        "waited:366..": 0,
    }


def test_this_week_against_what_came_in(read: Library, clock: Clock) -> None:
    assert read.reading_week() == read.reading_progress().week
    assert (read.reading_week().papers, read.reading_week().came_in) == (0, 0)
    clock.now = at(2026, 5, 2)
    week = read.reading_week()
    assert week.days[0].first == date(2026, 4, 27)
    assert week.today == date(2026, 5, 2)
    assert [day.papers for day in week.days] == [0, 0, 0, 0, 1, 0, 0]
    assert (week.papers, week.came_in) == (1, 5)


def test_tags_by_month_with_those_nested_in_them(read: Library) -> None:
    read.add_tags([1], ["nlp/long"])
    read.add_tags([1, 2], ["NLP"])
    read.add_tags([3, 4], ["two words"])
    read.add_tags([3], ['say "cheese"', "##sharp"])
    tags = read.reading_progress().tags
    assert [(tag.tag, [month.papers for month in tag.months if month.papers]) for tag in tags] == [
        ("NLP", [2]),
        ("two words", [1]),
    ]
    may = tags[1].months[10]
    assert tags[1].query(may) == 'tag:"two words" read:2026-05'
    assert read.search(tags[1].query(may)).ids == (3,)


def test_what_is_read_no_longer_does_not_count(read: Library) -> None:
    read.set_status([2], Status.QUEUED)
    progress = read.reading_progress()
    assert progress.papers == 2
    assert set(read.search("read:2026-05-12").ids) == {3}
    read.undo()
    assert read.reading_progress().papers == 3


def test_it_follows_each_change(read: Library, clock: Clock) -> None:
    assert read.reading_progress().papers == 3
    read.set_status([5], Status.READ)
    assert read.reading_progress().papers == 4
    read.undo()
    assert read.reading_progress().papers == 3
    read.delete_papers([1])
    assert read.reading_progress().papers == 2
    read.undo()
    assert read.reading_progress().papers == 3
    read.merge_papers(5, 3)
    assert read.reading_progress().papers == 3
    clock.advance(days=400)
    assert read.reading_progress().papers == 0
    assert read.reading_progress(2026).papers == 3


def test_it_follows_another_program(
    read: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    assert read.reading_progress().papers == 3
    open_library().set_status([5], Status.READ)
    assert read.notice_others()
    assert read.reading_progress().papers == 4


def test_one_great_day_does_not_make_all_others_look_empty(library: Library, clock: Clock) -> None:
    assert library.reading_progress().full_day == 1
    library.import_digest(digest([f"Paper {number}" for number in range(170)]))
    for paper_id in range(1, 31):
        library.set_status([paper_id], Status.READ)
        clock.advance(days=1)
    assert library.reading_progress().full_day == 1
    library.set_status(range(31, 171), Status.READ)
    assert max(day.papers for day in library.reading_progress().days) == 140
    assert library.reading_progress().full_day == 1


def test_a_paper_read_elsewhere_before_it_came_here(library: Library) -> None:
    then = at(2026, 3, 3)
    marks = Marks(Status.READ, read_at=then)
    library.import_digest(digest([entry("Read long ago", marks=marks)]))
    progress = library.reading_progress()
    assert [day.query for day in progress.days if day.papers] == ["read:2026-03-03"]
    assert progress.waited[0].papers == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("read:2026-05-12", {2, 3}),
        ("read:2026-05", {1, 2, 3}),
        ("read:2026-05-01..2026-05-11", {1}),
        ("read:..2026-05-01", {1}),
        ("read:2026-05-13..", set()),
        ("read:30d", {2, 3}),
        ("read:1y", {1, 2, 3}),
        ("read:today", set()),
        ("-read:2026", {4, 5}),
        ("decided:today", {4}),
        ("decided:2026-06", {4}),
        ("decided:2026", {1, 2, 3, 4}),
        ("waited:0", {1}),
        ("waited:7..30", {2, 3}),
        ("waited:..11", {1, 2, 3}),
        ("waited:11", {2, 3}),
        ("waited:10", set()),
        ("waited:31..", {4}),
        ("waited:0..9999 is:skipped", {4}),
    ],
)
def test_the_filters(read: Library, clock: Clock, text: str, expected: set[int]) -> None:
    clock.now = at(2026, 6, 9)
    found = read.search(text)
    assert (set(found.ids), found.not_understood) == (expected, ())


@pytest.mark.parametrize("text", ["read:maybe", "read:..", "waited:..", "waited:7d", "decided:x"])
def test_filters_that_mean_nothing(text: str) -> None:
    query = parse(f"{text} ")
    assert not query
    assert [part.text for part in query.not_understood] == [text]


def test_filters_are_completed(read: Library) -> None:
    def labels(text: str) -> list[str]:
        return [one.label for one in read.completions(text, len(text))]

    assert labels("wai") == ["waited:"]
    assert labels("dec") == ["decided:"]
    assert "7d" in labels("read:")
    assert "7..30" in labels("waited:")


events = st.lists(
    st.tuples(
        st.integers(1, 8),
        st.sampled_from(list(Status)),
        st.integers(0, 60 * 24 * 45),
        st.sampled_from([(), ("nlp",), ("nlp/a", "Vision"), ("two words",), ("vision",)]),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(events, st.sampled_from([None, 2025, 2026]))
def test_each_figure_is_as_many_papers_as_its_query_lists(
    new_library_folder: Callable[[], Path],
    happened: list[tuple[int, Status, int, tuple[str, ...]]],
    year: int | None,
) -> None:
    clock = Clock()
    clock.now = at(2025, 11, 3)
    with Library(new_library_folder(), now=clock) as library:
        library.import_digest(digest([f"Paper {number}" for number in range(8)]))
        for paper_id, status, minutes, tags in happened:
            clock.advance(minutes=minutes)
            library.set_status([paper_id], status)
            library.add_tags([paper_id], tags)
        progress = library.reading_progress(year)
        for at_, (query, number) in enumerate(figures(progress)):
            if number or at_ % 40 == 0:
                assert library.search(query, Sort.ADDED, literal=True).total == number, query
        assert progress.papers == sum(week.papers for week in progress.weeks)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 500), st.integers(0, 2000))
def test_every_query_is_understood(first: date, days: int, least: int) -> None:
    last = first + timedelta(days=days)
    stretch = DaysRead(first, last, 1)
    bucket = Waited(least, None if days % 2 else least + days, 1, first, last)
    tagged = TagRead("a (b) c", (stretch,))
    for text, fields in (
        (stretch.query, ["read"]),
        (bucket.query, ["waited", "decided"]),
        (tagged.query(stretch), ["tag", "read"]),
    ):
        query = parse(text)
        assert query.not_understood == ()
        assert [one.field for one in query.filters()] == fields
        assert Filter("tag", "a (b) c*") not in query.filters()
