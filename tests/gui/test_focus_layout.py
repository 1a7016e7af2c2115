"""The paper alone, and what brings the list back."""

from __future__ import annotations

from reader.library import Library
from tests.gui.conftest import Person


def alone(person: Person) -> bool:
    window = person.window
    return window.paper.abstract.isVisible() and not window.list.isVisible()


def test_the_paper_alone_and_back(person: Person) -> None:
    person.press("F")
    assert alone(person)
    assert person.focused is person.window.paper.abstract
    person.press("X")
    assert alone(person)
    person.press("F")
    assert person.focused is person.window.list.view


def test_selecting_more_papers_brings_the_list_back_with_the_keyboard(
    person: Person, sample: Library
) -> None:
    for keys in ("*", "Shift+J"):
        person.press("F")
        assert alone(person)
        person.press(keys)
        assert person.focused is person.window.list.view
        person.press("K")
    person.press("F")
    person.press("*")
    person.press("S")
    assert all(row.starred for row in sample.rows([1, 2, 3, 4, 5]))


def test_after_the_last_paper_the_list_says_that_it_is_empty(person: Person) -> None:
    person.press("F")
    for _ in range(5):
        person.press("X")
    assert person.focused is person.window.list.empty
    person.press("F")
    assert person.focused is person.window.list.empty
    person.press("Z")
    assert len(person.window.list.model.ids) == 1


def test_what_lists_papers_brings_the_list_back(person: Person) -> None:
    person.press("M")
    person.press("F")
    person.press("Ctrl+K")
    person.type("@tide")
    person.settle()
    person.press("Return")
    assert person.focused is person.window.list.view
    person.press("F")
    person.press("G, P")
    person.press("Return")
    assert person.window.navigation.query.startswith("read:")
    assert person.focused is person.window.list.view
    person.indexed()
    person.press("F")
    person.press("Shift+R")
    person.press("Shift+J")
    assert person.focused is person.window.list.view
