"""What the window does with the note of the current paper besides writing it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.events import Events
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.gui.paper.note_pane import NotePane
from reader.gui.theme import Theme
from reader.library import Library


class Noting(QObject):
    """Shows the versions of notes, and has old ones thinned while nothing else happens.

    ``said`` carries sentences for the person.
    """

    said = Signal(str)
    CALM_MILLISECONDS = 90_000

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        events: Events,
        navigation: Navigation,
        theme: Theme,
        notes: NotePane,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._events = events
        self._navigation = navigation
        self._theme = theme
        self._notes = notes
        self._window = window
        self._calm = QTimer(self, interval=self.CALM_MILLISECONDS)
        self._calm.timeout.connect(self._thin)
        self._calm.start()

    def handlers(self) -> Handlers:
        """What the actions on notes do."""
        return {"note.history": self.show_history}

    def show_history(self) -> None:
        """The versions of the current paper's note."""
        from reader.gui.noting.history_dialog import NoteHistoryDialog

        paper_id = self._navigation.current
        if paper_id is None or len(self._navigation.selected) > 1:
            self.said.emit(self.tr("Go to one paper first; this lists the versions of its note."))
            return
        self._notes.editor.save()
        NoteHistoryDialog(
            self._library, self._jobs, self._events, self._theme, paper_id, self._window
        ).open()

    def _thin(self) -> None:
        """Where nobody waits: the judging takes a while, its transaction is short."""
        if not self._jobs.busy():
            work = self._library.thin_note_revisions
            self._jobs.query(work, lambda _: None, "thin-revisions", aside=True)
