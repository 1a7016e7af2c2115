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
from reader.store import (
    Database,
    adding,
    deleting,
    digests,
    duplicates,
    marks,
    origins,
    sightings,
)
from reader.store.adding import Candidate

# Papers whose titles begin alike are compared closely; the rest of the library is not.
_SHARED_BEGINNING = 8
_MOST_COMPARED = 50
_CHUNK = 500
_NOTHING = Marks()


def plan(database: Database, digest: Digest, entries: Sequence[Entry] | None = None) -> ImportPlan:
    """What importing ``entries`` of a digest (default: all) would do. A read-only operation."""
    chosen = digest.entries if entries is None else tuple(entries)
    known = digests.by_hash(database, digest.content_hash)
    if known is not None:
        rows = tuple(PlannedEntry(entry, Match.KNOWN) for entry in chosen)
        return ImportPlan(digest, rows, known.imported_at)
    return plan_entries(database, digest, chosen)


def plan_entries(database: Database, digest: Digest, entries: Sequence[Entry]) -> ImportPlan:
    """What bringing these entries would do, whether or not the digest is there already."""
    matcher = _Matcher(database, entries)
    return ImportPlan(digest, tuple(matcher.planned(at, one) for at, one in enumerate(entries)))


def carry_out(
    database: Database, plan: ImportPlan, now: datetime, progress: Progress
) -> ImportResult:
    """Stores the digest, its new papers, and what it adds to known ones. Inside a transaction."""
    taken = {row.entry.position for row in plan.rows}
    left_out = [entry for entry in plan.digest.entries if entry.position not in taken]
    digest_id = digests.add(database, plan.digest, left_out, now)
    bring(database, plan, digest_id, now, progress)
    return result(plan, digest_id)


def bring(
    database: Database, plan: ImportPlan, digest_id: int, now: datetime, progress: Progress
) -> None:
    """Brings the entries of a plan as named by a digest that is there. Inside a transaction."""
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
    _claim_edited_titles(database, plan, papers)
    known: list[tuple[int, Entry]] = []
    for at, row in enumerate(plan.rows):
        if row.match is Match.KNOWN:
            paper_id = papers[at if row.earlier is None else row.earlier]
            assert paper_id is not None
            papers[at] = paper_id
            known.append((paper_id, row.entry))
    adding.fill_empty_fields(database, known, digest_id)
    pairs = [(row.entry, key) for row, key in zip(plan.rows, papers, strict=True) if key]
    said = {entry.position: entry for entry in plan.digest.entries}
    named = [(said.get(entry.position, entry), key) for entry, key in pairs]
    sightings.add(database, named, digest_id)
    duplicates.suggest(database, _suggestions(plan, papers))
    marked = [(key, entry.marks) for entry, key in pairs if entry.marks != _NOTHING]
    marks.add_marks(database, marked, now)
    progress(len(plan.rows), len(plan.rows))


def _claim_edited_titles(
    database: Database, plan: ImportPlan, papers: Sequence[int | None]
) -> None:
    """A title that the person typed in the preview is the person's, not the digest's."""
    given = {entry.position: entry.title for entry in plan.digest.entries}
    edited = [
        (key, "title")
        for row, key in zip(plan.rows, papers, strict=True)
        if key and _is_new(row) and row.entry.title != given.get(row.entry.position)
    ]
    origins.claim(database, edited, None)


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
    """The new papers that look like ones of the library or of the digest, with those."""
    for row, key in zip(plan.rows, papers, strict=True):
        if row.match is not Match.POSSIBLE_DUPLICATE or key is None:
            continue
        other = row.paper_id if row.earlier is None else papers[row.earlier]
        if other is not None:
            yield key, other


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
        self._earlier_by_beginning: dict[str, list[tuple[int, Entry]]] = {}

    def planned(self, at: int, entry: Entry) -> PlannedEntry:
        known = self._known(entry)
        if known is not None:
            # What it brings to the paper names the paper from now on.
            for identifier in entry.identifiers:
                self._by_identifier.setdefault(identifier, known)
            return PlannedEntry(entry, Match.KNOWN, known.id, known.title)
        earlier = self._same_earlier(entry)
        if earlier is not None:
            for identifier in entry.identifiers:
                self._earlier_by_identifier.setdefault(identifier, earlier)
            return PlannedEntry(entry, Match.KNOWN, earlier=earlier)
        if any(same_work(entry, paper) for paper in self._deleted):
            return PlannedEntry(entry, Match.DELETED)
        similar = self._similar(entry)
        for identifier in entry.identifiers:
            self._earlier_by_identifier[identifier] = at
        self._earlier_by_title.setdefault(entry.title_key, []).append((at, entry))
        beginning = entry.title_key[:_SHARED_BEGINNING]
        self._earlier_by_beginning.setdefault(beginning, []).append((at, entry))
        return similar or PlannedEntry(entry, Match.NEW)

    def _known(self, entry: Entry) -> Candidate | None:
        for identifier in entry.identifiers:
            if identifier in self._by_identifier:
                return self._by_identifier[identifier]
        candidates = self._by_title.get(entry.title_key, [])
        return next((paper for paper in candidates if same_work(entry, paper)), None)

    def _same_earlier(self, entry: Entry) -> int | None:
        for identifier in entry.identifiers:
            if identifier in self._earlier_by_identifier:
                return self._earlier_by_identifier[identifier]
        earlier = self._earlier_by_title.get(entry.title_key, [])
        return next((at for at, other in earlier if same_work(entry, other)), None)

    def _similar(self, entry: Entry) -> PlannedEntry | None:
        """The entry as a possible duplicate of a paper of the library, else of an earlier entry."""
        if entry.title_provisional:
            return None
        key = entry.title_key
        papers = adding.with_title_beginning(self._database, key, _SHARED_BEGINNING)
        nearest = nearest_title(key, [other for _, _, other in papers])
        if nearest is not None:
            return PlannedEntry(entry, Match.POSSIBLE_DUPLICATE, *papers[nearest][:2])
        earlier = self._earlier_by_beginning.get(key[:_SHARED_BEGINNING], [])[:_MOST_COMPARED]
        nearest = nearest_title(key, [other.title_key for _, other in earlier])
        if nearest is None:
            return None
        at, other = earlier[nearest]
        return PlannedEntry(entry, Match.POSSIBLE_DUPLICATE, paper_title=other.title, earlier=at)
