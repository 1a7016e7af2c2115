"""EndNote's tagged format (.enw), which is refer's: https://en.wikipedia.org/wiki/Refer_(software)."""

from __future__ import annotations

import re
from pathlib import PurePath

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.tagged_lines import TaggedRecord, tagged_records
from reader.digests.text.dates import year_in
from reader.digests.text.names import people
from reader.model import Entry, Marks
from reader.words import to_say

_LINE = re.compile(r"^\s{0,3}(?P<tag>%[A-Z0-9@\[!>?$&(^~+]) ?(?P<value>.*)$")
_BEGINNING = re.compile(r"\s{0,100}%0(?: |$|\n)")


def sniff(source: Source) -> int:
    """Sure of ``%0`` first and other tags below it."""
    tags = sum(bool(_LINE.match(line)) for line in source.head[:3000].split("\n"))
    return 95 if _BEGINNING.match(source.head) and tags >= 2 else 0


def parse(source: Source) -> Parsed:
    """The records in order; each begins at its type."""
    records = tagged_records(source.text.split("\n"), _LINE, begins=_begins)
    entries: list[Entry] = []
    for record in records:
        entries.append(_entry(record, len(entries) + 1))
        check_count(len(entries))
    return Parsed(PurePath(source.name).stem or "EndNote", tuple(entries))


FORMAT = Format(
    name="endnote-tagged",
    title=to_say("EndNote (.enw)"),
    version=1,
    expects=to_say("EndNote records that begin with “%0 ”"),
    sniff=sniff,
    parse=parse,
)


def _begins(tag: str, record: TaggedRecord) -> bool:
    """A record that left its own type empty takes the next one."""
    return tag == "%0" and bool(record.first("%0"))


def _entry(record: TaggedRecord, position: int) -> Entry:
    urls = record.all("%U")
    places = [found for url in urls if (found := identify(url[:2000]))]
    pubmed = named("pubmed", record.first("%M")) if "pubmed" in record.raw.lower() else []
    return make_entry(
        position,
        record.first("%T"),
        record.first("%X"),
        raw=record.raw,
        line=record.line,
        authors=people(record.all("%A") or record.all("%E")),
        year=year_in(record.first("%D", "%8")),
        venue=record.first("%J", "%B", "%I"),
        identifiers=[*named("doi", record.first("%R").removeprefix("doi:")), *places, *pubmed],
        links=[link for url in urls for link in link_to(url)],
        stand_in=record.first("%F"),
        marks=Marks(tags=_tags(record), note=record.first("%Z")),
    )


def _tags(record: TaggedRecord) -> tuple[str, ...]:
    words = (word.strip() for value in record.all("%K") for word in re.split("[;,]", value))
    return tuple(dict.fromkeys(filter(None, words)))
