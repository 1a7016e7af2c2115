"""Makes docs/screens/triage.png, a short animation of the window: `make animation`.

An APNG (https://www.w3.org/TR/png-3/#apng-frame-based-animation): a PNG that moves where a viewer
knows how, and is its first frame elsewhere. After the first, a frame holds only what changed.
"""

from __future__ import annotations

import struct
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.app import make_window, wait_until_idle
from reader.gui.theme import Theme
from reader.gui.window import MainWindow
from reader.library import Library
from scripts.scenes import fill
from scripts.screens import SCREENS

_WINDOW = QSize(1024, 680)
_SMALLEST_FILE = 100
_MOST_USED = 176
_FILE = SCREENS / "triage.png"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# PNG's numbers: fcTL keeps the frame for the next one and lays it over the one before.
_KEEP, _OVER_SOURCE = 0, 0


def scenes(window: MainWindow) -> Iterator[tuple[Callable[[], object], int]]:
    """What is done before each frame, and for how many milliseconds that is shown."""

    def act(name: str) -> Callable[[], object]:
        return window.actions_.by_id[name].trigger

    palette = window.commands.palette
    yield (lambda: None), 1200
    for name in ("paper.next", "paper.toggle-star", "paper.skip", "paper.queue", "paper.skip"):
        yield act(name), 700
    yield act("paper.toggle-read"), 1000
    yield act("history.undo"), 1400
    yield act("palette.open"), 900
    for letters in ("g", "go", "go st"):
        yield partial(palette.field.setText, letters), 350
    yield (lambda: QTest.keyClick(palette.field, Qt.Key.Key_Return)), 1200
    yield act("go.search"), 500
    for letters in ("tra", "transf", "transformer ef", "transformer effic"):
        yield partial(window.list.search.setText, letters), 400
    yield (lambda: None), 1600


def film(library: Library) -> tuple[list[QImage], list[int]]:
    """The frames and how long each is shown, in milliseconds."""
    window = make_window(library, Theme("light"))
    window.resize(_WINDOW)
    window.show()
    wait_until_idle(window)
    frames, times = [], []
    for act, milliseconds in scenes(window):
        act()
        wait_until_idle(window)
        frames.append(window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        times.append(milliseconds)
    window.close()
    return few_colours(frames), times


def few_colours(frames: Sequence[QImage]) -> list[QImage]:
    """The frames in 256 colours, a third of the size: the most used and those least like them."""
    pixels = np.stack([_pixels(frame) for frame in frames])
    colours, which, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    table = list(colours[np.argsort(-counts)[:_MOST_USED]])
    distances = _distances(colours, np.array(table)).min(axis=1)
    while len(table) < 256:
        table.append(colours[distances.argmax()])
        distances = np.minimum(distances, _distances(colours, np.array(table[-1:]))[:, 0])
    nearest = _distances(colours, np.array(table)).argmin(axis=1).astype(np.uint8)
    indexed = nearest[which].reshape(pixels.shape)
    images = []
    for frame in indexed:
        height, width = frame.shape
        image = QImage(frame.tobytes(), width, height, width, QImage.Format.Format_Indexed8).copy()
        image.setColorTable([int(colour) for colour in table])
        images.append(image)
    return images


def _pixels(frame: QImage) -> NDArray[np.uint32]:
    """The colours of a picture, as (height, width)."""
    flat = np.frombuffer(frame.constBits(), np.uint32)
    return flat.reshape(frame.height(), frame.width())


def _distances(these: NDArray[np.uint32], those: NDArray[np.uint32]) -> NDArray[np.int32]:
    """How unlike colours are, as (these, those): the square of their distance."""
    apart = _channels(these)[:, None, :] - _channels(those)[None, :, :]
    squares: NDArray[np.int32] = (apart**2).sum(axis=2, dtype=np.int32)
    return squares


def _channels(colours: NDArray[np.uint32]) -> NDArray[np.int32]:
    """Red, green and blue of colours, as (colours, 3)."""
    return np.stack([(colours >> shift) & 255 for shift in (16, 8, 0)], axis=1).astype(np.int32)


def animated(frames: Sequence[QImage], times: Sequence[int]) -> bytes:
    """The frames as one APNG that plays for ever."""
    first = _parts(frames[0])
    out = [_SIGNATURE, _chunk(b"IHDR", first[b"IHDR"]), _chunk(b"PLTE", first[b"PLTE"])]
    out += [_chunk(b"acTL", struct.pack(">II", len(frames), 0))]
    sequence, before = 0, None
    for frame, milliseconds in zip(frames, times, strict=True):
        area = frame.rect() if before is None else changed(before, frame)
        size_and_place = (area.width(), area.height(), area.x(), area.y())
        control = (sequence, *size_and_place, milliseconds, 1000, _KEEP, _OVER_SOURCE)
        out.append(_chunk(b"fcTL", struct.pack(">IIIIIHHBB", *control)))
        sequence += 1
        if before is None:
            out.append(_chunk(b"IDAT", first[b"IDAT"]))
        else:
            data = struct.pack(">I", sequence) + _parts(frame.copy(area))[b"IDAT"]
            out.append(_chunk(b"fdAT", data))
            sequence += 1
        before = frame
    return b"".join([*out, _chunk(b"IEND", b"")])


def changed(before: QImage, after: QImage) -> QRect:
    """The rectangle outside of which two pictures are alike; a dot where nothing changed."""
    height, line = after.height(), after.bytesPerLine()
    old, new = bytes(before.constBits()), bytes(after.constBits())
    rows = [y for y in range(height) if _row(old, y, line) != _row(new, y, line)]
    if not rows:
        return QRect(0, 0, 1, 1)
    top, bottom = rows[0], rows[-1]
    pairs = [(_row(old, y, line), _row(new, y, line)) for y in rows]
    left = min(next(x for x in range(line) if a[x] != b[x]) for a, b in pairs)
    right = max(next(x for x in range(line - 1, -1, -1) if a[x] != b[x]) for a, b in pairs)
    return QRect(left, top, right - left + 1, bottom - top + 1)


def _row(bits: bytes, y: int, line: int) -> bytes:
    return bits[y * line : (y + 1) * line]


def _parts(picture: QImage) -> dict[bytes, bytes]:
    """The chunks of a picture by their kinds, as Qt writes it as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(_SMALLEST_FILE)
    writer.write(picture)
    data, at = bytes(buffer.data().data()), len(_SIGNATURE)
    parts: dict[bytes, bytes] = {}
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, content = bytes(data[at + 4 : at + 8]), bytes(data[at + 8 : at + 8 + length])
        parts[kind] = parts.get(kind, b"") + content
        at += length + 12
    return parts


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def main() -> None:
    """Films a library in the middle of being used."""
    QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder)) as library:
        fill(library)
        data = animated(*film(library))
    _FILE.write_bytes(data)
    print(f"{_FILE.name}, {len(data) // 1000} kB")


if __name__ == "__main__":
    main()
