"""Two other ways to answer a query, which are slow and plainly right.

``by_whoosh`` carries out a plan with Whoosh's own queries and matchers on the same index;
``by_scan`` reads the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

from rapidfuzz.distance import OSA
from whoosh import query
from whoosh.matching import ListMatcher, NullMatcher, UnionMatcher
from whoosh.query.spans import SpanNear
from whoosh.reading import IndexReader
from whoosh.scoring import BM25F, BaseScorer
from whoosh.searching import SearchContext, Searcher

from reader.search import plan as plans
from reader.search.analysis import tokens
from reader.search.codec.schema import TEXT
from reader.search.codec.vocabulary import FIRST_WORD
from reader.search.plan import Expansion, Plan
from reader.search.weighting import K1, rarity

# --- Whoosh -------------------------------------------------------------------------------------


def by_whoosh(reader: IndexReader, plan: Plan) -> dict[int, float]:
    """Each paper that answers, and its score."""
    searcher = Searcher(reader)
    found = {}
    for leaf, _ in reader.leaf_readers():
        if not leaf.segment():
            continue
        papers = leaf.column_reader("paper_id")
        at = Searcher(leaf, parent=searcher)
        matcher = as_query(plan).matcher(at, SearchContext(weighting=BM25F()))
        while matcher.is_active():
            # Whoosh's InverseMatcher gives a deleted document after the last that it leaves out.
            if not leaf.is_deleted(matcher.id()):
                found[int(papers[matcher.id()])] = float(matcher.score())
            matcher.next()
    return found


def as_query(plan: Plan) -> query.Query:
    """The plan as a query of Whoosh."""
    match plan:
        case plans.All(parts):
            return query.And([as_query(part) for part in parts])
        case plans.Some(parts):
            return query.Or([as_query(part) for part in parts])
        case plans.Without(part):
            return Scoreless(query.Not(as_query(part)))
        case plans.Everything():
            return Scoreless(query.Every())
        case plans.Phrase(words):
            return _phrase(words)
        case _:
            assert not isinstance(plan, plans.Filter)
            return Expanded(plan)


def _phrase(words: tuple[tuple[int, Any], ...]) -> query.Query:
    (at, first), *others = words
    near: query.Query = Expanded(first)
    for position, word in others:
        distance = position - at
        near = Near(near, Expanded(word), slop=distance, ordered=True, mindist=distance)
        at = position
    return near


class Sized(query.Query):
    def estimate_size(self, reader: IndexReader) -> int:
        return int(reader.doc_count_all())


class Near(SpanNear):
    def estimate_size(self, reader: IndexReader) -> int:
        return int(reader.doc_count_all())


class Scoreless(Sized):
    """Documents of another query, at no score: Whoosh gives 1 to each that is just there.

    Almost none: its unions leave out what scores 0.
    """

    def __init__(self, child: query.Query) -> None:
        self.child = child

    def matcher(self, searcher: Searcher, context: Any = None) -> Any:
        ids = list(self.child.matcher(searcher, context).all_ids())
        return ListMatcher(ids, [1e-9] * len(ids)) if ids else NullMatcher()


class Expanded(Sized):
    """Terms that Whoosh expands, and that count as one."""

    def __init__(self, expansion: Expansion) -> None:
        self.expansion = expansion

    def matcher(self, searcher: Searcher, _context: Any = None) -> Any:
        parent = searcher.get_parent()
        matching = sum(
            len(_documents(leaf, field_terms))
            for leaf, _ in parent.reader().leaf_readers()
            if leaf.segment()
            for field_terms in _terms(leaf, self.expansion)
        )
        scorer = Scorer(rarity(parent.doc_count_all(), matching))
        matchers = [
            _of_fields(searcher.reader(), field_terms, scorer)
            for field_terms in _terms(searcher.reader(), self.expansion)
        ]
        return reduce(UnionMatcher, matchers) if matchers else NullMatcher()


class Scorer(BaseScorer):
    def __init__(self, rarity: float) -> None:
        self.rarity = rarity

    def score(self, matcher: Any) -> float:
        weight = matcher.weight()
        return self.rarity * weight * (K1 + 1) / (weight + K1)


def _terms(reader: IndexReader, expansion: Expansion) -> Iterator[list[tuple[str, bytes]]]:
    """For each term of an expansion, the fields to look for it."""
    found: set[bytes] = set()
    for field in expansion.fields:
        match expansion:
            case plans.AnyOf(terms):
                found.update(t.encode() for t in terms if (field, t.encode()) in reader)
            case plans.Beginning(prefix, stem):
                found.update(query.Prefix(field, prefix)._btexts(reader))
                found.update([stem.encode()] if stem and (field, stem.encode()) in reader else [])
            case plans.Pattern(parts):
                found.update(query.Wildcard(field, "*".join(parts))._btexts(reader))
            case plans.NearTo(form):
                near = query.FuzzyTerm(field, form, maxdist=1, prefixlength=0)._btexts(reader)
                found.update(text.encode() for text in near)
                swaps = (
                    form[:n] + form[n + 1] + form[n] + form[n + 2 :] for n in range(len(form) - 1)
                )
                found.update(s.encode() for s in swaps if (field, s.encode()) in reader)
    for term in sorted(term for term in found if term >= FIRST_WORD):
        yield [(field, term) for field in expansion.fields]


def _documents(reader: IndexReader, field_terms: list[tuple[str, bytes]]) -> set[int]:
    """The documents with a term in one of the fields, deleted ones too."""
    format_ = reader.schema[TEXT].format
    return {
        document
        for field, term in field_terms
        for document in reader._terms.matcher(field, term, format_).all_ids()
    }


def _of_fields(reader: IndexReader, field_terms: list[tuple[str, bytes]], scorer: Scorer) -> Any:
    """The matcher of a term: Whoosh's of the one field, or of several as one."""
    if len(field_terms) == 1:
        return reader.postings(*field_terms[0], scorer=scorer)
    weights: dict[int, float] = {}
    for field, term in field_terms:
        if (field, term) in reader:
            matcher = reader.postings(field, term)
            while matcher.is_active():
                weights[matcher.id()] = matcher.weight()
                matcher.next()
    ids = sorted(weights)
    return ListMatcher(ids, [weights[n] for n in ids], scorer=scorer) if ids else NullMatcher()


