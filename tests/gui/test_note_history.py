"""The versions of a note: seen, compared and brought back by keys."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.gui.noting.history_dialog import NoteHistoryDialog
from reader.gui.noting.noting import Noting
from reader.library import Library
from tests.conftest import Clock
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES

PAPER = 1
OLD = "# Tides\n\na slow walk\nthat stays"
NEW = "# Tides\n\na quick walk\nthat stays\nand more"


@pytest.fixture
def written(person: Person, sample: Library, clock: Clock) -> Person:
    """Somebody at a paper whose note has two versions."""
    sample.set_note(PAPER, OLD)
    clock.advance(hours=1)
    sample.set_note(PAPER, NEW)
    person.press("G, L")
    person.window.going.to_paper(PAPER)
    person.settle()
    return person


def opened(person: Person, keys: str = "Ctrl+Shift+H") -> NoteHistoryDialog:
    person.press(keys)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoteHistoryDialog)
    person.until(dialog.isActiveWindow)
    person.settle()
    person.until(lambda: dialog.view.is_filled)
    return dialog


def lines(dialog: NoteHistoryDialog) -> list[str]:
    return dialog.view.toPlainText().split("\n")


def test_shows_what_each_version_changed(written: Person) -> None:
    dialog = opened(written)
    assert written.focused is dialog.list
    assert dialog.list.count() == 2
    assert lines(dialog) == [
        "  # Tides",
        "  ",
        "− a slow walk",
        "+ a quick walk",
        "  that stays",
        "+ and more",
    ]
    assert not dialog.restore.isEnabled()
    written.press("Down")
    assert lines(dialog)[0] == "+ # Tides"
    written.press("2")
    assert "− a slow walk" in lines(dialog)
    written.press("3")
    assert dialog.view.toPlainText() == OLD


@DRESSES
def test_the_text_grows_after_the_versions_were_closed(written: Person, qtbot: QtBot) -> None:
    dialog = opened(written)
    with qtbot.captureExceptions() as failed:
        with qtbot.waitSignal(dialog.destroyed):
            written.press("Esc")
        written.press("Ctrl++")
    assert not failed


def test_changes_are_marked_by_colour_and_within_lines(written: Person) -> None:
    dialog = opened(written)
    tokens = written.theme.tokens
    gone = dialog.view.document().findBlockByNumber(2)
    come = gone.next()
    assert gone.blockFormat().background().color() == QColor(tokens.highlight_pink)
    assert come.blockFormat().background().color() == QColor(tokens.highlight_green)
    marked = [
        piece.fragment().text()
        for block in (gone, come)
        for piece in block
        if piece.fragment().charFormat().fontUnderline()
        or piece.fragment().charFormat().fontStrikeOut()
    ]
    assert marked == ["slow", "quick"]


def test_enter_brings_a_version_back_and_undo_takes_that_back(
    written: Person, sample: Library
) -> None:
    opened(written)
    written.press("Down")
    written.press("Return")
    written.until(lambda: QApplication.activeModalWidget() is None)
    written.settle()
    assert sample.paper(PAPER).note.text == OLD
    assert written.window.paper.note.toPlainText() == OLD
    written.press("Z")
    assert sample.paper(PAPER).note.text == NEW


def test_what_is_being_written_is_among_the_versions(written: Person, clock: Clock) -> None:
    clock.advance(hours=1)
    written.press("N")
    written.press("Ctrl+End")
    written.type("!")
    dialog = opened(written)
    written.until(lambda: dialog.list.count() == 3)
    written.press("Esc")
    assert written.window.paper.note.toPlainText() == NEW + "!"


def test_a_note_that_was_never_written_has_none(person: Person) -> None:
    dialog = opened(person)
    assert dialog.explained.text() == "Nothing was written in this note yet."
    assert not dialog.restore.isEnabled()
    assert dialog.view.toPlainText() == ""


def test_several_papers_have_no_one_note(person: Person) -> None:
    person.press("*")
    person.press("Ctrl+Shift+H")
    assert QApplication.activeModalWidget() is None
    assert "one paper" in person.window.toast.text.text()


def test_a_long_note_does_not_stop_the_window(
    person: Person, sample: Library, clock: Clock
) -> None:
    sample.set_note(PAPER, "\n".join(f"line {number}" for number in range(9_000)))
    clock.advance(hours=1)
    sample.set_note(PAPER, "\n".join(f"line {number + 5_000}" for number in range(9_000)))
    sample.set_note(PAPER, "short")
    person.press("G, L")
    person.window.going.to_paper(PAPER)
    person.settle()
    dialog = opened(person)
    person.press("Down")
    person.until(lambda: dialog.view.is_filled and len(lines(dialog)) > 1)
    assert "not shown" in lines(dialog)[-1]


def test_old_versions_are_thinned_at_a_calm_moment(
    written: Person, sample: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.advance(hours=1)
    sample.set_note(PAPER, NEW + "\nend")
    clock.advance(days=40)
    assert len(sample.note_revisions(PAPER)) == 3
    assert Noting.CALM_MILLISECONDS >= 60_000
    written.window.noting._calm.setInterval(1)
    written.until(lambda: len(sample.note_revisions(PAPER)) == 2)
