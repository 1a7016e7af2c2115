"""RSS and Atom through feedparser: https://feedparser.readthedocs.io."""

from __future__ import annotations

import re
from typing import Any

from reader.digests.structured.xml_tree import check_depth, without_doctype

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def parsed_feed(text: str) -> Any:
    """What feedparser makes of a feed; it never raises, and says in ``bozo`` what was damaged.

    Texts come as they stand, with their markup. Nothing is fetched: it gets bytes, not an address.
    """
    # Imported here because it takes 0.1 s, which only feeds should cost.
    import feedparser

    check_depth(text)
    data = _NOT_XML.sub("", without_doctype(text)).encode("utf-8", "replace")
    return feedparser.parse(
        data,
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )


def is_sound(feed: Any) -> bool:
    """Whether a parsed feed is whole and of a known kind. One of no text at all has no version."""
    return not feed.bozo and bool(feed.get("version"))


def value(entry: Any, *names: str) -> str:
    """The first of these members of a feed or an entry that is text and not empty."""
    for name in names:
        found = entry.get(name)
        if isinstance(found, str) and found.strip():
            return found.strip()
    return ""
