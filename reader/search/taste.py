"""What a person likes, learnt from the papers they kept and those they skipped.

Rocchio 1971, "Relevance Feedback in Information Retrieval": the mean of the vectors of what was
liked, less a part of the mean of what was passed over, is the query that would have told them
apart; papers are scored by it as they are by a text (see ``reader.search.similar``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from reader.search.columns import paper_ids
from reader.search.evaluate import Evaluator
from reader.search.similar import Comparing, heaviest_of, rarities, root
from reader.search.vectors import Vector

# How much what was passed over counts against what was liked.
_AGAINST = 0.4
# Words of a single paper, and of the taste.
_OF_A_PAPER = 40
_OF_A_TASTE = 200
# Two papers are near each other from this cosine on: below it a word or two are the same by chance.
_NEAR = 0.12
_WORDS_SHOWN = 4
_UNSURE = 0.1

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Taste:
    """What was liked: the vectors of the papers, each of length 1, and what tells them apart.

    ``own`` is what each of the liked papers adds to its own score.
    """

    liked: Mapping[int, Weights]
    words: Weights
    own: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a paper may be liked: the nearest liked one, if any is near, and words."""

    paper_id: int | None
    words: tuple[str, ...]


def taste(rare: Weights, liked: Mapping[int, Vector], passed: Sequence[Vector]) -> Taste:
    """What tells papers that were liked from those that were passed over; ``rare`` are rarities."""
    vectors = {paper_id: _unit(text, rare) for paper_id, text in liked.items()}
    against = [_unit(text, rare) for text in passed]
    sums: defaultdict[str, float] = defaultdict(float)
    for share, group in ((1.0, list(vectors.values())), (-_AGAINST, against)):
        for weights in group:
            for stem, weight in weights.items():
                sums[stem] += share * weight / len(group)
    words = heaviest_of(sums, _OF_A_TASTE)
    own = {}
    for paper_id, weights in vectors.items():
        text = liked[paper_id]
        score = sum(
            weight * rare[stem] * text.weights[stem]
            for stem, weight in weights.items()
            if stem in words
        )
        own[paper_id] = score / len(vectors) / root(text.size)
    return Taste(vectors, words, own)


def likeness(
    index: Evaluator, comparing: Comparing, learnt: Taste, papers: Sequence[int]
) -> list[float]:
    """The score of each of some papers; 0 of one that the index does not have.

    What a liked paper itself taught does not count for it: else it would come before all others.
    """
    wanted = paper_ids(papers)
    found = np.zeros(len(wanted), np.float32)
    rare = rarities(index, learnt.words)
    worth = {stem: learnt.words[stem] * rare[stem] for stem in rare}
    order = np.argsort(wanted, kind="stable")
    for view in index.views:
        documents = view.arrays.documents_of_papers(wanted)
        if view.alive is not None:
            documents = documents[view.alive[documents]]
        at = order[wanted[order].searchsorted(view.arrays.paper_ids[documents])]
        found[at] = comparing.scores(view, worth)[documents]
    return [
        _without(score, learnt.own.get(paper_id, 0.0))
        for score, paper_id in zip(found.tolist(), papers, strict=True)
    ]


def _without(score: float, own: float) -> float:
    """A score less what the paper adds to it itself, which is known within a few percent."""
    left = score - own
    return left if abs(left) > _UNSURE * own else 0.0


def reason(rare: Weights, learnt: Taste, paper_id: int, text: Vector) -> Reason:
    """Why a paper, of which this is the text, may be liked; ``rare`` are the rarities."""
    weights = _unit(text, rare)
    near = {
        other: sum(weight * weights.get(stem, 0.0) for stem, weight in vector.items())
        for other, vector in learnt.liked.items()
        if other != paper_id
    }
    nearest = max(near, key=lambda other: (near[other], other), default=None)
    if nearest is not None and near[nearest] < _NEAR:
        nearest = None
    speaking = {s: w * learnt.words[s] for s, w in weights.items() if learnt.words.get(s, 0) > 0}
    words = (text.written[stem] for stem in heaviest_of(speaking, _WORDS_SHOWN))
    return Reason(nearest, tuple(dict.fromkeys(words)))


def _unit(text: Vector, rare: Weights) -> dict[str, float]:
    """The heaviest words of a text, their weights such that it is 1 long."""
    heaviest = heaviest_of(
        {stem: weight * rare[stem] for stem, weight in text.weights.items() if stem in rare},
        _OF_A_PAPER,
    )
    length = sqrt(sum(weight * weight for weight in heaviest.values()))
    return {stem: weight / length for stem, weight in heaviest.items()} if length else {}
