"""Brings a new rendering into a file as the person has left it: front matter and body.

Does not touch files, only processes text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.exporting import front_matter
from reader.exporting.base import Resolve
from reader.exporting.escaping import verbatim
from reader.exporting.front_matter import ConflictError, MalformedError, Parts, split
from reader.exporting.merge import Conflict, merge
from reader.exporting.note_section import (
    NoSectionError,
    heading_now,
    note_at,
    outside_code,
)

_HEADING = re.compile(r"## +\S")
_CALLOUT = re.compile(r"> ?\[![^\]]+\]")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A place of a file that the person and the library both changed, differently.

    ``key`` is that of the front matter, empty for lines of the body: those have ``line``, counted
    from 1 in the body that was last written, and what stands around them there.
    """

    key: str
    line: int
    base: str
    theirs: str
    ours: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def bring(
    base: str | None,
    theirs: str,
    ours: str,
    resolve: Resolve,
    choices: Sequence[Resolve] = (),
) -> str | None:
    """The text that the file should have now, None when that is a conflict.

    Without a base the file is the person's: what it lacks is added and nothing is replaced.
    ``choices`` decides what ``contradictions`` finds, one by one.
    """
    if ours in (base, theirs):
        return theirs
    try:
        if base is None:
            return _add_missing(split(theirs), split(ours))
        return _merge(split(base), split(theirs), split(ours), resolve, choices)
    except (MalformedError, ConflictError):
        return None


def contradictions(base: str, theirs: str, ours: str) -> tuple[Contradiction, ...]:
    """The places that somebody must decide. Raises MalformedError."""
    before, now, new = split(base), split(theirs), split(ours)
    keys = front_matter.contradictions(before.front or "", now.front or "", new.front or "")
    found = [Contradiction(key, 0, *sides) for key, sides in keys.items()]
    body = merge(before.body, now.body, new.body)
    for place in body.places if isinstance(body, Conflict) else ():
        found.append(
            Contradiction(
                "",
                place.line + 1,
                place.base,
                place.theirs,
                place.ours,
                place.before,
                place.after,
            )
        )
    return tuple(found)


def lost_text(base: str, theirs: str, now: str) -> str:
    """What a file said, if a line of the person's is no longer in it; else empty.

    That is its note; or its whole body, where the line was elsewhere or nobody can tell.
    """
    before, body, after = (split(text).body for text in (base, theirs, now))
    lost = set(body.split("\n")) - set(before.split("\n")) - set(after.split("\n"))
    if not lost:
        return ""
    try:
        note = note_at(body, heading_now(before, body))
    except NoSectionError:
        note = ""
    return note if lost <= set(note.split("\n")) else verbatim(body)


def _merge(
    base: Parts, theirs: Parts, ours: Parts, resolve: Resolve, choices: Sequence[Resolve]
) -> str | None:
    fronts = (base.front or "", theirs.front or "", ours.front or "")
    keys = front_matter.contradictions(*fronts) if choices else {}
    chosen = dict(zip(keys, choices, strict=False))
    front = front_matter.merge(*fronts, resolve, chosen)
    body = merge(base.body, theirs.body, ours.body, resolve=resolve, choices=choices[len(keys) :])
    return None if isinstance(body, Conflict) else _with(theirs, front, body)


def _add_missing(theirs: Parts, ours: Parts) -> str:
    front = front_matter.add_missing(theirs.front or "", ours.front or "")
    return _with(theirs, front, _add_sections(theirs.body, ours.body))


def _with(parts: Parts, front: str, body: str) -> str:
    """The file with new contents. No fences are put where there is nothing to put between them."""
    return replace(
        parts, front=None if parts.front is None and not front else front, body=body
    ).join()


def _add_sections(theirs: str, ours: str) -> str:
    """The body with those sections of ours whose beginning it does not have anywhere."""
    lead, *sections = _sections(ours)
    lines = {_name(line) for line in theirs.split("\n")}
    missing = [section for section in sections if _name(section[0]) not in lines]
    first = next((line for line in lead if line.strip()), None)
    if first is not None and _name(first) not in lines:
        theirs = "\n".join(lead).strip("\n") + "\n\n" + theirs
    for section in missing:
        theirs = theirs.rstrip("\n") + "\n\n" + "\n".join(section).strip("\n") + "\n"
    return theirs


def _name(line: str) -> str:
    """What a section is known by: its heading, or the kind of its callout whatever its title."""
    callout = _CALLOUT.match(line)
    return (callout.group() if callout else line).strip().casefold()


def _sections(body: str) -> Iterator[list[str]]:
    """The lines before the first heading of second level, then those from each such heading on."""
    lines = body.split("\n")
    starts = [number for number, line in outside_code(lines) if _HEADING.match(line)]
    for start, end in pairwise([0, *starts, len(lines)]):
        yield lines[start:end]
