"""Zotero's CSV export: https://www.zotero.org/support/kb/exporting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.table import Row, rows
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.markup import without_markup
from reader.digests.text.names import people
from reader.model import Entry, Identifier, Marks
from reader.words import to_say

_COLUMNS = frozenset(("key", "item type", "publication title", "abstract note"))
_NO_PAPERS = frozenset(("attachment", "note", "annotation"))


def sniff(source: Source) -> int:
    """Sure of the columns."""
    return 96 if frozenset(source.columns) >= _COLUMNS else 0


def parse(source: Source) -> Parsed:
    """The items in order, without attachments and notes."""
    found = (row for row in rows(source.text) if row.get("item type") not in _NO_PAPERS)
    entries = tuple(_entry(row, number) for number, row in enumerate(found, start=1))
    return Parsed(PurePath(source.name).stem or "Zotero", entries)


FORMAT = Format(
    name="zotero-csv",
    title=to_say("Zotero CSV"),
    version=1,
    expects=to_say("a CSV export of Zotero"),
    sniff=sniff,
    parse=parse,
)


def _entry(row: Row, position: int) -> Entry:
    url = row.get("url")
    return make_entry(
        position,
        row.get("title"),
        row.get("abstract note"),
        raw=row.raw,
        line=row.line,
        authors=people((row.get("author") or row.get("editor")).split(";")),
        year=year_in(row.get("publication year", "date")),
        venue=row.get("publication title", "conference name", "publisher"),
        identifiers=list(_identifiers(row)),
        links=link_to(url),
        stand_in=row.get("key"),
        marks=Marks(
            tags=tuple(tag.strip() for tag in row.get("manual tags").split(";") if tag.strip()),
            note=without_markup(row.get("notes")).strip(),
            added_at=moment_of(row.get("date added")),
        ),
    )


def _identifiers(row: Row) -> Iterator[Identifier]:
    yield from named("doi", row.get("doi"))
    extra = row.get("extra")[:2000]
    for text in (row.get("url")[:2000], row.get("archive id", "number"), extra):
        found = identify(text) if text else None
        if found is not None:
            yield found
