"""What is under the letters of the preview: lines beside quotes, rules, grounds of code, boxes."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextFormat

from reader.gui.paper.preview_blocks import DONE
from reader.gui.theme import Theme
from reader.gui.theme.tokens import RADIUS, SPACE_8, SPACE_12, SPACE_16

# As the editor has it, so that the text does not move when one is put in the other's place.
MARGIN = 4
QUOTES = QTextFormat.Property.UserProperty
RULE = QUOTES + 1
CODE = QUOTES + 2
BOX = QUOTES + 3
"""Properties of a block: in how many quotes it is, and whether it is a rule, code, has a box."""

# Qt puts what a line is higher than its letters above them.
_SUNK = 3
_BOX_SIZE = 14
_Place = tuple[float, int]


def paint_under(
    painter: QPainter, block: QTextBlock, rect: QRectF, width: int, theme: Theme
) -> None:
    """Paints what is under a block that takes up ``rect`` in a view; the painter has no pen."""
    style, tokens = block.blockFormat(), theme.tokens
    painter.setBrush(QColor(tokens.line_strong))
    for quote in range(quotes_of(block)):
        # Up to the next block, where that is of the same quote.
        after = block.next()
        room = after.blockFormat().topMargin() if quotes_of(after) > quote else 0
        left, top = MARGIN + quote * SPACE_16, rect.top() + _SUNK
        painter.drawRect(QRectF(left, top, 2, rect.height() + room))
    if style.property(RULE):
        begin = MARGIN + style.leftMargin()
        painter.drawRect(QRectF(begin, round(rect.center().y()), width - begin - MARGIN, 1))
    if style.property(CODE):
        painter.setBrush(QColor(tokens.surface_side))
        begin, top = MARGIN + style.leftMargin() - SPACE_12, rect.top() - SPACE_8 + _SUNK
        height = rect.height() + 2 * SPACE_8 - _SUNK
        box = QRectF(begin, top, width - begin - MARGIN, height)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    if style.property(BOX):
        _paint_box(painter, block, theme)


def quotes_of(block: QTextBlock) -> int:
    """In how many quotes a block is."""
    return int(block.blockFormat().property(QUOTES) or 0) if block.isValid() else 0


def _paint_box(painter: QPainter, block: QTextBlock, theme: Theme) -> None:
    """Paints the box of an item in the place of the sign that stands for it."""
    layout, tokens = block.layout(), theme.tokens
    if not layout.lineCount():
        return
    line = layout.lineAt(0)
    sides = [cast(_Place, line.cursorToX(at))[0] for at in (0, 1)]
    size = round(_BOX_SIZE * theme.scale)
    middle = line.y() + line.ascent() - painter.fontMetrics().capHeight() / 2
    at = layout.position() + QPointF(sum(sides) / 2 - size / 2, middle - size / 2)
    # Between the points of the screen its lines would blur.
    box = QRectF(round(at.x()) + 0.5, round(at.y()) + 0.5, size, size)
    done = block.text().startswith(DONE)
    painter.save()
    painter.setPen(QPen(QColor(tokens.accent if done else tokens.text_quiet), 1.3))
    painter.setBrush(QColor(tokens.accent) if done else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if done:
        pen = QPen(QColor(tokens.text_on_accent), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            [
                box.topLeft() + QPointF(size * x, size * y)
                for x, y in ((0.24, 0.53), (0.43, 0.71), (0.77, 0.31))
            ]
        )
    painter.restore()
