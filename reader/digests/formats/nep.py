"""RePEc's NEP reports of new economics papers: https://nep.repec.org."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.digests.entries import link_to, make_entry
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.dates import year_in
from reader.digests.text.names import people
from reader.model import Entry
from reader.words import say, to_say

_NUMBERED = re.compile(r"^\s{0,3}(\d{1,4})\.\s+(\S.*)$")
_FIELD = re.compile(r"^\s{0,3}(Date|By|URL|Abstract|Keywords|JEL):\s*(.*)$", re.IGNORECASE)
_SHOWS = re.compile(r"nep\.repec\.org|^NEP:|d\.repec\.org/n\?", re.IGNORECASE | re.MULTILINE)
_BY = re.compile(r"^\s{0,3}By:", re.MULTILINE)
_PLACE = re.compile(r"\s*[(<].{0,500}$")


@dataclass(slots=True)
class _Block:
    """A numbered paper with the lines below it."""

    line: int
    title: list[str]
    fields: dict[str, list[str]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def sniff(source: Source) -> int:
    """Sure of RePEc's name with authors after ``By:``."""
    return 96 if _SHOWS.search(source.head) and _BY.search(source.head) else 0


def parse(source: Source) -> Parsed:
    """The papers that have more than a line in the report's contents."""
    blocks = [block for block in _blocks(source.text) if "by" in block.fields]
    check_count(len(blocks))
    entries = tuple(_entry(block, number) for number, block in enumerate(blocks, start=1))
    return Parsed("NEP report", entries)


FORMAT = Format(
    name="nep",
    title=to_say("NEP report (RePEc)"),
    version=1,
    expects=to_say("a NEP report with numbered papers"),
    sniff=sniff,
    parse=parse,
)


def _blocks(text: str) -> Iterator[_Block]:
    block: _Block | None = None
    name = ""
    for number, line in enumerate(text.split("\n"), start=1):
        begins, named = _NUMBERED.match(line), _FIELD.match(line)
        if begins:
            if block is not None:
                yield block
            block, name = _Block(number, [begins[2]]), ""
        elif block is None:
            continue
        elif named:
            name = named[1].lower()
            block.fields.setdefault(name, []).append(named[2])
        elif line.strip():
            name = _go_on(block, name, line)
        block.lines.append(line)
    if block is not None:
        yield block


def _go_on(block: _Block, name: str, line: str) -> str:
    """Puts a line without a field's name where it belongs and says where that was."""
    if not name:
        block.title.append(line)
        return ""
    if name in ("url", "date"):
        name = "abstract"
    block.fields.setdefault(name, []).append(line)
    return name


def _entry(block: _Block, position: int) -> Entry:
    fields = {name: " ".join(" ".join(lines).split()) for name, lines in block.fields.items()}
    names = [_PLACE.sub("", one) for line in block.fields["by"] for one in line.split(";")]
    return make_entry(
        position,
        " ".join(block.title),
        fields.get("abstract", ""),
        raw="\n".join(block.lines),
        line=block.line,
        authors=people(names),
        year=year_in(fields.get("date", "")),
        links=link_to(fields.get("url", "")),
        doubt="" if fields.get("abstract") else say("no abstract"),
    )
