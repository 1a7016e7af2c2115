"""The list of what a field may go on with: floats under it and never has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from reader.gui.list.row_text import shown

_SHOWN = 8
_GAP = 4
_NARROWEST = 260


class CompletionList(QListWidget):
    """Shows labels near a field. ``taken`` says which row was clicked."""

    taken = Signal(int)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setObjectName("completions")
        self.setAccessibleName(self.tr("Completions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))
        self.hide()

    def show_below(self, field: QWidget, labels: Sequence[str]) -> None:
        """Shows the labels under a field, or over it where there is no room; see ``show_at``."""
        at = field.mapTo(field.window(), QPoint(0, field.height() + _GAP))
        over = field.height() + 2 * _GAP
        self.show_at(field.window(), at, max(field.width(), _NARROWEST), labels, over)

    def show_at(
        self, window: QWidget, at: QPoint, width: int, labels: Sequence[str], over: int = 0
    ) -> None:
        """Shows the labels at a place of the window, none chosen; without any it goes.

        Where there is no room below, it stands above ``at``, and above ``over`` pixels more.
        """
        self.clear()
        if not labels:
            self.hide()
            return
        self.addItems([shown(label) for label in labels])
        self.setCurrentRow(-1)
        if self.parent() is not window:
            self.setParent(window)
        height = self.sizeHintForRow(0) * min(len(labels), _SHOWN) + 2 * _GAP + 2
        width = min(width, window.width() - 2 * _GAP)
        left = max(0, min(at.x(), window.width() - width - _GAP))
        above = over and at.y() + height > window.height() - _GAP and at.y() - over > height
        self.move(left, at.y() - over - height if above else at.y())
        self.resize(width, height)
        self.show()
        self.raise_()

    def choose(self, by: int) -> None:
        """Chooses the next or the one before; past the ends from the other end."""
        at, count = self.currentRow(), self.count()
        self.setCurrentRow((at + by) % count if at >= 0 else (0 if by > 0 else count - 1))
