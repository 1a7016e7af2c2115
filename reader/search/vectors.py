"""A text as a vector: what each of its words weighs, as it would in the index."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reader.search.analysis import tokens
from reader.search.weighting import FIELDS, K1, NUMBER, of_one_word

# What says what a paper is about: not who wrote it, nor what the person calls it.
TOLD_BY = ("title", "abstract", "note")
# A text longer than this is looked at only so far: a note may be a book.
_LOOKED_AT = 50_000
# What a taste is learnt from, and what a list shows: a star must not have it all read again.
_KEPT = 600


@dataclass(frozen=True, slots=True)
class Vector:
    """What a text says.

    ``weights`` has the saturated weight of each stem, ``written`` how the stem is written there.
    ``size`` is the sum of the squared weights of all terms that the index would have of the text.
    """

    weights: Mapping[str, float]
    written: Mapping[str, str]
    size: float


def vector(texts: Mapping[str, str]) -> Vector:
    """The vector of a paper, of the text of each of its fields."""
    return _vector(*(texts.get(field, "")[:_LOOKED_AT] for field in TOLD_BY))


@lru_cache(maxsize=_KEPT)
def _vector(*inside: str) -> Vector:
    """The vector of those texts, one for each field of TOLD_BY."""
    texts = dict(zip(TOLD_BY, inside, strict=True))
    lengths = np.zeros((len(FIELDS), 1), np.uint32)
    found = {}
    for field in TOLD_BY:
        found[field] = list(tokens(texts[field]))
        lengths[NUMBER[field]] = sum(token.positions for token, _ in found[field])
    worth = of_one_word(lengths)[:, 0].tolist()
    terms: defaultdict[str, float] = defaultdict(float)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for field, parts in found.items():
        text, one = texts[field], worth[NUMBER[field]]
        for token, at in parts:
            for _, term in token.terms():
                terms[term] += one
            for word in token.words:
                if not word.common and _telling(word.stem):
                    forms[word.stem][text[at + word.start : at + word.end]] += 1
    weights = {term: weight * (K1 + 1) / (weight + K1) for term, weight in terms.items()}
    return Vector(
        {stem: weights[stem] for stem in forms},
        {stem: _best_form(counted) for stem, counted in forms.items()},
        sum(weight * weight for weight in weights.values()),
    )


def _telling(stem: str) -> bool:
    """Whether a word can say what a text is about: no numbers, no lone letters."""
    return not stem.isdigit() and (len(stem) > 1 or not stem.isascii())


def _best_form(counted: Counter[str]) -> str:
    """How a word is written most often; with a capital only where it has no other form."""
    forms = [form for form in counted if not form.istitle()] or list(counted)
    return max(forms, key=lambda form: counted[form])
