"""The pictures of notes on paper: read when they are drawn, since a book may have hundreds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from reader.exporting.pictures import Fetch, ShownPicture, parted
from reader.gui.leaving.note_blocks import Block, Kind
from reader.gui.pictures import image_of, size_of

PLACE = "\ufffc"
"""What stands in the text for a picture."""

_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_NAME = QTextFormat.Property.UserProperty.value + 1
_SIZE = _NAME + 1
# A point on the screen is taken for one of 96 an inch; more than 300 an inch nobody sees.
_POINTS = 72 / 96
_FINEST = 300 / 72

Format = Callable[[str], QTextCharFormat | None]
"""How a picture is put into a text, by its name; None when there is none to be shown."""


class PrintedPictures(QPyTextObject):
    """Draws pictures in lines of a document. It belongs to the thread that made it."""

    def __init__(self, document: QTextDocument, fetch: Fetch, room: QSizeF) -> None:
        super().__init__(document)
        self._fetch = fetch
        self._room = room
        document.documentLayout().registerHandler(_TYPE, self)

    def format_of(self, name: str, indent: float) -> QTextCharFormat | None:
        """The format of PLACE where a picture is to be, no wider than there is room."""
        data = self._fetch(name)
        size = QSizeF(size_of(data)) * _POINTS if data else QSizeF()
        if size.isEmpty():
            return None
        factor = min(
            1.0,
            (self._room.width() - indent) / size.width(),
            self._room.height() / size.height(),
        )
        look = QTextCharFormat()
        look.setObjectType(_TYPE)
        look.setProperty(_NAME, name)
        look.setProperty(_SIZE, size * factor)
        return look

    def intrinsicSize(self, _doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:
        """How large a picture is on the page."""
        size = format.property(_SIZE)
        return size if isinstance(size, QSizeF) else QSizeF()

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _position: int,
        format: QTextFormat,
    ) -> None:
        """Draws a picture."""
        data = self._fetch(str(format.property(_NAME)))
        width, height = rect.width() * _FINEST, rect.height() * _FINEST
        image = image_of(data or b"", round(width) + 1, round(height) + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, image)
        painter.restore()


def pieces(block: Block, format_of: Format) -> Iterator[Block | QTextCharFormat]:
    """A block of a note as what is text in it and the pictures; each piece a block of its own.

    A picture that is not to be had stays as it was typed.
    """
    words, mark = "", block.mark
    for part in parted(block.text) if block.kind is not Kind.CODE else [block.text]:
        look = format_of(part.name) if isinstance(part, ShownPicture) else None
        if look is None:
            words += part.written if isinstance(part, ShownPicture) else part
            continue
        if words.strip() or mark:
            yield replace(block, text=words.strip(), mark=mark)
        yield look
        words = mark = ""
    if words.strip() or block.kind is Kind.RULE:
        yield replace(block, text=words if words == block.text else words.strip(), mark=mark)
