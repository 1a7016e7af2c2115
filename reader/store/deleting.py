"""Deletes papers so that they stay deleted, and takes back what a digest brought."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from reader.model import Identifier, Link
from reader.store import sightings, tags
from reader.store.connection import Database


@dataclass(frozen=True, slots=True)
class DeletedPaper:
    """What is kept of a deleted paper: enough to know it again."""

    title_key: str
    year: int | None
    authors: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    links: tuple[Link, ...] = ()


def delete(database: Database, ids: Iterable[int]) -> int:
    """Deletes papers with all that belongs to them; returns how many there were."""
    wanted = json.dumps(list(ids))
    database.execute(
        "INSERT INTO deleted_papers (reader_id, title_key, year, authors, identifiers) "
        "SELECT reader_id, title_key, year, "
        "(SELECT json_group_array(name) FROM authors WHERE paper_id = p.id), "
        "(SELECT json_group_array(json_array(scheme, value)) FROM identifiers "
        " WHERE paper_id = p.id) "
        "FROM papers p WHERE id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    return _delete(database, wanted)


def deleted(database: Database) -> list[DeletedPaper]:
    """All papers that the person deleted."""
    rows = database.rows("SELECT title_key, year, authors, identifiers FROM deleted_papers")
    return [
        DeletedPaper(
            title_key,
            year,
            tuple(json.loads(authors)),
            tuple(Identifier(*name) for name in json.loads(identifiers)),
        )
        for title_key, year, authors, identifiers in rows
    ]


# Papers that no other digest named and the person neither corrected nor highlighted, with what is
# marked on each now, and what this digest said was marked (see sightings.said).
_OF_THIS_DIGEST_ALONE = """
SELECT p.id, p.status_at IS NOT NULL, p.status, p.starred,
    ifnull((SELECT n.text FROM notes n WHERE n.paper_id = p.id), ''),
    (SELECT json_group_array(t.name) FROM paper_tags pt JOIN tags t ON t.id = pt.tag_id
     WHERE pt.paper_id = p.id),
    (SELECT json_group_array(json(e.said -> 'marks')) FROM entries e
     WHERE e.paper_id = p.id AND e.said -> 'marks' IS NOT NULL)
FROM papers p WHERE p.id IN (SELECT value FROM json_each(?2))
    AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.paper_id = p.id AND e.digest_id <> ?1)
    AND NOT EXISTS (SELECT 1 FROM field_origins o WHERE o.paper_id = p.id AND o.digest_id IS NULL)
    AND NOT EXISTS (SELECT 1 FROM highlights h WHERE h.paper_id = p.id)
"""
_BLANK = {"abstract": "''", "venue": "''", "year": "NULL"}


def take_back(database: Database, digest_id: int) -> tuple[int, int]:
    """Takes a digest back with the papers that only it brought and nobody has touched since.

    Off those that another digest names too it takes the fields it had filled and the identifiers
    and links that only it named. Returns how many papers went and how many stayed.
    """
    named = sightings.of_digest(database, digest_id)
    went = delete_untouched(database, digest_id, {stored.paper_id for stored in named})
    stayed = database.value(
        "SELECT count(DISTINCT paper_id) FROM entries WHERE digest_id = ?", (digest_id,)
    )
    _empty_fields(database, digest_id)
    database.execute("DELETE FROM digests WHERE id = ?", (digest_id,))
    for stored in named:
        if database.value("SELECT 1 FROM entries WHERE paper_id = ?", (stored.paper_id,)):
            sightings.take_names(database, stored)
    return went, int(stayed)


def delete_untouched(database: Database, digest_id: int, ids: Iterable[int]) -> int:
    """Deletes those papers that only this digest named and nobody has touched; says how many."""
    rows = database.rows(_OF_THIS_DIGEST_ALONE, (digest_id, json.dumps(list(ids))))
    return _delete(database, json.dumps([row[0] for row in rows if _as_brought(*row[1:])]))


def _as_brought(
    decided: bool, status: str, starred: bool, note: str, tag_names: str, brought: str
) -> bool:
    """Whether nothing is marked on a paper but what its digest brought (marks of a program)."""
    marks = json.loads(brought)
    statuses = [one["status"] for one in marks if "status" in one]
    notes = [one["note"].strip() for one in marks if "note" in one]
    return (
        (not decided or status in statuses)
        and bool(starred) == any("starred" in one for one in marks)
        and set(json.loads(tag_names)) == {tags.clean(t) for m in marks for t in m.get("tags", ())}
        and note.strip() == "\n\n".join(dict.fromkeys(notes))
    )


def _empty_fields(database: Database, digest_id: int) -> None:
    """Takes what a digest said off papers that another digest named before."""
    shared = (
        "SELECT o.paper_id FROM field_origins o WHERE o.digest_id = ?1 AND o.field = ?2 AND EXISTS "
        "(SELECT 1 FROM entries e WHERE e.paper_id = o.paper_id AND e.digest_id <> ?1)"
    )
    for field, blank in _BLANK.items():
        sql = f"UPDATE papers SET {field} = {blank} WHERE id IN ({shared})"
        database.execute(sql, (digest_id, field))
    database.execute(f"DELETE FROM authors WHERE paper_id IN ({shared})", (digest_id, "authors"))
    database.execute(
        "DELETE FROM field_origins WHERE digest_id = ?1 AND field <> 'title' AND EXISTS "
        "(SELECT 1 FROM entries e WHERE e.paper_id = field_origins.paper_id AND e.digest_id <> ?1)",
        (digest_id,),
    )


def _delete(database: Database, wanted: str) -> int:
    return database.execute(
        "DELETE FROM papers WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
    )
