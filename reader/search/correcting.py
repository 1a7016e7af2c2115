"""The query that was probably meant by one that nothing answers: the nearest spelling of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from reader.search.analysis import Word, stem
from reader.search.evaluate import Evaluator
from reader.search.plan import AnyOf, Beginning, Everything, Plan, everything_of, only_word, plan
from reader.search.query import And, Clause, Node, Or, Query

# Shorter words have too many neighbours to guess at.
_SHORTEST = 4
_TWO_TYPOS = 6
# Nearest spellings that are tried, those of most papers first.
_TRIED = 24
# Shorter words are their own stems.
_SHORTEST_STEM = 5


def correct(text: str, query: Query, evaluator: Evaluator) -> str | None:
    """The text with one or more words spelled otherwise, so that papers have them; None if none.

    ``query`` is the text as it was read; papers are not asked whether they meet its filters.
    """
    words = [(clause, word) for clause, word in _words(query) if len(word.form) >= _SHORTEST]
    unknown = [(clause, word) for clause, word in words if not _any_paper(clause, word, evaluator)]
    if not unknown and len(evaluator.answer(_others(query, None, {}, [], evaluator))):
        return None  # what is left out or filtered is to blame, not a word
    corrections: dict[Clause, str] = {}
    for clause, word in unknown or words:
        others = _others(query, clause, corrections, [c for c, _ in unknown], evaluator)
        # Two typos hardly ever make another word that papers have.
        typos = 2 if unknown and len(word.form) >= _TWO_TYPOS else 1
        spelling = _best_spelling(word, typos, others, evaluator)
        if spelling:
            corrections[clause] = spelling
        if bool(spelling) != bool(unknown):  # a word was to blame, or one cannot be corrected
            break
    if not corrections or any(clause not in corrections for clause, _ in unknown):
        return None
    # A word that was typed twice is one clause, at two places.
    wrong = [clause for clause, _ in words if clause in corrections]
    return _written(text, {clause.start: (clause.end, corrections[clause]) for clause in wrong})


def _words(query: Query) -> Iterator[tuple[Clause, Word]]:
    """The clauses of a single word."""
    return (found for found in map(only_word, query.clauses(wanted_only=True)) if found)


def _any_paper(clause: Clause, word: Word, evaluator: Evaluator) -> bool:
    wanted = Beginning(word.form, word.stem) if clause.typing else AnyOf((word.stem,))
    return any(view.living(wanted) for view in evaluator.views)


def _others(
    query: Query,
    clause: Clause | None,
    corrections: dict[Clause, str],
    unknown: Sequence[Clause],
    evaluator: Evaluator,
) -> Plan:
    """What the other words ask for, as far as they can be answered."""
    if _has_or(query.root):
        return Everything()  # the other words need not be there
    parts: list[Plan] = [
        AnyOf((stem(corrections[other]),)) if other in corrections else plan(other, evaluator)
        for other in query.clauses(wanted_only=True)
        if other is not clause and (other in corrections or other not in unknown)
    ]
    return everything_of(parts)


def _has_or(node: Node | None) -> bool:
    if isinstance(node, And):
        return any(map(_has_or, node.parts))
    return isinstance(node, Or)


def _best_spelling(word: Word, most: int, others: Plan, evaluator: Evaluator) -> str:
    """The nearest spelling that papers with the other words have; of several the most frequent."""
    if not len(evaluator.answer(others)):
        return ""
    for typos in range(1, most + 1):
        tried = {}
        for form in islice(_spellings(word.form, typos, evaluator), _TRIED):
            answers = evaluator.answer(everything_of([others, AnyOf((stem(form),))]))
            if len(answers):
                tried[form] = len(answers), evaluator.papers_with(form)
        if tried:
            return max(tried, key=lambda form: tried[form])
    return ""


def _spellings(form: str, typos: int, evaluator: Evaluator) -> Iterator[str]:
    """Words so many typos away, those of most papers first."""
    found: set[str] = set()
    for view in evaluator.views:
        vocabulary = view.arrays.vocabulary
        if typos == 1:
            numbers = view.spellings.within_one_typo(form)
        else:  # the first letter is seldom wrong
            first, last = vocabulary.beginning_with(form[:1].encode("utf-8", "surrogatepass"))
            near = view.spellings.close_to(form, typos, range(first, last))
            numbers = [number for number, _ in near]
        found.update(vocabulary.text(number) for number in numbers)
    often = {term: evaluator.papers_with(term) for term in found if term.isalnum()}
    frequent = sorted(
        (term for term in often if often[term]), key=lambda term: (-often[term], term)
    )
    return (term for term in frequent if _is_written(term, often[term], evaluator))


def _is_written(term: str, papers: int, evaluator: Evaluator) -> bool:
    """Whether papers have it as a word, and not only as the stem of others."""
    if len(term) < _SHORTEST_STEM or stem(term) != term:
        return True
    inflected = 0
    for view in evaluator.views:
        vocabulary = view.arrays.vocabulary
        first, last = vocabulary.beginning_with(term.encode("utf-8", "surrogatepass")[:-1])
        forms = (vocabulary.text(number) for number in range(first, last))
        inflected += sum(
            view.living(AnyOf((form,))) for form in forms if form != term and stem(form) == term
        )
    return papers > inflected


def _written(text: str, corrections: dict[int, tuple[int, str]]) -> str:
    """The text with what stands from each start to its end written otherwise."""
    for start, (end, spelling) in sorted(corrections.items(), reverse=True):
        text = text[:start] + spelling + text[end:]
    return text
