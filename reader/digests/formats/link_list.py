"""Format 2: a list of identifiers and addresses of papers, one or many a line.

arXiv, DOI, OpenReview, ACL Anthology, PubMed and Semantic Scholar are known; an address of another
site is taken as a paper's page. A line that begins with ``#`` is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from reader.digests.entries import make_entry
from reader.digests.foreign import foreign_format
from reader.digests.identifiers import Found, find_identifiers, written
from reader.digests.limits import check_count, excerpt
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.links import find_links
from reader.model import Entry, Identifier, Link, Warning
from reader.words import say, to_say

_WORDS = re.compile(r"(?<!\S)[^\W\d_]{2,}(?!\S)")
_MANY_WORDS = 30
_BETWEEN = re.compile(r"^[\s\-–—*•·:|.,;()\[\]<>\"“”#\d]+|[\s\-–—*•·:|,;()\[\]<>\"“”]+$")
_SHORT_LINE = 300
_MOST_WARNINGS = 50
_NOT_YET = to_say("title not known yet")


@dataclass(frozen=True, slots=True)
class _Sight:
    """A paper that a line names, by identifier or by address, perhaps with its title beside."""

    identifier: Identifier | None
    link: Link | None
    title: str
    line: int
    raw: str


def sniff(source: Source) -> int:
    """The share of lines that name papers and say little else."""
    if foreign_format(source.text):
        return 0
    lines = [
        line for line in source.text[:200_000].split("\n") if line.strip() and not _comment(line)
    ]
    if not lines:
        return 0
    share = sum(_names_papers(line) for line in lines) / len(lines)
    return round(90 * share) if share >= 0.5 else 0


def parse(source: Source) -> Parsed:
    """The distinct works in the order of their first sight."""
    works: dict[object, list[_Sight]] = {}
    warnings: list[Warning] = []
    for number, line in enumerate(source.text.split("\n"), start=1):
        if not line.strip() or _comment(line):
            continue
        sights = list(_sights(line, number))
        for sight in sights:
            works.setdefault(sight.identifier or sight.link, []).append(sight)
        if not sights:
            warnings.append(
                Warning(say("Line {} was not understood: “{}”.").format(number, excerpt(line)))
            )
    check_count(len(works))
    entries = (_entry(number, sights) for number, sights in enumerate(works.values(), start=1))
    title = PurePath(source.name).stem or "List of links"
    return Parsed(title, tuple(entries), None, _few(warnings))


FORMAT = Format(
    name="links",
    title=to_say("List of identifiers and links"),
    version=1,
    expects=to_say("arXiv numbers, DOIs or addresses of papers, one or more a line"),
    sniff=sniff,
    parse=parse,
)


def _comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _names_papers(line: str) -> bool:
    """Whether a line is identifiers and addresses, or a short title beside one."""
    if len(line) > _SHORT_LINE and len(_WORDS.findall(line)) > _MANY_WORDS:
        return False  # looked at first: looking for identifiers in abstracts takes long
    return any(True for _ in _sights(line, 0))


def _sights(line: str, number: int) -> Iterator[_Sight]:
    """The papers a line names, in order: identifiers first, then other addresses."""
    found = find_identifiers(line)
    rest = _besides(line, found)
    others = find_links(rest)
    title = _title_beside(rest) if len(found) + len(others) == 1 else ""
    for one in found:
        yield _Sight(one.identifier, None, title, number, line)
    for link in others:
        yield _Sight(None, link, title, number, line)


def _besides(line: str, found: list[Found]) -> str:
    """A line without its identifiers."""
    rest, start = [], 0
    for one in found:
        rest.append(line[start : one.start])
        start = one.end
    return " ".join([*rest, line[start:]])


def _title_beside(rest: str) -> str:
    """The words beside the only paper of a line, when there are enough for a title."""
    for link in find_links(rest):
        rest = rest.replace(link.url, " ")
    title = _BETWEEN.sub("", _BETWEEN.sub("", rest))
    return " ".join(title.split()) if len(re.findall(r"[^\W\d_]{2,}", title)) >= 3 else ""


def _entry(position: int, sights: list[_Sight]) -> Entry:
    first = sights[0]
    beside = next((sight.title for sight in sights if sight.title), "")
    name = written(first.identifier) if first.identifier else first.link.url if first.link else ""
    return make_entry(
        position,
        beside or name,
        raw="\n".join(dict.fromkeys(sight.raw for sight in sights)),
        line=first.line,
        identifiers=[first.identifier] if first.identifier else [],
        links=[first.link] if first.link else [],
        doubt=say("title as written beside the link") if beside else say(_NOT_YET),
        provisional=True,
    )


def _few(warnings: list[Warning]) -> tuple[Warning, ...]:
    """Not more warnings than a person reads."""
    rest = len(warnings) - _MOST_WARNINGS
    if rest <= 0:
        return tuple(warnings)
    return (
        *warnings[:_MOST_WARNINGS],
        Warning(say("%Ln more line(s) not understood.", rest)),
    )
