"""The lines of a library's dump, as they are written and read; docs/exports.md describes them.

What is read may come from anywhere, so every field is looked at before anything is done with it.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.errors import DigestError
from reader.model import Progress
from reader.store import Database, dumping
from reader.store.connection import storable

VERSION = 1
"""Raised when an older reader could no longer read what is written."""

_FIRST = b'{"kind": "library"'
_LONGEST_LINE = 400_000_000
_EVERY = 500


def is_dump(head: bytes) -> bool:
    """Whether bytes begin as a dump does."""
    return head.startswith(_FIRST)


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
    """A record of a dump. Each question raises DigestError when the answer is of another kind."""

    number: int
    fields: dict[str, Any]

    @property
    def kind(self) -> str:
        """What it is a record of."""
        return self.text("kind")

    def text(self, name: str, *, empty: bool = True) -> str:
        """A text."""
        value = self.fields.get(name)
        if not isinstance(value, str) or not (value or empty):
            raise self.wrong(name, "text")
        return storable(value)

    def text_or_none(self, name: str) -> str | None:
        """A text, or none."""
        return None if self.fields.get(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        """A whole number that the database can hold."""
        value = self.fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 1 << 62:
            raise self.wrong(name, "a whole number")
        return value

    def whole_or_none(self, name: str) -> int | None:
        """A whole number, or none."""
        return None if self.fields.get(name) is None else self.whole(name)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self.fields.get(name)
        if not isinstance(value, bool):
            raise self.wrong(name, "true or false")
        return value

    def one_of(self, name: str, allowed: Iterable[str]) -> str:
        """One of some words."""
        choices = tuple(allowed)
        value = self.text(name)
        if value not in choices:
            raise self.wrong(name, f"one of {', '.join(choices)}")
        return value

    def moment(self, name: str) -> str:
        """A time as ISO 8601 writes it, with its offset."""
        value = self.text(name)
        try:
            if datetime.fromisoformat(value).tzinfo is None:
                raise ValueError
        except ValueError:
            raise self.wrong(name, "a time such as 2026-05-01T12:00:00.000+00:00") from None
        return value

    def moment_or_none(self, name: str) -> str | None:
        """A time, or none."""
        return None if self.fields.get(name) is None else self.moment(name)

    def data(self, name: str) -> bytes:
        """Bytes in base64."""
        try:
            return base64.b64decode(self.text(name), validate=True)
        except (binascii.Error, ValueError):
            raise self.wrong(name, "base64") from None

    def texts(self, name: str) -> list[str]:
        """A list of texts."""
        values = self._list(name)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(name, "a list of texts")
        return [storable(value) for value in values]

    def objects(self, name: str) -> list[Line]:
        """A list of objects."""
        values = self._list(name)
        if not all(isinstance(value, dict) for value in values):
            raise self.wrong(name, "a list of objects")
        return [Line(self.number, value) for value in values]

    def object_or_none(self, name: str) -> Line | None:
        """An object, or none."""
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.wrong(name, "an object")
        return Line(self.number, value)

    def json(self, name: str, kind: type) -> str:
        """An object or a list, as the JSON that the database keeps."""
        value = self.fields.get(name)
        if not isinstance(value, kind):
            raise self.wrong(name, "an object" if kind is dict else "a list")
        return storable(json.dumps(value, ensure_ascii=False))

    def _list(self, name: str) -> list[Any]:
        value = self.fields.get(name)
        if not isinstance(value, list):
            raise self.wrong(name, "a list")
        return value

    def wrong(self, name: str, wanted: str) -> DigestError:
        """Says that a field is not what it should be."""
        return DigestError(
            f"This export of a library is damaged: “{name}” should be {wanted}.",
            where=f"It is on line {self.number}.",
            advice="Nothing was imported.",
        )


def read(stream: Iterable[bytes]) -> Iterator[Line]:
    """The records of a dump, without its first and last line. Raises DigestError."""
    number = 0
    ended = False
    for number, raw in enumerate(stream, start=1):
        if not raw.strip():
            continue
        line = _parsed(number, raw)
        if number == 1:
            _check_first(line)
        elif line.kind == "end":
            ended = line.whole("lines") == number
        else:
            ended = False
            yield line
    if not ended:
        raise DigestError(
            "This export of a library is not whole.",
            where=f"It ends on line {number}, before the line that says it is the last.",
            advice="Nothing was imported; export it again, or copy the file again.",
        )


def _parsed(number: int, raw: bytes) -> Line:
    try:
        if len(raw) > _LONGEST_LINE:
            raise ValueError
        fields = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise DigestError(
            "This export of a library is damaged: a line is no object of JSON.",
            where=f"It is line {number}.",
            advice="Nothing was imported.",
        )
    return Line(number, fields)


def _check_first(line: Line) -> None:
    if line.kind != "library" or line.text("format") != "reader":
        raise DigestError("This is no library exported by reader.")
    if line.whole("version") > VERSION:
        raise DigestError(
            "This library was exported by a newer reader.", advice="Update reader to import it."
        )
