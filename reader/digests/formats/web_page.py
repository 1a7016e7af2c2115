"""Any other web page (https://html.spec.whatwg.org): the papers that its links lead to.

Where the page's own text shows titles and abstracts, as a saved page of trending papers does, that
text is read, with its links.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from reader.digests.entries import make_entry
from reader.digests.formats import trending
from reader.digests.identifiers import find_identifiers, written
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.markup import without_markup
from reader.digests.text.page_text import links_of, page_text
from reader.digests.text.page_titles import without_site
from reader.model import Entry, Identifier
from reader.words import say, to_say

_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,500})</title>", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_SURE_OF_TEXT = 90


def sniff(source: Source) -> int:
    """The last resort for HTML: only when some address in it names a paper."""
    if not source.is_markup or "<a" not in source.text:
        return 0
    return 20 if find_identifiers(" ".join(_addresses(source.text))) else 0


def parse(source: Source) -> Parsed:
    """The papers, each once, named by the longest text of their links."""
    as_text = Source(page_text(source.text), source.name, source.today)
    if trending.sniff(as_text) >= _SURE_OF_TEXT:
        return trending.parse(as_text)
    titles: dict[Identifier, str] = {}
    for text, address in links_of(source.text):
        for found in find_identifiers(address[:2000])[:1]:
            title = text if _is_title(text) else ""
            titles[found.identifier] = max(titles.get(found.identifier, ""), title, key=len)
            check_count(len(titles))
    entries = (_entry(name, title, n) for n, (name, title) in enumerate(titles.items(), start=1))
    named = _TITLE.search(source.head)
    title = without_markup(named[1]).strip() if named else ""
    return Parsed(title or PurePath(source.name).stem or "Web page", tuple(entries))


FORMAT = Format(
    name="web-page",
    title=to_say("Web page with links to papers"),
    version=1,
    expects=to_say("a web page that links papers"),
    sniff=sniff,
    parse=parse,
    markup=True,
)

_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]{8,1000})", re.IGNORECASE)


def _addresses(text: str) -> list[str]:
    return _HREF.findall(text[:400_000])


def _is_title(text: str) -> bool:
    return len(_WORDS.findall(text)) >= 3 and not text.lower().startswith(
        ("http", "arxiv:", "doi:")
    )


def _entry(name: Identifier, title: str, position: int) -> Entry:
    entry = make_entry(
        position,
        without_site(title),
        raw=f"{written(name)} {title}".strip(),
        identifiers=[name],
        provisional=True,
        stand_in=written(name),
    )
    return replace(
        entry, doubt=say("title as written in the link") if title else say("title not known yet")
    )
