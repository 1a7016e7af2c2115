"""Works of OpenAlex: https://docs.openalex.org/api-entities/works/work-object."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.limits import LARGEST_ENTRY
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import member, objects_in, raw, text_of
from reader.digests.text.dates import year_in
from reader.digests.text.names import people
from reader.model import Entry, Identifier, Link, LinkKind, Warning
from reader.words import to_say

_OWN = ("authorships", "abstract_inverted_index", "primary_location", "cited_by_count")
_MOST_WORDS = LARGEST_ENTRY // 8


def sniff(source: Source) -> int:
    """Sure of an OpenAlex number and members of a work."""
    first = source.json.first
    ours = "openalex.org/W" in text_of(first, "id")
    return 96 if ours and any(name in first for name in _OWN) else 0


def parse(source: Source) -> Parsed:
    """The works in order; of a list that was cut, the whole ones."""
    entries = tuple(_entry(work, number) for number, work in enumerate(source.json.objects, 1))
    problem = source.json.problem
    warnings = (Warning(problem, len(entries)),) if problem else ()
    return Parsed(PurePath(source.name).stem or "OpenAlex", entries, None, warnings)


FORMAT = Format(
    name="openalex",
    title=to_say("OpenAlex (JSON)"),
    version=1,
    expects=to_say("works as OpenAlex gives them"),
    sniff=sniff,
    parse=parse,
)


def _entry(work: dict[str, Any], position: int) -> Entry:
    authorships = objects_in(work.get("authorships"))
    names = (text_of(one, "author.display_name", "raw_author_name") for one in authorships)
    return make_entry(
        position,
        text_of(work, "title", "display_name"),
        _abstract(work.get("abstract_inverted_index")),
        raw=raw(work),
        authors=people(names),
        year=year_in(text_of(work, "publication_year", "publication_date")),
        venue=text_of(work, "primary_location.source.display_name", "host_venue.display_name"),
        identifiers=list(_identifiers(work)),
        links=list(_links(work)),
        stand_in=text_of(work, "id"),
    )


def _abstract(index: Any) -> str:
    """The words of an inverted index in order: ``{"word": [places]}``."""
    if not isinstance(index, dict):
        return ""
    placed = [
        (place, word)
        for word, places in index.items()
        if isinstance(places, list)
        for place in places
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(placed)[:_MOST_WORDS])


def _identifiers(work: dict[str, Any]) -> Iterator[Identifier]:
    yield from named("doi", text_of(work, "doi", "ids.doi"))
    yield from named("pubmed", text_of(work, "ids.pmid"))
    for place in objects_in(work.get("locations")):
        found = identify(text_of(place, "landing_page_url")[:2000])
        if found is not None and found.scheme == "arxiv":
            yield found


def _links(work: dict[str, Any]) -> Iterator[Link]:
    yield from link_to(text_of(work, "primary_location.landing_page_url"))
    pdf = text_of(work, "primary_location.pdf_url", "best_oa_location.pdf_url")
    for link in link_to(pdf):
        yield Link(LinkKind.PDF, link.url)
    if not pdf and member(work, "open_access.is_oa") is True:
        yield from link_to(text_of(work, "open_access.oa_url"))
