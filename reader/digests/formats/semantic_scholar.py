"""Papers of Semantic Scholar's Graph API: https://api.semanticscholar.org/api-docs/graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import member, objects_in, raw, text_of
from reader.digests.text.dates import year_in
from reader.digests.text.names import people
from reader.model import Entry, Identifier, Link, LinkKind, Warning
from reader.words import to_say

_SCHEMES = {"ArXiv": "arxiv", "DOI": "doi", "PubMed": "pubmed", "ACL": "acl"}
_WRAPPERS = ("citedPaper", "citingPaper", "paper")


def sniff(source: Source) -> int:
    """Sure of the paperId that every record has."""
    return 96 if "paperId" in _paper(source.json.first) else 0


def parse(source: Source) -> Parsed:
    """The papers in order; of citations and references, the other paper."""
    records = [_paper(item) for item in source.json.objects]
    entries = tuple(_entry(record, number) for number, record in enumerate(records, start=1))
    problem = source.json.problem
    warnings = (Warning(problem, len(entries)),) if problem else ()
    return Parsed(PurePath(source.name).stem or "Semantic Scholar", entries, None, warnings)


FORMAT = Format(
    name="semantic-scholar",
    title=to_say("Semantic Scholar (JSON)"),
    version=1,
    expects=to_say("papers as Semantic Scholar's API gives them"),
    sniff=sniff,
    parse=parse,
)


def _paper(item: dict[str, Any]) -> dict[str, Any]:
    inner = next((item[name] for name in _WRAPPERS if isinstance(item.get(name), dict)), item)
    return inner if "paperId" in inner else item


def _entry(record: dict[str, Any], position: int) -> Entry:
    pdf = text_of(record, "openAccessPdf.url")
    return make_entry(
        position,
        text_of(record, "title"),
        text_of(record, "abstract"),
        raw=raw(record),
        authors=people(text_of(one, "name") for one in objects_in(record.get("authors"))),
        year=year_in(text_of(record, "year", "publicationDate")),
        venue=text_of(record, "venue", "journal.name", "publicationVenue.name"),
        identifiers=list(_identifiers(record)),
        links=[
            *link_to(text_of(record, "url")),
            *(Link(LinkKind.PDF, link.url) for link in link_to(pdf)),
        ],
        snippet="" if record.get("abstract") else text_of(record, "tldr.text"),
    )


def _identifiers(record: dict[str, Any]) -> Iterator[Identifier]:
    for name, scheme in _SCHEMES.items():
        yield from named(scheme, text_of(member(record, "externalIds"), name))
    yield from named("s2", text_of(record, "paperId"))
    number = text_of(record, "corpusId", "externalIds.CorpusId")
    yield from named("s2", f"CorpusID:{number}" if number else "")
