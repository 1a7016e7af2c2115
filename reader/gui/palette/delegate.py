"""Paints the rows of the palette: icon or dot, name with the matched letters, hint or keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.actions.key_text import key_text
from reader.gui.kept_pictures import KeptPictures
from reader.gui.key_caps import cap_width, paint_cap
from reader.gui.list.row_text import row_text
from reader.gui.palette.items import Item
from reader.gui.palette.model import PaletteModel
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.icons import pixmap
from reader.gui.theme.tokens import (
    ICON,
    RADIUS,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    TEXT_SMALL,
    TEXT_TITLE,
)

ROW = 38
_DOT = 9


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides how a row of a certain size looks in a theme."""

    item: Item
    selected: bool
    mirrored: bool


class PaletteDelegate(QStyledItemDelegate):
    """One line a row; mirrored where the window is."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = KeptPictures(self._draw)
        theme.changed.connect(self._pictures.forget)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(200, round(ROW * max(1.0, self._theme.scale)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one row."""
        look = Look(
            index.data(PaletteModel.ItemRole),
            bool(option.state & QStyle.StateFlag.State_Selected),
            option.direction is Qt.LayoutDirection.RightToLeft,
        )
        self._pictures.paint(painter, option.rect, look, self._theme.tokens.surface_float)

    def _draw(self, painter: QPainter, box: QRect, look: Look) -> None:
        item, mirrored = look.item, look.mirrored
        rect, tokens = QRectF(box), self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(rect.adjusted(SPACE_8, 1, -SPACE_8, -1), RADIUS, RADIUS)
        left, right = rect.left() + 20, rect.right() - 20
        self._paint_icon(painter, _at(rect, left, ICON, mirrored), look)
        end = self._paint_end(painter, rect, right, item, mirrored)
        start = left + ICON + SPACE_12
        self._paint_name(painter, rect, start, end - SPACE_12 - start, item, mirrored)
        painter.restore()

    def _paint_icon(self, painter: QPainter, box: QRectF, look: Look) -> None:
        tokens, middle, item = self._theme.tokens, box.center(), look.item
        if item.icon:
            colour = tokens.accent if look.selected else tokens.text_quiet
            picture = pixmap(item.icon, colour, ICON, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left(), middle.y() - ICON / 2), picture)
        elif item.colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.colour(item.colour)))
            dot = QRectF(middle.x() - _DOT / 2, middle.y() - _DOT / 2, _DOT, _DOT)
            painter.drawRoundedRect(dot, 3, 3)

    def _paint_end(
        self, painter: QPainter, rect: QRectF, right: float, item: Item, mirrored: bool
    ) -> float:
        """The keys or the hint at the end; returns where they begin."""
        tokens = self._theme.tokens
        font = interface_font(TEXT_SMALL * self._theme.scale, 500)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        caps = [key_text(one) for keys in item.keys for one in keys.split(", ")]
        for cap in reversed(caps):
            width = cap_width(metrics, cap)
            right -= width
            paint_cap(painter, _at(rect, right, width, mirrored), cap, tokens)
            right -= SPACE_4
        if item.hint and not caps:
            width = min(metrics.horizontalAdvance(item.hint) + 2, rect.width() / 3)
            right -= width
            painter.setPen(QColor(tokens.text_quiet))
            hint = metrics.elidedText(item.hint, Qt.TextElideMode.ElideRight, width)
            painter.drawText(_at(rect, right, width, mirrored), Qt.AlignmentFlag.AlignCenter, hint)
        return right

    def _paint_name(
        self,
        painter: QPainter,
        rect: QRectF,
        start: float,
        width: float,
        item: Item,
        mirrored: bool,
    ) -> None:
        tokens = self._theme.tokens
        font = interface_font(TEXT_TITLE * self._theme.scale, 500)
        text = row_text(item.name, font.toString(), max(20, int(width)), 1)
        matched = QTextCharFormat()
        matched.setForeground(QColor(tokens.accent))
        matched.setFontWeight(700)
        painter.setPen(QColor(tokens.text))
        box = _at(rect, start, width, mirrored)
        top = rect.center().y() - QFontMetricsF(font).height() / 2
        text.paint(painter, QPointF(box.left(), top), item.places, matched)


def _at(rect: QRectF, left: float, width: float, mirrored: bool) -> QRectF:
    """A part of a row from ``left`` on; from the other side where the window is mirrored."""
    x = rect.left() + rect.right() - left - width if mirrored else left
    return QRectF(x, rect.top(), width, rect.height())
