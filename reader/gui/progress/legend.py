"""Says what the squares of the year mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.progress.painting import paint_day
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import SPACE_4, SPACE_8, TEXT_CHIP

_SQUARE = 12
_STEPS = (None, 0, 1, 2, 3)


class Legend(QWidget):
    """Squares from few papers to many."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._less, self._more = self.tr("Less"), self.tr("More")
        self.setAccessibleName(self.tr("The larger and stronger a square, the more was read"))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as the words and squares."""
        words = sum(self._width(word) for word in (self._less, self._more))
        squares = len(_STEPS) * (_SQUARE + SPACE_4)
        return QSize(round(words) + squares + 2 * SPACE_8, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints words and squares."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        left, middle = 0.0, self.height() / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        quiet = QColor(tokens.text_quiet)
        painter.setPen(quiet)
        painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, self._less)
        left += self._width(self._less) + SPACE_8
        painter.setPen(Qt.PenStyle.NoPen)
        for step in _STEPS:
            square = QRectF(left, middle - _SQUARE / 2, _SQUARE, _SQUARE)
            paint_day(painter, square, step, tokens)
            left += _SQUARE + SPACE_4
        painter.setPen(quiet)
        rest = QRectF(left + SPACE_4, 0, self.width() - left, self.height())
        painter.drawText(rest, flags, self._more)

    def _font(self) -> QFont:
        return interface_font(TEXT_CHIP * self._theme.scale)

    def _width(self, word: str) -> float:
        return QFontMetricsF(self._font()).horizontalAdvance(word)
