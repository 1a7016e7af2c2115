"""The field that tags are written in: completes from the known ones, most used first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from reader.gui.completion_list import CompletionList
from reader.gui.paper.tag_names import completions

_WIDTH = 150
# Border and padding at both sides, and the cursor.
_AROUND = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagField(QLineEdit):
    """Enter gives what is chosen, or else what is written; a comma parts several.

    ↓ and ↑ choose from the list, which ↓ also opens; Tab writes the first or the chosen one into
    the field; Esc closes the list. ``last_unwanted`` is Backspace where nothing is written.
    """

    entered = Signal(object)
    last_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagField")
        self.setAccessibleName(self.tr("Add a tag"))
        self.setPlaceholderText(self.tr("Add a tag"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._known: Mapping[str, int] = {}
        self._having: Collection[str] = ()
        self._offered: Sequence[str] = ()
        self.list = CompletionList(self)
        self.list.taken.connect(self._enter_row)
        self.textEdited.connect(lambda _: self._offer())

    def set_known(self, known: Mapping[str, int]) -> None:
        """The tags to complete from, each with how many papers have it."""
        self._known = known

    def set_having(self, having: Collection[str]) -> None:
        """The tags that are there already and need no offering."""
        self._having = having

    def sizeHint(self) -> QSize:
        """Wide enough for the words that stand in it while it is empty."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(_WIDTH, words + _AROUND), super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tab and Esc are the list's while it is open, before Qt moves the focus with them.

        Who leaves by Esc gives up what was not entered.
        """
        if isinstance(event, QKeyEvent):
            key, open_ = event.key(), self.list.isVisible()
            if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                if open_:
                    event.accept()
                    return True
                self.clear()
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Tab and open_:
                self._write_row(max(self.list.currentRow(), 0))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list, and Backspace where nothing is written."""
        key, open_ = event.key(), self.list.isVisible()
        if key == Qt.Key.Key_Backspace and not self.text():
            # A key that is held down to take back what was written takes no tags.
            if not event.isAutoRepeat():
                self.last_unwanted.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if open_:
                self.list.choose(1 if key == Qt.Key.Key_Down else -1)
            elif key == Qt.Key.Key_Down:
                self._offer(unasked=True)
        elif key in _ENTER:
            chosen = self.list.currentRow() if open_ else -1
            self._enter_row(chosen) if chosen >= 0 else self._enter(self.text())
        elif key == Qt.Key.Key_Escape and open_:
            self.list.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is offered to somebody who is elsewhere."""
        super().focusOutEvent(event)
        self.list.hide()

    def _offer(self, *, unasked: bool = False) -> None:
        """Offers what the last of the written tags may become; of nothing, only if asked."""
        text = self._piece()
        wanted = bool(text) or unasked
        self._offered = completions(text, self._known, self._having) if wanted else ()
        if list(self._offered) == [text]:
            self._offered = ()
        self.list.show_below(self, self._offered)

    def _piece(self) -> str:
        return self.text().rpartition(",")[2].strip()

    def _write_row(self, row: int) -> None:
        before, comma, _ = self.text().rpartition(",")
        self.setText(before + comma + (" " if comma else "") + self._offered[row])
        self._offer()

    def _enter_row(self, row: int) -> None:
        before = self.text().rpartition(",")[0]
        self._enter(f"{before},{self._offered[row]}")

    def _enter(self, text: str) -> None:
        names = [name for name in text.split(",") if name.strip()]
        self.clear()
        self.list.hide()
        if names:
            self.entered.emit(names)
