"""The body of a paper as reader exports it: a callout with the abstract, then the note."""

from __future__ import annotations

import re

from reader.model import Status

_ABSTRACT = re.compile(r"^> \[!abstract\][^\n]*\n((?:>[^\n]*\n?)*)", re.MULTILINE)
_NOTE = re.compile(r"^## Note[ \t]*\n", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def abstract_in(body: str) -> str:
    """The abstract, or nothing."""
    found = _ABSTRACT.search(body)
    lines = found[1].split("\n") if found else []
    return unescaped("\n".join(line.lstrip("> ") for line in lines))


def note_in(body: str) -> str:
    """The note as it was written, or nothing."""
    begin = _NOTE.search(body)
    return body[begin.end() :].strip("\n") if begin else ""


def unescaped(text: str) -> str:
    """Markdown's escapes taken back: CommonMark 2.4."""
    return _ESCAPE.sub(r"\1", text)


def decided_status(text: str) -> Status | None:
    """The status of that name; None for the Inbox, which says nothing of the person."""
    known = text in tuple(Status) and text != Status.INBOX
    return Status(text) if known else None
