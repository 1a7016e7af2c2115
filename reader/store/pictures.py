"""The pictures that notes show. They are no part of undo: it must not take any away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from reader.store.connection import Database
from reader.store.moments import stored


def kept(database: Database, hashes: Iterable[str]) -> dict[str, tuple[str, bytes]]:
    """Media type and bytes of those pictures that are there, by their hashes."""
    rows = database.rows(
        "SELECT hash, media_type, data FROM images WHERE hash IN (SELECT value FROM json_each(?))",
        (json.dumps(list(hashes)),),
    )
    return {key: (media_type, data) for key, media_type, data in rows}


def keep(database: Database, key: str, media_type: str, data: bytes, now: datetime) -> None:
    """Keeps a picture under its hash; one that is there is as good as new."""
    database.execute(
        "INSERT INTO images (hash, media_type, data, added_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (hash) DO UPDATE SET added_at = excluded.added_at",
        (key, media_type, data, stored(now)),
    )


def older_than(database: Database, moment: datetime) -> set[str]:
    """The hashes of the pictures that were kept before a moment."""
    rows = database.rows("SELECT hash FROM images WHERE added_at < ?", (stored(moment),))
    return {key for (key,) in rows}


def texts_naming(database: Database, part: str) -> Iterator[str]:
    """All texts that notes have or had with a part in them."""
    sql = (
        "SELECT text FROM notes WHERE instr(text, ?1) UNION ALL "
        "SELECT text FROM note_revisions WHERE instr(text, ?1)"
    )
    return (text for (text,) in database.rows(sql, (part,)))


def forget(database: Database, hashes: Iterable[str], moment: datetime) -> int:
    """Deletes pictures, but none that was kept (again) since a moment; returns how many."""
    return database.execute(
        "DELETE FROM images WHERE added_at < ? AND hash IN (SELECT value FROM json_each(?))",
        (stored(moment), json.dumps(sorted(hashes))),
    )
