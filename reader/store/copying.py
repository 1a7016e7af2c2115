"""A copy of the whole database, which counts only when it has been opened and checked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.errors import LibraryError
from reader.store.connection import Database
from reader.words import say


def copy(database: Database, path: Path) -> None:
    """Makes the file ``path``, which must not be there, a copy of the database as it is now.

    Raises LibraryError when it cannot be written or does not hold the same.
    """
    database.copy_to(path)
    # The copy of a disk that was full opens, and passes quick_check with no tables in it.
    with closing(Database(path)) as made:
        try:
            same = made.value("PRAGMA integrity_check") == "ok"
            same = same and _figures(made) == _figures(database)
        except sqlite3.DatabaseError:
            same = False
    if not same:
        raise LibraryError(
            say("The copy of the library in {} is not what it was made from.").format(path.parent),
            advice=say("Look after that disk."),
        )


def _figures(database: Database) -> dict[str, int]:
    """The version of the schema, and how many rows each table has."""
    tables = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    rows = {str(name): int(database.value(f'SELECT count(*) FROM "{name}"')) for (name,) in tables}
    return rows | {"": int(database.value("PRAGMA user_version"))}
