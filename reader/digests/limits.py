"""The caps of an import, and the error of each."""

from __future__ import annotations

from reader.errors import DigestError
from reader.words import number, say

MEGABYTE = 1_000_000
LARGEST_FILE = 200 * MEGABYTE
MOST_ENTRIES = 100_000
LARGEST_ENTRY = 1 * MEGABYTE
DEEPEST = 200
"""How deep elements of XML and HTML, and collections of YAML, may stand in one another."""


def check_size(data: bytes) -> None:
    """Refuses a file over the limit."""
    if len(data) > LARGEST_FILE:
        raise DigestError(
            say("This file is too large: {} MB.").format(number(len(data) // MEGABYTE)),
            advice=say("The limit is {} MB a file; split it.").format(LARGEST_FILE // MEGABYTE),
        )


def check_count(entries: int) -> None:
    """Refuses a digest of too many papers."""
    if entries > MOST_ENTRIES:
        raise DigestError(
            say("This digest holds more than {} papers.").format(number(MOST_ENTRIES)),
            advice=say("The limit is {} papers a digest; split it.").format(number(MOST_ENTRIES)),
        )


def check_entry(raw: str, line: int) -> None:
    """Refuses an entry over the limit: such a thing is not a paper."""
    if len(raw) > LARGEST_ENTRY:
        raise DigestError(
            say("One paper of this digest would be longer than {} MB.").format(
                number(len(raw) // MEGABYTE)
            ),
            where=say("It begins on line {}: “{}”.").format(line, excerpt(raw)),
            advice=say("The limit is {} MB a paper.").format(LARGEST_ENTRY // MEGABYTE),
        )


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for showing where something is."""
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
