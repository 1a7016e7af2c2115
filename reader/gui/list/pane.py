"""The middle pane: heading with count, the search field, the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.gui.actions.key_text import key_of
from reader.gui.actions.keymap import Binding
from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.list.completing import Completing
from reader.gui.list.corrected import CorrectedLine
from reader.gui.list.delegate import PaperDelegate
from reader.gui.list.empty_place import EmptyPlace
from reader.gui.list.following import AT_ONCE, FollowedLists
from reader.gui.list.heading import ListHeading
from reader.gui.list.history import SearchHistory
from reader.gui.list.model import PaperListModel
from reader.gui.list.prefetching import Prefetching
from reader.gui.list.reasons import Reasons, steady
from reader.gui.list.row_text import shown
from reader.gui.list.search_field import SearchField
from reader.gui.list.view import PaperListView
from reader.gui.list.words import name_of, when_empty, when_nothing_found
from reader.gui.navigation import Navigation
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8, SPACE_16
from reader.library import Library
from reader.model import (
    Changes,
    Counts,
    Found,
    Kind,
    Listing,
    ListKind,
    PaperList,
    Since,
    Sort,
    count_of,
)

# While keys come faster than this, only the last of them searches.
_TYPING_MILLISECONDS = 25


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is listed.

    ``title`` is of the paper to which the others are similar. ``taught`` says that there is a taste
    to sort by, ``settled`` that all papers could be compared with it.
    """

    found: Found
    title: str = ""
    listing: Listing | None = None
    taught: bool = True
    settled: bool = True


