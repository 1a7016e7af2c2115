"""Makes an Entry of what a digest says of a paper: cleaned, keyed, its limits kept."""

from __future__ import annotations

from collections.abc import Iterable

from reader.digests.identifiers import page_link
from reader.digests.identity import title_key
from reader.digests.limits import check_entry, excerpt
from reader.digests.text.invisible import without_invisible
from reader.digests.text.links import find_links, kind_of, without_glued
from reader.digests.text.markup import without_markup
from reader.digests.text.tex import readable
from reader.model import Entry, Identifier, Link, Marks
from reader.words import joined, say

NO_MARKS = Marks()
_MOST_LINKS = 100


def clean_title(text: str) -> str:
    """A title on one line, TeX and markup as Unicode, nothing invisible in it."""
    return " ".join(without_invisible(readable(without_markup(text))).split())


def clean_abstract(text: str) -> str:
    """An abstract as it is read: TeX and markup as Unicode, a blank line between paragraphs."""
    paragraphs = without_invisible(readable(without_markup(text))).split("\n\n")
    return "\n\n".join(filter(None, (" ".join(paragraph.split()) for paragraph in paragraphs)))


def link_to(url: str) -> list[Link]:
    """The address as a link, in a list of one; an empty list for what is no address of the web."""
    url = without_glued(url.strip())
    is_web = url.lower().startswith(("http://", "https://")) and len(url) <= 2000
    return [Link(kind_of(url), url)] if is_web and not any(map(str.isspace, url)) else []


def make_entry(
    position: int,
    title: str,
    abstract: str = "",
    *,
    raw: str,
    line: int = 0,
    authors: Iterable[str] = (),
    year: int | None = None,
    venue: str = "",
    identifiers: Iterable[Identifier] = (),
    links: Iterable[Link] = (),
    doubt: str = "",
    provisional: bool = False,
    stand_in: str = "",
    snippet: str = "",
    version: int | None = None,
    marks: Marks = NO_MARKS,
) -> Entry:
    """An entry from texts as they stand in the digest; ``authors`` from text/names.py.

    Every address in the abstract becomes a link; the abstract stays whole. Identifiers are only
    those given: an abstract may well name another paper's. Without a title ``stand_in``, an
    address, or the beginning of the record stands in, and the entry says so.
    """
    check_entry(raw, line)
    names = tuple(dict.fromkeys(identifiers))
    readable_title, readable_abstract = clean_title(title), clean_abstract(abstract)
    pages = [link for link in map(page_link, names) if link is not None]
    addresses = tuple(dict.fromkeys((*pages, *links, *find_links(readable_abstract))))
    if not any(map(str.isalnum, readable_title)):
        readable_title = _stand_in(stand_in, addresses, raw)
        doubt, provisional = joined(", ", filter(None, (say("no title"), doubt))), True
    return Entry(
        position=position,
        title=readable_title,
        title_key=title_key(readable_title),
        abstract=readable_abstract,
        authors=tuple(authors),
        year=year,
        venue=clean_title(venue),
        identifiers=names,
        links=addresses[:_MOST_LINKS],
        doubt=doubt,
        title_provisional=provisional,
        snippet=clean_abstract(snippet),
        version=version,
        marks=marks,
        raw=raw,
        line=line,
    )


def _stand_in(given: str, addresses: tuple[Link, ...], raw: str) -> str:
    return (
        clean_title(given) or (addresses[0].url if addresses else "") or excerpt(raw) or "Untitled"
    )
