"""Alt+Left leads back to the paper from which a link was followed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.model import ListKind, PaperList
from tests.gui.conftest import Person

ANEMONES, BRIDGES, CLOUDS = 1, 2, 3


def follow(person: Person) -> None:
    """Follows the first link of the note that is shown."""
    if not person.window.paper.notes.previewing:
        person.press("N")
        person.press("Ctrl+Return")
    preview = person.window.paper.notes.preview
    preview.setFocus()
    person.until(lambda: preview.is_filled)
    person.settle()
    QTest.keyClick(person._active_window(), Qt.Key.Key_Tab)
    person.press("Return")


def test_back_through_links_in_one_list(person: Person, sample: Library) -> None:
    for paper, other in ((ANEMONES, BRIDGES), (BRIDGES, CLOUDS)):
        sample.set_note(paper, f"[[{sample.paper(other).title}]]")
    person.settle()
    follow(person)
    assert person.window.navigation.current == BRIDGES
    follow(person)
    assert person.window.navigation.current == CLOUDS
    person.press("Alt+Left")
    assert person.window.navigation.current == BRIDGES
    assert person.focused is person.window.list.view
    person.press("Alt+Left")
    assert person.window.navigation.current == ANEMONES
    person.press("Alt+Left")
    assert person.window.navigation.current == ANEMONES
    assert "No link" in person.window.toast.text.text()


def test_back_to_the_list_and_search_that_one_came_from(person: Person, sample: Library) -> None:
    sample.set_starred([ANEMONES, CLOUDS], True)
    sample.set_note(ANEMONES, f"[[{sample.paper(BRIDGES).title}]]")
    person.press("G, S")
    starred = PaperList(ListKind.STARRED)
    person.until(lambda: person.window.navigation.list == starred)
    person.window.list.view.go_to(person.window.list.model.place(ANEMONES) or 0)
    person.settle()
    follow(person)
    assert person.window.navigation.current == BRIDGES
    assert person.window.navigation.list == PaperList(ListKind.ALL)
    person.press("Alt+Left")
    assert person.window.navigation.list == starred
    person.until(lambda: person.window.navigation.current == ANEMONES)
    assert person.window.navigation.selected == (ANEMONES,)
