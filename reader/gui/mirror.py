"""Drawings for windows that go from right to left, and texts that go by their own direction."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

# Later letters do not say how a text goes that began with so many signs.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Mirror:
    """Places are given as from left to right; where the window goes the other way, it turns them.

    Made for one ``painter`` and what is painted ``within`` one line of a list.
    """

    painter: QPainter
    within: QRectF
    rtl: bool

    def box(self, box: QRectF) -> QRectF:
        """Where a box lies."""
        if not self.rtl:
            return box
        left = self.within.left() + self.within.right() - box.right()
        return QRectF(left, box.top(), box.width(), box.height())

    def picture(self, x: float, y: float, picture: QPixmap) -> None:
        """Draws a picture."""
        size = picture.deviceIndependentSize()
        box = self.box(QRectF(x, y, size.width(), size.height()))
        self.painter.drawPixmap(box.topLeft(), picture)

    def text(
        self,
        box: QRectF,
        text: str,
        *,
        trailing: bool = False,
        vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        """Writes a line from the leading edge of a box, or up to its trailing one.

        Within, the words go by their own direction.
        """
        to_right = trailing != self.rtl
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        self.painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        flags = side | vertical | Qt.AlignmentFlag.AlignAbsolute
        self.painter.drawText(self.box(box), flags, text)


def mirror(painter: QPainter, within: QRect | QRectF, direction: Qt.LayoutDirection) -> Mirror:
    """A Mirror for what goes in ``direction``."""
    return Mirror(painter, QRectF(within), direction == Qt.LayoutDirection.RightToLeft)


def runs_right_to_left(text: str) -> bool:
    """Whether a text goes from right to left by itself: what its first letter says."""
    for letter in text[:_LOOKED_AT]:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
