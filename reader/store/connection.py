"""One connection to a library's database: how it is opened, and how it is written to.

WAL with synchronous=FULL is what kept every acknowledged save through simulated power cuts;
BEGIN IMMEDIATE is what keeps two programs from losing each other's updates. Nothing else in the
program opens, begins or commits.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import LibraryError
from reader.words import say

if TYPE_CHECKING:
    import sqlite_utils

BUSY_TIMEOUT_SECONDS = 10
Parameters = Sequence[Any]


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the environment did to SQLite into LibraryError; bugs of ours pass through."""
    try:
        yield
    except sqlite3.OperationalError as error:
        sentence = _sentence(str(error))
        if sentence is None:  # a wrong table name, say, is ours: let it be seen as the bug it is
            raise
        raise LibraryError(sentence, where=say("The library is {}.").format(path)) from error
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            say("The library's database is damaged."),
            where=say("It is {} ({}).").format(path, error),
            advice=say("Copy it somewhere safe before anything else."),
        ) from error


def _sentence(message: str) -> str | None:
    known = {
        "locked": say("Another program is writing to the library and did not finish; try again."),
        "full": say("The disk is full; nothing was changed. Free some space and try again."),
        "readonly": say("The library cannot be written to: its folder or file is read-only."),
        "unable to open": say("The library's database cannot be opened."),
        "disk I/O": say("The disk reported an error while the library was used."),
    }
    return next((sentence for sign, sentence in known.items() if sign in message), None)


def storable(text: str) -> str:
    """The text with halves of UTF-16 pairs joined, or replaced where alone: UTF-8 has none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Database:
    """A connection as the rest of the store uses it. Belongs to the thread that made it."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Opens the database; with ``create`` an empty one is made where there is none.

        Raises LibraryError when it is not there or cannot be opened.
        """
        self.path = path
        mode = "rwc" if create else "rw"
        with explained(path):
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode={mode}",
                uri=True,
                isolation_level=None,
                timeout=BUSY_TIMEOUT_SECONDS,
                check_same_thread=False,
            )
            self._connection = connection
            for pragma in ("foreign_keys=ON", "synchronous=FULL", "recursive_triggers=ON"):
                self.execute(f"PRAGMA {pragma}")

    def use_wal(self) -> None:
        """Makes the file one with a write-ahead log; only once it is known to be ours."""
        deadline = time.monotonic() + BUSY_TIMEOUT_SECONDS
        with explained(self.path):
            while self.value("PRAGMA journal_mode") != "wal":
                try:
                    self.execute("PRAGMA journal_mode=WAL")
                except sqlite3.OperationalError as error:
                    # SQLite itself does not wait here when another program opens the library too.
                    if "locked" not in str(error) or time.monotonic() > deadline:
                        raise
                    time.sleep(0.01)

    @cached_property
    def tables(self) -> sqlite_utils.Database:
        """The same connection with sqlite-utils' own verbs, for migrations and introspection."""
        # It loads numpy, which takes longer than all else that a library needs to open.
        import sqlite_utils

        return sqlite_utils.Database(self._connection)

    def define(self, name: str, function: Callable[[str], str]) -> None:
        """Gives SQL a function of one text that always has the same answer."""
        self._connection.create_function(name, 1, function, deterministic=True)

    def version(self) -> tuple[int, int]:
        """Changes whenever anything in the database may have, by this connection or another."""
        return int(self.value("PRAGMA data_version")), int(self._connection.total_changes)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of a query. A read-only operation."""
        with explained(self.path):
            return self._run(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, or None."""
        with explained(self.path):
            row = self._run(sql, parameters).fetchone()
        return None if row is None else row[0]

    def numbers(self, sql: str, parameters: Parameters = ()) -> list[int]:
        """All of a query's one column of whole numbers, which must be called ``id``, in order.

        For the many: as rows, a hundred thousand would each stop all threads of the program in
        turn. That an aggregate sees its rows in the order of the subquery is how SQLite is built
        and no promise of its; tests hold it.
        """
        found: list[int] = json.loads(
            self.value(f"SELECT json_group_array(id) FROM ({sql})", parameters)
        )
        return found

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Runs one statement and returns how many rows it changed."""
        return self._run(sql, parameters).rowcount

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Runs one statement for each row of parameters."""
        self._connection.executemany(sql, rows)

    def insert(self, sql: str, parameters: Parameters) -> int:
        """Runs an INSERT and returns the new row's key."""
        key = self._run(sql, parameters).lastrowid
        assert key is not None
        return key

    def _run(self, sql: str, parameters: Parameters) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, parameters)
        except UnicodeEncodeError:  # when binding, so before anything was done
            mended = [storable(value) if isinstance(value, str) else value for value in parameters]
            return self._connection.execute(sql, mended)

    @contextmanager
    def immediate(self) -> Iterator[None]:
        """A transaction that holds the write lock from its first statement; all or nothing."""
        with explained(self.path):
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All queries of the block see the database as it is at the first of them."""
        with explained(self.path):
            self.execute("BEGIN")
            try:
                yield
            finally:
                self.execute("COMMIT")

    def copy_to(self, path: Path) -> None:
        """Makes a file that has what this database has, without journals. Raises LibraryError.

        By a connection of its own: this one may be in a transaction, and what that has not kept is
        not in the copy.
        """
        with explained(path), closing(sqlite3.connect(path, isolation_level=None)) as target:
            with explained(self.path), closing(sqlite3.connect(self.path)) as source:
                source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")

    def close(self) -> None:
        """Closes the connection; calling it twice is fine."""
        self._connection.close()
