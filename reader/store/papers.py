"""Papers: reading them whole or as rows of a list, and their status and star."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from reader.errors import NotFoundError
from reader.model import (
    Identifier,
    Link,
    LinkKind,
    Paper,
    PaperRow,
    Status,
)
from reader.store import digests, highlights, notes
from reader.store.connection import Database
from reader.words import say

# Longer numbers than SQLite has are no paper's.
_LONGEST_NUMBER = 18
# The first digest that has a date says of when a paper is; without one, the day it was added.
_ROWS = """
SELECT p.id, p.title, p.year, p.venue, p.status, p.starred,
       EXISTS (SELECT 1 FROM notes n WHERE n.paper_id = p.id AND n.text <> ''),
       (SELECT count(*) FROM highlights h WHERE h.paper_id = p.id),
       coalesce((SELECT d.date FROM entries e JOIN digests d ON d.id = e.digest_id
                 WHERE e.paper_id = p.id AND d.date IS NOT NULL ORDER BY e.id LIMIT 1),
                substr(p.added_at, 1, 10)),
       substr(iif(p.abstract = '', p.snippet, p.abstract), 1, 160)
FROM json_each(?) wanted JOIN papers p ON p.id = wanted.value ORDER BY wanted.key
"""


def rows(database: Database, ids: Sequence[int]) -> list[PaperRow]:
    """Papers as a list shows them, in the order of ``ids``; those that are gone are left out."""
    wanted = json.dumps(list(ids))
    authors = _grouped(database, _OF_PAPERS.format("authors", "name", "position"), wanted)
    tags = _tags_of(database, wanted)
    return [_row(row, authors, tags) for row in database.rows(_ROWS, (wanted,))]


def _row(
    row: tuple[Any, ...],
    authors: dict[int, tuple[str, ...]],
    tags: dict[int, tuple[str, ...]],
) -> PaperRow:
    key, title, year, venue, status, starred, has_note, highlights, day, beginning = row
    return PaperRow(
        id=key,
        title=title,
        authors=authors[key],
        year=year,
        venue=venue,
        status=Status(status),
        starred=bool(starred),
        tags=tags[key],
        has_note=bool(has_note),
        highlights=highlights,
        date=date.fromisoformat(day),
        beginning=beginning,
    )


_OF_PAPERS = (
    "SELECT paper_id, {1} FROM {0} WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY {2}"
)


def _grouped(database: Database, sql: str, wanted: str) -> dict[int, tuple[str, ...]]:
    groups: dict[int, list[str]] = defaultdict(list)
    for key, value in database.rows(sql, (wanted,)):
        groups[key].append(value)
    return defaultdict(tuple, {key: tuple(values) for key, values in groups.items()})


def _tags_of(database: Database, wanted: str) -> dict[int, tuple[str, ...]]:
    sql = (
        "SELECT pt.paper_id, t.name FROM paper_tags pt JOIN tags t ON t.id = pt.tag_id "
        "WHERE pt.paper_id IN (SELECT value FROM json_each(?)) ORDER BY t.name"
    )
    return _grouped(database, sql, wanted)


def full(database: Database, paper_id: int) -> Paper:
    """All that is known of a paper. Raises NotFoundError."""
    found = full_many(database, [paper_id])
    if not found:
        raise NotFoundError(say("There is no paper {} in this library.").format(paper_id))
    return found[0]


def full_many(database: Database, ids: Sequence[int]) -> list[Paper]:
    """Like ``full`` for many papers, in order; those that are gone are left out."""
    wanted = json.dumps(list(ids))
    parts = _Parts(database, wanted)
    sql = (
        "SELECT p.id, reader_id, title, abstract, snippet, year, venue, version, status, starred, "
        "added_at, read_at, citation_key "
        "FROM json_each(?) wanted JOIN papers p ON p.id = wanted.value ORDER BY wanted.key"
    )
    return [parts.paper(row) for row in database.rows(sql, (wanted,))]


class _Parts:
    """What belongs to a set of papers, fetched once a table."""

    def __init__(self, database: Database, wanted: str) -> None:
        self.authors = _grouped(database, _OF_PAPERS.format("authors", "name", "position"), wanted)
        self.tags = _tags_of(database, wanted)
        self.notes = notes.of_papers(database, wanted)
        self.digests = digests.of_papers(database, wanted)
        self.identifiers: dict[int, list[Identifier]] = defaultdict(list)
        self.links: dict[int, list[Link]] = defaultdict(list)
        for key, scheme, value in self._fetch(database, "identifiers", "scheme, value", wanted):
            self.identifiers[key].append(Identifier(scheme, value))
        for key, kind, url in self._fetch(database, "links", "kind, url", wanted):
            self.links[key].append(Link(LinkKind(kind), url))
        self.highlights = highlights.of_papers(database, wanted)

    @staticmethod
    def _fetch(database: Database, table: str, columns: str, wanted: str) -> list[tuple[Any, ...]]:
        return database.rows(_OF_PAPERS.format(table, columns, "id"), (wanted,))

    def paper(self, row: tuple[Any, ...]) -> Paper:
        key, reader_id, title, abstract, snippet, year, venue, version, *rest = row
        status, starred, added_at, read_at, citation_key = rest
        return Paper(
            id=key,
            reader_id=reader_id,
            title=title,
            abstract=abstract,
            snippet=snippet,
            version=version,
            authors=self.authors[key],
            year=year,
            venue=venue,
            status=Status(status),
            starred=bool(starred),
            tags=self.tags[key],
            identifiers=tuple(self.identifiers[key]),
            links=tuple(self.links[key]),
            note=self.notes[key],
            highlights=tuple(self.highlights[key]),
            digests=tuple(self.digests[key]),
            added_at=datetime.fromisoformat(added_at),
            read_at=datetime.fromisoformat(read_at) if read_at else None,
            citation_key=citation_key or "",
        )


def find(database: Database, name: str, identifiers: Iterable[Identifier]) -> int:
    """The paper that a person names: its number, its reader-id or one of ``identifiers``.

    ``identifiers`` are those that ``name`` may be read as. Raises NotFoundError.
    """
    key = None
    if name.isascii() and name.isdigit() and len(name) <= _LONGEST_NUMBER:
        key = database.value("SELECT id FROM papers WHERE id = ?", (int(name),))
    if key is None:
        key = database.value("SELECT id FROM papers WHERE reader_id = ?", (name.lower(),))
    for identifier in identifiers:
        if key is None:
            sql = "SELECT paper_id FROM identifiers WHERE scheme = ? AND value = ?"
            key = database.value(sql, (identifier.scheme, identifier.value))
    if key is None:
        raise NotFoundError(
            say("No paper in this library is called {!r}.").format(name),
            advice=say(
                "Name it by number, reader-id, arXiv id or DOI; `reader list` shows numbers."
            ),
        )
    return int(key)


def numbers(database: Database, reader_ids: Iterable[str]) -> list[int]:
    """The papers that have these reader-ids, as far as they are there."""
    sql = "SELECT id FROM papers WHERE reader_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    return [key for (key,) in database.rows(sql, (json.dumps(list(reader_ids)),))]


def require(database: Database, paper_id: int) -> None:
    """Raises NotFoundError when there is no such paper."""
    if not database.value("SELECT 1 FROM papers WHERE id = ?", (paper_id,)):
        raise NotFoundError(say("There is no paper {} in this library.").format(paper_id))


def set_status(database: Database, ids: Iterable[int], status: Status, now: datetime) -> int:
    """Sets the status of papers and returns how many had another before."""
    at = now.isoformat(timespec="milliseconds")
    return database.execute(
        "UPDATE papers SET status = ?1, status_at = ?2, "
        "read_at = CASE WHEN ?1 = 'read' THEN ?2 ELSE read_at END "
        "WHERE id IN (SELECT value FROM json_each(?3)) AND status <> ?1",
        (status, at, json.dumps(list(ids))),
    )


def set_starred(database: Database, ids: Iterable[int], starred: bool, now: datetime) -> int:
    """Sets or takes away the star of papers and returns how many changed."""
    return database.execute(
        "UPDATE papers SET starred = ?1, starred_at = ?2 "
        "WHERE id IN (SELECT value FROM json_each(?3)) AND starred <> ?1",
        (int(starred), now.isoformat(timespec="milliseconds"), json.dumps(list(ids))),
    )


def title(database: Database, paper_id: int) -> str:
    """The title of a paper, for labels; empty when it is gone."""
    return str(database.value("SELECT title FROM papers WHERE id = ?", (paper_id,)) or "")
