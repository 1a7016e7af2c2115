"""The note's editor: saves itself while the person writes."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSizeF, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reader.gui.jobs import Jobs
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import TEXT_TITLE
from reader.library import Library
from reader.model import Note

SAVE_AFTER_MILLISECONDS = 400
_LEAST_HEIGHT = 96


@dataclass(slots=True)
class _Writing:
    """What was written for a paper and is not known to be on disk.

    ``version`` is the saved note it builds on. Once handed over only the writer thread touches it,
    where saves run one after another: so one's own saves never look like somebody else's.
    """

    version: int
    text: str = ""
    saving: Future[Note] | None = None

    @property
    def failed(self) -> bool:
        """Whether the library could not take it (a full disk)."""
        return self.saving is not None and self.saving.done() and bool(self.saving.exception())


class NoteEditor(QPlainTextEdit):
    """Edits the note of one paper. ``saving`` says False once everything written is on disk."""

    saving = Signal(bool)

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._paper_id: int | None = None
        self._version = 0
        self._dirty = False
        self._unsaved: dict[int, _Writing] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self.save)
        self.setObjectName("note")
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("Write a note in Markdown"))
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFont(interface_font(TEXT_TITLE))
        self.textChanged.connect(self._written)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.document().documentLayout().documentSize())

    @property
    def paper_id(self) -> int | None:
        """The paper whose note is edited."""
        return self._paper_id

    def show_note(self, paper_id: int | None, note: Note) -> None:
        """Edits the note of a paper; what was written for the one before is saved first.

        The same paper again brings a change of the note from elsewhere, unless the person is
        writing: then the save will find both texts and keep them.
        """
        same = paper_id == self._paper_id
        waiting = self._unsaved.get(paper_id) if paper_id is not None else None
        if same and (self._dirty or waiting is not None or note.version == self._version):
            return
        self.save()
        self._paper_id, self._version = paper_id, note.version
        position = self.textCursor().position() if same else 0
        text = note.text if waiting is None else waiting.text
        self._show_text(text)
        if waiting is not None and waiting.failed:
            self._written()
        if same:
            cursor = self.textCursor()
            cursor.setPosition(min(position, len(text)))
            self.setTextCursor(cursor)

    def save(self) -> None:
        """Hands what was written to the writer thread now."""
        self._timer.stop()
        if not self._dirty or self._paper_id is None:
            return
        self._dirty = False
        writing = self._unsaved.setdefault(self._paper_id, _Writing(self._version))
        writing.text = self.toPlainText()
        self._hand_over(self._paper_id, writing)

    def save_all(self) -> None:
        """Saves, and tries again what could not be saved before."""
        self.save()
        for paper_id, writing in self._unsaved.items():
            if writing.failed:
                self._hand_over(paper_id, writing)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Saves when the person goes elsewhere."""
        self.save()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fits again when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit(self.document().documentLayout().documentSize())

    def _written(self) -> None:
        self._dirty = True
        self.saving.emit(True)
        self._timer.start()

    def _show_text(self, text: str) -> None:
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    def _hand_over(self, paper_id: int, writing: _Writing) -> None:
        text = writing.text

        def work() -> Note:
            note = self._library.set_note(paper_id, text, base_version=writing.version)
            if note.text == text:
                writing.version = note.version
            return note

        writing.saving = self._jobs.change(work, lambda note: self._saved(paper_id, text, note))

    def _saved(self, paper_id: int, text: str, note: Note) -> None:
        writing = self._unsaved.get(paper_id)
        newest = writing is not None and writing.text == text
        if newest:
            del self._unsaved[paper_id]
        if paper_id == self._paper_id:
            if note.text == text:
                self._version = note.version
            elif newest and not self._dirty:
                # Somebody else wrote meanwhile; both texts were kept: show them.
                self._version = note.version
                self._show_text(note.text)
            # Else the person writes on without having seen the other text: the next save still
            # builds on the old version and keeps both again.
        if not self._dirty and not self._unsaved:
            self.saving.emit(False)

    def _fit(self, size: QSizeF) -> None:
        # A QPlainTextEdit measures its document in lines.
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(_LEAST_HEIGHT, round((size.height() + 1) * line) + 24))
