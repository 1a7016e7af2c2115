"""How lines of Markdown go on: lists and quotes. Only computes with text; knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_PREFIX = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ ]?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<box>\[[ xX]\](?:[ ]+|$))?)?"
)
_LAST_QUOTE = re.compile(r">[ ]?$")
_HIGHEST = 999_999_999
_TAB = 4


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before the text of a line: quote signs, indentation, and a list's marker."""

    quote: str
    indent: str
    marker: str = ""
    gap: str = ""
    box: str = ""

    def __str__(self) -> str:
        return self.quote + self.indent + self.marker + self.gap + self.box

    @property
    def depth(self) -> int:
        """The columns of indentation."""
        return len(self.indent.expandtabs(_TAB))

    @property
    def inside(self) -> int:
        """The column at which the text of an item begins, and so what belongs to it."""
        return self.depth + len(self.marker) + min(len(self.gap.expandtabs(_TAB)), _TAB)

    @property
    def number(self) -> int | None:
        """The number of an item of a numbered list."""
        return int(self.marker[:-1]) if self.marker[:-1] else None

    def numbered(self, number: int) -> Prefix:
        """The same with another number."""
        return replace(self, marker=f"{min(number, _HIGHEST)}{self.marker[-1]}")

    def at(self, depth: int) -> Prefix:
        """The same at another depth."""
        return replace(self, indent=" " * max(depth, 0))

    def next(self) -> Prefix:
        """That of the item after this one, with its box unchecked."""
        if not self.marker:
            return self
        after = self if self.number is None else self.numbered(self.number + 1)
        gap = self.gap if len(self.gap) <= _TAB else " "
        return replace(after, gap=gap, box="[ ] " if self.box else "")


def prefix_of(line: str) -> Prefix:
    """The prefix of a line; an empty one where there is none."""
    match = _PREFIX.match(line)
    assert match is not None  # every part may be empty
    if not match["marker"]:
        return Prefix(match["quote"], match["indent"])
    return Prefix(*(match[name] or "" for name in ("quote", "indent", "marker", "gap", "box")))


def is_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return bool(prefix_of(line).marker)


def continued(line: str) -> str:
    """How the line after this one begins; empty where neither a list nor a quote goes on."""
    prefix = prefix_of(line)
    return str(prefix.next()) if prefix.marker else prefix.quote


def is_empty_item(line: str) -> bool:
    """Whether a line is an item or a quote with nothing in it yet."""
    prefix = prefix_of(line)
    return bool(prefix.marker or prefix.quote) and not line[len(str(prefix)) :].strip()


def ended(line: str, before: Sequence[str]) -> str:
    """What an empty item becomes on Enter: the next of the list around it, or nothing."""
    prefix = prefix_of(line)
    if not prefix.marker:
        outer = _LAST_QUOTE.sub("", prefix.quote)
        return outer if ">" in outer else ""
    around = _around(prefix, before)
    return str(around.next()) if around is not None else prefix.quote


def indented(lines: Sequence[str], before: Sequence[str]) -> list[str] | None:
    """The lines, of which the first is an item, moved below the item before; None if they are."""
    prefix = prefix_of(lines[0])
    above = next((p for p in _items(prefix, before) if p.depth <= prefix.depth), None)
    if above is None or above.inside <= prefix.depth:
        return None
    return _moved(lines, above.inside - prefix.depth, before)


def outdented(lines: Sequence[str], before: Sequence[str]) -> list[str] | None:
    """The lines, of which the first is an item, moved out by one list; None if in none."""
    prefix = prefix_of(lines[0])
    if not prefix.depth:
        return None
    around = _around(prefix, before)
    return _moved(lines, (around.depth if around else 0) - prefix.depth, before)


def renumbered(before: Prefix, number: int, after: Sequence[str]) -> list[tuple[int, str]]:
    """How the items of a numbered list after one go on from a number: (which line, the line).

    Only those that were numbered one after another: who writes 1. 1. 1. goes on so.
    """
    changed: list[tuple[int, str]] = []
    was, blank = None, False
    for at, line in enumerate(after):
        found = prefix_of(line)
        if found.quote.count(">") != before.quote.count(">"):
            break
        inside = found.depth >= before.inside
        if found.marker and not inside:
            follows = found.number is not None and was in (None, found.number - 1)
            if not follows or found.depth != before.depth or found.marker[-1] != before.marker[-1]:
                break
            was = found.number
            if was == number:
                break
            changed.append((at, str(found.numbered(number)) + line[len(str(found)) :]))
            number += 1
        elif line.strip() and not inside and blank:
            break
        blank = not line[len(found.quote) :].strip()
    return changed


def _moved(lines: Sequence[str], by: int, before: Sequence[str]) -> list[str]:
    moved = []
    for line in lines:
        prefix = prefix_of(line)
        rest = line[len(str(prefix)) :]
        moved.append(str(prefix.at(prefix.depth + by)) + rest if line.strip() else line)
    first = prefix_of(moved[0])
    if first.number is not None:
        sibling = next((p for p in _items(first, before) if p.depth <= first.depth), None)
        follows = sibling is not None and sibling.depth == first.depth
        number = (sibling.number or 0) + 1 if sibling is not None and follows else 1
        moved[0] = str(first.numbered(number)) + moved[0][len(str(first)) :]
    return moved


def _around(prefix: Prefix, before: Sequence[str]) -> Prefix | None:
    """The item of the list around one, if it is in one."""
    return next((p for p in _items(prefix, before) if p.depth < prefix.depth), None)


def _items(prefix: Prefix, before: Sequence[str]) -> list[Prefix]:
    """The items before one, the nearest first, as far as its list goes back."""
    items = []
    for line in reversed(before):
        found = prefix_of(line)
        if found.quote.count(">") != prefix.quote.count(">"):
            break
        if found.marker:
            items.append(found)
        elif line.strip() and not found.depth:
            break
    return items
