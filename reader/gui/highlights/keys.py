"""The keys of marking that are letters and digits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.gui.actions.typed_keys import meant

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def letter(event: QKeyEvent) -> str:
    """The small letter or digit of a key, on any keyboard; empty for others."""
    if event.modifiers() & _HELD:
        return ""
    text = event.text().lower()
    if text.isascii():
        return text
    key = meant(event)
    return chr(key.key()).lower() if key is not None else ""
