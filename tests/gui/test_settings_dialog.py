"""The settings by keyboard: found, changed, in force at once, and kept."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton

from reader.gui.key_column import KeyColumn
from reader.gui.key_sheet import KeySheet
from reader.gui.settings.capture import KeyCapture
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.theme import motion
from reader.gui.theme.tokens import LIGHT
from reader.library import Library
from reader.model import ListKind, PaperList
from reader.settings import settings
from reader.settings.places import config_folder, keymap_file, settings_file, themes_folder
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES

STARRED = PaperList(ListKind.STARRED)


def opened(person: Person) -> SettingsDialog:
    person.press("Ctrl+,")
    person.until(lambda: person.window.findChild(SettingsDialog) is not None)
    dialog = person.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    person.until(dialog.isActiveWindow)
    return dialog


def closed(person: Person) -> None:
    person.until(lambda: person.window.findChild(SettingsDialog) is None)
    person.window.activateWindow()
    person.until(person.window.isActiveWindow)


def at_keys_of(person: Person, words: str) -> SettingsDialog:
    """The keys page, at the one action that some words name."""
    dialog = opened(person)
    person.type(words)
    assert dialog.pages.currentWidget() is dialog.keys
    assert len(dialog.keys.model.lines) == 2, [line.title for line in dialog.keys.model.lines]
    person.press("Return")
    assert person.focused is dialog.keys.view
    return dialog


def own_keys() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(keymap_file().read_text("utf-8"))


def hints(person: Person) -> list[str]:
    shown = person.window.status_line.key_line.shown
    return [text for hint in shown for text in (*hint.caps, hint.words)]


@DRESSES
def test_a_theme_is_chosen_by_keys_and_kept(person: Person) -> None:
    dialog = opened(person)
    assert person.focused is dialog.search
    person.type("theme")
    shown = [row for section in dialog.general.sections for row in section.rows if row.isVisible()]
    assert [row.control for row in shown] == [dialog.general.controls["theme"]]
    person.press("Down")
    assert person.focused is dialog.general.controls["theme"]
    person.type("D")
    person.settle()
    assert person.theme.mode == "dark"
    assert settings.load().settings.theme == "dark"
    assert settings_file().read_text("utf-8").startswith("# The settings of reader.")


@DRESSES
def test_the_text_grows_at_once(person: Person) -> None:
    dialog = opened(person)
    person.type("text size")
    person.press("Down")
    person.press("Down")
    assert person.theme.scale == 1.1
    assert settings.load().settings.text_zoom == 110
    assert isinstance(dialog.general.controls["text_zoom"], QComboBox)


def test_the_key_line_goes_and_comes(person: Person, sample: Library) -> None:
    assert "Star" in hints(person)
    opened(person)
    person.type("moment")
    person.press("Down")
    person.press("Space")
    assert hints(person) == []
    assert not settings.load().settings.key_line
    person.press("Space")
    assert "Star" in hints(person)


def test_the_base_map_changes_the_running_window(person: Person, sample: Library) -> None:
    opened(person)
    person.type("map below")
    person.press("Down")
    person.type("L")
    person.settle()
    person.press("Esc")
    closed(person)
    person.press("D, D")
    assert len(sample.list_ids(PaperList(ListKind.ALL))) == 4
    assert settings.load().settings.keymap == "vim"


@DRESSES
def test_a_theme_of_ones_own_is_offered_and_a_faulty_one_said(person: Person) -> None:
    themes_folder().mkdir(parents=True)
    colours = "\n".join(
        f'{name} = "{getattr(LIGHT, name)}"' for name in LIGHT.__dataclass_fields__
        if name not in ("name", "dark")
    )  # fmt: skip
    mine = f"dark = false\n[colours]\n{colours}\n".replace(LIGHT.accent, "#0a0b0c")
    (themes_folder() / "mine.toml").write_text(mine, "utf-8")
    (themes_folder() / "poor.toml").write_text("dark = 1", "utf-8")
    dialog = opened(person)
    person.type("theme")
    person.press("Down")
    person.type("m")
    person.settle()
    assert person.theme.tokens.accent == "#0a0b0c"
    box = dialog.general.controls["theme"]
    assert isinstance(box, QComboBox)
    person.press("Down")
    assert box.currentData() == "poor"
    assert "The theme 'poor' cannot be used" in dialog.wrong.text()
    assert dialog.wrong.isVisible()
    assert person.theme.tokens.accent == "#0a0b0c"


def test_a_new_key_acts_at_once_everywhere(person: Person, sample: Library) -> None:
    dialog = at_keys_of(person, "unstar")
    person.press("Return")
    assert person.focused is dialog.keys.capture
    person.press("F9")
    person.press("Return")
    assert person.focused is dialog.keys.view
    assert own_keys() == {"papers": {"paper.toggle-star": ["F9"]}}
    person.press("Esc")
    closed(person)
    assert "F9" in hints(person)
    person.press("S")
    assert sample.list_ids(STARRED) == []
    person.press("F9")
    assert len(sample.list_ids(STARRED)) == 1
    shortcuts = person.window.actions_.by_id["paper.toggle-star"].shortcuts()
    assert [keys.toString() for keys in shortcuts] == ["F9"]
    person.press("?")
    person.until(lambda: person.window.findChild(KeySheet) is not None)
    sheet = person.window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    spoken = [
        column.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in sheet.findChildren(KeyColumn)
        for row in range(column.model().rowCount())
    ]
    assert "Star or unstar: F9" in spoken


def test_a_sequence_with_a_sign_and_shift(person: Person) -> None:
    dialog = at_keys_of(person, "unstar")
    person.press("Return")
    window = dialog.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    person.press("Q")
    assert dialog.keys.capture.text() == "Shift+W + q"
    person.press("Backspace")
    assert dialog.keys.capture.keys == "Shift+W, +"
    person.press("Return")
    assert own_keys()["papers"]["paper.toggle-star"] == ["Shift+W, +"]


def test_enter_and_esc(person: Person) -> None:
    dialog = at_keys_of(person, "unstar")
    person.press("Return")
    person.press("Return")
    assert dialog.keys.capture.keys == "Return"
    assert "Enter from “Open the paper”" in dialog.keys.said.text()
    person.press("Esc")
    assert person.focused is dialog.keys.view
    assert not keymap_file().exists()


def test_a_clash_is_said_before_it_is_made(person: Person, sample: Library) -> None:
    dialog = at_keys_of(person, "paper.skip")
    person.press("Return")
    person.press("J")
    assert dialog.keys.said.text() == (
        "This takes j from “Next paper”. Enter does it all the same. Esc leaves."
    )
    assert not keymap_file().exists()
    person.press("Return")
    assert own_keys() == {"papers": {"paper.skip": ["J"], "paper.next": []}}
    assert person.window.settings.keymap.faults == ()
    person.press("Esc")
    closed(person)
    person.press("J")
    assert len(sample.list_ids(PaperList(ListKind.SKIPPED))) == 1


def test_a_beginning_of_sequences_takes_them_all(person: Person) -> None:
    dialog = at_keys_of(person, "paper.skip")
    person.press("Return")
    person.press("G")
    assert "g d from “Possible duplicates…”" in dialog.keys.said.text()
    assert " more." in dialog.keys.said.text()


def test_a_letter_that_acts_everywhere_can_still_be_typed(person: Person) -> None:
    at_keys_of(person, "settings")
    person.press("Return")
    person.press("Q")
    person.press("Return")
    assert own_keys() == {"window": {"settings.open": ["Q"]}}
    person.press("Esc")
    closed(person)
    person.press("/")
    person.type("q")
    assert person.window.list.search.text() == "q"
    person.press("Esc")
    person.press("Q")
    person.until(lambda: person.window.findChild(SettingsDialog) is not None)


def test_add_another_take_away_and_back_to_the_default(person: Person) -> None:
    dialog = at_keys_of(person, "unstar")
    person.press("+")
    person.press("F9")
    person.press("Return")
    assert own_keys()["papers"]["paper.toggle-star"] == ["S", "F9"]
    person.press("Backspace")
    assert own_keys()["papers"]["paper.toggle-star"] == []
    assert not dialog.keys.remove.isEnabled()
    assert dialog.keys.reset.isEnabled()
    dialog.keys.reset.setFocus()
    person.press("Space")
    assert own_keys() == {"papers": {}}
    assert person.window.settings.keymap["paper.toggle-star"].keys == ("S",)


def test_the_default_that_another_took_comes_back_when_asked_twice(person: Person) -> None:
    keymap_file().write_text('[papers]\n"paper.toggle-star" = []\n"paper.skip" = ["S"]\n', "utf-8")
    person.window.settings.keymap.reload()
    dialog = at_keys_of(person, "unstar")
    dialog.keys.reset.setFocus()
    person.press("Space")
    assert dialog.keys.said.text() == "This takes s from “Skip”. Once more does it."
    assert own_keys()["papers"]["paper.skip"] == ["S"]
    person.press("Space")
    assert own_keys() == {"papers": {"paper.skip": []}}


def test_faults_are_listed(sample: Library, open_window: Callable[[Library], Person]) -> None:
    settings_file().write_text("theme = 1\n", "utf-8")
    keymap_file().write_text('[papers]\n"a.b" = []\n', "utf-8")
    dialog = opened(open_window(sample))
    assert [line.split(":")[0] for line in dialog.wrong.text().splitlines()] == [
        "settings.toml, line 1",
        "keymap.toml, line 2",
    ]


@DRESSES
def test_what_cannot_be_kept_is_said_and_still_in_force(person: Person) -> None:
    settings_file().write_text("theme = \n", "utf-8")
    dialog = opened(person)
    person.type("theme")
    person.press("Down")
    person.type("D")
    person.until(lambda: "This is not kept, for settings.toml, line 1" in dialog.wrong.text())
    assert person.theme.mode == "dark"
    assert settings_file().read_text("utf-8") == "theme = \n"


def test_the_page_follows_the_search_and_esc_closes(person: Person) -> None:
    dialog = opened(person)
    person.type("star")
    assert dialog.pages.currentWidget() is dialog.keys
    person.press("Ctrl+A")
    person.type("theme")
    assert dialog.pages.currentWidget() is dialog.keys  # the themes have actions, too
    person.press("Ctrl+A")
    person.type("moment")
    assert dialog.pages.currentWidget() is dialog.general
    person.press("Ctrl+A")
    person.type("nothing like this")
    assert dialog.keys.said.text() == "No action is called like this."
    assert dialog.general.nothing.isVisibleTo(dialog.general)
    person.press("Esc")
    person.until(lambda: person.window.findChild(SettingsDialog) is None)


def test_keys_are_found_by_their_keys(person: Person) -> None:
    dialog = opened(person)
    person.type("ctrl+e library")
    titles = [line.title for line in dialog.keys.model.lines]
    assert titles == ["Library", "Export notes to Markdown…"]


def test_the_files_can_be_seen(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(person.window.settings, "open_url", seen.append)
    opened(person)
    person.press("Shift+Tab")
    person.press("Shift+Tab")
    person.press("Space")
    person.until(lambda: seen == [config_folder().as_uri()])


def test_nobody_is_caught_in_the_field_for_keys(person: Person) -> None:
    dialog = at_keys_of(person, "paper.skip")
    person.press("Return")
    person.press("F9")
    person.press("Tab")
    assert person.focused is dialog.keys.use
    assert isinstance(dialog.keys.capture, KeyCapture)
    assert dialog.keys.capture.accessibleName() == "New key for “Skip”"


def test_a_dialog_does_not_outlive_its_window(person: Person) -> None:
    opened(person)
    person.window.close()
    QApplication.processEvents()
    assert not person.window.isVisible()


def test_another_library_is_opened_from_here(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    Library(other).close()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    wanted: list[Path] = []
    person.window.libraries.wanted.connect(wanted.append)
    dialog = opened(person)
    person.type("library")
    person.press("Down")
    assert isinstance(person.focused, QPushButton)
    person.press("Space")
    assert wanted == [other]
    assert dialog.isVisible()


def test_the_library_is_moved_from_here(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    wanted: list[Path] = []
    person.window.libraries.move_wanted.connect(wanted.append)
    opened(person)
    person.type("library")
    person.press("Down")
    person.press("Shift+Tab")
    person.press("Space")
    assert wanted == [target]


def test_the_search_field_shows_its_key(person: Person) -> None:
    def shown() -> list[str]:
        caps = person.window.list.search.findChildren(QLabel)
        return [cap.text() for cap in caps if not cap.isHidden()]

    assert shown() == ["/"]
    keymap_file().write_text('[papers]\n"go.search" = ["Ctrl+F"]\n', "utf-8")
    person.window.settings.keymap.reload()
    assert shown() == ["Ctrl+F"]
    person.press("Ctrl+F")
    person.type("a")
    assert shown() == []


def test_less_motion_is_in_force_at_once(person: Person) -> None:
    try:
        opened(person)
        person.type("motion")
        person.press("Down")
        person.press("Down")
        assert settings.load().settings.reduced_motion == "on"
        assert motion.duration() == 0
        person.press("Down")
        assert motion.duration() > 0
    finally:
        motion.choose("system")


def test_the_language_is_kept(person: Person) -> None:
    opened(person)
    person.type("language")
    person.press("Down")
    person.type("D")
    person.settle()
    assert settings.load().settings.language == "de"
