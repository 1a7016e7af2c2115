"""Deciding in the Inbox moves on by itself, and the list never jumps under the hand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from reader.gui.theme.icons import icon
from reader.gui.theme.tokens import ICON
from reader.library import Library
from reader.model import Digest, Listing, ListKind, PaperList, Since, Sort, Status
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES
from tests.libraries.papers import digest

STARRED = PaperList(ListKind.STARRED)


def ids(person: Person) -> list[int]:
    return list(person.window.list.model.ids)


def current(person: Person) -> int | None:
    return person.window.navigation.current


@pytest.mark.parametrize("key", ["S", "L", "M", "X"])
def test_a_decision_moves_on(person: Person, key: str) -> None:
    before = ids(person)
    assert current(person) == before[0]
    person.press(key)
    assert current(person) == before[1]
    assert person.current_title == person.window.library.paper(before[1]).title
    person.press(key)
    assert current(person) == before[2]


@pytest.mark.parametrize("key", ["L", "M", "X"])
def test_at_the_end_it_moves_to_the_paper_before(person: Person, key: str) -> None:
    before = ids(person)
    person.window.list.view.go_to(len(before) - 1)
    person.settle()
    person.press(key)
    assert current(person) == before[-2]
    assert ids(person) == before[:-1]


def test_a_star_at_the_end_stays_within_the_list(person: Person) -> None:
    before = ids(person)
    person.window.list.view.go_to(len(before) - 1)
    person.settle()
    person.press("S")
    assert current(person) in before
    assert person.window.library.list_ids(STARRED) == [before[-1]]


def test_the_last_paper_leaves_an_empty_inbox_that_speaks(person: Person) -> None:
    for _ in range(5):
        person.press("L")
    window = person.window
    assert window.list.stack.currentWidget() is window.list.empty
    assert window.list.empty.text() == "Inbox zero. 5 to read."
    assert current(person) is None
    person.press("Z")
    assert len(ids(person)) == 1
    assert current(person) == ids(person)[0]
    person.press("L")
    person.press("G, T")
    assert len(ids(person)) == 5
    person.press("J")
    assert person.focused is window.list.view


def test_counts_follow(person: Person) -> None:
    assert (person.count(ListKind.INBOX), person.count(ListKind.READ)) == (5, 0)
    person.press("M")
    assert (person.count(ListKind.INBOX), person.count(ListKind.READ)) == (4, 1)
    person.press("S")
    assert person.count(ListKind.STARRED) == 1
    person.press("Z")
    person.press("Z")
    assert (person.count(ListKind.INBOX), person.count(ListKind.STARRED)) == (5, 0)
    assert person.window.list.heading.count.text() == "5 papers"


def test_undo_brings_a_paper_back_and_selects_it(person: Person) -> None:
    before = ids(person)
    person.press("J")
    person.press("X")
    person.press("J")
    person.press("Z")
    assert ids(person) == before
    assert current(person) == before[1]
    assert person.current_title == person.window.library.paper(before[1]).title


def test_the_selection_survives_a_search(person: Person, sample: Library) -> None:
    person.indexed()
    person.press("J")
    before = current(person)
    person.press("/")
    person.type("attention")
    person.until(lambda: set(ids(person)) == {1, 3})
    person.press("Esc")
    person.until(lambda: len(ids(person)) == 5)
    person.settle()
    assert current(person) == before


def searched(person: Person) -> None:
    """Searches, with two answers, from the last paper of the list."""
    person.indexed()
    person.window.list.view.go_to(len(ids(person)) - 1)
    person.settle()
    person.press("/")
    person.type("attention")
    person.until(lambda: set(ids(person)) == {1, 3})
    person.settle()


def left(person: Person) -> int:
    """Leaves the search; the paper one is at then."""
    person.press("Esc")
    person.until(lambda: len(ids(person)) > 2)
    person.settle()
    return current(person)


def test_an_answer_one_went_to_stays_current_out_of_the_search(person: Person) -> None:
    searched(person)
    person.press("Return")
    person.press("J")
    second = current(person)
    assert left(person) == second
    assert person.current_title == person.window.library.paper(second).title


def test_an_answer_one_did_something_with_stays_current(person: Person, sample: Library) -> None:
    searched(person)
    person.press("Return")
    best = current(person)
    person.press("S")
    assert left(person) == best
    assert sample.paper(best).starred


def test_an_answer_that_is_not_in_the_list_leads_back_to_where_one_was(
    person: Person, sample: Library
) -> None:
    sample.set_status([1], Status.SKIPPED)
    person.settle()
    before = ids(person)[-1]
    searched(person)
    person.press("Return")
    while current(person) != 1:
        person.press("J")
    person.press("S")
    assert left(person) == before


def test_another_query_offers_its_own_best_answer(person: Person) -> None:
    before = ids(person)[-1]
    searched(person)
    person.press("Return")
    person.press("J")
    person.press("/")
    person.type("anemones")
    person.until(lambda: ids(person) == [1])
    person.settle()
    assert left(person) == before


def test_what_was_taken_up_is_so_after_a_look_at_similar_papers(person: Person) -> None:
    searched(person)
    person.press("Return")
    best = current(person)
    person.press("Shift+R")
    person.until(lambda: person.window.navigation.list.kind is ListKind.SIMILAR)
    person.settle()
    person.press("Esc")
    person.until(lambda: set(ids(person)) == {1, 3})
    person.settle()
    assert left(person) == best


def test_an_answer_that_others_took_away_is_nothing_the_person_did(
    person: Person, sample: Library
) -> None:
    before = ids(person)[-1]
    searched(person)
    sample.delete_papers([current(person)])
    person.settle()
    assert left(person) == before


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_selection_survives_sorting(person: Person, sample: Library) -> None:
    person.press("J")
    before = current(person)
    button = person.window.list.heading.sort_button
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    person.until(lambda: QApplication.activePopupWidget() is menu)
    assert isinstance(menu, QMenu)
    while menu.activeAction() is None or menu.activeAction().text() != "Title":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    person.settle()
    assert ids(person) == sample.list_ids(PaperList(ListKind.INBOX), Sort.TITLE)
    assert current(person) == before


def test_the_selection_survives_an_import(person: Person, sample: Library) -> None:
    person.press("J")
    before = person.window.navigation.selected
    sample.import_digest(digest(["Whales Above", "Xylophones Below"], title="More"))
    person.until(lambda: len(ids(person)) == 7)
    person.settle()
    assert person.window.navigation.selected == before


def test_another_program_is_seen_within_seconds(
    person: Person, open_library: Callable[..., Library]
) -> None:
    person.press("J")
    before = person.window.navigation.selected
    shown = person.window.navigation.current
    assert shown is not None
    other = open_library()
    others = [paper for paper in ids(person) if paper != shown]
    other.set_status(others[:2], Status.READ)
    other.add_tags([shown], ["from elsewhere"])
    person.until(lambda: len(ids(person)) == 3)
    person.until(lambda: person.count(ListKind.READ) == 2)
    person.until(lambda: person.window.paper.tags.names == ("from elsewhere",))
    assert person.window.navigation.selected == before


def test_everything_is_found_as_it_was(
    person: Person,
    open_library: Callable[..., Library],
    open_window: Callable[[Library], Person],
) -> None:
    person.press("G, L")
    person.window.list.view.go_to(3)
    person.settle()
    before = current(person)
    person.window.close()
    again = open_window(open_library())
    assert again.window.navigation.list == PaperList(ListKind.ALL)
    assert current(again) == before
    assert again.focused is again.window.list.view


def test_a_digest_that_was_taken_back_meanwhile_is_not_gone_to(
    person: Person,
    sample: Library,
    open_library: Callable[..., Library],
    open_window: Callable[[Library], Person],
) -> None:
    more = sample.import_digest(digest(["Whales Above"], title="More")).digest_id
    person.settle()
    person.window.navigation.go(PaperList(ListKind.DIGEST, str(more)))
    person.settle()
    person.window.close()
    sample = open_library()
    sample.take_back_digest(more)
    again = open_window(sample)
    assert again.window.navigation.list == PaperList(ListKind.INBOX)
    assert len(ids(again)) == 5


@pytest.mark.parametrize("listed", [True, False], ids=["listed", "not listed"])
def test_after_a_search_the_next_start_is_at_what_it_found_or_where_it_was_begun(
    person: Person,
    sample: Library,
    open_library: Callable[..., Library],
    open_window: Callable[[Library], Person],
    listed: bool,
) -> None:
    if not listed:
        sample.set_status([1], Status.READ)
        person.settle()
    person.window.list.view.go_to(2)
    person.settle()
    before = person.window.navigation.current
    person.press("/")
    person.type("anemones")
    person.until(lambda: person.window.navigation.current == 1)
    person.settle()
    person.window.close()
    again = open_window(open_library())
    assert again.window.navigation.list == PaperList(ListKind.INBOX)
    assert again.window.navigation.current == (1 if listed else before)


def test_a_move_made_meanwhile_is_not_taken_back(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is asked for again after a star; the person has moved when it comes."""
    person.press("G, L")
    person.window.list.view.go_to(0)
    person.settle()
    asked, go_on = threading.Event(), threading.Event()
    listing = sample.listing

    def slowly(place: PaperList, sort: Sort, since: Since | None) -> Listing:
        asked.set()
        go_on.wait(10)
        return listing(place, sort, since)

    # As where another program has acted meanwhile: only the whole list helps.
    monkeypatch.setattr(sample, "followed", lambda *_: None)
    monkeypatch.setattr(sample, "listing", slowly)
    person.type("s")
    person.until(asked.is_set)
    person.type("j")
    expected = ids(person)[1]
    assert current(person) == expected
    go_on.set()
    person.settle()
    assert current(person) == expected


