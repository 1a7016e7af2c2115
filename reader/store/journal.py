"""Undo and redo: every change of the user's data is recorded where it happens, in the database.

Temporary triggers note each inserted, updated and deleted row of the tables below, so no verb of
the store can forget to. A step of the history is the list of those notes; undoing it applies their
inverses through the same triggers, and what they note then is the way back: redo costs nothing.

A change is ``[op, table, row id, old values]``; runs of inserted rows are folded into
``["inserted", table, first id, last id]``. BLOBs are in hexadecimal, since JSON has no bytes.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from reader.model import Changes, HistoryItem, Kind
from reader.store import tallies
from reader.store.connection import Database

MERGE_WITHIN = timedelta(minutes=2)
STEPS_KEPT = 1000

# Which tables are undoable, the column that names the paper, and the kind that views listen for.
# note_revisions is not among them: undoing must not take texts away.
JOURNALED: dict[str, tuple[str, Kind]] = {
    "papers": ("id", Kind.PAPERS),
    "authors": ("paper_id", Kind.PAPERS),
    "identifiers": ("paper_id", Kind.PAPERS),
    "links": ("paper_id", Kind.PAPERS),
    "digests": ("NULL", Kind.DIGESTS),
    "entries": ("paper_id", Kind.DIGESTS),
    "field_origins": ("paper_id", Kind.PAPERS),
    "tags": ("NULL", Kind.TAGS),
    "paper_tags": ("paper_id", Kind.TAGS),
    "notes": ("paper_id", Kind.NOTES),
    "highlights": ("paper_id", Kind.HIGHLIGHTS),
    "smart_lists": ("NULL", Kind.SMART_LISTS),
    "possible_duplicates": ("paper_id", Kind.PAPERS),
    "deleted_papers": ("NULL", Kind.PAPERS),
}

Change = list[Any]


class Step:
    """What happened inside ``recorded``; ``changes`` is there once the block has ended."""

    changes = Changes(frozenset(), frozenset())


@contextmanager
def recorded(
    database: Database, label: str | Callable[[], str], now: datetime, merge_key: str = ""
) -> Iterator[Step]:
    """Makes all changes of the block one step of the history. Use inside ``Store.write``.

    Nothing is recorded when nothing changed. ``label`` may be a function that is asked at the end.
    Steps in a row with one non-empty ``merge_key`` (typing in a note) become a single step while
    the earlier is younger than MERGE_WITHIN.
    """
    step = Step()
    _start_capture(database)
    yield step
    changes, touched = _captured(database)
    if not changes:
        return
    text = label if isinstance(label, str) else label()
    _append(database, text, now, merge_key, changes)
    step.changes = _event(database, changes, touched, text)


def retitled(database: Database) -> list[tuple[int, str]]:
    """The papers that have another title key than before the step, with that. In ``recorded``."""
    return database.rows(
        "SELECT c.row_id, c.old ->> 'title_key' FROM captured c JOIN papers p ON p.id = c.row_id "
        "WHERE c.table_name = 'papers' AND c.op = 'update' AND c.old ->> 'title_key' IS NOT NULL "
        "AND p.title_key <> c.old ->> 'title_key'"
    )


def undo(database: Database) -> Changes | None:
    """Takes back the latest step that stands; None when there is none."""
    row = _latest(database, undone=False)
    return _replay(database, row, undone=True) if row else None


def redo(database: Database) -> Changes | None:
    """Does again the step that was undone last; None when there is none."""
    row = _latest(database, undone=True)
    return _replay(database, row, undone=False) if row else None


def history(database: Database, limit: int) -> list[HistoryItem]:
    """The steps, newest first."""
    rows = database.rows(
        "SELECT id, label, made_at, undone FROM journal ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [
        HistoryItem(key, label, datetime.fromisoformat(made_at), bool(undone))
        for key, label, made_at, undone in rows
    ]


def counter(database: Database) -> int:
    """A number that grows with every step, undo and redo, of any program on this library."""
    return int(database.value("SELECT value FROM settings WHERE name = 'change_counter'") or 0)


def install(database: Database) -> None:
    """Prepares a connection for writing: the temporary table and triggers that note changes."""
    database.execute(
        "CREATE TEMP TABLE captured (sequence INTEGER PRIMARY KEY, op TEXT, table_name TEXT, "
        "row_id INTEGER, paper_id INTEGER, old TEXT)"
    )
    for table, (paper, _kind) in JOURNALED.items():
        for statement in _triggers(database, table, paper):
            database.execute(statement)


def _triggers(database: Database, table: str, paper: str) -> Iterator[str]:
    columns = _columns(database, table)
    old = {name: f"hex(old.{name})" if blob else f"old.{name}" for name, blob in columns.items()}
    whole = ", ".join(f"'{name}', {value}" for name, value in old.items())
    changed = " UNION ALL ".join(
        f"SELECT '{name}' AS name, {value} AS value WHERE old.{name} IS NOT new.{name}"
        for name, value in old.items()
    )
    of_old, of_new = (paper if paper == "NULL" else f"{row}.{paper}" for row in ("old", "new"))
    values = {
        "insert": f"new.id, {of_new}, NULL",
        "update": f"old.id, {of_old}, (SELECT json_group_object(name, value) FROM ({changed}))",
        "delete": f"old.id, {of_old}, json_object({whole})",
    }
    for op, value in values.items():
        yield (
            f"CREATE TEMP TRIGGER capture_{op}_{table} AFTER {op.upper()} ON main.{table} BEGIN "
            f"INSERT INTO captured (op, table_name, row_id, paper_id, old) "
            f"VALUES ('{op}', '{table}', {value}); END"
        )


def _columns(database: Database, table: str) -> dict[str, bool]:
    """Each column's name, and whether it holds BLOBs."""
    info = database.rows(f"PRAGMA main.table_info({table})")
    return {row[1]: row[2] == "BLOB" for row in info}


