"""Text from outside, shown as text only.

Qt's text widgets load local files for ``<img>`` and hang on nested tables, so nothing here takes
HTML or Markdown: plain text with character formats.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from reader.gui.focus_bar import FocusBar
from reader.gui.text_places import Places, for_qt
from reader.gui.theme.tokens import READING_LINE_HEIGHT

# So many marks are drawn before and after the current one at most.
_MARKED = 250
_LINES_LOOKED_AT = 120_000
# More of an abstract is not shown: laying out a megabyte stops the window for seconds.
LONGEST_SHOWN = 100_000
# Such a word is no word, and a line break within it is looked for letter by letter.
_ENDLESS_WORD = re.compile(r"\S{10000}")
# Under the last line there is room for the lines of highlights.
_BELOW = 6
_NO_IMAGE = QImage(1, 1, QImage.Format.Format_ARGB32)


class PlainText(QTextEdit):
    """Read-only text that can be selected, as high as it needs to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("role", "plain")
        self.document().setDocumentMargin(0)
        # What is painted under the letters: highlights.
        self.underlay: Callable[[QPainter], None] | None = None
        self._bar = FocusBar(self)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Never reads a file: whatever asks gets an empty picture."""
        return _NO_IMAGE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the text over what lies under it."""
        if self.underlay is not None:
            painter = QPainter(self.viewport())
            self.underlay(painter)
            painter.end()
        super().paintEvent(event)

    def show_text(self, text: str, font: QFont, line_height: float = READING_LINE_HEIGHT) -> None:
        """Shows a text from its beginning."""
        # First nothing, or the text before would be laid out once more in the new font; then all
        # at once, or this one would be laid out for its words and again for its line height.
        self.clear()
        # The widget's own, or a change of the application's font would take its place.
        self.setFont(font)
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block.setLineHeight(font.pixelSize() * line_height, fixed.value)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(block)
        cursor.insertText(_within_limits(text))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, places: tuple[tuple[int, int], ...], colour: str) -> None:
        """Lays a colour under parts of the text, as (start, end); forgets those before."""
        self.setExtraSelections(marked(self, for_qt(self.toPlainText(), places), colour))

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(max(1, round(size.height()) + _BELOW))


def _within_limits(text: str) -> str:
    """As much of a text as can be laid out while somebody waits for a key."""
    text = text[:LONGEST_SHOWN]
    endless = _ENDLESS_WORD.search(text)
    return text[: endless.end()] if endless else text


def marked(
    view: QTextEdit | QPlainTextEdit, places: Places, colour: str, text_colour: str = ""
) -> list[QTextEdit.ExtraSelection]:
    """The parts of a view's text with a colour under them; ``places`` are counted as Qt does."""
    look = QTextCharFormat()
    look.setBackground(QColor(colour))
    if text_colour:
        look.setForeground(QColor(text_colour))
    selections = []
    for start, end in places:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor_over(view, start, end), look
        selections.append(selection)
    return selections


def worth_marking(view: QTextEdit | QPlainTextEdit, places: Places, at: int) -> Places:
    """Those of ``places`` around number ``at`` that can be marked without being felt.

    For each Qt looks at all lines above it, so in a long text there are fewer.
    """
    around = min(_MARKED, _LINES_LOOKED_AT // view.document().blockCount() + 1)
    return places[max(0, at - around) : at + around + 1]


def cursor_over(view: QTextEdit | QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """A cursor that has part of a view's text selected, as far as the text still goes."""
    last = view.document().characterCount() - 1
    cursor = QTextCursor(view.document())
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor
