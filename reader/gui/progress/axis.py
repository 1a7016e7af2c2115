"""What stands beside the rows and over the columns of a chart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from reader.gui.list.row_text import shown
from reader.gui.mirror import mirror
from reader.gui.progress.grid import GridModel, Head
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import SPACE_8, TEXT_CHIP, TEXT_SMALL

_DOT = 9


class Axis(QHeaderView):
    """Names of rows or columns. One that is longer than its column goes on over empty ones."""

    def __init__(
        self, orientation: Qt.Orientation, theme: Theme, extent: int, parent: QWidget
    ) -> None:
        """``extent`` is its width beside rows, or its height over columns, at usual text size."""
        super().__init__(orientation, parent)
        self._theme = theme
        self._extent = extent
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.viewport().update)

    @property
    def extent(self) -> int:
        """How wide or high it is now."""
        return round(self._extent * self._theme.scale)

    def sizeHint(self) -> QSize:
        """As wide or high as was asked for."""
        return QSize(self.extent, self.extent)

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing of a header's own happens here: no hovering, no tool tips."""
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.ToolTip):
            return True
        return bool(super().viewportEvent(event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints all names."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(self._theme.tokens.surface_paper))
        upright = self.orientation() == Qt.Orientation.Vertical
        size = TEXT_SMALL if upright else TEXT_CHIP
        painter.setFont(interface_font(size * self._theme.scale))
        model = self.model()
        for section in range(self.count()):
            head = model.headerData(section, self.orientation(), GridModel.HeadRole)
            if isinstance(head, Head) and head.text:
                if upright:
                    self._paint_row(painter, section, head)
                else:
                    self._paint_column(painter, section, head)

    def _paint_row(self, painter: QPainter, section: int, head: Head) -> None:
        tokens = self._theme.tokens
        top, height = self.sectionViewportPosition(section), self.sectionSize(section)
        line = QRectF(0, top, self.viewport().width(), height)
        turned = mirror(painter, line, self.layoutDirection())
        box = line.adjusted(0, 0, -SPACE_8, 0)
        if head.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.colour(head.colour)))
            dot = QRectF(0, box.center().y() - _DOT / 2, _DOT, _DOT)
            painter.drawRoundedRect(turned.box(dot), 3, 3)
            box.setLeft(_DOT + SPACE_8)
        painter.setPen(QColor(tokens.text if head.colour else tokens.text_quiet))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(shown(head.text), Qt.TextElideMode.ElideRight, box.width())
        if height > 3 * metrics.height():  # the height of the highest bar is said where it ends
            turned.text(box, text, vertical=Qt.AlignmentFlag.AlignTop)
        else:
            # Large text is higher than a square; the names of days leave a row between them.
            turned.text(box.adjusted(0, -height, 0, height), text)

    def _paint_column(self, painter: QPainter, section: int, head: Head) -> None:
        """Over the left edge of its columns, or the middle of its own; kept within the chart."""
        metrics = QFontMetricsF(painter.font())
        text, room = head.text, self.sectionSize(section)
        if metrics.horizontalAdvance(text) + 2 > room and self._named(section + 1):
            text = text[:1]
        width = metrics.horizontalAdvance(text)
        alone = self._named(section + 1) or self._named(section - 1)
        inside = (room - width) / 2 if alone else 1
        left = min(self.sectionViewportPosition(section) + inside, self.length() - width)
        painter.setPen(QColor(self._theme.tokens.text_quiet))
        painter.drawText(QPointF(left, self.viewport().height() - 6), text)

    def _named(self, section: int) -> bool:
        head = self.model().headerData(section, self.orientation(), GridModel.HeadRole)
        return isinstance(head, Head) and bool(head.text)
