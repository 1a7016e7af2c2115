"""To-dos in notes: items of lists with a box, ``- [ ] read on``. Only judges text.

Quotes and other lists may be around an item, however deep; what is in a fence of code is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.operations.note_links import fenced

_MARKER = r"(?:[-*+]|\d{1,9}[.)])[ \t]+"
_ITEM = rf"(?P<head>[ \t>]*(?:{_MARKER})+)\[(?P<box>[ xX])\](?=[ \t]|$)"
_BOXED = re.compile(_ITEM)
_OPEN = re.compile(rf"^[ \t>]*(?:{_MARKER})+\[ \][ \t]+(?P<text>[^\s][^\n]*)$", re.MULTILINE)
_HEAD = re.compile(rf"[ \t>]*(?:{_MARKER})*")
_ENDS_WITH_MARKER = re.compile(rf"{_MARKER}$")


def open_todos(text: str) -> list[tuple[int, str]]:
    """The items that are still to do: the line of each, from 0, and what is to be done."""
    if "[ ]" not in text:
        return []
    return list(_open_todos(text))


def _open_todos(text: str) -> Iterator[tuple[int, str]]:
    code = fenced(text)
    line, counted = 0, 0
    for match in _OPEN.finditer(text):
        while code and code[0][1] <= match.start():
            del code[0]
        if code and code[0][0] <= match.start():
            continue
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield line, match["text"].rstrip()


def is_done(line: str) -> bool | None:
    """Whether the box of a line is checked; None where the line has none."""
    match = _BOXED.match(line)
    return None if match is None else match["box"] != " "


def ticked(line: str, done: bool) -> str:
    """The line with its box checked or not; one without a box as it is."""
    match = _BOXED.match(line)
    if match is None:
        return line
    at = match.start("box")
    return f"{line[:at]}{'x' if done else ' '}{line[at + 1 :]}"


def boxed(line: str) -> str:
    """The line as something to do: an item of a list with an open box; an empty one as it is."""
    head = _HEAD.match(line)
    assert head is not None  # every part may be empty
    is_item, rest = _ENDS_WITH_MARKER.search(head[0]), line[head.end() :]
    if is_done(line) is not None or not (is_item or rest.strip()):
        return line
    return f"{head[0]}{'' if is_item else '- '}[ ] {rest}"


def turned(lines: list[str]) -> list[str]:
    """The lines with their boxes turned over: all checked, or where they all were, none.

    Where no line has a box, each that has words gets one.
    """
    boxes = [box for line in lines if (box := is_done(line)) is not None]
    if not boxes:
        return [boxed(line) for line in lines]
    return [ticked(line, not all(boxes)) for line in lines]
