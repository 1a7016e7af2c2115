"""What the database says of papers, kept between searches until the database changes."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from reader.model import Filter, Sort
from reader.store import Store, filters
from reader.store.connection import Database

if TYPE_CHECKING:
    from reader.search.columns import PaperIds


class Conditions:
    """Who meets a filter, and the orders of all papers. Safe for use by several threads.

    A connection knows whether others wrote since it looked last, so each thread keeps its own.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept = threading.local()

    def meeting(self, condition: Filter, now: datetime) -> PaperIds:
        """The papers that meet a filter, in no order."""
        from reader.search.columns import paper_ids

        database, kept = self._current()
        # Days are the finest that a filter counts.
        key = (condition, now.astimezone().date())
        if key not in kept.meeting:
            kept.meeting[key] = paper_ids(filters.ids(database, condition, now))
        return kept.meeting[key]

    def ordered(self, ids: Sequence[int], sort: Sort) -> list[int]:
        """The same papers in another order."""
        from reader.search.columns import in_order, paper_ids

        database, kept = self._current()
        if sort not in kept.orders:
            kept.orders[sort] = paper_ids(filters.everything(database, sort))
        return in_order(ids, kept.orders[sort])

    def _current(self) -> tuple[Database, _Kept]:
        database = self._store.reading()
        version = database.version()
        kept: _Kept | None = getattr(self._kept, "kept", None)
        if kept is None or kept.version != version:
            kept = self._kept.kept = _Kept(version)
        return database, kept


class _Kept:
    def __init__(self, version: tuple[int, int]) -> None:
        self.version = version
        self.meeting: dict[tuple[Filter, date], PaperIds] = {}
        self.orders: dict[Sort, PaperIds] = {}
