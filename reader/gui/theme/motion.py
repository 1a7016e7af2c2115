"""How long things may take to move. Everything that moves asks here, each time.

Motion explains where something came from (the toast, the palette) and is over before anybody waits
for it; there is none where the system or the person asks for less.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QApplication, QStyle, QWidget

LONGEST_MILLISECONDS = 150
_QUICK = 120


class _Choice:
    """What the person's settings say: ``system``, ``on`` (nothing moves) or ``off``."""

    reduced = "system"


def choose(reduced: str) -> None:
    """Follow the system from now on, or say ``on`` or ``off`` for less motion whatever it says."""
    _Choice.reduced = reduced


def duration(wanted: int = _QUICK) -> int:
    """How many milliseconds something that would move for ``wanted`` may take; 0: it just is."""
    if _Choice.reduced == "on":
        return 0
    # What Qt knows of the system's wish: 0 where it wants nothing to move.
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    if _Choice.reduced == "system" and QApplication.style().styleHint(hint) == 0:
        return 0
    return min(wanted, LONGEST_MILLISECONDS)


def slide_in(widget: QWidget, offset: QPoint) -> None:
    """Lets a widget that has just been shown come to its place from ``offset`` beside it."""
    milliseconds = duration()
    if not milliseconds:
        return
    slide = QPropertyAnimation(widget, b"pos", widget)
    slide.setDuration(milliseconds)
    slide.setStartValue(widget.pos() + offset)
    slide.setEndValue(widget.pos())
    slide.setEasingCurve(QEasingCurve.Type.OutCubic)
    slide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
