"""How rows of the list look, kept: most of what is painted again has only moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from reader.model import PaperRow, Snippet

# Twice what a high window shows; on a fine screen a row takes half a megabyte.
_KEPT = 40


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides how a row of a certain size looks in a theme."""

    row: PaperRow
    snippet: Snippet | None
    room_for_snippet: bool
    selected: bool
    active: bool
    focused: bool
    direction: Qt.LayoutDirection


class RowPictures:
    """Pictures of rows as ``draw`` draws them; ``forget`` them when the theme changes."""

    def __init__(self, draw: Callable[[QPainter, QRect, Look], None]) -> None:
        self._draw = draw
        self._kept: dict[tuple[int, int, float, Look], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, look: Look, ground: str) -> None:
        """Paints a row on a ground of one colour."""
        ratio = painter.device().devicePixelRatioF()
        if ratio.is_integer():
            picture = self._picture(rect.size(), ratio, look, ground)
            painter.drawPixmap(rect.topLeft(), picture)
        else:  # rows begin between the points of the screen, where pictures would blur
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
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return picture
