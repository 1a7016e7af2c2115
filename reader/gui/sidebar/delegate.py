"""Paints the lines of the sidebar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.kept_pictures import KeptPictures
from reader.gui.language import number
from reader.gui.mirror import Mirror, mirror
from reader.gui.sidebar.lines import Line
from reader.gui.sidebar.model import SidebarModel
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.icons import pixmap
from reader.gui.theme.tokens import (
    ICON,
    RADIUS,
    ROW_HEIGHT,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    TEXT_BODY,
    TEXT_SMALL,
)

_CAPTION_HEIGHT = 40
_DOT = 9
_INDENT = 16
_CHEVRON = 14


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides how a line of a certain size looks in a theme."""

    line: Line
    selected: bool
    hovered: bool
    focused: bool
    direction: Qt.LayoutDirection


class SidebarDelegate(QStyledItemDelegate):
    """Icon or dot, name, count; captions stand over their section."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wanted: QRegion | None = None
        self._pictures = KeptPictures(self._draw)
        self._dress()
        theme.changed.connect(self._dress)

    def folds_at(self, line: Line, rect: QRect, at: QPoint, direction: Qt.LayoutDirection) -> bool:
        """Whether a point of a line is where it folds: a caption anywhere, a tag before its dot."""
        if not line.fold:
            return False
        rtl = direction == Qt.LayoutDirection.RightToLeft
        into = rect.right() - at.x() if rtl else at.x() - rect.left()
        return line.place is None or into < SPACE_16 + 6 + line.depth * _INDENT

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Captions are higher than lists."""
        line: Line = index.data(SidebarModel.LineRole)
        height = _CAPTION_HEIGHT if line.is_caption else ROW_HEIGHT
        return QSize(120, round(height * max(1.0, self._theme.scale)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one line, unless it lies outside of what is ``wanted``."""
        if self.wanted is not None and not self.wanted.intersects(option.rect):
            return
        line: Line = index.data(SidebarModel.LineRole)
        state: QStyle.StateFlag = option.state
        look = Look(
            line,
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_MouseOver),
            bool(state & QStyle.StateFlag.State_HasFocus),
            option.direction,
        )
        self._pictures.paint(painter, option.rect, look, self._theme.tokens.surface_side)

    def _draw(self, painter: QPainter, box: QRect, look: Look) -> None:
        rect = QRectF(box)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turned = mirror(painter, rect, look.direction)
        if look.line.is_caption:
            if look.selected:
                self._paint_ground(painter, rect.adjusted(0, 10, 0, 0), look)
            self._paint_caption(turned, look.line)
        else:
            self._paint_ground(painter, rect, look)
            self._paint_line(turned, look.line, selected=look.selected)
        painter.restore()

    def _dress(self) -> None:
        self._pictures.forget()
        scale = self._theme.scale
        self._caption_font = interface_font(TEXT_SMALL * scale, 600)
        self._count_font = interface_font(TEXT_SMALL * scale)
        self._name_fonts = {
            selected: interface_font(TEXT_BODY * scale, 600 if selected else 500)
            for selected in (False, True)
        }

    def _paint_caption(self, turned: Mirror, line: Line) -> None:
        painter, rect = turned.painter, turned.within
        painter.setFont(self._caption_font)
        painter.setPen(QColor(self._theme.tokens.text_quiet))
        box = rect.adjusted(SPACE_16 + 4, 0, -SPACE_16, -6)
        turned.text(box, line.name, vertical=Qt.AlignmentFlag.AlignBottom)
        if line.folded:
            width = QFontMetricsF(painter.font()).horizontalAdvance(line.name)
            top = rect.bottom() - 6 - _CHEVRON
            way = "left" if turned.rtl else "right"
            turned.picture(box.left() + width + SPACE_8, top, self._chevron(painter, way))

    def _chevron(self, painter: QPainter, way: str) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        return pixmap(f"chevron-{way}", self._theme.tokens.text_quiet, _CHEVRON, ratio)

    def _paint_ground(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        tokens = self._theme.tokens
        box = rect.adjusted(SPACE_8, 1, -SPACE_8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if look.selected:
            painter.setBrush(QColor(tokens.pressed(tokens.surface_side)))
        elif look.hovered:
            painter.setBrush(QColor(tokens.hover(tokens.surface_side)))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if look.focused:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_line(self, turned: Mirror, line: Line, *, selected: bool) -> None:
        tokens, painter, rect = self._theme.tokens, turned.painter, turned.within
        left, middle = rect.left() + SPACE_16 + 4 + line.depth * _INDENT, rect.center().y()
        if line.fold and line.place:
            ahead = "left" if turned.rtl else "right"
            chevron = self._chevron(painter, ahead if line.folded else "down")
            turned.picture(left - _CHEVRON + 2, middle - _CHEVRON / 2, chevron)
        if line.icon:
            colour = tokens.accent if selected else tokens.text_quiet
            ratio = painter.device().devicePixelRatioF()
            icon = pixmap(line.icon, colour, ICON, ratio)
            turned.picture(left, middle - ICON / 2, icon)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.colour(line.colour)))
            box = QRectF(left + (ICON - _DOT) / 2, middle - _DOT / 2, _DOT, _DOT)
            painter.drawRoundedRect(turned.box(box), 3, 3)
        count = number(line.count) if line.count else ""
        font = self._count_font
        width = QFontMetricsF(font).horizontalAdvance(count)
        right = rect.right() - SPACE_16 - 4
        painter.setFont(font)
        painter.setPen(QColor(tokens.text_quiet))
        box = QRectF(right - width - 2, rect.top(), width + 2, rect.height())
        turned.text(box, count, trailing=True)
        text = QRectF(left + ICON + SPACE_12, rect.top(), 0, rect.height())
        text.setRight(right - width - SPACE_8)
        font = self._name_fonts[selected]
        name = QFontMetricsF(font).elidedText(line.name, Qt.TextElideMode.ElideRight, text.width())
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        turned.text(text, name)
