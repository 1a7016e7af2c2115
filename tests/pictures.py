"""Small pictures that are made here: real ones, as far as anything reads them."""

from __future__ import annotations

import struct
import zlib


def png(seed: int = 0, width: int = 3, height: int = 2) -> bytes:
    """A PNG; another seed is another picture."""
    colour = bytes((seed % 256, seed // 256 % 256, 90))
    rows = (b"\0" + colour * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


GIF = (
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0"
    b",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0 the rest is not read here"
WEBP = b"RIFF\x1a\0\0\0WEBPVP8L the rest is not read here"
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
