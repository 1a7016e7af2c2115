"""Notes edited in an exported folder come back, and conflicts are decided, by keys."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from reader.gui.vault.merge_dialog import MergeDialog
from reader.gui.vault.notes_dialog import ImportNotesDialog
from reader.model import Status
from tests.gui.conftest import Person

NOTE = "one\n\ntwo\n\nthree"
D = TypeVar("D", bound=QDialog)


class Vault:
    """A folder with two exported notes."""

    def __init__(self, person: Person, path: Path) -> None:
        self.person = person
        self.library = person.window.library
        self.path = path
        self.library.set_note(1, NOTE)
        self.library.set_note(2, "other")
        self.library.export(path, [1, 2])
        self.library.set_setting("export_folder", str(path))
        person.settle()

    def file(self, number: int) -> Path:
        reader_id = self.library.paper(number).reader_id
        found = [path for path in self.path.glob("*.md") if reader_id in path.read_text("utf-8")]
        [path] = found
        return path

    def edit(self, number: int, old: str, new: str) -> None:
        text = self.file(number).read_text(encoding="utf-8")
        assert old in text
        self.file(number).write_text(text.replace(old, new, 1), encoding="utf-8")

    def note(self, number: int) -> str:
        return self.library.paper(number).note.text


@pytest.fixture
def vault(person: Person, tmp_path: Path) -> Vault:
    return Vault(person, tmp_path / "vault")


@pytest.fixture
def conflicting(vault: Vault) -> Vault:
    """Two places of one note, and the status, are changed there and here."""
    vault.edit(1, "one\n", "one there\n")
    vault.edit(1, "three\n", "three there\n")
    vault.edit(1, "status: inbox\n", "status: queued\n")
    vault.library.set_note(1, "one here\n\ntwo\n\nthree here")
    vault.library.set_status([1], Status.READING)
    vault.person.settle()
    return vault


def opened(person: Person, kind: type[D]) -> D:
    person.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    person.until(dialog.isActiveWindow)
    person.settle()
    return dialog


def test_what_was_edited_there_is_shown_and_the_ticked_comes_in(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = vault.person
    vault.edit(1, "two\n", "two there\n")
    vault.edit(2, "other\n", "other there\n")
    (vault.path / "bad.md").write_bytes(b"---\nreader-id: x\n---\n\0")
    (vault.path / "mine.md").write_bytes(b"mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(vault.path))
    person.window.actions_.by_id["notes.import"].trigger()
    dialog = opened(person, ImportNotesDialog)
    assert person.focused is dialog.list
    assert dialog.list.count() == 4
    person.until(lambda: dialog.view.is_filled)
    shown = dialog.view.toPlainText()
    at = dialog.plan.changes.index(next(c for c in dialog.plan.changes if c.paper.id == 1))
    dialog.list.setCurrentRow(at)
    person.until(lambda: "+ two there" in dialog.view.toPlainText())
    assert shown
    assert "− two" in dialog.view.toPlainText()
    person.press("Space")
    assert dialog.list.item(at).checkState() is Qt.CheckState.Unchecked
    assert (vault.note(1), vault.note(2)) == (NOTE, "other")
    dialog.list.setCurrentRow(2)
    assert "NUL" in dialog.remarks.text()
    dialog.list.setCurrentRow(3)
    assert "mine.md" in dialog.view.toPlainText()
    person.press("Return")
    person.until(lambda: vault.note(2) == "other there")
    person.settle()
    assert vault.note(1) == NOTE
    assert "1 paper" in person.window.toast.text.text()
    person.window.toast.button.click()
    person.until(lambda: vault.note(2) == "other")


def test_esc_brings_nothing_in(vault: Vault) -> None:
    vault.edit(1, "two\n", "two there\n")
    vault.person.window.vault.read(vault.path)
    opened(vault.person, ImportNotesDialog)
    vault.person.press("Esc")
    vault.person.settle()
    assert vault.note(1) == NOTE
    assert vault.library.history()[0].label.startswith("Edited the note")


def test_a_folder_with_nothing_new_is_said(vault: Vault) -> None:
    vault.person.window.vault.read(vault.path)
    vault.person.settle()
    assert "Nothing was changed in vault" in vault.person.window.toast.text.text()


def test_a_conflict_of_the_export_is_decided_from_its_message(conflicting: Vault) -> None:
    person = conflicting.person
    person.window.exporting.into(conflicting.path)
    person.settle()
    toast = person.window.toast
    assert "left alone" in toast.text.text()
    assert toast.button.text() == "Decide…"
    toast.button.click()
    dialog = opened(person, MergeDialog)
    assert person.focused is dialog.list
    assert [dialog.list.item(at).text() for at in range(3)] == [
        "?  status", "?  one there", "?  three there",
    ]  # fmt: skip
    assert not dialog.save.isEnabled()
    person.press("3")  # a paper has one status
    assert dialog.list.currentRow() == 0
    person.press("J")
    assert dialog.list.currentRow() == 1
    person.until(lambda: "+ one here" in dialog.ours.toPlainText())
    assert "− one" in dialog.ours.toPlainText()
    assert "+ one there" in dialog.theirs.toPlainText()
    added = dialog.theirs.document().findBlockByNumber(3)
    assert added.text() == "+ one there"
    assert added.blockFormat().background().color() == QColor(person.theme.tokens.highlight_green)
    person.press("3")
    assert dialog.list.currentRow() == 2
    person.press("1")
    assert dialog.list.currentRow() == 0
    person.press("2")
    assert [dialog.list.item(at).text()[0] for at in range(3)] == ["→", "↔", "←"]
    person.press("J")
    person.until(lambda: "one here\none there" in dialog.outcome.toPlainText())
    person.press("K")
    assert dialog.save.isEnabled()
    person.press("Return")
    note = "one here\none there\n\ntwo\n\nthree here"
    person.until(lambda: conflicting.note(1) == note)
    person.settle()
    assert conflicting.library.paper(1).status is Status.QUEUED
    assert conflicting.file(1).read_text(encoding="utf-8").endswith(f"## Note\n{note}\n")
    toast.button.click()
    person.until(lambda: conflicting.note(1) != note)


def test_files_that_are_not_wholly_decided_stay_as_they_are(conflicting: Vault) -> None:
    person = conflicting.person
    conflicting.edit(2, "other\n", "other there\n")
    conflicting.library.set_note(2, "other here")
    person.settle()
    person.press("Ctrl+Shift+E")
    dialog = opened(person, MergeDialog)
    at = next(i for i in range(4) if "other there" in dialog.list.item(i).text())
    dialog.list.setCurrentRow(at)
    person.press("2")
    assert dialog.save.isEnabled()
    person.press("Return")
    person.until(lambda: conflicting.note(2) == "other there")
    assert conflicting.note(1).startswith("one here")
    assert "one there" in conflicting.file(1).read_text(encoding="utf-8")


def test_esc_decides_nothing_and_the_key_opens_it_again(conflicting: Vault) -> None:
    person = conflicting.person
    before = conflicting.file(1).read_bytes()
    for _ in range(2):
        person.press("Ctrl+Shift+E")
        dialog = opened(person, MergeDialog)
        for key in ("1", "1", "1"):
            person.press(key)
        assert dialog.save.isEnabled()
        person.press("Esc")
        person.until(lambda: QApplication.activeModalWidget() is None)
    assert conflicting.file(1).read_bytes() == before


def test_a_kept_folder_offers_to_decide(conflicting: Vault) -> None:
    person = conflicting.person
    person.window.keeping.into(conflicting.path)
    person.until(lambda: "left alone" in person.window.toast.text.text())
    person.window.toast.button.click()
    opened(person, MergeDialog)
    person.press("Esc")


def test_the_preview_of_an_import_leads_to_its_conflicts(conflicting: Vault) -> None:
    person = conflicting.person
    person.window.vault.read(conflicting.path)
    dialog = opened(person, ImportNotesDialog)
    assert not dialog.import_button.isEnabled()
    assert "left alone: note, status" in dialog.remarks.text()
    dialog.decide.click()
    opened(person, MergeDialog)
    person.press("Esc")


def test_nothing_to_decide_is_said(vault: Vault) -> None:
    vault.person.press("Ctrl+Shift+E")
    assert "Nothing is to be decided" in vault.person.window.toast.text.text()
    vault.edit(1, "title: ", "title: [")
    vault.library.set_starred([1], True)
    vault.person.settle()
    vault.person.press("Ctrl+Shift+E")
    assert "mended by hand" in vault.person.window.toast.text.text()
