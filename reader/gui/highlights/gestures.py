"""What keys and the mouse mean in the texts of a paper while a passage is marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from reader.gui.actions import fixed_keys
from reader.gui.highlights.keys import letter
from reader.gui.highlights.selection import Divide, Selection
from reader.gui.highlights.steps import sentences, words
from reader.gui.highlights.words import COLOUR_KEYS

_WORD_ON, _WORD_BACK = fixed_keys.MARK_WORDS.codes
_SENTENCE_ON, _SENTENCE_BACK = fixed_keys.MARK_SENTENCES.codes
_STEPS: dict[int, tuple[Divide, int]] = {
    _WORD_ON: (words, 1),
    _WORD_BACK: (words, -1),
    _SENTENCE_ON: (sentences, 1),
    _SENTENCE_BACK: (sentences, -1),
}
_LETTER_STEPS = {"j": _SENTENCE_ON, "k": _SENTENCE_BACK}
_DELETE = fixed_keys.MARK_DELETE.codes
_LEAVE = fixed_keys.MARK_LEAVE.codes
_COMMENT, _NEXT = (one.keys[0].lower() for one in (fixed_keys.MARK_COMMENT, fixed_keys.MARK_NEXT))


class Gestures(QObject):
    """Says what the person wants of the selection.

    ``stepped`` carries a Divide, the direction, and whether the selection is to grow;
    ``next_wanted`` a direction; ``coloured`` a Colour; ``released`` the field in which the mouse
    was let go, and where. Keys count from ``take_keys`` to ``leave_keys``.
    """

    stepped = Signal(object, int, bool)
    next_wanted = Signal(int)
    coloured = Signal(object)
    comment_wanted = Signal()
    delete_wanted = Signal()
    given_up = Signal()
    released = Signal(str, object)

    def __init__(self, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._selection = selection
        self._views = selection.views
        for view in self._views.values():
            view.viewport().installEventFilter(self)

    def take_keys(self) -> None:
        """Takes the keys of marking from the texts."""
        for view in self._views.values():
            # Before the filters that take digits for counts.
            view.installEventFilter(self)

    def leave_keys(self) -> None:
        """Leaves all keys to the texts again."""
        for view in self._views.values():
            view.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While marking, its keys are its own; a click may be on a highlight."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and watched in self._views.values():
            if kind == QEvent.Type.ShortcutOverride and self._meaning(event) is not None:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress and (act := self._meaning(event)) is not None:
                act()
                return True
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            field = next((f for f, view in self._views.items() if view.viewport() is watched), None)
            if field is not None and event.button() == Qt.MouseButton.LeftButton:
                self.released.emit(field, event.position().toPoint())
        return super().eventFilter(watched, event)

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does; None when it is no key of marking."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        typed = letter(event)
        if self._selection.by_keys:
            key = _LETTER_STEPS.get(typed, key)
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            divide, by = _STEPS[key]
            return lambda: self.stepped.emit(divide, by, shift)
        if key in _LEAVE:
            return self.given_up.emit
        if key in _DELETE:
            return self.delete_wanted.emit
        if typed in COLOUR_KEYS:
            return lambda: self.coloured.emit(COLOUR_KEYS[typed])
        acts: dict[str, Callable[[], None]] = {
            _COMMENT: self.comment_wanted.emit,
            _NEXT: lambda: self.next_wanted.emit(-1 if shift else 1),
        }
        return acts.get(typed)
