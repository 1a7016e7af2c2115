"""The page of the settings proper. Each is in force, and kept, as soon as it is changed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.gui.labels import plain_label
from reader.gui.settings.kept_row import KeptRow
from reader.gui.settings.library_row import LibraryRow
from reader.gui.settings.preferences import Preferences
from reader.gui.settings.rows import Section, SettingRow
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_12
from reader.operations.note_templates import known
from reader.settings.settings import LANGUAGES, ZOOMS, Value, own_themes

_STEP = 10
# The mark, a gap and a ring around it.
_BOX = 24


class GeneralPage(QScrollArea):
    """Follows the Preferences, so that what changes elsewhere (a menu, a key) shows here."""

    def __init__(
        self, preferences: Preferences, library: Path, kept: Path | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._preferences = preferences
        self.controls: dict[str, QWidget] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self.viewport())
        column = QVBoxLayout(page)
        column.setContentsMargins(0, SPACE_4, SPACE_8, 0)
        column.setSpacing(SPACE_12)
        # While it is empty: what it is filled with is laid out once, when it is shown.
        self.setWidget(page)
        self._kept_folder = kept
        self.sections = self._sections(page)
        self.nothing = plain_label(page, self.tr("No setting is called like this."), "quiet")
        self.nothing.hide()
        for section in self.sections:
            column.addWidget(section)
        column.addWidget(self.nothing)
        column.addStretch(1)
        preferences.changed.connect(self._show)
        for name in self.controls:
            self._show(name)

    def narrow(self, text: str) -> int:
        """Shows the settings that a text is about; returns how many they are."""
        words = text.casefold().split()
        found = sum(section.narrow(words) for section in self.sections)
        self.nothing.setVisible(not found)
        return found

    def _sections(self, page: QWidget) -> list[Section]:
        filled = {
            self.tr("Appearance"): self._appearance,
            self.tr("Keyboard"): self._keyboard,
            self.tr("Notes"): self._notes,
            self.tr("Desktop"): self._desktop,
        }
        sections = [Section(title, page) for title in filled]
        for section, rows in zip(sections, filled.values(), strict=True):
            section.show_rows(rows(section))
        return sections

    def _appearance(self, section: Section) -> list[SettingRow]:
        themes = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high-contrast", self.tr("High contrast")),
            *((name, name) for name in own_themes()),
        ]
        motions = [
            ("system", self.tr("As the system")),
            ("on", self.tr("On")),
            ("off", self.tr("Off")),
        ]
        return [
            SettingRow(
                self.tr("Theme"),
                self.tr("Your own are files in the folder themes."),
                self._combo("theme", themes, section),
                section,
            ),
            SettingRow(self.tr("Text size"), "", self._zoom(section), section),
            SettingRow(
                self.tr("Less motion"),
                self.tr("Messages and lists appear where they would slide."),
                self._combo("reduced_motion", motions, section),
                section,
            ),
        ]

    def _keyboard(self, section: Section) -> list[SettingRow]:
        maps = [
            ("default", self.tr("Default")),
            ("vim", self.tr("Like Vim")),
            ("emacs", self.tr("Like Emacs")),
        ]
        return [
            SettingRow(
                self.tr("Keys"),
                self.tr("The map below your own keys, which are on the page Keys."),
                self._combo("keymap", maps, section),
                section,
            ),
            SettingRow(
                self.tr("Keys of the moment"),
                self.tr("Along the bottom edge of the window."),
                self._check("key_line", section),
                section,
            ),
        ]

    def _notes(self, section: Section) -> list[SettingRow]:
        # Made in the order in which Tab goes through them.
        templates = [("none", self.tr("Nothing")), *((one.name, one.name) for one in known())]
        begins = SettingRow(
            self.tr("An empty note begins with"),
            self.tr("A template. Your own are files in the folder templates/notes."),
            self._combo("note_template", templates, section),
            section,
        )
        self.kept = KeptRow(self._kept_folder, section)
        return [begins, self.kept]

    def _desktop(self, section: Section) -> list[SettingRow]:
        self.place = LibraryRow(self._library, section)
        languages = [("system", self.tr("As the system")), *map(_language, LANGUAGES[1:])]
        rows = [
            self.place,
            SettingRow(
                self.tr("Language"),
                self.tr("From when the window opens next."),
                self._combo("language", languages, section),
                section,
            ),
        ]
        if sys.platform not in ("win32", "darwin"):
            rows.append(
                SettingRow(
                    self.tr("Notifications"),
                    self.tr("When long work is done while you are elsewhere."),
                    self._check("notifications", section),
                    section,
                )
            )
        return rows

    def _combo(
        self, name: str, choices: Sequence[tuple[Value, str]], section: Section
    ) -> QComboBox:
        box = QComboBox(section)
        for value, title in choices:
            box.addItem(title, value)
        box.setMinimumWidth(180)
        box.currentIndexChanged.connect(lambda at: self._set(name, box.itemData(at)))
        self.controls[name] = box
        return box

    def _check(self, name: str, section: Section) -> QCheckBox:
        box = QCheckBox(section)
        box.setFixedWidth(_BOX)
        box.toggled.connect(lambda on: self._set(name, bool(on)))
        self.controls[name] = box
        return box

    def _zoom(self, section: Section) -> QComboBox:
        sizes = range(ZOOMS[0], ZOOMS[-1] + 1, _STEP)
        return self._combo("text_zoom", [(size, f"{size} %") for size in sizes], section)

    def _set(self, name: str, value: Value) -> None:
        self._preferences.set(name, value)

    def _show(self, name: str) -> None:
        control = self.controls.get(name)
        value = getattr(self._preferences.settings, name)
        if control is None:
            return
        with QSignalBlocker(control):
            if isinstance(control, QComboBox):
                if control.findData(value) < 0:
                    said = f"{value} %" if name == "text_zoom" else str(value)
                    control.addItem(said, value)
                control.setCurrentIndex(control.findData(value))
            elif isinstance(control, QCheckBox):
                control.setChecked(value)


def _language(code: str) -> tuple[str, str]:
    # Qt would call it that of a country: "American English".
    english = QLocale.languageToString(QLocale.Language.English)
    return code, english if code == "en" else QLocale(code).nativeLanguageName()
