"""Lists of a conference's papers as JSON or JSON Lines: https://github.com/papercopilot/paperlists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import find_identifiers, named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import objects_in, raw, text_of, texts
from reader.digests.text.dates import year_in
from reader.digests.text.names import people, people_in_line
from reader.model import Entry, Identifier, Link, LinkKind, Warning
from reader.words import to_say

_CODE = ("github", "code", "repository")
_PAGES = ("openreview", "site", "proceeding", "url", "html_url", "link", "project")
_OF_A_LIST = frozenset(("status", "track", "openreview", "author_site", "url", "keywords", "venue"))


def sniff(source: Source) -> int:
    """Fairly sure of objects that have a title and people beside members of such lists."""
    first = source.json.first
    has_people = isinstance(first.get("author", first.get("authors")), str | list)
    if not (isinstance(first.get("title"), str) and has_people):
        return 0
    return 60 if _OF_A_LIST & first.keys() else 40


def parse(source: Source) -> Parsed:
    """The papers in order, withdrawn ones too; of a list that was cut, the whole ones."""
    stem = PurePath(source.name).stem
    entries = tuple(
        _entry(record, number, stem) for number, record in enumerate(source.json.objects, start=1)
    )
    problem = source.json.problem
    warnings = (Warning(problem, len(entries)),) if problem else ()
    return Parsed(stem or "List of papers", entries, None, warnings)


FORMAT = Format(
    name="conference",
    title=to_say("List of papers as JSON"),
    version=1,
    expects=to_say("JSON or JSON Lines of papers with title and authors"),
    sniff=sniff,
    parse=parse,
)


def _entry(record: dict[str, Any], position: int, stem: str) -> Entry:
    year = text_of(record, "year", "date", "published")
    return make_entry(
        position,
        text_of(record, "title"),
        text_of(record, "abstract", "summary"),
        raw=raw(record),
        authors=_people(record),
        year=year_in(year) or year_in(text_of(record, "bibtex")) or year_in(stem),
        venue=text_of(record, "venue", "journal", "booktitle", "conference"),
        identifiers=list(_identifiers(record)),
        links=list(_links(record)),
    )


def _people(record: dict[str, Any]) -> tuple[str, ...]:
    value = record.get("author") or record.get("authors") or record.get("author_site")
    if isinstance(value, str):
        return people(value.split(";")) if ";" in value else people_in_line(value)
    return people([*(text_of(one, "name") for one in objects_in(value)), *texts(value)])


def _identifiers(record: dict[str, Any]) -> Iterator[Identifier]:
    yield from named("doi", text_of(record, "doi"))
    yield from named("arxiv", text_of(record, "arxiv", "arxiv_id", "eprint"))
    for name in ("openreview", "url", "pdf", "pdf_url", "site", "proceeding"):
        address = text_of(record, name)[:2000]
        if re.match("https?://", address):
            yield from (found.identifier for found in find_identifiers(address)[:1])


def _links(record: dict[str, Any]) -> Iterator[Link]:
    for name in _PAGES:
        yield from link_to(text_of(record, name))
    for name in _CODE:
        for link in link_to(text_of(record, name)):
            yield Link(LinkKind.CODE, link.url)
    for link in link_to(text_of(record, "pdf", "pdf_url")):
        yield Link(LinkKind.PDF, link.url)
