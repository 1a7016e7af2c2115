"""A line for the note without leaving the list. Whatever is typed there is never lost."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reader.errors import LibraryError, NotFoundError
from reader.gui.actions.overlay import base_map
from reader.gui.noting.drafts import setting
from reader.gui.noting.quick_note import QuickNote
from reader.library import Library
from reader.model import Status
from tests.gui.conftest import Person
from tests.gui.test_typing import LETTERS

ANEMONES, BRIDGES, CLOUDS = 1, 2, 3
OPEN = "Shift+N"


def opened(person: Person) -> QuickNote:
    quick = person.window.quick_note
    person.press(OPEN)
    assert quick.isVisible()
    assert person.focused is quick.field
    return quick


def closed(person: Person) -> None:
    assert not person.window.quick_note.isVisible()
    assert person.focused is person.window.list.view


def note_of(library: Library, paper: int) -> str:
    return library.paper(paper).note.text


def test_enter_adds_a_paragraph_as_one_step_with_undo(person: Person, sample: Library) -> None:
    sample.set_note(ANEMONES, "One.\n")
    person.settle()
    steps, versions = len(sample.history()), len(sample.note_revisions(ANEMONES))
    opened(person)
    person.type("two")
    person.press("Return")
    closed(person)
    assert note_of(sample, ANEMONES) == "One.\n\ntwo"
    assert person.window.paper.note.text == "One.\n\ntwo"
    assert len(sample.history()) == steps + 1
    assert len(sample.note_revisions(ANEMONES)) <= versions + 1
    toast = person.window.toast
    assert toast.isVisible()
    assert toast.text.text().startswith("Added to the note of “Attention")
    toast.button.click()
    person.settle()
    assert note_of(sample, ANEMONES) == "One.\n"
    person.press("Shift+Z")
    assert note_of(sample, ANEMONES) == "One.\n\ntwo"


def test_each_line_is_a_step_of_its_own(person: Person, sample: Library) -> None:
    for word in ("one", "two"):
        opened(person)
        person.type(word)
        person.press("Return")
    assert note_of(sample, ANEMONES) == "one\n\ntwo"
    person.press("Z")
    assert note_of(sample, ANEMONES) == "one"
    opened(person)
    assert person.window.quick_note.field.toPlainText() == ""


def test_several_papers_get_the_line(person: Person, sample: Library) -> None:
    sample.set_note(BRIDGES, "Before.")
    person.press("Shift+J")
    person.press("Shift+J")
    quick = opened(person)
    assert "3" in quick.caption.text()
    person.type("compare")
    person.press("Return")
    chosen = person.window.navigation.selected
    assert len(chosen) == 3
    for paper in chosen:
        assert note_of(sample, paper).endswith("compare")
    assert note_of(sample, BRIDGES) in ("Before.\n\ncompare", "Before.")
    assert len(sample.history()) == 3  # the import, the note before, and this
    person.press("Z")
    assert note_of(sample, ANEMONES) == ""


def test_esc_keeps_what_was_typed_for_the_paper(person: Person, sample: Library) -> None:
    quick = opened(person)
    person.type("half a thou")
    person.press("Esc")
    closed(person)
    assert sample.setting(setting([ANEMONES])) == "half a thou"
    assert len(sample.history()) == 1
    person.press("J")
    opened(person)
    assert quick.field.toPlainText() == ""
    person.press("Esc")
    person.press("K")
    opened(person)
    assert quick.field.toPlainText() == "half a thou"
    person.type("ght")
    person.press("Return")
    assert note_of(sample, ANEMONES) == "half a thought"
    assert sample.setting(setting([ANEMONES])) == ""
    opened(person)
    assert quick.field.toPlainText() == ""


def test_what_was_typed_is_there_after_a_restart(
    open_window: Callable[[Library], Person], sample: Library
) -> None:
    person = open_window(sample)
    opened(person)
    person.type("half")
    person.window.close()
    assert sample.setting(setting([ANEMONES])) == "half"
    person = open_window(sample)
    quick = opened(person)
    person.until(lambda: quick.field.toPlainText() == "half")
    person.type(" done")
    assert quick.field.toPlainText() == "half done"


def test_what_is_typed_is_on_disk_before_anything_is_pressed(
    person: Person, sample: Library
) -> None:
    opened(person)
    person.type("half")
    person.until(lambda: sample.setting(setting([ANEMONES])) == "half")


def test_what_is_typed_before_the_draft_was_read_comes_after_it(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = Event()

    def slow(_name: str) -> str:
        assert typed.wait(10)
        return "before"

    monkeypatch.setattr(sample, "setting", slow)
    QTest.keyClick(person._active_window(), Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    person.type("after")
    typed.set()
    quick = person.window.quick_note
    person.until(lambda: quick.field.toPlainText() == "before\nafter")


@pytest.mark.parametrize("stays_open", [False, True])
def test_what_cannot_be_added_stays(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch, stays_open: bool
) -> None:
    typed = Event()

    def full(*_: object) -> None:
        assert typed.wait(10)
        raise LibraryError("The disk is full.")

    quick = opened(person)
    person.type("thought")
    with monkeypatch.context() as patch:
        patch.setattr(sample, "append_to_notes", full)
        if stays_open:
            QTest.keyClick(person._active_window(), Qt.Key.Key_Return)
            QTest.keyClick(person._active_window(), Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
            person.type("more")
            typed.set()
            person.until(lambda: quick.field.toPlainText() == "thought\nmore")
        else:
            typed.set()
            person.press("Return")
            person.until(lambda: "full" in person.window.toast.text.text())
            opened(person)
            assert quick.field.toPlainText() == "thought"
    assert note_of(sample, ANEMONES) == ""
    person.press("Return")
    assert note_of(sample, ANEMONES).startswith("thought")


def test_a_paper_that_is_gone_is_said_and_the_text_is_kept(person: Person, sample: Library) -> None:
    opened(person)
    person.type("thought")
    sample.delete_papers([ANEMONES])
    person.settle()
    assert person.focused is person.window.quick_note.field
    person.press("Return")
    person.until(lambda: "no paper" in person.window.toast.text.text())
    sample.undo()
    person.settle()
    assert sample.setting(setting([ANEMONES])) == "thought"


def test_empty_lines_add_nothing(person: Person, sample: Library) -> None:
    opened(person)
    person.type("  ")
    person.press("Return")
    closed(person)
    assert note_of(sample, ANEMONES) == ""
    assert len(sample.history()) == 1


def test_letters_are_text_there(person: Person, sample: Library) -> None:
    quick = opened(person)
    person.type(LETTERS)
    assert quick.field.toPlainText() == LETTERS
    person.press("Return")
    assert note_of(sample, ANEMONES) == LETTERS.strip()
    assert not sample.paper(ANEMONES).starred


def test_it_grows_to_three_lines_and_shift_enter_begins_one(person: Person) -> None:
    quick = opened(person)
    heights = [quick.field.height()]
    for _ in range(4):
        person.type("words")
        person.press("Shift+Return")
        heights.append(quick.field.height())
    assert heights[0] < heights[1] < heights[2] == heights[3] == heights[4]
    assert quick.field.toPlainText() == "words\n" * 4
    person.press("Esc")
    opened(person)
    assert quick.field.height() == heights[2]


def test_it_stands_at_the_row_and_inside_the_list(person: Person) -> None:
    view = person.window.list.view
    for key in ("Home", "End"):
        person.press(key)
        quick = opened(person)
        inside = view.viewport().rect()
        inside.translate(view.viewport().mapTo(person.window, inside.topLeft()))
        assert inside.contains(quick.geometry())
        row = view.visualRect(view.currentIndex())
        row.translate(view.viewport().mapTo(person.window, view.viewport().rect().topLeft()))
        assert abs(quick.geometry().top() - row.bottom()) < 20
        person.press("Esc")


def test_it_can_be_used_where_the_paper_is_alone(person: Person, sample: Library) -> None:
    person.press("F")
    quick = person.window.quick_note
    person.press(OPEN)
    assert person.window.rect().contains(quick.geometry())
    person.type("thought")
    person.press("Return")
    assert not quick.isVisible()
    assert person.focused is person.window.paper.abstract
    assert note_of(sample, ANEMONES) == "thought"


def test_a_click_elsewhere_keeps_what_was_typed(person: Person, sample: Library) -> None:
    quick = opened(person)
    person.type("half")
    view = person.window.list.view
    below = view.visualRect(view.model().index(4, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=below)
    person.settle()
    assert not quick.isVisible()
    assert sample.setting(setting([ANEMONES])) == "half"
    assert person.window.navigation.current != ANEMONES


def test_a_book_is_not_pasted(person: Person) -> None:
    quick = opened(person)
    data = QMimeData()
    data.setText("a" * 1_000_000)
    QGuiApplication.clipboard().setMimeData(data)
    person.press("Ctrl+V")
    assert quick.field.toPlainText() == ""
    assert "too long" in person.window.toast.text.text()
    QGuiApplication.clipboard().setText("<b>words</b>")
    person.press("Ctrl+V")
    assert quick.field.toPlainText() == "<b>words</b>"


def test_without_a_paper_it_says_so(person: Person) -> None:
    person.press("G, S")
    person.press(OPEN)
    assert not person.window.quick_note.isVisible()
    assert person.window.toast.text.text().startswith("Go to a paper first")


def test_a_paper_that_leaves_the_list_meanwhile_stays_until_the_line_is_added(
    person: Person, sample: Library
) -> None:
    person.press("G, I")
    opened(person)
    person.type("half")
    sample.set_status([ANEMONES], Status.READ)
    person.settle()
    assert person.window.navigation.current == ANEMONES
    person.type(" done")
    person.press("Return")
    person.until(lambda: ANEMONES not in person.window.list.model.ids)
    assert note_of(sample, ANEMONES) == "half done"


@pytest.mark.parametrize("base", ["default", "emacs", "vim"])
def test_it_has_a_key_in_every_map(base: str) -> None:
    assert base_map(base)["note.quick"].keys


def test_the_terminal_adds_in_the_same_way(sample: Library) -> None:
    sample.append_to_notes([ANEMONES], "one")
    sample.append_to_notes([ANEMONES, CLOUDS], "two")
    assert note_of(sample, ANEMONES) == "one\n\ntwo"
    assert note_of(sample, CLOUDS) == "two"
    assert sample.history(1)[0].label == "Added to the note of 2 papers"
    with pytest.raises(NotFoundError):
        sample.append_to_notes([ANEMONES, 99], "three")
    assert note_of(sample, ANEMONES) == "one\n\ntwo"
