"""Paints highlights under a text, so that overlapping ones can be told apart.

Each has its colour behind the words and a line of its strong colour under them. Where several
overlap, the shortest colours the words, and the lines lie below each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument, QTextLine

from reader.gui.theme.tokens import Tokens

_LINE = 2.0
_LINE_GAP = 1.0
# Further overlapping lines would run into the line of text below.
_LANES = 3
_ABOVE = 2.0


@dataclass(frozen=True, slots=True)
class Painted:
    """A highlight in a text: where (as Qt counts), its colour, and how far down its line is."""

    start: int
    end: int
    colour: str
    id: int
    lane: int = 0


def in_lanes(highlights: Sequence[Painted]) -> list[Painted]:
    """The highlights in the order to paint them, each in a lane that no overlapping one has."""
    ordered = sorted(highlights, key=lambda one: (one.start - one.end, one.id))
    placed: list[Painted] = []
    for one in ordered:
        taken = {other.lane for other in placed if other.start < one.end and one.start < other.end}
        free = next((lane for lane in range(_LANES) if lane not in taken), _LANES - 1)
        placed.append(replace(one, lane=free))
    return placed


def paint(
    painter: QPainter, document: QTextDocument, highlights: Sequence[Painted], tokens: Tokens
) -> None:
    """Paints highlights, which are in lanes, in the coordinates of the document."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in highlights:
        painter.setBrush(QColor(tokens.colour(f"highlight_{one.colour}")))
        for rect, _base in pieces(document, one.start, one.end):
            painter.drawRoundedRect(rect, 3, 3)
    for one in highlights:
        colour = QColor(tokens.colour(f"mark_{one.colour}"))
        down = one.lane * (_LINE + _LINE_GAP)
        for rect, base in pieces(document, one.start, one.end):
            painter.fillRect(QRectF(rect.left(), base + down, rect.width(), _LINE), colour)


def pieces(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    """The rectangle of each line of a part of the text, and where a line under it may be."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _of_block(document, block, start - block.position(), end - block.position())
        block = block.next()


def _of_block(
    document: QTextDocument, block: QTextBlock, start: int, end: int
) -> Iterator[tuple[QRectF, float]]:
    layout = block.layout()
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            yield _of_line(line, corner, first, last)


def _of_line(line: QTextLine, corner: QPointF, first: int, last: int) -> tuple[QRectF, float]:
    one, other = _x(line, first), _x(line, last)
    base = corner.y() + line.y() + line.ascent()
    # Between the lines there is more room than letters take: no more than that is coloured.
    top = base - line.ascent() + _ABOVE
    bottom = base + line.descent()
    rect = QRectF(min(one, other), top, abs(one - other), bottom - top)
    # Not the space at the end of a line.
    natural = line.naturalTextRect()
    rect.setRight(min(rect.right(), natural.right()))
    return rect.translated(corner.x(), 0), round(bottom - _LINE)


def _x(line: QTextLine, place: int) -> float:
    # PySide gives the place too, though it says otherwise.
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)
