"""``Ctrl+E``: asks for a folder and exports in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.library import Library
from reader.model import ExportReport, Progress, count_of

_FOLDER = "export_folder"


class Exporting(QObject):
    """Exports the notes. ``exported`` carries a sentence about the outcome.

    ``conflicted`` is for one with conflicts, with the folder before the sentence.
    """

    exported = Signal(str)
    conflicted = Signal(Path, str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        save_note: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._save_note = save_note
        self._window = window

    def handlers(self) -> Handlers:
        """What the actions of exporting do."""
        return {"export.markdown": self.ask}

    def ask(self) -> None:
        """Lets the person choose a folder, the last one first.

        Several selected papers are exported as they are meant; else what ``into`` says.
        """
        selected = self._navigation.selected if len(self._navigation.selected) > 1 else None
        last = self._library.setting(_FOLDER) or str(Path.home())
        title = self.tr("Export notes to a folder")
        if selected is not None:
            title = self.tr("Export {} to a folder").format(count_of(len(selected)))
        folder = QFileDialog.getExistingDirectory(self._window, title, last)
        if folder:
            self.into(Path(folder), selected)

    def into(self, folder: Path, chosen: Sequence[int] | None = None) -> None:
        """Exports papers into a folder; if none are chosen, all with a note, star or read state."""

        def work(report: Progress, _cancelled: Callable[[], bool]) -> ExportReport:
            self._library.set_setting(_FOLDER, str(folder))
            ids = self._library.exportable_ids() if chosen is None else chosen
            return self._library.export(folder, ids, progress=report)

        # Saved first and then after the changes: a note typed a moment ago is exported too.
        self._save_note()
        title = self.tr("Exporting notes")
        self._jobs.task(title, work, lambda done: self._say(folder, done), exports=True)

    def _say(self, folder: Path, report: ExportReport) -> None:
        sentence = self.tr("{} files written to {}, {} unchanged").format(
            len(report.written), folder.name, len(report.unchanged)
        )
        if report.conflicts:
            sentence += self.tr(". Changed there and here, left alone: ")
            self.conflicted.emit(folder, sentence + ", ".join(report.conflicts))
        else:
            self.exported.emit(sentence)
