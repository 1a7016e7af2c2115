"""What the person had marked in another program, brought to papers by an import.

Nothing that the person decided here is undone by it: a status only replaces one that was never
chosen, a star and tags are added, and a note is put below the one that is there. A citation key is
kept where the paper has none and no other has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reader.model import Marks, Status
from reader.store import citation_keys, notes, papers, tags
from reader.store.connection import Database


def add_marks(database: Database, marked: Iterable[tuple[int, Marks]], now: datetime) -> None:
    """Brings marks to papers, by their numbers."""
    marked = list(marked)
    citation_keys.adopt(database, [(paper_id, marks.citation_key) for paper_id, marks in marked])
    for paper_id, marks in marked:
        if marks.status is not None:
            _set_status(database, paper_id, marks.status, marks.read_at or now)
        if marks.starred:
            papers.set_starred(database, [paper_id], True, now)
        names = (tags.clean(name) for name in marks.tags)
        tags.add(database, [paper_id], [name for name in dict.fromkeys(names) if name])
        if marks.note.strip():
            _add_note(database, paper_id, marks.note.strip(), now)


def date_new(database: Database, marked: Iterable[tuple[int, Marks]]) -> None:
    """Gives new papers the moment at which the person had added them elsewhere, where one is known.

    One in the future is not believed.
    """
    for paper_id, marks in marked:
        if marks.added_at is not None:
            at = marks.added_at.isoformat(timespec="milliseconds")
            sql = "UPDATE papers SET added_at = ?1 WHERE id = ?2 AND added_at > ?1"
            database.execute(sql, (at, paper_id))


def _set_status(database: Database, paper_id: int, status: Status, at: datetime) -> None:
    untouched = "SELECT 1 FROM papers WHERE id = ? AND status = 'inbox' AND status_at IS NULL"
    if database.value(untouched, (paper_id,)):
        papers.set_status(database, [paper_id], status, at)


def _add_note(database: Database, paper_id: int, text: str, now: datetime) -> None:
    before = notes.get(database, paper_id).text
    if text not in before:
        whole = f"{before.rstrip()}\n\n{text}" if before.strip() else text
        notes.save(database, paper_id, whole, now)
