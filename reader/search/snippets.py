"""Where a text matches a query, and the piece of it worth showing."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Snippet
from reader.search.analysis import Word, spans, tokens
from reader.search.query import Clause, Match, Query

WIDTH = 160
# A text longer than this is looked at only so far: snippets are made while the person types.
_LOOKED_AT = 50_000


def matches(text: str, query: Query, field: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the words of ``text`` (a paper's ``field``) that the query asks for."""
    clauses = [c for c in query.clauses(wanted_only=True) if c.field in ("", field)]
    wanted = {word.stem for clause in clauses for word in _words(clause.text) if not word.common}
    beginnings = tuple(_beginning(clause) for clause in clauses if clause.typing)
    found: list[tuple[int, int]] = []
    for form, stem, start, end in spans(text[:_LOOKED_AT]):
        if stem in wanted or (beginnings and form.startswith(beginnings)):
            if found and start < found[-1][1]:  # pairs of letters overlap
                start, _ = found.pop()
            found.append((start, end))
    return tuple(found)


def best(texts: Iterable[tuple[str, str]], query: Query) -> Snippet | None:
    """The piece with the most matches from the first of the (field, text) that has any."""
    for field, text in texts:
        found = matches(text, query, field)
        if found:
            return _cut(field, text, found)
    return None


def _beginning(clause: Clause) -> str:
    words = _words(clause.text)
    # No word begins with a NUL: a clause without words matches nothing.
    return words[-1].form if words and clause.match is Match.WORDS else "\0"


def _words(text: str) -> list[Word]:
    """The words of a query; of pairs of letters not the last, which is a single letter."""
    return [
        word
        for token, _ in tokens(text)
        for word in token.words
        if not (token.paired and word.single and len(token.words) > 1)
    ]


def _cut(field: str, text: str, found: tuple[tuple[int, int], ...]) -> Snippet:
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
