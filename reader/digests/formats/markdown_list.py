"""Lists of papers in Markdown (https://spec.commonmark.org): awesome lists, tables of a week.

A paper is known by its link. The text of a link is taken for the title unless it only names a
place ("Paper", "arXiv"); then the words of the item stand in, provisionally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import find_identifiers, written
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.links import kind_of
from reader.model import Entry, Identifier, Link, LinkKind
from reader.words import say, to_say

_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){1,600})\]\(\s*<?([^()\s>]{1,1500}(?:\([^()\s]{0,100}\)[^()\s>]{0,500})?)>?(?:\s+\"[^\"\n]{0,300}\")?\s*\)"
)
_BADGE = re.compile(r"\[?!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1500}\)(?:\]\([^()\n]{0,1500}\))?")
_ITEM = re.compile(r"^\s{0,12}(?:[-*+]|\d{1,4}[.)])\s+(?=\S)|^\s{0,3}\|(?=.*\|)")
_HEADING = re.compile(r"^#{1,6}\s+(\S.*?)\s*#*$", re.MULTILINE)
_PLACE = re.compile(
    r"\W*(?:paper|pdf|arxiv|abs|abstract|html|link|url|here|code|github|project|page|website|"
    r"blog|slides?|video|doi|openreview|tweet|demo|model|dataset|data|hf|huggingface)s?(?:\s*\d+)?\W*",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*_`~]{1,3}")
_PAPERS_HOSTS = re.compile(
    r"(?:papers\.nips\.cc|proceedings\.(?:neurips\.cc|mlr\.press)|jmlr\.org|openaccess\.thecvf\.com|"
    r"dl\.acm\.org|ieeexplore\.ieee\.org|link\.springer\.com|nature\.com/articles|science\.org/doi|"
    r"sciencedirect\.com/science|biorxiv\.org|medrxiv\.org|cdn\.openai\.com/.{0,200}\.pdf|"
    r"semanticscholar\.org/paper|researchgate\.net/publication)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A bullet or a row of a table."""

    text: str
    line: int


def sniff(source: Source) -> int:
    """Surer than of a list of links once several items have Markdown's links to papers."""
    if source.is_markup:
        return 0
    items = [item for item in _items(source.text[:400_000]) if "](" in item.text]
    linking = sum(_paper_link(item.text) is not None for item in items[:400])
    return 91 if linking >= 3 else 0


def parse(source: Source) -> Parsed:
    """The papers in order of their first sight."""
    entries: dict[object, Entry] = {}
    for item in _items(source.text):
        found = _paper_link(item.text)
        if found is None:
            continue
        text, address, identifier = found
        entries.setdefault(identifier or address, _entry(item, text, address, identifier))
        check_count(len(entries))
    heading = _HEADING.search(source.head)
    title = _plain(_LINK.sub(r"\1", _BADGE.sub("", heading[1]))) if heading else ""
    return Parsed(title or PurePath(source.name).stem or "Markdown list", tuple(entries.values()))


FORMAT = Format(
    name="markdown-list",
    title=to_say("Markdown list"),
    version=1,
    expects=to_say("a Markdown list or table that links papers"),
    sniff=sniff,
    parse=parse,
)


def _items(text: str) -> Iterator[_Item]:
    for number, line in enumerate(text.split("\n"), start=1):
        if _ITEM.match(line) and len(line) <= 20_000:
            yield _Item(_BADGE.sub("", line), number)


def _paper_link(text: str) -> tuple[str, str, Identifier | None] | None:
    """The text and address of the first link to a paper, and the identifier it holds."""
    table = text.lstrip().startswith("|")
    for found in _LINK.finditer(text):
        address = found[2]
        named = find_identifiers(address[:1500])
        is_paper = named or _PAPERS_HOSTS.search(address) or kind_of(address) is LinkKind.PDF
        if is_paper or (table and _is_title(found[1]) and address.startswith("http")):
            return found[1], address, named[0].identifier if named else None
    return None


def _is_title(text: str) -> bool:
    return not _PLACE.fullmatch(text) and len(re.findall(r"[^\W\d_]{2,}", text)) >= 3


def _entry(item: _Item, text: str, address: str, identifier: Identifier | None) -> Entry:
    words = _plain(text)
    sure = _is_title(words)
    beside = words if sure else _words_beside(item.text)
    return make_entry(
        1,
        beside,
        raw=item.text.strip(),
        line=item.line,
        identifiers=[identifier] if identifier else [],
        links=[*link_to(address), *_code(item.text)],
        doubt="" if sure else say("title as written beside the link"),
        provisional=not sure,
        stand_in=written(identifier) if identifier else address,
    )


def _words_beside(text: str) -> str:
    """What an item says beside its links, up to the first dash that explains."""
    if text.lstrip().startswith("|"):
        cells = [_plain(_LINK.sub(r"\1", cell)) for cell in text.strip().strip("|").split("|")]
        return max((cell for cell in cells if not _PLACE.fullmatch(cell)), key=len, default="")
    bare = _LINK.sub(
        lambda found: "" if _PLACE.fullmatch(found[1]) else found[1], _ITEM.sub("", text)
    )
    return _plain(re.split(r"\s[-–—:]\s", bare.strip(" -–—:"))[0])


def _code(text: str) -> Iterator[Link]:
    for found in _LINK.finditer(text):
        for link in link_to(found[2]):
            if link.kind is LinkKind.CODE:
                yield link


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).strip(" []()|,:").split())
