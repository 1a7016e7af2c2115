"""The highlights of a paper, listed under its abstract; also those that are no longer in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.gui.highlights.keys import letter
from reader.gui.highlights.words import COLOUR_KEYS, no_longer, spoken
from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.theme import Theme
from reader.gui.theme.fonts import reading_font
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_16, SPACE_24
from reader.model import Highlight

_MOST = 40
_QUOTED = 240
_TEXT = 15
_BAR = 4.0
_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class HighlightList(QWidget):
    """A line for each highlight; hidden while there is none.

    ``chosen``, ``comment_wanted`` and ``delete_wanted`` carry a Highlight, ``coloured`` one and a
    Colour. ``listed`` comes when the lines are others.
    """

    chosen = Signal(object)
    coloured = Signal(object, object)
    comment_wanted = Signal(object)
    delete_wanted = Signal(object)
    listed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Highlight, ...] = ()
        self.caption = plain_label(self, self.tr("Highlights"), "caption")
        self.lines: list[HighlightLine] = []
        self._more = plain_label(self, role="quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE_24, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._column.addWidget(self.caption)
        self._column.addSpacing(SPACE_4)
        self._column.addWidget(self._more)
        theme.changed.connect(self._dress)
        self.hide()

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Shows highlights in this order."""
        if tuple(highlights) == self._shown:
            return
        focused = next((line.highlight.id for line in self.lines if line.hasFocus()), None)
        row = next((at for at, line in enumerate(self.lines) if line.hasFocus()), 0)
        self._shown = tuple(highlights)
        while self.lines:
            old = self.lines.pop()
            old.hide()
            old.deleteLater()
        for highlight in highlights[:_MOST]:
            self._add(HighlightLine(highlight, self._theme, self))
        self._more.setText(self.tr("and {} more").format(len(highlights) - _MOST))
        self._more.setVisible(len(highlights) > _MOST)
        self.setVisible(bool(highlights))
        self.listed.emit()
        if focused is not None and self.lines:
            same = next((line for line in self.lines if line.highlight.id == focused), None)
            (same or self.lines[min(row, len(self.lines) - 1)]).setFocus()

    def line_of(self, highlight: Highlight) -> HighlightLine | None:
        """The line that shows a highlight."""
        return next((line for line in self.lines if line.highlight == highlight), None)

    def _add(self, line: HighlightLine) -> None:
        line.clicked.connect(partial(self.chosen.emit, line.highlight))
        line.coloured.connect(partial(self.coloured.emit, line.highlight))
        line.comment_wanted.connect(partial(self.comment_wanted.emit, line.highlight))
        line.delete_wanted.connect(partial(self.delete_wanted.emit, line.highlight))
        self._column.insertWidget(self._column.count() - 1, line)
        self.lines.append(line)

    def _dress(self) -> None:
        for line in self.lines:
            line.dress()


class HighlightLine(QPushButton):
    """A highlight: the passage, its comment, and a bar of its colour.

    Enter goes to it in the text; 1 to 4 colour it, c comments on it, Del deletes it.
    """

    coloured = Signal(object)
    comment_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, highlight: Highlight, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.highlight = highlight
        self._theme = theme
        self.setProperty("role", "quiet")
        self.setAccessibleName(spoken(highlight))
        self.setAccessibleDescription(
            self.tr("Enter goes to it, 1 to 4 colour it, c comments on it, Del deletes it")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_8, SPACE_8)
        column.setSpacing(SPACE_4)
        self.quote = self._label(_cut(highlight.quote))
        column.addWidget(self.quote)
        if highlight.comment:
            column.addWidget(self._label(_cut(highlight.comment), "quiet"))
        if highlight.orphaned:
            column.addWidget(self._label(no_longer(), "quiet"))
        self.dress()

    def dress(self) -> None:
        """Takes the size of text that is wanted now."""
        self.quote.setFont(reading_font(_TEXT * self._theme.scale))
        self.update()

    def sizeHint(self) -> QSize:
        """What its texts need."""
        return self._needed()

    def minimumSizeHint(self) -> QSize:
        """As high as its texts are; they may become narrow."""
        return QSize(120, self._needed().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the bar of its colour; of an orphan only its outline."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() - 3 - _BAR if self.isRightToLeft() else 3
        bar = QRectF(left, 6, _BAR, self.height() - 12)
        colour = QColor(self._theme.tokens.colour(f"mark_{self.highlight.colour}"))
        painter.setPen(colour)
        if not self.highlight.orphaned:
            painter.setBrush(colour)
        painter.drawRoundedRect(bar, 2, 2)

    def event(self, event: QEvent) -> bool:
        """Its keys are its own while it has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in (*_GO, *_DELETE) or letter(event) in ("c", *COLOUR_KEYS))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what its keys say."""
        if event.key() in _GO:
            self.click()
        elif event.key() in _DELETE:
            self.delete_wanted.emit()
        elif letter(event) in COLOUR_KEYS:
            self.coloured.emit(COLOUR_KEYS[letter(event)])
        elif letter(event) == "c":
            self.comment_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _label(self, text: str, role: str = "") -> QLabel:
        label = plain_label(self, text, role)
        label.setWordWrap(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    def _needed(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return QSize(layout.sizeHint().width(), layout.totalHeightForWidth(max(self.width(), 200)))


def _cut(text: str) -> str:
    words = shown(text)
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()}…"
