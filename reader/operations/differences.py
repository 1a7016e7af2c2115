"""How one text became another, line by line and word by word. Only judges texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LONGEST_LINE = 2_000
"""In longer lines words are not compared, and no more of them is given."""

MOST_LINES = 3_000
"""Of longer stretches that changed all lines count as replaced: comparing them takes seconds."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
# Lines with less in common are not the same line changed.
_ALIKE = 0.4


class Sign(StrEnum):
    """What became of a line. SKIPPED stands for lines that stayed; its text is their number."""

    SAME = " "
    ADDED = "+"
    REMOVED = "−"
    SKIPPED = "⋯"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its sign. ``places`` are the words that the line at its side has not."""

    sign: Sign
    text: str
    places: tuple[tuple[int, int], ...] = ()


def differences(before: str, after: str, *, around: int | None = 2) -> list[Line]:
    """The lines of both texts; of those that stayed only ``around`` next to changed ones, or all.

    No line is longer than LONGEST_LINE.
    """
    lines = list(_lines(before.split("\n"), after.split("\n")))
    return lines if around is None else list(_folded(lines, around))


def counted(before: str, after: str) -> tuple[int, int]:
    """How many lines came and how many went."""
    signs = [line.sign for line in differences(before, after, around=0)]
    return signs.count(Sign.ADDED), signs.count(Sign.REMOVED)


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    # An empty text has no line, not an empty one.
    before, after = ([] if list(one) == [""] else one for one in (before, after))
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    yield from (_line(Sign.SAME, text) for text in after[:start])
    if len(old) > MOST_LINES or len(new) > MOST_LINES:
        yield from (_line(Sign.REMOVED, text) for text in old)
        yield from (_line(Sign.ADDED, text) for text in new)
    else:
        for kind, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
            if kind == "equal":
                yield from (_line(Sign.SAME, text) for text in new[c:d])
            else:
                yield from _replaced(old[a:b], new[c:d])
    yield from (_line(Sign.SAME, text) for text in after[len(after) - end :])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Lines that went and that came; those at the same place side by side if they are alike."""
    compared = [_words(a, b) for a, b in zip(old, new, strict=False)]
    paired = [one for one in compared if one is not None]
    if len(paired) == len(compared) == len(old) == len(new):
        for gone, come in paired:
            yield from (gone, come)
        return
    sides = [one or (None, None) for one in compared]
    for at, text in enumerate(old):
        yield (sides[at][0] if at < len(sides) else None) or _line(Sign.REMOVED, text)
    for at, text in enumerate(new):
        yield (sides[at][1] if at < len(sides) else None) or _line(Sign.ADDED, text)


def _words(old: str, new: str) -> tuple[Line, Line] | None:
    """A line before and after, with the words that differ; None if it is another line."""
    if len(old) > LONGEST_LINE or len(new) > LONGEST_LINE:
        return None
    words, others = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return None
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    gone = _places(words, [(a, b) for _, a, b, _, _ in changes])
    come = _places(others, [(c, d) for _, _, _, c, d in changes])
    return Line(Sign.REMOVED, old, gone), Line(Sign.ADDED, new, come)


def _places(words: Sequence[str], ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Where ranges of words are in their line."""
    at, starts = 0, [0]
    for word in words:
        at += len(word)
        starts.append(at)
    return tuple((starts[a], starts[b]) for a, b in ranges if a < b)


def _line(sign: Sign, text: str) -> Line:
    return Line(sign, text if len(text) <= LONGEST_LINE else text[:LONGEST_LINE] + "…")


def _folded(lines: Sequence[Line], around: int) -> Iterator[Line]:
    """The lines, with those far from any change counted instead."""
    near = bytearray(len(lines))
    for at, line in enumerate(lines):
        if line.sign is not Sign.SAME:
            near[max(0, at - around) : at + around + 1] = b"\1" * (
                min(len(lines), at + around + 1) - max(0, at - around)
            )
    skipped = 0
    for line, kept in zip(lines, near, strict=True):
        if not kept:
            skipped += 1
            continue
        if skipped:
            yield Line(Sign.SKIPPED, str(skipped))
            skipped = 0
        yield line
    if skipped:
        yield Line(Sign.SKIPPED, str(skipped))
