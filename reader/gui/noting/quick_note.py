"""A line for the note without leaving the list: a small field at the row of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.list.view import PaperListView
from reader.gui.navigation import Navigation
from reader.gui.noting.drafts import Drafts, joined, setting
from reader.gui.panes import Panes
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_24
from reader.library import Library

KEEP_AFTER_MILLISECONDS = 400
_MOST_LINES = 3
_MOST_LETTERS = 5_000
_WIDEST = 620
# Border and padding of the field, above and below.
_AROUND = 13
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class QuickField(QPlainTextEdit):
    """Grows from one line to three. ``entered`` and ``left`` say that the person is done."""

    entered = Signal()
    left = Signal()
    too_long = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Quick note"))
        self.setPlaceholderText(self.tr("Enter adds it, Esc keeps it for later"))
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(QSizeF(0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done; with Shift it is a line end."""
        if event.key() in _ENTER and event.modifiers() in _PLAIN:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells when the keyboard goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes text, but not a book: to lay it out would stop the window."""
        if source.hasText() and len(source.text()) <= _MOST_LETTERS:
            self.insertPlainText(source.text())
        elif source.hasText():
            self.too_long.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Fits again when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit(self.document().documentLayout().documentSize())

    def _fit(self, size: QSizeF) -> None:
        # A QPlainTextEdit measures its document in lines.
        lines = min(max(round(size.height()), 1), _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _AROUND)


@dataclass(slots=True)
class _Sent:
    """A text on its way into notes. ``failed`` is said on the writer thread."""

    ids: Sequence[int]
    text: str
    failed: bool = False


class QuickNote(QFrame):
    """Adds what is typed to the notes of the selected papers, as one step.

    ``sent`` carries a text on its way, ``added`` what the step is called, ``said`` sentences. What
    is typed is on disk within half a second, and stays there until it is in the notes.
    """

    sent = Signal(str)
    added = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        view: PaperListView,
        panes: Panes,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.setObjectName("quickNote")
        self.setAccessibleName(self.tr("Quick note"))
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._view = view
        self._panes = panes
        self._window = window
        self._drafts = Drafts(library, jobs)
        self._ids: Sequence[int] = ()
        self._sent: list[_Sent] = []
        self.caption = plain_label(self, role="caption")
        self.field = QuickField(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addWidget(self.caption)
        column.addWidget(self.field)
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self._keep)
        self._connect()
        self.hide()

    def handlers(self) -> Handlers:
        """What the action does."""
        return {"note.quick": self.open_}

    @property
    def is_open(self) -> bool:
        """Whether the person is writing here."""
        return bool(self._ids)

    def open_(self) -> None:
        """Has a line be written for the selected papers."""
        ids = self._navigation.selected
        if not ids:
            self.said.emit(self.tr("Go to a paper first; this adds a line to its note."))
            return
        self._ids = ids
        one = self.tr("Add to the note")
        self.caption.setText(one if len(ids) == 1 else self.tr("Add to %n note(s)", "", len(ids)))
        self._put("")
        self._view.scrollTo(self._view.currentIndex())
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._drafts.fetch(ids, lambda text: self._fill(ids, text))

    def leave(self) -> None:
        """Closes the field and keeps what is in it for the next time."""
        if self.is_open:
            self._keep()
            self._ids = ()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at its row."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.field.entered.connect(self._add)
        self.field.left.connect(self.leave)
        self.field.too_long.connect(
            lambda: self.said.emit(self.tr("That is too long for a quick note."))
        )
        self.field.textChanged.connect(self._timer.start)
        self.field.document().documentLayout().documentSizeChanged.connect(self._place)
        self._jobs.failed.connect(lambda _: self._take_back())
        papers = self._view.model()
        for moved in (papers.rowsInserted, papers.rowsRemoved, papers.modelReset):
            moved.connect(self._place)
        self._view.verticalScrollBar().valueChanged.connect(self._place)
        self._view.installEventFilter(self)
        self._window.installEventFilter(self)

    def _fill(self, ids: Sequence[int], text: str) -> None:
        """Puts what was typed the last time before what has been typed since."""
        if text and self._ids is ids:
            self._put(joined(text, self.field.toPlainText()))

    def _put(self, text: str) -> None:
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._timer.stop()

    def _keep(self) -> None:
        self._timer.stop()
        if self.is_open:
            self._drafts.keep(self._ids, self.field.toPlainText())

    def _add(self) -> None:
        """Adds what is typed to the notes, and gives the keyboard back to the list."""
        text = self.field.toPlainText().strip()
        if text:
            self._drafts.take(self._ids)
            self._put("")
            self.send(self._ids, text)
        self._panes.focus_papers()
        self.leave()

    def send(self, ids: Sequence[int], text: str) -> None:
        """Adds a text to the notes of papers."""
        sent = _Sent(ids, text)
        self._sent.append(sent)
        self._jobs.change(lambda: self._append(sent), lambda label: self._was_sent(sent, label))
        self.sent.emit(text)

    def _append(self, sent: _Sent) -> str:
        """On the writer thread: what is typed from now on is kept after this."""
        try:
            self._library.append_to_notes(sent.ids, sent.text)
        except BaseException:
            sent.failed = True
            raise
        self._library.set_setting(setting(sent.ids), "")
        return self._library.history(1)[0].label

    def _was_sent(self, sent: _Sent, label: str) -> None:
        self._sent.remove(sent)
        self.added.emit(label)

    def _take_back(self) -> None:
        """What could not be added is there again the next time, or now where one still writes."""
        for sent in [sent for sent in self._sent if sent.failed]:
            self._sent.remove(sent)
            if self.is_open and setting(self._ids) == setting(sent.ids):
                self._put(joined(sent.text, self.field.toPlainText()))
                self._keep()
            else:
                self._drafts.give_back(sent.ids, sent.text)

    def _place(self) -> None:
        """Under the row, or over it where there is no room; without a list at the paper's foot."""
        if not self.is_open:
            return
        window = self._window
        seen = self._view.viewport() if self._view.isVisible() else self._panes.splitter
        room = QRect(seen.mapTo(window, QPoint(0, 0)), seen.size())
        row = QRect(room.left(), room.bottom(), room.width(), 0)
        if seen is self._view.viewport():
            row = self._view.visualRect(self._view.currentIndex())
            row.translate(room.topLeft())
        width = min(room.width() - SPACE_24, _WIDEST)
        self.setFixedWidth(width)
        height = self.sizeHint().height()
        top = row.bottom() - SPACE_4
        if top + height > room.bottom():
            top = row.top() + SPACE_4 - height
        top = max(room.top(), min(top, room.bottom() - height - SPACE_8))
        self.setGeometry(room.left() + (room.width() - width) // 2, top, width, height)
