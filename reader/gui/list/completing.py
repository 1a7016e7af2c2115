"""The list of completions under the search field, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reader.gui.completion_list import CompletionList
from reader.gui.jobs import Jobs
from reader.gui.text_places import for_qt, from_qt
from reader.model import Completion


class Completing(QObject):
    """Offers what the text may go on with, found off the window's thread.

    With the list open ↓ and ↑ choose, Tab and Enter accept, Esc closes it. Enter takes only what
    was chosen; where what is typed means nothing yet, the first is chosen from the start.
    """

    def __init__(
        self, find: Callable[[str, int], list[Completion]], jobs: Jobs, field: QLineEdit
    ) -> None:
        super().__init__(field)
        self._find = find
        self._jobs = jobs
        self._field = field
        self._asked = ("", 0)
        self._offered: Sequence[Completion] = ()
        self.list = CompletionList(field)
        self.list.taken.connect(self._take)
        field.installEventFilter(self)
        field.textEdited.connect(lambda _: self._ask())
        field.textChanged.connect(lambda _: self._close_unless_asked())
        field.cursorPositionChanged.connect(lambda *_: self._close_unless_asked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list, while it is open; the field keeps the focus."""
        if self.list.isVisible() and watched is self._field:
            kind = event.type()
            if kind in (QEvent.Type.FocusOut, QEvent.Type.Resize, QEvent.Type.Move):
                self.list.hide()
            elif kind == QEvent.Type.ShortcutOverride:
                assert isinstance(event, QKeyEvent)
                if event.key() == Qt.Key.Key_Escape:
                    event.accept()
                    return True
            elif kind == QEvent.Type.KeyPress:
                assert isinstance(event, QKeyEvent)
                return self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.choose(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab:
            self._take(max(self.list.currentRow(), 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentRow() >= 0:
            self._take(self.list.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def _ask(self) -> None:
        text = self._field.text()
        self._asked = (text, self._field.cursorPosition())
        cursor = from_qt(text, self._asked[1])
        self._jobs.query(lambda: self._find(text, cursor), self._offer, "completions", aside=True)

    def _offer(self, found: list[Completion]) -> None:
        if not self._is_asked() or not self._field.hasFocus():
            return
        text = self._field.text()
        whole = [one for one in found if text[one.start : one.end] != one.replacement]
        # Where nothing but what is there could follow, there is nothing to choose.
        self._offered = found if whole else []
        self.list.show_below(self._field, [one.label for one in self._offered])
        if self._offered and self._offered[0].unfinished:
            self.list.setCurrentRow(0)

    def _take(self, row: int) -> None:
        chosen, field = self._offered[row], self._field
        text = field.text()
        self.list.hide()
        rest = text[chosen.end :]
        done = not chosen.replacement.endswith(":")
        [(start, end)] = for_qt(text, [(chosen.start, chosen.end)])
        field.setSelection(start, end - start)
        field.insert(chosen.replacement + (" " if done and not rest else ""))
        if done and rest.startswith(" "):
            field.cursorForward(False)

    def _is_asked(self) -> bool:
        return self._asked == (self._field.text(), self._field.cursorPosition())

    def _close_unless_asked(self) -> None:
        if not self._is_asked():
            self.list.hide()
