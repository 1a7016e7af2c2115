"""CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html (csl-data.json)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import member, objects_in, raw, text_of, texts
from reader.digests.text.dates import year_in
from reader.digests.text.names import people, whole
from reader.model import Entry, Identifier, Marks, Warning, is_citation_key
from reader.words import to_say

_TYPES = frozenset(
    ("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
     "chapter", "dataset", "document", "entry", "manuscript", "paper-conference", "patent", "post",
     "post-weblog", "report", "review", "software", "speech", "standard", "thesis", "webpage")
)  # fmt: skip


def sniff(source: Source) -> int:
    """Sure of a type that CSL knows beside one of its own members."""
    first = source.json.first
    own = {"issued", "container-title", "author", "DOI", "id"} & first.keys()
    people_ = objects_in(first.get("author"))
    ours = first.get("type") in _TYPES and len(own) >= 1 and "title" in first
    if ours and people_ and not ({"family", "given", "literal"} & people_[0].keys()):
        return 0
    return 93 if ours else 0


def parse(source: Source) -> Parsed:
    """The items in order; of a list that was cut, the whole ones."""
    entries = tuple(_entry(item, number) for number, item in enumerate(source.json.objects, 1))
    problem = source.json.problem
    warnings = (Warning(problem, len(entries)),) if problem else ()
    return Parsed(PurePath(source.name).stem or "CSL-JSON", entries, None, warnings)


FORMAT = Format(
    name="csl-json",
    title="CSL-JSON",
    version=2,
    expects=to_say("CSL-JSON items with type and title"),
    sniff=sniff,
    parse=parse,
)


def _entry(item: dict[str, Any], position: int) -> Entry:
    url = text_of(item, "URL")
    found = identify(url[:2000])
    names = _people(item, "author") or _people(item, "editor")
    return make_entry(
        position,
        text_of(item, "title"),
        text_of(item, "abstract"),
        raw=raw(item),
        authors=people(names),
        year=_year(item.get("issued")),
        venue=text_of(item, "container-title", "event-title", "collection-title", "publisher"),
        identifiers=[*_identifiers(item), *([found] if found else [])],
        links=link_to(url),
        stand_in=text_of(item, "citation-key", "id"),
        marks=Marks(tags=tuple(_tags(item)), note=text_of(item, "annote"), citation_key=_key(item)),
    )


def _people(item: dict[str, Any], role: str) -> list[str]:
    return [_name(one) for one in objects_in(item.get(role))]


def _name(one: dict[str, Any]) -> str:
    parts = ("given", "dropping-particle", "non-dropping-particle", "family")
    name = " ".join(filter(None, (text_of(one, part) for part in parts)))
    suffix = text_of(one, "suffix")
    literal = whole(text_of(one, "literal"))
    return (f"{name}, {suffix}" if suffix and name else name) or literal


def _year(issued: Any) -> int | None:
    parts = member(issued, "date-parts")
    while isinstance(parts, list) and parts:
        parts = parts[0]
    return year_in(str(parts)) or year_in(text_of(issued, "raw", "literal"))


def _identifiers(item: dict[str, Any]) -> Iterator[Identifier]:
    yield from named("doi", text_of(item, "DOI"))
    yield from named("pubmed", text_of(item, "PMID"))
    if text_of(item, "archive", "publisher").lower().startswith("arxiv"):
        yield from named("arxiv", text_of(item, "archive_location", "number"))
    number = re.search(r"arxiv:\s?\S{5,30}", text_of(item, "number", "note"), re.IGNORECASE)
    yield from named("arxiv", number[0] if number else "")


def _key(item: dict[str, Any]) -> str:
    """The key by which pandoc cites it; numbers and addresses are those of some program."""
    key = text_of(item, "citation-key", "id")
    return key if is_citation_key(key) and key[0].isalpha() and "://" not in key else ""


def _tags(item: dict[str, Any]) -> Iterator[str]:
    for text in texts(item.get("keyword", item.get("keywords"))):
        yield from (tag.strip() for tag in re.split("[,;]", text) if tag.strip())
