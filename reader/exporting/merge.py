"""Merges two changed versions of a text by lines. Touches nothing, only processes text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.exporting.base import Resolve

Lines = Sequence[str]
_MOST_PAIRS = 4_000_000
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Lines that both sides changed differently. ``line`` counts from 0 in the base.

    ``before`` and ``after`` are the lines of the base around it, a few at most.
    """

    line: int
    base: str
    theirs: str
    ours: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a text could not be merged. ``places`` is never empty."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Base lines ``start`` to ``end`` became ``new_start`` to ``new_end`` of one side."""

    start: int
    end: int
    new_start: int
    new_end: int

    def touches(self, start: int, end: int) -> bool:
        """Whether the hunk and the region share a line, or an insertion lies on the other's edge.

        Two insertions at one point have no right order, hence the care at the edges.
        """
        if self.start == self.end or start == end:
            return self.start <= end and start <= self.end
        return self.start < end and start < self.end


@dataclass(slots=True)
class _Region:
    """A stretch of the base with the hunks of both sides that touch each other there."""

    start: int
    end: int
    theirs: list[_Hunk]
    ours: list[_Hunk]


def merge(
    base: str,
    theirs: str,
    ours: str,
    *,
    resolve: Resolve = Resolve.REPORT,
    choices: Sequence[Resolve] = (),
) -> str | Conflict:
    """The base with the changes of both sides, or the places where they contradict each other.

    Lines end with ``\\n``. With OURS, THEIRS or BOTH that wins the contradictory places, and the
    answer is always text. ``choices`` decides the places one by one, in order; what is left goes
    by ``resolve``.
    """
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    return _merge_lines(base.split("\n"), theirs.split("\n"), ours.split("\n"), resolve, choices)


def where_now(before: Lines, after: Lines, line: int) -> int | None:
    """Where a line of a text is in an edited version of it, None when it was changed itself."""
    moved = 0
    for hunk in _hunks(before, after):
        if hunk.start <= line < hunk.end:
            return None
        if hunk.end <= line:
            moved += (hunk.new_end - hunk.new_start) - (hunk.end - hunk.start)
    return line + moved


def both(theirs: Lines, ours: Lines) -> list[str]:
    """The lines of both, ours first; what both begin or end with is there once."""
    head = _common(theirs, ours)
    tail = _common(theirs[head:][::-1], ours[head:][::-1])
    return [
        *ours[: len(ours) - tail],
        *theirs[head : len(theirs) - tail],
        *ours[len(ours) - tail :],
    ]


def _merge_lines(
    base: Lines, theirs: Lines, ours: Lines, resolve: Resolve, choices: Sequence[Resolve]
) -> str | Conflict:
    waiting = iter(choices)
    merged: list[str] = []
    places: list[Place] = []
    done = 0
    for region in _regions(_hunks(base, theirs), _hunks(base, ours)):
        merged += base[done : region.start]
        before = base[region.start : region.end]
        their_lines = _version(base, theirs, region, region.theirs)
        our_lines = _version(base, ours, region, region.ours)
        chosen = _undisputed(before, their_lines, our_lines)
        if chosen is None:
            chosen = _choose(their_lines, our_lines, next(waiting, resolve))
        if chosen is None:
            was, there, here = ("\n".join(lines) for lines in (before, their_lines, our_lines))
            above = tuple(base[max(0, region.start - _AROUND) : region.start])
            below = tuple(base[region.end : region.end + _AROUND])
            places.append(Place(region.start, was, there, here, above, below))
        merged += chosen or []
        done = region.end
    return Conflict(tuple(places)) if places else "\n".join([*merged, *base[done:]])


def _undisputed(base: Lines, theirs: Lines, ours: Lines) -> Lines | None:
    """What counts in one region, None when both sides changed it differently."""
    if base == theirs:
        return ours
    return theirs if base == ours or theirs == ours else None


def _choose(theirs: Lines, ours: Lines, resolve: Resolve) -> Lines | None:
    """What a decision makes of a region, None when there is none."""
    match resolve:
        case Resolve.OURS:
            return ours
        case Resolve.THEIRS:
            return theirs
        case Resolve.BOTH:
            return both(theirs, ours)
    return None


def _hunks(before: Lines, after: Lines) -> list[_Hunk]:
    """What changed, after the equal lines at both ends are set aside (they are most of a file)."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if _pairs(old, new) > _MOST_PAIRS:
        return [_Hunk(head, head + len(old), head, head + len(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        _Hunk(start + head, end + head, new_start + head, new_end + head)
        for kind, start, end, new_start, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _pairs(old: Lines, new: Lines) -> int:
    """How many pairs of equal lines there are: what finding the best ones costs.

    Past a few million (a file of nothing but line ends) it would take minutes.
    """
    counts = Counter(old)
    return sum(counts[line] * number for line, number in Counter(new).items())


def _common(one: Lines, other: Lines) -> int:
    """How many lines both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _regions(theirs: list[_Hunk], ours: list[_Hunk]) -> Iterator[_Region]:
    """Hunks that touch one of the other side, gathered; in the order of the base."""
    region: _Region | None = None
    marked = [(hunk, False) for hunk in theirs] + [(hunk, True) for hunk in ours]
    for hunk, is_ours in sorted(marked, key=lambda pair: (pair[0].start, pair[0].end)):
        if region is None or not hunk.touches(region.start, region.end):
            if region is not None:
                yield region
            region = _Region(hunk.start, hunk.end, [], [])
        (region.ours if is_ours else region.theirs).append(hunk)
        region.end = max(region.end, hunk.end)
    if region is not None:
        yield region


def _version(base: Lines, side: Lines, region: _Region, hunks: list[_Hunk]) -> list[str]:
    """The lines that one side has in a region."""
    lines: list[str] = []
    done = region.start
    for hunk in hunks:
        lines += [*base[done : hunk.start], *side[hunk.new_start : hunk.new_end]]
        done = hunk.end
    return lines + list(base[done : region.end])
