"""Small facts that belong to a library: the last list shown, what was last exported."""

from __future__ import annotations

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


def exported(database: Database, folder: str) -> list[tuple[str, str, str]]:
    """What was last written into a folder: reader-id, path in it, and text of each file."""
    return database.rows(
        "SELECT reader_id, path, text FROM exported_files WHERE folder = ?", (folder,)
    )


def put_exported(database: Database, folder: str, files: list[tuple[str, str, str]]) -> None:
    """Keeps what was written: reader-id, path and text of each file."""
    database.execute_many(
        "INSERT INTO exported_files VALUES (?, ?, ?, ?) ON CONFLICT (folder, reader_id) "
        "DO UPDATE SET path = excluded.path, text = excluded.text",
        [(folder, *file) for file in files],
    )
