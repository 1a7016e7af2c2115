"""What notes link to. Derived from their texts, see ``derived``.

A link names a paper by (scheme, value): ``title`` and a title key, ``reader`` and a reader-id, or
the scheme and value of an identifier. Of several papers with one title the first one is meant.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from reader.store import derived
from reader.store.connection import Database

LinkNames = Callable[[str], list[tuple[str, str]]]
"""What the links of a note name. See reader.operations.note_links."""

# The names that lead to paper ?1.
_NAMES = """
SELECT 'reader' AS scheme, reader_id AS value FROM papers WHERE id = ?1
UNION ALL SELECT 'title', title_key FROM papers p WHERE id = ?1 AND NOT EXISTS
    (SELECT 1 FROM papers o WHERE o.title_key = p.title_key AND o.id < p.id)
UNION ALL SELECT scheme, value FROM identifiers WHERE paper_id = ?1
"""


def no_links(_text: str) -> list[tuple[str, str]]:
    """The LinkNames of a store of which nobody asks for links."""
    return []


def define(database: Database, names: LinkNames) -> None:
    """Gives a connection the function that migrations and triggers find links with."""
    derived.define(database, "link_names", names)


def install(database: Database) -> None:
    """Has a connection keep the links right whatever it does to notes."""
    derived.install(
        database,
        "note_links",
        "SELECT DISTINCT new.paper_id, link.value ->> 0, link.value ->> 1 "
        "FROM json_each(link_names(new.text)) link",
    )


def backlinks(database: Database, paper_id: int) -> list[int]:
    """The other papers whose notes link to a paper, by title."""
    rows = database.rows(
        f"SELECT DISTINCT p.id FROM ({_NAMES}) JOIN note_links l USING (scheme, value) "
        "JOIN papers p ON p.id = l.paper_id WHERE p.id <> ?1 ORDER BY p.title_key, p.id",
        (paper_id,),
    )
    return [key for (key,) in rows]


def names_of(database: Database, paper_id: int) -> list[tuple[str, str]]:
    """The names that lead to a paper."""
    return database.rows(_NAMES, (paper_id,))


def resolve(database: Database, names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The papers that names lead to; those that lead nowhere are left out."""
    wanted = json.dumps(list(dict.fromkeys(names)))
    rows = database.rows(
        "SELECT scheme, value, paper_id FROM (SELECT w.value ->> 0 AS scheme, w.value ->> 1 AS "
        "value, CASE w.value ->> 0 "
        "WHEN 'title' THEN (SELECT min(id) FROM papers WHERE title_key = w.value ->> 1) "
        "WHEN 'reader' THEN (SELECT id FROM papers WHERE reader_id = w.value ->> 1) "
        "ELSE (SELECT paper_id FROM identifiers WHERE scheme = w.value ->> 0 "
        "      AND identifiers.value = w.value ->> 1) END AS paper_id FROM json_each(?) w) "
        "WHERE paper_id IS NOT NULL",
        (wanted,),
    )
    return {(scheme, value): key for scheme, value, key in rows}


def sources(database: Database, scheme: str, value: str) -> list[int]:
    """The papers whose notes have this name in a link."""
    sql = "SELECT paper_id FROM note_links WHERE scheme = ? AND value = ? ORDER BY paper_id"
    return [key for (key,) in database.rows(sql, (scheme, value))]
