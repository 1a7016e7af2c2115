"""What a format is. Adding one is a module with a ``FORMAT`` and a line in formats.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reader.model import Entry, Warning


@dataclass(frozen=True, slots=True)
class Source:
    """What a parser gets: tidy text (see text/decoding.py), the file's name, and the day."""

    text: str
    name: str
    today: date


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a parser gives back. Entries are numbered from 1 in order; warnings refer to that."""

    title: str
    entries: tuple[Entry, ...]
    date: date | None = None
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of digest and its parser.

    ``sniff(text, name)`` says how sure it is, from 0 (not mine) to 100. ``parse`` raises
    DigestError where it cannot go on, and may return no entries: then the door says what was
    expected. Raise ``version`` when the same bytes would now give other entries. ``markup`` says
    that it reads HTML or XML; other formats never see those.
    """

    name: str
    title: str
    version: int
    expects: str
    sniff: Callable[[str, str], int]
    parse: Callable[[Source], Parsed]
    markup: bool = False
