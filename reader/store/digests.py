"""Digests: what was imported, from where, and which papers each named."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from reader.errors import NotFoundError
from reader.model import Digest, DigestSummary, Entry
from reader.store.connection import Database
from reader.words import say

_SUMMARY = """
SELECT d.id, d.title, d.date, d.format, d.source, d.imported_at,
       (SELECT count(DISTINCT e.paper_id) FROM entries e WHERE e.digest_id = d.id),
       d.parser_version
FROM digests d
"""


def add(database: Database, digest: Digest, left_out: Sequence[Entry], now: datetime) -> int:
    """Keeps a digest with its bytes, and what was not taken of it; returns its number."""
    return database.insert(
        "INSERT INTO digests (title, date, source, format, parser_version, content_hash, raw, "
        "left_out, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            digest.title,
            digest.date.isoformat() if digest.date else None,
            digest.name,
            digest.format,
            digest.parser_version,
            digest.content_hash,
            zlib.compress(digest.data),
            json.dumps([[entry.title_key, entry.line] for entry in left_out]),
            now.isoformat(timespec="milliseconds"),
        ),
    )


def listed(database: Database) -> list[DigestSummary]:
    """All digests, the newest first."""
    order = "ORDER BY coalesce(d.date, substr(d.imported_at, 1, 10)) DESC, d.id DESC"
    return [_summary(row) for row in database.rows(f"{_SUMMARY} {order}")]


def get(database: Database, digest_id: int) -> DigestSummary:
    """One digest. Raises NotFoundError."""
    found = database.rows(f"{_SUMMARY} WHERE d.id = ?", (digest_id,))
    if not found:
        raise NotFoundError(say("There is no digest {} in this library.").format(digest_id))
    return _summary(found[0])


def by_hash(database: Database, content_hash: str) -> DigestSummary | None:
    """The digest that was made of the same bytes, if there is one."""
    found = database.rows(f"{_SUMMARY} WHERE d.content_hash = ?", (content_hash,))
    return _summary(found[0]) if found else None


def of_papers(database: Database, wanted: str) -> dict[int, list[DigestSummary]]:
    """The digests in which papers appeared (``wanted`` is a JSON array), oldest first."""
    rows = database.rows(
        "SELECT DISTINCT paper_id, digest_id FROM entries "
        "WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY digest_id",
        (wanted,),
    )
    summaries: dict[int, DigestSummary] = {}
    groups: dict[int, list[DigestSummary]] = defaultdict(list)
    for paper_id, digest_id in rows:
        if digest_id not in summaries:
            summaries[digest_id] = get(database, digest_id)
        groups[paper_id].append(summaries[digest_id])
    return groups


def raw(database: Database, digest_id: int) -> bytes:
    """The bytes that were imported. Raises NotFoundError."""
    stored = database.value("SELECT raw FROM digests WHERE id = ?", (digest_id,))
    if stored is None:
        raise NotFoundError(say("There is no digest {} in this library.").format(digest_id))
    return zlib.decompress(stored)


def set_parsed(database: Database, digest_id: int, digest: Digest) -> None:
    """Notes which parser read a digest last."""
    database.execute(
        "UPDATE digests SET format = ?, parser_version = ? WHERE id = ?",
        (digest.format, digest.parser_version, digest_id),
    )


def left_out(database: Database, digest_id: int) -> list[tuple[str, int]]:
    """Title key and line of the entries that the person did not take, or whose paper they deleted.

    A line of 0 is not known.
    """
    stored = database.value("SELECT left_out FROM digests WHERE id = ?", (digest_id,))
    return [(key, line) for key, line in json.loads(stored or "[]")]


def leave_out(database: Database, digest_id: int, title_key: str, line: int) -> None:
    """Remembers that the person does not want an entry of a digest."""
    database.execute(
        "UPDATE digests SET left_out = json_insert(left_out, '$[#]', json_array(?, ?)) "
        "WHERE id = ?",
        (title_key, line, digest_id),
    )


def _summary(row: tuple[Any, ...]) -> DigestSummary:
    key, title, day, format_name, source, imported_at, papers, parser_version = row
    return DigestSummary(
        id=key,
        title=title,
        date=date.fromisoformat(day) if day else None,
        format=format_name,
        source=source,
        imported_at=datetime.fromisoformat(imported_at),
        papers=papers,
        parser_version=parser_version,
    )
