"""Deletes papers so that they stay deleted, and takes back what a digest brought."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from reader.model import Identifier, Link
from reader.store import digests, following, origins, sightings, tags
from reader.store.connection import Database
from reader.store.following import TitleKey


@dataclass(frozen=True, slots=True)
class DeletedPaper:
    """What is kept of a deleted paper: enough to know it again."""

    title_key: str
    year: int | None
    authors: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    links: tuple[Link, ...] = ()


def delete(database: Database, ids: Iterable[int], title_key: TitleKey) -> int:
    """Deletes papers with all that belongs to them; returns how many there were.

    Their entries count as left out of their digests, which may be read again.
    """
    wanted = json.dumps(list(ids))
    sql = (
        "SELECT digest_id, said ->> 'title', line FROM entries "
        "WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY id"
    )
    for digest_id, title, line in database.rows(sql, (wanted,)):
        digests.leave_out(database, digest_id, title_key(title), line)
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


_OF_OTHERS = (
    "SELECT DISTINCT paper_id FROM entries WHERE paper_id IN (SELECT value FROM json_each(?))"
)


def take_back(database: Database, digest_id: int, title_key: TitleKey) -> tuple[int, int]:
    """Takes a digest back with the papers that only it brought and nobody has touched since.

    Those that another digest names too get from there the fields that it had given, and lose the
    identifiers and links that only it named. Returns how many papers went and how many stayed.
    """
    named = sightings.of_digest(database, digest_id)
    went = delete_untouched(database, digest_id, {stored.paper_id for stored in named})
    sightings.remove(database, named)
    rows = database.rows(_OF_OTHERS, (json.dumps([stored.paper_id for stored in named]),))
    of_others = {key for (key,) in rows}
    following.follow(database, of_others, digest_id, {}, title_key)
    for stored in named:
        if stored.paper_id in of_others:
            sightings.take_names(database, stored)
    origins.disclaim_all(database, digest_id)
    database.execute("DELETE FROM digests WHERE id = ?", (digest_id,))
    return went, len({stored.paper_id for stored in named}) - went


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


def _delete(database: Database, wanted: str) -> int:
    return database.execute(
        "DELETE FROM papers WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
    )
