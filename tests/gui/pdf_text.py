"""Reads the text of a PDF as Qt writes it, by the tables that other programs copy it by."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_RANGE = re.compile(rb"<(\w+)> <(\w+)> (\[[^\]]*\]|<\w+>)")
_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|([-\d.]+) ([-\d.]+) Td|<([0-9A-Fa-f]+)> Tj")


def pdf_text(file: Path) -> str:
    """The letters in the order in which they are drawn; other lines begin with a line end."""
    data = file.read_bytes()
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    letters = {
        number: _letters(objects[int(found[1])])
        for number, body in objects.items()
        if (found := re.search(rb"/ToUnicode (\d+) 0 R", body))
    }
    return "".join(_text(content, letters) for content in map(_content, objects.values()))


def _content(body: bytes) -> bytes:
    found = _STREAM.search(body)
    if found is None or b"FlateDecode" not in body:
        return b""
    return zlib.decompressobj().decompress(found[1])


def _letters(table: bytes) -> dict[int, str]:
    """What the forms of a font mean."""
    meant: dict[int, str] = {}
    for first, last, values in _RANGE.findall(table):
        codes = [int(value, 16) for value in re.findall(rb"<(\w+)>", values)]
        for at, form in enumerate(range(int(first, 16), int(last, 16) + 1)):
            meant[form] = chr(codes[at] if at < len(codes) else codes[0] + at)
    return meant


def _text(content: bytes, letters: dict[int, dict[int, str]]) -> str:
    said, font, y, line = "", 0, 0.0, None
    for name, _, down, forms in _SHOWN.findall(content):
        if name:
            font, y = int(name), 0.0
        elif forms:
            # A line goes on where another piece of it is begun at the same height.
            said += "" if y == line else "\n"
            line = y
            codes = [int(forms[at : at + 4], 16) for at in range(0, len(forms), 4)]
            said += "".join(letters[font].get(code, "\ufffd") for code in codes)
        else:
            y += float(down)
    return said
