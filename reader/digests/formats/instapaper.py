"""Instapaper's CSV export: https://www.instapaper.com/user. Folders are Unread, Archive, Starred,
or the person's own."""

from __future__ import annotations

import json

from reader.digests.pages import page_entry
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import texts
from reader.digests.structured.table import Row, rows
from reader.digests.text.dates import moment_of
from reader.model import Entry, Marks, Status
from reader.words import to_say

_COLUMNS = frozenset(("url", "title", "selection", "folder"))
_OWN = frozenset(("", "unread", "archive", "starred"))


def sniff(source: Source) -> int:
    """Sure of the columns."""
    return 96 if frozenset(source.columns) >= _COLUMNS else 0


def parse(source: Source) -> Parsed:
    """The saved pages in order."""
    entries = tuple(_entry(row, number) for number, row in enumerate(rows(source.text), start=1))
    return Parsed("Instapaper", entries)


FORMAT = Format(
    name="instapaper",
    title=to_say("Instapaper export"),
    version=1,
    expects=to_say("a CSV export of Instapaper"),
    sniff=sniff,
    parse=parse,
)


def _entry(row: Row, position: int) -> Entry:
    folder = row.get("folder")
    selection = row.get("selection")
    tags = [] if folder.lower() in _OWN else [folder]
    return page_entry(
        position,
        row.get("title"),
        row.get("url"),
        raw=row.raw,
        line=row.line,
        marks=Marks(
            status=Status.READ if folder.lower() == "archive" else None,
            starred=folder.lower() == "starred",
            tags=(*tags, *_tags(row.get("tags"))),
            note="\n".join(f"> {line}" for line in selection.split("\n")) if selection else "",
            added_at=moment_of(row.get("timestamp")),
        ),
    )


def _tags(cell: str) -> tuple[str, ...]:
    """The tags of a cell, which newer exports write as a JSON list."""
    if cell.startswith("["):
        try:
            return tuple(texts(json.loads(cell)))
        except (ValueError, RecursionError):
            return ()
    return tuple(tag.strip() for tag in cell.split(",") if tag.strip())