@pytest.mark.parametrize(
    ("key", "status"), [("L", "queued"), ("M", "read"), ("X", "skipped"), ("B", "reading")]
)
def test_a_selection_of_many_is_decided_at_once(
    person: Person, sample: Library, key: str, status: str
) -> None:
    before = ids(person)
    person.press("Shift+J")
    person.press("Shift+J")
    person.press(key)
    assert {paper.status for paper in sample.papers(before[:3])} == {Status(status)}
    assert {paper.status for paper in sample.papers(before[3:])} == {Status.INBOX}
    assert current(person) == before[3]
    person.press("Z")
    assert ids(person) == before


def test_a_selection_of_many_stays_through_actions_of_anyone(
    person: Person, sample: Library, open_library: Callable[..., Library]
) -> None:
    person.press("G, L")
    person.window.list.view.go_to(1)
    person.press("Shift+J")
    before = person.window.navigation.selected
    assert len(before) == 2
    person.press("S")
    assert person.window.navigation.selected == before
    person.press("L")
    assert person.window.navigation.selected == before
    assert set(sample.list_ids(STARRED)) == set(before)
    open_library().import_digest(digest(["Whales Above"], title="More"))
    person.until(lambda: len(ids(person)) == 6)
    person.settle()
    assert set(person.window.navigation.selected) == set(before)


