"""The rows of the view of all highlights: what they say and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence

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
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

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
_LINE = 1.35
_LINES = 2


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

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for every row: of ten thousand none is laid out before it is seen."""
        scale = self._theme.scale
        texts = _LINES * _TEXT * _LINE + TEXT_BODY * _LINE + TEXT_SMALL * _LINE
        return QSize(200, round(texts * scale) + 2 * SPACE_8 + 2 * SPACE_4)

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
        inner = QRectF(rect).adjusted(2, 1, -2, -1)
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            painter.setBrush(QColor(tokens.accent_soft if active else tokens.selection_unfocused))
            painter.drawRoundedRect(inner, RADIUS, RADIUS)
        self._paint_bar(painter, inner, one)
        left = inner.left() + SPACE_16 + SPACE_4
        width = round(inner.width() - SPACE_16 - SPACE_4 - SPACE_8)
        comment = shown(one.highlight.comment)
        lines = _LINES if comment else _LINES + 1
        quote = row_text(
            one.highlight.quote[:_QUOTED],
            reading_font(_TEXT * scale, italic=one.highlight.orphaned).toString(),
            width,
            lines,
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
