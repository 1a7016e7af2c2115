"""Keeps the search index up to date behind the window's back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import Progress

# The first look waits until the window stands; later ones gather a few keystrokes' changes.
_FIRST_MILLISECONDS = 1500
_GATHER_MILLISECONDS = 150
# Fewer papers are done before anybody could read that they are being indexed.
_SHOWN_FROM = 300


class Indexing(QObject):
    """Indexes what waits, one run at a time; long runs are shown and can be stopped."""

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._running = False
        self._again = False
        self._timer = QTimer(self, singleShot=True, interval=_GATHER_MILLISECONDS)
        self._timer.timeout.connect(self._run)
        # A run that failed is over too: the next change may find the disk with space again.
        jobs.failed.connect(lambda _: self._ended())
        QTimer.singleShot(_FIRST_MILLISECONDS, self, self._run)

    def wake(self) -> None:
        """Something changed that the index may not know."""
        self._timer.start()

    def _run(self) -> None:
        if self._running:
            self._again = True
            return
        self._running = True
        self._jobs.query(self._library.index_waiting, self._waiting)

    def _waiting(self, count: int) -> None:
        if count < _SHOWN_FROM:
            self._jobs.query(self._library.update_index, self._ended)
            return

        def work(report: Progress, _cancelled: Callable[[], bool]) -> int:
            return self._library.update_index(report)

        task = self._jobs.task(self.tr("Indexing"), work)
        task.ended.connect(self._ended)

    def _ended(self, _indexed: int = 0) -> None:
        self._running = False
        if self._again:
            self._again = False
            self._timer.start()
