"""How keys are written for people: ``j``, ``Shift+Z``, ``g i``."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from reader.gui.actions.keymap import Binding
from reader.gui.language import translate

# What Qt calls a key, and what stands on it.
_NAMES = {
    "Ctrl": QT_TRANSLATE_NOOP("Keys", "Ctrl"),
    "Shift": QT_TRANSLATE_NOOP("Keys", "Shift"),
    "Alt": QT_TRANSLATE_NOOP("Keys", "Alt"),
    "Meta": QT_TRANSLATE_NOOP("Keys", "Meta"),
    # Two keys, which most people call by one name.
    "Return": QT_TRANSLATE_NOOP("Keys", "Enter"),
    "Enter": QT_TRANSLATE_NOOP("Keys", "Enter"),
    "Esc": QT_TRANSLATE_NOOP("Keys", "Esc"),
    "Del": QT_TRANSLATE_NOOP("Keys", "Del"),
    "Backspace": QT_TRANSLATE_NOOP("Keys", "Backspace"),
    "Space": QT_TRANSLATE_NOOP("Keys", "Space"),
    "Tab": QT_TRANSLATE_NOOP("Keys", "Tab"),
    "Home": QT_TRANSLATE_NOOP("Keys", "Home"),
    "End": QT_TRANSLATE_NOOP("Keys", "End"),
    "PgUp": QT_TRANSLATE_NOOP("Keys", "PgUp"),
    "PgDown": QT_TRANSLATE_NOOP("Keys", "PgDown"),
    "Ins": QT_TRANSLATE_NOOP("Keys", "Ins"),
}
_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_text(keys: str) -> str:
    """One key or sequence, as a cap on the screen shows it."""
    parts = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText).split(", ")
    return " ".join(_one(part) for part in parts)


def key_of(keymap: Mapping[str, Binding], action: str) -> str:
    """The first key of an action, as a cap shows it; empty where it has none."""
    keys = keymap[action].keys
    return key_text(keys[0]) if keys else ""


def _one(key: str) -> str:
    if len(key) == 1:
        return key.lower()
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-2].split("+"), "+"]
    return "+".join(_part(one) for one in (*held, last))


def _part(key: str) -> str:
    return translate("Keys", _NAMES[key]) if key in _NAMES else _ARROWS.get(key, key)
