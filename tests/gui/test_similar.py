"""The list of papers that are like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.library import Library
from reader.model import ListKind, PaperList, Sort, Status
from tests.gui.conftest import Person
from tests.gui.test_likeness import choose, lines
from tests.libraries.papers import digest, entry
from tests.search.test_likeness import PAPERS

INBOX = PaperList(ListKind.INBOX)


@pytest.fixture
def reading(open_window: Callable[[Library], Person], library: Library) -> Person:
    library.import_digest(digest(PAPERS))
    library.update_index()
    return open_window(library)


def listed(person: Person) -> list[int]:
    return list(person.window.list.model.ids)


def at(person: Person, paper: int) -> None:
    person.window.list.view.go_to(listed(person).index(paper))
    person.settle()


def test_rows_show_the_shared_words(reading: Person) -> None:
    reading.press("Shift+R")
    assert listed(reading) == [4, 6]
    assert reading.window.list.heading.count.text() == "2 papers"
    reading.until(lambda: all(lines(reading).values()))
    assert set(lines(reading)[4].split(" · ")) == {"pendulum", "slow", "harbour", "tides"}
    assert reading.window.list.delegate.with_snippets
    reading.press("Esc")
    assert not reading.window.list.delegate.with_snippets


def test_a_long_heading_is_cut_and_said_whole(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    title = "Tides in the Harbour " * 9
    library.import_digest(digest([entry(title.strip()), entry("Tides of a Harbour")]))
    library.update_index()
    person = open_window(library)
    person.press("Shift+R")
    heading = person.window.list.heading
    shown = heading.title
    person.until(lambda: shown.toolTip() == shown.text() == f"Like “{title.strip()}”")
    assert shown.width() < person.window.list.width() - heading.count.width()
    person.press("Esc")
    person.until(lambda: shown.toolTip() == "")


def test_from_one_to_the_next_and_step_by_step_back(reading: Person) -> None:
    reading.press("Shift+R")
    reading.press("J")
    assert reading.window.navigation.current == 6
    reading.press("Shift+R")
    assert reading.window.list.heading.title.text() == "Like “Tides without Pendulums”"
    reading.press("Esc")
    assert reading.window.list.heading.title.text() == "Like “Tides in the Harbour”"
    assert (listed(reading), reading.window.navigation.current) == ([4, 6], 6)
    reading.press("Esc")
    assert reading.window.list.heading.title.text() == "Inbox"
    assert reading.window.navigation.current == 1
    reading.press("Esc")
    assert reading.window.navigation.list == INBOX


def test_back_into_the_search_it_was_asked_from(reading: Person) -> None:
    window = reading.window
    reading.press("/")
    reading.type("kites")
    reading.until(lambda: set(listed(reading)) == {2, 3})
    reading.press("Return")
    at(reading, 3)
    reading.press("Shift+R")
    assert (listed(reading), window.list.search.text()) == ([2], "")
    reading.press("Esc")
    reading.settle()
    assert set(listed(reading)) == {2, 3}
    assert (window.list.search.text(), window.navigation.current) == ("kites", 3)
    reading.press("Esc")
    reading.settle()
    assert (len(listed(reading)), window.navigation.current) == (7, 3)


def test_a_search_in_between_ends_where_it_began(reading: Person) -> None:
    reading.press("Shift+R")
    reading.press("/")
    reading.type("soup")
    reading.until(lambda: listed(reading) == [5])
    assert reading.window.list.heading.title.text() == "Results"
    reading.press("Esc")
    reading.until(lambda: listed(reading) == [4, 6])
    reading.press("Esc")
    assert reading.window.navigation.list == INBOX


def test_the_chosen_order_waits_outside(reading: Person) -> None:
    choose(reading, "Title")
    at(reading, 1)
    reading.press("Shift+R")
    assert listed(reading) == [4, 6]
    choose(reading, "Date added")
    assert reading.window.navigation.order is Sort.ADDED
    reading.press("G, L")
    assert reading.window.navigation.order is Sort.TITLE
    assert reading.window.navigation.list == PaperList(ListKind.ALL)


def test_deciding_there_takes_nothing_away(reading: Person) -> None:
    reading.press("Shift+R")
    reading.press("X")
    assert listed(reading) == [4, 6]
    assert reading.window.library.paper(4).status is Status.SKIPPED
    assert reading.window.navigation.current == 4


def test_a_paper_like_no_other_says_so_and_esc_leads_back(reading: Person) -> None:
    at(reading, 5)
    reading.press("Shift+R")
    assert listed(reading) == []
    assert "Esc goes back" in reading.window.list.empty.text()
    assert reading.window.list.papers_have_focus()
    reading.press("Shift+R")
    assert reading.window.toast.text.text().startswith("Go to a paper first")
    reading.press("Esc")
    assert (len(listed(reading)), reading.window.navigation.current) == (7, 5)


def test_it_follows_what_is_indexed_and_deleted(reading: Person) -> None:
    library = reading.window.library
    reading.press("Shift+R")
    library.import_digest(digest([entry("A Harbour of Slow Tides")], title="More"))
    reading.until(lambda: set(listed(reading)) == {4, 6, 8})
    library.delete_papers([4])
    reading.until(lambda: set(listed(reading)) == {6, 8})
    library.delete_papers([1])
    reading.until(lambda: listed(reading) == [])
    reading.press("Esc")
    assert reading.window.navigation.list == INBOX


def test_the_next_start_is_where_one_was_before(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    library.import_digest(digest(PAPERS))
    library.update_index()
    person = open_window(library)
    person.press("G, L")
    at(person, 2)
    person.press("Shift+R")
    person.window.close()
    again = open_window(library).window
    assert again.navigation.list == PaperList(ListKind.ALL)
    assert again.navigation.current == 2
