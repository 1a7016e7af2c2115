"""Where the note is in the Markdown of a paper. Touches nothing, only processes text.

The note is what stands from the line ``## Note`` to the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.exporting.escaping import verbatim
from reader.exporting.merge import where_now
from reader.words import say

_HEADING = re.compile(r"## +Note[ \t]*")
_CODE_FENCE = re.compile(r" {0,3}(```+|~~~+)")


class NoSectionError(ValueError):
    """Which lines are the note cannot be told without guessing. Its text is the reason."""


def outside_code(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that are in no fenced code, with their numbers."""
    code = ""
    for number, line in enumerate(lines):
        fence = _CODE_FENCE.match(line)
        if fence and (not code or fence.group(1).startswith(code)):
            code = "" if code else fence.group(1)
        elif not code:
            yield number, line


def heading_in(body: str) -> int | None:
    """The line of the note's heading in a body as it was rendered, None when it has no note."""
    # All before it is ours, so that the first is it, whatever the note itself says.
    headings = (number for number, line in _headings(body.split("\n")))
    return next(headings, None)


def heading_now(base: str | None, body: str) -> int | None:
    """The line of the note's heading in a body that a person has edited, None when it has none.

    ``base`` is the body as it was rendered. Raises NoSectionError when several may be it, or when
    the one that was there is gone.
    """
    lines = body.split("\n")
    before = None if base is None else heading_in(base)
    if base is not None and before is not None:
        now = where_now(base.split("\n"), lines, before)
        if now is not None:
            return now
    headings = [number for number, _ in _headings(lines)]
    if len(headings) > 1:
        raise NoSectionError(say("it has several headings “## Note”"))
    if not headings and before is not None:
        raise NoSectionError(say("its heading “## Note” is gone"))
    return headings[0] if headings else None


def note_at(body: str, heading: int | None) -> str:
    """The text of the note under a heading, as it is compared; empty when there is no heading."""
    return "" if heading is None else verbatim("\n".join(body.split("\n")[heading + 1 :]))


def with_note(body: str, heading: int | None, note: str) -> str:
    """The body with another note, as a rendering of it would be."""
    before = body if heading is None else "\n".join(body.split("\n")[:heading])
    before = before.rstrip("\n")
    parts = [before, f"## Note\n{note}" if note else ""]
    text = "\n\n".join(part for part in parts if part)
    return f"{text}\n" if text else ""


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in outside_code(lines) if _HEADING.fullmatch(line))