# --- A scan -------------------------------------------------------------------------------------

Words = dict[str, list[tuple[int, str]]]


def words_of(texts: Mapping[str, str]) -> Words:
    """The terms of each field, with their positions."""
    found: Words = {}
    for field, text in texts.items():
        at, found[field] = 0, []
        for token, _ in tokens(text):
            found[field] += [(at + position, term) for position, term in token.terms()]
            if field == "title":
                found[field] += [(at + position, term) for position, term in token.common_terms()]
            at += token.positions
    return found


def by_scan(papers: Mapping[int, Words], plan: Plan) -> set[int]:
    """The papers that answer."""
    return {paper_id for paper_id, words in papers.items() if _answers(words, plan)}


def _answers(words: Words, plan: Plan) -> bool:
    match plan:
        case plans.All(parts):
            return all(_answers(words, part) for part in parts)
        case plans.Some(parts):
            return any(_answers(words, part) for part in parts)
        case plans.Without(part):
            return not _answers(words, part)
        case plans.Everything():
            return True
        case plans.Phrase(sequence):
            places = [
                {(field, at - far) for field, at in _places(words, one)} for far, one in sequence
            ]
            return bool(set.intersection(*places))
        case _:
            assert not isinstance(plan, plans.Filter)
            return bool(_places(words, plan))


def _places(words: Words, expansion: Expansion) -> set[tuple[str, int]]:
    return {
        (field, position)
        for field, terms in words.items()
        if field in expansion.fields or expansion.fields == (TEXT,)
        for position, term in terms
        if term.encode() >= FIRST_WORD
        if _is_of(term, expansion)
    }


def _is_of(term: str, expansion: Expansion) -> bool:
    match expansion:
        case plans.AnyOf(terms):
            return term in terms
        case plans.Beginning(prefix, stem):
            return term.startswith(prefix) or term == stem
        case plans.Pattern(parts):
            return re.fullmatch(".*".join(map(re.escape, parts)), term) is not None
        case plans.NearTo(form):
            return OSA.distance(term, form) <= 1
