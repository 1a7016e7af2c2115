"""A folder that the window keeps up to date."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

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
