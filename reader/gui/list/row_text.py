"""Text laid out for the rows of the list, kept while it is on screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reader.gui.mirror import runs_right_to_left
from reader.gui.text_places import for_qt

# A title of a megabyte hangs any layout for seconds; nobody reads more than this of one.
LONGEST_SHOWN = 500
_LEADING = 1.15


class RowText:
    """Up to ``max_lines`` lines of text, the last elided; painted many times, laid out once."""

    def __init__(self, text: str, font: QFont, width: int, max_lines: int) -> None:
        self._layout = QTextLayout(shown(text), font)
        to_left = runs_right_to_left(text)
        side = Qt.AlignmentFlag.AlignRight if to_left else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        # Else the window's direction would move the signs at the ends.
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.lines = self._lay_out(width, max_lines)

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        marks: tuple[tuple[int, int], ...] = (),
        mark_format: QTextCharFormat | None = None,
    ) -> None:
        """Draws the text in the painter's pen; ``marks`` are (start, end) in its own format."""
        ranges = []
        for start, end in for_qt(self._layout.text(), marks):
            marked = QTextLayout.FormatRange()
            marked.start, marked.length = start, end - start
            marked.format = mark_format or QTextCharFormat()
            ranges.append(marked)
        self._layout.draw(painter, at, ranges)

    def _lay_out(self, width: int, max_lines: int) -> int:
        text, count, y = self._layout.text(), 0, 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            count += 1
            last = line.textStart() + line.textLength() >= len(text)
            if count == max_lines and not last:
                self._elide(line.textStart(), width, max_lines)
                return count
            line.setPosition(QPointF(0, y))
            y += round(line.height() * _LEADING)
        self._layout.endLayout()
        return count

    def _elide(self, start: int, width: int, max_lines: int) -> None:
        """Lays the same text out again with its last line cut."""
        self._layout.endLayout()
        text = self._layout.text()
        metrics = QFontMetricsF(self._layout.font())
        rest = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        self._layout.setText(text[:start] + rest)
        self._lay_out(width + 1, max_lines + 1)


@lru_cache(maxsize=600)
def row_text(text: str, font_key: str, width: int, max_lines: int) -> RowText:
    """The laid out text; ``font_key`` is a QFont as ``QFont.toString`` gives it."""
    font = QFont()
    font.fromString(font_key)
    return RowText(text, font, width, max_lines)


def shown(text: str) -> str:
    """Text as a label shows it: one paragraph, and not endlessly long."""
    return " ".join(text[:LONGEST_SHOWN].split()) + ("…" if len(text) > LONGEST_SHOWN else "")
