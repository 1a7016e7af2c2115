"""Answers a query over the segments of an index: which papers, best first.

Every clause becomes an array of scores over the documents of a segment (BM25F: Robertson and
Zaragoza 2009, "The Probabilistic Relevance Framework", with a weight for each field); documents
without the clause have 0. AND multiplies presence, NOT removes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from whoosh import query as whoosh_query
from whoosh.lang.porter import stem
from whoosh.searching import Searcher

from reader.model import Filter
from reader.search.analysis import forms, stems
from reader.search.query import And, Clause, Match, Node, Not, Query
from reader.search.segment import Mask, Segment, Weights

Meets = Callable[[Filter], Iterable[int]]

FIELD_WEIGHTS = {"title": 2.0, "authors": 1.0, "abstract": 1.0, "note": 1.5, "tags": 1.0}
K1 = 1.2
B = 0.75
# How many terms a half-typed word stands for, by its length: "t" alone would mean most of the
# index. One letter looks at titles and names only.
_EXPANSIONS = {1: 64, 2: 96, 3: 256}
_EXPANSIONS_OF_LONGER = 512
_FIELDS_OF_ONE_LETTER = ("title", "authors", "tags")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Papers with their scores, best first; of equal ones the newest first."""

    paper_ids: NDArray[np.int64]
    scores: Weights


def evaluate(segments: Sequence[Segment], query: Query, meets: Meets) -> Ranked:
    """The papers that answer ``query``; ``meets`` gives those that meet a filter."""
    documents = sum(segment.size for segment in segments)
    ids, scores = [], []
    for segment in segments:
        if query.root is None:
            break
        mask, total = _answer(segment, query.root, documents, meets)
        hits = np.flatnonzero(mask & segment.alive())
        ids.append(segment.paper_ids[hits])
        scores.append(total[hits])
    return _ranked(ids, scores)


def _answer(segment: Segment, node: Node, documents: int, meets: Meets) -> tuple[Mask, Weights]:
    """Which documents answer a node, and their scores."""
    if isinstance(node, Clause):
        return _clause(segment, node, documents)
    if isinstance(node, Filter):
        permitted = np.fromiter(meets(node), np.int64)
        return np.isin(segment.paper_ids, permitted), np.zeros(segment.size, np.float32)
    if isinstance(node, Not):
        mask, _ = _answer(segment, node.part, documents, meets)
        return ~mask, np.zeros(segment.size, np.float32)
    answers = [_answer(segment, part, documents, meets) for part in node.parts]
    together = np.logical_and if isinstance(node, And) else np.logical_or
    total = sum((scores for _, scores in answers), np.zeros(segment.size, np.float32))
    return together.reduce([mask for mask, _ in answers]), total


def _clause(segment: Segment, clause: Clause, documents: int) -> tuple[Mask, Weights]:
    mask, total = np.ones(segment.size, np.bool_), np.zeros(segment.size, np.float32)
    words = _terms(clause)
    for word in words:
        scores = _word_scores(segment, word, clause.field, documents)
        mask &= scores > 0
        total += scores
    if clause.match is Match.PHRASE and len(words) > 1 and mask.any():
        mask &= _phrase_mask(segment, clause)
    return mask, total


def _ranked(ids: list[NDArray[np.int64]], scores: list[Weights]) -> Ranked:
    if not ids:
        return Ranked(np.empty(0, np.int64), np.empty(0, np.float32))
    all_ids, all_scores = np.concatenate(ids), np.concatenate(scores)
    order = np.lexsort((-all_ids, -all_scores))
    return Ranked(all_ids[order], all_scores[order])


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a clause: its stem, or, being typed, also what it may become."""

    form: str
    stem: str
    prefix: bool


def _terms(clause: Clause) -> list[_Word]:
    words = forms(clause.text)
    typed = (
        forms(clause.text, keep_stop_words=True)
        if clause.typing and clause.match is Match.WORDS
        else []
    )
    if typed and (not words or words[-1] != typed[-1]):
        # "th" on the way to "theory" is not the stop word it happens to be.
        words.append(typed[-1])
    return [
        _Word(word, stem(word), bool(typed) and at == len(words) - 1)
        for at, word in enumerate(words)
    ]


def _word_scores(segment: Segment, word: _Word, field: str, documents: int) -> Weights:
    if field:
        fields: Sequence[str] = (field,)
    elif word.prefix and len(word.form) == 1:
        fields = _FIELDS_OF_ONE_LETTER
    else:
        fields = tuple(FIELD_WEIGHTS)
    weights = np.zeros(segment.size, np.float32)
    for name in fields:
        weights += _field_weights(segment, name, word)
    matching = int(np.count_nonzero(weights))
    if not matching:
        return weights
    rarity = np.log(1 + (documents - matching + 0.5) / (matching + 0.5))
    scores: Weights = (rarity * weights * (K1 + 1) / (weights + K1)).astype(np.float32)
    return scores


def _field_weights(segment: Segment, field: str, word: _Word) -> Weights:
    """How often each document has the word in a field, weighted, and less in longer texts."""
    counts = np.zeros(segment.size, np.float32)
    terms = {word.stem}
    if word.prefix:
        limit = _EXPANSIONS.get(len(word.form), _EXPANSIONS_OF_LONGER)
        terms.update(segment.expand(field, word.form, limit))
    for term in terms:
        postings = segment.postings(field, term)
        counts[postings.ids] += postings.weights
    if not counts.any():
        return counts
    lengths = segment.lengths(field)
    average = max(float(lengths.mean()), 1.0)
    weighted: Weights = FIELD_WEIGHTS[field] * counts / (1 - B + B * lengths / average)
    return weighted


def _phrase_mask(segment: Segment, clause: Clause) -> Mask:
    """Which documents have the words side by side, by Whoosh's own phrase matcher."""
    words = stems(clause.text)
    fields = (clause.field,) if clause.field else tuple(FIELD_WEIGHTS)
    phrases = [whoosh_query.Phrase(field, words) for field in fields]
    searcher = Searcher(segment.reader)
    mask = np.zeros(segment.size, np.bool_)
    mask[list(whoosh_query.Or(phrases).docs(searcher))] = True
    return mask
