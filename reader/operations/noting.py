"""What becomes of a note that was changed in two places, or is added to. Only judges texts."""

from __future__ import annotations

from reader.model import Note

CONFLICT_LINE = "— The text above was written elsewhere while this was being written: —"


def settled(current: Note, text: str, base_version: int | None) -> str:
    """The text to save when ``text`` was written on top of version ``base_version``.

    None means: replace whatever is there. When somebody else saved meanwhile, both texts are kept,
    unless one holds the other already.
    """
    if base_version is None or base_version == current.version or current.text in text:
        return text
    if text in current.text:
        return current.text
    return f"{current.text}\n\n{CONFLICT_LINE}\n\n{text}"


def appended(before: str, text: str) -> str:
    """A note with a paragraph after what it has."""
    return f"{before.rstrip()}\n\n{text}" if before.strip() else text
