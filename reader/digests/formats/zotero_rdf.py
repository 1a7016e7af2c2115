"""Zotero's RDF export: https://www.zotero.org/support/kb/exporting (Bibliontology, Dublin Core)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.xml_tree import Element, inner_text, raw, text_at, xml_tree
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.markup import without_markup
from reader.digests.text.names import people
from reader.model import Entry, Identifier, Marks
from reader.words import to_say

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_SHOWS = ("zotero.org/namespaces/export", "purl.org/net/biblio#")
_NO_PAPERS = frozenset(("Attachment", "Memo", "Journal", "Collection", "Series", "UserItem"))


def sniff(source: Source) -> int:
    """Sure of Zotero's namespace."""
    ours = source.root == "rdf" and any(mark in source.head for mark in _SHOWS)
    return 97 if ours else 0


def parse(source: Source) -> Parsed:
    """The items in order, with the notes that belong to them."""
    root = xml_tree(source.text)
    by_address = {one.get(_ABOUT): one for one in root if one.get(_ABOUT)}
    items = [one for one in root if one.tag not in _NO_PAPERS and _is_item(one)]
    check_count(len(items))
    entries = tuple(_entry(item, number, by_address) for number, item in enumerate(items, start=1))
    return Parsed(PurePath(source.name).stem or "Zotero", entries)


FORMAT = Format(
    name="zotero-rdf",
    title=to_say("Zotero RDF"),
    version=1,
    expects=to_say("an RDF export of Zotero"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _is_item(element: Element) -> bool:
    kind = text_at(element, "itemType")
    return kind not in ("attachment", "note") and (bool(kind) or element.find("title") is not None)


def _entry(item: Element, position: int, by_address: dict[str, Element]) -> Entry:
    address = text_at(item, "identifier/URI/value") or text_at(item, "identifier/URI")
    container = _container(item, by_address)
    about = item.get(_ABOUT) or ""
    url = address or (about if about.startswith("http") else "")
    return make_entry(
        position,
        text_at(item, "title"),
        text_at(item, "abstract"),
        raw=raw(item),
        line=item.sourceline or 0,
        authors=people(_people(item)),
        year=year_in(text_at(item, "date")),
        venue=text_at(container, "title") if container is not None else "",
        identifiers=list(_identifiers(item, container, url)),
        links=link_to(url),
        marks=Marks(
            tags=tuple(_tags(item)),
            note="\n\n".join(_notes(item, by_address)),
            added_at=moment_of(text_at(item, "dateSubmitted")),
        ),
    )


def _container(item: Element, by_address: dict[str, Element]) -> Element | None:
    """The journal or book that an item is part of, inside it or elsewhere in the file."""
    part = item.find("isPartOf")
    if part is None:
        return None
    return part[0] if len(part) else by_address.get(part.get(_RESOURCE))


def _people(item: Element) -> Iterator[str]:
    for person in item.iterfind("authors/Seq/li/Person"):
        given = text_at(person, "givenName") or text_at(person, "givenname")
        yield f"{given} {text_at(person, 'surname')}".strip()


def _identifiers(item: Element, container: Element | None, url: str) -> Iterator[Identifier]:
    for element in (item, container):
        if element is None:
            continue
        for one in element.iterfind("identifier"):
            text = inner_text(one)
            yield from named("doi", text) if text.upper().startswith("DOI") else ()
    found = identify(url[:2000])
    if found is not None:
        yield found


def _tags(item: Element) -> Iterator[str]:
    """The person's own subjects; Zotero marks those of translators as automatic."""
    for subject in item.iterfind("subject"):
        if subject.find("AutomaticTag") is None and inner_text(subject):
            yield inner_text(subject)


def _notes(item: Element, by_address: dict[str, Element]) -> Iterator[str]:
    for one in item.iterfind("isReferencedBy"):
        memo = by_address.get(one.get(_RESOURCE))
        if memo is not None:
            yield without_markup(text_at(memo, "value")).strip()
