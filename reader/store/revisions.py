"""The texts that notes had. Each carries its hash, since SQLite cannot see flipped bits.

They are no part of undo: undoing must not take texts away. What goes is decided by
``reader.operations.thinning``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from reader.errors import NotFoundError
from reader.model import NoteRevision
from reader.store.connection import Database
from reader.store.moments import stored
from reader.words import say

# Typing saves every half second; a revision is kept for each stretch of writing, not for each save.
STRETCH = timedelta(seconds=30)


def text_hash(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def of_paper(database: Database, paper_id: int) -> list[NoteRevision]:
    """The kept texts of a paper's note, newest first."""
    reader_id = database.value("SELECT reader_id FROM papers WHERE id = ?", (paper_id,))
    return of_note(database, reader_id or "")


def of_note(database: Database, reader_id: str) -> list[NoteRevision]:
    """The kept texts of the note of a paper that may be gone, newest first."""
    rows = database.rows(
        "SELECT id, made_at, text FROM note_revisions WHERE reader_id = ? ORDER BY id DESC",
        (reader_id,),
    )
    return [NoteRevision(key, datetime.fromisoformat(at), text) for key, at, text in rows]


def text_of(database: Database, paper_id: int, revision_id: int) -> str:
    """One of the kept texts of a paper's note. Raises NotFoundError."""
    rows = database.rows(
        "SELECT r.text FROM note_revisions r JOIN papers p USING (reader_id) "
        "WHERE p.id = ? AND r.id = ?",
        (paper_id, revision_id),
    )
    if not rows:
        raise NotFoundError(
            say("The note has no version {}.").format(revision_id),
            where=say("Paper {}.").format(paper_id),
            advice=say("List its versions: reader note ID --history"),
        )
    return str(rows[0][0])


def add(database: Database, paper_id: int, before: str, text: str, now: datetime) -> None:
    """Keeps ``text``, which takes the place of ``before``, and ``before`` too if nothing else did.

    A text that merely grew within STRETCH replaces its own revision: nothing written gets lost.
    """
    reader_id = database.value("SELECT reader_id FROM papers WHERE id = ?", (paper_id,))
    last = database.rows(
        "SELECT id, text, made_at FROM note_revisions WHERE reader_id = ? ORDER BY id DESC LIMIT 1",
        (reader_id,),
    )
    kept = bool(last) and last[0][1] == before
    if kept and before in text:
        key, _, made_at = last[0]
        if now - datetime.fromisoformat(made_at) <= STRETCH:
            sql = "UPDATE note_revisions SET text = ?, hash = ? WHERE id = ?"
            database.execute(sql, (text, text_hash(text), key))
            return
    # Undo brings back texts whose own revision may have grown or been thinned away since.
    if before and not kept and not _has(database, reader_id, before):
        _insert(database, reader_id, before, now)
    _insert(database, reader_id, text, now)


def crowded(database: Database, until: datetime) -> list[str]:
    """The reader-ids of the papers whose notes have several texts from before a moment."""
    rows = database.rows(
        "SELECT reader_id FROM note_revisions WHERE made_at < ? GROUP BY reader_id "
        "HAVING count(*) > 1",
        (stored(until),),
    )
    return [reader_id for (reader_id,) in rows]


def forget(database: Database, ids: Iterable[int]) -> None:
    """Deletes revisions."""
    database.execute(
        "DELETE FROM note_revisions WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )


def _has(database: Database, reader_id: str, text: str) -> bool:
    sql = "SELECT 1 FROM note_revisions WHERE reader_id = ? AND hash = ? LIMIT 1"
    return database.value(sql, (reader_id, text_hash(text))) is not None


def _insert(database: Database, reader_id: str, text: str, now: datetime) -> None:
    database.execute(
        "INSERT INTO note_revisions (reader_id, text, hash, made_at) VALUES (?, ?, ?, ?)",
        (reader_id, text, text_hash(text), now.isoformat(timespec="milliseconds")),
    )
