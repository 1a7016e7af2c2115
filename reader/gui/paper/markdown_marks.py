"""Marks around words in Markdown: emphasis, and links made of pasted addresses. Knows no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.gui.paper.markdown_lines import prefix_of

BOLD, ITALIC = 2, 1
_WORD = re.compile(r"[\w'’-]+")
_ADDRESS = re.compile(r"https?://[^\s\"]{1,4000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """A part of a line without spaces and stars at its ends, and how many stars are around it."""

    start: int
    end: int
    stars: int

    def marked(self, width: int) -> bool:
        """Whether it is emphasised already."""
        return bool(self.stars & 1) if width == ITALIC else self.stars >= BOLD


def words_at(line: str, start: int, end: int) -> Words:
    """What of a line is meant by a selection: all of it, or the word where nothing is selected."""
    if start == end:
        for word in _WORD.finditer(line):
            if word.start() <= start <= word.end():
                start, end = word.span()
                break
    start = min(max(start, len(str(prefix_of(line)))), len(line))
    end = max(end, start)
    while start < end and line[start] in " \t*":
        start += 1
    while start < end and line[end - 1] in " \t*":
        end -= 1
    before = len(line[:start]) - len(line[:start].rstrip("*"))
    after = len(line[end:]) - len(line[end:].lstrip("*"))
    return Words(start, end, min(before, after, 3))


def emphasised(line: str, words: Words, width: int, wanted: bool) -> tuple[int, int, str, int]:
    """Puts stars around words of a line or takes them off: (start, end, replacement, shift).

    ``shift`` is how far the words move.
    """
    inner = line[words.start : words.end]
    if words.marked(width) == wanted:
        return words.start, words.end, inner, 0
    if wanted:
        return words.start, words.end, "*" * width + inner + "*" * width, width
    return words.start - width, words.end + width, inner, -width


def link_of(selected: str, pasted: str) -> str | None:
    """The link that an address pasted over a selection makes, or None where it makes none."""
    address = pasted.strip()
    words = selected.strip()
    if not _ADDRESS.fullmatch(address) or not words or "\n" in words or _ADDRESS.fullmatch(words):
        return None
    target = address.replace("<", "%3C").replace(">", "%3E")
    if "(" in target or ")" in target:
        target = f"<{target}>"
    label = re.sub(r"(?<!\\)([\[\]])", r"\\\1", words)
    at = selected.index(words)
    return f"{selected[:at]}[{label}]({target}){selected[at + len(words) :]}"
