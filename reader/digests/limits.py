"""The caps of an import, and the error of each."""

from __future__ import annotations

from reader.errors import DigestError

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
            f"This file is too large: {len(data) / MEGABYTE:,.0f} MB.",
            advice=f"The limit is {LARGEST_FILE // MEGABYTE} MB a file; split it.",
        )


def check_count(entries: int) -> None:
    """Refuses a digest of too many papers."""
    if entries > MOST_ENTRIES:
        raise DigestError(
            f"This digest holds more than {MOST_ENTRIES:,} papers.",
            advice=f"The limit is {MOST_ENTRIES:,} papers a digest; split it.",
        )


def check_entry(raw: str, line: int) -> None:
    """Refuses an entry over the limit: such a thing is not a paper."""
    if len(raw) > LARGEST_ENTRY:
        raise DigestError(
            f"One paper of this digest would be {len(raw) / MEGABYTE:,.1f} MB long.",
            where=f"It begins on line {line}: “{excerpt(raw)}”.",
            advice=f"The limit is {LARGEST_ENTRY // MEGABYTE} MB a paper.",
        )


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for showing where something is."""
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
