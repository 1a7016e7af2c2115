"""The button over the lists that opens the palette; it looks like the search field."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.gui.actions.key_text import key_text
from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.theme.tokens import ICON, SPACE_8


class CommandsButton(QToolButton):
    """Shows the picture of its action, a word and the key; the key goes where there is no room.

    Laid out here: icon and text of a tool button stand closer together than those of a field.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = self.tr("Commands")
        self.setAccessibleName(words)
        self._action: QAction | None = None
        self._picture = plain_label(self)
        self.name = ElidedLabel(self, "quiet")
        self.name.setText(words)
        self.key = plain_label(self, role="keycap")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, 0, SPACE_8, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._picture)
        row.addWidget(self.name, 1)
        row.addWidget(self.key)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_action(self, action: QAction) -> None:
        """Does what the action does, and takes its picture and key whenever they change."""
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """As high as a field with text of this size."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.name.sizeHint().height() + 14))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out the key rather than the word."""
        super().resizeEvent(event)
        self._fit()

    def _follow(self) -> None:
        if self._action is not None:
            self._picture.setPixmap(self._action.icon().pixmap(QSize(ICON, ICON)))
            keys = self._action.shortcut().toString()
            self.key.setText(key_text(keys).replace("+", " ") if keys else "")
            self._fit()

    def _fit(self) -> None:
        room = self.width() - ICON - self.name.sizeHint().width() - 10 - 3 * SPACE_8
        self.key.setVisible(bool(self.key.text()) and self.key.sizeHint().width() <= room)
