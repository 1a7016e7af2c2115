"""The answers of arXiv's API (Atom): https://info.arxiv.org/help/api/user-manual.html."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named, version_in
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.feeds import is_sound, parsed_feed, value
from reader.digests.text.dates import day_of, year_in
from reader.digests.text.names import people
from reader.errors import DigestError
from reader.model import Entry, Link, LinkKind
from reader.words import say, to_say

_OPENSEARCH = "spec/opensearch/1.1"
_ARXIV = ("arxiv.org/schemas/atom", "//arxiv.org/api", "export.arxiv.org")
_ERROR = "api/errors"


def sniff(source: Source) -> int:
    """Sure of Atom with OpenSearch's counts, from arXiv."""
    ours = source.root == "feed" and _OPENSEARCH in source.head
    return 97 if ours and any(mark in source.head for mark in _ARXIV) else 0


def parse(source: Source) -> Parsed:
    """The papers that were found; none is an answer too."""
    feed = parsed_feed(source.text)
    check_count(len(feed.entries))
    for item in feed.entries:
        if _ERROR in value(item, "id"):
            raise DigestError(
                say("arXiv refused the question that this is the answer to."),
                where=say("It says “{}”.").format(value(item, "summary")[:200]),
                advice=say("Ask again with other identifiers."),
            )
    entries = tuple(_entry(item, number) for number, item in enumerate(feed.entries, start=1))
    title = value(feed.feed, "title") or PurePath(source.name).stem
    day = day_of(value(feed.feed, "updated"))
    return Parsed(title, entries, day, empty_is_fine=is_sound(feed))


FORMAT = Format(
    name="arxiv-api",
    title=to_say("Answer of arXiv's API"),
    version=1,
    expects=to_say("an Atom answer of export.arxiv.org/api/query"),
    sniff=sniff,
    parse=parse,
    markup=True,
)


def _entry(item: Any, position: int) -> Entry:
    address = value(item, "id")
    pdfs = [one.get("href", "") for one in item.get("links", ()) if one.get("title") == "pdf"]
    return make_entry(
        position,
        value(item, "title"),
        value(item, "summary"),
        raw="\n".join(f"{name}: {text}" for name in _RAW if (text := value(item, name))),
        authors=people(value(one, "name") for one in item.get("authors", ())),
        year=year_in(value(item, "published")),
        venue=value(item, "arxiv_journal_ref"),
        identifiers=[*named("arxiv", address), *named("doi", value(item, "arxiv_doi"))],
        links=[Link(LinkKind.PDF, link.url) for pdf in pdfs for link in link_to(pdf)],
        version=version_in(address),
    )


_RAW = ("id", "published", "updated", "title", "summary", "arxiv_comment", "arxiv_journal_ref")
