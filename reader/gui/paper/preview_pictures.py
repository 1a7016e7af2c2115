"""Pictures in the preview: only those of the library, made small beside the window's thread.

They are drawn by a handler of ours. Qt's own would ask for files by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from reader.gui.pictures import image_of
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import LIGHT, RADIUS, SPACE_12, TEXT_BODY

PICTURE = QTextFormat.ObjectTypes.UserObject.value + 1
"""The type of a picture among the things in a text."""
PLACE = "\ufffc"
"""What stands in the text for a picture."""
WIDEST = 700
"""Wider than this no picture is shown; the column of the paper is not."""

_NAME = QTextFormat.Property.UserProperty.value + 10
_WORDS = _NAME + 1
_TALLEST = 6_000
# Of what a note may have hundreds; then come placeholders.
_MOST_POINTS = 40_000_000
_EMPTY_SIZE = QSizeF(340, 44)


class ShownPictures:
    """The pictures of the library as a preview needs them. Any thread may ask."""

    def __init__(self, fetch: Callable[[str], bytes | None]) -> None:
        self._fetch = fetch
        # Those of the note that was read last: it is read again at each change of the library.
        self._last: Mapping[tuple[str, int], QImage] = {}

    def of(self, names: Iterable[str], width: int) -> dict[str, QImage]:
        """The pictures that are there, at most so many points wide; null ones cannot be shown."""
        last, found, points = self._last, dict[str, QImage](), 0
        for name in names:
            image = last.get((name, width))
            if image is None:
                data = self._fetch(name)
                if data is None:
                    continue
                image = image_of(data, width, _TALLEST) if points < _MOST_POINTS else QImage()
            points += image.width() * image.height()
            found[name] = image
        self._last = {(name, width): image for name, image in found.items()}
        return found


def pictured(look: QTextCharFormat, name: str, words: str) -> QTextCharFormat:
    """The format of PLACE where a picture is to be seen."""
    look = QTextCharFormat(look)
    look.setObjectType(PICTURE)
    look.setProperty(_NAME, name)
    look.setProperty(_WORDS, words)
    if words and not look.toolTip():
        look.setToolTip(words.replace("<", "&lt;"))
    return look


class PicturePainter(QPyTextObject):
    """Draws the pictures of a text as wide as there is room, or their words where there is none."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.images: Mapping[str, QImage] = {}

    def intrinsicSize(self, doc: QTextDocument, position: int, format: QTextFormat) -> QSizeF:
        """How large a picture is in the text."""
        margin = doc.findBlock(position).blockFormat().leftMargin()
        room = max(doc.textWidth() - 2 * doc.documentMargin() - margin, 20.0)
        image = self.images.get(str(format.property(_NAME)))
        if image is None or image.isNull():
            size = _EMPTY_SIZE * self._theme.scale
            return QSizeF(min(size.width(), room), size.height())
        factor = min(1.0, room / image.width())
        return QSizeF(image.width() * factor, image.height() * factor)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _position: int,
        format: QTextFormat,
    ) -> None:
        """Draws a picture, or a quiet box with its words."""
        rect = QRectF(rect)
        painter.save()
        tokens = self._theme.tokens
        image = self.images.get(str(format.property(_NAME)))
        line = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if image is None or image.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.line)))
            painter.setBrush(QColor(tokens.surface_side))
            painter.drawRoundedRect(line, RADIUS, RADIUS)
            why = self.tr("not in the library")
            if image is not None:
                why = self.tr("cannot be shown")
            words = str(format.property(_WORDS) or "") or self.tr("Picture")
            self._draw_words(painter, rect, f"{words} · {why}")
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if image.hasAlphaChannel():  # mostly black drawings, which are meant for white paper
                painter.fillRect(rect, QColor(LIGHT.surface_paper))
            painter.drawImage(rect, image)
            painter.setPen(QPen(QColor(tokens.line)))
            painter.drawRect(line)
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRectF, words: str) -> None:
        font = interface_font(TEXT_BODY * self._theme.scale)
        inside = rect.adjusted(SPACE_12, 0, -SPACE_12, 0)
        text = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.text_quiet))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
