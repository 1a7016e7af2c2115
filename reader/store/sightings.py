"""What each digest said of each paper: an entry as it stood there, kept as JSON."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.model import DigestEntry, Entry, Marks, Sighting
from reader.store import digests, origins, papers
from reader.store.connection import Database


@dataclass(frozen=True, slots=True)
class Stored:
    """A row of ``entries``: its key, where it stands in its digest, its paper, what it said."""

    id: int
    position: int
    paper_id: int
    said: dict[str, Any]
    line: int


def add(database: Database, sightings: Sequence[tuple[Entry, int]], digest_id: int) -> None:
    """Records which paper each entry of a digest is."""
    database.execute_many(
        "INSERT INTO entries (digest_id, position, paper_id, said, line) VALUES (?, ?, ?, ?, ?)",
        [
            (digest_id, entry.position, paper_id, _written(said(entry)), entry.line)
            for entry, paper_id in sightings
        ],
    )


def replace(database: Database, rows: Iterable[tuple[Stored, Entry]], digest_id: int) -> None:
    """Lets entries of a digest say, at the place they now have, what they say read again."""
    # Positions are unique at every moment: first all out of the way.
    database.execute("UPDATE entries SET position = -position WHERE digest_id = ?", (digest_id,))
    database.execute_many(
        "UPDATE entries SET position = ?, said = ?, line = ? WHERE id = ?",
        [(e.position, _written(said(e)), e.line, stored.id) for stored, e in rows],
    )


def remove(database: Database, rows: Iterable[Stored]) -> None:
    """Forgets that a digest named these."""
    database.execute_many("DELETE FROM entries WHERE id = ?", [(row.id,) for row in rows])


def take_names(database: Database, gone: Stored) -> None:
    """Takes off a paper the identifiers and links of what is gone that no entry names any more."""
    for table, scheme, name in (("identifiers", "scheme", "value"), ("links", "kind", "url")):
        of_gone = json.dumps(gone.said.get(table, []))
        pair = f"json_array(t.{scheme}, t.{name})"
        database.execute(
            f"DELETE FROM {table} AS t WHERE t.paper_id = ?1 "
            f"AND {pair} IN (SELECT json(n.value) FROM json_each(?2) n) "
            f"AND NOT EXISTS (SELECT 1 FROM entries e, json_each(e.said, '$.{table}') n "
            f"WHERE e.paper_id = ?1 AND json(n.value) = {pair})",
            (gone.paper_id, of_gone),
        )


def of_digest(database: Database, digest_id: int) -> list[Stored]:
    """What a digest named, in its order. Raises NotFoundError."""
    digests.get(database, digest_id)
    rows = database.rows(
        "SELECT id, position, paper_id, said, line FROM entries "
        "WHERE digest_id = ? ORDER BY position",
        (digest_id,),
    )
    return [
        Stored(key, position, paper_id, json.loads(text), line)
        for key, position, paper_id, text, line in rows
    ]


def of_paper(database: Database, paper_id: int) -> list[Sighting]:
    """Where a paper was seen, the first sighting first. Raises NotFoundError."""
    papers.require(database, paper_id)
    fields: dict[int, list[str]] = defaultdict(list)
    for field, digest_id in origins.of_paper(database, paper_id).items():
        if digest_id is not None:
            fields[digest_id].append(field)
    rows = database.rows(
        "SELECT digest_id, position, said ->> 'title' FROM entries WHERE paper_id = ? ORDER BY id",
        (paper_id,),
    )
    return [
        Sighting(digests.get(database, key), position, title, tuple(fields.pop(key, ())))
        for key, position, title in rows
    ]


def as_digest_entry(stored: Stored) -> DigestEntry:
    """An entry as it is shown to a person."""
    said_ = stored.said
    return DigestEntry(
        stored.position, stored.paper_id, said_["title"], said_.get("doubt", ""), stored.line
    )


def said(entry: Entry) -> dict[str, Any]:
    """What an entry said, as what JSON can hold, without the fields it left empty."""
    fields = {
        "title": entry.title,
        "title_provisional": entry.title_provisional,
        "abstract": entry.abstract,
        "authors": list(entry.authors),
        "year": entry.year,
        "venue": entry.venue,
        "identifiers": [[i.scheme, i.value] for i in entry.identifiers],
        "links": [[link.kind.value, link.url] for link in entry.links],
        "doubt": entry.doubt,
        "snippet": entry.snippet,
        "version": entry.version,
        "marks": _said_marks(entry.marks),
    }
    return {name: value for name, value in fields.items() if value}


def _said_marks(marks: Marks) -> dict[str, object]:
    fields = {
        "status": marks.status.value if marks.status else None,
        "starred": marks.starred,
        "tags": list(marks.tags),
        "note": marks.note,
        "added_at": marks.added_at.isoformat() if marks.added_at else None,
        "read_at": marks.read_at.isoformat() if marks.read_at else None,
        "citation_key": marks.citation_key,
    }
    return {name: value for name, value in fields.items() if value}


def _written(said_: dict[str, Any]) -> str:
    return json.dumps(said_, ensure_ascii=False)
