"""A Markdown file as reader itself exports it: YAML front matter, abstract, note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.exported_markdown import abstract_in, decided_status, note_in
from reader.digests.structured.json_records import text_of, texts
from reader.digests.structured.yaml_documents import yaml_documents
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.names import people, whole
from reader.model import Entry, Identifier, Marks
from reader.words import to_say

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,100000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_OURS = re.compile(r"^reader-id:\s*(?!index\s*$)\S", re.MULTILINE)
_SCHEMES = ("arxiv", "doi", "openreview", "acl", "pubmed", "s2")


def sniff(source: Source) -> int:
    """Sure of front matter with a reader-id of a paper."""
    front = _FRONT.match(source.text)
    return 98 if front and _OURS.search(front[1]) else 0


def parse(source: Source) -> Parsed:
    """The one paper of the file."""
    front = _FRONT.match(source.text)
    values = yaml_documents(front[1])[:1] if front else []
    if front is None or not values:
        return Parsed("", ())
    entry = _entry(values[0], source.text[front.end() :], source.text)
    return Parsed(entry.title, (entry,))


FORMAT = Format(
    name="reader-notes",
    title=to_say("Note exported by reader"),
    version=1,
    expects=to_say("a Markdown file that reader exported"),
    sniff=sniff,
    parse=parse,
)


def _entry(values: dict[str, Any], body: str, raw: str) -> Entry:
    return make_entry(
        1,
        text_of(values, "title"),
        abstract_in(body),
        raw=raw,
        line=1,
        authors=people(whole(name) for name in texts(values.get("authors"))),
        year=year_in(text_of(values, "year")),
        venue=text_of(values, "venue"),
        identifiers=list(_identifiers(values)),
        links=link_to(text_of(values, "url")),
        marks=Marks(
            status=decided_status(text_of(values, "status")),
            starred=values.get("starred") is True,
            tags=tuple(texts(values.get("tags"))),
            note=note_in(body),
            added_at=moment_of(text_of(values, "added")),
            read_at=moment_of(text_of(values, "read")),
        ),
    )


def _identifiers(values: dict[str, Any]) -> Iterator[Identifier]:
    for scheme in _SCHEMES:
        value = text_of(values, scheme)
        if scheme == "openreview" and value:
            value = f"https://openreview.net/forum?id={value}"
        yield from named(scheme, value)
