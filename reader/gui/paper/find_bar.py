"""The small field in which a person types what to find in the note they are writing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from reader.gui.labels import plain_label
from reader.gui.language import number
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon
from reader.gui.theme.style_sheet import repolish
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, TARGET

_FIELD_WIDTH = 200
_COUNT_WIDTH = 76
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_STEPS = {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ShiftModifier: -1}


class FindBar(QFrame):
    """Floats at the top of a page. ``stepped`` says by how much, ``left`` that Esc was pressed."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in the note"))
        self._theme = theme
        self._page: QAbstractScrollArea | None = None
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Find in the note"))
        self.field.setPlaceholderText(self.tr("Find in the note"))
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field.setMinimumWidth(_FIELD_WIDTH)
        self.field.installEventFilter(self)
        self.count = plain_label(self, role="count")
        self.count.setMinimumWidth(_COUNT_WIDTH)
        self.previous = self._button(self.tr("Match before (Shift+Enter)"), "chevron-up", -1)
        self.next = self._button(self.tr("Next match (Enter)"), "chevron-down", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, SPACE_4, SPACE_4, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def stand_on(self, page: QAbstractScrollArea) -> None:
        """Floats at the top of a page from now on."""
        self._page = page
        self.setParent(page.viewport())
        page.installEventFilter(self)

    def open_(self, wanted: str) -> None:
        """Shows the bar with the keyboard in it; with nothing wanted, what was the last time."""
        if wanted:
            self.field.setText(wanted)
        self.show()
        self.raise_()
        self._place()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, at: int, total: int) -> None:
        """Says at which match the person is, from 1, and of how many."""
        nothing = bool(self.field.text()) and not total
        words = self.tr("{} of {}").format(number(at), number(total)) if total else ""
        self.count.setText(self.tr("Not found") if nothing else words)
        state = "error" if nothing else ""
        if self.field.property("state") != state:
            self.field.setProperty("state", state)
            repolish(self.field)
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter step, Esc leaves; and the bar stays in its corner."""
        if watched is self._page:
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif isinstance(event, QKeyEvent):
            step = _STEPS.get(event.modifiers() & ~_KEYPAD) if event.key() in _ENTER else None
            if step is not None or event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                elif event.type() == QEvent.Type.KeyPress and step is not None:
                    self.stepped.emit(step)
                elif event.type() == QEvent.Type.KeyPress:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _button(self, name: str, picture: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(picture)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(TARGET, TARGET)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def _place(self) -> None:
        if self._page is None:
            return
        inside = self._page.viewport().rect()
        width = min(self.sizeHint().width(), inside.width() - 2 * SPACE_12)
        left = SPACE_12 if self.isRightToLeft() else inside.width() - SPACE_12 - width
        height = self.sizeHint().height()
        self.setGeometry(inside.left() + left, inside.top() + SPACE_8, width, height)

    def _dress(self) -> None:
        for button in (self.previous, self.next):
            button.setIcon(icon(button.objectName(), self._theme.tokens.text_quiet))
