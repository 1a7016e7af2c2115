"""Brings the records of a dump into a library, as they were. Inside a step of the history.

The papers that are here already are for ``reader.store.uniting``.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reader.model import Identifier, Link
from reader.store import authors, journal, origins, settings, tags
from reader.store.connection import Database
from reader.store.dumping import HIGHLIGHT, PAPER
from reader.store.revisions import text_hash

_KEPT = tuple(name for name in PAPER if name != "citation_key")


class Text(NamedTuple):
    """What a note once was, and since when."""

    text: str
    at: str


@dataclass(frozen=True, slots=True)
class DumpedPaper:
    """A paper of a dump, with the values of its line.

    ``origins`` has for a field the number of a digest here, or None for the person.
    """

    title_key: str
    values: Mapping[str, Any]
    origins: Mapping[str, int | None]

    @property
    def reader_id(self) -> str:
        """The name it keeps everywhere."""
        return str(self.values["reader_id"])

    @property
    def year(self) -> int | None:
        """The year, for comparing."""
        year: int | None = self.values["year"]
        return year

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors, in order."""
        return tuple(self.values["authors"])

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """What it is called elsewhere."""
        return tuple(self.values["identifiers"])

    @property
    def links(self) -> tuple[Link, ...]:
        """Where it is to be found."""
        return tuple(self.values["links"])

    @property
    def note(self) -> Text | None:
        """The note, if there ever was one."""
        note = self.values["note"]
        return note and Text(note["text"], note["changed_at"])

    @property
    def written(self) -> bool:
        """Whether the person wrote something on it."""
        return bool(self.values["highlights"]) or bool(self.note and self.note.text.strip())


def numbers_free(database: Database) -> bool:
    """Whether no paper was ever here, so that those of a dump can have the numbers they had."""
    return not database.value("SELECT seq FROM sqlite_sequence WHERE name = 'papers'")


def with_reader_ids(database: Database, reader_ids: Iterable[str]) -> dict[str, int]:
    """The papers that have these names."""
    sql = "SELECT reader_id, id FROM papers WHERE reader_id IN (SELECT value FROM json_each(?))"
    return dict(database.rows(sql, (json.dumps(list(reader_ids)),)))


def name_of(database: Database, paper_id: int) -> str:
    """The name of a paper that is there."""
    return str(database.value("SELECT reader_id FROM papers WHERE id = ?", (paper_id,)))


def deleted_ids(database: Database) -> set[str]:
    """The names of the papers that the person deleted here."""
    return {name for (name,) in database.rows("SELECT reader_id FROM deleted_papers")}


def with_revisions(database: Database) -> set[str]:
    """The names of the papers that have revisions here."""
    return {name for (name,) in database.rows("SELECT DISTINCT reader_id FROM note_revisions")}


def add_digest(database: Database, values: Mapping[str, Any]) -> int:
    """Keeps a digest as it was; returns its number."""
    renamed = {("content_hash" if name == "hash" else name): values[name] for name in values}
    row = renamed | {"raw": zlib.compress(values["raw"])}
    marks = ", ".join("?" * len(row))
    sql = f"INSERT INTO digests ({', '.join(row)}) VALUES ({marks})"
    return database.insert(sql, tuple(row.values()))


def add_papers(
    database: Database, papers: Sequence[DumpedPaper], *, keep_numbers: bool
) -> dict[str, int]:
    """Adds papers, without citation keys; returns their numbers here by their names."""
    last = int(database.value("SELECT seq FROM sqlite_sequence WHERE name = 'papers'") or 0)
    keys = [p.values["number"] if keep_numbers else last + at for at, p in enumerate(papers, 1)]
    numbered = list(zip(keys, papers, strict=True))
    marks = ", ".join("?" * (len(_KEPT) + 2))
    database.execute_many(
        f"INSERT INTO papers (id, title_key, {', '.join(_KEPT)}) VALUES ({marks})",
        [(key, p.title_key, *(p.values[name] for name in _KEPT)) for key, p in numbered],
    )
    # One that was deleted here and comes back is no longer deleted.
    sql = "DELETE FROM deleted_papers WHERE reader_id IN (SELECT value FROM json_each(?))"
    database.execute(sql, (json.dumps([p.reader_id for p in papers]),))
    authors.add(database, [(key, p.authors) for key, p in numbered])
    add_parts(database, numbered)
    for key, paper in numbered:
        for field, digest_id in paper.origins.items():
            origins.claim(database, [(key, field)], digest_id)
        if paper.note is not None:
            put_note(database, key, paper.note)
    return {paper.reader_id: key for key, paper in numbered}


