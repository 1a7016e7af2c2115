"""The authors of papers, in order."""

from __future__ import annotations

from collections.abc import Iterable

from reader.store.connection import Database


def add(database: Database, papers: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Gives papers that have none their authors."""
    database.execute_many(
        "INSERT INTO authors (paper_id, position, name) VALUES (?, ?, ?)",
        [(key, at, name) for key, names in papers for at, name in enumerate(names)],
    )


def replace(database: Database, paper_id: int, names: Iterable[str]) -> None:
    """Gives a paper other authors."""
    database.execute("DELETE FROM authors WHERE paper_id = ?", (paper_id,))
    add(database, [(paper_id, names)])
