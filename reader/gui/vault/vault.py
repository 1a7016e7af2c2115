"""Brings notes back that were edited in an exported folder, and has conflicts decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.theme import Theme
from reader.library import Library
from reader.model import Progress, count_of
from reader.operations.importing_notes import NotesImported, NotesPlan
from reader.operations.merging import Decided

if TYPE_CHECKING:
    from reader.exporting.settling import FileConflict


class Vault(QObject):
    """``said`` carries sentences; ``offered`` a sentence, the name of a button, what it does."""

    said = Signal(str)
    offered = Signal(str, str, object)
    undo_wanted = Signal()

    def __init__(
        self, library: Library, jobs: Jobs, theme: Theme, save_note: Callable[[], object],
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._theme = theme
        self._save_note = save_note
        self._window = window
        self._conflicting: Path | None = None

    def handlers(self) -> Handlers:
        """What the actions on an exported folder do."""
        return {"notes.import": self.ask, "export.merge": self.decide}

    def ask(self) -> None:
        """Lets the person choose the folder to read back, the kept or last exported one first."""
        last = self._usual_folder() or Path.home()
        title = self.tr("Import the notes edited in a folder")
        folder = QFileDialog.getExistingDirectory(self._window, title, str(last))
        if folder:
            self.read(Path(folder))

    def read(self, folder: Path) -> None:
        """Looks what was changed in a folder, and shows it."""
        self._save_note()

        def work(report: Progress, _cancelled: Callable[[], bool]) -> NotesPlan:
            return self._library.plan_notes(folder, progress=report)

        # After the changes, so that a note typed a moment ago is compared too.
        self._jobs.task(self.tr("Reading notes"), work, self._show_plan, exports=True)

    def tell(self, folder: Path, sentence: str) -> None:
        """Says that files were changed there and here, and offers to decide."""
        self._conflicting = folder
        self.offered.emit(sentence, self.tr("Decide…"), self.decide)

    def decide(self) -> None:
        """Shows the places that were changed there and here in the folder exported last."""
        folder = self._conflicting or self._usual_folder()
        if folder is None:
            self.said.emit(self.tr("No notes were exported to a folder yet"))
            return
        self._save_note()

        def work(_report: Progress, _cancelled: Callable[[], bool]) -> list[FileConflict]:
            return self._library.export_conflicts(folder)

        def show(conflicts: list[FileConflict]) -> None:
            self._show_conflicts(folder, conflicts)

        self._jobs.task(self.tr("Comparing notes"), work, show, exports=True)

    def _usual_folder(self) -> Path | None:
        last = self._library.setting("export_folder")
        return self._library.kept_folder() or (Path(last) if last else None)

    def _show_plan(self, plan: NotesPlan) -> None:
        from reader.gui.vault.notes_dialog import ImportNotesDialog

        if not plan.changes and not plan.refused:
            self.said.emit(self.tr("Nothing was changed in {}").format(plan.folder.name))
            return
        dialog = ImportNotesDialog(plan, self._theme, self._window)
        dialog.accepted.connect(lambda: self._bring(plan, dialog.chosen()))
        dialog.deciding_wanted.connect(lambda: self._decide_in(plan.folder))
        dialog.open()

    def _decide_in(self, folder: Path) -> None:
        self._conflicting = folder
        self.decide()

    def _bring(self, plan: NotesPlan, files: Sequence[str]) -> None:
        self._jobs.change(lambda: self._library.import_notes(plan, files), self._tell)

    def _tell(self, done: NotesImported) -> None:
        sentence = self.tr("Imported notes of {}").format(count_of(len(done.imported)))
        if done.left:
            sentence += self.tr(". Changed meanwhile, left alone: ") + ", ".join(done.left)
        self.offered.emit(sentence, self.tr("Undo"), self.undo_wanted.emit)

    def _show_conflicts(self, folder: Path, conflicts: Sequence[FileConflict]) -> None:
        from reader.gui.vault.merge_dialog import MergeDialog

        if not any(one.places for one in conflicts):
            sentence = self.tr("Nothing is to be decided in {}").format(folder.name)
            broken = [f"{one.path} ({one.reason})" for one in conflicts if one.reason]
            if broken:
                sentence = self.tr("These files can only be mended by hand: ") + "; ".join(broken)
            self.said.emit(sentence)
            return
        dialog = MergeDialog(conflicts, self._theme, self._window)
        dialog.accepted.connect(lambda: self._settle(folder, dialog.decided()))
        dialog.open()

    def _settle(self, folder: Path, decided: Decided) -> None:
        def tell(_nothing: None) -> None:
            sentence = self.tr("%Ln file(s) merged", "", len(decided))
            self.offered.emit(sentence, self.tr("Undo"), self.undo_wanted.emit)

        self._jobs.export(lambda: self._library.settle_conflicts(folder, decided), tell)
