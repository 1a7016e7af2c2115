"""Reads a digest of the library again with a better parser: first a plan, then one transaction.

What the person did stays: fields they edited, papers they touched, entries they left out.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.digests.identity import same_work, title_key
from reader.model import (
    Digest,
    Entry,
    FieldChange,
    Identifier,
    Link,
    LinkKind,
    Marks,
    Match,
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
    following,
    marks,
    sightings,
)
from reader.store.sightings import Stored

_SHOWN = ("title", "authors", "year", "venue", "abstract", "identifiers", "links", "marks")
Pair = tuple[Stored, Entry]


@dataclass(frozen=True, slots=True)
class _Matching:
    """Which entry of before is which of now, and those only of before and only of now."""

    pairs: list[Pair]
    gone: list[Stored]
    new: list[Entry]

    @property
    def changed(self) -> list[Pair]:
        """The entries that now say something else."""
        return [pair for pair in self.pairs if any(_changes(*pair))]


def plan(database: Database, digest_id: int, parsed: Digest) -> ReparsePlan:
    """What ``parsed``, the digest read again, would change. A read-only operation."""
    return _told(database, digest_id, parsed, _matching(database, digest_id, parsed))


def _told(database: Database, digest_id: int, parsed: Digest, matching: _Matching) -> ReparsePlan:
    """What a matching means, for a person."""
    changed = tuple(
        Reread(before.paper_id, entry, tuple(_changes(before, entry)))
        for before, entry in matching.changed
    )
    return ReparsePlan(
        digest=digests.get(database, digest_id),
        parsed=parsed,
        changed=changed,
        new=tuple(matching.new),
        gone=tuple(map(sightings.as_digest_entry, matching.gone)),
        unchanged=len(matching.pairs) - len(changed),
    )


def carry_out(database: Database, digest_id: int, parsed: Digest, now: datetime) -> ReparsePlan:
    """Does what ``plan`` says, as the library is now. Inside a transaction."""
    matching = _matching(database, digest_id, parsed)
    doing = _told(database, digest_id, parsed, matching)
    changed, gone = matching.changed, matching.gone
    # First what goes: it may hold an identifier that belongs to what stays.
    named = {before.paper_id for before, _ in matching.pairs}
    deleting.delete_untouched(database, digest_id, {one.paper_id for one in gone} - named)
    sightings.remove(database, gone)
    sightings.replace(database, matching.pairs, digest_id)
    digests.set_parsed(database, digest_id, parsed)
    other = [*(before for before, _ in changed), *gone]
    touched = [key for key in dict.fromkeys(one.paper_id for one in other) if key in named]
    said = {before.id: before.said for before, _ in matching.pairs}
    following.follow(database, touched, digest_id, said, title_key)
    for one in other:
        sightings.take_names(database, one)
    adding.fill_empty_fields(database, [(b.paper_id, e) for b, e in changed], digest_id)
    marks.add_marks(database, [(b.paper_id, _new_marks(b, e)) for b, e in changed], now)
    new = importing.plan_entries(database, parsed, matching.new)
    importing.bring(database, new, digest_id, now, no_progress)
    return doing


def _matching(database: Database, digest_id: int, parsed: Digest) -> _Matching:
    """Matches what is stored of a digest with what is read of it now.

    What the person left out or deleted is not new.
    """
    matching = _told_apart(_matched(sightings.of_digest(database, digest_id), parsed.entries))
    left_out = digests.left_out(database, digest_id)
    keys, lines = {key for key, _ in left_out}, {line for _, line in left_out if line}
    wanted = [e for e in matching.new if e.title_key not in keys and e.line not in lines]
    rows = importing.plan_entries(database, parsed, wanted).rows
    new = [row.entry for row in rows if row.match is not Match.DELETED]
    return replace(matching, new=new)


def _matched(stored: Sequence[Stored], entries: Sequence[Entry]) -> _Matching:
    """The bytes are the same, so what agrees in two of title, identifier and line is the same.

    One of them will do where nothing agrees in more: a better parser reads titles and identifiers
    otherwise, and may count lines otherwise.
    """
    before, now = [(one, _of_stored(one)) for one in stored], list(entries)
    pairs: list[Pair] = []
    for way in _WAYS:
        waiting: dict[Hashable, deque[Stored]] = defaultdict(deque)
        for one, known in before:
            for name in way(known):
                waiting[name].append(one)
        taken: set[int] = set()
        rest: list[Entry] = []
        for entry in now:
            found = _first_free(waiting, way(entry), taken)
            if found is None:
                rest.append(entry)
            else:
                taken.add(found.id)
                pairs.append((found, entry))
        before = [(one, known) for one, known in before if one.id not in taken]
        now = rest
    pairs.sort(key=lambda pair: pair[1].position)
    return _Matching(pairs, [one for one, _ in before], now)


def _told_apart(matching: _Matching) -> _Matching:
    """Entries that were wrongly one paper and now are not: all but the first are new.

    Those that the person merged were never one for the parser, and stay together.
    """
    first: dict[int, Pair] = {}
    kept: list[Pair] = []
    gone, new = list(matching.gone), list(matching.new)
    for pair in matching.pairs:
        other = first.setdefault(pair[0].paper_id, pair)
        were = other is pair or same_work(_of_stored(other[0]), _of_stored(pair[0]))
        if were and other is not pair and not same_work(other[1], pair[1]):
            gone.append(pair[0])
            new.append(pair[1])
        else:
            kept.append(pair)
    return _Matching(kept, gone, sorted(new, key=lambda entry: entry.position))


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


@dataclass(frozen=True, slots=True)
class _Named:
    """What is known of a stored entry for telling whether another one is the same."""

    title_key: str
    identifiers: tuple[Identifier, ...]
    line: int
    year: int | None
    authors: tuple[str, ...]
    links: tuple[Link, ...]


def _of_stored(stored: Stored) -> _Named:
    said = stored.said
    return _Named(
        title_key=title_key(said["title"]),
        identifiers=tuple(Identifier(*name) for name in said.get("identifiers", ())),
        line=stored.line,
        year=said.get("year"),
        authors=tuple(said.get("authors", ())),
        links=tuple(Link(LinkKind(kind), url) for kind, url in said.get("links", ())),
    )


_Names = Iterable[Hashable]


def _title_and_identifier(one: _Named | Entry) -> _Names:
    return [(one.title_key, name) for name in one.identifiers]


def _title_and_line(one: _Named | Entry) -> _Names:
    return [(one.title_key, one.line)]


def _identifier_and_line(one: _Named | Entry) -> _Names:
    return [(name, one.line) for name in one.identifiers]


def _title(one: _Named | Entry) -> _Names:
    return [one.title_key]


def _identifier(one: _Named | Entry) -> _Names:
    return one.identifiers


def _line(one: _Named | Entry) -> _Names:
    return [one.line] if one.line else []


_WAYS: tuple[Callable[[_Named | Entry], _Names], ...] = (
    _title_and_identifier,
    _title_and_line,
    _identifier_and_line,
    _title,
    _identifier,
    _line,
)
"""The names by which an entry of before and one of now are the same, the surest first."""


def _new_marks(before: Stored, entry: Entry) -> Marks:
    """The marks that were not brought before; the person may have undone those that were."""
    brought, now = before.said.get("marks", {}), entry.marks
    return Marks(
        status=None if now.status == brought.get("status") else now.status,
        starred=now.starred and not brought.get("starred"),
        tags=tuple(tag for tag in now.tags if tag not in brought.get("tags", ())),
        note="" if now.note == brought.get("note") else now.note,
        read_at=now.read_at,
        citation_key=now.citation_key,
    )


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
