"""Omnivore's JSON export (the service closed in 2024): https://docs.omnivore.app."""

from __future__ import annotations

from typing import Any

from reader.digests.pages import page_entry
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import objects_in, raw, text_of, texts
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.names import people_in_line
from reader.model import Entry, Marks, Status, Warning
from reader.words import to_say

_MEMBERS = frozenset(("slug", "savedAt", "readingProgress", "labels"))


def sniff(source: Source) -> int:
    """Sure of the members."""
    return 96 if source.json.first.keys() >= _MEMBERS else 0


def parse(source: Source) -> Parsed:
    """The saved pages in order; what was archived or read to the end is read."""
    entries = tuple(_entry(item, number) for number, item in enumerate(source.json.objects, 1))
    problem = source.json.problem
    return Parsed("Omnivore", entries, None, (Warning(problem, len(entries)),) if problem else ())


FORMAT = Format(
    name="omnivore",
    title=to_say("Omnivore export"),
    version=1,
    expects=to_say("a JSON export of Omnivore"),
    sniff=sniff,
    parse=parse,
)


def _entry(item: dict[str, Any], position: int) -> Entry:
    progress = item.get("readingProgress")
    finished = isinstance(progress, int | float) and progress >= 99
    archived = text_of(item, "state").lower() == "archived"
    labels = [text_of(one, "name") for one in objects_in(item.get("labels"))]
    return page_entry(
        position,
        text_of(item, "title"),
        text_of(item, "url"),
        raw=raw(item),
        authors=people_in_line(text_of(item, "author")),
        year=year_in(text_of(item, "publishedAt")),
        snippet=text_of(item, "description"),
        marks=Marks(
            status=Status.READ if archived or finished else None,
            tags=tuple(filter(None, (*labels, *texts(item.get("labels"))))),
            added_at=moment_of(text_of(item, "savedAt")),
        ),
    )
