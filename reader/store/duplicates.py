"""Papers that may be one: the suggestions, and what a person decides about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reader.store import notes, origins
from reader.store.connection import Database


def suggest(database: Database, pairs: Iterable[tuple[int, int]]) -> None:
    """Notes that these papers look alike."""
    database.execute_many(
        "INSERT INTO possible_duplicates (paper_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        list(pairs),
    )


def undecided(database: Database) -> list[tuple[int, int]]:
    """The pairs nobody has decided about, oldest first; of each the paper that was there first."""
    rows = database.rows(
        "SELECT min(paper_id, other_id), max(paper_id, other_id) FROM possible_duplicates "
        "WHERE different = 0 ORDER BY id"
    )
    return list(dict.fromkeys(rows))


def undecided_of(database: Database, paper_id: int) -> list[int]:
    """The other papers of the undecided pairs that a paper is in."""
    rows = database.rows(
        "SELECT other_id FROM possible_duplicates WHERE paper_id = ?1 AND different = 0 "
        "UNION SELECT paper_id FROM possible_duplicates WHERE other_id = ?1 AND different = 0",
        (paper_id,),
    )
    return [key for (key,) in rows]


def count(database: Database) -> int:
    """How many pairs nobody has decided about."""
    return int(database.value("SELECT count(*) FROM possible_duplicates WHERE different = 0"))


def add_pair(database: Database, one: int, other: int, different: bool) -> None:
    """Two papers that look alike; once they were found ``different`` that stands.

    A pair is one row, whichever of its papers was named first.
    """
    reversed_ = "SELECT 1 FROM possible_duplicates WHERE paper_id = ? AND other_id = ?"
    if database.value(reversed_, (other, one)):
        one, other = other, one
    database.execute(
        "INSERT INTO possible_duplicates (paper_id, other_id, different) VALUES (?, ?, ?) "
        "ON CONFLICT (paper_id, other_id) DO UPDATE SET different = max(different, "
        "excluded.different) WHERE different < excluded.different",
        (one, other, int(different)),
    )


def keep_apart(database: Database, one: int, other: int) -> None:
    """Notes for ever that two papers are not the same."""
    add_pair(database, one, other, different=True)


def merge(database: Database, kept: int, merged: int, now: datetime) -> None:
    """Makes one paper of two: ``kept`` gets all that ``merged`` has, which then goes.

    Notes are joined; tags, highlights, links, identifiers and digests united; fields of ``kept``
    that are empty filled. A status that was never chosen gives way.
    """
    _join_notes(database, kept, merged, now)
    _leave_empty_to_others(database, kept)
    _fill(database, kept, merged)
    for table in ("entries", "identifiers", "highlights"):
        sql = f"UPDATE {table} SET paper_id = ? WHERE paper_id = ?"
        database.execute(sql, (kept, merged))
    for table in ("links", "paper_tags", "field_origins"):
        # What both have stays where it is and goes with the paper.
        sql = f"UPDATE OR IGNORE {table} SET paper_id = ? WHERE paper_id = ?"
        database.execute(sql, (kept, merged))
    _pass_on_suggestions(database, kept, merged)
    database.execute("DELETE FROM papers WHERE id = ?", (merged,))


def _leave_empty_to_others(database: Database, kept: int) -> None:
    """Fields that are empty, and a stand-in for a title, become whose the merged paper's are."""
    [(provisional,)] = database.rows("SELECT title_provisional FROM papers WHERE id = ?", (kept,))
    fields = origins.fields_of(database, kept)
    for name in origins.FIELDS:
        if not getattr(fields, name) or (name == "title" and provisional):
            origins.disclaim(database, kept, name)


def _pass_on_suggestions(database: Database, kept: int, merged: int) -> None:
    """What looked like the merged paper now looks like the kept one, decided or not."""
    for mine, other in (("paper_id", "other_id"), ("other_id", "paper_id")):
        database.execute(
            f"UPDATE OR IGNORE possible_duplicates SET {mine} = ?1 "
            f"WHERE {mine} = ?2 AND {other} <> ?1",
            (kept, merged),
        )


def _join_notes(database: Database, kept: int, merged: int, now: datetime) -> None:
    text, more = (notes.get(database, paper).text for paper in (kept, merged))
    if more.strip() and more.strip() not in text:
        joined = f"{text.rstrip()}\n\n{more}" if text.strip() else more
        notes.save(database, kept, joined, now)


_FILL = """
UPDATE papers AS k SET
    title = iif(k.title_provisional, m.title, k.title),
    title_key = iif(k.title_provisional, m.title_key, k.title_key),
    title_provisional = min(k.title_provisional, m.title_provisional),
    abstract = iif(k.abstract = '', m.abstract, k.abstract),
    snippet = iif(k.snippet = '', m.snippet, k.snippet),
    venue = iif(k.venue = '', m.venue, k.venue),
    year = ifnull(k.year, m.year),
    version = nullif(max(ifnull(k.version, 0), ifnull(m.version, 0)), 0),
    starred = max(k.starred, m.starred),
    starred_at = ifnull(k.starred_at, m.starred_at),
    status = iif(k.status_at IS NULL, m.status, k.status),
    read_at = iif(k.status_at IS NULL, m.read_at, k.read_at),
    status_at = ifnull(k.status_at, m.status_at),
    added_at = min(k.added_at, m.added_at)
FROM papers m WHERE k.id = ?1 AND m.id = ?2
"""


def _fill(database: Database, kept: int, merged: int) -> None:
    database.execute(_FILL, (kept, merged))
    database.execute(
        "UPDATE authors SET paper_id = ?1 WHERE paper_id = ?2 "
        "AND NOT EXISTS (SELECT 1 FROM authors WHERE paper_id = ?1)",
        (kept, merged),
    )
