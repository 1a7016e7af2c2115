"""How many papers answer each smart list: searched again only when that may have changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reader.model import Changes, Kind

# What no count depends on.
_WITHOUT_PAPERS = frozenset({Kind.SMART_LISTS})


@dataclass(frozen=True, slots=True)
class _When:
    """What of the library a count depends on, as it was; ``day`` since ``added:7d`` moves on.

    Words depend on the index alone, filters such as ``is:starred`` on the database alone.
    """

    changes: int
    index: int
    day: date | None


class SmartCounts:
    """Keeps the counts by query. Any thread may use it; one at a time counts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changes = 0
        self._index = 0
        self._kept: dict[str, tuple[_When, int]] = {}

    def hear(self, changes: Changes) -> None:
        """Learns what an action changed."""
        if Kind.INDEX in changes.kinds:
            self._index += 1
        if changes.kinds - _WITHOUT_PAPERS - {Kind.INDEX}:
            self._changes += 1

    def count(
        self,
        queries: list[str],
        day: date,
        search: Callable[[str], int],
        *,
        index_waiting: bool,
    ) -> dict[str, int]:
        """The number of answers to each query.

        While the index waits to be brought up to date, queries with words in them keep the number
        they have: there will be another for them when it is, and one search a change is enough.
        """
        with self._lock:
            self._kept = {query: kept for query, kept in self._kept.items() if query in queries}
            for query in queries:
                self._bring_up_to_date(query, day, search, index_waiting)
            return {query: number for query, (_, number) in self._kept.items()}

    def _bring_up_to_date(
        self, query: str, day: date, search: Callable[[str], int], index_waiting: bool
    ) -> None:
        # The index is loaded only when somebody searches.
        from reader.search.parsing import parse

        parsed = parse(query)
        worded, filtered = bool(parsed.clauses()), bool(parsed.filters())
        now = _When(
            self._changes if filtered else 0,
            self._index if worded else 0,
            day if filtered else None,
        )
        if query in self._kept and (self._kept[query][0] == now or (worded and index_waiting)):
            return
        # What changes meanwhile makes ``now`` the past, and the number is found again.
        self._kept[query] = (now, search(query))
