"""EndNote's XML export: https://support.clarivate.com/Endnote (RSXML.dtd)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.xml_tree import Element, raw, text_at, texts_at, xml_tree
from reader.digests.text.dates import year_in
from reader.digests.text.names import people
from reader.model import Entry, Link, LinkKind, Marks, Status
from reader.words import to_say

_SHOWS = re.compile(r"<records?\b|<source-app\b[^>]{0,100}EndNote|<ref-type\b", re.IGNORECASE)


def sniff(source: Source) -> int:
    """Sure of EndNote's roots with a record's own elements."""
    ours = source.root in ("xml", "records") and len(_SHOWS.findall(source.head)) >= 2
    return 96 if ours else 0


def parse(source: Source) -> Parsed:
    """The records in order."""
    records = list(xml_tree(source.text).iter("record"))
    check_count(len(records))
    entries = tuple(_entry(record, number) for number, record in enumerate(records, start=1))
    return Parsed(PurePath(source.name).stem or "EndNote", entries)


FORMAT = Format(
    name="endnote-xml",
    title=to_say("EndNote XML"),
    version=1,
    expects=to_say("an XML export of EndNote"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _entry(record: Element, position: int) -> Entry:
    urls = [*texts_at(record, "urls/related-urls/url"), *texts_at(record, "urls/web-urls/url")]
    places = [found for url in urls if (found := identify(url[:2000]))]
    authors = list(texts_at(record, "contributors/authors/author"))
    return make_entry(
        position,
        text_at(record, "titles/title"),
        text_at(record, "abstract"),
        raw=raw(record),
        line=record.sourceline or 0,
        authors=people(authors or texts_at(record, "contributors/secondary-authors/author")),
        year=year_in(text_at(record, "dates/year")),
        venue=text_at(record, "periodical/full-title") or text_at(record, "titles/secondary-title"),
        identifiers=[*named("doi", text_at(record, "electronic-resource-num")), *places],
        links=[*(link for url in urls for link in link_to(url)), *_pdfs(record)],
        stand_in=text_at(record, "label"),
        marks=_marks(record),
    )


def _pdfs(record: Element) -> Iterator[Link]:
    for url in texts_at(record, "urls/pdf-urls/url"):
        for link in link_to(url):
            yield Link(LinkKind.PDF, link.url)


def _marks(record: Element) -> Marks:
    read = text_at(record, "read-status").lower() in ("1", "read", "true")
    rating = text_at(record, "rating")
    return Marks(
        status=Status.READ if read else None,
        starred=rating[:1] in ("4", "5"),
        tags=tuple(dict.fromkeys(texts_at(record, "keywords/keyword"))),
        note="\n\n".join([*texts_at(record, "notes"), *texts_at(record, "research-notes")]),
    )
