"""A button of one action as a line: picture, name, key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reader.gui.actions.key_text import key_text
from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.theme.tokens import ICON, ROW_HEIGHT, SPACE_8, SPACE_12


class ActionRow(QPushButton):
    """Does what its action does. Shows the first of its keys."""

    def __init__(self, action: QAction, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(action.objectName())
        self.setProperty("role", "quiet")
        self.setAccessibleName(action.text())
        self._action = action
        self._picture = QLabel(self)
        self._name = ElidedLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, 0, SPACE_8, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._picture)
        row.addWidget(self._name, 1)
        self._cap = plain_label(self, role="keycap")
        row.addWidget(self._cap)
        self.show_keys(keys)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Shows the first of the keys that the action has."""
        text = key_text(keys[0]) if keys else ""
        self._cap.setText(text)
        self._cap.setVisible(bool(text))
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(220, self._height())

    def minimumSizeHint(self) -> QSize:
        """Picture, a few letters and the key."""
        return QSize(120, self._height())

    def _height(self) -> int:
        """That of a row; more where text is larger."""
        return max(ROW_HEIGHT, self._name.sizeHint().height() + SPACE_12)

    def _follow(self) -> None:
        """Takes name and picture from the action, whose picture changes with the theme."""
        self._name.setText(self._action.text())
        self._picture.setPixmap(self._action.icon().pixmap(QSize(ICON, ICON)))
        self.setEnabled(self._action.isEnabled())
