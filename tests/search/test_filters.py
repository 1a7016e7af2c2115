"""The filters of the query language, each alone and with words, and the order asked for inside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from reader.library import Library
from reader.model import Identifier, Link, LinkKind, Sort, Status, Widened
from tests.conftest import Clock
from tests.libraries.papers import digest, entry

PDF = Link(LinkKind.PDF, "https://example.org/paper.pdf")
_YAKS = "Yaks and tides: A survey of shaggy animals near water"
CODE = Link(LinkKind.CODE, "https://example.org/code")


def fill(library: Library, clock: Clock) -> None:
    """Eight papers of three digests, imported on three days; the clock is on the last."""
    clock.now = datetime(2025, 12, 30, 12, tzinfo=UTC)
    first = (
        entry(
            "Zebras in January",
            year=1999,
            venue="Journal of Stripes",
            abstract="Stripes and tides.",
            identifiers=(Identifier("arxiv", "2401.00007"), Identifier("doi", "10.5555/zebras")),
            links=(CODE,),
        ),
        entry(_YAKS, year=2020, venue="Proceedings of NeurIPS", links=(PDF,)),
        entry(
            "X-rays of tides",
            year=2021,
            venue="NeurIPS Workshop",
            identifiers=(Identifier("arxiv", "math/0309136"),),
        ),
    )
    library.import_digest(digest(first, title="Old animals", date=date(2025, 12, 1)))
    clock.now = datetime(2026, 4, 20, 12, tzinfo=UTC)
    second = (
        entry("Wolves of the tides", year=2024, abstract="Howling."),
        entry("Voles", year=2025, abstract="Like https://arxiv.org/abs/2401.00007."),
        entry("Unicorns"),
    )
    library.import_digest(digest(second, title="Trending Größe", date=date(2026, 4, 19)))
    clock.now = datetime(2026, 5, 1, 12, tzinfo=UTC)
    third = (entry("Tides themselves", year=2023), entry(_YAKS), entry("Swans"))
    library.import_digest(digest(third, title="Old things", date=date(2026, 4, 30)))
    library.update_index()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The papers, for tests that only read."""
    clock = Clock()
    with Library(tmp_path_factory.mktemp("filters") / "library", now=clock) as library:
        fill(library, clock)
        yield library


@pytest.fixture
def changing(library: Library, clock: Clock) -> Library:
    """The papers, for one test."""
    fill(library, clock)
    return library


ALL = {1, 2, 3, 4, 5, 6, 7, 8}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("year:2020", {2}),
        ("year:2020..2021", {2, 3}),
        ("year:2020..", {2, 3, 4, 5, 7}),
        ("year:..2020", {1, 2}),
        ("year:2021..2020", set()),
        ("year:1000", set()),
        ("-year:2020", ALL - {2}),
        ("-year:..9999", {6, 8}),
        ("tides year:2024..", {4}),
        ("year:2020 OR year:1999", {1, 2}),
        ("(year:2020 OR unicorns) ", {2, 6}),
        ("added:today", {7, 8}),
        ("added:yesterday", set()),
        ("added:1d", {7, 8}),
        ("added:7d", {7, 8}),
        ("added:11d", {4, 5, 6, 7, 8}),
        ("added:2w", {4, 5, 6, 7, 8}),
        ("added:1m", {4, 5, 6, 7, 8}),
        ("added:6m", ALL),
        ("added:1y", ALL),
        ("added:9999y", ALL),
        ("added:2020..9999", ALL),
        ("added:2020..9999-12", ALL),
        ("added:2025", {1, 2, 3}),
        ("added:2026", {4, 5, 6, 7, 8}),
        ("added:2026-04", {4, 5, 6}),
        ("added:2026-04-20", {4, 5, 6}),
        ("added:2026-04-21", set()),
        ("added:2025-12", {1, 2, 3}),
        ("added:2026-04..2026-05", {4, 5, 6, 7, 8}),
        ("added:2025-12-30..2026-04-20", {1, 2, 3, 4, 5, 6}),
        ("added:..2025-12-31", {1, 2, 3}),
        ("added:2026-05-01..", {7, 8}),
        ("added:2026-02-30", set()),
        ("tides added:today", {7}),
        ("-added:today tides ", {1, 2, 3, 4}),
        ("venue:neurips", {2, 3}),
        ('venue:"journal of stripes"', {1}),
        ("venue:NEURIPS rays ", {3}),
        ("-venue:e", {4, 5, 6, 7, 8}),
        ("digest:1", {1, 2, 3}),
        ("digest:3", {2, 7, 8}),
        ("digest:4", set()),
        ("digest:old", {1, 2, 3, 7, 8}),
        ('digest:"old animals"', {1, 2, 3}),
        ("digest:GRÖSSE", {4, 5, 6}),
        ("digest:größe", {4, 5, 6}),
        ("tides digest:old -digest:animals", {7}),
        ("has:abstract", {1, 4, 5}),
        ("has:pdf", {2}),
        ("has:code", {1}),
        ("-has:pdf tides ", {1, 3, 4, 7}),
        ("has:note", set()),
        ("has:highlight", set()),
        ("arxiv:2401.00007", {1}),
        ("arxiv:2401.00007v3", {1}),
        ("arxiv:2401.00008", set()),
        ("arxiv:math/0309136", {3}),
        ("arxiv:MATH/0309136v1", {3}),
        ("doi:10.5555/zebras", {1}),
        ("doi:10.5555/ZEBRAS", {1}),
        ("tides doi:10.5555/zebras", {1}),
        ("voles doi:10.5555/zebras", set()),
        ("is:inbox", ALL),
    ],
)  # fmt: skip
def test_each_filter(kept: Library, text: str, expected: set[int]) -> None:
    answer = kept.search(text, literal=True)
    assert set(answer.ids) == expected
    assert answer.total == len(expected)
    assert answer.index_complete
    assert not answer.not_understood


