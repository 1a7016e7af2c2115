"""A note as blocks for paper: headings, lists, quotations, code. Only processes text.

Enough of Markdown that a printed note reads as it was meant; what stands in a line stays as it was
typed, so nothing is lost and nothing is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_ITEM = re.compile(r"(\s*)([-*+]|\d{1,9}[.)])\s+(.*)")
_QUOTE = re.compile(r"\s{0,3}>\s?(.*)")
_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,}).*")


class Kind(Enum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a note. ``level`` is that of a heading from 1, or of a list from 0.

    ``mark`` stands before an item of a list: ``•`` or ``3.``.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    mark: str = ""


def blocks_of(note: str) -> list[Block]:
    """The blocks of a note, in order. Lines that belong together are joined by a line end."""
    made: list[Block] = []
    for block in _lines(note):
        if block is None:
            made.append(Block(Kind.TEXT))
        elif made and _goes_on(made[-1], block):
            last = made[-1]
            made[-1] = Block(last.kind, f"{last.text}\n{block.text}", last.level, last.mark)
        else:
            made.append(block)
    return [block for block in made if block.text.strip() or block.kind is Kind.RULE]


def _goes_on(last: Block, block: Block) -> bool:
    """Whether a line belongs to the block before: text also to an item that is not ended."""
    if block.kind is Kind.TEXT:
        return bool(last.text) and last.kind in (Kind.TEXT, Kind.ITEM, Kind.QUOTE)
    return block.kind is last.kind and block.kind in (Kind.QUOTE, Kind.CODE)


def _lines(note: str) -> Iterator[Block | None]:
    """Each line as a block of its own; None where an empty line ends one."""
    fence = ""
    for line in note.splitlines():
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
                yield None
            else:
                yield Block(Kind.CODE, line)
        elif found := _FENCE.fullmatch(line):
            fence = found[1]
            yield None
        elif not line.strip():
            yield None
        else:
            yield _line(line)


def _line(line: str) -> Block:
    if found := _HEADING.fullmatch(line):
        return Block(Kind.HEADING, found[2], len(found[1]))
    if _RULE.fullmatch(line):
        return Block(Kind.RULE)
    if found := _ITEM.fullmatch(line):
        mark = "•" if found[2] in "-*+" else found[2]
        depth = len(found[1].expandtabs(4)) // 2
        return Block(Kind.ITEM, found[3], min(depth, 6), mark)
    if found := _QUOTE.fullmatch(line):
        return Block(Kind.QUOTE, found[1])
    return Block(Kind.TEXT, line.strip())
