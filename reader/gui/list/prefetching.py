"""Asks ahead for the long lists of the sidebar, so that the first way to each is as quick."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.gui.jobs import Jobs
from reader.gui.list.following import FollowedLists
from reader.gui.navigation import Navigation
from reader.library import Library
from reader.model import Counts, Listing, ListKind, PaperList, Sort

# Shorter lists are there within a few milliseconds anyway.
LONG = 500
"""From so many papers on, a list is asked for ahead."""


class Prefetching(QObject):
    """One list at a time, whenever nobody presses a key for a while; again after many changes."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        followed: FollowedLists,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._followed = followed
        self._counts = Counts()
        self._vain = set[tuple[PaperList, Sort]]()

    def set_counts(self, counts: Counts) -> None:
        """Learns how long the lists are, and that something may have changed."""
        self._counts = counts
        self._vain.clear()
        self._go_on()

    def _go_on(self) -> None:
        wanted = self._next()
        if wanted is None:
            return
        place, order = wanted
        following = self._followed.at(place, order)
        since = following.since()

        def keep(listing: Listing) -> None:
            if not self._followed.near(place, order):
                following.answered(listing)
            if not self._followed.near(place, order):
                self._vain.add(wanted)  # or it would be asked for, for ever
            self._go_on()

        self._jobs.at_rest(lambda: self._library.listing(place, order, since), keep, "prefetching")

    def _next(self) -> tuple[PaperList, Sort] | None:
        order = self._navigation.sort or Sort.ADDED
        for kind in ListKind:
            wanted = PaperList(kind), order
            is_long = self._counts.lists.get(kind, 0) >= LONG and order is not Sort.LIKENESS
            if is_long and wanted not in self._vain and not self._followed.near(*wanted):
                return wanted
        return None
