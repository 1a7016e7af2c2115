"""BibTeX and BibLaTeX (bibtexparser 2): https://ctan.org/pkg/biblatex, and what JabRef adds.

Entries that the library sets aside (a key given twice or left out) are kept, and what cannot be
read is reported with its line.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named, version_in
from reader.digests.limits import check_count, excerpt
from reader.digests.registry import Format, Parsed, Source
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.names import people, whole
from reader.errors import DigestError
from reader.model import Entry, Identifier, Link, Marks, Status, Warning, is_citation_key
from reader.words import say, to_say

_ENTRY = re.compile(
    r"(?:^\s{0,20}|[}A-Z])@\s*(?!comment|string|preamble)[A-Za-z]{3,30}\s*[{(]", re.MULTILINE | re.I
)
_PIECE = re.compile(r'"[^"]{0,20000}"|\{[^{}]{0,20000}\}|[A-Za-z][\w:-]{0,100}')
_CONCATENATION = re.compile(rf"\s*(?:{_PIECE.pattern})(?:\s*#\s*(?:{_PIECE.pattern})){{1,50}}\s*")
_NO_PAPER = frozenset(("comment", "string", "preamble", "xdata", "control"))
_GLUED = re.compile(
    r"@(?<=[A-Za-z0-9}]@)(?=(?:preamble|article|book|inproceedings|misc)\{)", re.IGNORECASE
)
"""An entry on the line of another or of JabRef's encoding. It looks back from the rare sign."""
_BLOCK = re.compile(r"^[ \t]{0,20}@", re.MULTILINE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_AND_OR_BRACE = re.compile(rf"[{{}}]|{_AND.pattern}", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s{}]{1,1900}")
_STATUS = {"read": Status.READ, "skimmed": Status.READING}
_VENUES = ("journal", "journaltitle", "booktitle", "series", "school", "institution", "publisher")
_COMMENTS = ("annote", "annotation", "review", "comment", "comments", "mynote")
_SIGNS = {
    "backslash": "\\",
    "braceleft": "{",
    "braceright": "}",
    "asciitilde": "~",
    "asciicircum": "^",
}
_KEPT_SIGN = re.compile(rf"\\([&%$#_{{}}])|\\text({'|'.join(_SIGNS)})(?:\{{\}}|(?![A-Za-z]) ?)")
_INHERITED = {"title": "booktitle"}
"""BibLaTeX's rule for crossref: the title of a book is the booktitle of what is in it."""


@dataclass(frozen=True, slots=True)
class _Record:
    """An entry: its type and key, its fields by lower-case name, and where it stands."""

    kind: str
    key: str
    fields: Mapping[str, str]
    line: int
    raw: str


def sniff(source: Source) -> int:
    """Sure of a line that begins an entry."""
    return 93 if _ENTRY.search(source.head) else 0


def parse(source: Source) -> Parsed:
    """The entries in order, those that share a key too."""
    records, warnings = _records(source.text)
    check_count(len(records))
    by_key = {record.key.lower(): record for record in reversed(records) if record.key}
    entries = tuple(
        _entry(_with_parent(record, by_key), number)
        for number, record in enumerate(records, start=1)
        if record.kind not in _NO_PAPER
    )
    if not entries:
        where = warnings[0].message if warnings else ""
        raise DigestError(say("This BibTeX file has no entry that could be read."), where=where)
    return Parsed(PurePath(source.name).stem or "BibTeX", entries, None, tuple(warnings))


FORMAT = Format(
    name="bibtex",
    title=to_say("BibTeX or BibLaTeX"),
    version=2,
    expects=to_say("BibTeX entries such as @article{…}"),
    sniff=sniff,
    parse=parse,
)


def _records(text: str) -> tuple[list[_Record], list[Warning]]:
    # Imported here because it takes 0.1 s, which only BibTeX should cost.
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import (
        RemoveEnclosingMiddleware,
        ResolveStringReferencesMiddleware,
    )
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock
    from bibtexparser.model import Entry as Block

    stack = [ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware()]
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it says is in the warnings
    library = parse_string(_GLUED.sub("\\n@", text), parse_stack=stack)
    strings = {one.key.lower(): str(one.value).strip('"{}') for one in library.strings}
    records: list[_Record] = []
    warnings: list[Warning] = []
    for block in library.blocks:
        whole: Any = block
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            whole = block.ignore_error_block
        if isinstance(whole, Block):
            records.append(_record(whole, strings))
        elif block in library.failed_blocks and _BLOCK.match(block.raw or ""):
            line = (block.start_line or 0) + 1
            shown = excerpt(block.raw or "")
            warnings.append(
                Warning(say("Line {}: this entry is not whole: “{}”.").format(line, shown))
            )
    return records, warnings


def _record(block: Any, strings: Mapping[str, str]) -> _Record:
    fields = {
        item.key.lower(): _concatenated(str(item.value), strings) for item in reversed(block.fields)
    }
    line = (block.start_line or 0) + 1
    return _Record(block.entry_type.lower(), block.key or "", fields, line, block.raw or "")


def _concatenated(value: str, strings: Mapping[str, str]) -> str:
    """``"One " # two # {three}`` as one text, which the library leaves as it is written."""
    if "#" not in value or not _CONCATENATION.fullmatch(value):
        return value
    return "".join(
        strings.get(piece[0].lower(), piece[0]) if piece[0][0].isalpha() else piece[0][1:-1]
        for piece in _PIECE.finditer(value)
    )


def _with_parent(record: _Record, by_key: Mapping[str, _Record]) -> _Record:
    """The entry with what it lacks and its ``crossref`` has."""
    parent = by_key.get(record.fields.get("crossref", "").strip().lower())
    if parent is None or parent is record:
        return record
    inherited = {
        _INHERITED.get(name, name): value
        for name, value in parent.fields.items()
        if name not in ("author", "abstract", "doi", "url", "keywords")
    }
    return _Record(
        record.kind, record.key, inherited | dict(record.fields), record.line, record.raw
    )


def _entry(record: _Record, position: int) -> Entry:
    fields = record.fields
    title = ": ".join(filter(None, (fields.get("title", ""), fields.get("subtitle", ""))))
    eprint = fields.get("eprint", "")
    return make_entry(
        position,
        _without_braces(title),
        _without_braces(fields.get("abstract", "")),
        raw=record.raw,
        line=record.line,
        authors=people(_people(fields.get("author") or fields.get("editor", ""))),
        year=year_in(fields.get("year", "")) or year_in(fields.get("date", "")),
        venue=_without_braces(next((fields[name] for name in _VENUES if fields.get(name)), "")),
        identifiers=list(_identifiers(fields)),
        links=list(_links(fields)),
        stand_in=record.key,
        version=version_in(eprint) or version_in(fields.get("url", "")),
        marks=_marks(record),
    )


def _without_braces(text: str) -> str:
    """The text without the braces that keep capitals; those of formulas and commands stay."""
    if "{" not in text:
        return text
    kept: list[str] = []
    opened: list[bool] = []
    formula = False
    for at, letter in enumerate(text):
        before = text[at - 1] if at else ""
        if letter == "$" and before != "\\":
            formula = not formula
        if letter == "{" and before != "\\":
            needed = formula or before in ("^", "_") or _after_command(text, at)
            opened.append(needed)
            kept.append(letter if needed else "")
        elif letter == "}" and before != "\\" and opened:
            kept.append(letter if opened.pop() else "")
        else:
            kept.append(letter)
    return "".join(kept)


def _after_command(text: str, at: int) -> bool:
    """Whether a brace belongs to a command: ``\\emph{``, ``\\'{``, ``{\\em``."""
    before = text[max(0, at - 30) : at]
    return (
        bool(re.search(r"\\(?:[A-Za-z]+\s*|[`'^~=.\"])$", before)) or text[at + 1 : at + 2] == "\\"
    )


def _people(text: str) -> Iterator[str]:
    """The names between ``and``; one in braces is one name, whatever is in it."""
    if "{" not in text:
        yield from map(str.strip, _AND.split(text))
        return
    depth, start = 0, 0
    for found in _AND_OR_BRACE.finditer(text):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield _name(text[start : found.start()])
            start = found.end()
    yield _name(text[start:])


def _name(text: str) -> str:
    """A name for ``people``: an institution in braces keeps its commas."""
    text = text.strip()
    if text.startswith("{") and text.find("}") == len(text) - 1:
        return whole(text)
    return text


def _identifiers(fields: Mapping[str, str]) -> Iterator[Identifier]:
    eprint, kind = (
        fields.get("eprint", ""),
        fields.get("archiveprefix", fields.get("eprinttype", "")),
    )
    yield from named("doi", _without_braces(fields.get("doi", "")).replace("\\_", "_"))
    if kind.lower() in ("arxiv", ""):
        yield from named("arxiv", eprint)
    yield from named("pubmed", fields.get("pmid", eprint if kind.lower() == "pubmed" else ""))
    for name in ("arxivid", "arxiv"):
        yield from named("arxiv", fields.get(name, ""))
    found = identify(fields.get("url", "").replace("\\_", "_"))
    if found is not None:
        yield found


def _links(fields: Mapping[str, str]) -> Iterator[Link]:
    for name in ("url", "pdf", "code", "howpublished"):
        address = _WEB.search(fields[name].replace("\\_", "_")) if name in fields else None
        if address:
            yield from link_to(address[0])


def _marks(record: _Record) -> Marks:
    fields = record.fields
    ranking = fields.get("ranking", "").strip().lower()
    words = _listed(fields.get("keywords", ""))
    groups = _listed(fields.get("groups", fields.get("mendeley-tags", "")))
    names = [name for name in fields if name in _COMMENTS or name.startswith("comment-")]
    added = fields.get("timestamp") or fields.get("creationdate", "")
    return Marks(
        status=_STATUS.get(fields.get("readstatus", "").strip().lower()),
        starred=ranking in ("rank4", "rank5"),
        tags=tuple(dict.fromkeys((*words, *groups))),
        note="\n\n".join(_as_typed(fields[name]) for name in names if fields[name].strip()),
        added_at=moment_of(added.strip().replace(".", "-")),
        citation_key=record.key if is_citation_key(record.key) else "",
    )


def _as_typed(text: str) -> str:
    """A comment, which is no TeX, without what keeps its signs from being read as TeX."""
    return _KEPT_SIGN.sub(lambda found: _SIGNS.get(found[2], found[1] or ""), text).strip()


def _listed(text: str) -> list[str]:
    """The words of ``one, two; three``."""
    if not text:
        return []
    return [word.strip() for word in re.split("[,;]", _without_braces(text)) if word.strip()]
