"""Keeps the counts of the lists up to date, off the window's thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import Counts


class Counting(QObject):
    """``counted`` carries the Counts: at once those of the database, then smart lists' too.

    Those are searches, which the first paint does not wait for; until they are counted again they
    keep their numbers.
    """

    counted = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._counts = Counts()
        self._smart: dict[int, int] = {}

    def ask(self) -> None:
        """Counts all again."""
        self._jobs.query(self._library.counts, self._answered, "counts")

    def ask_smart(self) -> None:
        """Counts the smart lists again, where something may have changed."""
        if self._counts.smart_lists:
            count = self._library.smart_counts
            self._jobs.query(count, self._smart_answered, "smart counts", aside=True)

    def _answered(self, counts: Counts) -> None:
        self._counts = counts
        self._tell()
        self.ask_smart()

    def _smart_answered(self, numbers: dict[int, int]) -> None:
        if numbers != self._smart:
            self._smart = numbers
            self._tell()

    def _tell(self) -> None:
        self.counted.emit(replace(self._counts, smart=self._smart))
