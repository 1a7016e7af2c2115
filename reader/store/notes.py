"""Notes. Each text carries its hash, since SQLite cannot see flipped bits."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from reader.model import Note
from reader.store import journal, revisions
from reader.store.connection import Database, storable


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
        (paper_id, text, version, revisions.text_hash(text), at),
    )
    revisions.add(database, paper_id, before.text, text, now)
    return True
