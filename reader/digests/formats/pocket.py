"""Pocket's exports: the CSV of its last years and the older ``ril_export.html``."""

from __future__ import annotations

from reader.digests.formats.bookmarks import bookmarks_in
from reader.digests.pages import page_entry
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.table import Row, rows
from reader.digests.text.dates import moment_of
from reader.model import Entry, Marks, Status
from reader.words import to_say

_COLUMNS = frozenset(("title", "url", "time_added", "status"))


def sniff(source: Source) -> int:
    """Sure of the columns, or of the page's own title."""
    if source.is_markup:
        return 96 if "<title>Pocket Export</title>" in source.head else 0
    return 96 if frozenset(source.columns) >= _COLUMNS else 0


def parse(source: Source) -> Parsed:
    """The saved pages in order; what was archived is read."""
    if source.is_markup:
        return Parsed("Pocket", bookmarks_in(source, read_headings=("Read Archive",)))
    entries = tuple(_entry(row, number) for number, row in enumerate(rows(source.text), start=1))
    return Parsed("Pocket", entries)


FORMAT = Format(
    name="pocket",
    title=to_say("Pocket export"),
    version=1,
    expects=to_say("an export of Pocket (CSV or HTML)"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _entry(row: Row, position: int) -> Entry:
    return page_entry(
        position,
        row.get("title"),
        row.get("url"),
        raw=row.raw,
        line=row.line,
        marks=Marks(
            status=Status.READ if row.get("status") == "archive" else None,
            tags=tuple(tag.strip() for tag in row.get("tags").split("|") if tag.strip()),
            added_at=moment_of(row.get("time_added")),
        ),
    )
