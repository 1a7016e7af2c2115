"""SQLite: the only truth. Everything here takes a Database; only ``Store`` hands them out.

Read-only verbs work on ``Store.reading()``; writing verbs must be inside ``Store.write()``, and
those that change what the user sees inside ``journal.recorded`` too.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.errors import LibraryError
from reader.store import journal, migrations, note_links, todos
from reader.store.connection import Database
from reader.words import say

__all__ = ["FILE", "Database", "Store"]

FILE = "library.db"
"""The database in the folder of a library."""


class _Over(Exception):  # noqa: N818 - the end of a trial is no failure
    """Ends a transaction that was only tried."""


class Store:
    """The database of one library, for any number of threads: each has its own connection."""

    def __init__(
        self,
        path: Path,
        *,
        link_names: note_links.LinkNames = note_links.no_links,
        open_todos: todos.OpenTodos = todos.no_todos,
    ) -> None:
        """Opens or makes the database at ``path`` and brings it to the current schema.

        ``link_names`` and ``open_todos`` find what notes have; whoever writes notes must give them.
        Raises LibraryError when it cannot be opened, is not ours, or is newer than this program.
        """
        self.path = path
        self._link_names = link_names
        self._open_todos = open_todos
        self._own = threading.local()
        self._connections: list[Database] = []
        self._lock = threading.Lock()
        # Another program is waited for some seconds, another thread as long as it takes.
        self._turn = threading.Lock()
        database = self._connect(create=True)
        try:
            migrations.migrate(database)
        except BaseException:
            self.close()
            raise
        self._install(database)

    def reading(self) -> Database:
        """This thread's connection. For queries only."""
        database: Database | None = getattr(self._own, "database", None)
        if database is None:
            database = self._connect()
            self._install(database)
        return database

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction: all of the block is kept, or nothing. Raises LibraryError."""
        database = self.reading()
        with self._turn, database.immediate():
            yield database

    @contextmanager
    def trial(self) -> Iterator[Database]:
        """A transaction of which nothing is kept: for what tells what it would do by doing it."""
        database = self.reading()
        with suppress(_Over), self._turn, database.immediate():
            yield database
            raise _Over

    def close(self) -> None:
        """Closes every thread's connection."""
        with self._lock:
            while self._connections:
                self._connections.pop().close()
        self._own = threading.local()

    def _connect(self, *, create: bool = False) -> Database:
        if not create and not self.path.exists():
            raise LibraryError(
                say("The library's database is gone."),
                where=say("It was {}.").format(self.path),
                advice=say("Was its folder moved or its disk removed?"),
            )
        database = Database(self.path, create=create)
        note_links.define(database, self._link_names)
        todos.define(database, self._open_todos)
        self._own.database = database
        with self._lock:
            self._connections.append(database)
        return database

    @staticmethod
    def _install(database: Database) -> None:
        journal.install(database)
        note_links.install(database)
        todos.install(database)
