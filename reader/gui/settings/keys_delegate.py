"""Paints the lines of the keys page: what it does, and its keys as caps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.settings.keys_model import KeyLine, KeysModel
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import (
    RADIUS,
    RADIUS_CHIP,
    ROW_HEIGHT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    TEXT_BODY,
    TEXT_CHIP,
    TEXT_SMALL,
)

_CAP_HEIGHT = 20
_CAPTION_HEIGHT = 36
_Index = QModelIndex | QPersistentModelIndex


class KeysDelegate(QStyledItemDelegate):
    """Captions over actions; a dot before an action whose keys are the person's own."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Captions are higher than actions."""
        line: KeyLine = index.data(KeysModel.LineRole)
        height = _CAPTION_HEIGHT if line.action is None else ROW_HEIGHT
        return QSize(200, round(height * max(1.0, self._theme.scale)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one line."""
        line: KeyLine = index.data(KeysModel.LineRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if line.action is None:
            self._paint_caption(painter, rect, line)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, state)
            self._paint_action(painter, rect, line)
        painter.restore()

    def _paint_caption(self, painter: QPainter, rect: QRectF, line: KeyLine) -> None:
        painter.setFont(interface_font(TEXT_SMALL * self._theme.scale, 600))
        painter.setPen(QColor(self._theme.tokens.text_quiet))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect.adjusted(SPACE_12, 0, -SPACE_12, -6), flags, line.title)

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            active = state & QStyle.StateFlag.State_HasFocus
            painter.setBrush(QColor(tokens.accent_soft if active else tokens.selection_unfocused))
            if active:
                painter.setPen(QPen(QColor(tokens.accent), 1.5))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover(tokens.surface_paper)))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_action(self, painter: QPainter, rect: QRectF, line: KeyLine) -> None:
        tokens, scale = self._theme.tokens, self._theme.scale
        right = rect.right() - SPACE_12
        font = interface_font(TEXT_CHIP * scale, 500)
        for keys in reversed(line.keys):
            right = self._paint_cap(painter, rect, right, keys, font) - SPACE_4
        if line.own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            middle = rect.center().y()
            painter.drawEllipse(QRectF(right - SPACE_8, middle - 3, 6, 6))
            right -= SPACE_12
        font = interface_font(TEXT_BODY * scale)
        box = QRectF(rect.left() + SPACE_12, rect.top(), 0, rect.height())
        box.setRight(right - SPACE_8)
        elide = Qt.TextElideMode.ElideRight
        title = QFontMetricsF(font).elidedText(line.title, elide, box.width())
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, title)

    def _paint_cap(
        self, painter: QPainter, rect: QRectF, right: float, keys: str, font: QFont
    ) -> float:
        """Paints a cap that ends at ``right``; returns where it begins."""
        tokens = self._theme.tokens
        height = _CAP_HEIGHT * self._theme.scale
        width = QFontMetricsF(font).horizontalAdvance(keys) + 2 * SPACE_8
        cap = QRectF(right - width, rect.center().y() - height / 2, width, height)
        painter.setPen(QPen(QColor(tokens.line_strong), 1))
        painter.setBrush(QColor(tokens.surface_field))
        painter.drawRoundedRect(cap, RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(QColor(tokens.text_quiet))
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return cap.left()
