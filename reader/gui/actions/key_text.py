"""How keys are written for people: ``j``, ``Shift+Z``, ``g i``."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

_SIGNS = {"Return": "Enter", "Esc": "Esc"}


def key_text(keys: str) -> str:
    """One key or sequence, as a cap on the screen shows it."""
    parts = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText).split(", ")
    return " ".join(_one(part) for part in parts)


def _one(key: str) -> str:
    return key.lower() if len(key) == 1 else _SIGNS.get(key, key)
