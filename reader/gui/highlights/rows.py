"""The rows of the view of all highlights: what they say and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.gui.highlights.words import no_longer, spoken
from reader.gui.language import translate
from reader.gui.list.row_text import row_text, shown
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font, reading_font
from reader.gui.theme.tokens import RADIUS, SPACE_4, SPACE_8, SPACE_16, TEXT_BODY, TEXT_SMALL
from reader.model import HighlightOfPaper

Index = QModelIndex | QPersistentModelIndex

_TEXT = 15
_QUOTED = 400
_BAR = 4
_LINE, _QUOTE_LINE = 1.35, 1.6
_LINES = 2
_EDGE = 2
# Beyond these a passage that fills a line is given two, whether it needs them or not.
_MOST_MEASURED = 1000


class HighlightModel(QAbstractListModel):
    """The highlights that are shown, in order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: Sequence[HighlightOfPaper] = ()

    def show(self, found: Sequence[HighlightOfPaper]) -> None:
        """Shows others."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """All of a highlight, for ears; the delegate paints it."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.found[index.row()]
        return translate("Highlights", "{highlight}. In: {title}").format(
            highlight=spoken(one.highlight), title=shown(one.title)
        )


class HighlightDelegate(QStyledItemDelegate):
    """Paints the passage, its comment, and the paper; beside them a bar of its colour."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._lines: list[int] = []
        self._heights: list[QSize] = []
        view.model().modelAboutToBeReset.connect(self.forget)
        theme.changed.connect(self._lay_out_again)

    def forget(self) -> None:
        """Other passages are shown, or they have another width: they are measured again."""
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what it says. All are planned at once, as a view asks for ten thousand."""
        if not self._heights:
            model = index.model()
            assert isinstance(model, HighlightModel)
            self._plan(model.found)
        return self._heights[index.row()]

    def _plan(self, found: Sequence[HighlightOfPaper]) -> None:
        """Of the passages only those that nearly fill a line are measured, and not many."""
        scale = self._theme.scale
        metrics = QFontMetricsF(reading_font(_TEXT * scale))
        room = self._room()
        usual = room / metrics.averageCharWidth()
        surely_one, surely_more = usual * 0.7, usual * 1.4
        self._lines = [1 if len(one.highlight.quote) <= surely_one else _LINES for one in found]
        doubtful = (
            at
            for at, one in enumerate(found)
            if surely_one < len(one.highlight.quote) < surely_more
        )
        for at in islice(doubtful, _MOST_MEASURED):
            if metrics.horizontalAdvance(shown(found[at].highlight.quote)) <= room:
                self._lines[at] = 1
        sizes = {
            (lines, comment): QSize(200, _height(lines, comment, scale))
            for lines in range(1, _LINES + 1)
            for comment in (False, True)
        }
        self._heights[:] = [
            sizes[lines, bool(one.highlight.comment)]
            for lines, one in zip(self._lines, found, strict=True)
        ]

    def _room(self) -> int:
        """How wide lines may be."""
        return self._view.viewport().width() - 2 * _EDGE - SPACE_16 - SPACE_4 - SPACE_8

    def _lay_out_again(self) -> None:
        self.forget()
        self._view.doItemsLayout()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        tokens, scale = self._theme.tokens, self._theme.scale
        model = index.model()
        assert isinstance(model, HighlightModel)
        one = model.found[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = QRectF(rect).adjusted(_EDGE, 1, -_EDGE, -1)
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            painter.setBrush(QColor(tokens.accent_soft if active else tokens.selection_unfocused))
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
        self._paint_bar(painter, inner, one)
        left = inner.left() + SPACE_16 + SPACE_4
        width = self._room()
        comment = shown(one.highlight.comment)
        quote = row_text(
            one.highlight.quote[:_QUOTED],
            reading_font(_TEXT * scale, italic=one.highlight.orphaned).toString(),
            width,
            self._lines[index.row()],
        )
        top = inner.top() + SPACE_8
        painter.setPen(QColor(tokens.text))
        quote.paint(painter, QPointF(left, top))
        bottom = inner.bottom() - SPACE_8
        small = interface_font(round(TEXT_SMALL * scale))
        painter.setPen(QColor(tokens.text_quiet))
        where = shown(one.title)
        if one.highlight.orphaned:
            where = f"{no_longer()} · {where}"
        self._line(painter, where, small, left, bottom, width)
        if comment:
            body = interface_font(round(TEXT_BODY * scale))
            painter.setPen(QColor(tokens.text))
            above = bottom - TEXT_SMALL * _LINE * scale
            self._line(painter, comment, body, left, above, width)
        painter.restore()

    def _line(
        self, painter: QPainter, text: str, font: QFont, left: float, bottom: float, width: int
    ) -> None:
        line = row_text(text, font.toString(), width, 1)
        line.paint(painter, QPointF(left, bottom - font.pixelSize() * _LINE))

    def _paint_bar(self, painter: QPainter, inner: QRectF, one: HighlightOfPaper) -> None:
        bar = QRectF(inner.left() + SPACE_8, inner.top() + SPACE_8, _BAR, inner.height() - SPACE_16)
        mark = QColor(self._theme.tokens.colour(f"mark_{one.highlight.colour}"))
        if one.highlight.orphaned:
            painter.setPen(mark)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(mark)
        painter.drawRoundedRect(bar, 2, 2)


def _height(lines: int, comment: bool, scale: float) -> int:
    texts = lines * _TEXT * _QUOTE_LINE + comment * TEXT_BODY * _LINE + TEXT_SMALL * _LINE
    return round(texts * scale) + 2 * SPACE_8 + 2 * SPACE_4
