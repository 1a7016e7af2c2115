"""Marks passages of the paper: by the mouse, or by keys alone in words and sentences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from reader.gui.highlights.bar_over_text import BarOverText
from reader.gui.highlights.commenting import Commenting
from reader.gui.highlights.gestures import Gestures
from reader.gui.highlights.listing import HighlightList
from reader.gui.highlights.making import Making
from reader.gui.highlights.selection import Divide, Selection
from reader.gui.highlights.steps import Marked
from reader.gui.highlights.underlay import Underlay
from reader.gui.highlights.words import spoken
from reader.gui.jobs import Jobs
from reader.gui.paper.plain_text import PlainText
from reader.gui.theme import Theme
from reader.library import Library
from reader.model import Highlight, Paper


class Marking(QObject):
    """What is selected in ``views`` (title and abstract, by field) can become a highlight.

    While ``on``, the keys of marking act in them; ``turned`` says that they begin or end to.
    ``said`` carries sentences.
    """

    said = Signal(str)
    turned = Signal()

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        theme: Theme,
        views: Mapping[str, PlainText],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._views = views
        self._selection = Selection(views)
        self._underlay = Underlay(views, theme)
        self._making = Making(library, jobs, self._selection, self)
        self._gestures = Gestures(self._selection, self)
        self._wanted: int | None = None
        # What had the keyboard before marking began.
        self._before: QWidget | None = None
        self.on = False
        self.listing = HighlightList(theme, parent)
        self._connect()

    def _connect(self) -> None:
        self._making.said.connect(self.said)
        self._making.made.connect(self._made)
        wishes = self._gestures
        wishes.stepped.connect(self._step)
        wishes.next_wanted.connect(self._next)
        wishes.coloured.connect(self._making.colour)
        wishes.delete_wanted.connect(self._making.delete_selected)
        wishes.given_up.connect(self._esc)
        wishes.released.connect(self._released)
        self.listing.chosen.connect(self.choose)
        self.listing.coloured.connect(lambda one, colour: self._making.recolour(one.id, colour))
        self.listing.delete_wanted.connect(lambda one: self._making.delete(one.id))
        for view in self._views.values():
            view.selectionChanged.connect(self._selection_changed)

    def stand_on(self, page: QScrollArea) -> None:
        """The page that the texts are on, over which the bar comes."""
        self._over = BarOverText(self._selection, page, self._theme)
        self.bar = self._over.bar
        self.bar.coloured.connect(self._making.colour)
        self.bar.delete_wanted.connect(self._making.delete_selected)
        commenting = Commenting(
            self._selection, self._making, self._over, self.listing, self.choose
        )
        commenting.ended.connect(self._back_to_text)
        self._gestures.comment_wanted.connect(commenting.on_selected)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def show_paper(self, paper: Paper | None) -> None:
        """Shows the highlights of the paper whose texts the views now show."""
        old = self._selection.paper
        self._selection.show_paper(paper)
        if paper is None or old is None or paper.id != old.id:
            self._leave()
        places = self._selection.places
        self.listing.show_highlights(places.as_read())
        self._underlay.show(places)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and (found := places.find(wanted)) is not None:
            self.choose(found)
        elif self.on:
            self._over.show()

    def show_when_there(self, highlight_id: int) -> None:
        """Goes to a highlight, now or when its paper is shown."""
        found = self._selection.places.find(highlight_id)
        if found is not None:
            self.choose(found)
        else:
            self._wanted = highlight_id

    def begin(self) -> None:
        """Begins marking what is selected, or the first sentence; again: the next highlight."""
        if self._selection.paper is None:
            self.said.emit(self.tr("Go to one paper first; this marks a passage of it."))
            return
        if self.on:
            self._selection.by_keys = True
            self._next(1)
            return
        view = self._selection.view
        self._enter(view, by_keys=True)
        self._selection.begin(view)
        self._over.show()
        self._announce(
            self.tr("Marking. Arrow keys choose words and sentences, 1 to 4 colour, Esc leaves.")
        )

    def choose(self, highlight: Highlight) -> None:
        """Goes to a highlight in the text; to an orphan in the list."""
        place = self._selection.places.place_of(highlight)
        if place is None:
            if (line := self.listing.line_of(highlight)) is not None:
                line.setFocus()
                self._over.bring_in_sight(line)
            return
        view = self._views[highlight.field]
        self._enter(view, by_keys=True)
        self._selection.select(view, Marked(place.start, place.end), fresh=True)
        self._selection.chosen = highlight.id
        self._over.show()
        self._announce(spoken(highlight))

    # --- What the person does -------------------------------------------------------------------

    def _step(self, divide: Divide, by: int, grow: bool) -> None:
        if grow:
            self._selection.extend(divide, by)
        elif (found := self._selection.next_piece(divide, by)) is not None:
            view, marked = found
            self._enter(view, by_keys=True)
            self._selection.select(view, marked, fresh=True)
        else:
            return
        self._over.show()

    def _next(self, by: int) -> None:
        """Goes to the next highlight of the paper, past the last to the first."""
        found = self._selection.places.after(self._selection.chosen, by)
        if found is None:
            self.said.emit(self.tr("Nothing is highlighted in this paper yet."))
        else:
            self.choose(found)

    def _released(self, field: str, at: QPoint) -> None:
        """After a selection by the mouse, or a click on a highlight."""
        view = self._views[field]
        if self._selection.paper is None:
            return
        if not view.textCursor().hasSelection():
            place = view.cursorForPosition(at).position()
            clicked = self._selection.places.innermost(field, place, place)
            if clicked is not None:
                self.choose(clicked)
        elif self._selection.markable(view):
            self._enter(view, by_keys=False)
            self._selection.recognise(view)
            self._over.show()

    def _made(self, paper_id: int, highlight_id: int, then_comment: bool) -> None:
        paper = self._selection.paper
        if self.on and paper is not None and paper.id == paper_id:
            self._selection.chosen = highlight_id
            self._over.show()
            if then_comment:
                self.bar.write_comment("")

    # --- Coming and going -----------------------------------------------------------------------

    def _enter(self, view: PlainText, *, by_keys: bool) -> None:
        for other in self._views.values():
            if other is not view and other.textCursor().hasSelection():
                self._selection.clear(other)
        self._gestures.take_keys()
        if not self.on:
            focus = QApplication.focusWidget()
            self._before = None if focus in self._views.values() else focus
        self._selection.by_keys = by_keys
        self._turn(True)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            self.turned.emit()

    def _esc(self) -> None:
        before = self._before
        self._leave()
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """Ends marking; nothing is selected any more."""
        if not self.on and self._selection.chosen is None:
            return
        self._turn(False)
        self._selection.chosen = None
        self.bar.hide()
        self._gestures.leave_keys()
        for view in self._views.values():
            self._selection.clear(view)

    def _back_to_text(self) -> None:
        """From the comment to the passage, or to the line of an orphan."""
        # Whoever hides what has the keyboard does not know where it goes.
        chosen = self._selection.places.find(self._selection.chosen)
        if chosen is not None and chosen.orphaned:
            self._selection.chosen = None
            self.choose(chosen)
            self.bar.hide()
        elif self.on:
            self._selection.view.setFocus()
            self.bar.field.hide()
            self._over.show()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Another window, a menu or the palette may have it for a moment.
        if new is None or (not self.on and self.bar.isHidden()):
            return
        if new not in self._views.values() and new is not self.bar.field:
            self._leave()
            self.bar.hide()

    def _selection_changed(self) -> None:
        if not self._selection.changing and self.on and not self._selection.any():
            self._leave()

    def _announce(self, words: str) -> None:
        """Tells a screen reader."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._selection.view, words))
