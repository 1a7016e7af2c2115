"""A person's own themes in the menu, below those that come with the program."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reader.gui.settings.preferences import Preferences
from reader.settings.settings import own_themes


class ThemeMenu(QObject):
    """Lists the files of the themes folder each time that ``menu`` opens."""

    def __init__(self, menu: QMenu, after: QAction, preferences: Preferences) -> None:
        super().__init__(menu)
        self._menu = menu
        self._after = after
        self._preferences = preferences
        self._group = QActionGroup(self)
        menu.aboutToShow.connect(self._fill)

    @property
    def shown(self) -> list[QAction]:
        """The actions of the themes, in order."""
        return self._group.actions()

    def _fill(self) -> None:
        for old in self._group.actions():
            self._menu.removeAction(old)
            self._group.removeAction(old)
            old.deleteLater()
        below = self._menu.actions()
        at = below.index(self._after) + 1
        before = below[at] if at < len(below) else None
        for name in own_themes():
            action = QAction(name.replace("&", "&&"), self._group)
            action.setCheckable(True)
            action.setChecked(name == self._preferences.settings.theme)
            action.triggered.connect(partial(self._preferences.set, "theme", name))
            # Qt puts it at the end where there is nothing to put it before.
            self._menu.insertAction(before, action)  # type: ignore[arg-type]
