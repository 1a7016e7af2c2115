"""What actions change, what is told of them, and how far they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from reader.model.lists import ListKind


class Kind(StrEnum):
    """The kinds of things that change."""

    PAPERS = "papers"
    TAGS = "tags"
    NOTES = "notes"
    HIGHLIGHTS = "highlights"
    DIGESTS = "digests"
    SMART_LISTS = "smart_lists"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action changed. ``paper_ids`` None means: anything may have changed.

    ``label`` names the action for the toast ("Starred 2 papers") and is empty when no undo step was
    recorded. ``undone`` tells undo from doing and redoing. ``step`` is the number of the history's
    steps with this one, see ``Listing``; 0 for what is none. ``moved`` says by how many papers each
    status and the starred grew, where nothing else that is counted changed; else it is None.
    """

    kinds: frozenset[Kind]
    paper_ids: frozenset[int] | None
    label: str = ""
    undone: bool = False
    step: int = field(default=0, compare=False)
    moved: dict[ListKind, int] | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def touches(self, paper_id: int) -> bool:
        """Whether a view that shows this paper must look again."""
        return bool(self.kinds) and (self.paper_ids is None or paper_id in self.paper_ids)


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """A step of the undo history, newest first when listed."""

    id: int
    label: str
    made_at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did: paths relative to the folder, in order."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    no_longer_selected: tuple[str, ...] = ()


Progress = Callable[[int, int], None]
"""Called with (done, total) now and then by long work; it may raise Cancelled to stop it."""


def no_progress(_done: int, _total: int) -> None:
    """The Progress of a caller that does not care."""
