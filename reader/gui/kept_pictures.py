"""How lines of a list look, kept: most of what is painted again has only moved."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

# What a few lists show, between which a person goes to and fro; of papers, a line takes half a
# megabyte at most.
MOST_KEPT = 64

Look = TypeVar("Look", bound=Hashable)
"""All that decides how a line of a certain size looks in a theme."""


class KeptPictures(Generic[Look]):
    """Pictures of lines as ``draw`` draws them, ``most`` of them at a time.

    ``forget`` them when the theme changes.
    """

    def __init__(
        self, draw: Callable[[QPainter, QRect, Look], None], most: int = MOST_KEPT
    ) -> None:
        self._draw = draw
        self._most = most
        self._kept: dict[tuple[int, int, float, Look], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, look: Look, ground: str) -> None:
        """Paints a line on a ground of one colour."""
        ratio = painter.device().devicePixelRatioF()
        if ratio.is_integer():
            picture = self._picture(rect.size(), ratio, look, ground)
            painter.drawPixmap(rect.topLeft(), picture)
        else:  # lines begin between the points of the screen, where pictures would blur
            self._draw(painter, rect, look)

    def forget(self) -> None:
        """What was drawn looks otherwise now."""
        self._kept.clear()

    def _picture(self, size: QSize, ratio: float, look: Look, ground: str) -> QPixmap:
        key = (size.width(), size.height(), ratio, look)
        picture = self._kept.pop(key, None)
        if picture is None:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(ground))
            painter = QPainter(picture)
            self._draw(painter, QRect(QPoint(0, 0), size), look)
            painter.end()
        self._kept[key] = picture
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return picture
