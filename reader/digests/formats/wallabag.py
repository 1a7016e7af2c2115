"""wallabag's JSON and CSV exports: https://doc.wallabag.org/user/import."""

from __future__ import annotations

from typing import Any

from reader.digests.pages import page_entry
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import objects_in, raw, text_of, texts
from reader.digests.structured.table import Row, rows
from reader.digests.text.dates import moment_of
from reader.digests.text.names import people
from reader.model import Entry, Marks, Status, Warning
from reader.words import to_say

_MEMBERS = frozenset(("is_archived", "is_starred", "url"))


def sniff(source: Source) -> int:
    """Sure of the members, or of the same as columns."""
    if source.json.first.keys() >= _MEMBERS:
        return 96
    return 94 if frozenset(source.columns) >= _MEMBERS else 0


def parse(source: Source) -> Parsed:
    """The saved pages in order; what was archived is read."""
    if source.json.objects:
        entries = [_entry(item, number) for number, item in enumerate(source.json.objects, 1)]
        problem = source.json.problem
        warnings = (Warning(problem, len(entries)),) if problem else ()
        return Parsed("wallabag", tuple(entries), None, warnings)
    entries = [_row(row, number) for number, row in enumerate(rows(source.text), start=1)]
    return Parsed("wallabag", tuple(entries))


FORMAT = Format(
    name="wallabag",
    title=to_say("wallabag export"),
    version=1,
    expects=to_say("a JSON or CSV export of wallabag"),
    sniff=sniff,
    parse=parse,
)


def _entry(item: dict[str, Any], position: int) -> Entry:
    labels = [text_of(one, "label", "name") for one in objects_in(item.get("tags"))]
    passages = [_quotation(one) for one in objects_in(item.get("annotations"))]
    return page_entry(
        position,
        text_of(item, "title"),
        text_of(item, "url", "given_url"),
        raw=raw({name: value for name, value in item.items() if name != "content"}),
        authors=people(texts(item.get("published_by"))),
        marks=Marks(
            status=Status.READ if item.get("is_archived") in (1, True) else None,
            starred=item.get("is_starred") in (1, True),
            tags=tuple(filter(None, (*labels, *texts(item.get("tags"))))),
            note="\n\n".join(filter(None, passages)),
            added_at=moment_of(text_of(item, "created_at")),
            read_at=moment_of(text_of(item, "archived_at")),
        ),
    )


def _quotation(annotation: dict[str, Any]) -> str:
    quote = text_of(annotation, "quote").replace("\n", "\n> ")
    return "\n\n".join(filter(None, (f"> {quote}" if quote else "", text_of(annotation, "text"))))


def _row(row: Row, position: int) -> Entry:
    return page_entry(
        position,
        row.get("title"),
        row.get("url"),
        raw=row.raw,
        line=row.line,
        marks=Marks(
            status=Status.READ if row.get("is_archived") in ("1", "true") else None,
            starred=row.get("is_starred") in ("1", "true"),
            tags=tuple(tag.strip() for tag in row.get("tags").split(",") if tag.strip()),
            added_at=moment_of(row.get("created_at")),
        ),
    )
