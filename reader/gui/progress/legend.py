"""Says what the squares of the year mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.mirror import mirror
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
        line = QRectF(self.rect())
        turned = mirror(painter, line, self.layoutDirection())
        painter.setPen(QColor(tokens.text_quiet))
        turned.text(line, self._less)
        turned.text(line, self._more, trailing=True)
        painter.setPen(Qt.PenStyle.NoPen)
        left, top = self._width(self._less) + SPACE_8, line.center().y() - _SQUARE / 2
        for step in _STEPS:
            square = QRectF(left, top, _SQUARE, _SQUARE)
            paint_day(painter, turned.box(square), step, tokens)
            left += _SQUARE + SPACE_4

    def _font(self) -> QFont:
        return interface_font(TEXT_CHIP * self._theme.scale)

    def _width(self, word: str) -> float:
        return QFontMetricsF(self._font()).horizontalAdvance(word)
