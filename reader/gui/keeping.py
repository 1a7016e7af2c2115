"""Keeps a folder of Markdown files up to date after each change, behind the window's back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from reader.errors import ExportError
from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import Changes, ExportReport, Kind

# The first look waits until the window stands; later ones gather a few keystrokes' changes.
_FIRST_MILLISECONDS = 3000
_GATHER_MILLISECONDS = 800

Outcome = ExportReport | ExportError | None


class Keeping(QObject):
    """Exports what changed a moment after it did. ``said`` carries sentences.

    ``conflicted`` carries the folder and a sentence about files that were left alone; ``kept``
    the folder that is kept up to date from now on, or None.

    What is in the way of it (a folder that is gone, a conflict) is said once, not at each change.
    """

    said = Signal(str)
    conflicted = Signal(Path, str)
    kept = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._window = window
        self._waiting: set[int] = set()
        self._all = True
        self._complained = ""
        self._timer = QTimer(self, singleShot=True, interval=_GATHER_MILLISECONDS)
        self._timer.timeout.connect(self._refresh)
        # A program in the terminal may have changed the library since.
        self._first = QTimer(self, singleShot=True, interval=_FIRST_MILLISECONDS)
        self._first.timeout.connect(self._refresh)
        self._first.start()

    def handlers(self) -> Handlers:
        """What the actions of keeping do."""
        return {"export.keep": self.ask, "export.keep-not": self.stop}

    def hear(self, changes: Changes) -> None:
        """Something changed that the files may not say yet."""
        if changes.kinds <= {Kind.INDEX, Kind.SMART_LISTS}:
            return
        if changes.paper_ids is None:
            self._all = True
        else:
            self._waiting |= changes.paper_ids
        self._timer.start()

    def ask(self) -> None:
        """Lets the person choose the folder that is kept up to date from now on."""
        last = self._library.kept_folder() or self._library.setting("export_folder") or Path.home()
        title = self.tr("Keep the notes exported in a folder")
        # Over the settings, where the person may be.
        above = QApplication.activeModalWidget() or self._window
        folder = QFileDialog.getExistingDirectory(above, title, str(last))
        if folder:
            self.into(Path(folder))

    def into(self, folder: Path) -> None:
        """Keeps a folder up to date from now on, also when the library is opened again."""
        self._jobs.change(
            lambda: self._library.keep_exported(folder), lambda _: self.kept.emit(folder)
        )
        self._all, self._complained = True, ""
        self.said.emit(self.tr("From now on {} is kept up to date").format(folder.name))
        self._refresh()

    def stop(self) -> None:
        """Keeps no folder up to date any more; its files stay."""
        folder = self._library.kept_folder()
        if folder is None:
            self.said.emit(self.tr("No folder is kept up to date"))
            return
        self._jobs.change(lambda: self._library.keep_exported(None), lambda _: self.kept.emit(None))
        self.said.emit(
            self.tr("{} is no longer kept up to date; its files stay").format(folder.name)
        )

    def waits(self) -> bool:
        """Whether a change is about to be exported."""
        return self._timer.isActive()

    def finish(self) -> None:
        """Brings the folder up to date with what waits. For when the window closes."""
        self._first.stop()
        if self._timer.isActive():
            self._timer.stop()
            self._refresh()

    def _refresh(self) -> None:
        changed = None if self._all else frozenset(self._waiting)
        self._all = False
        self._waiting.clear()

        def work() -> tuple[Path | None, Outcome]:
            folder = self._library.kept_folder()
            try:
                return folder, self._library.refresh_kept(changed)
            except ExportError as error:
                return folder, error

        # After the changes, so that a note typed a moment ago is exported too.
        self._jobs.export(work, lambda done: self._tell(*done))

    def _tell(self, folder: Path | None, outcome: Outcome) -> None:
        wrong = ""
        if isinstance(outcome, ExportError):
            # What could not be written waits for the next change, with everything else.
            self._all, wrong = True, str(outcome)
        elif outcome is not None and outcome.conflicts:
            wrong = self.tr("Changed there and here, left alone: {}").format(
                ", ".join(outcome.conflicts)
            )
        if wrong and wrong != self._complained:
            if folder is None or isinstance(outcome, ExportError):
                self.said.emit(wrong)
            else:
                self.conflicted.emit(folder, wrong)
        if wrong or outcome is None:
            self._complained = wrong
