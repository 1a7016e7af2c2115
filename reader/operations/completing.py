"""What a query being typed may go on with: names of fields, and values from the library."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from reader.model import Changes, Completion, Kind
from reader.store import Database, vocabulary

MOST = 12
# One letter begins too many fields to be worth a list.
_LEAST_OF_A_FIELD = 2
# Fields whose values mean nothing, or something else, in part.
_WHOLE = ("is", "has", "sort", "added", "read", "decided", "waited", "tag", "year")
_AGES = ("today", "yesterday", "7d", "30d", "1y")
_WAITS = ("0", "1..6", "7..30", "31..")
# A part of a query; what is typed of it is as reader.search.parsing reads it.
_PART = re.compile(
    r"""-*(?:(?P<field>[A-Za-z]+):)?
        (?P<value>"(?P<phrase>[^"]*)(?P<closed>"?) | [^\s"()]*)""",
    re.VERBOSE,
)
_NEEDS_QUOTES = re.compile(r"[\s()]")


@dataclass(frozen=True, slots=True)
class _Typed:
    """The part of the query at the cursor: its field, what is typed of its value, and where."""

    field: str
    value: str
    start: int
    end: int


class Completions:
    """Completes queries on one library. Any thread may ask.

    Authors and venues are read once and kept until a change may have brought others.
    """

    def __init__(self) -> None:
        self._authors = _Kept(vocabulary.authors, vocabulary.authors_sign)
        self._venues = _Kept(vocabulary.venues)

    def hear(self, changes: Changes) -> None:
        """Learns what an action changed."""
        if changes.kinds & {Kind.PAPERS, Kind.DIGESTS}:
            self._authors.doubt()
            self._venues.doubt()

    def find(self, database: Database, text: str, cursor: int) -> list[Completion]:
        """What may stand at the cursor, best first, at most MOST."""
        typed = _typed(text, cursor)
        if typed is None:
            return []
        if not typed.field:
            return [Completion(name, typed.start, typed.end, name) for name in _fields(typed.value)]
        names = list(islice(self._values(database, typed), MOST))
        whole = {name.lower() for name in names} | {""}
        unfinished = typed.field in _WHOLE and typed.value.lower() not in whole
        return [
            Completion(_written(name), typed.start, typed.end, name, unfinished) for name in names
        ]

    def _values(self, database: Database, typed: _Typed) -> Iterator[str]:
        value = _folded(typed.value)
        if typed.field in ("author", "authors"):
            return self._authors.names(database).with_a_word(value)
        if typed.field == "venue":
            return self._venues.names(database).beginning(value)
        names: Iterable[str] = _constants().get(typed.field, ())
        if typed.field == "tag":
            value, names = value.removeprefix("#"), vocabulary.tags(database)
        elif typed.field == "digest":
            names = vocabulary.digests(database)
        elif typed.field == "year":
            names = vocabulary.years(database)
        return _Names(names).beginning(value)


class _Names:
    """Names in the order of their worth, with what they are compared by."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = [(name, _folded(name)) for name in names]

    def with_a_word(self, value: str) -> Iterator[str]:
        """The names of which some word begins with ``value``: people's, who have two."""
        begins = re.compile(rf"(?:^|[\W_]){re.escape(value)}").search
        return (name for name, folded in self._names if begins(folded))

    def beginning(self, value: str) -> Iterator[str]:
        """The names that begin with ``value``, then those of which a later word does."""
        for name, folded in self._names:
            if folded.startswith(value):
                yield name
        if value:
            later = re.compile(rf"[\W_]{re.escape(value)}").search
            for name, folded in self._names:
                if not folded.startswith(value) and later(folded):
                    yield name


class _Kept:
    """Names that take long to read. ``sign`` tells cheaply whether there are others by now."""

    def __init__(
        self,
        read: Callable[[Database], list[str]],
        sign: Callable[[Database], object] | None = None,
    ) -> None:
        self._lock = threading.Lock()
        self._read = read
        self._sign = sign
        self._in_doubt = True
        self._seen: object = None
        self._names = _Names()

    def doubt(self) -> None:
        """Says that there may be other names by now."""
        self._in_doubt = True

    def names(self, database: Database) -> _Names:
        """The names as they are."""
        with self._lock:
            if self._in_doubt:
                self._in_doubt = False  # first, so that a change meanwhile is not forgotten
                sign = self._sign(database) if self._sign else None
                if sign is None or sign != self._seen:
                    self._seen, self._names = sign, _Names(self._read(database))
            return self._names


def _typed(text: str, cursor: int) -> _Typed | None:
    """The part of the query that is being typed, if there is something to complete."""
    for match in _PART.finditer(text):
        start, end = match.span("value")
        if start <= cursor <= end and match[0]:
            if match["closed"] and cursor == end:
                return None
            value = text[start:cursor].removeprefix('"')
            if match["phrase"] is not None and not match["field"]:
                return None
            return _Typed((match["field"] or "").lower(), value, start, end)
    return None


def _fields(value: str) -> list[str]:
    if len(value) < _LEAST_OF_A_FIELD:
        return []
    from reader.search.parsing import FIELDS, FILTERS

    names = [name for name in (*FIELDS, *FILTERS, "sort") if name != "authors"]
    return [f"{name}:" for name in names if name.startswith(value.lower())]


def _constants() -> dict[str, tuple[str, ...]]:
    from reader.search.parsing import HAVING, SORTS, STATES

    ages = dict.fromkeys(("added", "read", "decided"), _AGES)
    return {"is": STATES, "has": HAVING, "sort": SORTS, "waited": _WAITS, **ages}


def _written(name: str) -> str:
    """A value as a query has it: in quotes where it needs them.

    Those cannot hold a quote; the longest piece without one is enough to be found by.
    """
    name = max(name.split('"'), key=len).strip()
    return f'"{name}"' if _NEEDS_QUOTES.search(name) else name


def _folded(text: str) -> str:
    """Text as it is compared: without case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
