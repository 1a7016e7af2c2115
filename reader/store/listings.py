"""A list after some steps of the history, made from what it was before: a few papers at a time.

Of a hundred thousand papers one step touches one. Whether that is in the list is a condition on one
row, and where is found by bisection, in the very order that the whole list has.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

from reader.model import Listing, ListKind, PaperList, Since, Sort
from reader.store import journal, lists
from reader.store.connection import Database

MOST_TOUCHED = 64
"""So many papers are looked for one by one; for more the whole list is asked again."""

# Lists of which the papers that a step touched are all that can have come, gone or moved.
_FOLLOWED = (
    *lists.STATUS_LISTS,
    ListKind.STARRED,
    ListKind.ANNOTATED,
    ListKind.TODO,
    ListKind.ALL,
)


def can_follow(papers: PaperList, sort: Sort) -> bool:
    """Whether a list can be made from what it was."""
    return papers.kind in _FOLLOWED and sort is not Sort.LIKENESS


def listing(
    database: Database, papers: PaperList, sort: Sort, since: Since | None = None
) -> Listing:
    """The papers of a list as it is now, from what it was where that suffices.

    Smart lists and similar papers are not here, see ``lists.ids``.
    """
    with database.snapshot():
        step = journal.counter(database)
        if since and _can_follow(since, step):
            return _follow(database, papers, sort, since)
        return Listing(lists.ids(database, papers, sort), step)


def followed(database: Database, papers: PaperList, sort: Sort, since: Since) -> Listing | None:
    """Like ``listing``, where that can be made from what it was; else nothing is asked."""
    with database.snapshot():
        if not _can_follow(since, journal.counter(database)):
            return None
        return _follow(database, papers, sort, since)


def _can_follow(since: Since, step: int) -> bool:
    """After a step that ``since`` has not seen, all bets are off."""
    return since.step == step and len(since.touched) <= MOST_TOUCHED


def _follow(database: Database, papers: PaperList, sort: Sort, since: Since) -> Listing:
    before = since.listing.ids
    old = _places(before, since.touched)
    others = _Others(before, old.values())
    members = _members(database, papers, sort, since.touched)
    put, staying = dict[int, int](), set[int]()
    gap, last = 0, -1
    for n, key in enumerate(members):
        gap = _gap(database, sort, others, key, gap)
        if key in old and others.gap(old[key]) == gap and old[key] > last:
            last = old[key]
            staying.add(last)
        else:
            put[gap + n] = key
    taken = sorted(frozenset(old.values()) - staying)
    return Listing(_changed(before, taken, put), since.step, tuple(taken), tuple(put))


def _changed(before: Sequence[int], taken: Sequence[int], put: Mapping[int, int]) -> Sequence[int]:
    """The numbers with some taken out and others put in; the same ones where nothing changed."""
    if not taken and not put:
        return before
    ids = list(before)
    for at in reversed(taken):
        del ids[at]
    for at, key in put.items():
        ids.insert(at, key)
    return ids


class _Others:
    """The numbers of a list without those in some places, not copied."""

    def __init__(self, ids: Sequence[int], left_out: Collection[int]) -> None:
        self._ids = ids
        self._left_out = sorted(left_out)
        self._gaps = [at - n for n, at in enumerate(self._left_out)]

    def __len__(self) -> int:
        return len(self._ids) - len(self._gaps)

    def __getitem__(self, at: int) -> int:
        return self._ids[at + bisect_right(self._gaps, at)]

    def gap(self, at: int) -> int:
        """How many of the others come before a place that is left out."""
        return at - bisect_left(self._left_out, at)


def _places(ids: Sequence[int], wanted: Collection[int]) -> dict[int, int]:
    """Where papers are, as far as they are there."""
    if len(wanted) > 4:
        return {key: at for at, key in enumerate(ids) if key in wanted}
    places = {}
    for key in wanted:
        with suppress(ValueError):
            places[key] = ids.index(key)
    return places


def _members(
    database: Database, papers: PaperList, sort: Sort, touched: Collection[int]
) -> list[int]:
    """Which of the papers are in the list, in its order."""
    condition, _ = lists.condition_of(papers)
    sql = (
        "SELECT p.id FROM json_each(?) wanted CROSS JOIN papers p ON p.id = wanted.value "
        f"WHERE {condition} ORDER BY {lists.ORDERS[sort]}"
    )
    return [key for (key,) in database.rows(sql, (json.dumps(list(touched)),))]


def _gap(database: Database, sort: Sort, others: _Others, key: int, low: int) -> int:
    """How many of the others come before a paper; at least ``low``."""
    sql = (
        "SELECT p.id FROM papers p WHERE p.id IN (?, ?) "
        f"ORDER BY {lists.ORDERS[sort].replace('p.', '+p.')} LIMIT 1"
    )
    high = len(others)
    while low < high:
        middle = (low + high) // 2
        if database.value(sql, (others[middle], key)) == key:
            high = middle
        else:
            low = middle + 1
    return low