def test_the_pane_says_how_many_papers_are_selected(
    open_library: Callable[..., Library], open_window: Callable[[Library], Person]
) -> None:
    library = open_library()
    library.import_digest(digest([f"Paper {word}" for word in "ABCDEFGHIJKL"]))
    person = open_window(library)
    person.press("*")
    assert person.window.paper.several.heading.text() == "12 papers"
    assert person.window.paper.stack.currentWidget() is person.window.paper.several
    person.press("M")
    assert len(library.list_ids(PaperList(ListKind.READ))) == 12


def test_a_paper_in_the_list_of_a_digest_stays_after_a_decision(
    person: Person, sample: Library, sample_digest: Digest
) -> None:
    place = PaperList(ListKind.DIGEST, str(sample.digests()[0].id))
    person.window.navigation.go(place)
    person.settle()
    papers: Sequence[int] = ids(person)
    assert [sample.paper(paper).title for paper in papers] == [
        entry.title for entry in sample_digest.entries
    ]
    person.press("M")
    assert ids(person) == papers


@DRESSES
def test_the_star_over_the_paper_stays_whatever_is_done(
    sample: Library, open_window: Callable[[Library], Person]
) -> None:
    sample.set_starred([1], True)
    person = open_window(sample)
    button = person.window.paper.tool_bar.findChild(QToolButton, "paper.toggle-star")
    assert isinstance(button, QToolButton)

    def starred() -> bool:
        filled = icon("star", person.theme.tokens.star, filled=True)
        return button.icon().pixmap(ICON).toImage() == filled.pixmap(ICON).toImage()

    person.until(starred)
    person.press("N")
    assert starred()
    person.theme.set_mode("dark")
    person.settle()
    assert starred()
    person.press("Esc")
    person.press("J")
    assert not starred()
