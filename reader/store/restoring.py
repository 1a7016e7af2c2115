"""Brings the records of a dump into a library: rows as they were, or what a known paper lacks.

Nothing that is written here is lost by it. Inside a transaction, in a step of the history.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.model import Identifier, Link
from reader.store import authors, citation_keys, journal, notes, origins, tags
from reader.store.connection import Database
from reader.store.dumping import HIGHLIGHT, PAPER

_KEPT = tuple(name for name in PAPER if name != "citation_key")


@dataclass(frozen=True, slots=True)
class DumpedPaper:
    """A paper of a dump. ``values`` are the columns of ``dumping.PAPER``, times as texts.

    ``origins`` has for a field the number of a digest here, or None for the person.
    """

    number: int
    title_key: str
    values: Mapping[str, Any]
    authors: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    links: tuple[Link, ...]
    tags: tuple[str, ...]
    origins: Mapping[str, int | None]
    note: tuple[str, str] | None
    highlights: tuple[tuple[str, ...], ...]

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
    def written(self) -> bool:
        """Whether the person wrote something on it."""
        return bool(self.highlights) or bool(self.note and self.note[0].strip())


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


def add_digest(database: Database, values: Mapping[str, Any], raw: bytes) -> int:
    """Keeps a digest as it was; returns its number."""
    names = [*values, "raw"]
    marks = ", ".join("?" * len(names))
    return database.insert(
        f"INSERT INTO digests ({', '.join(names)}) VALUES ({marks})",
        (*values.values(), zlib.compress(raw)),
    )


def add_papers(
    database: Database, papers: Sequence[DumpedPaper], *, keep_numbers: bool
) -> dict[str, int]:
    """Adds papers as they were; returns their numbers here by their names."""
    last = int(database.value("SELECT seq FROM sqlite_sequence WHERE name = 'papers'") or 0)
    keys = [p.number if keep_numbers else last + at for at, p in enumerate(papers, start=1)]
    marks = ", ".join("?" * (len(_KEPT) + 2))
    database.execute_many(
        f"INSERT INTO papers (id, title_key, {', '.join(_KEPT)}) VALUES ({marks})",
        [
            (key, p.title_key, *(p.values[name] for name in _KEPT))
            for key, p in zip(keys, papers, strict=True)
        ],
    )
    numbered = list(zip(keys, papers, strict=True))
    if keep_numbers:
        had = {key: str(k) for key, p in numbered if (k := p.values["citation_key"])}
        citation_keys.put(database, had)
    # One that was deleted here and comes back is no longer deleted.
    sql = "DELETE FROM deleted_papers WHERE reader_id IN (SELECT value FROM json_each(?))"
    database.execute(sql, (json.dumps([p.reader_id for p in papers]),))
    authors.add(database, [(key, p.authors) for key, p in numbered])
    _add_parts(database, numbered)
    for key, paper in numbered:
        for field, digest_id in paper.origins.items():
            origins.claim(database, [(key, field)], digest_id)
        if paper.note is not None:
            _put_note(database, key, *paper.note)
    return {paper.reader_id: key for key, paper in numbered}


def merge_paper(database: Database, key: int, paper: DumpedPaper, now: datetime) -> None:
    """Brings to a paper of the library what a dump knows more of it.

    Empty fields are filled; one that the person set there and only a digest here becomes theirs.
    Of two decisions (status, star) the later stands. Notes are joined, never replaced.
    """
    _merge_fields(database, key, paper)
    _merge_decisions(database, key, paper)
    _add_parts(database, [(key, paper)])
    if paper.note is not None and paper.note[0].strip():
        _join_note(database, key, paper.note[0], now)


def _add_parts(database: Database, papers: Sequence[tuple[int, DumpedPaper]]) -> None:
    """Identifiers, links, highlights, tags and keys, as far as they are not there."""
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
        [(key, *values) for key, p in papers for values in p.highlights],
    )
    _add_tags(database, [(key, tag) for key, p in papers for tag in p.tags])
    keys = [(key, str(p.values["citation_key"] or "")) for key, p in papers]
    citation_keys.adopt(database, keys)


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


def _put_note(database: Database, key: int, text: str, changed_at: str) -> None:
    database.execute(
        "INSERT INTO notes (paper_id, text, version, hash, changed_at) VALUES (?, ?, ?, ?, ?)",
        (key, text, journal.counter(database) + 1, notes.text_hash(text), changed_at),
    )


def _join_note(database: Database, key: int, text: str, now: datetime) -> None:
    """The text of the dump, unless the note here has it: whole if it only goes on, else below."""
    here = notes.get(database, key).text
    if text.strip() in here:
        return
    joined = text if here.strip() in text else f"{here.rstrip()}\n\n{text}"
    notes.save(database, key, joined, now)


def add_entries(database: Database, rows: Iterable[tuple[int, int, int, str, int]]) -> None:
    """What digests named: digest, position, paper, what it said as JSON, line."""
    database.execute_many(
        "INSERT INTO entries (digest_id, position, paper_id, said, line) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        rows,
    )


def add_revisions(database: Database, rows: Iterable[tuple[str, str, str]]) -> None:
    """Texts that notes once had: name of the paper, text, time."""
    database.execute_many(
        "INSERT INTO note_revisions (reader_id, text, hash, made_at) VALUES (?, ?, ?, ?)",
        [(name, text, notes.text_hash(text), at) for name, text, at in rows],
    )


def merge_revisions(
    database: Database, reader_id: str, revisions: Sequence[tuple[str, str]]
) -> None:
    """Adds those (text, time) that a paper's history lacks; all of it is in order of time again."""
    sql = "SELECT text, made_at FROM note_revisions WHERE reader_id = ? ORDER BY id"
    here: list[tuple[str, str]] = database.rows(sql, (reader_id,))
    missing = set(revisions) - set(here)
    if not missing:
        return
    every = [*here, *(one for one in dict.fromkeys(revisions) if one in missing)]
    every.sort(key=lambda one: datetime.fromisoformat(one[1]))
    database.execute("DELETE FROM note_revisions WHERE reader_id = ?", (reader_id,))
    add_revisions(database, [(reader_id, text, at) for text, at in every])


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


def add_pair(database: Database, paper_id: int, other_id: int, different: bool) -> None:
    """Two papers that look alike; what the person decided about them here or there stands."""
    reversed_ = "SELECT 1 FROM possible_duplicates WHERE paper_id = ? AND other_id = ?"
    if database.value(reversed_, (other_id, paper_id)):
        paper_id, other_id = other_id, paper_id
    database.execute(
        "INSERT INTO possible_duplicates (paper_id, other_id, different) VALUES (?, ?, ?) "
        "ON CONFLICT (paper_id, other_id) DO UPDATE SET different = max(different, "
        "excluded.different) WHERE different < excluded.different",
        (paper_id, other_id, int(different)),
    )


def add_deleted(database: Database, row: tuple[str, str, int | None, str, str]) -> None:
    """A paper that the person deleted there, unless it is here."""
    database.execute(
        "INSERT INTO deleted_papers (reader_id, title_key, year, authors, identifiers) "
        "SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM papers WHERE reader_id = ?1) "
        "ON CONFLICT DO NOTHING",
        row,
    )


def add_image(database: Database, hash_: str, media_type: str, data: bytes, at: str) -> None:
    """A picture that notes show."""
    database.execute(
        "INSERT INTO images (hash, media_type, data, added_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (hash_, media_type, data, at),
    )
