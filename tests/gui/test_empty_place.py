"""Where nothing is found the window says what would be, and how to get back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.gui.list.empty_place import EmptyPlace
from reader.library import Library
from reader.model import ListKind, PaperList
from reader.settings.places import settings_file
from tests.gui.conftest import Person


def search(person: Person, query: str) -> EmptyPlace:
    person.press("/")
    person.press("Ctrl+A")
    person.type(query)
    person.until(lambda: person.window.navigation.query == query)
    person.settle()
    return person.window.list.empty


def test_the_words_without_their_filters_are_a_button_away(person: Person) -> None:
    person.indexed()
    empty = search(person, "anemones year:1950 is:read")
    assert empty.text() == "Nothing matches “anemones year:1950 is:read”."
    assert empty.wider.text() == "Search without year: and is: (1)"
    person.press("Return")
    person.press("Tab")
    assert person.focused is empty.wider
    person.press("Return")
    assert person.window.list.search.text() == "anemones"
    assert len(person.window.list.model.ids) == 1
    assert person.focused is person.window.list.view


def test_many_filters_are_not_all_named(person: Person) -> None:
    person.indexed()
    empty = search(person, "anemones year:1950 is:read has:code")
    assert empty.wider.text() == "Search without the filters (1)"


def test_a_search_that_would_find_nothing_either_is_not_offered(person: Person) -> None:
    person.indexed()
    assert search(person, "anemones year:1950").wider.isVisible()
    empty = search(person, "zzzz year:1950")
    assert not empty.wider.isVisible()
    assert empty.leave.isVisible()


def test_what_is_imported_meanwhile_is_counted(person: Person, sample: Library) -> None:
    person.indexed()
    empty = search(person, "anemones is:read")
    assert empty.wider.text() == "Search without is: (1)"
    sample.delete_papers(sample.search("anemones").ids)
    person.settle()
    person.indexed()
    assert not empty.wider.isVisible()


def test_a_button_leaves_the_search_and_gives_the_keyboard_to_the_papers(person: Person) -> None:
    empty = search(person, "zzzz")
    assert empty.leave.text() == "Leave the search (Esc)"
    QTest.mouseClick(empty.leave, Qt.MouseButton.LeftButton)
    person.settle()
    assert person.window.list.search.text() == ""
    assert not person.window.navigation.searching
    assert person.focused is person.window.list.view


def test_esc_on_a_button_leaves_the_search_too(person: Person) -> None:
    empty = search(person, "zzzz")
    person.press("Return")
    person.press("Tab")
    assert person.focused is empty.leave
    person.press("Esc")
    assert not person.window.navigation.searching
    assert person.focused is person.window.list.view


def test_an_empty_list_has_no_search_to_leave(person: Person) -> None:
    search(person, "zzzz year:1950")
    person.window.going.to(PaperList(ListKind.SKIPPED))
    person.settle()
    empty = person.window.list.empty
    assert empty.text() == "Nothing skipped."
    assert not empty.leave.isVisible()
    assert not empty.wider.isVisible()


def test_the_key_that_leaves_is_the_one_in_force(
    sample: Library, open_window: Callable[[Library], Person]
) -> None:
    settings_file().write_text('keymap = "emacs"\n', "utf-8")
    person = open_window(sample)
    person.window.list.search.setText("zzzz")
    person.until(lambda: person.window.navigation.query == "zzzz")
    person.settle()
    key = person.window.list.empty.leave.text()
    assert key.startswith("Leave the search (")
    assert "Ctrl+G" in key
