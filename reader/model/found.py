"""What a search, and what is similar, gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A part of a query that means nothing, and where it stands in what was typed."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Completion:
    """What may replace ``start`` to ``end`` of a query being typed, and how a list names it.

    ``unfinished`` says that what stands there is hardly what is meant, such as ``is:unr``.
    """

    replacement: str
    start: int
    end: int
    label: str
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """A paper that a link being written may mean. ``written`` is the link, such as [[Title]]."""

    paper_id: int
    title: str
    year: int | None
    written: str


@dataclass(frozen=True, slots=True)
class Found:
    """The papers that answer a query, best first. ``total`` counts all, ``ids`` may be a page.

    ``corrected`` is the query that was answered instead, where what was typed has no answer.
    """

    ids: Sequence[int]
    total: int
    not_understood: tuple[NotUnderstood, ...] = ()
    index_complete: bool = True
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Widened:
    """A query that asks for less than one without answers, and how many papers answer it.

    ``left_out`` are the names of its filters that it has no longer, such as ``year``.
    """

    query: str
    left_out: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Similar:
    """A paper that is like another: how much, from 0 to 1, and the words that both have.

    The words that count most come first, as they are written in the other.
    """

    paper_id: int
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a paper is like what was starred and read, against what was skipped, and why.

    ``title`` is of the nearest paper that the person starred (``starred``) or read, or empty where
    none is near. ``words`` are what speaks for the paper most, as it writes them; none where
    nothing does.
    """

    score: float
    title: str = ""
    starred: bool = False
    words: tuple[str, ...] = ()

    @property
    def because(self) -> str:
        """The reason in words: because you starred “…”."""
        if self.title:
            return f"because you {'starred' if self.starred else 'read'} “{self.title}”"
        return f"because of {', '.join(self.words)}" if self.words else ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text with the places that matched, as (start, end) offsets into ``text``."""

    field: str
    text: str
    matches: tuple[tuple[int, int], ...]
