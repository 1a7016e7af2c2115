"""What is derived from the texts of notes, by triggers, so that no verb can forget it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence

from reader.store.connection import Database

log = logging.getLogger(__name__)


def define(database: Database, name: str, find: Callable[[str], Sequence[object]]) -> None:
    """Gives a connection a function of a text, for migrations and triggers; it answers in JSON."""

    def function(text: str) -> str:
        try:
            return json.dumps(find(text))
        except Exception:
            # A bug in finding things must not keep a note from being saved.
            log.exception("%s of a note were not found", name)
            return "[]"

    database.define(name, function)


def install(database: Database, table: str, rows: str) -> None:
    """Has a connection keep a table right whatever it does to notes.

    ``rows`` selects what the table has of the note that a trigger calls ``new``.
    """
    forget = f"DELETE FROM {table} WHERE paper_id = {{}}.paper_id;"
    derive = f"{forget.format('new')} INSERT INTO {table} {rows};"
    for event, statements in (
        ("INSERT", derive),
        ("UPDATE OF text", derive),
        ("DELETE", forget.format("old")),
    ):
        name = f"{table}_{event.split()[0].lower()}"
        database.execute(
            f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.notes BEGIN {statements} END"
        )
