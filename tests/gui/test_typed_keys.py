"""Keys of keyboards that have no Latin letters, signs typed with AltGr, and counts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.library import Library
from reader.model import ListKind, PaperList
from tests.gui.conftest import Person

# Where keys are, as X and Wayland number them.
CODES = {"g": 42, "i": 31, "l": 46, "s": 39, "j": 44, "k": 45}


def strike(person: Person, text: str, code: int, modifiers: Qt.KeyboardModifier) -> None:
    """A key as the system reports it for a letter that Qt has no name for."""
    key = Qt.Key(ord(text.upper())) if text.isprintable() else Qt.Key.Key_unknown
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0, text)
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, event)
    person.settle()


NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("letters", [{"s": "ы", "j": "о"}, {"s": "σ", "j": "ξ"}])
def test_letters_of_other_scripts_act_by_their_place(
    person: Person, sample: Library, letters: dict[str, str]
) -> None:
    person.press("G, L")
    ids = list(person.window.list.model.ids)
    strike(person, letters["s"], CODES["s"], NONE)
    assert sample.list_ids(PaperList(ListKind.STARRED)) == [ids[0]]
    strike(person, letters["j"], CODES["j"], NONE)
    assert person.window.navigation.current == ids[1]


def test_sequences_work_there_too(person: Person) -> None:
    strike(person, "п", CODES["g"], NONE)
    strike(person, "д", CODES["l"], NONE)
    assert person.window.navigation.list == PaperList(ListKind.ALL)


def test_they_are_text_where_text_is_written(person: Person, sample: Library) -> None:
    person.press("N")
    strike(person, "ы", CODES["s"], NONE)
    assert person.window.paper.note.toPlainText() == "ы"
    assert sample.list_ids(PaperList(ListKind.STARRED)) == []


def test_signs_are_what_they_are_however_they_are_typed(person: Person) -> None:
    alt_graph = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    strike(person, "[", 17, alt_graph)
    assert not person.window.sidebar.isVisible()
    strike(person, "[", 17, Qt.KeyboardModifier.GroupSwitchModifier)
    assert person.window.sidebar.isVisible()


def test_a_count_repeats_a_movement(person: Person) -> None:
    person.press("G, L")
    ids = list(person.window.list.model.ids)
    person.type("3")
    assert person.window.status_line.count.text() == "3"
    person.press("J")
    assert person.window.navigation.selected == (ids[3],)
    assert not person.window.status_line.count.isVisible()
    person.press("K")
    assert person.window.navigation.selected == (ids[2],)
    person.type("99")
    person.press("J")
    assert person.window.navigation.selected == (ids[-1],)


def test_a_count_is_forgotten_by_what_has_none(person: Person, sample: Library) -> None:
    person.press("G, L")
    ids = list(person.window.list.model.ids)
    person.type("2")
    person.press("S")
    assert sample.list_ids(PaperList(ListKind.STARRED)) == [ids[0]]
    person.press("J")
    assert person.window.navigation.selected == (ids[1],)


def test_a_count_of_one_is_not_shown_for_ever(person: Person) -> None:
    person.press("1")
    assert person.window.status_line.count.isVisible()
    person.press("J")
    assert not person.window.status_line.count.isVisible()
