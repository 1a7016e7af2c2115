"""Completes ``[[`` in the note to a link to a paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reader.gui.completion_list import CompletionList
from reader.gui.jobs import Jobs
from reader.gui.text_places import from_qt
from reader.model import LinkChoice

_OPEN = re.compile(r"(?<![\\`\[])\[\[(?P<typed>[^\[\]|`]{0,200})\Z")
_WIDTH = 460
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Linking(QObject):
    """Offers papers while a link is written, found off the window's thread; the best is chosen.

    ↓ and ↑ choose, Enter and Tab take, Esc closes the list. Install it after all other filters of
    the editor: while the list is open its keys come first.
    """

    def __init__(
        self, find: Callable[[str], list[LinkChoice]], jobs: Jobs, editor: QPlainTextEdit
    ) -> None:
        super().__init__(editor)
        self._find = find
        self._jobs = jobs
        self._editor = editor
        self._asked: tuple[int, str] | None = None
        self._offered: Sequence[LinkChoice] = ()
        self.list = CompletionList(editor)
        self.list.setAccessibleName(self.tr("Papers to link to"))
        self.list.taken.connect(self._take)
        editor.installEventFilter(self)
        editor.textChanged.connect(self._ask)
        editor.cursorPositionChanged.connect(self._close_unless_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list, while it is open; the editor keeps the focus."""
        if self.list.isVisible():
            kind = event.type()
            if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self.list.hide()
            elif kind == QEvent.Type.Resize:
                # The editor has grown with its text, and what was scrolled in it has not any more.
                QTimer.singleShot(0, self, self.follow)
            elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    event.accept()
                    return True
            elif (
                kind == QEvent.Type.KeyPress
                and isinstance(event, QKeyEvent)
                and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            ):
                return self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """The page was scrolled: the list stays beside what is written."""
        if self.list.isVisible():
            self._show()

    def _press(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.choose(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab or key in _ENTER:
            self._take(max(self.list.currentRow(), 0))
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def _ask(self) -> None:
        self._asked = self._typed() if self._editor.hasFocus() else None
        if self._asked is None:
            self.list.hide()
            return
        asked, typed = self._asked, self._asked[1]

        def offer(found: list[LinkChoice]) -> None:
            if self._asked == asked == self._typed() and self._editor.hasFocus():
                self._offered = found
                self._show()

        self._jobs.query(lambda: self._find(typed), offer, "link-choices", aside=True)

    def _show(self) -> None:
        labels = [f"{one.title} · {one.year}" if one.year else one.title for one in self._offered]
        chosen = max(self.list.currentRow(), 0) if self.list.isVisible() else 0
        part = self._editor.cursorRect(self._start()).adjusted(0, -4, 0, 0)
        self.list.show_beside(self._editor.viewport(), part, labels, _WIDTH)
        self.list.setCurrentRow(chosen)

    def _typed(self) -> tuple[int, str] | None:
        """Where the link that is being written begins, and what is typed of it."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return None
        line = cursor.block().text()
        before = line[: from_qt(line, cursor.positionInBlock())]
        match = _OPEN.search(before[-300:])
        return (cursor.position(), match["typed"]) if match else None

    def _start(self) -> QTextCursor:
        """A cursor at the brackets of the link that is being written."""
        cursor = self._editor.textCursor()
        typed = self._asked[1] if self._asked else ""
        units = len(typed.encode("utf-16-le")) // 2 + 2
        cursor.setPosition(cursor.position() - units)
        return cursor

    def _take(self, row: int) -> None:
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        after = line[from_qt(line, cursor.positionInBlock()) :]
        end = cursor.position() + (2 if after.startswith("]]") else 0)
        cursor.setPosition(self._start().position())
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._asked = None
        self.list.hide()
        cursor.insertText(self._offered[row].written)
        self._editor.setTextCursor(cursor)

    def _close_unless_asked(self) -> None:
        if self.list.isVisible() and self._asked != self._typed():
            self.list.hide()
