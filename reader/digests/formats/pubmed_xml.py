"""PubMed's XML (efetch): https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from reader.digests.entries import make_entry
from reader.digests.identifiers import named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.xml_tree import (
    Element,
    inner_markup,
    inner_text,
    raw,
    text_at,
    xml_tree,
)
from reader.digests.text.dates import year_in
from reader.digests.text.names import people, whole
from reader.model import Entry, Identifier
from reader.words import to_say

_ROOTS = ("pubmedarticleset", "pubmedarticle", "pubmedbookarticle", "pubmedbookarticleset")
_RECORDS = ("PubmedArticle", "PubmedBookArticle")


def sniff(source: Source) -> int:
    """Sure of the roots."""
    return 97 if source.root in _ROOTS else 0


def parse(source: Source) -> Parsed:
    """The articles and book chapters in order."""
    records = list(xml_tree(source.text).iter(*_RECORDS))
    check_count(len(records))
    entries = tuple(_entry(record, number) for number, record in enumerate(records, start=1))
    return Parsed(PurePath(source.name).stem or "PubMed", entries)


FORMAT = Format(
    name="pubmed-xml",
    title=to_say("PubMed XML"),
    version=1,
    expects=to_say("a PubmedArticleSet"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _entry(record: Element, position: int) -> Entry:
    title = _first(record, "ArticleTitle", "BookTitle", "VernacularTitle")
    journal = text_at(record, ".//Journal/Title") or text_at(record, ".//MedlineTA")
    book = text_at(record, ".//Book/BookTitle")
    date = record.find(".//JournalIssue/PubDate")
    dated = inner_text(date) if date is not None else text_at(record, ".//PubDate")
    return make_entry(
        position,
        title.strip().removesuffix("."),
        "\n\n".join(_paragraphs(record)),
        raw=raw(record),
        line=record.sourceline or 0,
        authors=people(_people(record)),
        year=year_in(dated) or year_in(text_at(record, ".//ArticleDate/Year")),
        venue=journal or book,
        identifiers=list(_identifiers(record)),
    )


def _first(record: Element, *names: str) -> str:
    """The markup inside the first of these elements that has any."""
    for name in names:
        found = record.find(f".//{name}")
        if found is not None and inner_text(found):
            return inner_markup(found)
    return ""


def _paragraphs(record: Element) -> Iterator[str]:
    """The parts of a structured abstract, each with its label."""
    for part in record.iterfind(".//Abstract/AbstractText"):
        label = (part.get("Label") or "").strip().capitalize()
        text = " ".join(inner_markup(part).split())
        if text:
            yield f"{label}: {text}" if label and label != "Unlabelled" else text


def _people(record: Element) -> Iterator[str]:
    authors = record.find(".//AuthorList[@Type='authors']")
    for author in (authors if authors is not None else record).iterfind(".//Author"):
        last, given = text_at(author, "LastName"), text_at(author, "ForeName")
        together = whole(text_at(author, "CollectiveName"))
        suffix = text_at(author, "Suffix")
        name = " ".join(filter(None, (given or text_at(author, "Initials"), last)))
        yield together or (f"{name}, {suffix}" if suffix and name else name)


def _identifiers(record: Element) -> Iterator[Identifier]:
    yield from named("pubmed", text_at(record, ".//PMID"))
    for place in record.iterfind(".//ELocationID"):
        if place.get("EIdType") == "doi":
            yield from named("doi", inner_text(place))
    for one in record.iterfind("./PubmedData/ArticleIdList/ArticleId"):
        if one.get("IdType") == "doi":
            yield from named("doi", inner_text(one))
