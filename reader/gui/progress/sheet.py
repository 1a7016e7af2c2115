"""The four charts under their headings, as one sheet of paper that can be kept as a picture."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.gui.labels import plain_label
from reader.gui.language import number
from reader.gui.progress.chart import Chart
from reader.gui.progress.charts import Drawing, day_name
from reader.gui.progress.legend import Legend
from reader.gui.progress.painting import PaintMark, bars, columns, days, numbers
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_24, SPACE_32
from reader.model import ReadingProgress, count_of

_WIDEST = 1180
_SMALLEST_SQUARE, _LARGEST_SQUARE = 8, 21
_BESIDE_WEEKS = 36
_BESIDE_ROWS = 132
_OVER = 22
_WEEK_HEIGHT = 92
_ROW = 30
# How many pixels of a kept picture go to one of the screen.
_FINER = 2.0


class Sheet(QWidget):
    """Draws what was read. ``opened`` carries the mark whose papers the person wants.

    ``arrived`` carries the part of the sheet that the keys have come to.
    """

    opened = Signal(object)
    arrived = Signal(QRect)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMaximumWidth(_WIDEST + 2 * SPACE_32)
        self.heading = plain_label(self, self.tr("Reading progress"), "title")
        self.summary = plain_label(self, role="quiet")
        self.summary.setWordWrap(True)
        self.days = self._chart(self.tr("Papers read by day"), days(theme), _BESIDE_WEEKS, _OVER)
        self.weeks = self._chart(self.tr("Papers read by week"), columns(theme), _BESIDE_WEEKS, 0)
        self.waited = self._chart(
            self.tr("Time until papers were decided about"), bars(theme), _BESIDE_ROWS, 0
        )
        self.tags = self._chart(
            self.tr("Papers read by month and tag"), numbers(theme), _BESIDE_ROWS, _OVER
        )
        self.charts = (self.days, self.weeks, self.waited, self.tags)
        self.legend = Legend(theme, self)
        self._lay_out()
        theme.changed.connect(self._fit)

    def show_drawing(self, drawing: Drawing) -> None:
        """Shows a year."""
        self.days.show_grid(drawing.days)
        self.weeks.show_grid(drawing.weeks)
        self.waited.show_grid(drawing.waited)
        self.tags.show_grid(drawing.tags)
        for widget in (self.tags, self.tags_caption):
            widget.setVisible(bool(drawing.progress.tags))
        self.summary.setText(self._summary(drawing.progress))
        self._fit()

    def picture(self) -> QImage:
        """The sheet as a picture, without what belongs to pointer and keys."""
        size = QSize(self.width(), min(self.height(), self.sizeHint().height()))
        image = QImage(size * _FINER, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_FINER)
        image.fill(QColor(self._theme.tokens.surface_paper))
        for chart in self.charts:
            chart.picturing = True
        painter = QPainter(image)
        self.render(painter, QPoint())
        painter.end()
        for chart in self.charts:
            chart.picturing = False
        return image

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: the charts, which have a fixed size, follow."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes the charts as wide as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _chart(self, name: str, paint: PaintMark, beside: int, over: int) -> Chart:
        chart = Chart(name, self._theme, paint, self, beside=beside, over=over)
        chart.opened.connect(self.opened)
        chart.beyond.connect(partial(self._go_beyond, chart))
        chart.arrived.connect(partial(self._tell_arrived, chart))
        return chart

    def _lay_out(self) -> None:
        self.waited_caption = self._caption(self.tr("Time until decided"))
        self.tags_caption = self._caption(self.tr("Tags, read by month"))
        head = QHBoxLayout()
        head.addWidget(self._caption(self.tr("By day")))
        head.addStretch(1)
        head.addWidget(self.legend)
        self._head = head
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, SPACE_32)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.heading)
        layout.addWidget(self.summary)
        layout.addSpacing(SPACE_12)
        layout.addLayout(head)
        layout.addWidget(self.days)
        layout.addSpacing(SPACE_12)
        layout.addWidget(self._caption(self.tr("By week")))
        layout.addWidget(self.weeks)
        layout.addSpacing(SPACE_12)
        halves = QHBoxLayout()
        halves.setSpacing(SPACE_32)
        for caption, chart in (
            (self.waited_caption, self.waited),
            (self.tags_caption, self.tags),
        ):
            half = QVBoxLayout()
            half.setSpacing(SPACE_4)
            half.addWidget(caption)
            half.addWidget(chart)
            half.addStretch(1)
            halves.addLayout(half)
        halves.addStretch(1)
        layout.addLayout(halves)
        layout.addStretch(1)

    def _caption(self, text: str) -> QLabel:
        return plain_label(self, text, "caption")

    def _fit(self) -> None:
        """Gives all charts the width of the weeks, which are squares as large as there is room."""
        scale = self._theme.scale
        room = min(self.width() - 2 * SPACE_32, _WIDEST)
        beside = self.days.beside()
        weeks = max(1, len(self.days.grid.columns))
        square = max(_SMALLEST_SQUARE, min(_LARGEST_SQUARE, (room - beside) // weeks))
        self.days.fit(square, square)
        self.weeks.fit(square, round(_WEEK_HEIGHT * scale))
        whole = beside + square * weeks
        self._head.setContentsMargins(0, 0, max(0, room - whole), 0)
        half = (whole - SPACE_32) // 2
        self.waited.fit(half - self.waited.beside(), round(_ROW * scale))
        months = max(1, len(self.tags.grid.columns))
        self.tags.fit((half - self.tags.beside()) // months, round(_ROW * scale))

    def _go_beyond(self, chart: Chart, step: int) -> None:
        """Up and down lead from chart to chart."""
        shown = [one for one in self.charts if not one.isHidden()]
        place = shown.index(chart) + step
        if 0 <= place < len(shown):
            following = shown[place]
            column = chart.currentIndex().column()
            if {chart, following} == {self.days, self.weeks}:
                following.go_to_column(column, from_above=step > 0)
            following.setFocus()

    def _tell_arrived(self, chart: Chart, index: QModelIndex) -> None:
        rect = chart.visualRect(index)
        rect.translate(chart.viewport().mapTo(self, rect.topLeft()) - rect.topLeft())
        self.arrived.emit(rect)

    def _summary(self, progress: ReadingProgress) -> str:
        facts = (
            self.tr("{} read").format(count_of(progress.papers)),
            self.tr("{} decided about").format(number(progress.decided)),
            self.tr("{} still in the Inbox").format(number(progress.in_inbox)),
        )
        when = self.tr("{} to {}").format(day_name(progress.first), day_name(progress.last))
        return f"{when}  ·  {'  ·  '.join(facts)}"
