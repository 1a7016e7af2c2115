"""``Ctrl+E``: asks for a folder and exports in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import ExportReport, Progress

_FOLDER = "export_folder"


class Exporting(QObject):
    """Exports the notes. ``exported`` carries a sentence about the outcome."""

    exported = Signal(str)

    def __init__(self, library: Library, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._window = window

    def handlers(self) -> Handlers:
        """What the actions of exporting do."""
        return {"export.markdown": self.ask}

    def ask(self) -> None:
        """Lets the person choose a folder, the last one first."""
        last = self._library.setting(_FOLDER) or str(Path.home())
        title = self.tr("Export notes to a folder")
        folder = QFileDialog.getExistingDirectory(self._window, title, last)
        if folder:
            self.into(Path(folder))

    def into(self, folder: Path) -> None:
        """Exports every paper with a note, star or read state into a folder."""

        def work(report: Progress, _cancelled: Callable[[], bool]) -> ExportReport:
            self._library.set_setting(_FOLDER, str(folder))
            return self._library.export(folder, self._library.exportable_ids(), progress=report)

        # Among the changes, so that a note typed a moment ago is exported too.
        title = self.tr("Exporting notes")
        self._jobs.task(title, work, lambda done: self._say(folder, done), writes=True)

    def _say(self, folder: Path, report: ExportReport) -> None:
        sentence = self.tr("{} files written to {}, {} unchanged").format(
            len(report.written), folder.name, len(report.unchanged)
        )
        if report.conflicts:
            sentence += self.tr(". Changed there and here, left alone: ")
            sentence += ", ".join(report.conflicts)
        self.exported.emit(sentence)
