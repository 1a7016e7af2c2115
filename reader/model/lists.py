"""The lists of papers, how they are ordered and counted, and how they change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.papers import DigestSummary
from reader.words import say


class ListKind(StrEnum):
    """The lists of the sidebar, and the papers that are similar to one."""

    INBOX = "inbox"
    QUEUED = "queued"
    READING = "reading"
    STARRED = "starred"
    ANNOTATED = "annotated"
    TODO = "todo"
    READ = "read"
    SKIPPED = "skipped"
    ALL = "all"
    SMART = "smart"
    TAG = "tag"
    DIGEST = "digest"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class PaperList:
    """One list of papers.

    ``value`` is a tag's name, the number of a digest or smart list, that of the paper to which
    others are similar, else empty.
    """

    kind: ListKind
    value: str = ""


class Sort(StrEnum):
    """Orders of a list."""

    RELEVANCE = "relevance"
    ADDED = "added"
    YEAR = "year"
    TITLE = "title"
    DIGEST = "digest"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on papers that the database answers: ``Filter("is", "unread")``."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class SmartList:
    """A query kept under a name. ``icon`` is empty for the usual one."""

    id: int
    name: str
    query: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many papers each list of the sidebar has, and how many pairs may be duplicates.

    ``smart`` counts smart lists by their number, as far as they have been counted. ``tags`` counts
    the papers that have just that tag, ``nesting`` those of each level above tags with all below.
    ``step`` is the number of the history's steps that are in them.
    """

    lists: dict[ListKind, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    digests: tuple[DigestSummary, ...] = ()
    possible_duplicates: int = 0
    smart_lists: tuple[SmartList, ...] = ()
    smart: dict[int, int] = field(default_factory=dict)
    nesting: dict[str, int] = field(default_factory=dict)
    step: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The papers of a list, in order, after so many steps of the history; 0: nobody knows.

    Made from an earlier one (see ``Since``) it says how it differs: ``taken`` are the places there
    of what is no longer so placed, ``put`` the places here of what is. Else they are None.
    """

    ids: Sequence[int]
    step: int = 0
    taken: tuple[int, ...] | None = None
    put: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier Listing, and the papers that all the steps from there to ``step`` touched."""

    listing: Listing
    touched: frozenset[int]
    step: int


def count_of(number: int) -> str:
    """How a number of papers is written: ``1 paper``, ``1,234 papers``."""
    return say("%Ln paper(s)", number)
