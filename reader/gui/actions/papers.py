"""What the keys do to the selected papers. Triage moves on by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.list.view import PaperListView
from reader.gui.navigation import Navigation
from reader.gui.paper.editing import EditDialog
from reader.library import Library
from reader.model import ListKind, Paper, PaperFields, PaperList, Status

# What one does to papers, on the writer thread, and how the list moves on meanwhile.
Change = Callable[[Sequence[int]], None]
MoveOn = Callable[[Sequence[int]], None]


def _open_url(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))


class PaperActions(QObject):
    """Acts on the selection. ``said`` carries sentences for the person.

    ``quick_note_wanted`` says that the last quick note is to be added to these papers too.
    """

    said = Signal(str)
    quick_note_wanted = Signal(object, str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        view: PaperListView,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._view = view
        self._last: Change | None = None
        self._last_moves: MoveOn | None = None
        self._last_note = ""
        self.open_url: Callable[[str], None] = _open_url

    def handlers(self) -> Handlers:
        """What the actions on papers do."""
        return {
            "paper.toggle-read": self.toggle_read,
            "paper.toggle-star": self.toggle_star,
            "paper.queue": self.queue,
            "paper.begin": self.begin,
            "paper.skip": self.skip,
            "paper.edit": self.edit,
            "paper.delete": self.delete,
            "digest.take-back": self.take_digest_back,
            "action.repeat": self.repeat,
            "history.undo": self.undo,
            "history.redo": self.redo,
        }

    def toggle_read(self) -> None:
        """Read, or when all are read, back to the Inbox."""

        def change(ids: Sequence[int]) -> None:
            all_read = all(row.status is Status.READ for row in self._library.rows(ids))
            self._set_status(Status.INBOX if all_read else Status.READ)(ids)

        self._triage(change)

    def toggle_star(self) -> None:
        """Starred, or when all are starred, not."""

        def change(ids: Sequence[int]) -> None:
            all_starred = all(row.starred for row in self._library.rows(ids))
            starred = not all_starred
            # Repeated on other papers it stars those too, instead of turning their stars round.
            self._last = lambda others: self._library.set_starred(others, starred)
            self._library.set_starred(ids, starred)

        self._triage(change)

    def queue(self) -> None:
        """To be read later."""
        self._triage(self._set_status(Status.QUEUED))

    def skip(self) -> None:
        """Not to be read."""
        self._triage(self._set_status(Status.SKIPPED))

    def begin(self) -> None:
        """Being read now; stays in view."""
        ids = self._navigation.selected
        if ids:
            self._remember(None)
            self._jobs.change(partial(self._set_status(Status.READING), ids))

    def add_tags(self, ids: Sequence[int], names: Sequence[str]) -> None:
        """Puts tags on papers."""

        self._change_tags(ids, lambda papers: self._library.add_tags(papers, names))

    def remove_tags(self, ids: Sequence[int], names: Sequence[str]) -> None:
        """Takes tags off papers."""
        self._change_tags(ids, lambda papers: self._library.remove_tags(papers, names))

    def repeat(self) -> None:
        """Does what was done last (status, star, tags, delete, quick note) to those selected."""
        ids = self._navigation.selected
        if not ids:
            return
        if self._last_note:
            self.quick_note_wanted.emit(ids, self._last_note)
            return

        def change() -> bool:
            # Asked in its turn, when the action before has decided what it was.
            last = self._last
            if last is not None:
                last(ids)
            return last is None

        if self._last_moves is not None:
            self._last_moves(ids)
        nothing = self.tr("Nothing was done yet that could be done again.")
        self._jobs.change(change, lambda missing: self._say_if(missing, nothing))

    def remember_quick_note(self, text: str) -> None:
        """Has ``repeat`` add this text to notes."""
        self._remember(None, note=text)

    def delete(self) -> None:
        """Gone for good, so that no later digest brings them back; undo does."""
        ids = self._navigation.selected
        if not ids:
            return

        self._remember(self._view.move_on)
        self._view.move_on(ids)
        self._jobs.change(partial(self._remembered(self._library.delete_papers), ids))

    def edit(self) -> None:
        """Lets the person correct the current paper."""
        current = self._navigation.current
        if current is not None and len(self._navigation.selected) == 1:
            self._jobs.query(lambda: self._library.papers([current]), self._edit)
        else:
            self.said.emit(self.tr("Go to one paper first; this corrects what is known of it."))

    def take_digest_back(self) -> None:
        """Takes the digest that is shown back, with what only it brought and nobody touched."""
        place = self._navigation.list
        if place.kind is not ListKind.DIGEST or self._navigation.searching:
            self.said.emit(self.tr("Go to a digest first; this takes back what it brought."))
            return
        self._jobs.change(lambda: self._library.take_back_digest(int(place.value)))
        self._navigation.go(PaperList(ListKind.INBOX))

    def undo(self) -> None:
        """Takes back the latest action."""
        nothing = self.tr("There is nothing to undo.")
        self._jobs.change(self._library.undo, lambda changes: self._say_if(not changes, nothing))

    def redo(self) -> None:
        """Does again what was undone last."""
        nothing = self.tr("There is nothing to redo.")
        self._jobs.change(self._library.redo, lambda changes: self._say_if(not changes, nothing))

    def _edit(self, papers: Sequence[Paper]) -> None:
        if not papers:
            return
        [paper] = papers
        dialog = EditDialog(paper, self._window)

        def save(fields: PaperFields, shown: PaperFields) -> None:
            # A key that another paper has is refused; nothing else of what was typed is.
            rest = replace(fields, citation_key=shown.citation_key)
            self._jobs.change(lambda: self._library.edit_paper(paper.id, rest, base=shown))
            self._jobs.change(lambda: self._library.edit_paper(paper.id, fields, base=rest))

        dialog.edited.connect(save)
        dialog.open()

    def _say_if(self, true: bool, sentence: str) -> None:
        if true:
            self.said.emit(sentence)

    def _set_status(self, status: Status) -> Change:
        return self._remembered(lambda ids: self._library.set_status(ids, status))

    def _change_tags(self, ids: Sequence[int], tag: Change) -> None:
        self._remember(None)
        self._jobs.change(partial(self._remembered(tag), ids))

    def _remembered(self, act: Change) -> Change:
        """The same, to be repeated. In its turn: one before may still wait for an import."""

        def change(ids: Sequence[int]) -> None:
            self._last = act
            act(ids)

        return change

    def _remember(self, moves: MoveOn | None, note: str = "") -> None:
        self._last_moves, self._last_note = moves, note

    def _move_on(self, ids: Sequence[int]) -> None:
        if self._navigation.list.kind is ListKind.INBOX and not self._navigation.searching:
            self._view.move_on(ids)

    def _triage(self, change: Change) -> None:
        """Changes the selected papers; in the Inbox the next paper is selected at once."""
        ids = self._navigation.selected
        if not ids:
            return
        self._remember(self._move_on)
        self._move_on(ids)
        self._jobs.change(lambda: change(ids))
