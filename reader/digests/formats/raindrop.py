"""Raindrop's CSV export: https://help.raindrop.io/export."""

from __future__ import annotations

import re

from reader.digests.pages import page_entry
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.table import Row, rows
from reader.digests.text.dates import moment_of
from reader.model import Entry, Marks
from reader.words import to_say

_COLUMNS = frozenset(("title", "url", "excerpt", "created"))
_UNSORTED = "Unsorted"
_HIGHLIGHT = re.compile(r"^[ \t]*Highlight:\s*", re.MULTILINE)


def sniff(source: Source) -> int:
    """Sure of the columns."""
    return 96 if frozenset(source.columns) >= _COLUMNS else 0


def parse(source: Source) -> Parsed:
    """The saved pages in order; a collection becomes a tag."""
    entries = tuple(_entry(row, number) for number, row in enumerate(rows(source.text), start=1))
    return Parsed("Raindrop", entries)


FORMAT = Format(
    name="raindrop",
    title=to_say("Raindrop export"),
    version=1,
    expects=to_say("a CSV export of Raindrop"),
    sniff=sniff,
    parse=parse,
)


def _entry(row: Row, position: int) -> Entry:
    folder = row.get("folder").replace(" / ", "/")
    tags = [tag.strip() for tag in row.get("tags").split(",") if tag.strip()]
    return page_entry(
        position,
        row.get("title"),
        row.get("url"),
        raw=row.raw,
        line=row.line,
        snippet=row.get("excerpt"),
        marks=Marks(
            starred=row.get("favorite").lower() == "true",
            tags=(*([folder] if folder and folder != _UNSORTED else []), *tags),
            note="\n\n".join(filter(None, (row.get("note"), _quotes(row.get("highlights"))))),
            added_at=moment_of(row.get("created")),
        ),
    )


def _quotes(highlights: str) -> str:
    """The highlighted passages as quotations."""
    passages = (one.strip() for one in _HIGHLIGHT.split(highlights))
    return "\n\n".join("> " + one.replace("\n", "\n> ") for one in passages if one)
