"""Feeds: RSS (https://www.rssboard.org/rss-specification) and Atom (RFC 4287).

arXiv's put number, kind and abstract into the description and all authors into one creator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import find_identifiers, named, version_in
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.feeds import is_sound, parsed_feed, value
from reader.digests.text.dates import day_of, moment_of, year_in
from reader.digests.text.markup import without_markup
from reader.digests.text.names import people, people_in_line
from reader.model import Entry, Identifier, Link, Warning
from reader.words import say, to_say

_ROOTS = ("rss", "feed", "rdf", "channel")
_ARXIV = re.compile(
    r"\s*arXiv:(?P<id>\S{1,40})\s+Announce Type:\s*(?P<kind>[a-z-]{1,20})\s+(?:Abstract:\s*)?",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s*\(arXiv:(\S{1,40})(?:\s[^()]{0,60})?\)\s*$")
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")
_SHORTEST_ABSTRACT = 120


def sniff(source: Source) -> int:
    """Sure of the roots of the three families; RDF only when it is of RSS 1.0."""
    if source.root not in _ROOTS:
        return 0
    return 85 if source.root != "rdf" or "purl.org/rss/1.0" in source.head else 0


def parse(source: Source) -> Parsed:
    """The items in order. A sound feed without items is a day on which nothing came."""
    feed = parsed_feed(source.text)
    check_count(len(feed.entries))
    entries = tuple(_entry(item, number) for number, item in enumerate(feed.entries, start=1))
    warnings: tuple[Warning, ...] = ()
    if feed.bozo and entries:
        reason = str(feed.get("bozo_exception", "")).replace("<unknown>:", "line ")
        message = say("The feed is damaged or cut off ({}); what could be read is here.").format(
            reason[:200]
        )
        warnings = (Warning(message, len(entries)),)
    title = without_markup(value(feed.feed, "title")) or PurePath(source.name).stem or "Feed"
    day = _date(feed.feed)
    return Parsed(title, entries, day, warnings, empty_is_fine=is_sound(feed))


FORMAT = Format(
    name="feed",
    title=to_say("Feed (RSS or Atom)"),
    version=1,
    expects=to_say("an RSS or Atom feed"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _entry(item: Any, position: int) -> Entry:
    summary = _summary(item)
    arxiv = _ARXIV.match(summary)
    title = value(item, "title")
    suffix = _SUFFIX.search(title)
    abstract = _ARXIV.sub("", summary, count=1)
    cut = bool(_CUT.search(abstract)) or (not arxiv and len(abstract) < _SHORTEST_ABSTRACT)
    number = arxiv["id"] if arxiv else suffix[1] if suffix else ""
    return make_entry(
        position,
        _SUFFIX.sub("", title),
        "" if cut else abstract,
        snippet=abstract if cut else "",
        raw=_raw(item),
        authors=_people(item),
        year=year_in(value(item, "prism_publicationdate", "dc_date", "published", "updated")),
        venue="" if number else value(item, "prism_publicationname", "dc_source", "source"),
        identifiers=list(_identifiers(item, number)),
        links=list(_links(item)),
        version=version_in(number),
    )


def _summary(item: Any) -> str:
    """The longer of description and content, as text."""
    contents = [one.get("value", "") for one in item.get("content", ()) if isinstance(one, dict)]
    texts = [value(item, "summary"), *(text for text in contents if isinstance(text, str))]
    return max((without_markup(text).strip() for text in texts), key=len)


def _people(item: Any) -> tuple[str, ...]:
    """One person an author, or all of them in one creator with commas between."""
    names = [value(one, "name") for one in item.get("authors", ()) if isinstance(one, dict)]
    if len(names) > 1:
        return people(names)
    return people_in_line(without_markup(names[0] if names else value(item, "author")))


def _identifiers(item: Any, number: str) -> Iterator[Identifier]:
    yield from named("arxiv", number)
    yield from named("doi", value(item, "prism_doi", "dc_identifier"))
    for text in (value(item, "link"), value(item, "id")):
        yield from (found.identifier for found in find_identifiers(text[:2000])[:1])


def _links(item: Any) -> Iterator[Link]:
    yield from link_to(value(item, "link"))
    for one in item.get("links", ()):
        if one.get("type") == "application/pdf":
            yield from link_to(value(one, "href"))


def _date(feed: Any) -> date | None:
    text = value(feed, "published", "updated", "dc_date")
    moment = moment_of(text)
    return moment.date() if moment else day_of(text)


def _raw(item: Any) -> str:
    """An item's texts; the feed as a whole is kept with the digest."""
    names = ("id", "link", "title", "summary")
    return "\n".join(f"{name}: {text}" for name in names if (text := value(item, name)))
