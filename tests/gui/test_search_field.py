"""The search field helps to write a query."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reader.library import Library
from tests.benchmarks.watching import Paints
from tests.gui.conftest import Person


def search(person: Person, text: str) -> None:
    person.indexed()
    if person.focused is not person.window.list.search:
        person.press("/")
    person.press("Ctrl+A")
    person.type(text)
    person.until(lambda: person.window.navigation.query == text)
    person.settle()


def reddish(person: Person) -> int:
    """How many points of the field are of a reddish colour, as only the line is."""
    image = person.window.list.search.grab().toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(point.red() - max(point.green(), point.blue()) > 40 for point in points)


# --- What was not understood --------------------------------------------------------------------


def test_what_is_not_understood_is_underlined_and_named(person: Person) -> None:
    field = person.window.list.search
    search(person, "attention")
    assert reddish(person) == 0
    search(person, "attention is:lost year:x ")
    assert field.underlined == ("is:lost", "year:x")
    assert field.toolTip() == "Not understood: is:lost, year:x"
    assert field.accessibleDescription() == field.toolTip()
    assert reddish(person) > 10
    assert not person.window.toast.isVisible()


def test_the_line_goes_when_it_is_mended(person: Person) -> None:
    field = person.window.list.search
    search(person, "is:los")
    person.type("\b\b\b")
    assert field.underlined == ()
    person.type("read")
    person.until(lambda: person.window.navigation.query == "is:read")
    person.settle()
    assert (field.underlined, field.toolTip()) == ((), "")
    assert reddish(person) == 0


def test_underlining_leaves_text_selection_and_undo_alone(person: Person) -> None:
    field = person.window.list.search
    search(person, " is:lost end")
    person.press("Home")
    field.insert("𝛼")  # QTest types nothing beyond U+FFFF
    person.until(lambda: person.window.navigation.query == "𝛼 is:lost end")
    person.settle()
    assert field.underlined == ("is:lost",)
    assert field.text() == "𝛼 is:lost end"
    person.press("Ctrl+A")
    person.theme.set_mode("dark")
    assert field.selectedText() == "𝛼 is:lost end"
    person.type("x")
    assert field.text() == "x"
    person.press("Ctrl+Z")
    assert field.text() == "𝛼 is:lost end"


# --- Completion ---------------------------------------------------------------------------------


@pytest.fixture
def tagged(person: Person) -> Person:
    library = person.window.library
    library.add_tags([1, 2], ["sea/life"])
    library.add_tags([3], ["seasons of rain"])
    person.settle()
    person.press("/")
    return person


def offered(person: Person) -> list[str]:
    person.settle()
    popup = person.window.list.completing.list
    return [popup.item(row).text() for row in range(popup.count())] if popup.isVisible() else []


def test_enter_completes_what_means_nothing_yet(tagged: Person) -> None:
    field = tagged.window.list.search
    tagged.type("is:unr")
    assert offered(tagged) == ["unread"]
    tagged.press("Return")
    assert field.text() == "is:unread "
    assert tagged.focused is field
    assert offered(tagged) == []
    tagged.type("-has:n")
    tagged.settle()
    tagged.press("Tab")
    assert field.text() == "is:unread -has:note "
    assert tagged.focused is field
    tagged.press("Return")
    assert tagged.window.list.papers_have_focus()
    tagged.until(lambda: len(tagged.window.list.model.ids) == 5)


def test_names_of_fields_come_first_and_then_their_values(tagged: Person) -> None:
    field = tagged.window.list.search
    tagged.type("ta")
    assert offered(tagged) == ["tag:"]
    tagged.press("Tab")
    assert field.text() == "tag:"
    assert offered(tagged) == ["sea/life", "seasons of rain"]
    tagged.press("Down")
    tagged.press("Down")
    tagged.press("Return")
    assert field.text() == 'tag:"seasons of rain" '
    tagged.until(lambda: list(tagged.window.list.model.ids) == [3])


def test_down_and_up_choose_and_go_round(tagged: Person) -> None:
    popup = tagged.window.list.completing.list
    tagged.type("author:")
    names = ["Ada Tide", "Bruno Reef", "Chloë Span", "Dmitri Cumulus"]
    assert offered(tagged) == names
    assert popup.currentRow() == -1
    for key, row in (("Down", 0), ("Up", 3), ("Down", 0), ("Down", 1)):
        tagged.press(key)
        assert popup.currentRow() == row
    tagged.press("Return")
    assert tagged.window.list.search.text() == 'author:"Bruno Reef" '


def test_enter_searches_for_what_has_a_meaning_as_it_is(tagged: Person) -> None:
    tagged.indexed()
    tagged.type("author:tide")
    assert offered(tagged) == ["Ada Tide"]
    tagged.press("Return")
    assert tagged.window.list.search.text() == "author:tide"
    assert tagged.focused is tagged.window.list.view
    assert not tagged.window.list.completing.list.isVisible()


def test_esc_closes_the_list_and_then_leaves(tagged: Person) -> None:
    tagged.type("tag:s")
    assert offered(tagged)
    tagged.press("Esc")
    assert offered(tagged) == []
    assert tagged.window.list.search.text() == "tag:s"
    assert tagged.focused is tagged.window.list.search
    tagged.press("Esc")
    assert tagged.window.list.search.text() == ""
    assert tagged.focused is tagged.window.list.view


def test_the_list_goes_with_the_cursor_and_the_focus(tagged: Person) -> None:
    tagged.type("tag:s")
    assert offered(tagged)
    tagged.press("Home")
    assert offered(tagged) == []
    tagged.press("End")
    tagged.type("e")
    assert offered(tagged)
    tagged.press("Shift+Tab")
    assert offered(tagged) == []


def test_a_whole_value_is_not_offered_again(tagged: Person) -> None:
    tagged.type("is:unread")
    assert offered(tagged) == []
    tagged.press("Down")
    assert tagged.focused is tagged.window.list.view


def test_the_middle_of_a_query_is_completed_in_place(tagged: Person) -> None:
    field = tagged.window.list.search
    tagged.type(" slow")
    tagged.press("Home")
    field.insert("𝛼 ")
    tagged.type("is:q")
    assert offered(tagged) == ["queued"]
    tagged.press("Tab")
    assert field.text() == "𝛼 is:queued slow"
    assert field.cursorPosition() == len("xx is:queued ")


def test_a_click_takes_one(tagged: Person) -> None:
    popup = tagged.window.list.completing.list
    tagged.type("tag:")
    assert offered(tagged)
    middle = popup.visualItemRect(popup.item(1)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    tagged.settle()
    assert tagged.window.list.search.text() == 'tag:"seasons of rain" '
    assert tagged.focused is tagged.window.list.search


# --- History ------------------------------------------------------------------------------------


def use(person: Person, *queries: str) -> None:
    """Searches for each query and goes to the papers by Enter."""
    for query in queries:
        search(person, query)
        person.press("Return")


def test_up_and_down_walk_through_what_was_searched(person: Person) -> None:
    use(person, "anemones", "bridges", "anemones", "is:unread clouds ")
    person.press("/")
    person.type("dra")
    texts = []
    for key in ("Up", "Up", "Up", "Up", "Down", "Down", "Down"):
        person.press(key)
        texts.append(person.window.list.search.text())
    assert texts == [
        "is:unread clouds",
        "anemones",
        "bridges",
        "bridges",
        "anemones",
        "is:unread clouds",
        "dra",
    ]
    assert person.focused is person.window.list.search
    person.press("Up")
    person.until(lambda: list(person.window.list.model.ids) == [3])


def test_down_on_the_newest_goes_to_the_papers(person: Person) -> None:
    use(person, "is:unread", "is:inbox")
    person.press("/")
    person.press("Up")
    assert person.window.list.search.text() == "is:unread"
    person.press("Down")
    assert person.window.list.search.text() == "is:inbox"
    person.press("Down")
    assert person.focused is person.window.list.view
    person.press("/")
    person.press("Ctrl+A")
    person.press("Backspace")
    person.press("Up")
    person.press("Down")
    assert person.focused is person.window.list.view


def test_a_search_is_of_use_when_a_paper_is_opened(person: Person) -> None:
    search(person, "anemones")
    person.press("Down")
    person.press("Esc")
    search(person, "bridges")
    person.press("Down")
    person.press("O")
    person.press("/")
    person.press("Ctrl+A")
    person.press("Backspace")
    person.press("Up")
    assert person.window.list.search.text() == "bridges"
    person.press("Up")
    assert person.window.list.search.text() == "bridges"


def test_the_history_outlives_the_window_and_has_an_end(
    open_window: Callable[[Library], Person], sample: Library
) -> None:
    sample.set_setting("searches", json.dumps([f"old {n}" for n in range(50)]))
    first = open_window(sample)
    use(first, "bridges")
    first.window.close()
    assert json.loads(sample.setting("searches")) == ["bridges", *(f"old {n}" for n in range(49))]
    second = open_window(sample)
    second.press("/")
    second.press("Up")
    assert second.window.list.search.text() == "bridges"


@pytest.mark.parametrize("kept", ["{", '{"a": 1}', "[1, null]", ""])
def test_a_damaged_history_is_none(
    open_window: Callable[[Library], Person], sample: Library, kept: str
) -> None:
    sample.set_setting("searches", kept)
    person = open_window(sample)
    person.press("/")
    person.press("Up")
    assert person.window.list.search.text() == ""


def test_the_key_is_shown_again_when_a_search_ends(person: Person) -> None:
    cap = person.window.list.search.findChild(QLabel)
    assert isinstance(cap, QLabel)
    search(person, "is:read x:")
    assert not cap.isVisible()
    person.press("Return")
    person.press("G, L")
    assert cap.isVisible()
    assert person.window.list.search.underlined == ()


# --- Corrected queries --------------------------------------------------------------------------


def test_another_query_is_named_and_what_was_typed_can_be_searched(person: Person) -> None:
    pane = person.window.list
    line = pane.corrected
    search(person, "anemones")
    assert not line.isVisible()
    search(person, "anemonse")
    assert line.isVisible()
    assert line.text.text() == "Showing results for “anemones”."
    assert line.link.text() == "Search “anemonse” instead"
    assert list(pane.model.ids) == [1]
    assert pane.search.text() == "anemonse"
    person.press("Tab")
    assert person.focused is line.link
    person.press("Return")
    assert list(pane.model.ids) == []
    assert not line.isVisible()
    assert pane.papers_have_focus()
    search(person, "anemonse x")
    search(person, "anemonse")
    assert line.isVisible()
    person.press("Esc")
    person.settle()
    assert not line.isVisible()


def test_what_was_searched_instead_is_what_is_marked(person: Person) -> None:
    search(person, "anemonse")
    person.press("Ctrl+G")
    assert person.window.paper.matches.current == "Anemones"
    person.press("Ctrl+G")
    assert person.window.paper.matches.current == "anemones"
    person.until(lambda: person.window.list.model._snippets)
    [snippet] = person.window.list.model._snippets.values()
    assert [snippet.text[start:end] for start, end in snippet.matches] == ["anemones"]


def test_the_line_fits_into_a_narrow_pane(person: Person) -> None:
    line = person.window.list.corrected
    line.show_corrected("many words & more " * 20, "manny words & more " * 20)
    assert line.text.text().endswith("…")
    assert line.link.text().endswith("…")
    assert line.link.geometry().right() <= line.width()


def test_an_index_that_a_search_finds_gone_is_made_again(person: Person) -> None:
    library = person.window.library
    search(person, "tide")
    person.until(lambda: library.search("tide").index_complete)
    shutil.rmtree(library.folder / "index")
    search(person, "anemones")
    person.until(lambda: library.search("anemones").index_complete)
    assert list(person.window.list.model.ids) == [1]


def test_typing_on_paints_no_sidebar(person: Person) -> None:
    paints = Paints(person.window.sidebar.view.viewport())
    paints.watch(lambda: True)
    search(person, "a")
    assert paints.shown, "the list that was left is not selected any more"
    paints.watch(lambda: True)
    for query in ("an", "ane", "anem"):
        search(person, query)
    assert not paints.shown
