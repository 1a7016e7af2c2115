"""A tag as one sees it at a paper: a chip that can be taken off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.gui.language import number
from reader.gui.list.row_text import shown
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.icons import pixmap
from reader.gui.theme.tokens import RADIUS_CHIP, SPACE_8, TEXT_CHIP, chip_background, tag_colour

_HEIGHT = 22
_WIDEST = 240
_CROSS = 12
# The cross is small; what takes it for meant reaches as far as a finger or an unsteady hand does.
_REACH = 24
_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagChip(QAbstractButton):
    """Shows one tag. ``half`` says how many of several papers have it, where not all do.

    ``unwanted`` comes from its cross, which is there under the pointer, and from Delete and
    Backspace. ``wanted`` comes from a click or Enter on a half one: it is to be on all.
    """

    unwanted = Signal(str)
    wanted = Signal(str)

    def __init__(
        self, tag: str, theme: Theme, parent: QWidget | None = None, *, half: int = 0, of: int = 1
    ) -> None:
        super().__init__(parent)
        self.tag = tag
        self.half = bool(half)
        self._theme = theme
        self._words = f"{shown(tag)} · {number(half)}" if half else shown(tag)
        self._over = False
        self.setAccessibleName(shown(tag))
        said = self.tr("On {} of {} papers. Enter puts it on all, Delete takes it off.")
        whole = self.tr("Delete takes it off.")
        self.setAccessibleDescription(said.format(half, of) if half else whole)
        tip = self.tr("On {} of {}; click to give it to all").format(number(half), number(of))
        self.setToolTip(tip if half else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.clicked.connect(self._press)

    def sizeHint(self) -> QSize:
        """As wide as its words, within reason."""
        width = QFontMetricsF(self._font()).horizontalAdvance(self._words) + 2 * SPACE_8
        return QSize(min(round(width + 1), _WIDEST), round(_HEIGHT * self._theme.scale))

    def event(self, event: QEvent) -> bool:
        """Its keys are its own and not the window's, which would delete or open the paper."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in (*_KEYS, Qt.Key.Key_Space):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the tag off, Enter is a click."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unwanted.emit(self.tag)
        elif event.key() in _KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the cross the tag goes."""
        if self.isDown() and self._end(_REACH).contains(event.position()):
            self.setDown(False)
            self.unwanted.emit(self.tag)
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand where a click does something."""
        acts = self.half or self._end(_REACH).contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows the cross."""
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hides the cross."""
        self._over = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled chip, or the outline of one that only some have."""
        tokens = self._theme.tokens
        token = tag_colour(self.tag)
        colour = QColor(tokens.colour(token))
        ground = tokens.surface_paper
        if not self.half:
            ground = chip_background(tokens, token, ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(ground))
        pen = QPen(colour, 1) if self.half else QPen(Qt.PenStyle.NoPen)
        painter.setPen(QPen(QColor(tokens.accent), 2) if self.hasFocus() else pen)
        # A line of 1 px lies within the pixels at the edge; the ring goes one further in.
        edge = 0 if self.hasFocus() else 0.5
        outline = box.adjusted(-edge, -edge, edge, edge)
        painter.drawRoundedRect(outline, RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(colour)
        painter.setFont(self._font())
        room = box.adjusted(SPACE_8 - 1, 0, 1 - SPACE_8, 0)
        words = QFontMetricsF(painter.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        if self._over:
            self._paint_cross(painter, ground)

    def _paint_cross(self, painter: QPainter, ground: str) -> None:
        cross = self._end(_CROSS + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRect(cross.adjusted(0, 3, -2, -3))
        ratio = self.devicePixelRatioF()
        picture = pixmap("x", self._theme.tokens.text_quiet, _CROSS, ratio)
        at = cross.center() - QPointF(_CROSS, _CROSS) / 2
        painter.drawPixmap(at, picture)

    def _end(self, width: float) -> QRectF:
        """The end that the text runs to, where the cross is."""
        left = 0 if self.isRightToLeft() else self.width() - width
        return QRectF(left, 0, width, self.height())

    def _press(self) -> None:
        if self.half:
            self.wanted.emit(self.tag)

    def _font(self) -> QFont:
        return interface_font(TEXT_CHIP * self._theme.scale, 500)
