"""From a file, a drop or the clipboard through the preview into the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.data import data_folder
from reader.errors import DigestError
from reader.gui.imports.preview import ImportPreview
from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import Digest, ImportPlan, ImportResult, Progress

SAMPLE = "sample/trending.txt"


class Importing(QObject):
    """Reads digests in the background and asks before importing. ``imported`` tells the result."""

    imported = Signal(object)
    refused = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._window = window
        self._waiting: list[tuple[str, Callable[[], bytes]]] = []
        # What is being read or looked at; until that is decided, the next one waits.
        self._reading = False
        self._preview: ImportPreview | None = None

    def open_dialog(self) -> None:
        """Lets the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import digests"))
        self.files([Path(name) for name in names])

    def files(self, paths: Sequence[Path]) -> None:
        """Imports files, one preview after the other."""
        for path in paths:
            self._enqueue(path.name, path.read_bytes)

    def sample(self) -> None:
        """Imports the digest that comes with the program."""
        self.files([data_folder("resources") / SAMPLE])

    def paste(self) -> None:
        """Imports what was copied."""
        self.mime(QGuiApplication.clipboard().mimeData())

    def mime(self, data: QMimeData | None) -> bool:
        """Imports what was dropped or pasted: files, or text. False when there is neither.

        An empty clipboard gives None, whatever the types of Qt say.
        """
        if data is None:
            return self._nothing_copied()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.files(files)
            return True
        text = data.text()
        if text.strip():
            # A lone surrogate in the clipboard must not end in a traceback.
            self._enqueue(self.tr("Pasted text"), lambda: text.encode("utf-8", "replace"))
            return True
        return self._nothing_copied()

    def _nothing_copied(self) -> bool:
        self.refused.emit(DigestError(self.tr("There is no text to import in what was copied.")))
        return False

    def _enqueue(self, name: str, load: Callable[[], bytes]) -> None:
        self._waiting.append((name, load))
        self._next()

    def _next(self) -> None:
        if self._reading or self._preview is not None or not self._waiting:
            return
        name, load = self._waiting.pop(0)
        self._read(name, load, None)

    def _read(self, name: str, load: Callable[[], bytes], format_name: str | None) -> None:
        self._reading = True

        def work(_report: Progress, cancelled: Callable[[], bool]) -> ImportPlan | DigestError:
            try:
                data = load()
            except OSError as error:
                return DigestError(f"{name} cannot be read: {error.strerror}.")
            try:
                digest = self._library.read_digest(
                    data, name, format=format_name, cancelled=cancelled
                )
            except DigestError as error:
                return error
            return self._library.plan_import(digest)

        title = self.tr("Reading {}").format(name)
        task = self._jobs.task(title, work, lambda plan: self._offer(name, load, plan))
        task.ended.connect(self._read_ended)

    def _read_ended(self) -> None:
        self._reading = False
        # Later, when a preview may stand; where there is none (it was cancelled) the next one may.
        QTimer.singleShot(0, self, self._next)

    def _offer(self, name: str, load: Callable[[], bytes], plan: ImportPlan | DigestError) -> None:
        if isinstance(plan, DigestError):
            self.refused.emit(plan)
            return
        preview = self._preview = ImportPreview(plan, self._window)
        preview.other_format.connect(lambda other: self._read(name, load, other))
        preview.accepted.connect(
            lambda: self._import(replace(plan.digest, title=preview.title), preview)
        )
        preview.finished.connect(self._decided)
        preview.open()

    def _decided(self) -> None:
        self._preview = None
        self._next()

    def _import(self, digest: Digest, preview: ImportPreview) -> None:
        entries = preview.chosen()

        def work(report: Progress, _cancelled: Callable[[], bool]) -> ImportResult:
            return self._library.import_digest(digest, entries, report)

        title = self.tr("Importing {}").format(digest.title)
        self._jobs.task(title, work, self.imported.emit, writes=True)
