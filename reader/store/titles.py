"""Papers by their titles, for completing links."""

from __future__ import annotations

from collections.abc import Sequence

from reader.store.connection import Database


def containing(database: Database, keys: Sequence[str], limit: int) -> list[tuple[int, str]]:
    """The newest papers whose title keys contain all ``keys``: number and title."""
    conditions = " AND ".join(["instr(title_key, ?) > 0"] * len(keys))
    sql = f"SELECT id, title FROM papers WHERE {conditions} ORDER BY added_at DESC, id LIMIT ?"
    return database.rows(sql, (*keys, limit))


def latest(database: Database, limit: int) -> list[int]:
    """The papers whose notes were written last, then those that were added last."""
    noted = database.rows(
        "SELECT paper_id FROM notes WHERE text <> '' ORDER BY changed_at DESC LIMIT ?", (limit,)
    )
    newest = database.rows("SELECT id FROM papers ORDER BY added_at DESC, id LIMIT ?", (limit,))
    return list(dict.fromkeys(key for (key,) in noted + newest))[:limit]
