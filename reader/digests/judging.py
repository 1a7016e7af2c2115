"""Judges the values of entries, whatever format they came in; a source is not trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reader.model import Entry
from reader.words import joined, say

_FIRST_YEAR = 1450
_LONGEST_NAME = 300


def judged(entries: Iterable[Entry], today: date) -> tuple[Entry, ...]:
    """The entries numbered from 1, without values that cannot be; their doubt says what went."""
    return tuple(_judged(entry, number, today) for number, entry in enumerate(entries, start=1))


def _judged(entry: Entry, position: int, today: date) -> Entry:
    changes: dict[str, object] = {}
    doubts = [entry.doubt]
    if entry.position != position:
        changes["position"] = position
    if entry.year is not None and not _FIRST_YEAR <= entry.year <= today.year + 2:
        changes["year"] = None
        doubts.append(say("year {} cannot be").format(entry.year))
    if any(len(name) > _LONGEST_NAME for name in entry.authors):
        changes["authors"] = tuple(name for name in entry.authors if len(name) <= _LONGEST_NAME)
        doubts.append(say("an author's name is too long to be one"))
    if not changes:
        return entry
    return replace(entry, **changes, doubt=joined(", ", filter(None, doubts)))  # type: ignore[arg-type]
