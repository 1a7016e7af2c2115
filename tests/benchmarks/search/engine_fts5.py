"""SQLite's FTS5 as it is usually set up: Porter stems, prefix indexes, bm25 with the title twice.

The table keeps the texts, as one that may change its rows must unless they are kept beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.benchmarks.search.asked import Asked, Kind
from tests.benchmarks.search.engines import FIELDS, LIMIT, CannotError, Fields, Paper

_FILE = "papers.db"
_COLUMNS = ", ".join(FIELDS)
_MAKE = (
    f"CREATE VIRTUAL TABLE papers USING fts5({_COLUMNS}, "
    "tokenize = 'porter unicode61 remove_diacritics 2', prefix = '1 2 3')"
)
_RANK = "INSERT INTO papers(papers, rank) VALUES ('rank', 'bm25(2.0, 1.0, 1.0, 1.5)')"
_ADD = f"INSERT INTO papers(rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_BEST = "SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY rank LIMIT ?"
_COUNT = "SELECT count(*) FROM papers WHERE papers MATCH ?"


def build(folder: Path, papers: Iterable[Paper]) -> None:
    """Fills the table in one transaction; its pieces merge as they come."""
    folder.mkdir()
    connection = sqlite3.connect(folder / _FILE)
    with connection:
        connection.execute(_MAKE)
        connection.execute(_RANK)
        connection.executemany(_ADD, (_row(number, fields) for number, fields in papers))
    connection.close()


def open_engine(folder: Path) -> Fts5Engine:
    """Opens what was built."""
    return Fts5Engine(folder)


class Fts5Engine:
    """An open table."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / _FILE)
        self._connection.execute("PRAGMA journal_mode = WAL")

    def search(self, query: Asked, limit: int = LIMIT) -> tuple[Sequence[int], int]:
        match = _expression(query)
        ids = [number for (number,) in self._connection.execute(_BEST, (match, limit))]
        ((total,),) = self._connection.execute(_COUNT, (match,))
        return ids, total

    def replace(self, number: int, fields: Fields) -> None:
        with self._connection:
            self._connection.execute("DELETE FROM papers WHERE rowid = ?", (number,))
            self._connection.execute(_ADD, _row(number, fields))

    def close(self) -> None:
        self._connection.close()


def _row(number: int, fields: Fields) -> tuple[int | str, ...]:
    return (number, *(fields[field] for field in FIELDS))


def _expression(query: Asked) -> str:
    quoted = [f'"{word}"' for word in query.words]
    match query.kind:
        case Kind.ALL:
            return " ".join([*quoted, f'"{query.begun}"*'] if query.begun else quoted)
        case Kind.ANY:
            return " OR ".join(quoted)
        case Kind.PHRASE:
            return f'"{" ".join(query.words)}"'
        case Kind.TITLE:
            return f"title : {quoted[0]}"
    raise CannotError(query.kind)
