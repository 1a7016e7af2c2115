"""Readwise: Reader's CSV of documents and the CSV of highlights: https://docs.readwise.io."""

from __future__ import annotations

import json
import re
from collections import defaultdict

from reader.digests.identity import title_key
from reader.digests.pages import page_entry
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import texts
from reader.digests.structured.table import Row, rows
from reader.digests.text.dates import moment_of
from reader.digests.text.names import people_in_line
from reader.model import Entry, Marks, Status
from reader.words import to_say

_DOCUMENTS = frozenset(("title", "url", "document tags", "saved date", "location"))
_HIGHLIGHTS = frozenset(("highlight", "book title", "book author"))
_STATUS = {"archive": Status.READ, "later": Status.QUEUED, "shortlist": Status.QUEUED}
_FINISHED = 0.99


def sniff(source: Source) -> int:
    """Sure of the columns of either."""
    columns = frozenset(source.columns)
    return 96 if columns >= _DOCUMENTS or columns >= _HIGHLIGHTS else 0


def parse(source: Source) -> Parsed:
    """The documents in order; of highlights, each document once with all of its own as its note."""
    found = list(rows(source.text))
    if frozenset(source.columns) >= _DOCUMENTS:
        entries = [_document(row, number) for number, row in enumerate(found, start=1)]
        return Parsed("Readwise Reader", tuple(entries))
    books: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        books[title_key(row.get("book title"))].append(row)
    of_books = (_book(one, number) for number, one in enumerate(books.values(), start=1))
    return Parsed("Readwise highlights", tuple(of_books))


FORMAT = Format(
    name="readwise",
    title=to_say("Readwise export"),
    version=1,
    expects=to_say("a CSV export of Readwise"),
    sniff=sniff,
    parse=parse,
)


def _document(row: Row, position: int) -> Entry:
    progress = row.get("reading progress")
    finished = progress.replace(".", "", 1).isdigit() and float(progress) >= _FINISHED
    status = Status.READ if finished else _STATUS.get(row.get("location").lower())
    return page_entry(
        position,
        row.get("title"),
        row.get("url"),
        raw=row.raw,
        line=row.line,
        marks=Marks(
            status=status,
            tags=_tags(row.get("document tags")),
            added_at=moment_of(row.get("saved date")),
        ),
    )


def _book(highlights: list[Row], position: int) -> Entry:
    first = highlights[0]
    days = [day for row in highlights if (day := moment_of(row.get("highlighted at")))]
    return page_entry(
        position,
        first.get("book title"),
        first.get("url", "source url"),
        raw="\n".join(row.raw for row in highlights),
        line=first.line,
        authors=people_in_line(first.get("book author")),
        marks=Marks(
            tags=_tags(",".join(row.get("document tags") for row in highlights)),
            note="\n\n".join(map(_quotation, highlights)),
            added_at=min(days, default=None),
        ),
    )


def _quotation(row: Row) -> str:
    quoted = "> " + row.get("highlight").replace("\n", "\n> ")
    return "\n\n".join(filter(None, (quoted, row.get("note"))))


def _tags(cell: str) -> tuple[str, ...]:
    """Tags between commas, or as the list that Reader writes: ``['a', 'b']``."""
    if cell.startswith("["):
        try:
            return tuple(texts(json.loads(cell.replace("'", '"'))))
        except (ValueError, RecursionError):
            return ()
    return tuple(dict.fromkeys(tag.strip() for tag in re.split("[,;]", cell) if tag.strip()))
