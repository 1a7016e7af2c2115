"""What lies under the palette, dimmed."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

DIMMED = QColor(0, 0, 0, 70)


def dimmed_picture(window: QWidget) -> QImage | None:
    """What a window shows now, dimmed; None where Qt does not paint it in memory.

    To see through something that covers a window, Qt paints all of the window again; this copies
    what it painted last, in a fifth of the time.
    """
    store = window.backingStore()
    painted = store.paintDevice() if store is not None and not store.size().isEmpty() else None
    if not isinstance(painted, QImage) or painted.isNull():
        return None
    picture = painted.copy()
    painter = QPainter(picture)
    painter.fillRect(window.rect(), DIMMED)
    painter.end()
    return picture
