"""The orders of the list as actions, of which the one in force is checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from reader.gui.actions.registry import Handlers
from reader.gui.navigation import Navigation
from reader.model import Sort


class Sorting(QObject):
    """Puts the list in an order, and keeps the actions saying which that is."""

    def __init__(self, navigation: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._navigation = navigation
        self._actions: dict[Sort, QAction] = {}

    def handlers(self) -> Handlers:
        """What the actions of sorting do."""
        return {_id(sort): partial(self._navigation.order_by, sort) for sort in Sort}

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Learns the actions, and which of them is on."""
        group = QActionGroup(self)
        self._actions = {sort: group.addAction(actions[_id(sort)]) for sort in Sort}
        self._navigation.place_changed.connect(self._mark)
        self._mark()

    def _mark(self) -> None:
        self._actions[self._navigation.order].setChecked(True)


def _id(sort: Sort) -> str:
    return f"sort.{sort.value}"