@pytest.mark.parametrize("text", ["year:20x0", "added:soon", "has:wings", "is:blue", "sort:luck"])
def test_a_filter_that_is_none_is_told_and_the_rest_is_answered(kept: Library, text: str) -> None:
    answer = kept.search(f"{text} voles ")
    assert answer.ids == (5,)
    assert [part.text for part in answer.not_understood] == [text]


def test_notes_and_status_are_seen_at_once(changing: Library) -> None:
    changing.set_note(3, "A note.")
    changing.set_status([4], Status.QUEUED)
    changing.set_status([5], Status.READING)
    assert changing.search("has:note").ids == (3,)
    assert changing.search("is:queued").ids == (4,)
    assert changing.search("is:reading").ids == (5,)
    changing.set_note(3, "")
    assert changing.search("has:note").ids == ()


def test_days_pass_between_searches(changing: Library, clock: Clock) -> None:
    assert set(changing.search("tides added:today").ids) == {7}
    clock.advance(days=1)
    assert changing.search("tides added:today").ids == ()
    assert set(changing.search("tides added:yesterday").ids) == {7}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tides sort:year", [4, 7, 3, 2, 1]),
        ("sort:year tides ", [4, 7, 3, 2, 1]),
        ("tides sort:title", [7, 4, 3, 2, 1]),
        ("tides SORT:TITLE", [7, 4, 3, 2, 1]),
        ("is:inbox sort:title", [8, 7, 6, 5, 4, 3, 2, 1]),
        ("year:2020.. sort:year", [5, 4, 7, 3, 2]),
        ("tides sort:year sort:title", [7, 4, 3, 2, 1]),
    ],
)
def test_the_order_asked_for_inside_the_query(
    kept: Library, text: str, expected: list[int]
) -> None:
    assert list(kept.search(text).ids) == expected
    # It counts for more than the order of the list.
    assert list(kept.search(text, Sort.ADDED).ids) == expected


def test_the_newest_come_first_when_that_is_asked_for(kept: Library) -> None:
    found = kept.search("tides sort:added").ids
    days = [kept.paper(number).added_at for number in found]
    assert days == sorted(days, reverse=True)
    assert set(found) == {1, 2, 3, 4, 7}


def test_an_order_alone_asks_for_nothing(kept: Library) -> None:
    answer = kept.search("sort:title")
    assert answer.ids == ()
    assert not answer.not_understood


@pytest.mark.parametrize(
    "text",
    [
        "https://doi.org/10.5555/zebras",
        "10.5555/zebras",
        "arXiv:2401.00007v2",
        "https://arxiv.org/pdf/2401.00007",
        "https://arxiv.org/abs/2401.00007?context=cs.CL#top",
        "arXiv:2401.00007 [cs.CL]",
        "arXiv:2401.00007v1 [cs.CL] 3 Jan 2024",
        "doi: 10.5555/zebras.",
        "DOI:10.5555/ZEBRAS",
        " 2401.00007 ",
        "(2401.00007)",
        "<https://doi.org/10.5555/zebras>",
    ],
)
def test_a_pasted_address_finds_its_paper(kept: Library, text: str) -> None:
    assert kept.search(text).ids == (1,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-arxiv:2401.00007 tides ", {2, 3, 4, 7}),
        ("-doi:10.5555/zebras", ALL - {1}),
        ("voles OR arxiv:2401.00007", {1, 5}),
        ("tides of 10.5555/zebras", set()),
        ("abstract:2401.00007", {5}),
        ("like https://arxiv.org/abs/2401.00007", {5}),
    ],
)
def test_an_address_among_words_is_words_or_a_filter(
    kept: Library, text: str, expected: set[int]
) -> None:
    assert set(kept.search(text, literal=True).ids) == expected


def test_without_its_filters_a_query_may_have_answers(kept: Library) -> None:
    assert not kept.search("tides year:1950 is:inbox").ids
    found = kept.widened("tides year:1950 is:inbox")
    assert found == Widened("tides", ("year", "is"), len(kept.search("tides").ids))


@pytest.mark.parametrize("text", ["tides", "qqqq year:1950", "year:1950", "", "year:"])
def test_nothing_is_offered_where_leaving_filters_out_is_of_no_use(
    kept: Library, text: str
) -> None:
    assert kept.widened(text) is None
