"""Brings the entries of a digest in: new papers, and what a second sighting adds to known ones."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reader.model import Entry, Identifier, Link, LinkKind
from reader.store import authors, origins
from reader.store.connection import Database


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paper of the library that an entry may be another sighting of."""

    id: int
    title: str
    title_key: str
    year: int | None
    authors: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    links: tuple[Link, ...]


def with_identifiers(
    database: Database, identifiers: Iterable[Identifier]
) -> dict[Identifier, Candidate]:
    """The papers that have one of these identifiers."""
    pairs = json.dumps([[identifier.scheme, identifier.value] for identifier in identifiers])
    rows = database.rows(
        "SELECT i.scheme, i.value, i.paper_id FROM json_each(?) w "
        "JOIN identifiers i ON i.scheme = w.value ->> 0 AND i.value = w.value ->> 1",
        (pairs,),
    )
    papers = {paper.id: paper for paper in _candidates(database, {row[2] for row in rows})}
    return {Identifier(scheme, value): papers[key] for scheme, value, key in rows}


def with_title_keys(database: Database, keys: Iterable[str]) -> dict[str, list[Candidate]]:
    """The papers whose title, reduced for comparison, is one of ``keys``."""
    rows = database.rows(
        "SELECT p.id FROM json_each(?) w JOIN papers p ON p.title_key = w.value",
        (json.dumps(list(keys)),),
    )
    found: dict[str, list[Candidate]] = {}
    for paper in _candidates(database, {key for (key,) in rows}):
        found.setdefault(paper.title_key, []).append(paper)
    return found


def with_title_beginning(database: Database, key: str, length: int) -> list[tuple[int, str, str]]:
    """Number, title and title key of papers that share the first ``length`` letters of ``key``."""
    beginning = key[:length]
    return database.rows(
        "SELECT id, title, title_key FROM papers WHERE title_key >= ? AND title_key < ? LIMIT 50",
        (beginning, beginning + "\U0010ffff"),
    )


def _candidates(database: Database, ids: set[int]) -> list[Candidate]:
    wanted = json.dumps(sorted(ids))
    where = "WHERE paper_id IN (SELECT value FROM json_each(?))"
    names: dict[int, list[str]] = {}
    for key, name in database.rows(
        f"SELECT paper_id, name FROM authors {where} ORDER BY paper_id, position", (wanted,)
    ):
        names.setdefault(key, []).append(name)
    identifiers: dict[int, list[Identifier]] = {}
    for key, scheme, value in database.rows(
        f"SELECT paper_id, scheme, value FROM identifiers {where}", (wanted,)
    ):
        identifiers.setdefault(key, []).append(Identifier(scheme, value))
    links: dict[int, list[Link]] = {}
    for key, kind, url in database.rows(
        f"SELECT paper_id, kind, url FROM links {where}", (wanted,)
    ):
        links.setdefault(key, []).append(Link(LinkKind(kind), url))
    rows = database.rows(
        "SELECT id, title, title_key, year FROM papers "
        "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (wanted,),
    )
    return [
        Candidate(
            key,
            title,
            title_key,
            year,
            tuple(names.get(key, ())),
            tuple(identifiers.get(key, ())),
            tuple(links.get(key, ())),
        )
        for key, title, title_key, year in rows
    ]


def add_papers(
    database: Database, entries: Sequence[Entry], digest_id: int, now: datetime
) -> list[int]:
    """Adds a paper for each entry, in order, and returns their numbers."""
    at = now.isoformat(timespec="milliseconds")
    first = _next_key(database)
    keys = list(range(first, first + len(entries)))
    numbered = list(zip(keys, entries, strict=True))
    database.execute_many(
        "INSERT INTO papers (id, reader_id, title, title_key, title_provisional, abstract, "
        "snippet, year, venue, version, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (key, new_reader_id(), e.title, e.title_key, e.title_provisional, e.abstract, e.snippet,
             e.year, e.venue, e.version, at)
            for key, e in numbered
        ],
    )  # fmt: skip
    authors.add(database, [(key, entry.authors) for key, entry in numbered])
    _add_identifiers(database, numbered)
    _add_links(database, numbered)
    claimed = [(key, field) for key, e in numbered for field in _fields(e)]
    origins.claim(database, claimed, digest_id)
    return keys


