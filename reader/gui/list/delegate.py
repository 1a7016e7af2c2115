"""Paints a paper as two lines: its title, then quietly its state, tags, marks and date.

All rows are equally high, so that a list of 100,000 papers scrolls without measuring any.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import (
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.kept_pictures import KeptPictures
from reader.gui.language import translate
from reader.gui.list.model import PaperListModel
from reader.gui.list.row_text import row_text
from reader.gui.list.words import status_name
from reader.gui.mirror import Mirror, mirror
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.icons import pixmap
from reader.gui.theme.tokens import (
    RADIUS,
    RADIUS_CHIP,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_24,
    TEXT_CHIP,
    TEXT_SMALL,
    TEXT_TITLE,
    Tokens,
    chip_background,
    tag_colour,
)
from reader.model import PaperRow, Snippet, Status

_CHIP_HEIGHT = 18
_LINE = 20
_SNIPPET_LINE = 18
_DOT = 7
_BAR = 3
_MARGIN = SPACE_8
_INSET = SPACE_24


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides how a row of a certain size looks in a theme."""

    row: PaperRow
    snippet: Snippet | None
    room_for_snippet: bool
    selected: bool
    active: bool
    """Whether a selected row is where keys go, or may go."""
    focused: bool
    direction: Qt.LayoutDirection


