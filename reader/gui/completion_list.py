"""The list of what a field may go on with: floats under it and never has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
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
        """Shows the labels, none chosen, over the field where there is no room under it.

        Without any it goes.
        """
        self.show_beside(field, field.rect(), labels, max(field.width(), _NARROWEST))

    def show_beside(self, field: QWidget, part: QRect, labels: Sequence[str], width: int) -> None:
        """Like ``show_below`` for a part of a field, such as a line that is being written."""
        self.clear()
        if not labels:
            self.hide()
            return
        self.addItems([shown(label) for label in labels])
        self.setCurrentRow(-1)
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
        height = self.sizeHintForRow(0) * min(len(labels), _SHOWN) + 2 * _GAP + 2
        width = min(width, window.width() - 2 * _GAP)
        top = field.mapTo(window, part.topLeft())
        place = QPoint(top.x(), top.y() + part.height() + _GAP)
        if place.y() + height > window.height():
            place.setY(top.y() - _GAP - height)
        place.setX(max(0, min(place.x(), window.width() - width - _GAP)))
        self.move(place)
        self.resize(width, height)
        self.show()
        self.raise_()

    def choose(self, by: int) -> None:
        """Chooses the next or the one before; past the ends from the other end."""
        at, count = self.currentRow(), self.count()
        self.setCurrentRow((at + by) % count if at >= 0 else (0 if by > 0 else count - 1))
