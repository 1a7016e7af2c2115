"""CITATION.cff: https://citation-file-format.github.io (version 1.2, YAML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import objects_in, text_of, texts
from reader.digests.structured.yaml_documents import yaml_documents
from reader.digests.text.dates import year_in
from reader.digests.text.names import people, whole
from reader.model import Entry, Identifier, Link, LinkKind
from reader.words import to_say

_SHOWS = re.compile(r"^cff-version\s*:", re.MULTILINE)


def sniff(source: Source) -> int:
    """Sure of the version that every such file states."""
    return 97 if _SHOWS.search(source.head) else 0


def parse(source: Source) -> Parsed:
    """The work to cite: the preferred citation, else the software itself."""
    documents = yaml_documents(source.text)
    if not documents:
        return Parsed("CITATION.cff", ())
    preferred = documents[0].get("preferred-citation")
    work = preferred if isinstance(preferred, dict) else documents[0]
    return Parsed(text_of(work, "title") or "CITATION.cff", (_entry(work, source.text),))


FORMAT = Format(
    name="citation-cff",
    title="CITATION.cff",
    version=1,
    expects=to_say("a CITATION.cff file"),
    sniff=sniff,
    parse=parse,
)


def _entry(work: dict[str, Any], raw: str) -> Entry:
    released = text_of(work, "year", "date-published", "date-released", "issue-date")
    return make_entry(
        1,
        text_of(work, "title"),
        text_of(work, "abstract"),
        raw=raw,
        line=1,
        authors=people(_people(work)),
        year=year_in(released),
        venue=text_of(work, "journal", "collection-title", "conference.name", "publisher.name"),
        identifiers=list(_identifiers(work)),
        links=list(_links(work)),
    )


def _people(work: dict[str, Any]) -> Iterator[str]:
    for author in objects_in(work.get("authors")):
        parts = ("given-names", "name-particle", "family-names")
        name = " ".join(filter(None, (text_of(author, part) for part in parts)))
        suffix = text_of(author, "name-suffix")
        entity = whole(text_of(author, "name", "alias"))
        yield (f"{name}, {suffix}" if suffix else name) or entity


def _identifiers(work: dict[str, Any]) -> Iterator[Identifier]:
    yield from named("doi", text_of(work, "doi"))
    for one in objects_in(work.get("identifiers")):
        if text_of(one, "type") == "doi":
            yield from named("doi", text_of(one, "value"))


def _links(work: dict[str, Any]) -> Iterator[Link]:
    for address in texts(work.get("url")):
        yield from link_to(address)
    for name in ("repository-code", "repository"):
        for link in link_to(text_of(work, name)):
            yield Link(LinkKind.CODE, link.url)
