"""Where the person is: which list, which query, which papers. Views follow its signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reader.model import ListKind, PaperList, Sort

# So many links followed, one after another, nobody remembers.
_MOST_BEFORE = 99


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was."""

    list: PaperList
    query: str
    literal: bool
    sort: Sort | None
    current: int | None
    before_search: int | None
    taken_up: bool


class Navigation(QObject):
    """The place in the library that the window shows. Holds no data of papers."""

    place_changed = Signal()
    papers_changed = Signal()
    answered_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.list = PaperList(ListKind.INBOX)
        self.query = ""
        self.literal = False
        self._corrected = ""
        self.sort: Sort | None = None
        self.current: int | None = None
        self.selected: tuple[int, ...] = ()
        self._before_search: int | None = None
        self._offered: int | None = None
        self._acted = False
        self._wanted: int | None = None
        self._before_similar: list[Place] = []
        self._before_links: list[Place] = []

    @property
    def searching(self) -> bool:
        """Whether a query decides what is listed."""
        return bool(self.query.strip())

    @property
    def answered(self) -> str:
        """The query whose answers are listed: what was typed, or what was searched instead."""
        return self._corrected or self.query

    @property
    def order(self) -> Sort:
        """The order in force: the chosen one, or the usual one of the list."""
        return self.usual_order if self.sort is None else self.sort

    @property
    def usual_order(self) -> Sort:
        """The order that suits the list, which it has until another is chosen."""
        if self.searching or self.list.kind in (ListKind.SMART, ListKind.SIMILAR):
            return Sort.RELEVANCE
        return Sort.DIGEST if self.list.kind is ListKind.DIGEST else Sort.ADDED

    @property
    def home(self) -> Place:
        """Where the person is, or was before they looked at similar papers."""
        return self._before_similar[0] if self._before_similar else self._here()

    def go(self, place: PaperList) -> None:
        """Shows a list; a query ends there."""
        if place != self.list or self.searching:
            self.sort = self.home.sort
            self._before_similar.clear()
            self.list = place
            self._ask("")
            self.place_changed.emit()

    def go_paper(self, paper_id: int) -> None:
        """Shows a paper among all papers; where it is listed already, the caller goes there."""
        self._before_similar.clear()
        self.list, self.sort, self.current = PaperList(ListKind.ALL), None, paper_id
        self._before_search = None
        self._ask("")
        self.place_changed.emit()

    def go_similar(self, paper_id: int) -> None:
        """Shows the papers that are similar to one, the most similar first."""
        self._before_similar.append(self._here())
        self.list = PaperList(ListKind.SIMILAR, str(paper_id))
        self.sort = self.current = self._before_search = None
        self._ask("")
        self.place_changed.emit()

    def leave_similar(self) -> None:
        """Goes back from similar papers to where the person was, if that is where they are."""
        if self.list.kind is not ListKind.SIMILAR or not self._before_similar:
            return
        self.return_to(self._before_similar.pop())

    def remember_here(self) -> None:
        """Keeps where the person is; before a link is followed."""
        self._before_links = [*self._before_links[-_MOST_BEFORE:], self._here()]

    def take_remembered(self) -> Place | None:
        """Where the last link was followed from, which is then forgotten; None for nowhere."""
        return self._before_links.pop() if self._before_links else None

    def shows(self, place: Place) -> bool:
        """Whether what is listed is what was listed at a place."""
        return (place.list, place.query) == (self.list, self.query)

    def return_to(self, place: Place) -> None:
        """Shows what the person saw at a place."""
        self.list, self.sort, self.current = place.list, place.sort, place.current
        self._before_search = place.before_search
        self._ask(place.query, literal=place.literal)
        self._acted = place.taken_up
        self.place_changed.emit()

    def search(self, query: str) -> None:
        """Shows what answers a query, or the list again when it is empty.

        The best answer becomes the current paper. Out of the search it is again the one before,
        unless the person took an answer up: that one then stays current, if it is listed there.
        """
        if query == self.query:
            return
        was_searching, taken_up = self.searching, self.current if self.taken_up else None
        self._ask(query)
        if self.searching:
            if not was_searching:
                self._before_search = self.current
            self.current = None
        elif was_searching:
            self.current, self._before_search = self._before_search, None
            self._wanted = taken_up
        self.place_changed.emit()

    @property
    def taken_up(self) -> bool:
        """Whether the person went to another answer than the best, or did something with one."""
        return self.searching and (self._acted or self.current != self._offered)

    def offer(self) -> None:
        """Says that the current paper is the best answer, and nobody has gone to it yet."""
        self._offered = self.current

    def act(self) -> None:
        """Says that the person does something with the papers they are at."""
        self._acted = True

    def take_wanted(self) -> int | None:
        """The paper to go to, if it is listed, instead of the current one; asked for once."""
        wanted, self._wanted = self._wanted, None
        return wanted

    def search_literally(self) -> None:
        """Has just what was typed searched for, where something else was."""
        self._ask(self.query, literal=True)
        self.current = None
        self.place_changed.emit()

    def correct(self, query: str) -> None:
        """Says which query was answered instead; none when it was that of the person."""
        if query != self._corrected:
            self._corrected = query
            self.answered_changed.emit()

    def order_by(self, sort: Sort) -> None:
        """Puts the list in another order; with its usual one, each list is in its own again."""
        self.sort = None if sort is self.usual_order else sort
        self.place_changed.emit()

    def _here(self) -> Place:
        return Place(
            self.list,
            self.query,
            self.literal,
            self.sort,
            self.current,
            self._before_search,
            self.taken_up,
        )

    def _ask(self, query: str, *, literal: bool = False) -> None:
        self.query, self.literal, self._corrected = query, literal, ""
        self._acted, self._wanted = False, None

    def choose(self, current: int | None, selected: Sequence[int]) -> None:
        """Says which papers are selected; ``current`` is the one to show."""
        if (current, tuple(selected)) != (self.current, self.selected):
            self.current, self.selected = current, tuple(selected)
            self.papers_changed.emit()
