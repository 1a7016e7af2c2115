"""A folder that the window keeps up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from reader.gui.settings.dialog import SettingsDialog
from tests.gui.conftest import Person


def test_a_folder_follows_each_change_and_stops_when_told(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    library = person.window.library

    def says(piece: str) -> bool:
        return any(piece in path.read_text(encoding="utf-8") for path in folder.glob("*.md"))

    person.window.keeping.into(folder)
    person.until(lambda: (folder / "index.md").exists())
    person.press("S")
    person.until(lambda: says("starred: true"))
    person.press("Z")
    person.until(lambda: not says("★"))
    folder.rename(tmp_path / "away")
    said: list[str] = []
    person.window.keeping.said.connect(said.append)
    for _ in range(2):
        person.press("S")
        person.until(lambda: not person.window.keeping.waits())
        person.settle()
    assert [("gone" in sentence) for sentence in said] == [True]
    assert not folder.exists()
    (tmp_path / "away").rename(folder)
    person.window.keeping.stop()
    person.settle()
    assert library.kept_folder() is None
    assert "no longer" in said[-1]


def test_a_window_that_was_closed_early_looks_no_more(person: Person) -> None:
    person.window.close()
    QTest.qWait(3200)  # a failed look is an exception in the event loop, which fails the test
    assert not person.window.keeping.waits()


def test_the_settings_show_the_folder_and_let_go_of_it(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    library = person.window.library
    person.press("Ctrl+,")
    person.until(lambda: person.window.findChild(SettingsDialog) is not None)
    dialog = person.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    person.until(dialog.isActiveWindow)
    row = dialog.general.kept
    assert not row.stop.isVisible()
    person.type("exported")
    person.press("Down")
    assert person.focused is row.choose
    person.press("Space")
    person.until((folder / "index.md").exists)
    assert library.kept_folder() == folder
    said = [label.text().replace("\u200b", "") for label in row.findChildren(QLabel)]
    assert f"In {folder}, after each change." in said
    assert row.choose.accessibleDescription() != ""
    person.press("Shift+Tab")
    assert person.focused is row.stop
    person.press("Space")
    assert library.kept_folder() is None
    assert not row.stop.isVisible()
    assert person.focused is row.choose
    assert (folder / "index.md").exists()
