"""What a query means in terms of the index: which terms, together how.

The same plan is carried out over arrays by ``reader.search.evaluate``, and in tests by Whoosh's
matchers.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeAlias

from reader.model import Filter
from reader.search import query as asked
from reader.search.analysis import STOP_WORDS, Token, Word, fold, stem, tokens
from reader.search.codec.schema import TEXT
from reader.search.query import Clause, Match
from reader.search.wildcard import parts_of

# One or two letters begin a great part of all words: they look at titles, names and tags only.
SHORT_FIELDS = ("title", "authors", "tags")
_SHORT = 2
# The share of the papers with a word that must hyphenate it, for it to be a way to write it.
_HYPHENATED = 0.005


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Papers with one of some terms, which count as one word."""

    terms: tuple[str, ...]
    fields: tuple[str, ...] = (TEXT,)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Papers with a word that begins so, or one of the same stem."""

    prefix: str
    stem: str
    fields: tuple[str, ...] = (TEXT,)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Papers with a word that is the parts in this order, with anything between them."""

    parts: tuple[str, ...]
    fields: tuple[str, ...] = (TEXT,)


@dataclass(frozen=True, slots=True)
class NearTo:
    """Papers with a word that is one typo away, or none."""

    form: str
    fields: tuple[str, ...] = (TEXT,)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Papers with all the words at these distances from the first.

    The last word may be a Beginning; the first is at distance 0.
    """

    words: tuple[tuple[int, AnyOf | Beginning], ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """All papers."""


@dataclass(frozen=True, slots=True)
class All:
    """Papers that answer every part."""

    parts: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Papers that answer one part or more."""

    parts: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Papers that do not answer the part."""

    part: Plan


Expansion: TypeAlias = "AnyOf | Beginning | Pattern | NearTo"
Plan: TypeAlias = "Expansion | Phrase | Everything | All | Some | Without | Filter"


class Terms(Protocol):
    """What the index knows of terms."""

    def papers_with(self, term: str) -> int:
        """How many papers have a term."""

    def hyphenations(self, form: str) -> list[str]:
        """How papers hyphenate a word that is also written as one, in order."""


def plan(node: asked.Node, terms: Terms) -> Plan:
    """The plan of a query for an index with these terms."""
    return _Planner(terms).node(node)


def everything_of(parts: list[Plan]) -> Plan:
    """The parts as one plan that asks for them all."""
    flat: list[Plan] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else (part,))
    wanted = [part for part in flat if not isinstance(part, Everything)]
    if not wanted:
        return Everything()
    return wanted[0] if len(wanted) == 1 else All(tuple(wanted))


class _Planner:
    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def node(self, node: asked.Node) -> Plan:
        if isinstance(node, asked.And):
            return everything_of(self._joined(node.parts))
        if isinstance(node, asked.Or):
            return Some(tuple(self.node(part) for part in node.parts))
        if isinstance(node, asked.Not):
            part = self.node(node.part)
            # `-the` names no word that is indexed: it takes nothing away.
            return part if isinstance(part, Everything) else Without(part)
        return self._clause(node) if isinstance(node, Clause) else node

    def _joined(self, parts: tuple[asked.Node, ...]) -> list[Plan]:
        """The parts, each word also found where it is written in one with its neighbour."""
        words = [only_word(part) for part in parts]
        also: list[tuple[str, ...]] = [()] * len(parts)
        for at, (one, other) in enumerate(pairwise(words)):
            if one is None or other is None or one[0].field != other[0].field or one[0].typing:
                continue
            together = stem(one[1].form + other[1].form)
            if self._terms.papers_with(together):
                also[at] += (together,)
                also[at + 1] += (together,)
        plans = [
            self._word(word[1], _fields(word[0]), more)
            if word is not None and more and not word[0].typing
            else self.node(part)
            for part, word, more in zip(parts, words, also, strict=True)
        ]
        if _may_become_common(parts[-1]):
            # "planning fo" is on its way to "for", which asks for nothing.
            plans[-1] = Some((plans[-1], Everything()))
        return plans

    def _clause(self, clause: Clause) -> Plan:
        fields = _fields(clause)
        if clause.match is Match.WILDCARD:
            return self._pattern(clause.text, fields)
        found = [token for token, _ in tokens(clause.text)]
        if clause.match is Match.FUZZY:
            return everything_of(
                [NearTo(word.form, fields) for token in found for word in token.words]
            )
        if clause.match is Match.PHRASE:
            return self._phrase(found, fields, typing=clause.typing)
        plans = [
            self._token(token, fields, typing=clause.typing and token is found[-1])
            for token in found
        ]
        return everything_of(plans)

    def _token(self, token: Token, fields: tuple[str, ...], *, typing: bool) -> Plan:
        if token.paired:
            return self._pairs(token, fields)
        if typing:
            return self._typed(token, fields)
        if len(token.words) > 1:
            parts = self._phrase([token], fields, typing=False)
            return Some((parts, AnyOf((stem(token.joined),), fields))) if token.joined else parts
        return self._word(token.words[0], fields) if token.words else Everything()

    def _word(self, word: Word, fields: tuple[str, ...], also: tuple[str, ...] = ()) -> Plan:
        if word.common:
            return Everything()
        whole = AnyOf((word.stem, *also), fields)
        parts = self._split(word.form)
        if not parts:
            return whole
        phrases = [
            Phrase(((0, AnyOf((stem(first),), fields)), (1, AnyOf((stem(second),), fields))))
            for first, second in parts
        ]
        return Some((whole, *phrases))

    def _split(self, form: str) -> list[tuple[str, str]]:
        """The ways papers hyphenate a word: selfattention is self-attention, or self attention.

        A word that only few hyphenate was parted at the end of a line: learn-ing.
        """
        found = self._terms.hyphenations(form)
        if not found:
            return []
        least = self._terms.papers_with(form) * _HYPHENATED
        enough = (text for text in found if self._terms.papers_with(text) > least)
        return [(one, two) for one, _, two in (text.partition("-") for text in enough)]

    def _typed(self, token: Token, fields: tuple[str, ...]) -> Plan:
        """A token of which the last word is not finished."""
        if not token.words:
            return Everything()
        *before, last = token.words
        beginning = _typed_word(last.form, fields)
        if not before:
            return beginning
        parts = everything_of([*(self._word(word, fields) for word in before), beginning])
        joined = "".join(word.form for word in token.words)
        return Some((parts, _typed_word(joined, fields)))

    def _pairs(self, token: Token, fields: tuple[str, ...]) -> Plan:
        """Letters of a script without blanks: the pairs side by side."""
        words = [word for word in token.apart() if not word.common]
        if len(words) == 1:
            return Beginning(words[0].form, "", fields)
        return _phrase_of([(word.position, _whole(word, fields)) for word in words])

    def _phrase(self, found: list[Token], fields: tuple[str, ...], *, typing: bool) -> Plan:
        words: list[tuple[int, AnyOf | Beginning]] = []
        at = 0
        for token in found:
            for word in token.apart():
                if typing and token is found[-1] and word is token.apart()[-1]:
                    words.append((at + word.position, Beginning(word.form, word.stem, fields)))
                elif not word.common:
                    words.append((at + word.position, _whole(word, fields)))
            at += token.positions
        return _phrase_of(words)

    def _pattern(self, text: str, fields: tuple[str, ...]) -> Plan:
        parts = tuple(fold(part) for part in parts_of(text))
        if len(parts) == 2 and not parts[1] and parts[0]:
            return Beginning(parts[0], "", fields)
        return Pattern(parts, fields) if any(parts) else Everything()


def _fields(clause: Clause) -> tuple[str, ...]:
    return (clause.field,) if clause.field else (TEXT,)


def _may_become_common(node: asked.Node) -> bool:
    """Whether a clause is a word that, when it is typed to its end, may be a very common one."""
    if not isinstance(node, Clause) or not node.typing or node.match is not Match.WORDS:
        return False
    words = [word for token, _ in tokens(node.text) for word in token.words]
    return len(words) == 1 and any(common.startswith(words[0].form) for common in STOP_WORDS)


def only_word(node: asked.Node) -> tuple[Clause, Word] | None:
    """The word of a clause that is a single one."""
    if not isinstance(node, Clause) or node.match is not Match.WORDS:
        return None
    found = [word for token, _ in tokens(node.text) for word in token.words]
    return (node, found[0]) if len(found) == 1 and not found[0].common else None


def _whole(word: Word, fields: tuple[str, ...]) -> AnyOf | Beginning:
    """A finished word; a letter of a script without blanks begins the pairs that it is in."""
    if word.single and not word.form.isascii():
        return Beginning(word.form, "", fields)
    return AnyOf((word.stem,), fields)


def _typed_word(form: str, fields: tuple[str, ...]) -> Plan:
    """A word that is being typed: what it may become, and what it is already."""
    if len(form) > _SHORT or fields != (TEXT,):
        return Beginning(form, stem(form), fields)
    return Some((Beginning(form, "", SHORT_FIELDS), AnyOf((stem(form),), fields)))


def _phrase_of(words: list[tuple[int, AnyOf | Beginning]]) -> Plan:
    if not words:
        return Everything()
    first = words[0][0]
    moved = tuple((position - first, word) for position, word in words)
    return moved[0][1] if len(moved) == 1 else Phrase(moved)
