"""Brings a library's database to the schema this program knows.

The steps are the files ``db/NNNN_name.sql``: append-only, each applied in one transaction together
with the record of it. ``application_id`` keeps us from opening somebody else's database and
``user_version`` from touching one that a newer reader has written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.data import data_folder
from reader.errors import LibraryError
from reader.store.connection import Database
from reader.words import say

if TYPE_CHECKING:
    from sqlite_utils import Database as SqliteUtilsDatabase
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x52454144  # "READ"


def migration_files() -> list[Path]:
    """The numbered SQL files, in order."""
    return sorted(data_folder("db").glob("[0-9][0-9][0-9][0-9]_*.sql"))


def migrate(database: Database) -> None:
    """Applies what is pending. Raises LibraryError, with the file untouched, if it is not ours."""
    files = migration_files()
    pending = _version(database, len(files)) < len(files)
    database.use_wal()
    if pending:
        with database.immediate():
            # Another program may have been faster.
            if _version(database, len(files)) < len(files):
                _apply(database, files)


def _apply(database: Database, files: Sequence[Path]) -> None:
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("reader")
    for number, file in enumerate(files, 1):
        _register(migrations, file, number)
    migrations.apply(database.tables)
    broken = database.rows("PRAGMA foreign_key_check")
    if broken:
        raise LibraryError(
            say(
                "The library cannot be brought to the new version: some of its rows refer to "
                "nothing."
            ),
            where=say("{} rows in {}, the first in {}.").format(
                len(broken), database.path, broken[0][0]
            ),
        )


def _version(database: Database, known_version: int) -> int:
    """The version of the library. Raises LibraryError when it is not ours or is newer."""
    # One statement: another program may be making the library at this moment.
    [(application, version, tables)] = database.rows(
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) "
        "FROM pragma_application_id, pragma_user_version"
    )
    if application != APPLICATION_ID and (application or version or tables):
        raise LibraryError(
            say("This is the database of another program."),
            where=say("It is {}.").format(database.path),
            advice=say("Choose another folder with --library."),
        )
    if version > known_version:
        raise LibraryError(
            say(
                "This library was made by a newer reader (its version is {}, this program knows "
                "{})."
            ).format(version, known_version),
            where=say("It is {} and was not touched.").format(database.path),
            advice=say("Update reader to open it."),
        )
    return int(version)


def _register(migrations: Migrations, file: Path, number: int) -> None:
    def apply(db: SqliteUtilsDatabase) -> None:
        for statement in statements(file.read_text(encoding="utf-8")):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {number}")

    migrations(name=file.stem)(apply)


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, since ``executescript`` would commit in between."""
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
