"""Small facts that belong to a library: the last list shown, what was last exported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reader.store.connection import Database


def get(database: Database, name: str, default: str = "") -> str:
    """A setting's value."""
    value = database.value("SELECT value FROM settings WHERE name = ?", (name,))
    return default if value is None else str(value)


def put(database: Database, name: str, value: str) -> None:
    """Keeps a setting."""
    database.execute(
        "INSERT INTO settings VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


ExportedFile = tuple[str, str, str, str, str, str]
"""Reader-id, path in the folder, text, and what spares work: source, line and mark."""


def exported(
    database: Database, folder: str, reader_ids: Sequence[str] | None = None
) -> list[ExportedFile]:
    """What was last written into a folder, of all files or those of some papers."""
    sql = "SELECT reader_id, path, text, source, line, mark FROM exported_files WHERE folder = ?1"
    if reader_ids is None:
        return database.rows(sql, (folder,))
    sql += " AND reader_id IN (SELECT value FROM json_each(?2))"
    return database.rows(sql, (folder, json.dumps(list(reader_ids))))


def put_exported(database: Database, folder: str, files: Iterable[ExportedFile]) -> None:
    """Keeps what was written."""
    database.execute_many(
        "INSERT INTO exported_files (folder, reader_id, path, text, source, line, mark) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (folder, reader_id) DO UPDATE SET "
        "path = excluded.path, text = excluded.text, source = excluded.source, "
        "line = excluded.line, mark = excluded.mark",
        [(folder, *file) for file in files],
    )
