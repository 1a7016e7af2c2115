"""Google Scholar's alert mails (HTML): https://scholar.google.com/intl/en/scholar/help.html#alerts.

The snippet is cut by Google; it is kept as a snippet and never taken for the abstract.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import find_identifiers
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.xml_tree import Element, html_tree, inner_text, raw
from reader.digests.text.dates import year_in
from reader.digests.text.names import people_in_line
from reader.model import Entry, Link, LinkKind
from reader.words import to_say

_MARK = "gse_alrt_title"


def sniff(source: Source) -> int:
    """Sure of the class that only these mails have."""
    return 97 if source.is_markup and _MARK in source.text[:200_000] else 0


def parse(source: Source) -> Parsed:
    """The papers of the alert in order."""
    page = html_tree(source.text)
    titles = [a for a in page.iter("a") if _MARK in (a.get("class") or "").split()]
    entries = tuple(_entry(title, number) for number, title in enumerate(titles, start=1))
    return Parsed("Google Scholar alert", entries)


FORMAT = Format(
    name="scholar-alert",
    title=to_say("Google Scholar alert"),
    version=1,
    expects=to_say("a mail of Google Scholar alerts"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _entry(title: Element, position: int) -> Entry:
    heading = title.getparent()
    below = [one for one in heading.itersiblings() if isinstance(one.tag, str)][:2]
    described = inner_text(below[0]) if below else ""
    snippet = inner_text(below[1]) if len(below) > 1 and _is_snippet(below[1]) else ""
    authors, venue, year = _facts(described)
    url = _target(title.get("href") or "")
    is_pdf = "[PDF]" in inner_text(heading)
    links = [Link(LinkKind.PDF, link.url) if is_pdf else link for link in link_to(url)]
    return make_entry(
        position,
        inner_text(title),
        raw=raw(heading) + "".join(map(raw, below)),
        authors=authors,
        year=year,
        venue=venue,
        identifiers=[found.identifier for found in find_identifiers(url)[:1]],
        links=links,
        snippet=snippet,
    )


def _is_snippet(element: Element) -> bool:
    return "gse_alrt_sni" in (element.get("class") or "")


def _facts(described: str) -> tuple[tuple[str, ...], str, int | None]:
    """``A Turing, K Gödel… - arXiv preprint arXiv:1912, 2019``: people, venue, year."""
    people, _, rest = described.partition(" - ")
    year = year_in(rest[-12:])
    venue = re.sub(r",?\s*\d{4}\s*$", "", rest).rstrip("… ").strip()
    names = people_in_line(people.replace("…", ""))
    return names, "" if venue.isdigit() else venue, year


def _target(href: str) -> str:
    """The address that Google's own leads to."""
    try:
        wanted = parse_qs(urlsplit(href).query).get("url", [])
    except ValueError:
        return href
    return wanted[0] if wanted else href
