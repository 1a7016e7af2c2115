"""Notes of OpenReview's API, versions 1 and 2: https://docs.openreview.net."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import member, raw, text_of, texts
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.names import people
from reader.model import Entry, Link, LinkKind, Warning
from reader.words import to_say

_SITE = "https://openreview.net"


def sniff(source: Source) -> int:
    """Sure of a forum and of content with a title."""
    first = source.json.first
    return 96 if "forum" in first and isinstance(first.get("content"), dict) else 0


def parse(source: Source) -> Parsed:
    """The submissions in order; reviews and comments, which belong to a forum, are no papers."""
    notes = [note for note in source.json.objects if _is_submission(note)]
    entries = tuple(_entry(note, number) for number, note in enumerate(notes, start=1))
    problem = source.json.problem
    warnings = (Warning(problem, len(entries)),) if problem else ()
    return Parsed(PurePath(source.name).stem or "OpenReview", entries, None, warnings)


FORMAT = Format(
    name="openreview",
    title=to_say("OpenReview (JSON)"),
    version=1,
    expects=to_say("notes as OpenReview's API gives them"),
    sniff=sniff,
    parse=parse,
)


def _is_submission(note: dict[str, Any]) -> bool:
    is_reply = bool(note.get("replyto")) or text_of(note, "forum") != text_of(note, "id")
    return not is_reply or bool(_content(note, "title") and _content(note, "authors"))


def _content(note: dict[str, Any], name: str) -> Any:
    """A value of a note, which version 2 wraps as ``{"value": …}``."""
    value = member(note, f"content.{name}")
    return value.get("value") if isinstance(value, dict) else value


def _entry(note: dict[str, Any], position: int) -> Entry:
    content = {name: _content(note, name) for name in ("title", "abstract", "venue", "pdf", "code")}
    dated = moment_of(text_of(note, "pdate", "cdate", "tcdate"))
    venue = text_of(content, "venue")
    return make_entry(
        position,
        text_of(content, "title"),
        text_of(content, "abstract"),
        raw=raw(note),
        authors=people(texts(_content(note, "authors"))),
        year=year_in(venue) or (dated.year if dated else None),
        venue=venue,
        identifiers=named("openreview", f"{_SITE}/forum?id={text_of(note, 'forum', 'id')}"),
        links=list(_links(content)),
        snippet="" if content["abstract"] else text_of({"t": _content(note, "TL;DR")}, "t"),
    )


def _links(content: dict[str, Any]) -> Iterator[Link]:
    pdf = text_of(content, "pdf")
    for link in link_to(f"{_SITE}{pdf}" if pdf.startswith("/") else pdf):
        yield Link(LinkKind.PDF, link.url)
    for link in link_to(text_of(content, "code")):
        yield Link(LinkKind.CODE, link.url)
