"""What is still to do, by the checklists in notes. Derived from their texts, see ``derived``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import groupby

from reader.model import PaperTodos, Todo
from reader.store import derived
from reader.store.connection import Database

OpenTodos = Callable[[str], list[tuple[int, str]]]
"""The open items of a note. See reader.operations.todos."""

# "To do" is a list of papers, in which each is once.
COUNT = "SELECT count(DISTINCT paper_id) FROM todos"
PAPERS = "SELECT paper_id FROM todos"


def no_todos(_text: str) -> list[tuple[int, str]]:
    """The OpenTodos of a store of which nobody asks for them."""
    return []


def define(database: Database, find: OpenTodos) -> None:
    """Gives a connection the function that migrations and triggers find open items with."""
    derived.define(database, "open_todos", find)


def install(database: Database) -> None:
    """Has a connection keep the open items right whatever it does to notes."""
    derived.install(
        database,
        "todos",
        "SELECT new.paper_id, todo.value ->> 0, todo.value ->> 1 "
        "FROM json_each(open_todos(new.text)) todo",
    )


def listed(database: Database, ids: Sequence[int] | None = None) -> list[PaperTodos]:
    """The open items of papers, or of all: the papers newest first, items as the notes have them.

    Papers without any are left out.
    """
    wanted = "" if ids is None else "WHERE p.id IN (SELECT value FROM json_each(?))"
    rows = database.rows(
        "SELECT p.id, p.reader_id, p.title, t.line, t.text FROM todos t "
        f"JOIN papers p ON p.id = t.paper_id {wanted} ORDER BY p.added_at DESC, p.id, t.line",
        () if ids is None else (json.dumps(list(ids)),),
    )
    return [
        PaperTodos(key, reader_id, title, tuple(Todo(line, text) for *_, line, text in items))
        for (key, reader_id, title), items in groupby(rows, key=lambda row: row[:3])
    ]
