"""Two papers side by side: merged or kept apart by keys, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.duplicates.dialog import DuplicatesDialog
from reader.gui.duplicates.side import differing_words
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.gui.conftest import Person
from tests.libraries.papers import digest, entry

ALL = PaperList(ListKind.ALL)
NEAR = "Bridges That Remember Their Walker"
TIDES = "On the Tides of Bays, Part {}"


@pytest.fixture
def doubting(open_window: Callable[[Library], Person], sample: Library) -> Person:
    """Somebody at a window on a library with two pairs of papers that look alike."""
    later = [entry(NEAR, abstract="Near."), TIDES.format("One"), TIDES.format("Two")]
    sample.import_digest(digest(later, title="Later"))
    return open_window(sample)


def opened(person: Person) -> DuplicatesDialog:
    """The dialog, once it shows a pair and has the keyboard."""
    dialogs = person.window.findChildren(DuplicatesDialog)
    [dialog] = [one for one in dialogs if one.isVisible()]
    person.until(dialog.isActiveWindow)
    person.settle()
    return dialog


def open_by_keys(person: Person) -> DuplicatesDialog:
    person.press("G, D")
    return opened(person)


def test_shows_what_differs(doubting: Person) -> None:
    dialog = open_by_keys(doubting)
    assert dialog.pair == (2, 6)
    assert dialog.heading.text() == "Are these one paper?  1 of 2"
    assert dialog.left.title.toPlainText() == NEAR + "s"
    assert "Chloë Span" in dialog.left.facts.text()
    assert dialog.left.marks.text() == "In the Inbox"
    assert dialog.left.digests.text() == "From Trending inventions"
    assert dialog.right.abstract.toPlainText() == "Near."
    marked = dialog.right.title.extraSelections()
    assert [selection.cursor.selectedText() for selection in marked] == ["Walker"]


@pytest.mark.parametrize(("key", "kept", "gone"), [("1", 2, 6), ("2", 6, 2)])
def test_merging_keeps_the_one_that_was_chosen(
    doubting: Person, key: str, kept: int, gone: int
) -> None:
    library = doubting.window.library
    dialog = open_by_keys(doubting)
    doubting.press(key)
    ids = library.list_ids(ALL)
    assert (kept in ids, gone in ids) == (True, False)
    assert dialog.pair == (7, 8)
    doubting.press("Z")
    assert len(library.list_ids(ALL)) == 8
    assert dialog.pair == (2, 6)


def test_not_the_same_is_never_asked_again(doubting: Person) -> None:
    dialog = open_by_keys(doubting)
    doubting.press("N")
    assert dialog.pair == (7, 8)
    doubting.press("N")
    assert dialog.pair is None
    assert dialog.stack.currentWidget() is dialog.nothing
    assert doubting.window.library.possible_duplicates() == []
    assert len(doubting.window.library.list_ids(ALL)) == 8


def test_later_goes_round(doubting: Person) -> None:
    dialog = open_by_keys(doubting)
    places = []
    for key in ("J", "J", "K"):
        doubting.press(key)
        places.append(dialog.pair)
    assert places == [(7, 8), (2, 6), (7, 8)]
    assert dialog.left.title.toPlainText() == TIDES.format("One")


def test_a_key_that_is_held_decides_once(doubting: Person) -> None:
    dialog = open_by_keys(doubting)
    window = dialog.windowHandle()
    for repeated in (False, True, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n", repeated
        )
        QApplication.sendEvent(window, event)
        doubting.settle()
    assert dialog.pair == (7, 8)


def test_no_key_decides_about_a_pair_that_is_not_in_sight(doubting: Person) -> None:
    dialog = open_by_keys(doubting)
    dialog._move(1)
    assert dialog.pair is None
    assert not any(button.isEnabled() for button in dialog.deciding[:-1])
    QTest.keyClick(dialog.windowHandle(), "1")
    doubting.settle()
    assert dialog.pair == (7, 8)
    assert len(doubting.window.library.list_ids(ALL)) == 8


def test_a_paper_says_what_it_looks_like_and_compares(doubting: Person) -> None:
    doubting.press("G, L")
    window = doubting.window
    window.list.view.go_to(list(window.list.model.ids).index(8))
    doubting.settle()
    assert window.paper.similar.isVisible()
    assert TIDES.format("One") in window.paper.similar.words.text()
    QTest.mouseClick(window.paper.similar.compare, Qt.MouseButton.LeftButton)
    assert opened(doubting).pair == (7, 8)


def test_a_paper_like_no_other_says_nothing(doubting: Person) -> None:
    doubting.press("G, L")
    doubting.window.list.view.go_to(list(doubting.window.list.model.ids).index(3))
    doubting.settle()
    assert not doubting.window.paper.similar.isVisible()


def test_the_sidebar_counts_them_and_opens_them(doubting: Person) -> None:
    sidebar = doubting.window.sidebar
    names = [line.name for line in sidebar.model.lines]
    at = names.index("Possible duplicates")
    assert sidebar.model.lines[at].count == 2
    place = doubting.window.navigation.list
    where = sidebar.view.visualRect(sidebar.model.index(at)).center()
    QTest.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened(doubting).pair == (2, 6)
    assert doubting.window.navigation.list == place
    doubting.press("N")
    assert sidebar.model.lines[at].count == 1


@pytest.mark.parametrize(
    ("text", "other", "words"),
    [
        ("Tides, Part I", "Tides, Part II", ["I"]),
        ("Tides", "tides", []),
        ("", "Tides", []),
        ("A of B", "B", ["A", "of"]),
        ("İstanbul ẞ", "Straße", ["İstanbul", "ẞ"]),
    ],
)
def test_differing_words(text: str, other: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in differing_words(text, other)] == words
