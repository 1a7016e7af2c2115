"""A Digest as JSON for the way between two processes; its bytes go beside it.

The entries are JSON Lines apart from the rest, so that neither side holds all of them as
dictionaries, which cost the receiving side twice the time at 30,000 of them.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from reader.model import Digest, Entry, Identifier, Link, LinkKind, Marks, Status, Warning
from reader.words import packed, unpacked


def to_wire(digest: Digest) -> tuple[dict[str, Any], bytes]:
    """The digest without data and entries, as what JSON can hold; and its entries as JSON Lines."""
    entries = "\n".join(json.dumps(_plain_entry(entry)) for entry in digest.entries)
    return _plain(digest), entries.encode("ascii")


def _plain(digest: Digest) -> dict[str, Any]:
    return {
        "name": digest.name,
        "format": digest.format,
        "parser_version": digest.parser_version,
        "title": digest.title,
        "date": digest.date.isoformat() if digest.date else None,
        "content_hash": digest.content_hash,
        "warnings": [[packed(one.message), one.entry] for one in digest.warnings],
    }


def from_wire(plain: dict[str, Any], entries: bytes, data: bytes) -> Digest:
    """The digest that ``to_wire`` gave, with its data. KeyError or the like when it is not one."""
    day = plain["date"]
    return Digest(
        **plain
        | {
            "date": date.fromisoformat(day) if day else None,
            "entries": tuple(_entry(json.loads(line)) for line in entries.splitlines()),
            "warnings": tuple(Warning(unpacked(told), entry) for told, entry in plain["warnings"]),
            "data": data,
        }
    )


def _plain_entry(entry: Entry) -> dict[str, Any]:
    return {
        "position": entry.position,
        "title": entry.title,
        "title_key": entry.title_key,
        "abstract": entry.abstract,
        "authors": entry.authors,
        "year": entry.year,
        "venue": entry.venue,
        "identifiers": [[name.scheme, name.value] for name in entry.identifiers],
        "links": [[link.kind, link.url] for link in entry.links],
        "doubt": packed(entry.doubt),
        "title_provisional": entry.title_provisional,
        "snippet": entry.snippet,
        "version": entry.version,
        "marks": _plain_marks(entry.marks),
        "raw": entry.raw,
        "line": entry.line,
    }


def _entry(plain: dict[str, Any]) -> Entry:
    return Entry(
        **plain
        | {
            "doubt": unpacked(plain["doubt"]),
            "authors": tuple(plain["authors"]),
            "identifiers": tuple(Identifier(*name) for name in plain["identifiers"]),
            "links": tuple(Link(LinkKind(kind), url) for kind, url in plain["links"]),
            "marks": _marks(plain["marks"]),
        }
    )


def _plain_marks(marks: Marks) -> list[Any]:
    """Nothing for most papers, which nobody has marked."""
    if marks == Marks():
        return []
    times = (moment.isoformat() if moment else None for moment in (marks.added_at, marks.read_at))
    return [marks.status, marks.starred, marks.tags, marks.note, *times, marks.citation_key]


def _marks(plain: list[Any]) -> Marks:
    if not plain:
        return Marks()
    status, starred, tags, note, *times, key = plain
    added, read = (datetime.fromisoformat(moment) if moment else None for moment in times)
    return Marks(Status(status) if status else None, starred, tuple(tags), note, added, read, key)
