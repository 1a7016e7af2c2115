"""Which keys start which action: read from TOML and checked."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from reader.data import data_folder
from reader.errors import ReaderError
from reader.gui.actions.registry import ACTIONS
from reader.words import say

CONTEXTS = ("papers", "window")
_ENTER, _RETURN = re.compile(r"\bEnter\b"), re.compile(r"\bReturn\b")
_EDITING = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class KeymapError(ReaderError):
    """A keymap cannot be used: it is not TOML, names an unknown action, or gives a key twice."""


@dataclass(frozen=True, slots=True)
class Binding:
    """The keys of an action, as Qt writes them, and where they act (one of CONTEXTS).

    Those of the context ``papers`` do not act while something is being written. Those of ``window``
    do, except keys that write.
    """

    context: str
    keys: tuple[str, ...]

    def active(self, *, writing: bool) -> list[str]:
        """The keys that act now."""
        if not writing:
            return list(self.keys)
        return [keys for keys in self.keys if self.context == "window" and not writes(keys)]


def default_keymap() -> Path:
    """The file of the keys that come with the program."""
    return data_folder("resources") / "keymap" / "default.toml"


def read_keymap(path: Path, over: Path | None = None) -> dict[str, Binding]:
    """The binding of each action by its id, in a file or where ``over`` says otherwise in that.

    Raises KeymapError, naming what is wrong.
    """
    bindings: dict[str, Binding] = {}
    faults: list[str] = []
    for file in (path, over) if over else (path,):
        tables = _tables(file)
        faults += _faults_of_shape(tables)
        for context in CONTEXTS if not faults else ():
            for action, keys in tables.get(context, {}).items():
                bindings[action] = Binding(context, tuple(keys))
    faults = faults or _faults(bindings)
    if faults:
        where = str(over or path)
        raise KeymapError(say("The keymap has faults: {}.").format("; ".join(faults)), where=where)
    return bindings


def portable(keys: str) -> str:
    """A key or sequence in Qt's own spelling, the same everywhere; nothing if it is none.

    Return and Enter, which Qt tells apart and few people do, are one key: Return.
    """
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    return _ENTER.sub("Return", written)


def sequences(binding: Binding, *, writing: bool = False) -> list[QKeySequence]:
    """The keys that act now, as Qt wants them."""
    return [
        QKeySequence(one)
        for keys in binding.active(writing=writing)
        # The first is what menus show.
        for one in dict.fromkeys((_RETURN.sub("Enter", keys), keys))
    ]


@cache
def writes(keys: str) -> bool:
    """Whether a key, or the first of a sequence, writes or moves about in a field of text."""
    # Qt's types do not say that a sequence has parts.
    first: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]
    held = first.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
        return False
    # Below this are the keys that write something; above, those that have only a name.
    return first.key() in _EDITING or first.key() < Qt.Key.Key_Escape


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KeymapError(
            say("The keymap cannot be read: {}.").format(error), where=str(path)
        ) from error


def _faults_of_shape(tables: dict[str, Any]) -> list[str]:
    """What is not tables of lists of words."""
    faults = [say("there is no table [{}]").format(name) for name in tables if name not in CONTEXTS]
    for context in CONTEXTS:
        table = tables.get(context, {})
        if not isinstance(table, dict):
            faults.append(say("{} is not a table").format(context))
            continue
        for action, keys in table.items():
            if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
                faults.append(say('the keys of {} are not a list such as ["J"]').format(action))
    return faults


def _faults(bindings: dict[str, Binding]) -> list[str]:
    known = {action.id for action in ACTIONS}
    faults = [say("there is no action {}").format(name) for name in bindings if name not in known]
    faults += [say("{} is missing").format(name) for name in sorted(known - bindings.keys())]
    owners: dict[str, str] = {}
    for action, binding in bindings.items():
        for keys in binding.keys:
            written = portable(keys)
            if not written:
                faults.append(say("{!r} of {} is not a key").format(keys, action))
            elif written in owners:
                faults.append(
                    say("{} belongs to both {} and {}").format(keys, owners[written], action)
                )
            owners[written] = action
    # A key alone that also begins a sequence would act before the sequence is complete.
    for keys in owners:
        begun = [longer for longer in owners if keys and longer.startswith(f"{keys}, ")]
        faults += [say("{} begins {}").format(keys, longer) for longer in begun]
    return faults
