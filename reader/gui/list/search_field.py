"""The search field: one line of the query language, which it helps to write."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reader.gui.labels import plain_label
from reader.gui.list.history import SearchHistory
from reader.gui.text_places import Places, for_qt
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon
from reader.gui.theme.tokens import SPACE_8
from reader.model import NotUnderstood

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """Underlines what was not understood, and walks back through what was searched for.

    ``left`` says that the keys shall go to the papers.
    """

    left = Signal()

    def __init__(self, theme: Theme, history: SearchHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._history = history
        self._not_understood: tuple[NotUnderstood, ...] = ()
        self._composing = False
        self.setProperty("role", "search")
        self.setPlaceholderText(self.tr("Search titles, abstracts and notes"))
        self.setAccessibleName(self.tr("Search"))
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._key = key = plain_label(self, "", "keycap")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(SPACE_8, 0, SPACE_8, 0)
        inside.addStretch(1)
        inside.addWidget(key)
        self.textChanged.connect(self._make_room)
        self.textChanged.connect(self._underline)
        self.textEdited.connect(lambda _: history.stop())
        theme.changed.connect(self._dress)
        self._dress()

    def set_key(self, key: str) -> None:
        """Says which key leads here."""
        self._key.setText(key)
        self._make_room(self.text())

    @property
    def underlined(self) -> tuple[str, ...]:
        """The pieces of the text that are underlined now."""
        text = self.text()
        return tuple(text[part.start : part.end] for part in self._standing())

    def show_not_understood(self, parts: Sequence[NotUnderstood]) -> None:
        """Underlines parts of the text; the tooltip and the screen reader name them."""
        if tuple(parts) != self._not_understood:
            self._not_understood = tuple(parts)
            self._underline()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the words that stand in the empty field from under the key."""
        super().resizeEvent(event)
        self._make_room(self.text())

    def _make_room(self, text: str) -> None:
        seen = bool(self._key.text()) and not text
        self._key.setVisible(seen)
        room = self._key.sizeHint().width() + 8 if seen else 0
        self.setTextMargins(*((room, 0, 0, 0) if self.isRightToLeft() else (0, 0, room, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through the history; Enter, and Down past its end, to the papers."""
        if event.key() in _ENTER:
            self._history.remember(self.text())
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up:
            self._walk(self._history.older(self.text()))
        elif event.key() == Qt.Key.Key_Down:
            newer = self._history.newer()
            if newer is None:
                self.left.emit()
            self._walk(newer)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remembers whether a word is being composed: underlining would end that."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _walk(self, query: str | None) -> None:
        if query is not None:
            self.setText(query)

    def _standing(self) -> list[NotUnderstood]:
        """What was not understood and still stands where it stood, while the answer is awaited."""
        text = self.text()
        return [part for part in self._not_understood if text[part.start : part.end] == part.text]

    def _underline(self) -> None:
        parts = self._standing()
        hint = ""
        if parts:
            hint = self.tr("Not understood: {}").format(", ".join(part.text for part in parts))
        # Half a tag in the text would make Qt take the tooltip for markup.
        self.setToolTip(hint.replace("<", "‹"))
        self.setAccessibleDescription(hint)
        if not self._composing:
            self._draw(for_qt(self.text(), [(part.start, part.end) for part in parts]))

    def _draw(self, places: Places) -> None:
        """Gives parts of the text a wavy line.

        A QLineEdit takes formats only as an input method gives them, relative to the cursor.
        """
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(QColor(self._theme.tokens.danger))
        at = self.cursorPosition()
        kind = QInputMethodEvent.AttributeType.TextFormat
        attributes = [
            QInputMethodEvent.Attribute(kind, start - at, end - start, wavy)
            for start, end in places
        ]
        super().inputMethodEvent(QInputMethodEvent("", attributes))

    def _dress(self) -> None:
        self._icon.setIcon(icon("search", self._theme.tokens.text_quiet))
        self._underline()
