"""Makes an Entry of a page that somebody saved: its address tells what paper it is, if any."""

from __future__ import annotations

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import find_identifiers, written
from reader.digests.text.page_titles import without_site
from reader.model import Entry, Marks

_SAME_AS_ADDRESS = ("http://", "https://", "www.")


def page_entry(
    position: int,
    title: str,
    address: str,
    *,
    raw: str,
    line: int = 0,
    authors: tuple[str, ...] = (),
    year: int | None = None,
    snippet: str = "",
    marks: Marks,
) -> Entry:
    """An entry of a saved page. Its title is that of a page, and provisional for a paper's."""
    found = [one.identifier for one in find_identifiers(address[:2000])[:1]]
    clean = "" if title.strip().lower().startswith(_SAME_AS_ADDRESS) else without_site(title)
    return make_entry(
        position,
        clean,
        raw=raw,
        line=line,
        authors=authors,
        year=year,
        identifiers=found,
        links=link_to(address),
        provisional=bool(found),
        stand_in=written(found[0]) if found else address,
        snippet=snippet,
        marks=marks,
    )
