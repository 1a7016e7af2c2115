"""The orders of the list: from the menu, from the palette, and named where one was chosen."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.model import ListKind, PaperList, Sort
from tests.gui.conftest import Person


def command(person: Person, words: str) -> None:
    """Does what the palette finds by some words."""
    person.press("Ctrl+K")
    person.type(words)
    person.press("Return")


def order_beside_count(person: Person) -> str:
    """The order that the heading names; empty when it names none."""
    order = person.window.list.heading.order
    return order.text() if order.isVisible() else ""


@pytest.mark.parametrize(
    ("title", "order"), [("Year", Sort.YEAR), ("Title", Sort.TITLE), ("Date added", Sort.ADDED)]
)
def test_the_palette_puts_the_list_in_order(
    person: Person, sample: Library, title: str, order: Sort
) -> None:
    command(person, f"sort by: {title}")
    inbox = PaperList(ListKind.INBOX)
    assert list(person.window.list.model.ids) == sample.list_ids(inbox, order)


def test_only_an_unusual_order_is_named(person: Person) -> None:
    assert order_beside_count(person) == ""
    command(person, "sort by title")
    assert order_beside_count(person) == "· by title"
    person.press("G, L")
    assert order_beside_count(person) == "· by title"
    command(person, "sort by date added")
    assert order_beside_count(person) == ""


def test_the_usual_order_of_a_list_is_chosen_for_no_other(person: Person) -> None:
    """Back in its usual order, a search is by relevance, as it would have been."""
    person.indexed()
    command(person, "sort by title")
    command(person, "sort by date added")
    person.press("/")
    person.type("attention")
    person.until(lambda: person.window.navigation.searching)
    assert person.window.navigation.order is Sort.RELEVANCE
    assert order_beside_count(person) == ""


def test_the_menu_checks_the_order_in_force(person: Person) -> None:
    menu = person.window.list.heading.sort_button.menu()
    assert menu in [action.menu() for action in person.window.actions_.menus["View"].actions()]

    def checked() -> list[str]:
        return [action.text() for action in menu.actions() if action.isChecked()]

    assert checked() == ["Date added"]
    [year] = [action for action in menu.actions() if action.text() == "Year"]
    year.trigger()
    person.settle()
    assert checked() == ["Year"]
    person.window.navigation.order_by(Sort.ADDED)
    person.settle()
    assert checked() == ["Date added"]


def test_the_button_says_the_order(person: Person) -> None:
    button = person.window.list.heading.sort_button
    assert button.accessibleName() == button.toolTip() == "Sort, now by date added"
    command(person, "sort by year")
    assert button.accessibleName() == "Sort, now by year"
