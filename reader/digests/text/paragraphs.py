"""Cuts copied text into paragraphs, whatever a mail client or an editor did to its lines.

Quote marks go. Where lines were wrapped at a width they are joined again; where they were not, each
line is a paragraph of its own, blank lines between them or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_HANGING = re.compile(r"[^\W\d_]-$")
_JOINED_AFTER_HYPHEN = re.compile(r"(?!(?:and|or|to|nor)\b)[a-z]")

WIDEST_WRAPPING = 130
"""Nobody wraps wider than this; longer lines are paragraphs as they are."""

_MOSTLY = 0.5
_STRICTLY = 0.85


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines of a text that belong together. ``line`` is the number of the first, from 1."""

    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The paragraph on one line."""
        return _joined(self.lines)

    @property
    def last(self) -> int:
        """The number of the last line."""
        return self.line + len(self.lines) - 1


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order; blank ones are left out."""
    blocks = _blocks(_unquoted(text.split("\n")))
    fullness = _Wrapping.of(blocks)
    if fullness.share < _MOSTLY:
        return [
            Paragraph((line,), block.line + number)
            for block in blocks
            for number, line in enumerate(block.lines)
        ]
    if fullness.share < _STRICTLY:
        return blocks
    return [piece for block in blocks for piece in _split(block, fullness.width)]


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without the ``>`` of a forwarded mail, when most lines have one."""
    written = [line for line in lines if line.strip()]
    quoted = sum(line.lstrip().startswith(">") for line in written)
    if written and quoted >= 0.6 * len(written):
        lines = [_QUOTE.sub("", line) for line in lines]
    return [line.strip() for line in lines]


def _blocks(lines: list[str]) -> list[Paragraph]:
    """Runs of lines between blank lines."""
    blocks: list[Paragraph] = []
    run: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line:
            run.append(line)
        elif run:
            blocks.append(Paragraph(tuple(run), number - len(run)))
            run = []
    return blocks


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How far the lines of a text look as if they had been broken at a width."""

    width: int
    share: float

    @staticmethod
    def of(blocks: list[Paragraph]) -> _Wrapping:
        several = [block.lines for block in blocks if len(block.lines) > 1]
        broken = sorted(len(line) for lines in several for line in lines[:-1])
        if not broken:
            return _Wrapping(0, 1.0)
        width = broken[int(0.95 * (len(broken) - 1))]
        if width > WIDEST_WRAPPING:
            return _Wrapping(width, 0.0)
        full = sum(
            _full(line, after, width) for lines in several for line, after in pairwise(lines)
        )
        too_long = sum(len(lines[-1]) > width + 8 and " " in lines[-1] for lines in several)
        return _Wrapping(width, max(0.0, full - too_long) / len(broken))


def _full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room on this line."""
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width


def _split(block: Paragraph, width: int) -> list[Paragraph]:
    """Ends a paragraph after each line that had room left, if a sentence can begin after it."""
    pieces: list[Paragraph] = []
    start = 0
    for number, (line, after) in enumerate(pairwise(block.lines), start=1):
        if not _full(line, after, width) and not after[0].islower():
            pieces.append(Paragraph(block.lines[start:number], block.line + start))
            start = number
    return [*pieces, Paragraph(block.lines[start:], block.line + start)]


def _joined(lines: tuple[str, ...]) -> str:
    """Lines as one; a word that was broken after its hyphen is whole again."""
    if len(lines) == 1:
        return lines[0]
    parts: list[str] = []
    for line, after in pairwise(lines):
        together = _HANGING.search(line) and _JOINED_AFTER_HYPHEN.match(after)
        parts += [line, "" if together else " "]
    return "".join([*parts, lines[-1]])
