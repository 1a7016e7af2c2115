"""Makes an Entry from the text of a digest: cleaned, keyed, with its links and its limits kept."""

from __future__ import annotations

from collections.abc import Iterable

from reader.digests.identifiers import page_link
from reader.digests.identity import title_key
from reader.digests.limits import check_entry
from reader.digests.text.invisible import without_invisible
from reader.digests.text.links import find_links
from reader.digests.text.tex import readable
from reader.model import Entry, Identifier, Link


def clean_title(text: str) -> str:
    """A title on one line, TeX as Unicode, nothing invisible in it."""
    return " ".join(without_invisible(readable(text)).split())


def clean_abstract(text: str) -> str:
    """An abstract as it is read: TeX as Unicode, paragraphs kept apart by a blank line."""
    paragraphs = without_invisible(readable(text)).split("\n\n")
    return "\n\n".join(filter(None, (" ".join(paragraph.split()) for paragraph in paragraphs)))


def make_entry(
    position: int,
    title: str,
    abstract: str = "",
    *,
    raw: str,
    line: int,
    identifiers: Iterable[Identifier] = (),
    links: Iterable[Link] = (),
    doubt: str = "",
    provisional: bool = False,
) -> Entry:
    """An entry from a title and an abstract as they stand in the digest.

    Every address in the abstract becomes a link; the abstract stays whole. Identifiers are only
    those given: an abstract may well name another paper's.
    """
    check_entry(raw, line)
    names = tuple(dict.fromkeys(identifiers))
    readable_title, readable_abstract = clean_title(title), clean_abstract(abstract)
    pages = [link for link in map(page_link, names) if link is not None]
    addresses = dict.fromkeys((*pages, *links, *find_links(readable_abstract)))
    return Entry(
        position=position,
        title=readable_title,
        title_key=title_key(readable_title),
        abstract=readable_abstract,
        identifiers=names,
        links=tuple(addresses),
        doubt=doubt,
        title_provisional=provisional,
        raw=raw,
        line=line,
    )