def fill_empty_fields(
    database: Database, sightings: Sequence[tuple[int, Entry]], digest_id: int
) -> None:
    """What a second sighting adds to a paper: fields that were empty, identifiers and links.

    A provisional title (an identifier standing in) counts as empty. Nothing else is overwritten.
    """
    for paper_id, entry in sightings:
        filled = _fill(database, paper_id, entry)
        _raise_version(database, paper_id, entry)
        origins.claim(database, [(paper_id, field) for field in filled], digest_id)
    _add_identifiers(database, sightings)
    _add_links(database, sightings)


def _fill(database: Database, paper_id: int, entry: Entry) -> list[str]:
    """Fills what is empty and nobody emptied; returns the names of the fields it filled."""
    own = {f for f, digest_id in origins.of_paper(database, paper_id).items() if digest_id is None}
    filled = [
        name
        for name, (value, sql) in _fillings(entry).items()
        if name not in own and value and database.execute(sql, (value, paper_id))
    ]
    if entry.snippet:
        sql = "UPDATE papers SET snippet = ? WHERE id = ? AND abstract = '' AND snippet = ''"
        database.execute(sql, (entry.snippet, paper_id))
    if "title" in filled:
        sql = "UPDATE papers SET title_key = ?, title_provisional = 0 WHERE id = ?"
        database.execute(sql, (entry.title_key, paper_id))
    has_authors = database.value("SELECT 1 FROM authors WHERE paper_id = ?", (paper_id,))
    if entry.authors and not has_authors and "authors" not in own:
        authors.add(database, [(paper_id, entry.authors)])
        filled.append("authors")
    return filled


def _fillings(entry: Entry) -> dict[str, tuple[object, str]]:
    """What an entry has for a column of a paper, and the statement that fills it when empty."""
    title = "" if entry.title_provisional else entry.title
    return {
        "abstract": (
            entry.abstract,
            "UPDATE papers SET abstract = ? WHERE id = ? AND abstract = ''",
        ),
        "year": (entry.year, "UPDATE papers SET year = ? WHERE id = ? AND year IS NULL"),
        "venue": (entry.venue, "UPDATE papers SET venue = ? WHERE id = ? AND venue = ''"),
        "title": (title, "UPDATE papers SET title = ? WHERE id = ? AND title_provisional = 1"),
    }


def _raise_version(database: Database, paper_id: int, entry: Entry) -> None:
    """A replacement names a later version of a paper; an earlier one changes nothing."""
    if entry.version is not None:
        sql = "UPDATE papers SET version = ?1 WHERE id = ?2 AND ifnull(version, 0) < ?1"
        database.execute(sql, (entry.version, paper_id))


def _next_key(database: Database) -> int:
    # AUTOINCREMENT's own rule: numbers of deleted papers are never given to others.
    last = database.value("SELECT seq FROM sqlite_sequence WHERE name = 'papers'")
    return 1 + int(last or 0)


def _add_identifiers(database: Database, papers: Iterable[tuple[int, Entry]]) -> None:
    database.execute_many(
        "INSERT INTO identifiers (paper_id, scheme, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(key, i.scheme, i.value) for key, entry in papers for i in entry.identifiers],
    )


def _add_links(database: Database, papers: Iterable[tuple[int, Entry]]) -> None:
    database.execute_many(
        "INSERT INTO links (paper_id, kind, url) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(key, link.kind, link.url) for key, entry in papers for link in entry.links],
    )


def _fields(entry: Entry) -> list[str]:
    return [name for name in origins.FIELDS if getattr(entry, name)]


def new_reader_id() -> str:
    """A UUIDv7 (RFC 9562, 5.7): unique without asking anyone, and in order of time."""
    value = (time.time_ns() // 1_000_000) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
