"""Shows how one text became another: by sign and by colour, the changed words within lines too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.gui.text_places import for_qt
from reader.gui.theme import Theme
from reader.operations.differences import Line, Sign

# What goes in before the window may do something else: some 10 ms.
_LINES_AT_ONCE = 25
_LETTERS_AT_ONCE = 3_000
_MOST_LINES = 5_000
_TABLE = "DifferencesView"


class DifferencesView(QPlainTextEdit):
    """Read-only lines, filled in a little at a time; the beginning is there at once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[Line] = ()
        self._signs = True
        self._done = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        # A method and no lambda, which would be called when the dialog around has long gone.
        theme.changed.connect(self._dress)

    def show_lines(self, lines: Sequence[Line], *, signs: bool = True) -> None:
        """Shows lines from the first on; without ``signs`` as a text."""
        self._filling.stop()
        self._lines, self._signs, self._done = lines, signs, 0
        self.clear()
        self._fill()

    @property
    def is_filled(self) -> bool:
        """Whether all lines are there."""
        return self._done >= min(len(self._lines), _MOST_LINES)

    def _dress(self) -> None:
        self.show_lines(self._lines, signs=self._signs)

    def _fill(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        letters = 0
        until = min(self._done + _LINES_AT_ONCE, len(self._lines), _MOST_LINES)
        while self._done < until and letters < _LETTERS_AT_ONCE:
            line = self._lines[self._done]
            self._write(cursor, line)
            letters += len(line.text)
            self._done += 1
        if self.is_filled and len(self._lines) > _MOST_LINES:
            cursor.insertBlock(QTextBlockFormat(), self._look(quiet=True))
            cursor.insertText(_skipped(len(self._lines) - _MOST_LINES))
        cursor.endEditBlock()
        if not self.is_filled:
            self._filling.start()

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        tokens = self._theme.tokens
        style = QTextBlockFormat()
        under = {Sign.ADDED: tokens.highlight_green, Sign.REMOVED: tokens.highlight_pink}
        if colour := under.get(line.sign):
            style.setBackground(QColor(colour))
        if self._done:
            cursor.insertBlock(style)
        else:
            cursor.setBlockFormat(style)
        if line.sign is Sign.SKIPPED:
            cursor.insertText(_skipped(int(line.text)), self._look(quiet=True))
            return
        if self._signs:
            cursor.insertText(f"{line.sign.value} ", self._look(quiet=line.sign is Sign.SAME))
        start = cursor.position()
        cursor.insertText(line.text, self._look())
        for begin, end in for_qt(line.text, line.places):
            cursor.setPosition(start + begin)
            cursor.setPosition(start + end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self._look(changed=line.sign))
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _look(self, *, quiet: bool = False, changed: Sign | None = None) -> QTextCharFormat:
        look, tokens = QTextCharFormat(), self._theme.tokens
        look.setForeground(QBrush(QColor(tokens.text_quiet if quiet else tokens.text)))
        if changed is not None:
            look.setFontWeight(QFont.Weight.Bold.value)
            look.setFontStrikeOut(changed is Sign.REMOVED)
            look.setFontUnderline(changed is Sign.ADDED)
        return look


def _skipped(number: int) -> str:
    """The words for lines that are not shown."""
    return QCoreApplication.translate(_TABLE, "⋯ %n line(s) not shown", None, number)
