"""Tells titles from abstracts: each paragraph by its looks, then the likeliest order of all.

Does not interact with any dependencies, only judges text. The weights were chosen on copied pages
and checked on the titles and abstracts of some ten thousand published papers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SENTENCE_BREAK = re.compile(r"[a-z0-9)\]”\"]([.!?])[)”\"]?\s+[A-Z“\"(]")
_SENTENCE_END = re.compile(r"[.!?…][)\]”\"’']*$")
_PAPER_SPEAKS = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Tt]his (?:paper|work|article|study|survey|report)|"
    r"[Ii]n this (?:paper|work|article|study|survey)|propose[sd]?|"
    r"outperforms?|(?:is|are) available)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|can|could|may|might|will|would|should|does|do|"
    r"shows?|achieves?|introduces?|presents?|remains?|requires?|enables?|suffers?|demonstrates?)\b"
)
_OPENER = re.compile(
    r"(?:However|Moreover|Furthermore|Finally|Additionally|Specifically|Experiments|Extensive|"
    r"To this end|To address|Code (?:is|and|will)|We|Our|This paper|In this)\b"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")

_LENGTHS = ((150, 3.0), (190, 1.5), (230, -0.5), (300, -2.5), (450, -5.0))
_LONGER = -8.0
_SCORED = 3000
"""Letters of a paragraph that are looked at; enough to know an abstract."""

# Logarithms of how likely one kind follows another: abstracts are missing now and then, and some
# have two paragraphs.
_TITLE_AFTER_TITLE = -1.6
_ABSTRACT_AFTER_TITLE = -0.2
_TITLE_AFTER_ABSTRACT = -0.1
_ABSTRACT_AFTER_ABSTRACT = -3.0
_ABSTRACT_FIRST = -3.0
_TITLE_LAST = -1.5

CERTAIN = 1000.0
"""The score of a paragraph that something else proves to be a title."""


def title_score(text: str) -> float:
    """Positive for what looks like a title, negative for what looks like (part of) an abstract."""
    head = text[:_SCORED]
    score: float = next((weight for length, weight in _LENGTHS if len(text) <= length), _LONGER)
    breaks = sum(found[1] != "?" for found in _SENTENCE_BREAK.finditer(head))
    score -= min(4.0, 1.5 * breaks)
    score += -1.5 if _SENTENCE_END.search(text) and not text.endswith("?") else 0.5
    score -= min(3.0, 1.5 * len(_PAPER_SPEAKS.findall(head)))
    score -= min(2.0, 0.5 * len(_VERB.findall(head)))
    score -= 1.5 if _OPENER.match(head) else 0.0
    score -= 2.0 if "://" in head else 0.0
    score += _capitals(head)
    return score + (-0.7 if head[:1].islower() else 0.0)


def title_places(scores: Sequence[float]) -> list[bool]:
    """Which paragraphs are titles, in the likeliest order of titles and abstracts (Viterbi)."""
    if not scores:
        return []
    title, abstract = scores[0] / 2, -scores[0] / 2 + _ABSTRACT_FIRST
    came_from: list[tuple[bool, bool]] = []
    for score in scores[1:]:
        before_title = (title + _TITLE_AFTER_TITLE, abstract + _TITLE_AFTER_ABSTRACT)
        before_abstract = (title + _ABSTRACT_AFTER_TITLE, abstract + _ABSTRACT_AFTER_ABSTRACT)
        came_from.append(
            (before_title[0] >= before_title[1], before_abstract[0] >= before_abstract[1])
        )
        title = max(before_title) + score / 2
        abstract = max(before_abstract) - score / 2
    places = [title + _TITLE_LAST >= abstract]
    for from_title, from_abstract in reversed(came_from):
        places.append(from_title if places[-1] else from_abstract)
    return places[::-1]


def ends_whole(abstract: str) -> bool:
    """Whether an abstract ends as one does: with a sentence's end or an address."""
    words = abstract.split()
    return bool(words) and bool(_SENTENCE_END.search(abstract) or "://" in words[-1])


def _capitals(text: str) -> float:
    """Most long words of a title are often capitals; hardly any of running text are."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    share = sum(word[0].isupper() for word in words) / len(words)
    return 1.5 if share >= 0.6 else -0.5 if share < 0.25 else 0.3
