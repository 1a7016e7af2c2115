"""Carries out a plan over the segments of an index: which papers, best first.

Within a segment an answer is a sorted array of documents and their scores, never larger than it
must be: of words joined by AND the rarest comes first, and what the others add is looked up for
the documents that are left. A word adds its rarity (inverse document frequency) times its
saturated weight, see ``reader.search.weighting``.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.model import Filter
from reader.search.columns import PaperIds, paper_ids
from reader.search.plan import (
    All,
    AnyOf,
    Beginning,
    Everything,
    Expansion,
    NearTo,
    Pattern,
    Phrase,
    Plan,
    Some,
    Without,
)
from reader.search.postings import SegmentView
from reader.search.promoting import CANDIDATES, POSITION_BITS, Said, bonus
from reader.search.ranking import Ranking
from reader.search.sorted_arrays import found_in
from reader.search.weighting import SATURATED, rarity

Documents = NDArray[np.int32]
Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]
Meets = Callable[[Filter], PaperIds]


def no_filter(_condition: Filter) -> PaperIds:
    """No paper meets any filter: for queries that have none."""
    return paper_ids(())


# Looking up each of n documents among m by bisection pays while n is few, or m so many times n.
_FEW = 256
_BISECTED = 40
# Adding up the scores of a document by sorting pays below this share of all documents.
_SORTED = 32
# Answers of the words before the one being typed that are kept for the next key.
_KEPT = 16


@dataclass(frozen=True, slots=True)
class Hits:
    """Documents that answer, in order, and their scores."""

    documents: Documents
    scores: Scores

    def only(self, kept: Mask | NDArray[np.intp] | slice) -> Hits:
        """Some of them."""
        return Hits(self.documents[kept], self.scores[kept])


class Evaluator:
    """Answers plans over a number of segments. Not for two threads at once."""

    def __init__(self, views: Sequence[SegmentView]) -> None:
        self.views = views
        self.documents = sum(view.size for view in views)
        self._kept: list[OrderedDict[Plan, Hits]] = [OrderedDict() for _ in views]

    def answer(self, plan: Plan, meets: Meets = no_filter, words: tuple[Said, ...] = ()) -> Ranking:
        """The papers that answer; ``meets`` gives those that meet a filter.

        Titles that have ``words`` as they were typed are promoted.
        """
        answers = []
        for view, kept in zip(self.views, self._kept, strict=True):
            hits = _InSegment(view, self.rarity, meets, kept).hits(plan)
            if view.alive is not None:
                hits = hits.only(view.alive[hits.documents])
            answers.append(hits)
        if words:
            answers = self._promoted(answers, words)
        return Ranking(
            [
                (view.arrays.paper_ids, hits.documents, hits.scores)
                for view, hits in zip(self.views, answers, strict=True)
            ]
        )

    def _promoted(self, answers: list[Hits], words: tuple[Said, ...]) -> list[Hits]:
        """The answers with what titles add to the scores of the best."""
        total = sum(len(hits.documents) for hits in answers)
        if total < 2:
            return answers
        least = np.float32(0)
        if total > CANDIDATES:
            scores = np.concatenate([hits.scores for hits in answers])
            least = np.partition(scores, total - CANDIDATES)[total - CANDIDATES]
        promoted = []
        for view, hits in zip(self.views, answers, strict=True):
            # Of many equals the newest may gain, which are the last.
            best = np.flatnonzero(hits.scores >= least)[-2 * CANDIDATES :]
            scores = hits.scores.copy()
            scores[best] += bonus(view, hits.documents[best], words, self.rarity)
            promoted.append(Hits(hits.documents, scores))
        return promoted

    def papers_with(self, term: str) -> int:
        """How many papers have a term."""
        return sum(view.living(AnyOf((term,))) for view in self.views)

    def hyphenations(self, form: str) -> list[str]:
        """How papers hyphenate a word that is also written as one, in order."""
        encoded = form.encode("utf-8", "surrogatepass")
        found = {h for view in self.views for h in view.arrays.vocabulary.hyphenations(encoded)}
        return sorted(term.decode("utf-8", "surrogatepass") for term in found)

    def rarity(self, expansion: Expansion) -> float:
        """The inverse document frequency of an expansion over all segments."""
        matching = sum(view.matching(expansion) for view in self.views)
        return rarity(self.documents, matching)


class _InSegment:
    """Answers the parts of a plan in one segment."""

    def __init__(
        self,
        view: SegmentView,
        rarity_of: Callable[[Expansion], float],
        meets: Meets,
        kept: OrderedDict[Plan, Hits],
    ) -> None:
        self._view = view
        self._rarity = rarity_of
        self._meets = meets
        self._kept = kept

    def hits(self, plan: Plan) -> Hits:
        match plan:
            case AnyOf() | Beginning() | Pattern() | NearTo():
                return self._expansion(plan)
            case Phrase():
                return self._remembered(plan, self._phrase)
            case All():
                return self._all(plan)
            case Some():
                return self._some([self.hits(part) for part in plan.parts])
            case Without():
                return self._of_mask(~self._mask(self.hits(plan.part).documents))
            case Everything():
                return self._of_mask(np.ones(self._view.size, np.bool_))
            case Filter():
                return self._of_mask(self._meeting(plan))

    def _all(self, plan: All) -> Hits:
        """All parts: first the finished words, which the next key will ask for again."""
        *before, last = plan.parts
        # What meets a filter may be other papers by the next key.
        finished = tuple(part for part in before if not _filtered(part))
        if not _half_typed(last) or len(finished) < 2:
            return self._narrowed(plan)
        hits = self._remembered(All(finished), self._narrowed)
        for part in (*(part for part in before if part not in finished), last):
            hits = self._narrow(hits, part)
        return hits

    def _narrowed(self, plan: All) -> Hits:
        first, *others = sorted(plan.parts, key=self._cost)
        hits = self.hits(first)
        for part in others:
            hits = self._narrow(hits, part)
        return hits

    def _cost(self, plan: Plan) -> float:
        """Roughly how many documents it gives: the fewest come first, what only narrows last."""
        match plan:
            case AnyOf() | Beginning() | Pattern() | NearTo():
                return self._view.matching(plan)
            case Phrase():
                return min(self._cost(word) for _, word in plan.words)
            case All():
                return min(self._cost(part) for part in plan.parts)
            case Some():
                return sum(self._cost(part) for part in plan.parts)
            case Filter():
                return self._view.size + 1
            case _:
                return self._view.size + 2

    def _narrow(self, hits: Hits, plan: Plan) -> Hits:
        """Those of ``hits`` that answer another part too."""
        if not len(hits.documents):
            return hits
        match plan:
            case AnyOf() | Beginning() | Pattern() | NearTo():
                return self._narrow_to_expansion(hits, plan)
            case Without():
                return hits.only(~self._mask(self.hits(plan.part).documents)[hits.documents])
            case Filter():
                return hits.only(self._meeting(plan)[hits.documents])
            case Everything():
                return hits
            case Some():
                asked = Hits(hits.documents, np.zeros(len(hits.documents), np.float32))
                return self._both(hits, self._some([self._narrow(asked, p) for p in plan.parts]))
            case All():
                for part in sorted(plan.parts, key=self._cost):
                    hits = self._narrow(hits, part)
                return hits
            case _:
                return self._both(hits, self.hits(plan))

    def _expansion(self, expansion: Expansion) -> Hits:
        documents, weights = self._view.postings(expansion)
        scores = SATURATED[weights]
        if not self._is_one_term(expansion):
            documents, scores = self._summed(documents, scores)
        return Hits(documents, scores * np.float32(self._rarity(expansion)))

    def _narrow_to_expansion(self, hits: Hits, expansion: Expansion) -> Hits:
        documents, weights = self._view.postings(expansion)
        if not len(documents):
            return hits.only(slice(0))
        worth = np.float32(self._rarity(expansion))
        few = len(hits.documents)
        if self._is_one_term(expansion):
            if few < _FEW or few * _BISECTED < len(documents):
                kept, at = found_in(hits.documents, documents)
                added = SATURATED[weights[at]] * worth
                return Hits(hits.documents[kept], hits.scores[kept] + added)
            return self._added(hits, documents, SATURATED[weights] * worth)
        wanted = self._mask(hits.documents)[documents].nonzero()[0]
        documents, scores = self._summed(documents[wanted], SATURATED[weights[wanted]])
        return self._added(hits, documents, scores * worth)

    def _is_one_term(self, expansion: Expansion) -> bool:
        ranges = self._view.ranges(expansion)
        return len(ranges) == 1 and ranges[0][1] - ranges[0][0] == 1

    def _summed(self, documents: Documents, scores: Scores) -> tuple[Documents, Scores]:
        """Each document once, with the sum of its scores."""
        if not len(documents):
            return documents, scores
        if len(documents) * _SORTED < self._view.size:
            order = documents.argsort(kind="stable")
            documents = documents[order]
            first = np.ones(len(documents), np.bool_)
            np.not_equal(documents[1:], documents[:-1], out=first[1:])
            starts = first.nonzero()[0]
            return documents[starts], np.add.reduceat(scores[order], starts)
        sums = np.bincount(documents, scores, self._view.size)
        found = (sums > 0).nonzero()[0]
        return found.astype(np.int32), sums[found].astype(np.float32)

    def _added(self, hits: Hits, documents: Documents, scores: Scores) -> Hits:
        """Those of ``hits`` that are among ``documents``, the scores, all above 0, added up."""
        spread = self._view.scratch
        spread[documents] = scores
        found = spread[hits.documents]
        spread[documents] = 0
        kept = (found > 0).nonzero()[0]
        return Hits(hits.documents[kept], hits.scores[kept] + found[kept])

    def _both(self, hits: Hits, other: Hits) -> Hits:
        """Those of ``hits`` that are in ``other``, whose scores may be 0, too."""
        sums = self._view.scratch
        sums[other.documents] = other.scores
        kept = self._mask(other.documents)[hits.documents].nonzero()[0]
        documents = hits.documents[kept]
        scores = hits.scores[kept] + sums[documents]
        sums[other.documents] = 0
        return Hits(documents, scores)

    def _some(self, answers: list[Hits]) -> Hits:
        filled = [hits for hits in answers if len(hits.documents)]
        if len(filled) < 2:
            return filled[0] if filled else answers[0]
        sums = self._view.scratch
        mask = np.zeros(self._view.size, np.bool_)
        for hits in filled:
            sums[hits.documents] += hits.scores
            mask[hits.documents] = True
        found = mask.nonzero()[0]
        scores = sums[found]
        sums[found] = 0
        return Hits(found.astype(np.int32), scores)

    def _phrase(self, phrase: Phrase) -> Hits:
        """The papers with all the words, then those where they stand as asked."""
        hits = self._narrowed(All(tuple(word for _, word in phrase.words)))
        if not len(hits.documents):
            return hits
        places = self._places(phrase, hits.documents)
        places.sort(key=len)
        found = places[0]
        for others in places[1:]:
            found = found[found_in(found, others)[0]]
        there = self._mask((found >> POSITION_BITS).astype(np.int32))
        return hits.only(there[hits.documents].nonzero()[0])

    def _places(self, phrase: Phrase, documents: Documents) -> list[NDArray[np.int64]]:
        """Where each word of a phrase stands in some documents, in order.

        Moved back by its distance from the first, so that words of a phrase meet at one number.
        """
        arrays, view = self._view.arrays, self._view
        found = []
        occurrences = arrays.places_of([view.ranges(word) for _, word in phrase.words], documents)
        for (distance, word), (owners, positions) in zip(phrase.words, occurrences, strict=True):
            here = documents[owners]
            places = (here.astype(np.int64) << POSITION_BITS) + (positions - distance)
            kept = arrays.inside_fields(word.fields, here, positions)
            places = places if kept is None else places[kept]
            found.append(places if self._is_one_term(word) else np.unique(places))
        return found

    def _remembered(self, plan: Plan, work: Callable[[Any], Hits]) -> Hits:
        found = self._kept.get(plan)
        if found is None:
            found = self._kept[plan] = work(plan)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(plan)
        return found

    def _meeting(self, condition: Filter) -> Mask:
        """Which documents meet a filter."""
        papers = self._meets(condition)
        ids = self._view.arrays.paper_ids
        marked = np.zeros(int(max(ids.max(initial=0), papers.max(initial=0))) + 1, np.bool_)
        marked[papers] = True
        return marked[ids]

    def _mask(self, documents: Documents) -> Mask:
        mask = np.zeros(self._view.size, np.bool_)
        mask[documents] = True
        return mask

    def _of_mask(self, mask: Mask) -> Hits:
        documents = mask.nonzero()[0].astype(np.int32)
        return Hits(documents, np.zeros(len(documents), np.float32))


def _half_typed(plan: Plan) -> bool:
    if isinstance(plan, Some):
        return any(map(_half_typed, plan.parts))
    return isinstance(plan, Beginning)


def _filtered(plan: Plan) -> bool:
    match plan:
        case All() | Some():
            return any(_filtered(part) for part in plan.parts)
        case Without():
            return _filtered(plan.part)
        case _:
            return isinstance(plan, Filter)