class ListPane(QWidget):
    """Shows the papers of the place that ``navigation`` names and says which are chosen.

    ``index_wanted`` says that a search was answered without the index, or without all of it.
    ``writing`` tells whether the person is writing in the papers that are chosen.
    """

    index_wanted = Signal()

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._theme = theme
        self._counts: Counts | None = None
        self._found = Found((), 0)
        self._like = ""
        self._wanted: int | None = None
        self._fresh = False
        self._followed = FollowedLists()
        self._prefetching = Prefetching(library, jobs, navigation, self._followed, self)
        self._settled = False
        self._held = False
        self.writing: Callable[[], bool] = lambda: False
        self._key: Callable[[str], str] = lambda _action: ""
        self._build()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MILLISECONDS)
        self._typing.timeout.connect(lambda: navigation.search(self.search.text()))
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.view.chosen.connect(navigation.choose)
        self.view.rows_in_view.connect(self.reasons.fetch)
        navigation.place_changed.connect(self._go)
        theme.changed.connect(self._dress)
        self._dress()

    def reload(self, current: int | None = None, *, fresh: bool = False) -> None:
        """Asks again which papers there are; stays on the current one, or goes to ``current``.

        ``fresh`` says that this is another list or query than before.
        """
        navigation = self._navigation
        place, query, order = navigation.list, navigation.query, navigation.order
        literal = navigation.literal
        # Kept until an answer is shown, since of several questions only the newest has one.
        self._wanted = self._wanted if current is None and not fresh else current
        self._fresh = self._fresh or fresh
        since = None if navigation.searching else self._followed.at(place, order).since()
        listing = None if since is None else self._follow(place, order, since)
        if listing is not None:
            self._jobs.forget("list")
            self._show(_Answer(Found(listing.ids, len(listing.ids)), listing=listing), query, order)
            return

        def ask() -> _Answer:
            library = self._library
            if query.strip():
                found = library.search(query, order, literal=literal)
                listing = None
            else:
                listing = library.listing(place, order, since)
                found = Found(listing.ids, len(listing.ids))
            title = ""
            if place.kind is ListKind.SIMILAR:
                title = "".join(row.title for row in library.rows([int(place.value)]))
            if order is not Sort.LIKENESS:
                return _Answer(found, title, listing)
            taught = library.likeness_known()
            return _Answer(found, title, None, taught, taught and not library.index_waiting())

        self._jobs.query(ask, lambda answer: self._show(answer, query, order), "list")

    def hear(self, changes: Changes) -> None:
        """Follows what an action changed."""
        self._followed.hear(changes)
        self.model.refresh(changes.paper_ids if changes.kinds != {Kind.INDEX} else ())
        navigation = self._navigation
        by_words = navigation.list.kind in (ListKind.SMART, ListKind.SIMILAR)
        by_words = by_words or navigation.order is Sort.LIKENESS
        words_matter = navigation.searching or by_words
        if changes.kinds == {Kind.SMART_LISTS} or (
            changes.kinds == {Kind.INDEX} and not words_matter
        ):
            return
        first = None
        if changes.undone and changes.paper_ids and len(changes.paper_ids) == 1:
            first = next(iter(changes.paper_ids))
        self.reload(first)

    def _follow(self, place: PaperList, order: Sort, since: Since) -> Listing | None:
        """The list as it is now, where that is a matter of a few papers."""
        if len(since.touched) > AT_ONCE:
            return None
        try:
            return self._library.followed(place, order, since)
        except ReaderError:
            return None  # asked as a whole, it says what is wrong

    def go_on(self) -> None:
        """Shows what was held back while the person was writing."""
        if self._held and not self.writing():
            self._held = False
            # What was written last is saved first: it may be what keeps the paper in the list.
            self._jobs.change(lambda: None, lambda _: self.reload())

    def set_counts(self, counts: Counts) -> None:
        """Learns the counts, for names and empty places."""
        self._counts = counts
        self._prefetching.set_counts(counts)
        self._write_heading()

    def show_keys(self, keymap: Mapping[str, Binding]) -> None:
        """Names the keys that actions have now, in the search field and in empty places."""
        self._key = partial(key_of, keymap)
        self.search.set_key(self._key("go.search"))
        self._write_heading()

    def focus_papers(self) -> None:
        """Gives the keyboard to the papers, or to the words that stand where there are none."""
        shown = self.view if self.stack.currentWidget() is self.view else self.empty
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def papers_have_focus(self) -> bool:
        """Whether keys go to the papers, or to the words that stand where there are none."""
        return self.view.hasFocus() or self.empty.has_focus()

    def _build(self) -> None:
        self.heading = ListHeading(self._navigation, self._theme, self)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        head.setSpacing(SPACE_8)
        head.addWidget(self.heading)
        self.history = SearchHistory(self._library, self._jobs)
        self.search = SearchField(self._theme, self.history, self)
        self.search.left.connect(self.focus_papers)
        self.completing = Completing(self._library.completions, self._jobs, self.search)
        head.addWidget(self.search)
        self.corrected = CorrectedLine(self)
        self.corrected.literal_wanted.connect(self._search_literally)
        head.addWidget(self.corrected)
        self.untaught = plain_label(self, role="quiet")
        self.untaught.setWordWrap(True)
        self.untaught.setText(
            self.tr(
                "By date added: nothing is starred or read yet from which to learn what you like."
            )
        )
        self.untaught.hide()
        head.addWidget(self.untaught)
        self.model = PaperListModel(self._library.rows, self)
        self.reasons = Reasons(self._library, self._jobs, self._navigation, self.model)
        self.delegate = PaperDelegate(self._theme, self)
        self.view = PaperListView(self.model, self.delegate, self)
        self.empty = EmptyPlace(self)
        self.empty.leave_wanted.connect(self._leave_search)
        self.empty.query_wanted.connect(self._search_instead)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)

    def _dress(self) -> None:
        self.view.fit_rows()
        self.view.viewport().update()

    def _go(self) -> None:
        """The place changed: ask for its papers."""
        if self.search.text() != self._navigation.query:
            self.search.setText(self._navigation.query)
            self._typing.stop()
        self._write_heading()
        self.reload(self._navigation.take_wanted(), fresh=True)

    def _show(self, answer: _Answer, query: str, order: Sort) -> None:
        found = answer.found
        if not self._fresh and self.writing() and self._would_leave(found.ids):
            # What is typed next belongs to the papers it was begun in.
            self._held = True
            return
        self._found = found
        self._look_wider(query)
        if not found.index_complete:
            self.index_wanted.emit()
        by_taste = order is Sort.LIKENESS and answer.taught
        self._like = answer.title
        to_do = self._navigation.list.kind is ListKind.TODO
        with_snippets = bool(query.strip() or answer.title) or by_taste or to_do
        if self.delegate.with_snippets != with_snippets:
            self.delegate.with_snippets = with_snippets
            self.view.fit_rows()
        self.untaught.setVisible(order is Sort.LIKENESS and not answer.taught)
        self.model.clear_snippets()
        # Where the person is now, not when the list was asked for: they may have moved on.
        current = self._navigation.current
        if self._wanted is not None and self._wanted in found.ids:
            current = self._wanted
        stays = by_taste and self._settled and not self._fresh
        ids = steady(self.model.ids, found.ids) if stays else found.ids
        following = self._followed.at(self._navigation.list, order)
        follows = following.follows(answer.listing, self.model.ids)
        listing = answer.listing if follows else None
        offered = self._fresh or not self._navigation.taken_up
        self.view.show_papers(ids, current, fresh=self._fresh, listing=listing)
        if offered:
            self._navigation.offer()
        if answer.listing is not None:
            following.answered(answer.listing)
        self._settled = by_taste and (stays or answer.settled)
        self._wanted, self._fresh = None, False
        self._write_heading()
        had_focus = self.papers_have_focus()
        self.stack.setCurrentWidget(self.view if found.ids else self.empty)
        if had_focus:
            self.focus_papers()
        self.search.show_not_understood(found.not_understood)
        self.corrected.show_corrected(found.corrected, query)
        self._navigation.correct(found.corrected)

    def _would_leave(self, ids: Sequence[int]) -> bool:
        """Whether chosen papers are not among these."""
        return not frozenset(self._navigation.selected).issubset(ids)

    def _write_heading(self) -> None:
        navigation = self._navigation
        words = when_empty(navigation.list, self._counts, self._key)
        if navigation.searching:
            title = self.tr("Results")
            words = when_nothing_found(navigation.query, self._found.not_understood)
        elif navigation.list.kind is ListKind.SIMILAR:
            title = self.tr("Like “{}”").format(shown(self._like))
        else:
            title = name_of(navigation.list, self._counts)[:80]
        self.empty.set_text(words)
        self.empty.show_ways_on(searching=navigation.searching, leave_key=self._key("go.back"))
        number = count_of(len(self.model.ids))
        partly = navigation.searching and not self._found.index_complete
        self.heading.show_title(
            title, self.tr("{} · still indexing").format(number) if partly else number
        )

    def _look_wider(self, query: str) -> None:
        """Where nothing was found, looks what there is without the filters."""
        self._jobs.forget("wider")
        if self._fresh:
            self.empty.show_widened(None)
        if query.strip() and not self._found.ids:
            self._jobs.query(
                lambda: [self._library.widened(query)],
                lambda widened: self.empty.show_widened(*widened),
                "wider",
                aside=True,
            )

    def _search_instead(self, query: str) -> None:
        self.search.setText(query)
        self._typing.stop()
        self._navigation.search(query)
        self.focus_papers()

    def _leave_search(self) -> None:
        self._search_instead("")

    def _search_literally(self) -> None:
        self.focus_papers()
        self._navigation.search_literally()
