"""Paints hints beside each other, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.gui.key_caps import cap_height, cap_width, paint_cap
from reader.gui.key_line.hints import Hint
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import SPACE_4, SPACE_12, TEXT_CHIP, TEXT_SMALL


class KeyLine(QWidget):
    """Keys with what they do. Painted: as labels, they took as long as a paper to change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: tuple[Hint, ...] = ()
        self._wanted = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Keys of the moment"))
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def shown(self) -> tuple[Hint, ...]:
        """The hints that there is room for: the last one, and of the others the first ones."""
        if not self._wanted or not self._hints:
            return ()
        *others, last = self._hints
        room = self.width() - self._width_of(last)
        shown = []
        for hint in others:
            room -= self._width_of(hint)
            if room < 0:
                break
            shown.append(hint)
        return (*shown, last)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Shows these instead of those before."""
        self._hints = tuple(hints)
        self._say()

    def set_wanted(self, wanted: bool) -> None:
        """Shows hints at all, or none."""
        self._wanted = wanted
        self._say()

    def sizeHint(self) -> QSize:
        """As high as its text; as wide as there is room."""
        return QSize(0, round(max(cap_height(self._caps), self._metrics.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints them in the direction of reading."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = 0.0
        for hint in self.shown:
            for cap in hint.caps:
                painter.setFont(self._cap_font)
                place = self._place(at, cap_width(self._caps, cap))
                paint_cap(painter, place, cap, self._theme.tokens)
                at += place.width() + SPACE_4
            painter.setFont(self._font)
            painter.setPen(QColor(self._theme.tokens.text_quiet))
            place = self._place(at, self._metrics.horizontalAdvance(hint.words))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, hint.words)
            at += place.width() + SPACE_12

    def _place(self, at: float, width: float) -> QRectF:
        left = self.width() - at - width if self.isRightToLeft() else at
        return QRectF(left, 0, width, self.height())

    def _width_of(self, hint: Hint) -> float:
        caps = sum(cap_width(self._caps, cap) + SPACE_4 for cap in hint.caps)
        return caps + self._metrics.horizontalAdvance(hint.words) + SPACE_12

    def _say(self) -> None:
        spoken = [f"{' '.join(hint.caps)}: {hint.words}" for hint in self._hints]
        self.setAccessibleDescription(", ".join(spoken) if self._wanted else "")
        self.update()

    def _dress(self) -> None:
        self._font = interface_font(TEXT_SMALL * self._theme.scale)
        self._cap_font = interface_font(TEXT_CHIP * self._theme.scale, 500)
        self._metrics, self._caps = QFontMetricsF(self._font), QFontMetricsF(self._cap_font)
        self.updateGeometry()
        self.update()
