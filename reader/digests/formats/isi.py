"""Web of Science's tagged format (ISI):
https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html."""

from __future__ import annotations

import re
from pathlib import PurePath

from reader.digests.entries import make_entry
from reader.digests.identifiers import named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.tagged_lines import TaggedRecord, tagged_records
from reader.digests.text.dates import year_in
from reader.digests.text.names import people
from reader.model import Entry, Warning
from reader.words import say, to_say

_FIELD = re.compile(r"^\ufeff?(?P<tag>[A-Z][A-Z0-9])(?: |$)(?P<value>.*)$")
_SHOWS = re.compile(r"\A\s{0,100}(?:FN |PT [A-Z])|^PT [A-Z]\s*$", re.MULTILINE)
_AUTHORS = re.compile(r"^AU \S", re.MULTILINE)
_HEADER = frozenset(("FN", "VR", "EF"))


def sniff(source: Source) -> int:
    """Sure of ``PT J`` with authors, or of the header."""
    return 95 if _SHOWS.search(source.head) and _AUTHORS.search(source.head) else 0


def parse(source: Source) -> Parsed:
    """The records in order; each begins at its type, whether or not the one before had its ER."""
    records = tagged_records(
        source.text.split("\n"),
        _FIELD,
        begins=lambda tag, record: tag == "PT" and any(t not in _HEADER for t, _ in record.fields),
        ends=lambda tag: tag in ("ER", "EF"),
        joint="\n",
    )
    entries: list[Entry] = []
    warnings: list[Warning] = []
    for record in records:
        if not record.first("TI", "AU", "AF", "SO"):
            if any(tag not in _HEADER for tag, _ in record.fields):
                message = say(
                    "Line {}: a record without title and authors was passed over."
                ).format(record.line)
                warnings.append(Warning(message))
            continue
        entries.append(_entry(record, len(entries) + 1))
        check_count(len(entries))
    return Parsed(
        PurePath(source.name).stem or "Web of Science", tuple(entries), None, tuple(warnings)
    )


FORMAT = Format(
    name="isi",
    title=to_say("Web of Science (ISI)"),
    version=1,
    expects=to_say("Web of Science records that begin with “PT ”"),
    sniff=sniff,
    parse=parse,
)


def _entry(record: TaggedRecord, position: int) -> Entry:
    authors = record.first("AF", "AU").split("\n")
    return make_entry(
        position,
        _joined(record.first("TI")),
        _joined(record.first("AB")),
        raw=record.raw,
        line=record.line,
        authors=people(authors),
        year=year_in(record.first("PY", "PD")),
        venue=_joined(record.first("SO", "JI", "J9")),
        identifiers=[*named("doi", record.first("DI")), *named("pubmed", record.first("PM"))],
    )


def _joined(text: str) -> str:
    return " ".join(text.split())
