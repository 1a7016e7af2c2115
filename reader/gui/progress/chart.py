"""A chart: marks that the pointer and the keys go to, one by one.

A QTableView, since that is what a screen reader knows how to walk through; nothing of how it
looks is Qt's (docs/decisions/0003).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.gui.progress.axis import Axis
from reader.gui.progress.grid import Grid, GridModel, Mark
from reader.gui.progress.painting import PaintMark
from reader.gui.theme import Theme

_KEYS = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_ROUND = 4
_RING = 2.0
_BEYOND: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NOWHERE = QModelIndex()


class Chart(QTableView):
    """Shows a grid. ``opened`` carries the mark that was clicked or entered.

    ``beyond`` says that an arrow key led out of it: -1 upwards, 1 downwards; ``arrived`` carries
    the place that the keys have come to. While it is ``picturing``, for a picture that is kept,
    what belongs to pointer and keys is left out.
    """

    opened = Signal(object)
    beyond = Signal(int)
    arrived = Signal(QModelIndex)

    def __init__(
        self,
        name: str,
        theme: Theme,
        paint: PaintMark,
        parent: QWidget,
        *,
        beside: int,
        over: int,
    ) -> None:
        """``beside`` and ``over`` are the extents of the axes; none is 0."""
        super().__init__(parent)
        self.setProperty("role", "chart")
        self.setAccessibleName(name)
        self.picturing = False
        self._theme = theme
        self._paint_mark = paint
        self._marks = GridModel(self)
        self._pointed = QModelIndex()
        self._rows = Axis(Qt.Orientation.Vertical, theme, beside, self)
        self._columns = Axis(Qt.Orientation.Horizontal, theme, over, self)
        self.setVerticalHeader(self._rows)
        self.setHorizontalHeader(self._columns)
        self._rows.setVisible(beside > 0)
        self._columns.setVisible(over > 0)
        self.setModel(self._marks)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        self.entered.connect(self._point_at)
        self.viewportEntered.connect(self._point_at)
        theme.changed.connect(self.viewport().update)

    @property
    def grid(self) -> Grid:
        """What it shows."""
        return self._marks.grid

    @property
    def current(self) -> Mark | None:
        """The mark that the keys are at."""
        return self._marks.mark(self.currentIndex())

    def show_grid(self, grid: Grid) -> None:
        """Shows other marks."""
        self._pointed = QModelIndex()
        self._marks.show(grid)

    def go_to(self, row: int, column: int) -> None:
        """Puts the keys at a mark."""
        self.setCurrentIndex(self._marks.index(row, column))

    def go_to_column(self, column: int, *, from_above: bool) -> None:
        """Puts the keys at the first or last mark of a column, if there is one."""
        rows = range(self._marks.rowCount())
        for row in rows if from_above else reversed(rows):
            if self._marks.mark(self._marks.index(row, column)) is not None:
                self.go_to(row, column)
                return

    def beside(self) -> int:
        """How wide the names of rows are."""
        return 0 if self._rows.isHidden() else self._rows.extent

    def fit(self, column: int, row: int) -> None:
        """Makes columns and rows so large, and the chart as large as they are together."""
        for axis, size in ((self._columns, column), (self._rows, row)):
            axis.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            axis.setDefaultSectionSize(size)
        over = 0 if self._columns.isHidden() else self._columns.extent
        self._rows.setFixedWidth(self._rows.extent)
        self._columns.setFixedHeight(self._columns.extent)
        self.setFixedSize(
            self.beside() + column * self._marks.columnCount(),
            over + row * self._marks.rowCount(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the marks in one go: hundreds of calls of a delegate take thrice as long."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = [
            (self.columnViewportPosition(at), self.columnWidth(at))
            for at in range(self._marks.columnCount())
        ]
        pointed = None if self.picturing else self._marks.mark(self._pointed)
        for row, marks in enumerate(self.grid.marks):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            for (left, width), mark in zip(columns, marks, strict=True):
                box = QRect(left, top, width, height)
                if mark is not None and box.intersects(event.rect()):
                    painter.setPen(Qt.PenStyle.NoPen)
                    if mark is pointed:
                        self._paint_ground(painter, box)
                    self._paint_mark(painter, box, mark, self.layoutDirection())
        if self.hasFocus() and self.current is not None and not self.picturing:
            self._paint_ring(painter, self.visualRect(self.currentIndex()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Learns that the pointer left."""
        if event.type() == QEvent.Type.Leave:
            self._point_at()
        return bool(super().viewportEvent(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys begin at the latest mark."""
        if self.current is None:
            self.go_to(*self.grid.now())
        super().focusInEvent(event)
        self.arrived.emit(self.currentIndex())

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tells where the keys are."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.arrived.emit(current)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that move here from being an action's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _KEYS
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; an arrow that leads nowhere leads to the next chart."""
        if event.key() in _OPENS:
            self._open(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        step = _BEYOND.get(event.key())
        if step is not None and self.currentIndex() == before:
            self.beyond.emit(step)

    def _point_at(self, index: QModelIndex = _NOWHERE) -> None:
        for place in (self._pointed, index):
            self.update(place)
        self._pointed = index

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        tokens = self._theme.tokens
        painter.setBrush(QColor(tokens.pressed(tokens.surface_paper)))
        painter.drawRoundedRect(box, _ROUND, _ROUND)

    def _paint_ring(self, painter: QPainter, box: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.tokens.text), _RING))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _ROUND, _ROUND)

    def _open(self, index: QModelIndex) -> None:
        mark = self._marks.mark(index)
        if mark is not None and mark.papers:
            self.opened.emit(mark)
