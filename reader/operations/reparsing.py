"""Reads a digest of the library again with a better parser: first a plan, then one transaction.

What the person did stays: fields they edited, papers they touched, entries they left out.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from reader.digests.identity import title_key
from reader.model import (
    Digest,
    Entry,
    FieldChange,
    ReparsePlan,
    Reread,
    no_progress,
)
from reader.operations import importing
from reader.store import (
    Database,
    adding,
    deleting,
    digests,
    marks,
    rereading,
    sightings,
)
from reader.store.sightings import Stored

_SHOWN = ("title", "authors", "year", "venue", "abstract", "identifiers", "links", "marks")
Pair = tuple[Stored, Entry]


def plan(database: Database, digest_id: int, parsed: Digest) -> ReparsePlan:
    """What ``parsed``, the digest read again, would change. A read-only operation."""
    stored = sightings.of_digest(database, digest_id)
    pairs, gone, new = _matched(stored, parsed.entries)
    # What a title alone does not prove among digests it does within one.
    passed_over = digests.left_out(database, digest_id)
    passed_over |= {paper.title_key for paper in deleting.deleted(database)}
    changed = tuple(
        Reread(before.paper_id, entry, changes)
        for before, entry in pairs
        if (changes := tuple(_changes(before, entry)))
    )
    return ReparsePlan(
        digest=digests.get(database, digest_id),
        parsed=parsed,
        changed=changed,
        new=tuple(entry for entry in new if entry.title_key not in passed_over),
        gone=tuple(map(sightings.as_digest_entry, gone)),
        unchanged=len(pairs) - len(changed),
    )


def carry_out(database: Database, digest_id: int, parsed: Digest, now: datetime) -> ReparsePlan:
    """Does what ``plan`` says, as the library is now. Inside a transaction."""
    doing = plan(database, digest_id, parsed)
    pairs, gone, _ = _matched(sightings.of_digest(database, digest_id), parsed.entries)
    sightings.remove(database, gone)
    sightings.replace(database, pairs, digest_id)
    digests.set_parsed(database, digest_id, parsed)
    changed = [(before, entry) for before, entry in pairs if any(_changes(before, entry))]
    said = _said_of_papers(pairs)
    for paper_id in dict.fromkeys(before.paper_id for before, _ in changed):
        rereading.replace_fields(database, paper_id, said[paper_id], digest_id)
    for before, _ in changed:
        sightings.take_names(database, before)
    adding.fill_empty_fields(database, [(b.paper_id, e) for b, e in changed], digest_id)
    marked = [(b.paper_id, e.marks) for b, e in changed if _marks_differ(b, e)]
    marks.add_marks(database, marked, now)
    importing.bring(
        database, importing.plan_entries(database, parsed, doing.new), digest_id, now, no_progress
    )
    still_named = {before.paper_id for before, _ in pairs}
    unnamed = {before.paper_id for before in gone} - still_named
    deleting.delete_untouched(database, digest_id, unnamed)
    return doing


def _matched(
    stored: Sequence[Stored], entries: Sequence[Entry]
) -> tuple[list[Pair], list[Stored], list[Entry]]:
    """Which entry of before is which of now; then those only of before, and those only of now.

    The bytes are the same, so an entry that begins at the same line is the same, whatever else a
    better parser sees in it; identifier and title come first, for a parser may count otherwise.
    """
    before, now = list(stored), list(entries)
    pairs: list[Pair] = []
    for names_before, names_now in _WAYS:
        waiting: dict[Hashable, deque[Stored]] = defaultdict(deque)
        for one in before:
            for name in names_before(one):
                waiting[name].append(one)
        taken: set[int] = set()
        rest: list[Entry] = []
        for entry in now:
            found = _first_free(waiting, names_now(entry), taken)
            if found is None:
                rest.append(entry)
            else:
                taken.add(found.id)
                pairs.append((found, entry))
        before = [one for one in before if one.id not in taken]
        now = rest
    pairs.sort(key=lambda pair: pair[1].position)
    return pairs, before, now


def _first_free(
    waiting: dict[Hashable, deque[Stored]], names: Iterable[Hashable], taken: set[int]
) -> Stored | None:
    for name in names:
        candidates = waiting.get(name, deque())
        while candidates and candidates[0].id in taken:
            candidates.popleft()
        if candidates:
            return candidates.popleft()
    return None


def _identifiers_before(stored: Stored) -> Iterable[Hashable]:
    return [tuple(name) for name in stored.said.get("identifiers", ())]


def _identifiers_now(entry: Entry) -> Iterable[Hashable]:
    return [(name.scheme, name.value) for name in entry.identifiers]


def _title_before(stored: Stored) -> Iterable[Hashable]:
    return [title_key(stored.said["title"])]


def _title_now(entry: Entry) -> Iterable[Hashable]:
    return [entry.title_key]


def _line(one: Stored | Entry) -> Iterable[Hashable]:
    return [one.line] if one.line else []


_WAYS: tuple[
    tuple[Callable[[Stored], Iterable[Hashable]], Callable[[Entry], Iterable[Hashable]]], ...
] = (
    (_identifiers_before, _identifiers_now),
    (_title_before, _title_now),
    (_line, _line),
)
"""The names by which an entry of before and one of now are the same, the surest first."""


def _said_of_papers(pairs: Sequence[Pair]) -> dict[int, Entry]:
    """What a digest says of each paper: its first entry, and of later ones what that lacks."""
    said: dict[int, Entry] = {}
    for before, entry in pairs:
        first = said.setdefault(before.paper_id, entry)
        lacking = {
            name: getattr(entry, name)
            for name in ("abstract", "authors", "year", "venue")
            if not getattr(first, name)
        }
        if first.title_provisional and not entry.title_provisional:
            lacking |= {"title": entry.title, "title_key": entry.title_key}
            lacking |= {"title_provisional": False}
        said[before.paper_id] = replace(first, **lacking)
    return said


def _marks_differ(before: Stored, entry: Entry) -> bool:
    """Whether marks are to be brought; those that were brought then the person may have undone."""
    return any(change.field == "marks" for change in _changes(before, entry))


def _changes(before: Stored, entry: Entry) -> Iterator[FieldChange]:
    now = sightings.said(entry)
    for field in _SHOWN:
        old, new = before.said.get(field), now.get(field)
        if old != new:
            yield FieldChange(field, _as_text(old), _as_text(new))


def _as_text(value: object) -> str:
    """What was said of a field, for a person."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(":".join(one) if isinstance(one, list) else str(one) for one in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
