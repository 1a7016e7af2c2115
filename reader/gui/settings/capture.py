"""A field that takes keys as they are pressed, for a key or a sequence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.gui.actions.key_text import key_text
from reader.gui.actions.typed_keys import meant

_LONGEST = 4
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_Hyper_L,
    Qt.Key.Key_Hyper_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_unknown,
)
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_DEAD = range(Qt.Key.Key_Dead_Grave, Qt.Key.Key_Dead_Longsolidusoverlay + 1)


class KeyCapture(QLineEdit):
    """Shows what was pressed. Enter accepts it, Backspace takes the last key back, Esc leaves.

    An empty field takes Enter as a key; Backspace in it is ``none_wanted``. Tab goes on to the
    next widget as everywhere, so that nobody is caught here.
    """

    captured = Signal(str)
    accepted = Signal(str)
    none_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(self.tr("Press the new key, or several one after the other"))
        self.keys = ""

    def begin(self) -> None:
        """Empties itself and takes the focus."""
        self._show("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keys are keys here, whatever they are elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Adds a key to the sequence, or does what Enter, Backspace and Esc do."""
        event.accept()
        bare = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if bare and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif bare and event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.keys:
            self.accepted.emit(self.keys)
        elif pressed := combination(event):
            parts = self.keys.split(", ") if self.keys else []
            self._show(", ".join([*parts, pressed][-_LONGEST:]))

    def _take_back(self) -> None:
        if self.keys:
            self._show(", ".join(self.keys.split(", ")[:-1]))
        else:
            self.none_wanted.emit()

    def _show(self, keys: str) -> None:
        self.keys = keys
        self.setText(key_text(keys) if keys else "")
        self.captured.emit(keys)


def combination(event: QKeyEvent) -> str:
    """The key that was pressed, as a keymap writes it; nothing for a modifier alone."""
    key = Qt.Key(event.key())
    if key in _MODIFIERS or key in _DEAD or not event.key():
        return ""
    if not event.modifiers() & _HELD and (sign := meant(event)) is not None:
        return QKeySequence(sign).toString(QKeySequence.SequenceFormat.PortableText)
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
    )
    is_sign = event.key() < Qt.Key.Key_Escape and not chr(event.key()).isalpha()
    if is_sign and key != Qt.Key.Key_Space:
        # A sign is the same key whatever it takes to type it on this keyboard.
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    sequence = QKeySequence(QKeyCombination(modifiers, key))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)
