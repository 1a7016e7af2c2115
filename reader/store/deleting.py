"""Deletes papers so that they stay deleted, and takes back what a digest brought."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from reader.model import Identifier, Link
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


# Nobody decided anything about these, and no other digest named them.
_UNTOUCHED = """
SELECT p.id FROM papers p WHERE p.status_at IS NULL AND p.starred = 0
    AND p.id IN (SELECT paper_id FROM entries WHERE digest_id = ?1)
    AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.paper_id = p.id AND e.digest_id <> ?1)
    AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.paper_id = p.id AND n.text <> '')
    AND NOT EXISTS (SELECT 1 FROM highlights h WHERE h.paper_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM paper_tags t WHERE t.paper_id = p.id)
"""
_BLANK = {"abstract": "''", "venue": "''", "year": "NULL"}


def take_back(database: Database, digest_id: int) -> tuple[int, int]:
    """Takes a digest back with the papers that only it brought and nobody has touched since.

    Of the other papers it takes the fields it had filled. Returns how many papers went and stayed.
    """
    untouched = [key for (key,) in database.rows(_UNTOUCHED, (digest_id,))]
    _delete(database, json.dumps(untouched))
    stayed = database.value(
        "SELECT count(DISTINCT paper_id) FROM entries WHERE digest_id = ?", (digest_id,)
    )
    _empty_fields(database, digest_id)
    database.execute("DELETE FROM digests WHERE id = ?", (digest_id,))
    return len(untouched), int(stayed)


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
