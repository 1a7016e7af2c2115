"""A line over the window's foot that says what was done, with Undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from reader.errors import ReaderError
from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.sentences import balanced_width, with_shorter_title
from reader.gui.theme.motion import slide_in
from reader.gui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, TEXT_BODY
from reader.model import Changes, Kind

_SHOWN_MILLISECONDS = 6000
_ERROR_MILLISECONDS = 15000
_FOOT = 52
_WIDEST = 640
# A control is kept in sight; the list, a text or a page is seen around the message.
_CONTROL = 120


class Toast(QFrame):
    """Floats over its parent. ``undo_wanted`` and ``redo_wanted`` come from its button."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(self.tr("Message"))
        self.text = plain_label(self)
        self.text.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setProperty("role", "quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        self._row.setSpacing(SPACE_12)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.button)
        self._sentence = ""
        self._redo = False
        self._offered: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)
        self.hide()

    def hear(self, changes: Changes) -> None:
        """Says what an action did; actions of other programs have no label and say nothing.

        Neither does writing: a note saves itself all the time, and the status line tells. But then
        a message with Undo goes, which would take back what was written instead.
        """
        if not changes.label:
            return
        if changes.kinds == {Kind.NOTES} and not changes.undone:
            if self._offered is None and not self.button.isHidden():
                self.hide()
            return
        self._offered = None
        self._redo = changes.undone
        label = self.tr("Undone: {}").format(changes.label) if changes.undone else changes.label
        self.button.setText(self.tr("Redo") if changes.undone else self.tr("Undo"))
        self._show(label, _SHOWN_MILLISECONDS, button=True)

    def offer_undo(self, label: str) -> None:
        """Says what was done, with a way back: for what ``hear`` is quiet about."""
        self._offered = None
        self._redo = False
        self.button.setText(self.tr("Undo"))
        self._show(label, _SHOWN_MILLISECONDS, button=True)

    def say(self, sentence: str) -> None:
        """Says a sentence."""
        self._show(sentence, _SHOWN_MILLISECONDS, button=False)

    def offer(self, sentence: str, button: str, wanted: Callable[[], object]) -> None:
        """Says a sentence with something to do about it."""
        self._offered = wanted
        self.button.setText(button)
        self._show(sentence, _ERROR_MILLISECONDS, button=True)

    def complain(self, error: ReaderError) -> None:
        """Says what went wrong and what to do, for longer."""
        self._show(str(error), _ERROR_MILLISECONDS, button=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle of the window's foot."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, sentence: str, milliseconds: int, *, button: bool) -> None:
        self._sentence = shown(sentence)
        self.button.setVisible(button)
        came = self.isHidden()
        self._place()
        self.show()
        self.raise_()
        if came:
            slide_in(self, QPoint(0, SPACE_12))
        self._timer.start(milliseconds)
        # It never has the focus, so a screen reader is told.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._sentence))

    def _place(self) -> None:
        window = self.parentWidget()
        assert window is not None
        for slide in self.findChildren(QPropertyAnimation):
            slide.stop()  # or it ends where the message was
        end = SPACE_16 if self.button.isHidden() else SPACE_8
        self._row.setContentsMargins(SPACE_16, SPACE_8, end, SPACE_8)
        margins = self._row.contentsMargins()
        beside = margins.left() + margins.right()
        if not self.button.isHidden():
            beside += self._row.spacing() + self.button.sizeHint().width()
        metrics = self.text.fontMetrics()
        scale = max(1.0, self.text.font().pixelSize() / TEXT_BODY)
        room = min(round(_WIDEST * scale), window.width() - 2 * SPACE_24) - beside
        sentence = with_shorter_title(self._sentence, metrics, room)
        self.text.setText(sentence)
        self.setFixedWidth(beside + balanced_width(sentence, metrics, room))
        self._row.activate()
        height = max(self._row.heightForWidth(self.width()), self.sizeHint().height())
        self.setFixedHeight(height)
        foot = window.height() - _FOOT
        at = QRect(0, foot - height, self.width(), height)
        at.moveLeft((window.width() - self.width()) // 2)
        self.move(self._beside_focus(at).topLeft())

    def _beside_focus(self, at: QRect) -> QRect:
        """``at``, or a place above the control with the focus, which would lie under it there."""
        window, focus = self.parentWidget(), QApplication.focusWidget()
        assert window is not None
        if focus is None or not window.isAncestorOf(focus) or focus.height() > _CONTROL:
            return at
        ringed = QRect(focus.mapTo(window, QPoint(0, 0)), focus.size())
        if at.intersects(ringed) and not focus.visibleRegion().isEmpty():
            at.moveBottom(ringed.top() - SPACE_12)
        return at

    def _focus_changed(self) -> None:
        # A page scrolls to what has the focus only after that has it.
        if self.isVisible():
            QTimer.singleShot(0, self, self._place)

    def _clicked(self) -> None:
        self.hide()
        if self._offered is not None:
            self._offered()
            return
        (self.redo_wanted if self._redo else self.undo_wanted).emit()
