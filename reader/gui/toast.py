"""A line over the window's foot that says what was done, with Undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.errors import ReaderError
from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.theme.motion import slide_in
from reader.gui.theme.style_sheet import repolish
from reader.gui.theme.tokens import SPACE_12
from reader.model import Changes, Kind

_SHOWN_MILLISECONDS = 6000
_ERROR_MILLISECONDS = 15000
_FOOT = 52
_WIDEST = 640


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
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self._redo = False
        self._offered: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def hear(self, changes: Changes) -> None:
        """Says what an action did; actions of other programs have no label and say nothing.

        Neither does writing: a note saves itself all the time, and the status line tells.
        """
        if not changes.label or (changes.kinds == {Kind.NOTES} and not changes.undone):
            return
        self._offered = None
        self._redo = changes.undone
        label = self.tr("Undone: {}").format(changes.label) if changes.undone else changes.label
        self.button.setText(self.tr("Redo") if changes.undone else self.tr("Undo"))
        self._show(label, _SHOWN_MILLISECONDS, button=True)

    def offer_undo(self, label: str) -> None:
        """Says what was done, with a way back: for what ``hear`` is quiet about."""
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
        self.text.setText(shown(sentence))
        self.button.setVisible(button)
        repolish(self)
        came = self.isHidden()
        self._place()
        self.show()
        self.raise_()
        if came:
            slide_in(self, QPoint(0, SPACE_12))
        self._timer.start(milliseconds)
        # It never has the focus, so a screen reader is told.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text.text()))

    def _place(self) -> None:
        window, layout = self.parentWidget(), self.layout()
        assert window is not None
        assert layout is not None
        widest = min(_WIDEST, window.width() - 48)
        text = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 24
        extra = 56 + (self.button.sizeHint().width() if not self.button.isHidden() else 0)
        self.setFixedWidth(min(widest, text + extra))
        layout.activate()
        height = max(layout.heightForWidth(self.width()), self.sizeHint().height())
        self.setFixedHeight(height)
        self.move((window.width() - self.width()) // 2, window.height() - height - _FOOT)

    def _clicked(self) -> None:
        self.hide()
        if self._offered is not None:
            self._offered()
            return
        (self.redo_wanted if self._redo else self.undo_wanted).emit()
