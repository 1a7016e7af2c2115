"""Paints what stands on a key, in its frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reader.gui.theme.tokens import RADIUS_CHIP, SPACE_8, Tokens

_SIDE = 20


def cap_width(metrics: QFontMetricsF, text: str) -> float:
    """How wide the cap of a text is."""
    return max(_SIDE, metrics.horizontalAdvance(text) + 2 * SPACE_8 - 2)


def cap_height(metrics: QFontMetricsF) -> float:
    """How high caps are."""
    return max(_SIDE, metrics.height() + 2)


def paint_cap(painter: QPainter, place: QRectF, text: str, tokens: Tokens) -> None:
    """Paints a cap in the middle of a place that is as wide, with the painter's font."""
    height = cap_height(QFontMetricsF(painter.font()))
    box = QRectF(place.left(), place.center().y() - height / 2, place.width(), height)
    painter.setPen(QPen(QColor(tokens.line_strong), 1))
    painter.setBrush(QColor(tokens.surface_field))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    painter.setPen(QColor(tokens.text_quiet))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
