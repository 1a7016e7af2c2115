"""The library's events on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import Changes


class Events(QObject):
    """``changed`` carries the Changes of each action, wherever it was done.

    Changes of other programs are found by a look each second. A receiver that belongs to the
    window's thread is called there, since Qt queues signals between threads.
    """

    changed = Signal(object)
    POLL_MILLISECONDS = 800

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._stop = library.subscribe(self._heard)
        self._timer = self.startTimer(self.POLL_MILLISECONDS)

    def close(self) -> None:
        """Stops listening."""
        self.killTimer(self._timer)
        self._stop()

    def timerEvent(self, _event: object) -> None:
        """Asks on the writer thread, where our own changes are made too."""
        self._jobs.change(self._library.notice_others)

    def _heard(self, changes: Changes) -> None:
        self.changed.emit(changes)