def add_parts(database: Database, papers: Sequence[tuple[int, DumpedPaper]]) -> None:
    """Identifiers, links, highlights and tags, as far as they are not there."""
    database.execute_many(
        "INSERT INTO identifiers (paper_id, scheme, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(key, i.scheme, i.value) for key, p in papers for i in p.identifiers],
    )
    database.execute_many(
        "INSERT INTO links (paper_id, kind, url) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(key, link.kind.value, link.url) for key, p in papers for link in p.links],
    )
    same = " AND ".join(f"{name} = ?{at}" for at, name in enumerate(HIGHLIGHT[:-1], start=2))
    database.execute_many(
        f"INSERT INTO highlights (paper_id, {', '.join(HIGHLIGHT)}) "
        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 "
        f"WHERE NOT EXISTS (SELECT 1 FROM highlights WHERE paper_id = ?1 AND {same})",
        [
            (key, *(mark[name] for name in HIGHLIGHT))
            for key, p in papers
            for mark in p.values["highlights"]
        ],
    )
    _add_tags(database, [(key, tag) for key, p in papers for tag in p.values["tags"]])


def _add_tags(database: Database, tagged: Sequence[tuple[int, str]]) -> None:
    cleaned = [(key, name) for key, tag in tagged if (name := tags.clean(tag))]
    database.execute_many(
        "INSERT INTO tags (name) VALUES (?) ON CONFLICT DO NOTHING",
        [(name,) for name in dict.fromkeys(name for _, name in cleaned)],
    )
    database.execute_many(
        "INSERT INTO paper_tags (paper_id, tag_id) SELECT ?, id FROM tags WHERE name = ? "
        "ON CONFLICT DO NOTHING",
        cleaned,
    )


def put_note(database: Database, key: int, note: Text) -> None:
    """Gives a paper a note as it was."""
    database.execute(
        "INSERT INTO notes (paper_id, text, version, hash, changed_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (paper_id) DO UPDATE SET text = excluded.text, version = excluded.version, "
        "hash = excluded.hash, changed_at = excluded.changed_at",
        (key, note.text, journal.counter(database) + 1, text_hash(note.text), note.at),
    )


def add_entries(database: Database, rows: Iterable[tuple[int, int, int, str, int]]) -> None:
    """What digests named: digest, position, paper, what it said as JSON, line."""
    database.execute_many(
        "INSERT INTO entries (digest_id, position, paper_id, said, line) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        rows,
    )


def add_revisions(database: Database, texts: Iterable[tuple[str, Text]]) -> None:
    """Texts that notes once had, with the names of their papers."""
    database.execute_many(
        "INSERT INTO note_revisions (reader_id, text, hash, made_at) VALUES (?, ?, ?, ?)",
        [(name, text, text_hash(text), at) for name, (text, at) in texts],
    )


def add_smart_list(database: Database, name: str, icon: str, query: str, position: int) -> None:
    """A smart list; one of the same name and another query stays beside it."""
    known = dict(database.rows("SELECT name, query FROM smart_lists"))
    free, number = name, 1
    while free in known:
        if known[free] == query:
            return
        number += 1
        free = f"{name} ({number})"
    last = database.value("SELECT max(position) FROM smart_lists WHERE position >= ?", (position,))
    place = position if last is None else last + 1
    sql = "INSERT INTO smart_lists (name, icon, query, position) VALUES (?, ?, ?, ?)"
    database.execute(sql, (free, icon, query, place))


def add_deleted(database: Database, values: Mapping[str, Any]) -> None:
    """A paper that the person deleted there, unless it is here."""
    database.execute(
        "INSERT INTO deleted_papers (reader_id, title_key, year, authors, identifiers) "
        "SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM papers WHERE reader_id = ?1) "
        "ON CONFLICT DO NOTHING",
        [values[name] for name in ("reader_id", "title_key", "year", "authors", "identifiers")],
    )


def add_image(database: Database, values: Mapping[str, Any]) -> None:
    """A picture that notes show."""
    database.execute(
        "INSERT INTO images (hash, media_type, data, added_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        [values[name] for name in ("hash", "media_type", "data", "added_at")],
    )


def add_setting(database: Database, name: str, value: str) -> None:
    """A setting that this library does not have."""
    if not settings.get(database, name):
        settings.put(database, name, value)
