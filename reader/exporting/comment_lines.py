"""Reads the comments of highlights back from their lines. Touches nothing, only processes text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.exporting.escaping import inline, plain
from reader.model import Highlight

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ORPHANED = ", no longer in the text"


@dataclass(frozen=True, slots=True)
class CommentLine:
    """The line of a highlight: the highlight's number, which line, and what its comment says."""

    highlight_id: int
    line: int
    comment: str


def comments_in(lines: Sequence[str], highlights: Sequence[Highlight]) -> dict[int, CommentLine]:
    """The comments, by number of the highlight, of those whose line is there as it was written.

    Of highlights that look alike (same words, same colour), or whose line is there twice, nobody
    can tell which is meant: they are left out.
    """
    alike = Counter(map(_beginning, highlights))
    known = {_beginning(one): one for one in highlights if alike[_beginning(one)] == 1}
    found: dict[int, list[CommentLine]] = {}
    for number, beginning, comment in _highlight_lines(lines, known):
        line = CommentLine(known[beginning].id, number, comment)
        found.setdefault(line.highlight_id, []).append(line)
    return {key: same[0] for key, same in found.items() if len(same) == 1}


def written(highlight: Highlight, comment: str) -> str:
    """The line of a highlight with another comment."""
    line = _beginning(highlight) + (_ORPHANED if highlight.orphaned else "")
    return f"{line} — {inline(comment)}" if plain(comment) else line


def _highlight_lines(
    lines: Sequence[str], known: dict[str, Highlight]
) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(lines):
        # The quote cannot hold this: in it no "=" stands beside another unescaped.
        end = line.find("== — *")
        colour = line.find("*", end + 6)
        beginning = line[: colour + 1]
        if end < 0 or colour < 0 or beginning not in known:
            continue
        rest = line[colour + 1 :].removeprefix(_ORPHANED)
        if not rest.strip():
            yield number, beginning, ""
        elif rest.startswith(" — "):
            yield number, beginning, plain(_ESCAPED.sub(r"\1", rest.removeprefix(" — ")))


def _beginning(highlight: Highlight) -> str:
    return f"- =={inline(plain(highlight.quote))}== — *{inline(plain(highlight.colour))}*"
