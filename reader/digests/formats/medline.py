"""PubMed's MEDLINE format (.nbib): https://www.nlm.nih.gov/bsd/mms/medlineelements.html."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from reader.digests.entries import make_entry
from reader.digests.identifiers import named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.tagged_lines import TaggedRecord, tagged_records
from reader.digests.text.dates import year_in
from reader.digests.text.names import people, whole
from reader.model import Entry, Identifier, Warning
from reader.words import say, to_say

_SHOWS = re.compile(r"^(?:PMID|PMC|OWN|STAT|JT|FAU|DP) {0,2}- ", re.MULTILINE)
_FIRST = re.compile(r"\s{0,100}(?:PMID|PMC) {0,2}- ?", re.MULTILINE)
_CONTENT = frozenset(("TI", "BTI", "AB", "AU", "FAU", "JT", "TA", "CTI", "VTI"))


def sniff(source: Source) -> int:
    """Sure of PMID or PMC first and several tags of four letters' width."""
    return 96 if _FIRST.match(source.head) and len(_SHOWS.findall(source.head)) >= 2 else 0


def parse(source: Source) -> Parsed:
    """The records in order, parted by blank lines."""
    entries: list[Entry] = []
    warnings: list[Warning] = []
    for record in _records(source.text):
        if not any(tag in _CONTENT or tag == "PMID" for tag, _ in record.fields):
            warnings.append(
                Warning(say("Line {}: a record without title was passed over.").format(record.line))
            )
            continue
        entries.append(_entry(record, len(entries) + 1))
        check_count(len(entries))
    return Parsed(PurePath(source.name).stem or "PubMed", tuple(entries), None, tuple(warnings))


FORMAT = Format(
    name="medline",
    title=to_say("PubMed (.nbib)"),
    version=1,
    expects=to_say("PubMed records that begin with “PMID- ”"),
    sniff=sniff,
    parse=parse,
)


def _records(text: str) -> Iterator[TaggedRecord]:
    """A record begins at its PMID or PMC, unless the other of the two has just begun it."""
    lines = [
        line if line[:1] == " " or _LINE_WITH_VALUE.match(line) else "" for line in text.split("\n")
    ]
    return tagged_records(lines, _LINE_WITH_VALUE, begins=_begins)


_LINE_WITH_VALUE = re.compile(r"^(?P<tag>[A-Z]{2,4}) {0,3}- ?(?P<value>.*)$")


def _begins(tag: str, record: TaggedRecord) -> bool:
    known = {name for name, _ in record.fields}
    return tag in ("PMID", "PMC") and (tag in known or bool(known & _CONTENT))


def _entry(record: TaggedRecord, position: int) -> Entry:
    doi = next((v for v in record.all("LID", "AID") if v.lower().endswith("[doi]")), "")
    return make_entry(
        position,
        (" ".join(record.all("TI")) or record.first("BTI", "CTI", "VTI")).removesuffix("."),
        record.first("AB"),
        raw=record.raw,
        line=record.line,
        authors=people(_people(record)),
        year=year_in(record.first("DP", "DEP", "EDAT")),
        venue=record.first("JT", "TA", "BTI"),
        identifiers=list(_identifiers(record, doi)),
    )


def _people(record: TaggedRecord) -> Iterator[str]:
    yield from record.all("FAU") or map(_initials_first, record.all("AU"))
    yield from (whole(name) for name in record.all("CN"))


def _initials_first(name: str) -> str:
    """``Long V`` as ``V Long``."""
    last, _, initials = name.rpartition(" ")
    return f"{initials} {last}" if last and initials.isupper() else name


def _identifiers(record: TaggedRecord, doi: str) -> Iterator[Identifier]:
    yield from named("pubmed", record.first("PMID"))
    yield from named("doi", doi.rpartition("[")[0])
