"""The piece of a text that shows best how it answers a query."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Snippet
from reader.search.marking import Places, matches
from reader.search.query import Query

WIDTH = 160


def best(texts: Iterable[tuple[str, str]], query: Query) -> Snippet | None:
    """The piece with the most matches from the first of the (field, text) that has any."""
    for field, text in texts:
        found = matches(text, query, field)
        if found:
            return _cut(field, text, found)
    return None


def _cut(field: str, text: str, found: Places) -> Snippet:
    def density(first: tuple[int, int]) -> int:
        return sum(first[0] <= start < first[0] + WIDTH * 2 // 3 for start, _ in found)

    anchor = max(found, key=density)[0]
    start = max(0, anchor - WIDTH // 4)
    if start:
        start = text.find(" ", start, anchor) + 1 or anchor
    end = min(len(text), start + WIDTH)
    if end < len(text):
        space = text.rfind(" ", anchor, end)
        end = space if space > anchor else end  # a word longer than all that is cut
    before, after = "…" * (start > 0), "…" * (end < len(text))
    piece = " ".join(text[start:end].split("\n"))
    shift = len(before) - start
    inside = ((s + shift, min(e, end) + shift) for s, e in found if start <= s < end)
    return Snippet(field, before + piece + after, tuple(inside))
