"""The papers whose words changed since they were indexed, and those words.

Triggers of the schema put papers in the queue within the transaction that changes them; the
indexer takes, indexes, commits and only then says ``done``, so a crash in between loses nothing.
Paper 0, which never is one, keeps the highest sequence: it must not be given twice, or an indexer
that is slower than another would say ``done`` of a later change.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from reader.store.connection import Database


@dataclass(frozen=True, slots=True)
class Queued:
    """A place in the queue; ``sequence`` changes when the paper changes again."""

    paper_id: int
    sequence: int


@dataclass(frozen=True, slots=True)
class Words:
    """The searchable text of a paper. Its note has the comments of its highlights below it."""

    paper_id: int
    title: str
    abstract: str
    authors: str
    note: str
    tags: str


def take(database: Database, limit: int) -> list[Queued]:
    """The first of the queue. A read-only operation."""
    sql = "SELECT paper_id, sequence FROM index_queue WHERE paper_id > 0 ORDER BY sequence LIMIT ?"
    return [Queued(*row) for row in database.rows(sql, (limit,))]


def done(database: Database, taken: Sequence[Queued]) -> None:
    """Removes what has been indexed, unless it changed meanwhile."""
    _keep_sequence(database)
    database.execute_many(
        "DELETE FROM index_queue WHERE paper_id = ? AND sequence = ?",
        [(queued.paper_id, queued.sequence) for queued in taken],
    )


def length(database: Database) -> int:
    """How many papers wait."""
    return int(database.value("SELECT count(*) FROM index_queue WHERE paper_id > 0"))


def fill(database: Database) -> None:
    """Puts every paper in the queue: for a new index."""
    _keep_sequence(database)
    database.execute("DELETE FROM index_queue WHERE paper_id > 0")
    database.execute(
        "INSERT INTO index_queue SELECT p.id, q.sequence + p.id "
        "FROM papers p JOIN index_queue q ON q.paper_id = 0"
    )


def _keep_sequence(database: Database) -> None:
    database.execute(
        "INSERT INTO index_queue SELECT 0, ifnull(max(sequence), 0) FROM index_queue WHERE true "
        "ON CONFLICT (paper_id) DO UPDATE SET sequence = excluded.sequence"
    )


def words(database: Database, ids: Sequence[int]) -> list[Words]:
    """The searchable text of those papers that are (still) there."""
    sql = """
    SELECT p.id, p.title, p.abstract,
           coalesce((SELECT group_concat(name, ', ') FROM
                     (SELECT name FROM authors WHERE paper_id = p.id ORDER BY position)), ''),
           coalesce((SELECT text FROM notes WHERE paper_id = p.id), '')
           || coalesce((SELECT group_concat(char(10, 10) || comment, '') FROM
                        (SELECT comment FROM highlights WHERE paper_id = p.id AND comment <> ''
                         ORDER BY id)), ''),
           coalesce((SELECT group_concat(t.name, ' ') FROM paper_tags pt
                     JOIN tags t ON t.id = pt.tag_id WHERE pt.paper_id = p.id), '')
    FROM papers p WHERE p.id IN (SELECT value FROM json_each(?))
    """
    return [Words(*row) for row in database.rows(sql, (json.dumps(list(ids)),))]
