"""RIS: https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html.

Read by ourselves: rispy silently loses records without ``ER`` or with one blank before the dash.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.tagged_lines import TaggedRecord, tagged_records
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.markup import without_markup
from reader.digests.text.names import people
from reader.errors import DigestError
from reader.model import Entry, Link, LinkKind, Marks, Warning
from reader.words import say, to_say

_TYPE = re.compile(r"^\ufeff?\s{0,3}TY {0,3}-", re.MULTILINE)
_TAGGED = re.compile(r"^[A-Z][A-Z0-9] {1,3}- ", re.MULTILINE)
_LINE = re.compile(r"^[\ufeff ]{0,3}(?P<tag>[A-Z][A-Z0-9]) {0,3}- ?(?P<value>.*)$")


def sniff(source: Source) -> int:
    """Sure of a line ``TY  - ``; many other tags are a RIS file that lost its own."""
    if _TYPE.search(source.head):
        return 95
    return 91 if len(_TAGGED.findall(source.head[:2000])) >= 5 else 0


def parse(source: Source) -> Parsed:
    """The records in order; a record begins at TY, whether or not the one before had its ER."""
    entries: list[Entry] = []
    warnings: list[Warning] = []
    records = tagged_records(
        source.text.split("\n"),
        _LINE,
        begins=lambda tag, _record: tag == "TY",
        ends=lambda tag: tag == "ER",
    )
    for record in records:
        if record.fields[:1] and record.fields[0][0] != "TY":
            warnings.append(
                Warning(
                    say("Line {}: a record without a type was passed over.").format(record.line)
                )
            )
            continue
        entries.append(_entry(record, len(entries) + 1))
        check_count(len(entries))
    if not entries:
        raise DigestError(
            say("This RIS file has no record that could be read."),
            where=warnings[0].message if warnings else "",
            advice=say("Each begins with a line such as “TY  - JOUR”."),
        )
    return Parsed(
        PurePath(source.name).stem or "RIS records", tuple(entries), None, tuple(warnings)
    )


FORMAT = Format(
    name="ris",
    title="RIS",
    version=1,
    expects=to_say("RIS records that begin with “TY  - ”"),
    sniff=sniff,
    parse=parse,
)


def _entry(record: TaggedRecord, position: int) -> Entry:
    title = record.first("TI", "T1", "CT", "BT")
    venue = record.first("JF", "JO", "T2", "JA", "J2", "T3", "PB")
    urls = record.all("UR", "L2", "LK")
    return make_entry(
        position,
        title,
        "\n\n".join(dict.fromkeys(record.all("AB", "N2"))),
        raw=record.raw,
        line=record.line,
        authors=people(record.all("AU", "A1") or record.all("A2", "ED")),
        year=year_in(record.first("PY", "Y1", "DA")),
        venue="" if venue == title else venue,
        identifiers=[
            name
            for scheme, value in (
                ("doi", record.first("DO")),
                ("pubmed", record.first("AN") if "pubmed" in record.raw.lower() else ""),
                *(("doi", url) for url in urls),
                *(("arxiv", url) for url in urls),
            )
            for name in named(scheme, value)
        ],
        links=[
            *(link for url in urls for link in link_to(url)),
            *(Link(LinkKind.PDF, link.url) for url in record.all("L1") for link in link_to(url)),
        ],
        stand_in=record.first("ID"),
        marks=_marks(record),
    )


def _marks(record: TaggedRecord) -> Marks:
    tags = [tag.strip() for value in record.all("KW") for tag in re.split("[;\n]", value)]
    return Marks(
        tags=tuple(filter(None, tags)),
        note="\n\n".join(without_markup(note) for note in record.all("N1", "RN")),
        added_at=moment_of(record.first("Y2").replace("/", "-").strip("-")),
    )
