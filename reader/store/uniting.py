"""Unites a paper of the library with the one of a dump that it is. Inside a step of the history.

Nothing that was written on either is lost by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reader.store import authors, origins, restoring
from reader.store.connection import Database
from reader.store.restoring import DumpedPaper, Text
from reader.store.revisions import text_hash


def unite(database: Database, key: int, paper: DumpedPaper) -> Text | None:
    """Brings to a paper of the library what a dump knows more of it, but for a citation key.

    Empty fields are filled; one that the person set there and only a digest here becomes theirs.
    Of two decisions (status, star) and of two notes the later stands. Returns the text of a note
    that had to make way, for the history: that from here, or that from there.
    """
    _merge_fields(database, key, paper)
    _merge_decisions(database, key, paper)
    restoring.add_parts(database, [(key, paper)])
    return None if paper.note is None else _merge_note(database, key, paper.note)


def _merge_fields(database: Database, key: int, paper: DumpedPaper) -> None:
    here = origins.of_paper(database, key)
    known = origins.fields_of(database, key)
    provisional = database.value("SELECT title_provisional FROM papers WHERE id = ?", (key,))
    for field in origins.FIELDS:
        value = paper.authors if field == "authors" else paper.values[field]
        mine = field in here and here[field] is None
        theirs = field in paper.origins and paper.origins[field] is None
        empty = not getattr(known, field) or (field == "title" and provisional)
        if mine or not value or value == getattr(known, field) or not (empty or theirs):
            continue
        if field == "title" and paper.values["title_provisional"]:
            continue
        _set_field(database, key, field, value, paper.title_key)
        if field in paper.origins:
            origins.claim(database, [(key, field)], paper.origins[field])
    database.execute(
        "UPDATE papers SET snippet = iif(snippet = '', ?1, snippet), "
        "version = nullif(max(ifnull(version, 0), ifnull(?2, 0)), 0), added_at = min(added_at, ?3) "
        "WHERE id = ?4",
        (paper.values["snippet"], paper.values["version"], paper.values["added_at"], key),
    )


def _set_field(database: Database, key: int, field: str, value: Any, title_key: str) -> None:
    if field == "authors":
        authors.replace(database, key, value)
        return
    database.execute(f"UPDATE papers SET {field} = ? WHERE id = ?", (value, key))
    if field == "title":
        sql = "UPDATE papers SET title_key = ?, title_provisional = 0 WHERE id = ?"
        database.execute(sql, (title_key, key))


def _merge_decisions(database: Database, key: int, paper: DumpedPaper) -> None:
    values = paper.values
    database.execute(
        "UPDATE papers SET status = ?1, status_at = ?2, read_at = ifnull(?3, read_at) "
        "WHERE id = ?4 AND ?2 IS NOT NULL AND ifnull(status_at, '') < ?2",
        (values["status"], values["status_at"], values["read_at"], key),
    )
    database.execute(
        "UPDATE papers SET starred = ?1, starred_at = ?2 "
        "WHERE id = ?3 AND ?2 IS NOT NULL AND ifnull(starred_at, '') < ?2",
        (values["starred"], values["starred_at"], key),
    )
    database.execute(
        "UPDATE papers SET starred = 1 WHERE id = ?1 AND ?2 AND starred_at IS NULL AND starred = 0",
        (key, values["starred"]),
    )


def _merge_note(database: Database, key: int, there: Text) -> Text | None:
    rows = database.rows("SELECT text, changed_at FROM notes WHERE paper_id = ?", (key,))
    here = Text(*rows[0]) if rows else Text("", "")
    if here.text == there.text:
        return None
    if here.at < there.at:
        restoring.put_note(database, key, there)
        return here if here.text.strip() else None
    known = (
        "SELECT 1 FROM note_revisions r JOIN papers p USING (reader_id) "
        "WHERE p.id = ? AND r.hash = ?"
    )
    # What is in the history was there, or made way, before.
    new = there.text.strip() and not database.value(known, (key, text_hash(there.text)))
    return there if new else None


def unite_histories(
    database: Database, reader_id: str, history: Iterable[Text], replaced: Iterable[Text]
) -> None:
    """Adds what a paper's history lacks of another history; all is in order of time again.

    Texts that were ``replaced`` go in too, where neither history has them.
    """
    sql = "SELECT text, made_at FROM note_revisions WHERE reader_id = ? ORDER BY id"
    here = [Text(*row) for row in database.rows(sql, (reader_id,))]
    every = list(dict.fromkeys((*here, *history)))
    known = {text for text, _ in every}
    every += [one for one in dict.fromkeys(replaced) if one.text not in known]
    if len(every) == len(set(here)):
        return
    every.sort(key=lambda one: datetime.fromisoformat(one.at))
    database.execute("DELETE FROM note_revisions WHERE reader_id = ?", (reader_id,))
    restoring.add_revisions(database, [(reader_id, one) for one in every])
