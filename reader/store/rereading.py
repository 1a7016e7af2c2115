"""Papers follow what a digest says of them when it is read again."""

from __future__ import annotations

from reader.model import Entry
from reader.store import origins
from reader.store.connection import Database


def replace_fields(database: Database, paper_id: int, entry: Entry, digest_id: int) -> None:
    """Gives a paper the fields anew that this digest had given it; others stay as they are."""
    ours = {f for f, digest in origins.of_paper(database, paper_id).items() if digest == digest_id}
    if "title" in ours:
        database.execute(
            "UPDATE papers SET title = ?, title_key = ?, title_provisional = ? WHERE id = ?",
            (entry.title, entry.title_key, entry.title_provisional, paper_id),
        )
    for field, value in (
        ("year", entry.year),
        ("venue", entry.venue),
        ("abstract", entry.abstract),
    ):
        if field in ours:
            sql = f"UPDATE papers SET {field} = ? WHERE id = ?"
            database.execute(sql, (value, paper_id))
    if "authors" in ours:
        origins.set_authors(database, paper_id, entry.authors)
