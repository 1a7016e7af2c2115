"""Reads pictures of the library, never larger than they are to be seen. Any thread may do it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from reader.operations.picturing import media_type_of

# What a file says of itself before it is read: some hundred bytes may mean gigabytes.
_LARGEST = 100_000_000


class _Reader:
    """A QImageReader with all that it reads from: PySide keeps none of it alive."""

    def __init__(self, data: bytes, kind: str) -> None:
        self._content = QByteArray(data)
        self._buffer = QBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        # By its name: Qt would ask its readers of SVG and PDF too.
        self.reader = QImageReader(self._buffer, kind.encode("ascii"))
        self.reader.setAutoDetectImageFormat(False)
        self.reader.setAutoTransform(True)

    @property
    def turned(self) -> bool:
        """Whether a camera was held so that what is wide in the file is high."""
        turn = QImageIOHandler.Transformation.TransformationRotate90
        return bool(self.reader.transformation() & turn)


def size_of(data: bytes) -> QSize:
    """How large a picture is, as its file says; an empty size when it cannot be read."""
    opened = _opened(data)
    if opened is None:
        return QSize()
    size = opened.reader.size()
    return size.transposed() if opened.turned else size


def image_of(data: bytes, width: int, height: int) -> QImage:
    """A picture at most so wide and high; a null one when it cannot be read."""
    opened = _opened(data)
    if opened is None:
        return QImage()
    size, most = opened.reader.size(), QSize(width, height)
    if opened.turned:
        most.transpose()
    if size.width() > most.width() or size.height() > most.height():
        smaller = size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
        opened.reader.setScaledSize(smaller.expandedTo(QSize(1, 1)))
    return opened.reader.read()


def _opened(data: bytes) -> _Reader | None:
    kind = media_type_of(data).removeprefix("image/")
    opened = _Reader(data, kind) if kind else None
    size = opened.reader.size() if opened else QSize()
    if size.isEmpty() or size.width() * size.height() > _LARGEST:
        return None
    return opened
