"""From a file, a drop or the clipboard through the preview into the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reader.data import data_folder
from reader.digests import Refused
from reader.errors import DigestError
from reader.gui.actions.registry import Handlers
from reader.gui.imports.together import Together, refusals
from reader.gui.imports.whole_library import LibraryFile, LibraryPreview, bring, library_file
from reader.gui.jobs import Jobs, Task
from reader.library import Library
from reader.model import Digest, Entry, ImportPlan, ImportResult, Progress
from reader.operations.gathering import digest_files

if TYPE_CHECKING:
    from reader.gui.imports.preview import ImportPreview

SAMPLE = "sample/trending.txt"

Cancelled = Callable[[], bool]
_Found = ImportPlan | LibraryFile | DigestError


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Something to be read and asked about. ``read`` may raise OSError and DigestError.

    About what belongs ``together`` with others nobody is asked, unless ``file`` is a whole library.
    What came with others is ``named`` where it is refused.
    """

    name: str
    read: Callable[[Cancelled], Sequence[Digest | Refused]]
    together: Together | None = None
    file: Path | None = None
    named: bool = False


class Importing(QObject):
    """Reads digests in the background and asks before importing.

    ``imported`` tells the result of one, ``refused`` why one could not be, ``said`` what became of
    many that the person wanted without being asked about each.
    """

    imported = Signal(object)
    refused = Signal(object)
    said = Signal(str)

    def __init__(self, library: Library, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._window = window
        self._waiting: list[_Waiting] = []
        # What is being read or looked at; until that is decided, the next one waits.
        self._reading = False
        self._preview: QDialog | None = None
        self._unfinished: list[Together] = []
        self._refused: list[tuple[str, DigestError]] = []

    def handlers(self) -> Handlers:
        """What the actions of importing do."""
        return {"import.open": self.open_dialog, "import.paste": self.paste}

    def open_dialog(self) -> None:
        """Lets the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import digests"))
        self.files([Path(name) for name in names])

    def files(self, paths: Sequence[Path]) -> None:
        """Imports files and the files of folders, one preview after the other."""
        try:
            found = digest_files(paths)
        except DigestError as error:
            self.refused.emit(error)
            return
        for path in found:
            self._enqueue(path.name, path.read_bytes, file=path, named=len(found) > 1)

    def sample(self) -> None:
        """Imports the digest that comes with the program."""
        self.files([data_folder("resources") / SAMPLE])

    def paste(self) -> None:
        """Imports what was copied."""
        self.mime(QGuiApplication.clipboard().mimeData())

    def mime(self, data: QMimeData | None) -> bool:
        """Imports what was dropped or pasted: files, addresses or text. False when there is none.

        An empty clipboard gives None, whatever the types of Qt say.
        """
        if data is None:
            return self._nothing_copied()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.files(files)
            return True
        addresses = "\n".join(url.toString() for url in data.urls())
        # The page behind a selection knows where its links lead, its text does not.
        pages = [data.html()] if data.hasHtml() and not addresses else []
        texts = [text for text in (*pages, addresses or data.text()) if text.strip()]
        if not texts:
            return self._nothing_copied()
        name = self.tr("Pasted text")
        # A lone surrogate in the clipboard must not end in a traceback.
        flavours = [text.encode("utf-8", "replace") for text in texts]
        self._add(_Waiting(name, lambda cancelled: self._fullest(flavours, name, cancelled)))
        return True

    def _nothing_copied(self) -> bool:
        self.refused.emit(DigestError(self.tr("There is no text to import in what was copied.")))
        return False

    def _fullest(
        self, flavours: Sequence[bytes], name: str, cancelled: Cancelled
    ) -> Sequence[Digest | Refused]:
        """The same thing copied as page and as text: the reading that finds more papers."""
        found: list[Digest] = []
        for data in flavours:
            try:
                found.append(self._library.read_digest(data, name, cancelled=cancelled))
            except DigestError:
                if data is flavours[-1] and not found:
                    raise
        return [max(found, key=lambda digest: len(digest.entries))]

    def _enqueue(
        self,
        name: str,
        load: Callable[[], bytes],
        format_: str | None = None,
        *,
        file: Path | None = None,
        named: bool = False,
    ) -> None:
        def read(cancelled: Cancelled) -> Sequence[Digest | Refused]:
            return self._library.read_digests(load(), name, format=format_, cancelled=cancelled)

        self._add(_Waiting(name, read, file=file, named=named), first=format_ is not None)

    def _add(self, waiting: _Waiting, *, first: bool = False) -> None:
        self._waiting.insert(0 if first else len(self._waiting), waiting)
        self._next()

    def _next(self) -> None:
        if not self._reading and self._preview is None and self._waiting:
            self._read(self._waiting.pop(0))

    def _read(self, waiting: _Waiting) -> None:
        self._reading = True

        def work(report: Progress, cancelled: Cancelled) -> _Found | None:
            # The preview will need all the formats. They take 50 ms to load: here, nobody waits.
            import reader.digests.formats  # noqa: F401

            try:
                if waiting.file and (whole := library_file(self._library, waiting.file, report)):
                    return whole
                outcomes = waiting.read(cancelled)
            except OSError as error:
                return DigestError(
                    self.tr("{} cannot be read: {}.").format(waiting.name, error.strerror)
                )
            except DigestError as error:
                return error
            if len(outcomes) > 1:
                # Those of an archive are asked about one by one, each plan made in its turn.
                self._waiting[:0] = [_read_already(one, waiting.together) for one in outcomes]
                return None
            (only,) = outcomes
            return only.error if isinstance(only, Refused) else self._library.plan_import(only)

        title = self.tr("Reading {}").format(waiting.name)
        task = self._jobs.task(title, work, lambda found: self._offer(waiting, found))
        task.ended.connect(lambda: self._read_ended(task, waiting.together))

    def _read_ended(self, task: Task, together: Together | None) -> None:
        self._reading = False
        if task.cancelled() and together is not None:
            # Who stops one of many unasked means all that are to come.
            self._waiting = [one for one in self._waiting if one.together is not together]
        # Later, when a preview may stand; where there is none (it was cancelled) the next one may.
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        self._next()
        if not self._reading:
            self._tell_refused()
        self._conclude()

    def _offer(self, waiting: _Waiting, plan: _Found | None) -> None:
        together = waiting.together
        if plan is None:
            return
        if isinstance(plan, LibraryFile):
            self._ask_library(plan)
        elif isinstance(plan, DigestError):
            if together is None:
                self._refuse(waiting, plan)
            else:
                together.refused.append((waiting.name, plan))
        elif together is not None:
            self._import(plan.digest, plan.digest.entries, together)
        else:
            self._ask(plan)

    def _refuse(self, waiting: _Waiting, error: DigestError) -> None:
        """Says why something is not imported; of several in a row at once, and which they are."""
        if waiting.named:
            self._refused.append((waiting.name, error))
        else:
            self.refused.emit(error)

    def _tell_refused(self) -> None:
        refused, self._refused = self._refused, []
        if refused:
            self.refused.emit(DigestError(refusals(refused)))

    def _ask(self, plan: ImportPlan) -> None:
        from reader.gui.imports.preview import ImportPreview

        self._tell_refused()
        preview = self._preview = ImportPreview(plan, len(self._waiting), self._window)
        preview.other_format.connect(
            lambda other: self._enqueue(plan.digest.name, lambda: plan.digest.data, other)
        )
        preview.accepted.connect(lambda: self._accepted(preview))
        preview.finished.connect(self._decided)
        preview.open()

    def _ask_library(self, file: LibraryFile) -> None:
        def work(report: Progress, _cancelled: Cancelled) -> str | None:
            try:
                return bring(self._library, file, report)
            except OSError as error:
                words = self.tr("{} cannot be read: {}.")
                raise DigestError(words.format(file.path.name, error.strerror)) from error

        def done(label: str | None) -> None:
            # Said here, since of changes to notes alone nobody hears.
            nothing = self.tr("Everything in {} was here already").format(file.path.name)
            self.said.emit(label or nothing)

        title = self.tr("Importing {}").format(file.path.name)
        self._tell_refused()
        preview = self._preview = LibraryPreview(file, self._window)
        preview.accepted.connect(lambda: self._jobs.task(title, work, done, writes=True))
        preview.finished.connect(self._decided)
        preview.open()

    def _accepted(self, preview: ImportPreview) -> None:
        together = None
        if preview.all_wanted:
            together = Together()
            self._unfinished.append(together)
            self._waiting = [replace(one, together=together) for one in self._waiting]
        if preview.chosen():
            self._import(preview.digest, preview.chosen(), together)

    def _decided(self) -> None:
        self._preview = None
        self._next()

    def _import(self, digest: Digest, entries: Sequence[Entry], together: Together | None) -> None:
        def work(report: Progress, _cancelled: Cancelled) -> ImportResult:
            return self._library.import_digest(digest, entries, report)

        def done(result: ImportResult) -> None:
            if together is None:
                self.imported.emit(result)
            else:
                together.results.append(result)

        title = self.tr("Importing {}").format(digest.title)
        task = self._jobs.task(title, work, done, writes=True)
        if together is not None:
            together.writing += 1
            task.ended.connect(lambda: self._written(together))

    def _written(self, together: Together) -> None:
        together.writing -= 1
        QTimer.singleShot(0, self, self._go_on)

    def _conclude(self) -> None:
        """Says what became of many, once the last of them is done."""
        under_way = {id(one.together) for one in self._waiting}
        for together in tuple(self._unfinished):
            if not self._reading and not together.writing and id(together) not in under_way:
                self._unfinished.remove(together)
                self.said.emit(together.sentence())


def _read_already(outcome: Digest | Refused, together: Together | None) -> _Waiting:
    return _Waiting(outcome.name, lambda _cancelled: [outcome], together, named=True)
