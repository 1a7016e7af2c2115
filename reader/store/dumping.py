"""Everything a person could miss of a library, as records; docs/exports.md describes them.

Papers are named by their reader-ids and digests by their content hashes, so that a record means the
same in another library. Read-only; what can be derived (keys for comparison, hashes, the index,
links of notes) and what belongs to one place only (undo, where windows and folders are, what was
last exported) stays here.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from reader.store.connection import Database

Record = dict[str, Any]

PAPER = (
    "reader_id",
    "title",
    "title_provisional",
    "abstract",
    "snippet",
    "year",
    "venue",
    "version",
    "status",
    "starred",
    "added_at",
    "status_at",
    "starred_at",
    "read_at",
    "citation_key",
)
"""The columns of a paper that a record has under their own names."""
HIGHLIGHT = ("field", "quote", "prefix", "suffix", "colour", "comment", "made_at")
SETTINGS = ("citation_style", "searches")
"""The settings that go along: how the person cites, and what they searched for."""
_FLAGS = ("title_provisional", "starred")
_CHUNK = 500


def records(database: Database) -> Iterator[Record]:
    """All records, in an order in which each is named before it is spoken of. Takes no snapshot."""
    yield from _digests(database)
    yield from _papers(database)
    yield from _entries(database)
    for paper, text, at in database.rows(
        "SELECT reader_id, text, made_at FROM note_revisions ORDER BY id"
    ):
        yield {"kind": "revision", "paper": paper, "text": text, "made_at": at}
    yield from _rest(database)
    yield from _images(database)


def count(database: Database) -> int:
    """About how many records there are, for showing progress."""
    tables = ("digests", "papers", "entries", "note_revisions", "images")
    return sum(int(database.value(f"SELECT count(*) FROM {table}")) for table in tables)


def _digests(database: Database) -> Iterator[Record]:
    sql = (
        "SELECT content_hash, title, date, source, format, parser_version, imported_at, left_out, "
        "raw FROM digests WHERE id = ?"
    )
    # One by one: the bytes of all of them may be more than memory holds.
    for key in database.numbers("SELECT id FROM digests ORDER BY id"):
        for hash_, title, day, source, format_, version, at, left_out, raw in database.rows(
            sql, (key,)
        ):
            yield {
                "kind": "digest",
                "hash": hash_,
                "title": title,
                "date": day,
                "source": source,
                "format": format_,
                "parser_version": version,
                "imported_at": at,
                "left_out": json.loads(left_out),
                "raw": _base64(zlib.decompress(raw)),
            }


def _papers(database: Database) -> Iterator[Record]:
    ids = database.numbers("SELECT id FROM papers ORDER BY id")
    for start in range(0, len(ids), _CHUNK):
        wanted = json.dumps(ids[start : start + _CHUNK])
        parts = _parts(database, wanted)
        for number, *values in database.rows(
            f"SELECT id, {', '.join(PAPER)} FROM papers "
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (wanted,),
        ):
            record = dict(zip(PAPER, values, strict=True))
            record |= {flag: bool(record[flag]) for flag in _FLAGS}
            yield {"kind": "paper", "number": number} | record | _parts_of(parts, number)


_PARTS = {
    "authors": "SELECT paper_id, name FROM authors WHERE {} ORDER BY paper_id, position",
    "identifiers": "SELECT paper_id, scheme, value FROM identifiers WHERE {} ORDER BY id",
    "links": "SELECT paper_id, kind, url FROM links WHERE {} ORDER BY id",
    "tags": "SELECT paper_id, name FROM paper_tags JOIN tags ON tags.id = tag_id "
    "WHERE {} ORDER BY name",
    "origins": "SELECT paper_id, field, d.content_hash FROM field_origins "
    "LEFT JOIN digests d ON d.id = digest_id WHERE {} ORDER BY field",
    "note": "SELECT paper_id, text, changed_at FROM notes WHERE {}",
    "highlights": f"SELECT paper_id, {', '.join(HIGHLIGHT)} FROM highlights WHERE {{}} ORDER BY id",
}


def _parts(database: Database, wanted: str) -> dict[str, dict[int, list[tuple[Any, ...]]]]:
    where = "paper_id IN (SELECT value FROM json_each(?))"
    parts: dict[str, dict[int, list[tuple[Any, ...]]]] = {}
    for name, sql in _PARTS.items():
        parts[name] = defaultdict(list)
        for paper_id, *values in database.rows(sql.format(where), (wanted,)):
            parts[name][paper_id].append(tuple(values))
    return parts


def _parts_of(parts: dict[str, dict[int, list[tuple[Any, ...]]]], number: int) -> Record:
    of = {name: rows.get(number, []) for name, rows in parts.items()}
    return {
        "authors": [name for (name,) in of["authors"]],
        "identifiers": [{"scheme": scheme, "value": value} for scheme, value in of["identifiers"]],
        "links": [{"kind": kind, "url": url} for kind, url in of["links"]],
        "tags": [name for (name,) in of["tags"]],
        "origins": dict(of["origins"]),
        "note": next(({"text": text, "changed_at": at} for text, at in of["note"]), None),
        "highlights": [dict(zip(HIGHLIGHT, values, strict=True)) for values in of["highlights"]],
    }


def _entries(database: Database) -> Iterator[Record]:
    last = 0
    while rows := database.rows(
        "SELECT e.id, d.content_hash, e.position, p.reader_id, e.said, e.line FROM entries e "
        "JOIN digests d ON d.id = e.digest_id JOIN papers p ON p.id = e.paper_id "
        "WHERE e.id > ? ORDER BY e.id LIMIT ?",
        (last, _CHUNK),
    ):
        for _, digest, position, paper, said, line in rows:
            yield {
                "kind": "entry",
                "digest": digest,
                "position": position,
                "paper": paper,
                "line": line,
                "said": json.loads(said),
            }
        last = rows[-1][0]


def _rest(database: Database) -> Iterator[Record]:
    for name, icon, query, position in database.rows(
        "SELECT name, icon, query, position FROM smart_lists ORDER BY position, id"
    ):
        own = {"name": name, "icon": icon, "query": query, "position": position}
        yield {"kind": "smart_list"} | own
    for paper, other, different in database.rows(
        "SELECT p.reader_id, o.reader_id, d.different FROM possible_duplicates d "
        "JOIN papers p ON p.id = d.paper_id JOIN papers o ON o.id = d.other_id ORDER BY d.id"
    ):
        pair = {"paper": paper, "other": other, "different": bool(different)}
        yield {"kind": "possible_duplicate"} | pair
    for reader_id, key, year, authors, identifiers in database.rows(
        "SELECT reader_id, title_key, year, authors, identifiers FROM deleted_papers ORDER BY id"
    ):
        yield {
            "kind": "deleted_paper",
            "reader_id": reader_id,
            "title_key": key,
            "year": year,
            "authors": json.loads(authors),
            "identifiers": json.loads(identifiers),
        }

    for name, value in database.rows(
        "SELECT name, value FROM settings WHERE name IN (SELECT value FROM json_each(?)) "
        "ORDER BY name",
        (json.dumps(SETTINGS),),
    ):
        yield {"kind": "setting", "name": name, "value": value}


def _images(database: Database) -> Iterator[Record]:
    for key in database.numbers("SELECT id FROM images ORDER BY id"):
        for hash_, media_type, data, at in database.rows(
            "SELECT hash, media_type, data, added_at FROM images WHERE id = ?", (key,)
        ):
            own = {"hash": hash_, "media_type": media_type, "added_at": at}
            yield {"kind": "image"} | own | {"data": _base64(data)}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
