"""Keeps the counts of the lists up to date, off the window's thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import Changes, Counts, Kind

_ALL_KINDS = frozenset(Kind)


class Counting(QObject):
    """``counted`` carries the Counts: at once those of the database, then smart lists' too.

    A decision about a paper says itself which lists grew; for other actions what may have changed
    is counted again. Smart lists are searches, which the first paint does not wait for; until they
    are counted again they keep their numbers.
    """

    counted = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._counts = Counts()
        self._stale: frozenset[Kind] = frozenset()

    def ask(self, kinds: frozenset[Kind] = _ALL_KINDS) -> None:
        """Counts again what changes of these kinds may have changed."""
        self._stale |= kinds
        asked = self._stale
        self._jobs.query(
            lambda: self._library.counts(asked),
            lambda counts: self._answered(counts, asked),
            "counts",
        )

    def hear(self, changes: Changes) -> None:
        """Follows what an action changed."""
        if 0 < changes.step <= self._counts.step and changes.kinds == {Kind.PAPERS}:
            return  # it was counted already
        is_next = changes.step == self._counts.step + 1
        if is_next and Kind.PAPERS not in changes.kinds:
            self._counts = replace(self._counts, step=changes.step)
        if changes.moved is None or not is_next or self._stale:
            self.ask(changes.kinds)
            return
        lists = dict(self._counts.lists)
        for kind, by in changes.moved.items():
            lists[kind] = lists.get(kind, 0) + by
        self._counts = replace(self._counts, lists=lists, step=changes.step)
        self.counted.emit(self._counts)
        self.ask_smart()

    def ask_smart(self) -> None:
        """Counts the smart lists again, where something may have changed."""
        if self._counts.smart_lists:
            self._jobs.at_rest(self._library.smart_counts, self._smart_answered, "smart counts")

    def _answered(self, counts: Counts, kinds: frozenset[Kind]) -> None:
        self._stale = frozenset()
        self._counts = merged(self._counts, counts, kinds)
        self.counted.emit(self._counts)
        self.ask_smart()

    def _smart_answered(self, numbers: dict[int, int]) -> None:
        if numbers != self._counts.smart:
            self._counts = replace(self._counts, smart=numbers)
            self.counted.emit(self._counts)


def merged(known: Counts, counted: Counts, kinds: frozenset[Kind]) -> Counts:
    """What is known, with what was counted of those kinds in its place.

    The step is that of the lists of statuses.
    """
    return Counts(
        lists=known.lists | counted.lists,
        tags=counted.tags if Kind.TAGS in kinds else known.tags,
        digests=counted.digests if Kind.DIGESTS in kinds else known.digests,
        possible_duplicates=(
            counted.possible_duplicates if Kind.PAPERS in kinds else known.possible_duplicates
        ),
        smart_lists=counted.smart_lists if Kind.SMART_LISTS in kinds else known.smart_lists,
        smart=known.smart,
        nesting=counted.nesting if Kind.TAGS in kinds else known.nesting,
        step=counted.step if Kind.PAPERS in kinds else known.step,
    )