def _start_capture(database: Database) -> None:
    database.execute("DELETE FROM captured")


def _captured(database: Database) -> tuple[list[Change], set[int]]:
    """The changes since ``_start_capture``, and the papers they touch."""
    changes: list[Change] = []
    touched: set[int] = set()
    rows = database.rows(
        "SELECT op, table_name, row_id, paper_id, old FROM captured ORDER BY sequence"
    )
    for op, table, row_id, paper_id, old in rows:
        if paper_id is not None:
            touched.add(paper_id)
        if op == "update" and old == "{}":
            continue
        if op == "insert":
            _fold_insert(changes, table, row_id)
        else:
            changes.append([op, table, row_id, json.loads(old)])
    return changes, touched


def _fold_insert(changes: list[Change], table: str, row_id: int) -> None:
    # Rows of an import alternate between tables: look a few changes back for the run to extend.
    for change in reversed(changes[-12:]):
        if change[0] != "inserted":
            break
        if change[1] == table:
            if change[3] == row_id - 1:
                change[3] = row_id
                return
            break
    changes.append(["inserted", table, row_id, row_id])


def _append(
    database: Database, label: str, now: datetime, merge_key: str, changes: list[Change]
) -> None:
    database.execute("DELETE FROM journal WHERE undone = 1")
    _bump(database)
    last = database.rows(
        "SELECT id, made_at, merge_key, changes FROM journal ORDER BY id DESC LIMIT 1"
    )
    if merge_key and last and last[0][2] == merge_key:
        key, made_at, _, stored = last[0]
        if now - datetime.fromisoformat(made_at) <= MERGE_WITHIN:
            merged = _pack(_merged(_unpack(stored), changes))
            database.execute("UPDATE journal SET changes = ? WHERE id = ?", (merged, key))
            return
    key = database.insert(
        "INSERT INTO journal (label, made_at, merge_key, changes) VALUES (?, ?, ?, ?)",
        (label, now.isoformat(timespec="milliseconds"), merge_key, _pack(changes)),
    )
    database.execute("DELETE FROM journal WHERE id <= ?", (key - STEPS_KEPT,))


def _merged(earlier: list[Change], later: list[Change]) -> list[Change]:
    """The earlier changes, and of the later ones those columns and rows it had not touched."""
    inserted = {(c[1], key) for c in earlier if c[0] == "inserted" for key in range(c[2], c[3] + 1)}
    updated = {(c[1], c[2]): c[3] for c in earlier if c[0] == "update"}
    merged = list(earlier)
    for change in later:
        op, table, row_id, old = change
        if op == "update" and (table, row_id) in inserted:
            continue
        if op == "update" and (table, row_id) in updated:
            known = updated[table, row_id]
            known.update({name: value for name, value in old.items() if name not in known})
            continue
        merged.append(change)
    return merged


def _latest(database: Database, *, undone: bool) -> tuple[Any, ...] | None:
    # Undone steps are always the newest ones: the last to stand is the highest, the first to come
    # back is the lowest.
    order = "ASC" if undone else "DESC"
    rows = database.rows(
        f"SELECT id, label, changes FROM journal WHERE undone = ? ORDER BY id {order} LIMIT 1",
        (int(undone),),
    )
    return rows[0] if rows else None


def _replay(database: Database, row: tuple[Any, ...], *, undone: bool) -> Changes:
    key, label, stored = row
    # Rows may come back before the rows they refer to.
    database.execute("PRAGMA defer_foreign_keys = ON")
    _start_capture(database)
    blobs = {
        (table, name)
        for table in JOURNALED
        for name, blob in _columns(database, table).items()
        if blob
    }
    for change in reversed(_unpack(stored)):
        _invert(database, change, blobs)
    changes, touched = _captured(database)
    database.execute(
        "UPDATE journal SET undone = ?, changes = ?, merge_key = '' WHERE id = ?",
        (int(undone), _pack(changes), key),
    )
    _bump(database)
    event = _event(database, changes, touched, label)
    return replace(event, undone=undone)


def _invert(database: Database, change: Change, blobs: set[tuple[str, str]]) -> None:
    op, table, row_id, old = change
    if op == "inserted":
        # One by one, newest first, so that the way back is in the order they were made.
        for key in range(old, row_id - 1, -1):
            database.execute(f"DELETE FROM {table} WHERE id = ?", (key,))
        return
    values = [
        bytes.fromhex(value) if (table, name) in blobs and value is not None else value
        for name, value in old.items()
    ]
    if op == "update":
        assignments = ", ".join(f"{name} = ?" for name in old)
        database.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", (*values, row_id))
    else:
        marks = ", ".join("?" * len(old))
        database.execute(f"INSERT INTO {table} ({', '.join(old)}) VALUES ({marks})", values)


def _event(database: Database, changes: Sequence[Change], touched: set[int], label: str) -> Changes:
    kinds = frozenset(JOURNALED[change[1]][1] for change in changes)
    moved = tallies.moved(database, changes)
    return Changes(kinds, frozenset(touched), label, step=counter(database), moved=moved)


def _bump(database: Database) -> None:
    database.execute(
        "INSERT INTO settings VALUES ('change_counter', '1') "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def _pack(changes: list[Change]) -> bytes:
    return zlib.compress(json.dumps(changes, ensure_ascii=False).encode("utf-8"), 1)


def _unpack(stored: bytes) -> list[Change]:
    changes: list[Change] = json.loads(zlib.decompress(stored))
    return changes
