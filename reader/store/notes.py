"""Notes and their revisions. Each text carries its hash, since SQLite cannot see flipped bits."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import datetime, timedelta

from reader.model import Note
from reader.store import journal
from reader.store.connection import Database, storable

# Typing saves every half second; a revision is kept for each stretch of writing, not for each save.
REVISION_STRETCH = timedelta(seconds=30)


def text_hash(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def get(database: Database, paper_id: int) -> Note:
    """The note of a paper; an empty one of version 0 when it never had one."""
    found = database.rows("SELECT text, version FROM notes WHERE paper_id = ?", (paper_id,))
    return Note(*found[0]) if found else Note()


def of_papers(database: Database, wanted: str) -> dict[int, Note]:
    """The notes of papers (``wanted`` is a JSON array of numbers), empty ones included."""
    rows = database.rows(
        "SELECT paper_id, text, version FROM notes "
        "WHERE paper_id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    return defaultdict(Note, {key: Note(text, version) for key, text, version in rows})


def save(database: Database, paper_id: int, text: str, now: datetime) -> bool:
    """Stores the text and a revision of it. Returns False when it is what was there."""
    text = storable(text)
    before = get(database, paper_id)
    if before.text == text:
        return False
    at = now.isoformat(timespec="milliseconds")
    # A version is never given twice, not even after an undo: it names one text.
    version = journal.counter(database) + 1
    database.execute(
        "INSERT INTO notes (paper_id, text, version, hash, changed_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (paper_id) DO UPDATE SET text = excluded.text, version = excluded.version, "
        "hash = excluded.hash, changed_at = excluded.changed_at",
        (paper_id, text, version, text_hash(text), at),
    )
    _add_revision(database, paper_id, before.text, text, now)
    return True


def revisions(database: Database, paper_id: int) -> list[tuple[datetime, str]]:
    """When each kept text was written, and the text; newest first."""
    rows = database.rows(
        "SELECT r.made_at, r.text FROM note_revisions r JOIN papers p USING (reader_id) "
        "WHERE p.id = ? ORDER BY r.id DESC",
        (paper_id,),
    )
    return [(datetime.fromisoformat(at), text) for at, text in rows]


def _add_revision(database: Database, paper_id: int, before: str, text: str, now: datetime) -> None:
    reader_id = database.value("SELECT reader_id FROM papers WHERE id = ?", (paper_id,))
    last = database.rows(
        "SELECT id, text, made_at FROM note_revisions WHERE reader_id = ? ORDER BY id DESC LIMIT 1",
        (reader_id,),
    )
    values = (text, text_hash(text))
    # Only a text that merely grew replaces its own revision: nothing that was written gets lost.
    if last and last[0][1] == before and before in text:
        key, _, made_at = last[0]
        if now - datetime.fromisoformat(made_at) <= REVISION_STRETCH:
            sql = "UPDATE note_revisions SET text = ?, hash = ? WHERE id = ?"
            database.execute(sql, (*values, key))
            return
    database.execute(
        "INSERT INTO note_revisions (reader_id, text, hash, made_at) VALUES (?, ?, ?, ?)",
        (reader_id, *values, now.isoformat(timespec="milliseconds")),
    )
