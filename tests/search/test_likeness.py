"""The order of what a person may like, learnt from stars, what was read and what was skipped."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.model import ListKind, PaperList, Sort, Status
from tests.libraries.papers import digest, entry

INBOX = PaperList(ListKind.INBOX)
PAPERS = (
    entry("Tides in the Harbour", abstract="A slow pendulum measures the tides of a harbour."),
    entry("Kites over Hills", abstract="Kites lean on the wind over hills."),
    entry("Lamps for Kites", abstract="By lamps the wind and kites are seen over hills."),
    entry("Harbour Pendulums", abstract="The pendulum of the harbour is slow; tides are not."),
    entry("Soup", abstract="Leeks and stock."),
    entry("Tides without Pendulums", abstract="Tides of a harbour, measured by eye."),
    entry("Bread", abstract="Flour and water."),
)


@pytest.fixture
def tidal(library: Library) -> Library:
    library.import_digest(digest(PAPERS))
    library.update_index()
    return library


def liked(library: Library, where: PaperList = INBOX) -> list[int]:
    return library.list_ids(where, Sort.LIKENESS)


def test_with_nothing_to_learn_from_it_is_by_date(tidal: Library) -> None:
    assert not tidal.likeness_known()
    assert liked(tidal) == tidal.list_ids(INBOX)
    assert tidal.likeness([1, 2]) == {}
    tidal.set_status([2], Status.SKIPPED)
    assert not tidal.likeness_known()
    assert liked(tidal) == tidal.list_ids(INBOX)


def test_what_is_like_the_starred_comes_first_and_says_so(tidal: Library) -> None:
    tidal.set_starred([1], True)
    tidal.set_status([1], Status.QUEUED)
    assert tidal.likeness_known()
    assert liked(tidal)[:2] == [4, 6]
    reasons = tidal.likeness([4, 6, 5])
    assert reasons[4].because == "because you starred “Tides in the Harbour”"
    assert set(reasons[4].words) == {"pendulum", "harbour", "slow", "tides"}
    assert reasons[4].score > reasons[6].score > reasons[5].score == 0
    assert reasons[5].because == ""


def test_what_is_read_teaches_too(tidal: Library) -> None:
    tidal.set_status([2], Status.READ)
    assert liked(tidal)[0] == 3
    assert tidal.likeness([3])[3].because == "because you read “Kites over Hills”"


def test_what_is_like_the_skipped_comes_last_without_a_reason(tidal: Library) -> None:
    tidal.set_starred([1], True)
    tidal.set_status([2], Status.SKIPPED)
    assert liked(tidal)[-1] == 3
    found = tidal.likeness([3])[3]
    assert found.score < 0
    assert found.because == ""


def test_it_follows_stars_and_their_undo(tidal: Library) -> None:
    tidal.set_starred([1], True)
    assert liked(tidal)[:2] == [4, 6]
    tidal.set_starred([2], True)
    assert set(liked(tidal)[:3]) == {3, 4, 6}
    tidal.undo()
    assert liked(tidal)[:2] == [4, 6]
    tidal.undo()
    assert liked(tidal) == tidal.list_ids(INBOX)


def test_it_follows_another_program(tidal: Library) -> None:
    assert liked(tidal) == tidal.list_ids(INBOX)
    with Library(tidal.folder) as other:
        other.set_starred([1], True)
    assert tidal.notice_others()
    assert liked(tidal)[:2] == [4, 6]


def test_a_paper_is_no_reason_for_itself(tidal: Library) -> None:
    tidal.set_starred([1], True)
    found = tidal.likeness([1])[1]
    assert (found.score, found.because) == (0, "")
    tidal.set_starred([4], True)
    assert tidal.likeness([1])[1].because == "because you starred “Harbour Pendulums”"


def test_a_search_may_have_that_order(tidal: Library) -> None:
    tidal.set_starred([2], True)
    assert tidal.search("is:inbox sort:likeness").ids[:1] == (3,)
    assert tidal.search("is:inbox", Sort.LIKENESS).ids[:1] == (3,)


def test_papers_that_are_not_indexed_yet_have_no_likeness(tidal: Library) -> None:
    tidal.set_starred([1], True)
    tidal.import_digest(digest([entry("Tides of a Harbour, Anew")], title="More"))
    assert sorted(liked(tidal)) == list(range(1, 9))
    assert tidal.likeness([8])[8].score == 0
    tidal.update_index()
    assert tidal.likeness([8])[8].score > 0


def test_without_an_index_it_is_by_date(sample: Library) -> None:
    sample.set_starred([1], True)
    assert liked(sample) == sample.list_ids(INBOX)
    assert sample.likeness([1]) == {}
    sample.update_index()
    assert sample.likeness([1]) != {}


def test_many_of_the_same_words_across_segments(library: Library) -> None:
    for paper in PAPERS:
        library.import_digest(digest([paper], title=paper.title))
        library.update_index()
    library.set_starred([1], True)
    assert liked(library)[:2] == [4, 6]
