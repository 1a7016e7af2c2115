"""Keys that Qt's shortcuts do not know: letters of other scripts, signs with AltGr, and counts.

A shortcut is a letter of the Latin alphabet or a sign. On a keyboard without Latin letters the key
at the same place means it, and a sign means itself however many keys it takes to type it. Qt looks
for such keys on some platforms only; what it has not found arrives here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

MOST_TIMES = 999
# Places of letters and signs by their code in Linux's input-event-codes.h, the same as in scan code
# set 1, which Windows gives; X and Wayland add 8 (xkbcommon).
_ROWS = {16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'", 44: "ZXCVBNM,./"}
_PLACES = {first + at: sign for first, row in _ROWS.items() for at, sign in enumerate(row)}
_XKB = 8
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class TypedKeys(QObject):
    """Watches widgets in which letters are keys. ``counting`` carries the count typed so far."""

    counting = Signal(int)

    def __init__(self, actions: Mapping[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._begun: list[QKeyCombination] = []
        self._count = 0

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Takes the keys that reach these widgets, which is after Qt's shortcuts."""
        for widget in widgets:
            widget.installEventFilter(self)

    def take_count(self) -> int:
        """How often an action is wanted, at least once; forgets it."""
        count, self._count = self._count, 0
        self._begun = []
        if count:
            self.counting.emit(0)
        return max(1, count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True when the key was a digit of a count, or meant an action."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._digit(event) or self._press(event)
        if event.type() == QEvent.Type.FocusOut:
            self.take_count()
        return super().eventFilter(watched, event)

    def _digit(self, event: QKeyEvent) -> bool:
        text, held = event.text(), event.modifiers() & _HELD
        if held or self._begun or not (text.isascii() and text.isdigit() and len(text) == 1):
            return False
        if not self._count and text == "0":
            return False
        self._count = min(self._count * 10 + int(text), MOST_TIMES)
        self.counting.emit(self._count)
        return True

    def _press(self, event: QKeyEvent) -> bool:
        key = meant(event)
        if key is None:
            if event.text():
                self.take_count()
            return False
        typed = [*self._begun, key]
        found, begins = self._look(QKeySequence(*typed))
        if found is None and begins:
            self._begun = typed
            return True
        self._begun = []
        if found is None:
            return False
        found()
        return True

    def _look(self, typed: QKeySequence) -> tuple[Callable[[], None] | None, bool]:
        """What the keys start, and whether they begin something longer."""
        begins = False
        for action in self._actions.values():
            for keys in action.shortcuts() if action.isEnabled() else ():
                fits = typed.matches(keys)
                if fits is QKeySequence.SequenceMatch.ExactMatch:
                    return action.trigger, False
                begins = begins or fits is QKeySequence.SequenceMatch.PartialMatch
        return None, begins


def meant(event: QKeyEvent) -> QKeyCombination | None:
    """The key that a letter of another script, or a sign typed with AltGr, stands for."""
    text, modifiers = event.text(), event.modifiers()
    if len(text) != 1 or text.isspace() or not text.isprintable():
        return None
    if text.isascii() and not text.isalnum():
        # A sign is itself; how it was typed (Shift, AltGr) depends on the keyboard.
        return QKeyCombination(Qt.Key(ord(text)))
    if text.isascii() or text.isdigit() or modifiers & _HELD:
        return None
    sign = _PLACES.get(event.nativeScanCode() - _offset())
    if sign is None:
        return None
    shift = modifiers & Qt.KeyboardModifier.ShiftModifier
    return QKeyCombination(shift, Qt.Key(ord(sign)))


def _offset() -> int:
    return 0 if QGuiApplication.platformName() == "windows" else _XKB
