"""Papers that are like a text: TF-IDF vectors out of the arrays of the index.

A word weighs its saturated weight (see ``reader.search.weighting``) times its rarity (see
``reader.search.commonness``). Papers are compared by the sum, over the heaviest words of the text,
of the products of their weights in both, divided by the root of the paper's length as a vector.
(Dividing by the whole length, which is the cosine, finds no more and prefers short papers.)
``python -m tests.benchmarks.similar`` measures it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from reader.model import Similar
from reader.search.codec.segment_arrays import SegmentArrays
from reader.search.columns import paper_ids
from reader.search.commonness import rarity_at_large
from reader.search.evaluate import Evaluator
from reader.search.plan import AnyOf
from reader.search.postings import SegmentView
from reader.search.vectors import Vector
from reader.search.weighting import SATURATED

Scores = NDArray[np.float32]

# Words of a text that are compared: more are slower and hardly better.
HEAVIEST = 40
# A paper that scores less than this shares a word or two by chance.
LEAST = 0.05
_WORDS_SHOWN = 5
_AT_ONCE = 1_000_000


class Comparing:
    """Compares texts with the papers of an index. Not for two threads at once."""

    def __init__(self) -> None:
        self._roots: WeakKeyDictionary[SegmentArrays, Scores] = WeakKeyDictionary()

    def similar(
        self, index: Evaluator, text: Vector, limit: int, without: Collection[int]
    ) -> list[Similar]:
        """The living papers most like a text, best first; of equal ones the newest first."""
        rare = rarities(index, text.weights)
        heaviest = heaviest_of({s: text.weights[s] * rare[s] for s in rare}, HEAVIEST)
        worth = {stem: weight * rare[stem] for stem, weight in heaviest.items()}
        if not worth or limit < 1:
            return []
        # What a paper of the very same words would score.
        most = sum(text.weights[stem] * worth[stem] for stem in worth) / root(text.size)
        best = self._best(index, worth, limit, without)
        words = _Shared(worth, text.written)
        return [
            Similar(
                int(view.arrays.paper_ids[document]),
                round(min(1.0, score / most), 4),
                words.with_document(view, document),
            )
            for score, view, document in best
            if score >= LEAST * most
        ]

    def scores(self, view: SegmentView, worth: Mapping[str, float]) -> Scores:
        """For each document of a segment the sum of what words are worth there, normalised."""
        sums = np.zeros(view.size, np.float32)
        for stem, worth_of_it in worth.items():
            documents, weights = view.postings(AnyOf((stem,)))
            sums[documents] += SATURATED[weights] * np.float32(worth_of_it)
        return np.asarray(sums / self._roots_of(view.arrays))

    def _best(
        self, index: Evaluator, worth: Mapping[str, float], limit: int, without: Collection[int]
    ) -> list[tuple[float, SegmentView, int]]:
        """Score, segment and document of the best."""
        found: list[tuple[float, int, SegmentView, int]] = []
        for view in index.views:
            scores = self.scores(view, worth)
            if view.alive is not None:
                scores[~view.alive] = 0
            scores[view.arrays.documents_of_papers(paper_ids(without))] = 0
            least = np.float32(0)
            if view.size > limit:
                least = np.partition(scores, view.size - limit)[view.size - limit]
            kept = np.flatnonzero((scores >= least) & (scores > 0))
            papers = view.arrays.paper_ids[kept].tolist()
            for score, paper, document in zip(
                scores[kept].tolist(), papers, kept.tolist(), strict=True
            ):
                found.append((score, paper, view, document))
        found.sort(key=lambda one: (-one[0], -one[1]))
        return [(score, view, document) for score, _, view, document in found[:limit]]

    def _roots_of(self, arrays: SegmentArrays) -> Scores:
        """The root of the size of each document; made when first asked for."""
        known = self._roots.get(arrays)
        if known is None:
            sizes = np.zeros(arrays.size)
            squares = SATURATED * SATURATED
            for start in range(0, len(arrays.documents), _AT_ONCE):
                part = slice(start, start + _AT_ONCE)
                sizes += np.bincount(
                    arrays.documents[part], squares[arrays.weights[part]], arrays.size
                )
            sizes[sizes == 0] = 1
            known = self._roots[arrays] = np.asarray(np.sqrt(np.sqrt(sizes)), np.float32)
        return known


class _Shared:
    """Says which words a text shares with a document, those that count most first."""

    def __init__(self, worth: Mapping[str, float], written: Mapping[str, str]) -> None:
        self._worth = worth
        self._written = written

    def with_document(self, view: SegmentView, document: int) -> tuple[str, ...]:
        counted = []
        for stem, worth in self._worth.items():
            documents, weights = view.postings(AnyOf((stem,)))
            # A number of another type would have the whole array converted.
            at = int(documents.searchsorted(np.int32(document)))
            if at < len(documents) and documents[at] == document:
                counted.append((-worth * float(SATURATED[weights[at]]), stem))
        words = (self._written[stem] for _, stem in sorted(counted))
        return tuple(dict.fromkeys(words))[:_WORDS_SHOWN]


def rarities(index: Evaluator, stems: Iterable[str]) -> dict[str, float]:
    """The rarity of each of those stems that at least two papers have: others compare nothing."""
    found = {}
    for stem in stems:
        matching = sum(view.matching(AnyOf((stem,))) for view in index.views)
        if matching > 1:
            found[stem] = rarity_at_large(stem, index.documents, matching)
    return found


def heaviest_of(weights: Mapping[str, float], most: int) -> dict[str, float]:
    """The ``most`` words that weigh most, either way; of equals the first in the alphabet."""
    order: Sequence[str] = sorted(weights, key=lambda stem: (-abs(weights[stem]), stem))
    return {stem: weights[stem] for stem in order[:most]}


def root(size: float) -> float:
    """The root of the length of a vector, of which this is the sum of the squares."""
    return float(size**0.25) or 1.0
