"""Smart lists in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from reader.gui.sidebar.model import Line
from reader.gui.sidebar.naming import NameDialog
from reader.library import Library
from reader.model import ListKind, PaperList, SmartList
from tests.gui.conftest import Person


def lines(person: Person) -> list[Line]:
    return person.window.sidebar.model.lines


def line_of(person: Person, smart: SmartList) -> Line:
    at = person.window.sidebar.model.place(place(smart))
    assert at is not None
    return lines(person)[at]


def place(smart: SmartList) -> PaperList:
    return PaperList(ListKind.SMART, str(smart.id))


@pytest.fixture
def smart(sample: Library) -> SmartList:
    return sample.save_smart_list("Starred lately", "is:starred")


def test_smart_lists_stand_between_lists_and_tags(person: Person, sample: Library) -> None:
    names = [line.name for line in lines(person)]
    assert "Smart lists" not in names
    sample.save_smart_list("Code", "has:code")
    sample.add_tags([1], ["sea"])
    person.settle()
    names = [line.name for line in lines(person)]
    order = ("All papers", "Smart lists", "Code", "Tags", "sea")
    assert [name for name in names if name in order] == list(order)


def test_counts_follow_every_change(
    open_window: Callable[[Library], Person], sample: Library, smart: SmartList
) -> None:
    noted = sample.save_smart_list("On waves", "waves")
    person = open_window(sample)
    person.indexed()
    assert (line_of(person, smart).count, line_of(person, smart).icon) == (0, "funnel")
    person.press("S")
    assert line_of(person, smart).count == 1
    person.press("Z")
    assert line_of(person, smart).count == 0
    person.press("N")
    person.type("waves")
    person.press("Esc")
    person.until(lambda: line_of(person, noted).count == 1)


def test_opening_one_lists_its_papers(
    open_window: Callable[[Library], Person], sample: Library, smart: SmartList
) -> None:
    sample.set_starred([2, 4], True)
    person = open_window(sample)
    view = person.window.sidebar.view
    at = person.window.sidebar.model.place(place(smart))
    assert at is not None
    middle = view.visualRect(person.window.sidebar.model.index(at)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    person.settle()
    assert set(person.window.list.model.ids) == {2, 4}
    assert person.window.list.heading.title.text() == "Starred lately"
    assert person.window.list.search.text() == ""
    sample.set_starred([2, 4], False)
    person.settle()
    assert person.window.list.empty.text() == "Nothing answers “is:starred” now."


def test_the_list_shown_is_there_again_after_a_restart(
    open_window: Callable[[Library], Person], sample: Library, smart: SmartList
) -> None:
    first = open_window(sample)
    first.window.navigation.go(place(smart))
    first.settle()
    first.window.close()
    second = open_window(sample)
    assert second.window.navigation.list == place(smart)
    sample.delete_smart_list(smart.id)
    second.settle()
    assert second.window.navigation.list == PaperList(ListKind.INBOX)
    assert len(second.window.list.model.ids) == 5


def test_a_taken_name_is_not_accepted(person: Person, smart: SmartList, sample: Library) -> None:
    person.press("/")
    person.type("has:code")
    person.until(lambda: list(person.window.list.model.ids) == [1])
    person.press("Ctrl+S")
    dialog = person.window.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    person.until(dialog.isActiveWindow)
    person.type("Starred lately\n")
    assert dialog.isVisible()
    assert "already" in dialog.hint.text()
    person.type("!\n")
    person.settle()
    assert [known.name for known in sample.smart_lists()] == ["Starred lately", "Starred lately!"]
    person.until(lambda: person.window.findChild(NameDialog) is None)
    assert person.window.list.search.text() == "has:code"


def test_an_icon_is_chosen_by_the_arrows(person: Person, smart: SmartList, sample: Library) -> None:
    person.window.navigation.go(place(smart))
    person.settle()
    person.press("Shift+F2")
    dialog = person.window.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    person.until(dialog.isActiveWindow)
    assert dialog.icons.group.checkedId() == 0
    person.press("Tab")
    person.press("Right")
    person.press("Right")
    focused = person.focused
    assert isinstance(focused, QToolButton)
    assert (focused.accessibleName(), focused.isChecked()) == ("Bookmark", True)
    person.press("Return")
    person.settle()
    assert line_of(person, smart).icon == "bookmark"
    assert person.window.toast.text.text() == "Changed the icon of “Starred lately”"
    person.press("Z")
    assert line_of(person, smart).icon == "funnel"


def test_saving_while_a_note_is_written_saves_the_note(person: Person, sample: Library) -> None:
    person.press("/")
    person.type("has:code")
    person.until(lambda: list(person.window.list.model.ids) == [1])
    person.press("Return")
    person.press("N")
    person.type("x")
    person.press("Ctrl+S")
    assert sample.paper(1).note.text == "x"
    assert person.window.findChild(NameDialog) is None


# Offscreen there is no window manager that could raise a menu or give it the keyboard.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_smart_list_deletes_it(
    open_window: Callable[[Library], Person], sample: Library, smart: SmartList
) -> None:
    person = open_window(sample)
    sidebar = person.window.sidebar
    at = sidebar.model.place(place(smart))
    assert at is not None
    sidebar.view.customContextMenuRequested.emit(
        sidebar.view.visualRect(sidebar.model.index(at)).center()
    )
    person.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    person.settle()
    assert sample.smart_lists() == []
