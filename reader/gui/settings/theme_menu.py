"""The themes as a menu: those that come with the program and, below them, a person's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reader.gui.settings.preferences import Preferences
from reader.gui.theme import MODES
from reader.settings.settings import own_themes


class ThemeMenu(QObject):
    """Keeps the one in force checked; lists the themes folder each time that ``menu`` opens."""

    def __init__(
        self, menu: QMenu, actions: Mapping[str, QAction], preferences: Preferences
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._preferences = preferences
        self._group = QActionGroup(self)
        self._of_program = {
            mode: self._group.addAction(actions[f"view.theme-{mode}"]) for mode in MODES
        }
        self.own: dict[str, QAction] = {}
        menu.aboutToShow.connect(self._fill)
        preferences.changed.connect(self._mark)
        self._mark()

    def _fill(self) -> None:
        for action in self.own.values():
            self._menu.removeAction(action)
            self._group.removeAction(action)
            action.deleteLater()
        self.own = {name: self._add(name) for name in own_themes()}
        self._mark()

    def _add(self, name: str) -> QAction:
        action = QAction(name.replace("&", "&&"), self._group)
        action.setCheckable(True)
        action.triggered.connect(partial(self._preferences.set, "theme", name))
        self._menu.addAction(action)
        return action

    def _mark(self) -> None:
        chosen = self._preferences.settings.theme
        if action := {**self._of_program, **self.own}.get(chosen):
            action.setChecked(True)
