"""What an open menu offers: what has nothing to act on is grey in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.gui.actions.applying import applies
from reader.gui.actions.registry import ACTIONS, When
from reader.gui.navigation import Navigation


class Offering(QObject):
    """Looks when a menu opens, and lets go when it closes: keys say what is missing themselves."""

    def __init__(
        self, menus: Mapping[str, QMenu], actions: Mapping[str, QAction], navigation: Navigation
    ) -> None:
        super().__init__(navigation)
        self._actions = actions
        self._navigation = navigation
        self._resting: dict[str, list[QAction]] = {}
        for name, menu in menus.items():
            menu.aboutToShow.connect(partial(self._rest, name))
            menu.aboutToHide.connect(partial(self._wake, name))

    def _rest(self, menu: str) -> None:
        self._wake(menu)
        for action in ACTIONS:
            made = self._actions[action.id]
            needs = action.menu == menu and action.when is not When.ALWAYS
            # What rests for another reason is not ours to wake.
            if needs and made.isEnabled() and not applies(action.when, self._navigation):
                made.setEnabled(False)
                self._resting.setdefault(menu, []).append(made)

    def _wake(self, menu: str) -> None:
        for made in self._resting.pop(menu, []):
            made.setEnabled(True)
