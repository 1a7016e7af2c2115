"""The lines of a library's dump, as they are written and read; docs/exports.md describes them."""

from __future__ import annotations

import codecs
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from reader.errors import DigestError
from reader.model import LibraryContents, Progress
from reader.operations.dump_shapes import KINDS, Wrong, checked
from reader.store import Database, dumping
from reader.words import say

VERSION = 1
"""Raised when an older reader could no longer read what is written."""

HEAD_BYTES = 1000
"""From so many bytes it can be told whether they begin a dump."""

# As long as the largest digest in base64, and then some.
_LONGEST_LINE = 1 << 30
_EVERY = 500


def is_dump(head: bytes) -> bool:
    """Whether bytes begin as a dump does."""
    try:
        fields = json.loads(head.removeprefix(codecs.BOM_UTF8).split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and _names_us(fields)


def lines(database: Database, progress: Progress) -> Iterator[bytes]:
    """The dump, a line at a time, of the library as it is at the first of them."""
    with database.snapshot():
        total = dumping.count(database)
        yield _line({"kind": "library", "format": "reader", "version": VERSION})
        number = 1
        for number, record in enumerate(dumping.records(database), start=2):
            if number % _EVERY == 0:
                progress(min(number, total), total)
            yield _line(record)
        yield _line({"kind": "end", "lines": number + 1})


def _line(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Line:
    """A line between the first and the last, with what it should hold as the library keeps it."""

    number: int
    kind: str
    values: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def wrong(self, field: str, wanted: str) -> DigestError:
        """Says that a field is not what it should be."""
        return _damaged(self.number, say("“{}” should be {}").format(field, wanted))


def read(file: BinaryIO, progress: Progress) -> Iterator[Line]:
    """The records of a dump, without its first and last line. Raises DigestError, Cancelled."""
    total = file.seek(0, io.SEEK_END)
    file.seek(0)
    number, ended = 0, False
    while raw := file.readline(_LONGEST_LINE):
        number += 1
        if number % _EVERY == 0:
            progress(file.tell(), total)
        fields = _parsed(number, raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw)
        if number == 1:
            _check_first(fields)
        elif ended:
            raise _damaged(number, say("there should be nothing after the line that is the last"))
        elif fields.get("kind") == "end":
            ended = True
            if fields.get("lines") != number:
                raise _damaged(
                    number,
                    say("“lines” should be {}: lines are missing or too many").format(number),
                )
        else:
            yield _checked(number, fields)
    if not ended:
        raise DigestError(
            say("This export of a library is not whole."),
            where=say("It ends on line {}, before the line that says it is the last.").format(
                number
            ),
            advice=say("Nothing was imported; export it again, or copy the file again."),
        )


def look_at(file: BinaryIO, progress: Progress) -> LibraryContents:
    """What a dump holds, once all of it is seen to be sound. Raises DigestError, Cancelled."""
    found: Counter[str] = Counter()
    for line in read(file, progress):
        found[line.kind] += 1
        if line.kind == "paper":
            found["note"] += bool(line["note"] and line["note"]["text"].strip())
            found["highlight"] += len(line["highlights"])
    return LibraryContents(found["paper"], found["digest"], found["note"], found["highlight"])


def _parsed(number: int, raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise _damaged(number, say("the line should be an object of JSON"))
    return fields


def _no_number(constant: str) -> None:
    raise ValueError(constant)  # NaN and its like are no JSON


def _check_first(fields: dict[str, Any]) -> None:
    if not _names_us(fields):
        raise DigestError(
            say("This is no library exported by reader."), where=say("Its line 1 says so.")
        )
    version = fields.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise _damaged(1, say("“version” should be a whole number"))
    if version > VERSION:
        raise DigestError(
            say("This library was exported by a newer reader."),
            where=say("Its line 1 says version {}; this reader knows {}.").format(version, VERSION),
            advice=say("Update reader to import it."),
        )


def _names_us(fields: dict[str, Any]) -> bool:
    return fields.get("kind") == "library" and fields.get("format") == "reader"


def _checked(number: int, fields: dict[str, Any]) -> Line:
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise _damaged(number, say("“kind” should be one of {}").format(", ".join(KINDS)))
    try:
        return Line(number, kind, checked(kind, fields))
    except Wrong as wrong:
        raise _damaged(number, wrong.wanted) from None


def _damaged(number: int, wanted: str) -> DigestError:
    return DigestError(
        say("This export of a library is damaged: {}.").format(wanted),
        where=say("It is line {}.").format(number),
        advice=say("Nothing was imported."),
    )
