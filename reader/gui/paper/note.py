"""The note's editor: saves itself while the person writes."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reader.gui.jobs import Jobs
from reader.gui.paper.given_pictures import holds_pictures, pictures_in
from reader.gui.paper.markdown_marks import link_of
from reader.gui.text_places import for_qt, from_qt
from reader.library import Library
from reader.model import Note

SAVE_AFTER_MILLISECONDS = 400
_LEAST_HEIGHT = 96
# To lay out a word of 20,000 letters takes 80 ms, one of 100,000 1.5 s; 10,000 lines take 0.4 s.
_LONGEST_WORD = 20_000
_LONG_WORD = 500
_MOST_LINES = 10_000
_MOST_LETTERS = 500_000


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
    """Edits the note of one paper. ``saving`` says False once everything written is on disk.

    ``pictures_given`` carries what was pasted or dropped where the cursor is.
    """

    saving = Signal(bool)
    pictures_given = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._paper_id: int | None = None
        self._version = 0
        self._dirty = False
        self._offered = False
        self._too_long = ""
        self._searched: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self._unsaved: dict[int, _Writing] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self.save)
        self.setObjectName("note")
        self.setAccessibleName(self.tr("Note"))
        self.setAcceptDrops(True)
        self.setTabChangesFocus(True)
        # It is as high as its text; a bar that comes and goes would wrap the lines anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._show_text("")
        self.textChanged.connect(self._written)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(self.document().documentLayout().documentSize())

    @property
    def paper_id(self) -> int | None:
        """The paper whose note is edited."""
        return self._paper_id

    @property
    def text(self) -> str:
        """The note as far as it is written."""
        return self._too_long or self.toPlainText()

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

    def offer(self, text: str, cursor: int) -> None:
        """Shows a text to begin from in an empty note. It is written once the person writes."""
        self._show_text(text)
        self._offered = True
        at = self.textCursor()
        at.setPosition(for_qt(text, [(cursor, cursor)])[0][0])
        self.setTextCursor(at)

    def insert_whole(self, text: str, cursor: int) -> None:
        """Puts a text where the cursor is, apart from what is around; an empty note becomes it."""
        at, whole = self.textCursor(), self.toPlainText()
        before = after = ""
        if self._offered or not whole.strip():
            at.select(QTextCursor.SelectionType.Document)
        else:
            before = _gap(whole[: from_qt(whole, at.selectionStart())])
            after = _gap(whole[from_qt(whole, at.selectionEnd()) :][::-1])
        start = at.selectionStart() + len(before)
        at.insertText(before + text + after)
        at.setPosition(start + for_qt(text, [(cursor, cursor)])[0][0])
        self.setTextCursor(at)

    def withdraw(self) -> None:
        """What was only offered goes."""
        if self._offered:
            self._show_text("")

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

    def setExtraSelections(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Marks what a search asked for, under what is being found in the note."""
        self._searched = list(selections)
        super().setExtraSelections([*self._searched, *self._found])

    def mark_found(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Marks what is being found in the note."""
        self._found = list(selections)
        super().setExtraSelections([*self._searched, *self._found])

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether this can be pasted: text and pictures."""
        return holds_pictures(source) or super().canInsertFromMimeData(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes pictures only; other files and text are for the window to import."""
        event.setAccepted(holds_pictures(event.mimeData()))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Pictures may go anywhere in the note."""
        event.setAccepted(holds_pictures(event.mimeData()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Puts pictures where they were dropped."""
        given = pictures_in(event.mimeData())
        event.setAccepted(bool(given))
        if given:
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            self.pictures_given.emit(given)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes; an address over a selection makes a link of it."""
        if given := pictures_in(source):
            self.pictures_given.emit(given)
            return
        cursor = self.textCursor()
        selected = cursor.selectedText().replace("\u2029", "\n")
        link = link_of(selected, source.text()) if source.hasText() else None
        if link is None:
            super().insertFromMimeData(source)
        else:
            cursor.insertText(link)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Saves when the person goes elsewhere; what was only offered goes."""
        self.save()
        elsewhere = event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        )
        if elsewhere:
            self.withdraw()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits again when lines wrap elsewhere; Qt lays out what is seen and tells of no more."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            layout, block = self.document().documentLayout(), self.document().firstBlock()
            while block.isValid():
                layout.blockBoundingRect(block)
                block = block.next()
            self._fit(layout.documentSize())

    def changeEvent(self, event: QEvent) -> None:
        """Fits again when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit(self.document().documentLayout().documentSize())

    def _written(self) -> None:
        self._dirty, self._offered = True, False
        self.saving.emit(True)
        self._timer.start()

    def _show_text(self, text: str) -> None:
        """Shows a text to be edited; one that would stop the window is left as it is."""
        self._offered = False
        self._too_long = text if _is_too_long(text) else ""
        self.setEnabled(not self._too_long)
        self.setPlaceholderText(
            self.tr(
                "This note is too long to be written here. In a terminal: reader note {}"
            ).format(self._paper_id)
            if self._too_long
            else self.tr("Write a note in Markdown")
        )
        self.blockSignals(True)
        self.setPlainText("" if self._too_long else text)
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


def _gap(beside: str) -> str:
    """The line ends that part a paragraph from the text on its one side, read towards it."""
    ends = len(beside) - len(beside.rstrip("\n"))
    return "\n" * max(0, 2 - ends) if beside.strip() else ""


def _is_too_long(text: str) -> bool:
    return (
        len(text) > _MOST_LETTERS
        or text.count("\n") > _MOST_LINES
        or (len(text) > _LONGEST_WORD and _cost_of_words(text) > _LONGEST_WORD**2)
    )


def _cost_of_words(text: str) -> int:
    """What Qt needs to break long words, which grows with the square of their letters."""
    return sum(len(word) ** 2 for word in text.split() if len(word) > _LONG_WORD)
