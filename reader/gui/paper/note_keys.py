"""What keys do in the note beyond typing. Each of them is one step of its undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import eq

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reader.gui.paper.markdown_lines import (
    continued,
    ended,
    indented,
    is_empty_item,
    is_item,
    outdented,
    prefix_of,
)
from reader.gui.paper.markdown_marks import emphasised, words_at
from reader.gui.text_places import for_qt, from_qt
from reader.operations.todos import is_done, turned

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
# A list that goes back further is long enough; Enter at the end of a huge note must not read it.
_LINES_BEFORE = 200


class NoteKeys(QObject):
    """Enter goes on with lists and quotes; Tab and Shift+Tab move the items of a list."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys that mean something here."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, held = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
            if key in _ENTER and held == _NO_KEYS:
                return self._enter()
            if key == Qt.Key.Key_Tab and held == _NO_KEYS:
                return self._move_items(outwards=False)
            if key == Qt.Key.Key_Backtab and held in (_NO_KEYS, _SHIFT):
                return self._move_items(outwards=True)
        return super().eventFilter(watched, event)

    def emphasise(self, width: int) -> None:
        """Puts ``width`` stars around what is selected, or the word, or takes them off."""
        cursor = self._editor.textCursor()
        single = cursor.blockNumber() == self._block(cursor.anchor()).blockNumber()
        parts = []
        for block in self._blocks(cursor):
            text = block.text()
            start = from_qt(text, max(cursor.selectionStart() - block.position(), 0))
            end = from_qt(text, min(cursor.selectionEnd() - block.position(), block.length() - 1))
            words = words_at(text, start, end)
            if single or words.start < words.end:
                parts.append((block, text, words))
        wanted = not all(words.marked(width) for _, _, words in parts)
        cursor.beginEditBlock()
        selected = []
        for block, text, words in parts:
            start, end, replacement, shift = emphasised(text, words, width, wanted)
            [(first, last)] = for_qt(text, [(start, end)])
            [(begin, stop)] = for_qt(text, [(words.start, words.end)])
            at = block.position()
            self._replace(cursor, at + first, at + last, replacement)
            selected += [at + begin + shift, at + stop + shift]
        cursor.endEditBlock()
        if selected:
            # The text before the last part grew too; that is in its block's position by now.
            cursor.setPosition(selected[0])
            cursor.setPosition(selected[-1], QTextCursor.MoveMode.KeepAnchor)
            self._editor.setTextCursor(cursor)

    def turn(self) -> None:
        """Turns over the boxes of the lines of the cursor; see ``reader.operations.todos``."""
        cursor = self._editor.textCursor()
        blocks = list(self._blocks(cursor))
        self._put(blocks, turned([block.text() for block in blocks]))

    def tick(self, line: int) -> bool:
        """Turns over the box of a line; False where it has none. The cursor stays."""
        block = self._editor.document().findBlockByNumber(line)
        if not block.isValid() or is_done(block.text()) is None:
            return False
        self._put([block], turned([block.text()]))
        return True

    def _put(self, blocks: Sequence[QTextBlock], lines: Sequence[str]) -> None:
        """Changes the beginnings of lines in one step; a cursor stays where it is in its words."""
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        for block, line in zip(blocks, lines, strict=True):
            before, at = block.text(), block.position()
            # They differ within list markers, where each letter is one to Qt too.
            kept = _alike(before, line)
            rest = _alike(before[kept:][::-1], line[kept:][::-1])
            head = line[kept : len(line) - rest]
            self._replace(cursor, at + kept, at + len(before) - rest, head)
        cursor.endEditBlock()

    def _enter(self) -> bool:
        cursor = self._editor.textCursor()
        block = cursor.block()
        line = block.text()
        if cursor.hasSelection() or cursor.positionInBlock() < len(str(prefix_of(line))):
            return False
        after = continued(line)
        if not after:
            return False
        cursor.beginEditBlock()
        if is_empty_item(line):
            start = block.position()
            end = start + block.length() - 1
            self._replace(cursor, start, end, ended(line, self._lines_before(block)))
        else:
            cursor.insertBlock()
            cursor.insertText(after)
        cursor.endEditBlock()
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        return True

    def _move_items(self, *, outwards: bool) -> bool:
        """Moves the items in the selection; says whether Tab was meant for that."""
        cursor = self._editor.textCursor()
        blocks = list(self._blocks(cursor))
        lines = [block.text() for block in blocks]
        if not is_item(lines[0]):
            return False
        move = outdented if outwards else indented
        moved = move(lines, self._lines_before(blocks[0]))
        if moved is None:
            return not outwards
        cursor.beginEditBlock()
        for block, line, changed in zip(blocks, lines, moved, strict=True):
            # Only the prefix is replaced, so that the selection stays on its words.
            kept = len(line) - len(str(prefix_of(line)))
            head = changed[: len(changed) - kept] if kept else changed
            at = block.position()
            self._replace(cursor, at, at + len(str(prefix_of(line))), head)
        cursor.endEditBlock()
        return True

    def _replace(self, cursor: QTextCursor, start: int, end: int, text: str) -> None:
        if start == end and not text:
            return
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def _blocks(self, cursor: QTextCursor) -> Iterator[QTextBlock]:
        """The lines that a selection touches; not the last where it only ends at its start."""
        block, end = self._block(cursor.selectionStart()), cursor.selectionEnd()
        yield block
        while (block := block.next()).isValid() and block.position() < end:
            yield block

    def _block(self, position: int) -> QTextBlock:
        return self._editor.document().findBlock(position)

    def _lines_before(self, block: QTextBlock) -> Sequence[str]:
        lines: list[str] = []
        while (block := block.previous()).isValid() and len(lines) < _LINES_BEFORE:
            lines.append(block.text())
        return lines[::-1]


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))
