"""A small window with large text: what there is no room for folds, and can be brought back."""

from __future__ import annotations

import pytest

from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES


@DRESSES
@pytest.mark.parametrize("size", [(1024, 680), (900, 600)], ids=["small", "smallest"])
def test_the_sidebar_makes_room_for_large_text(person: Person, size: tuple[int, int]) -> None:
    window = person.window
    window.resize(*size)
    person.settle()
    assert window.sidebar.isVisible()
    widths = window.panes.splitter.sizes()
    window.sidebar.view.setFocus()
    person.theme.set_scale(2.0)
    person.settle()
    assert not window.sidebar.isVisible()
    assert person.focused is window.list.view
    assert window.paper.page.horizontalScrollBar().maximum() == 0
    column = window.paper.page.widget().width()
    assert column <= window.paper.page.viewport().width()
    person.press("[")
    assert window.sidebar.isVisible()
    person.press("[")
    assert not window.sidebar.isVisible()
    person.theme.set_scale(1.0)
    person.settle()
    assert window.sidebar.isVisible()
    assert window.panes.splitter.sizes() == widths


@DRESSES
def test_a_sidebar_that_was_hidden_stays_hidden(person: Person) -> None:
    window = person.window
    window.resize(1024, 680)
    person.press("[")
    person.theme.set_scale(2.0)
    person.settle()
    assert not window.sidebar.isVisible()
    person.theme.set_scale(1.0)
    person.settle()
    assert not window.sidebar.isVisible()
    person.press("[")
    assert window.sidebar.isVisible()


@DRESSES
def test_a_key_goes_rather_than_the_word_of_its_button(person: Person) -> None:
    button = person.window.sidebar.commands
    assert button.key.isVisible()
    assert button.key.text() == "Ctrl K"
    person.theme.set_scale(2.0)
    person.settle()
    assert not button.key.isVisible()
    assert button.name.width() >= button.name.sizeHint().width()
    assert button.height() >= button.name.sizeHint().height()


def test_keys_of_papers_are_not_shown_where_no_papers_are(person: Person) -> None:
    line = person.window.status_line.key_line

    def words() -> set[str]:
        return {hint.words for hint in line.shown}

    everything = words()
    assert "Star" in everything
    person.press("G, P")
    assert "Star" not in words()
    assert "All keys" in words()
    person.press("Esc")
    assert words() == everything
