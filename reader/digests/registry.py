"""What a format is. Adding one is a module in formats/ with a ``FORMAT``, and a line there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reader.digests.foreign import is_markup
from reader.digests.structured.json_records import Records, records_of
from reader.model import Entry, Warning

HEAD = 20_000
"""Letters at the beginning of a text within which a format shows itself."""

_ELEMENT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


@dataclass(frozen=True)
class Source:
    """What a parser gets: tidy text (see text/decoding.py), the file's name, and the day.

    The views of it are made when a format first looks, and once for all of them. ``data`` holds the
    bytes, for formats that are no text.
    """

    text: str
    name: str
    today: date
    data: bytes = b""

    @cached_property
    def head(self) -> str:
        """The beginning of the text."""
        return self.text[:HEAD]

    @cached_property
    def is_markup(self) -> bool:
        """Whether the text is HTML or XML."""
        return is_markup(self.text)

    @cached_property
    def root(self) -> str:
        """The first element's name of HTML or XML, in lower case, without prefix; else nothing."""
        found = _ELEMENT.search(self.head) if self.is_markup else None
        return found[1].lower() if found else ""

    @cached_property
    def json(self) -> Records:
        """The objects that JSON text lists; none when it is no JSON."""
        return records_of(self.text)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names in the first line as a table of CSV has them, in lower case."""
        first = self.text.lstrip().partition("\n")[0]
        return tuple(name.strip(' "').lower() for name in re.split("[,;\t]", first[:2000]))


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a parser gives back. Entries are numbered from 1 in order; warnings refer to that.

    ``empty_is_fine`` says that a list of no papers is what the source meant: a feed of a day on
    which nothing came.
    """

    title: str
    entries: tuple[Entry, ...]
    date: date | None = None
    warnings: tuple[Warning, ...] = ()
    empty_is_fine: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of digest and its parser.

    ``sniff(source)`` says how sure it is, from 0 (not mine) to 100: from 90 for what only this
    format has, around 50 for what others may have too. ``parse`` raises DigestError where it cannot
    go on, and may return no entries: then the door says what was expected. Raise ``version`` when
    the same bytes would now give other entries. ``title`` and ``expects`` are marked by ``to_say``
    and go on without a full stop. ``markup`` says that it reads HTML or XML, and
    ``binary`` that it reads what is no text; other formats never see those.
    """

    name: str
    title: str
    version: int
    expects: str
    sniff: Callable[[Source], int]
    parse: Callable[[Source], Parsed]
    markup: bool = False
    binary: bool = False
