"""From a digest to papers: first a plan that changes nothing, then one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from reader.digests.identity import nearest_title, same_work
from reader.model import (
    Digest,
    Entry,
    Identifier,
    ImportPlan,
    ImportResult,
    Marks,
    Match,
    PlannedEntry,
    Progress,
)
from reader.store import Database, adding, deleting, digests, duplicates, marks
from reader.store.adding import Candidate

# Papers whose titles begin alike are compared closely; the rest of the library is not.
_SHARED_BEGINNING = 8
_CHUNK = 500
_NOTHING = Marks()


def plan(database: Database, digest: Digest, entries: Sequence[Entry] | None = None) -> ImportPlan:
    """What importing ``entries`` of a digest (default: all) would do. A read-only operation."""
    chosen = digest.entries if entries is None else tuple(entries)
    known = digests.by_hash(database, digest.content_hash)
    if known is not None:
        rows = tuple(PlannedEntry(entry, Match.KNOWN) for entry in chosen)
        return ImportPlan(digest, rows, known.imported_at)
    matcher = _Matcher(database, chosen)
    return ImportPlan(digest, tuple(matcher.planned(at, entry) for at, entry in enumerate(chosen)))


def carry_out(
    database: Database, plan: ImportPlan, now: datetime, progress: Progress
) -> ImportResult:
    """Stores the digest, its new papers, and what it adds to known ones. Inside a transaction."""
    digest = plan.digest
    digest_id = digests.add(database, digest, now)
    papers: list[int | None] = [
        row.paper_id if row.match is Match.KNOWN else None for row in plan.rows
    ]
    new = [at for at, row in enumerate(plan.rows) if _is_new(row)]
    for start in range(0, len(new), _CHUNK):
        progress(start, len(plan.rows))
        chunk = new[start : start + _CHUNK]
        keys = adding.add_papers(database, [plan.rows[at].entry for at in chunk], digest_id, now)
        for at, key in zip(chunk, keys, strict=True):
            papers[at] = key
        added = [(key, plan.rows[at].entry.marks) for at, key in zip(chunk, keys, strict=True)]
        marks.date_new(database, added)
    sightings: list[tuple[int, Entry]] = []
    for at, row in enumerate(plan.rows):
        if row.match is Match.KNOWN:
            paper_id = papers[at if row.repeats is None else row.repeats]
            assert paper_id is not None
            papers[at] = paper_id
            sightings.append((paper_id, row.entry))
    adding.fill_empty_fields(database, sightings, digest_id)
    pairs = [(row.entry, key) for row, key in zip(plan.rows, papers, strict=True) if key]
    adding.add_sightings(database, pairs, digest_id)
    duplicates.suggest(database, _suggestions(plan, papers))
    marked = [(key, entry.marks) for entry, key in pairs if entry.marks != _NOTHING]
    marks.add_marks(database, marked, now)
    progress(len(plan.rows), len(plan.rows))
    return result(plan, digest_id)


def result(plan: ImportPlan, digest_id: int) -> ImportResult:
    """The outcome of a plan as numbers."""
    return ImportResult(
        digest_id=digest_id,
        title=plan.digest.title,
        date=plan.digest.date,
        new=sum(_is_new(row) for row in plan.rows),
        known=plan.count(Match.KNOWN),
        possible_duplicates=plan.count(Match.POSSIBLE_DUPLICATE),
        deleted=plan.count(Match.DELETED),
        already_imported=plan.already_imported,
    )


def _is_new(row: PlannedEntry) -> bool:
    # A possible duplicate is only suggested: until a person says so it is a paper of its own.
    return row.match in (Match.NEW, Match.POSSIBLE_DUPLICATE)


def _suggestions(plan: ImportPlan, papers: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """The new papers that look like ones of the library, with those."""
    for row, key in zip(plan.rows, papers, strict=True):
        if row.match is Match.POSSIBLE_DUPLICATE and key is not None and row.paper_id is not None:
            yield key, row.paper_id


class _Matcher:
    """Finds for each entry the paper it is, in the library or earlier in the same digest."""

    def __init__(self, database: Database, entries: Sequence[Entry]) -> None:
        self._database = database
        identifiers = {identifier for entry in entries for identifier in entry.identifiers}
        self._by_identifier = adding.with_identifiers(database, identifiers)
        self._by_title = adding.with_title_keys(database, {entry.title_key for entry in entries})
        self._deleted = deleting.deleted(database)
        self._earlier_by_identifier: dict[Identifier, int] = {}
        self._earlier_by_title: dict[str, list[tuple[int, Entry]]] = {}

    def planned(self, at: int, entry: Entry) -> PlannedEntry:
        known = self._known(entry)
        if known is not None:
            # What it brings to the paper names the paper from now on.
            for identifier in entry.identifiers:
                self._by_identifier.setdefault(identifier, known)
            return PlannedEntry(entry, Match.KNOWN, known.id, known.title)
        repeats = self._repeats(entry)
        if repeats is not None:
            for identifier in entry.identifiers:
                self._earlier_by_identifier.setdefault(identifier, repeats)
            return PlannedEntry(entry, Match.KNOWN, repeats=repeats)
        if any(same_work(entry, paper) for paper in self._deleted):
            return PlannedEntry(entry, Match.DELETED)
        for identifier in entry.identifiers:
            self._earlier_by_identifier[identifier] = at
        self._earlier_by_title.setdefault(entry.title_key, []).append((at, entry))
        similar = self._similar(entry)
        if similar is not None:
            return PlannedEntry(entry, Match.POSSIBLE_DUPLICATE, *similar)
        return PlannedEntry(entry, Match.NEW)

    def _known(self, entry: Entry) -> Candidate | None:
        for identifier in entry.identifiers:
            if identifier in self._by_identifier:
                return self._by_identifier[identifier]
        candidates = self._by_title.get(entry.title_key, [])
        return next((paper for paper in candidates if same_work(entry, paper)), None)

    def _repeats(self, entry: Entry) -> int | None:
        for identifier in entry.identifiers:
            if identifier in self._earlier_by_identifier:
                return self._earlier_by_identifier[identifier]
        earlier = self._earlier_by_title.get(entry.title_key, [])
        return next((at for at, other in earlier if same_work(entry, other)), None)

    def _similar(self, entry: Entry) -> tuple[int, str] | None:
        if entry.title_provisional:
            return None
        candidates = adding.with_title_beginning(self._database, entry.title_key, _SHARED_BEGINNING)
        nearest = nearest_title(entry.title_key, [key for _, _, key in candidates])
        return None if nearest is None else candidates[nearest][:2]
