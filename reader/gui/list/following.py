"""Which steps of the history a list has seen, so that it need not be asked for as a whole."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from reader.model import Changes, Kind, Listing, PaperList, Since, Sort

# All lists that say where papers stand, and one more; one of 100,000 papers takes four megabytes.
_LISTS_KEPT = 10
AT_ONCE = 8
"""Up to so many changed papers, a list is followed at once: to hand that to a thread would take
longer, and paint twice."""
# So many papers are followed one by one; for more, a list is asked for anew.
_MOST_TOUCHED = 64
_WITHOUT_PAPERS = frozenset((Kind.INDEX, Kind.SMART_LISTS))


class Following:
    """Remembers what was listed and which papers each step since then touched.

    The steps are numbered without gaps. Where one is missing (another program acted) or it is not
    known what it touched, only a whole answer helps.
    """

    def __init__(self) -> None:
        self._listing: Listing | None = None
        self._touched: set[int] = set()
        self._step = 0

    def answered(self, listing: Listing | None) -> None:
        """The list is shown as ``listing`` says; it was asked for after all that was heard."""
        self._listing = listing if listing and listing.step else None
        self._step = listing.step if listing else 0
        self._touched.clear()

    def follows(self, listing: Listing | None, shown: Sequence[int]) -> bool:
        """Whether ``listing`` says how it differs from what is shown."""
        made = listing is not None and listing.taken is not None
        return made and self._listing is not None and self._listing.ids is shown

    def hear(self, changes: Changes) -> None:
        """Learns of a step. One that the list has seen already comes late, and changes nothing."""
        if self._listing is None or 0 < changes.step <= self._step:
            return
        if changes.kinds and changes.kinds <= _WITHOUT_PAPERS:
            return
        if changes.paper_ids is None or changes.step != self._step + 1:
            self._listing = None
            return
        self._step = changes.step
        self._touched |= changes.paper_ids
        if len(self._touched) > _MOST_TOUCHED:
            self._listing = None

    def since(self) -> Since | None:
        """What the list can be asked with; None asks for the whole list."""
        if self._listing is None:
            return None
        return Since(self._listing, frozenset(self._touched), self._step)


class FollowedLists:
    """The lists that were shown last, each with what happened since: going back asks for little."""

    def __init__(self) -> None:
        self._lists: OrderedDict[tuple[PaperList, Sort], Following] = OrderedDict()

    def at(self, place: PaperList, order: Sort) -> Following:
        """What is known of a list in an order."""
        key = (place, order)
        following = self._lists.setdefault(key, Following())
        self._lists.move_to_end(key)
        while len(self._lists) > _LISTS_KEPT:
            self._lists.popitem(last=False)
        return following

    def near(self, place: PaperList, order: Sort) -> bool:
        """Whether a list can be followed at once from what it was."""
        following = self._lists.get((place, order))
        since = following.since() if following else None
        return since is not None and len(since.touched) <= AT_ONCE

    def hear(self, changes: Changes) -> None:
        """Learns of a step, for all of them."""
        for following in self._lists.values():
            following.hear(changes)