class PaperDelegate(QStyledItemDelegate):
    """Paints rows in the colours of the theme; one snippet line more while searching."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.with_snippets = False
        self._pictures = KeptPictures(self._draw)
        self._refresh_fonts()
        theme.changed.connect(self._refresh_fonts)

    @property
    def row_height(self) -> int:
        """The pixels from one row to the next: the same for every row."""
        scale = self._theme.scale
        lines = 2 * _LINE + (_SNIPPET_LINE if self.with_snippets else 0)
        return round((lines + _CHIP_HEIGHT) * scale) + 2 * SPACE_12 + SPACE_4

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as a row is, and never the reason for a wider list."""
        return QSize(200, self.row_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one paper."""
        row: PaperRow | None = index.data(PaperListModel.RowRole)
        if row is None:
            return
        state: QStyle.StateFlag = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        look = Look(
            row,
            index.data(PaperListModel.SnippetRole) if self.with_snippets else None,
            self.with_snippets,
            selected,
            selected and (focused or bool(state & QStyle.StateFlag.State_Active)),
            focused,
            option.direction,
        )
        self._pictures.paint(painter, option.rect, look, self._tokens.surface_list)

    def _draw(self, painter: QPainter, rect: QRect, look: Look) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, snippet, selected = look.row, look.snippet, look.selected
        turned = mirror(painter, rect, look.direction)
        surface = self._paint_ground(turned, selected=selected, active=look.active)
        if look.focused:
            self._paint_focus(turned, selected=selected)
        upright = rect.adjusted(_MARGIN + _INSET, SPACE_12, -_MARGIN - SPACE_12, -SPACE_12)
        inner = turned.box(QRectF(upright)).toRect()
        self._paint_dot(turned, row)
        lines = self._paint_title(painter, inner, row)
        if self.with_snippets and snippet is not None:
            self._paint_snippet(painter, inner, lines, snippet)
        elif lines == 1 or self.with_snippets:
            self._paint_facts(painter, inner, lines, row)
        facts = facts_of(row) if lines > 1 and not self.with_snippets else ""
        self._paint_quiet_line(turned, upright, row, facts, surface, selected=selected)
        painter.restore()

    def _refresh_fonts(self) -> None:
        self._pictures.forget()
        scale = self._theme.scale
        self._title_font = interface_font(TEXT_TITLE * scale, 600)
        self._read_font = interface_font(TEXT_TITLE * scale, 400)
        self._quiet_font = interface_font(TEXT_SMALL * scale, 400)
        self._chip_font = interface_font(TEXT_CHIP * scale, 500)

    @property
    def _tokens(self) -> Tokens:
        return self._theme.tokens

    def _paint_ground(self, turned: Mirror, *, selected: bool, active: bool) -> str:
        """Paints the selection or the line under the row; returns the colour text lies on."""
        tokens, painter, rect = self._tokens, turned.painter, turned.within
        if not selected:
            painter.setPen(QPen(QColor(tokens.line), 1))
            line = turned.box(rect.adjusted(_MARGIN + _INSET, 0, -_MARGIN - SPACE_12, -0.5))
            painter.drawLine(line.bottomLeft(), line.bottomRight())
            return tokens.surface_list
        surface = tokens.accent_soft if active else tokens.selection_unfocused
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(surface))
        painter.drawRoundedRect(rect.adjusted(_MARGIN, 2, -_MARGIN, -2), RADIUS, RADIUS)
        return surface

    def _paint_focus(self, turned: Mirror, *, selected: bool) -> None:
        """A ring, or at the leading edge of the selection, which is a frame already, a bar."""
        painter, rect = turned.painter, turned.within
        if selected:
            box = rect.adjusted(_MARGIN, 2, -_MARGIN, -2)
            box.setWidth(_BAR)
            box = turned.box(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tokens.accent))
            painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
            return
        painter.setPen(QPen(QColor(self._tokens.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(_MARGIN, 2, -_MARGIN, -2), RADIUS, RADIUS)

    def _paint_dot(self, turned: Mirror, row: PaperRow) -> None:
        if not row.status.unread:
            return
        x = turned.within.left() + _MARGIN + SPACE_8 + 1
        y = turned.within.top() + SPACE_12 + (_LINE * self._theme.scale - _DOT) / 2
        turned.painter.setPen(Qt.PenStyle.NoPen)
        turned.painter.setBrush(QColor(self._tokens.accent))
        turned.painter.drawEllipse(turned.box(QRectF(x, y, _DOT, _DOT)))

    def _paint_title(self, painter: QPainter, inner: QRect, row: PaperRow) -> int:
        font = self._title_font if row.status.unread else self._read_font
        text = row_text(row.title, font.toString(), inner.width(), 2)
        painter.setPen(QColor(self._tokens.text))
        text.paint(painter, QPointF(inner.topLeft()))
        return text.lines

    def _paint_snippet(self, painter: QPainter, inner: QRect, lines: int, snippet: Snippet) -> None:
        marked = QTextCharFormat()
        marked.setBackground(QColor(self._tokens.highlight_yellow))
        marked.setForeground(QColor(self._tokens.text))
        room = 2 if lines == 1 else 1
        text = row_text(snippet.text, self._quiet_font.toString(), inner.width(), room)
        painter.setPen(QColor(self._tokens.text_quiet))
        text.paint(painter, self._below_title(inner, lines), snippet.matches, marked)

    def _paint_facts(self, painter: QPainter, inner: QRect, lines: int, row: PaperRow) -> None:
        facts = facts_of(row) or row.beginning
        if facts:
            text = row_text(facts, self._quiet_font.toString(), inner.width(), 1)
            painter.setPen(QColor(self._tokens.text_quiet))
            text.paint(painter, self._below_title(inner, lines))

    def _below_title(self, inner: QRect, lines: int) -> QPointF:
        return QPointF(inner.left(), inner.top() + lines * _LINE * self._theme.scale)

    def _paint_quiet_line(
        self,
        turned: Mirror,
        inner: QRect,
        row: PaperRow,
        facts: str,
        surface: str,
        *,
        selected: bool,
    ) -> None:
        """Status, tags and facts from the leading edge, marks and date from the other."""
        height = round(_CHIP_HEIGHT * self._theme.scale)
        line = QRect(inner.left(), inner.bottom() - height + 1, inner.width(), height)
        free, painter = self._paint_marks(turned, line, row), turned.painter
        painter.setFont(self._chip_font)
        metrics = QFontMetricsF(self._chip_font)
        x = float(line.left())
        word = status_name(row.status) if row.status is not Status.INBOX else ""
        chips = [(word, "accent", row.status is Status.READING)] if word else []
        chips += [(tag, tag_colour(tag), False) for tag in row.tags]
        for text, token, filled in chips:
            room = free - x
            wanted = metrics.horizontalAdvance(text) + 2 * SPACE_8
            if room < min(wanted, 48):
                break
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 2 * SPACE_8)
            box = QRectF(x, line.top(), min(wanted, room), height)
            place = turned.box(box)
            self._paint_chip(painter, place, text, token, surface, filled=filled, selected=selected)
            x = box.right() + 6
        if facts and free - x > 48:
            font = self._quiet_font
            text = QFontMetricsF(font).elidedText(facts, Qt.TextElideMode.ElideRight, free - x)
            painter.setFont(font)
            painter.setPen(QColor(self._tokens.text_quiet))
            turned.text(QRectF(x, line.top(), free - x, height), text)

    def _paint_chip(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        token: str,
        surface: str,
        *,
        filled: bool,
        selected: bool,
    ) -> None:
        tokens = self._tokens
        ground = chip_background(tokens, token, surface, selected=selected)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if filled else ground))
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(QColor(tokens.text_on_accent if filled else tokens.colour(token)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_marks(self, turned: Mirror, line: QRect, row: PaperRow) -> float:
        """Paints date, star and marks from the trailing edge; returns where they begin."""
        tokens, painter = self._tokens, turned.painter
        painter.setFont(self._quiet_font)
        painter.setPen(QColor(tokens.text_quiet))
        text = short_date(row.date)
        width = QFontMetricsF(self._quiet_font).horizontalAdvance(text)
        right = line.right() + 1.0
        box = QRectF(right - width - 2, line.top(), width + 2, line.height())
        turned.text(box, text, trailing=True)
        x = right - width - SPACE_12
        for name, colour, shown, filled in (
            ("star", tokens.star, row.starred, True),
            ("notebook-pen", tokens.text_quiet, row.has_note, False),
            ("highlighter", tokens.text_quiet, bool(row.highlights), False),
        ):
            if shown:
                ratio = painter.device().devicePixelRatioF()
                x -= 16
                icon = pixmap(name, colour, 14, ratio, filled=filled)
                turned.picture(x, line.top() + (line.height() - 14) / 2, icon)
                x -= SPACE_4
        return x - SPACE_8


def facts_of(row: PaperRow) -> str:
    """Authors, year and venue in one line, as far as they are known."""
    names = ", ".join(row.authors[:3])
    if len(row.authors) > 3:
        names = translate("Facts", "{} and others").format(names)
    return " · ".join(part for part in (names, str(row.year or ""), row.venue) if part)


def short_date(day: date) -> str:
    """A date without its year when it is this year's."""
    this_year = day.year == date.today().year
    pattern = translate("Dates", "d MMM") if this_year else translate("Dates", "d MMM yyyy")
    return _date_text(day, pattern, QLocale().name())


@lru_cache(maxsize=4096)
def _date_text(day: date, pattern: str, _locale: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
