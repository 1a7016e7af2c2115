"""What of a clipboard or a drop are pictures for a note."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter, QPixmap

Given = bytes | Path | QImage
"""A picture as it is, in a file, or as bare points that are a file of no kind yet."""

# SVG among them, so that it is refused with a reason and not taken for a digest.
_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})
# In the order in which they are wanted: another program's PNG of a JPEG is larger, not better.
_ENCODED = ("image/jpeg", "image/webp", "image/gif", "image/png")


def holds_pictures(data: QMimeData) -> bool:
    """Whether there is anything for ``pictures_in``. Touches no file and converts nothing."""
    return bool(_files(data)) or (not _is_text(data) and _is_picture(data))


def pictures_in(data: QMimeData) -> Sequence[Given]:
    """The pictures that were pasted or dropped; none where text was meant."""
    if files := _files(data):
        return files
    if _is_text(data) or not _is_picture(data):
        return ()
    formats = set(data.formats())
    for media_type in _ENCODED:
        if media_type in formats and (encoded := bytes(data.data(media_type).data())):
            return (encoded,)
    image = data.imageData()
    if isinstance(image, QPixmap):
        image = image.toImage()
    return (image,) if isinstance(image, QImage) and not image.isNull() else ()


def encoded(given: Given) -> bytes | Path:
    """A picture as it is kept. For a job: a large one takes a second."""
    if not isinstance(given, QImage):
        return given
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(given)
    buffer.close()
    return bytes(data.data())


def _files(data: QMimeData) -> list[Path]:
    """The files, if all of them are pictures: else they are something to import."""
    urls = data.urls() if data.hasUrls() else []
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    whole = len(files) == len(urls) and all(file.suffix.lower() in _ENDINGS for file in files)
    return files if whole else []


def _is_picture(data: QMimeData) -> bool:
    return data.hasImage() or any(data.hasFormat(media_type) for media_type in _ENCODED)


def _is_text(data: QMimeData) -> bool:
    """Whether the words are meant: a table's cells come as a picture too, a picture's address not.

    A browser gives the address of a picture along with it.
    """
    words = data.text().strip() if data.hasText() else ""
    address = len(words.split()) == 1 and words.lower().startswith(("http:", "https:", "file:"))
    return bool(words) and not address
