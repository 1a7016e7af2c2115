"""Papis' info.yaml: https://papis.readthedocs.io/en/latest/info-file.html."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import objects_in, raw, text_of, texts
from reader.digests.structured.yaml_documents import yaml_documents
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.names import people
from reader.model import Entry, Identifier, Marks
from reader.words import to_say

_OWN = re.compile(r"^(?:author_list|papis_id|ref|files|time-added)\s*:", re.MULTILINE)
_TITLE = re.compile(r"^title\s*:", re.MULTILINE)


def sniff(source: Source) -> int:
    """Sure of a title and two of Papis' own keys at the beginning of lines."""
    own = len({found[0] for found in _OWN.finditer(source.head)})
    return 92 if _TITLE.search(source.head) and own >= 2 else 0


def parse(source: Source) -> Parsed:
    """The documents in order."""
    documents = yaml_documents(source.text)
    entries = tuple(_entry(one, number) for number, one in enumerate(documents, start=1))
    return Parsed("Papis", entries)


FORMAT = Format(
    name="papis",
    title=to_say("Papis (info.yaml)"),
    version=1,
    expects=to_say("an info.yaml of Papis"),
    sniff=sniff,
    parse=parse,
)


def _entry(one: dict[str, Any], position: int) -> Entry:
    names = [
        f"{text_of(a, 'given')} {text_of(a, 'family')}" for a in objects_in(one.get("author_list"))
    ]
    return make_entry(
        position,
        text_of(one, "title"),
        text_of(one, "abstract"),
        raw=raw(one),
        authors=people(names or re.split(r"\s+and\s+", text_of(one, "author"))),
        year=year_in(text_of(one, "year", "date")),
        venue=text_of(one, "journal", "booktitle", "publisher"),
        identifiers=list(_identifiers(one)),
        links=link_to(text_of(one, "url")),
        stand_in=text_of(one, "ref"),
        marks=Marks(
            tags=tuple(_tags(one)),
            added_at=moment_of(re.sub(r"^(\d{4}-\d\d-\d\d)-", r"\1 ", text_of(one, "time-added"))),
        ),
    )


def _identifiers(one: dict[str, Any]) -> Iterator[Identifier]:
    yield from named("doi", text_of(one, "doi"))
    yield from named("arxiv", text_of(one, "eprint", "arxivid"))
    found = identify(text_of(one, "url")[:2000])
    if found is not None:
        yield found


def _tags(one: dict[str, Any]) -> Iterator[str]:
    """Tags as a list, or as a line with commas or blanks between."""
    value = one.get("tags")
    if isinstance(value, str):
        yield from (
            tag
            for tag in re.split(r"\s*[,;]\s*" if re.search("[,;]", value) else r"\s+", value)
            if tag
        )
    else:
        yield from texts(value)
