"""Which words of a text a query asks for: the places that are marked in lists and papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.search.analysis import Token, Word, fold, stem, tokens
from reader.search.query import Match, Query
from reader.search.wildcard import expression, parts_of

# A text longer than this is looked at only so far: marks are made while the person types.
_LOOKED_AT = 50_000

Places = tuple[tuple[int, int], ...]


def matches(text: str, query: Query, field_name: str) -> Places:
    """Start and end of the words of ``text`` (a paper's field) that the query asks for, in order.

    Words that touch or overlap, as pairs of Chinese letters do, are one place.
    """
    wanted = _wanted(query, field_name)
    found: list[tuple[int, int]] = []
    for start, end in sorted(_places(text[:_LOOKED_AT], wanted)):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


@dataclass(slots=True)
class _Wanted:
    """What a word must be to be marked."""

    stems: set[str] = field(default_factory=set)
    beginnings: list[str] = field(default_factory=list)
    patterns: list[re.Pattern[str]] = field(default_factory=list)
    near: list[str] = field(default_factory=list)

    def fits(self, form: str, stem: str) -> bool:
        return (
            stem in self.stems
            or form.startswith(tuple(self.beginnings))
            or any(pattern.fullmatch(form) or pattern.fullmatch(stem) for pattern in self.patterns)
            or (bool(self.near) and self._is_near(form))
        )

    def _is_near(self, form: str) -> bool:
        from rapidfuzz.distance import OSA  # only a search for near words needs it

        return any(OSA.distance(form, near, score_cutoff=1) <= 1 for near in self.near)


@lru_cache(maxsize=64)
def _wanted(query: Query, field_name: str) -> _Wanted:
    wanted = _Wanted()
    for clause in query.clauses(wanted_only=True):
        if clause.field not in ("", field_name):
            continue
        found = [token for token, _ in tokens(clause.text)]
        words = [word for token in found for word in token.apart()]
        if clause.match is Match.WILDCARD:
            parts = [fold(part) for part in parts_of(clause.text)]
            wanted.patterns.append(re.compile(expression(parts)))
        elif clause.match is Match.FUZZY:
            wanted.near += [word.form for word in words]
        else:
            wanted.stems |= {word.stem for word in words if not word.common}
            wanted.stems |= {stem(token.joined) for token in found if token.joined}
            if clause.typing and words:
                wanted.beginnings.append(words[-1].form)
    return wanted


def _places(text: str, wanted: _Wanted) -> Iterator[tuple[int, int]]:
    before: tuple[Word, int] | None = None
    for token, at in tokens(text):
        if token.joined and wanted.fits(token.joined, stem(token.joined)):
            yield at, at + token.words[-1].end
        for word in token.words:
            place = at + word.start, at + word.end
            if wanted.fits(word.form, "" if word.common else word.stem):
                yield place
            # Two words that the query writes as one: selfattention.
            if before and _one_word(before[0], word, token) and wanted.stems:
                together = stem(before[0].form + word.form)
                # Not "tide s", which is tides and so tide.
                if together in wanted.stems and together != before[0].stem:
                    yield before[1] + before[0].start, before[1] + before[0].end
                    yield place
            before = word, at


def _one_word(first: Word, second: Word, token: Token) -> bool:
    return not (token.joined or token.paired or first.common or second.common)
