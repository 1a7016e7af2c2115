"""The one Markdown document that reader exports of many papers (``reader export --single``).

It is made for reading, so it says less than a folder of files does: three authors, one address.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.exported_markdown import (
    abstract_in,
    decided_status,
    note_in,
    unescaped,
)
from reader.digests.text.names import people_in_line
from reader.model import Entry, Marks, Status
from reader.words import to_say

_FRONT = re.compile(r"\A---[ \t]*\ntitle:[^\n]{1,200}\n---[ \t]*\n")
_DETAILS = (
    rf"(?P<facts>(?:[^\n]{{1,2000}}? · )?)(?P<status>{'|'.join(Status)})(?P<star>(?: · ★)?)"
    r"(?: — \[[^\n]{1,2000}\]\((?P<url>[^()\s]{1,2000})\))?"
)
# What may follow: a heading with a word such as "read" below it may well stand in a note.
_NEXT = r"(?=\s*\Z|\n\n(?:> \[!abstract\]|## Highlights\n|## Note\n|# ))"
_PAPER = re.compile(rf"^# (?P<title>[^\n]{{1,2000}})\n{_DETAILS}[ \t]*{_NEXT}", re.MULTILINE)
_YEAR = re.compile(r"\d{1,4}")


def sniff(source: Source) -> int:
    """Sure of our front matter with a paper's heading and line of details right below."""
    front = _FRONT.match(source.head)
    return 98 if front and _PAPER.match(source.text, front.end()) else 0


def parse(source: Source) -> Parsed:
    """The papers in order."""
    found = list(_PAPER.finditer(source.text))
    check_count(len(found))
    bounds = [*(one.start() for one in found), len(source.text)]
    entries = tuple(
        _entry(number, one, source.text[one.end() : end])
        for number, (one, end) in enumerate(zip(found, bounds[1:], strict=True), start=1)
    )
    return Parsed(PurePath(source.name).stem or "Reading list", entries)


FORMAT = Format(
    name="reader-list",
    title=to_say("Reading list exported by reader"),
    version=1,
    expects=to_say("the one Markdown document that reader exported"),
    sniff=sniff,
    parse=parse,
)


def _entry(position: int, found: re.Match[str], body: str) -> Entry:
    authors, year, venue = _facts(found["facts"])
    identifier = identify(found["url"] or "")
    return make_entry(
        position,
        unescaped(found["title"]),
        abstract_in(body),
        raw=found[0] + body,
        line=found.string.count("\n", 0, found.start()) + 1,
        authors=people_in_line(authors.removesuffix(" et al.")),
        year=year,
        venue=venue,
        identifiers=[identifier] if identifier else [],
        links=link_to(found["url"] or ""),
        marks=Marks(
            status=decided_status(found["status"]),
            starred=bool(found["star"]),
            note=note_in(body),
        ),
    )


def _facts(text: str) -> tuple[str, int | None, str]:
    """Authors, year and venue of ``authors · year · venue · ``, any of which may be missing."""
    parts = [unescaped(part) for part in text.removesuffix(" · ").split(" · ") if part]
    at = next((at for at, part in enumerate(parts) if _YEAR.fullmatch(part)), None)
    if at is None:
        return parts[0] if parts else "", None, " · ".join(parts[1:])
    return " · ".join(parts[:at]), int(parts[at]), " · ".join(parts[at + 1 :])
