"""Paints the marks of the charts: squares of days, and bars."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.kept_pictures import KeptPictures
from reader.gui.language import number
from reader.gui.progress.grid import GridModel, Mark
from reader.gui.theme import Theme
from reader.gui.theme.contrast import over
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import SPACE_8, TEXT_SMALL, Tokens

# A square of few papers is smaller and paler than one of many: the eye needs no colours for it.
_STEPS = ((0.46, 0.0), (0.62, 0.33), (0.8, 0.67), (1.0, 1.0))
_GAP = 1.5
_RING = 2.0
_POINTED_OR_FOCUSED = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
_NUMBER_WIDTH = 56


class MarkDelegate(QStyledItemDelegate):
    """What all marks have: a ground under the pointer and a ring where the keys are.

    ``picturing`` leaves both out, for a picture that is kept.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picturing = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one mark."""
        mark: Mark | None = index.data(GridModel.MarkRole)
        if mark is None:
            return
        box, state = QRectF(option.rect), option.state
        tokens = self._theme.tokens
        # No save and restore: a year has hundreds of marks, and each sets all that it needs.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_MouseOver and not self.picturing:
            painter.setBrush(QColor(tokens.pressed(tokens.surface_paper)))
            painter.drawRoundedRect(box, 4, 4)
        self.paint_mark(painter, box, mark, tokens)
        if state & QStyle.StateFlag.State_HasFocus and not self.picturing:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text), _RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
        """Paints the mark itself, with no pen set."""
        raise NotImplementedError

    def fill(self, painter: QPainter, mark: Mark, tokens: Tokens) -> None:
        """Takes the colour of a mark."""
        painter.setBrush(QColor(tokens.colour("accent" if mark.strong else mark.colour)))


class SquareDelegate(MarkDelegate):
    """A day: an empty square, filled the more the more was read.

    A year has hundreds of them in five kinds, of which pictures are kept.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures = KeptPictures(self._draw)
        theme.changed.connect(self._pictures.forget)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one mark."""
        if option.state & _POINTED_OR_FOCUSED:
            super().paint(painter, option, index)
        elif (mark := index.data(GridModel.MarkRole)) is not None:
            ground = self._theme.tokens.surface_paper
            self._pictures.paint(painter, option.rect, step_of(mark), ground)

    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
        """Paints the square."""
        paint_day(painter, box.adjusted(_GAP, _GAP, -_GAP, -_GAP), step_of(mark), tokens)

    def _draw(self, painter: QPainter, box: QRect, step: int | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        square = QRectF(box).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        paint_day(painter, square, step, self._theme.tokens)


class ColumnDelegate(MarkDelegate):
    """A bar that stands; a line where nothing was read."""

    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
        """Paints the bar."""
        inset = max(_GAP, box.width() * 0.14)
        room = box.adjusted(inset, 3, -inset, -3)
        room.setLeft(room.center().x() - min(room.width(), 28) / 2)
        room.setWidth(2 * (box.center().x() - room.left()))
        paint_column(painter, room, mark, tokens)


class BarDelegate(MarkDelegate):
    """A bar that lies, with its number behind it."""

    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
        """Paints bar and number."""
        room = box.adjusted(4, 6, -_NUMBER_WIDTH * self._theme.scale, -6)
        bar = QRectF(room)
        bar.setWidth(max(2.0, room.width() * mark.share))
        if mark.papers:
            self.fill(painter, mark, tokens)
        else:
            painter.setBrush(QColor(tokens.line_strong))
        painter.drawRoundedRect(bar, min(3.0, bar.width() / 2), 3)
        painter.setFont(interface_font(TEXT_SMALL * self._theme.scale))
        painter.setPen(QColor(tokens.text if mark.papers else tokens.text_quiet))
        text = QRectF(box)
        text.setLeft(bar.right() + SPACE_8)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, flags, number(mark.papers))


class NumberDelegate(MarkDelegate):
    """A number on the colour of its tag, the stronger the larger it is."""

    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
        """Paints colour and number; a dot where there is nothing."""
        room = box.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        if mark.papers:
            painter.setBrush(QColor(ground_of(mark, tokens)))
            painter.drawRoundedRect(room, 4, 4)
        painter.setFont(interface_font(TEXT_SMALL * self._theme.scale))
        painter.setPen(QColor(tokens.text if mark.papers else tokens.line_strong))
        text = number(mark.papers) if mark.papers else "·"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def ground_of(mark: Mark, tokens: Tokens) -> str:
    """The colour under a number."""
    return over(tokens.colour(mark.colour), 0.10 + 0.28 * mark.share, tokens.surface_paper)


def step_of(mark: Mark) -> int | None:
    """How much was read on a day, as one of the steps of the map; None for nothing."""
    return min(int(mark.share * len(_STEPS)), len(_STEPS) - 1) if mark.papers else None


def paint_day(painter: QPainter, square: QRectF, step: int | None, tokens: Tokens) -> None:
    """Paints the square of a day of which so much was read."""
    painter.setBrush(_mixed(tokens.text, 0.08, tokens.surface_paper))
    painter.drawRoundedRect(square, 3, 3)
    if step is not None:
        size, depth = _STEPS[step]
        painter.setBrush(_mixed(tokens.accent, depth, tokens.accent_mid))
        margin = square.width() * (1 - size) / 2
        painter.drawRoundedRect(square.adjusted(margin, margin, -margin, -margin), 3, 3)


@lru_cache(maxsize=64)
def _mixed(colour: str, alpha: float, surface: str) -> QColor:
    """A colour over another, for the hundreds of squares that have it."""
    return QColor(over(colour, alpha, surface))


def paint_column(painter: QPainter, room: QRectF, mark: Mark, tokens: Tokens) -> None:
    """Paints a standing bar into a room that is as high as the highest."""
    if not mark.papers:
        painter.setBrush(QColor(tokens.line_strong))
        painter.drawRoundedRect(QRectF(room.left(), room.bottom() - 2, room.width(), 2), 1, 1)
        return
    bar = QRectF(room)
    bar.setTop(room.bottom() - max(3.0, room.height() * mark.share))
    painter.setBrush(QColor(tokens.colour("accent" if mark.strong else mark.colour)))
    painter.drawRoundedRect(bar, 2.5, 2.5)
