r"""arXiv's listing mails: https://info.arxiv.org/help/subscribe.html.

Entries stand between lines of ``\\``; fields go on after two blanks. Replacements have no abstract:
they only name a later version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from reader.digests.entries import make_entry
from reader.digests.identifiers import named
from reader.digests.limits import check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.names import people_in_line
from reader.model import Entry, Identifier, Link, LinkKind, Warning
from reader.words import say, to_say

_QUOTE = re.compile(r"^\s*(?:>\s?)*")
_INDENT = re.compile(r"^[ \t]*")
_HEAD = re.compile(r"^(?:arXiv:|Paper(?: \(\*cross-listing\*\))?:)\s*(\S+)", re.IGNORECASE)
_SHOWS = re.compile(r"^[>\s]{0,20}\\\\\s*\n[>\s]{0,20}(?:arXiv:|Paper)", re.MULTILINE)
_BREAK = re.compile(r"^(?:-{20,}|%[-%]{20,})\s*$")
_FIELD = re.compile(r"^([A-Z][A-Za-z-]{2,20}(?: \(revised\))?):\s?(.*)$")
_LATER = re.compile(r"replaced|revised version", re.IGNORECASE)
_SUBJECT = re.compile(r"^[>\s]{0,20}Subject:\s*(\S.*?)\s*$", re.MULTILINE)
_DAY = re.compile(r"^[>\s]{0,20}Date:\s*(\S.*?)\s*$", re.MULTILINE)
_LINK = re.compile(r"\\\\ \( (https?://\S{1,300})")


@dataclass(slots=True)
class _Block:
    """The lines of an entry, from the rule above it on."""

    line: int
    lines: list[str] = field(default_factory=list)


def sniff(source: Source) -> int:
    """Sure of a head below ``\\\\``, the listing's own sign."""
    return 96 if _SHOWS.search(source.head) else 0


def parse(source: Source) -> Parsed:
    """The papers of all sections in order."""
    entries: list[Entry] = []
    warnings: list[Warning] = []
    for block in _blocks(_unquoted(source.text)):
        entry = _entry(block, len(entries) + 1)
        if entry is None:
            warnings.append(_not_understood(block))
            continue
        entries.append(entry)
        check_count(len(entries))
        if not _ended(block):
            message = say("The text stops in the middle of this paper.")
            warnings.append(Warning(message, entry.position))
    subject = _SUBJECT.search(source.head)
    title = (
        " ".join(subject[1].split()) if subject else PurePath(source.name).stem or "arXiv listing"
    )
    return Parsed(title, tuple(entries), _date(source.head), tuple(warnings))


FORMAT = Format(
    name="arxiv-mail",
    title=to_say("arXiv listing mail"),
    version=1,
    expects=to_say("an arXiv mail with papers between lines of \\\\"),
    sniff=sniff,
    parse=parse,
)


def _unquoted(text: str) -> list[str]:
    """The lines without the quote marks and the indentation that a forward gave them."""
    lines = text.split("\n")
    quoted = sum(line.lstrip().startswith(">") for line in lines)
    if quoted > len(lines) // 2:
        return [_QUOTE.sub("", line, count=1) for line in lines]
    rules = [line for line in lines if line.strip() == "\\\\"]
    indent = min((len(line) - len(line.lstrip()) for line in rules), default=0)
    return [line[indent:] if not line[:indent].strip() else line for line in lines]


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """The entries: a rule, a head, its fields, a rule, the abstract, a last rule."""
    block: _Block | None = None
    for number, line in enumerate(lines, start=1):
        if line.strip() == "\\\\" and (block is None or not _has_head(block)):
            block = _Block(number)
        elif _BREAK.match(line):
            if block is not None and _has_head(block):
                yield block
            block = None
        elif block is not None:
            block.lines.append(line)
    if block is not None and _has_head(block):
        yield block


def _has_head(block: _Block) -> bool:
    return any(_HEAD.match(line) for line in block.lines[:3])


def _entry(block: _Block, position: int) -> Entry | None:
    fields, abstract = _parts(block.lines)
    head = next((found for line in block.lines[:3] if (found := _HEAD.match(line))), None)
    identifiers = named("arxiv", head[1]) if head else []
    title = fields.get("title", "")
    if not identifiers and not title:
        return None
    return make_entry(
        position,
        title,
        abstract,
        raw="\n".join(block.lines),
        line=block.line + 1,
        authors=people_in_line(
            _without_affiliations(fields.get("authors", fields.get("author", "")))
        ),
        year=_year(identifiers, fields),
        venue=fields.get("journal-ref", ""),
        identifiers=[*identifiers, *named("doi", fields.get("doi", "").split(" ")[0])],
        links=[Link(LinkKind.PDF, f"https://arxiv.org/pdf/{i.value}") for i in identifiers],
        doubt="" if abstract or _is_replacement(block) else say("no abstract"),
        version=2 if _is_replacement(block) else 1,
    )


def _parts(lines: list[str]) -> tuple[dict[str, str], str]:
    """The fields by lower-case name, and the abstract."""
    fields: dict[str, str] = {}
    name = ""
    for at, line in enumerate(lines):
        if line.strip() == "\\\\":
            return fields, _abstract(lines[at + 1 :])
        if line.startswith("\\\\ ("):
            break
        found = _FIELD.match(line)
        if found:
            name = found[1].lower()
            fields.setdefault(name, found[2].strip())
        elif line.startswith("  ") and name:
            fields[name] = f"{fields[name]} {line.strip()}"
    return fields, ""


def _abstract(lines: list[str]) -> str:
    """The lines up to the closing rule; an indented line begins a paragraph."""
    text: list[str] = []
    for line in lines:
        if line.startswith("\\\\"):
            break
        text.append(("\n\n" if line.startswith("  ") and text else "") + line.strip())
    return "\n".join(text)


def _without_affiliations(authors: str) -> str:
    """``A (1), B (2) ((1) Here, (2) There)`` without the places."""
    return re.sub(r"\(\(.{0,5000}$", "", authors)


def _is_replacement(block: _Block) -> bool:
    return any(_LATER.match(line.strip()) for line in block.lines[:4])


def _year(identifiers: list[Identifier], fields: dict[str, str]) -> int | None:
    """The year of the number, else that of the date."""
    digits = (
        re.search(r"(\d\d)\d{2}", identifiers[0].value.rpartition("/")[2]) if identifiers else None
    )
    if digits is None:
        return year_in(fields.get("date", ""))
    short = int(digits[1])
    return short + (1900 if short >= 91 else 2000)


def _ended(block: _Block) -> bool:
    return any(line.startswith("\\\\ (") for line in block.lines) or (
        sum(line.strip() == "\\\\" for line in block.lines) >= 1 and _closed(block)
    )


def _closed(block: _Block) -> bool:
    last = next((line for line in reversed(block.lines) if line.strip()), "")
    return last.startswith("\\\\")


def _not_understood(block: _Block) -> Warning:
    return Warning(
        say("Line {}: an entry without number and title was passed over.").format(block.line)
    )


def _date(head: str) -> date | None:
    found = _DAY.search(head)
    moment = moment_of(found[1]) if found else None
    return moment.date() if moment else None
