"""A Markdown file as reader itself exports it: YAML front matter, abstract, note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import text_of, texts
from reader.digests.structured.yaml_documents import yaml_documents
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.names import people, whole
from reader.model import Entry, Identifier, Marks, Status

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,100000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_OURS = re.compile(r"^reader-id:\s*(?!index\s*$)\S", re.MULTILINE)
_ABSTRACT = re.compile(r"^> \[!abstract\][^\n]*\n((?:>[^\n]*\n?)*)", re.MULTILINE)
_NOTE = re.compile(r"^## Note[ \t]*\n", re.MULTILINE)
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
    title="Note exported by reader",
    version=1,
    expects="a Markdown file that reader exported",
    sniff=sniff,
    parse=parse,
)


def _entry(values: dict[str, Any], body: str, raw: str) -> Entry:
    found = _ABSTRACT.search(body)
    abstract = "\n".join(line.lstrip("> ") for line in found[1].split("\n")) if found else ""
    begin = _NOTE.search(body)
    return make_entry(
        1,
        text_of(values, "title"),
        _unescaped(abstract),
        raw=raw,
        line=1,
        authors=people(whole(name) for name in texts(values.get("authors"))),
        year=year_in(text_of(values, "year")),
        venue=text_of(values, "venue"),
        identifiers=list(_identifiers(values)),
        links=link_to(text_of(values, "url")),
        marks=Marks(
            status=_status(text_of(values, "status")),
            starred=values.get("starred") is True,
            tags=tuple(texts(values.get("tags"))),
            note=body[begin.end() :].strip("\n") if begin else "",
            added_at=moment_of(text_of(values, "added")),
            read_at=moment_of(text_of(values, "read")),
        ),
    )


def _unescaped(text: str) -> str:
    """Markdown's escapes taken back: CommonMark 2.4."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def _identifiers(values: dict[str, Any]) -> Iterator[Identifier]:
    for scheme in _SCHEMES:
        value = text_of(values, scheme)
        if scheme == "openreview" and value:
            value = f"https://openreview.net/forum?id={value}"
        yield from named(scheme, value)


def _status(text: str) -> Status | None:
    known = text in tuple(Status) and text != Status.INBOX
    return Status(text) if known else None
