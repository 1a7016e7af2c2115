"""The ``?`` sheet: every action with its keys, made from the registry."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding, sequences
from reader.gui.actions.registry import ACTIONS, MENUS
from reader.gui.labels import plain_label
from reader.gui.language import translate

_COLUMNS = (("Paper",), ("Go", "Help"), ("Library", "Edit", "View"))


class KeySheet(QDialog):
    """Closes on Esc or a second ``?``."""

    def __init__(self, keymap: Mapping[str, Binding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keySheet")
        self.setWindowTitle(self.tr("All keys"))
        self.setAccessibleName(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Nothing in the sheet takes keys; it takes them itself, so that a screen reader finds it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        for keys in sequences(keymap["help.keys"]):
            QShortcut(keys, self).activated.connect(self.close)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(32, 24, 32, 28)
        columns.setSpacing(48)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(8)
            for menu in menus:
                self._add_section(column, menu, keymap)
            column.addStretch(1)
            columns.addLayout(column)

    def _add_section(self, column: QVBoxLayout, menu: str, keymap: Mapping[str, Binding]) -> None:
        caption = plain_label(self, translate("Actions", menu, "menu"), "caption")
        column.addWidget(caption)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, 190)
        for row, action in enumerate(action for action in ACTIONS if action.menu == menu):
            grid.addWidget(plain_label(self, translate("Actions", action.title)), row, 0)
            grid.addLayout(self._caps(keymap[action.id]), row, 1)
        column.addLayout(grid)
        column.addSpacing(12)

    def _caps(self, binding: Binding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        for keys in binding.keys:
            cap = plain_label(self, key_text(keys), "keycap")
            row.addWidget(cap)
        row.addStretch(1)
        return row


assert {menu for column in _COLUMNS for menu in column} == set(MENUS)
