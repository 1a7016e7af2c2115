"""The order of what a person may like, in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.gui.list.reasons import steady
from reader.library import Library
from reader.model import Sort, Status
from tests.gui.conftest import Person
from tests.libraries.papers import digest, entry
from tests.search.test_likeness import PAPERS


@pytest.fixture
def reading(open_window: Callable[[Library], Person], library: Library) -> Person:
    library.import_digest(digest(PAPERS))
    library.update_index()
    return open_window(library)


def choose(person: Person, order: str) -> None:
    """Takes an order from the menu of the list."""
    menu = person.window.list.heading.sort_button.menu()
    [action] = [action for action in menu.actions() if action.text() == order]
    action.trigger()
    person.settle()


def by_likeness(person: Person) -> list[int]:
    choose(person, "What you may like")
    return list(person.window.list.model.ids)


def lines(person: Person) -> dict[int, str]:
    """The third line of each row."""
    model = person.window.list.model
    found = {}
    for at, paper in enumerate(model.ids):
        snippet = model.index(at).data(model.SnippetRole)
        found[paper] = snippet.text if snippet else ""
    return found


def test_it_is_chosen_from_the_menu_and_says_why(reading: Person) -> None:
    library, window = reading.window.library, reading.window
    library.set_starred([1], True)
    library.set_status([1, 2], Status.QUEUED)
    library.set_status([2], Status.SKIPPED)
    reading.settle()
    assert by_likeness(reading) == [4, 6, 5, 7, 3]
    reading.until(lambda: lines(reading)[4])
    assert lines(reading)[4] == "Because you starred “Tides in the Harbour”"
    assert lines(reading)[5] == lines(reading)[3] == ""
    window.list.view.go_to(0)
    reading.settle()
    assert window.paper.why.text() == "Because you starred “Tides in the Harbour”"
    assert window.paper.why.isVisible()
    window.list.view.go_to(2)
    reading.settle()
    assert not window.paper.why.isVisible()
    window.list.view.go_to(0)
    choose(reading, "Date added")
    assert list(window.list.model.ids) == [3, 4, 5, 6, 7]
    assert not window.paper.why.isVisible()
    assert not window.list.delegate.with_snippets


def test_with_nothing_to_learn_from_it_says_so(reading: Person) -> None:
    assert by_likeness(reading) == [1, 2, 3, 4, 5, 6, 7]
    assert reading.window.list.untaught.isVisible()
    assert reading.window.list.untaught.text().startswith("By date added: nothing is starred")
    assert not reading.window.list.delegate.with_snippets
    choose(reading, "Title")
    assert not reading.window.list.untaught.isVisible()


def test_the_list_does_not_jump_under_the_hand(reading: Person) -> None:
    library, window = reading.window.library, reading.window
    library.set_starred([1], True)
    reading.settle()
    before = by_likeness(reading)
    assert before[:2] == [4, 6]
    window.list.view.go_to(before.index(2))
    reading.settle()
    reading.press("S")
    reading.settle()
    assert library.paper(2).starred
    assert list(window.list.model.ids) == before
    reading.press("X")
    assert len(window.list.model.ids) == 6
    reading.press("Z")
    assert set(window.list.model.ids) == set(before)
    assert window.navigation.current in before
    assert set(by_likeness(reading)[:2]) != set(before[:2])


def test_it_settles_once_papers_are_indexed(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    library.import_digest(digest(PAPERS))
    library.set_starred([2], True)
    person = open_window(library)
    choose(person, "What you may like")
    person.indexed()
    person.until(lambda: list(person.window.list.model.ids)[:1] == [3])
    library.import_digest(digest([entry("Hills, Wind and Kites")], title="More"))
    person.until(lambda: 8 in person.window.list.model.ids)


def test_it_is_kept_with_the_window(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    library.import_digest(digest(PAPERS))
    library.set_starred([2], True)
    library.update_index()
    person = open_window(library)
    choose(person, "What you may like")
    person.window.close()
    again = open_window(library)
    assert again.window.navigation.order is Sort.LIKENESS
    assert list(again.window.list.model.ids)[:1] == [3]


def test_steady_keeps_places_and_puts_new_ones_where_they_belong() -> None:
    assert steady([3, 1, 2], [1, 2, 3]) == [3, 1, 2]
    assert steady([3, 1, 2], [1, 2]) == [1, 2]
    assert steady([3, 1, 2], [9, 1, 2, 8, 3]) == [9, 3, 1, 2, 8]
    assert steady([], [2, 1]) == [2, 1]
    many = list(range(200))
    assert steady([199], many) == many
