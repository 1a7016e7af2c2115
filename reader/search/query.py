"""What a query asks for: a tree of clauses, which the index answers, and filters, which it is told.

``reader.search.parsing`` makes these of what a person types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import TypeAlias

from reader.model import Filter, NotUnderstood, Sort


class Match(StrEnum):
    """How the text of a clause is compared with a paper's words."""

    WORDS = "words"  # all of them, anywhere in the field
    PHRASE = "phrase"  # side by side
    WILDCARD = "wildcard"  # one word, * standing for any letters
    FUZZY = "fuzzy"  # one word, or one with a letter more, less, other or swapped


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that must be in a paper.

    ``field`` is empty for any field. ``typing`` takes the last word as the beginning of one.
    ``start`` and ``end`` say where the words stand in what was typed.
    """

    text: str
    field: str = ""
    match: Match = Match.WORDS
    typing: bool = False
    start: int = dataclass_field(default=0, compare=False)
    end: int = dataclass_field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Papers that do not answer the part."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """Papers that answer every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Papers that answer some part."""

    parts: tuple[Node, ...]


Node: TypeAlias = "Clause | Filter | Not | And | Or"


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asked for; ``root`` is None when they asked for nothing."""

    root: Node | None = None
    sort: Sort | None = None
    not_understood: tuple[NotUnderstood, ...] = ()

    def __bool__(self) -> bool:
        return self.root is not None

    def clauses(self, *, wanted_only: bool = False) -> list[Clause]:
        """The clauses of the query in order; ``wanted_only`` leaves out those in a Not."""
        if self.root is None:
            return []
        nodes = _leaves(self.root, into_not=not wanted_only)
        return [node for node in nodes if isinstance(node, Clause)]

    def filters(self) -> list[Filter]:
        """The filters of the query in order."""
        if self.root is None:
            return []
        return [node for node in _leaves(self.root, into_not=True) if isinstance(node, Filter)]


def _leaves(node: Node, *, into_not: bool) -> Iterator[Clause | Filter]:
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from _leaves(part, into_not=into_not)
    elif isinstance(node, Not):
        if into_not:
            yield from _leaves(node.part, into_not=into_not)
    else:
        yield node
