"""Paints the marks of the charts: squares of days, and bars."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from reader.gui.kept_pictures import KeptPictures
from reader.gui.language import number
from reader.gui.mirror import mirror
from reader.gui.progress.grid import Mark
from reader.gui.theme import Theme
from reader.gui.theme.contrast import over
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import SPACE_8, TEXT_SMALL, Tokens

# A square of few papers is smaller and paler than one of many: the eye needs no colours for it.
_STEPS = ((0.46, 0.0), (0.62, 0.33), (0.8, 0.67), (1.0, 1.0))
_GAP = 1.5
_NUMBER_WIDTH = 56

PaintMark: TypeAlias = Callable[[QPainter, QRect, Mark, Qt.LayoutDirection], None]
"""Paints a mark into its place, as the window goes, with no pen set."""


def days(theme: Theme) -> PaintMark:
    """Days: empty squares, filled the more the more was read.

    A year has hundreds of them in five kinds, of which pictures are kept.
    """

    def draw(painter: QPainter, box: QRect, step: int | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        square = QRectF(box).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        paint_day(painter, square, step, theme.tokens)

    pictures = KeptPictures(draw)
    theme.changed.connect(pictures.forget)

    def paint(painter: QPainter, box: QRect, mark: Mark, _: Qt.LayoutDirection) -> None:
        pictures.paint(painter, box, step_of(mark), "transparent")

    return paint


def columns(theme: Theme) -> PaintMark:
    """Bars that stand; a line where nothing was read."""

    def paint(painter: QPainter, box: QRect, mark: Mark, _: Qt.LayoutDirection) -> None:
        inset = max(_GAP, box.width() * 0.14)
        room = QRectF(box).adjusted(inset, 3, -inset, -3)
        middle = room.center().x()
        room.setLeft(middle - min(room.width(), 28) / 2)
        room.setWidth(2 * (middle - room.left()))
        paint_column(painter, room, mark, theme.tokens)

    return paint


def bars(theme: Theme) -> PaintMark:
    """Bars that lie, with their numbers behind them."""

    def paint(painter: QPainter, box: QRect, mark: Mark, direction: Qt.LayoutDirection) -> None:
        tokens, turned = theme.tokens, mirror(painter, box, direction)
        bar = QRectF(box).adjusted(4, 6, -_NUMBER_WIDTH * theme.scale, -6)
        bar.setWidth(max(2.0, bar.width() * mark.share))
        colour = tokens.colour("accent" if mark.strong else mark.colour)
        painter.setBrush(QColor(colour if mark.papers else tokens.line_strong))
        painter.drawRoundedRect(turned.box(bar), min(3.0, bar.width() / 2), 3)
        painter.setFont(interface_font(TEXT_SMALL * theme.scale))
        painter.setPen(QColor(tokens.text if mark.papers else tokens.text_quiet))
        text = QRectF(box)
        text.setLeft(bar.right() + SPACE_8)
        turned.text(text, number(mark.papers))

    return paint


def numbers(theme: Theme) -> PaintMark:
    """Numbers on the colour of their tag, the stronger the larger; a dot where there is none."""

    def paint(painter: QPainter, box: QRect, mark: Mark, _: Qt.LayoutDirection) -> None:
        tokens = theme.tokens
        if mark.papers:
            painter.setBrush(QColor(ground_of(mark, tokens)))
            room = QRectF(box).adjusted(_GAP, _GAP, -_GAP, -_GAP)
            painter.drawRoundedRect(room, 4, 4)
        painter.setFont(interface_font(TEXT_SMALL * theme.scale))
        painter.setPen(QColor(tokens.text if mark.papers else tokens.line_strong))
        text = number(mark.papers) if mark.papers else "·"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    return paint


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
