"""Going about in the window: to lists, papers and searches, into the paper, and back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.list.pane import ListPane
from reader.gui.navigation import Navigation
from reader.gui.panes import Panes
from reader.gui.paper.pane import PaperPane
from reader.gui.progress.progressing import Progressing
from reader.model import ListKind, PaperList

# The lists that an action goes to, by its id.
_LISTS = (
    ListKind.INBOX,
    ListKind.QUEUED,
    ListKind.READING,
    ListKind.STARRED,
    ListKind.ANNOTATED,
    ListKind.TODO,
    ListKind.READ,
    ListKind.SKIPPED,
    ListKind.ALL,
)


class Going(QObject):
    """Brings what a person goes to into sight and gives it the keyboard.

    ``said`` has sentences, ``opened`` the number of a paper that was opened or gone to by name.
    """

    said = Signal(str)
    opened = Signal(int)

    def __init__(
        self,
        navigation: Navigation,
        panes: Panes,
        papers: ListPane,
        paper: PaperPane,
        progress: Progressing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._navigation = navigation
        self._panes = panes
        self._list = papers
        self._paper = paper
        self._progress = progress

    def handlers(self) -> Handlers:
        """What the actions of going about do."""
        lists = {f"go.{kind.value}": partial(self.to, PaperList(kind)) for kind in _LISTS}
        return {
            **lists,
            "paper.open": self._open,
            "paper.tags": self._tag,
            "paper.note": self.write,
            "paper.highlight": self._mark,
            "paper.similar": self._to_similar,
            "paper.read-on": partial(self._read_on, 1),
            "paper.read-back": partial(self._read_on, -1),
            "go.search": self._search,
            "match.next": partial(self._paper.step, 1),
            "match.previous": partial(self._paper.step, -1),
            "go.back": self._back,
            "go.back-paper": self._back_to_paper,
        }

    def to(self, place: PaperList) -> None:
        """Shows a list."""
        self._progress.leave()
        self._panes.show_list()
        self._navigation.go(place)
        self._panes.focus_papers()

    def to_digest(self, digest_id: int) -> None:
        """Shows the papers of a digest."""
        self.to(PaperList(ListKind.DIGEST, str(digest_id)))

    def to_paper(self, paper_id: int) -> None:
        """Goes to a paper: in the list that is shown, or else among all papers."""
        self._progress.leave()
        place = self._list.model.place(paper_id)
        if place is None:
            self._navigation.go_paper(paper_id)
        else:
            self._list.view.go_to(place)
        self._panes.focus_papers()
        self.opened.emit(paper_id)

    def follow(self, paper_id: int) -> None:
        """Goes to a paper that a note links to, or one that links here; ``Alt+Left`` leads back."""
        self._navigation.remember_here()
        self.to_paper(paper_id)

    def _back_to_paper(self) -> None:
        """Where the last link was followed from."""
        before = self._navigation.take_remembered()
        if before is None:
            self.said.emit(self.tr("No link was followed to here."))
        elif self._navigation.shows(before) and before.current is not None:
            self.to_paper(before.current)
        else:
            self._progress.leave()
            self._navigation.return_to(before)
            self._panes.focus_papers()

    def to_highlight(self, paper_id: int, highlight_id: int) -> None:
        """Goes to a highlight in its paper."""
        self.to_paper(paper_id)
        self._panes.show_paper()
        self._paper.marking.show_when_there(highlight_id)

    def ask(self, query: str) -> None:
        """Shows what answers a query."""
        self._progress.leave()
        self._panes.show_list()
        self._list.search.setText(query)
        self._navigation.search(query)
        self._panes.focus_papers()

    def _to_similar(self) -> None:
        """The papers that are like the current one."""
        current = self._navigation.current
        if current is None:
            self.said.emit(self.tr("Go to a paper first; this lists those that are like it."))
            return
        self._list.history.remember(self._navigation.query)
        self._panes.show_list()
        self._navigation.go_similar(current)
        self._panes.focus_papers()

    def _open(self) -> None:
        self._list.history.remember(self._navigation.query)
        self._panes.show_paper()
        self._paper.abstract.setFocus()
        if self._navigation.current is not None:
            self.opened.emit(self._navigation.current)

    def _search(self) -> None:
        """Searches the library; who is writing a note means that."""
        if self._paper.notes.finding.has_focus:
            self._paper.notes.finding.open_()
            return
        self._progress.leave()
        self._panes.show_list()
        self._list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._list.search.selectAll()

    def _read_on(self, by: int) -> None:
        """Space: on in the paper, and at its end to the next."""
        if not self._paper.read_on(by):
            self._list.view.move(by)

    def write(self) -> None:
        """Gives the keyboard to the note of the current paper."""
        self._panes.show_paper()
        if self._navigation.current is not None and len(self._navigation.selected) == 1:
            field: QWidget = self._paper.notes.to_write()
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._paper.page.ensureWidgetVisible(field)
        else:
            self.said.emit(self.tr("Go to one paper first; this writes its note."))

    def _mark(self) -> None:
        self._panes.show_paper()
        self._paper.marking.begin()

    def _tag(self) -> None:
        self._panes.show_paper()
        self._paper.edit_tags()

    def _back(self) -> None:
        """Esc: from writing to the list; from there out of the search, or of similar papers."""
        if self._progress.leave():
            return
        searching = self._panes.have_focus() and self._navigation.searching
        if self._list.search.hasFocus() or searching:
            self._list.search.clear()
            self._navigation.search("")
        elif self._panes.have_focus():
            self._navigation.leave_similar()
        self._panes.focus_papers()
