"""The keys in force: the default map, under a base map, under the person's own ``keymap.toml``.

An overlay says only what differs. What is faulty in a person's file is passed over and said; the
rest of the file is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.data import data_folder
from reader.gui.actions.keymap import (
    CONTEXTS,
    Binding,
    default_keymap,
    portable,
    read_keymap,
)
from reader.gui.actions.registry import ACTIONS
from reader.settings.places import keymap_file
from reader.settings.toml import Fault, line_of, read_toml
from reader.words import say

_KNOWN = {action.id for action in ACTIONS}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The bindings in force and what was wrong with the person's own."""

    bindings: Mapping[str, Binding]
    faults: tuple[Fault, ...] = ()


class _Signals(QObject):
    changed = Signal()


class Keymap(Mapping[str, Binding]):
    """The binding of each action, always as it is in force; ``changed`` tells when it is not as
    it was. ``base`` is the name of the map below the person's own keys.
    """

    def __init__(self, base: str = "default") -> None:
        self._signals = _Signals()
        self.changed = self._signals.changed
        self.base = base
        self._loaded = load(base)

    def __getitem__(self, action: str) -> Binding:
        return self._loaded.bindings[action]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded.bindings)

    def __len__(self) -> int:
        return len(self._loaded.bindings)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in the person's own file."""
        return self._loaded.faults

    def reload(self, base: str | None = None) -> None:
        """Reads everything again, perhaps over another base map."""
        before = self._loaded.bindings
        self.base = base or self.base
        self._loaded = load(self.base)
        if self._loaded.bindings != before:
            self.changed.emit()


@cache
def base_map(name: str) -> Mapping[str, Binding]:
    """The bindings of a map that comes with the program. Raises KeymapError if it is faulty."""
    default = default_keymap()
    over = None if name == "default" else data_folder("resources") / "keymap" / f"{name}.toml"
    return MappingProxyType(read_keymap(default, over))


def load(base: str = "default", own: Path | None = None) -> Loaded:
    """The bindings of a base map with the person's own keys over them."""
    file = own or keymap_file()
    below = base_map(base)
    tables, text, fault = read_toml(file)
    if fault is not None:
        return Loaded(below, (fault,))
    faults: list[Fault] = []
    wanted: dict[str, Binding] = {}
    for context, action, value in _entries(tables, file, text, faults):
        wrong = _wrong(action, value, wanted)
        if wrong:
            faults.append(
                Fault(file, line_of(text, action, context), say("{}; passed over.").format(wrong))
            )
        else:
            wanted[action] = Binding(context, _keys(value))
    for action, context, said in _drop_clashes(below, wanted):
        faults.append(
            Fault(file, line_of(text, action, context), say("{}; passed over.").format(said))
        )
    return Loaded({**below, **wanted}, tuple(sorted(faults, key=lambda one: one.line or 0)))


def _entries(
    tables: dict[str, Any], file: Path, text: str, faults: list[Fault]
) -> Iterator[tuple[str, str, Any]]:
    for name, table in tables.items():
        if name not in CONTEXTS:
            said = say("there is no table [{}], only [papers] and [window]; passed over.").format(
                name
            )
            faults.append(Fault(file, _line_of_table(text, name) or line_of(text, name), said))
        elif not isinstance(table, dict):
            faults.append(
                Fault(
                    file, line_of(text, name), say("{} is not a table; passed over.").format(name)
                )
            )
        else:
            for action, value in table.items():
                yield name, action, value


def _line_of_table(text: str, name: str) -> int | None:
    lines = (n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[{name}]")
    return next(lines, None)


def _wrong(action: str, value: Any, so_far: Mapping[str, Binding]) -> str:
    """What is wrong with an entry by itself, or nothing."""
    if action not in _KNOWN:
        return say("there is no action {}").format(action)
    if not isinstance(value, list) or not all(isinstance(keys, str) for keys in value):
        return say('the keys of {} are not a list such as ["J"]').format(action)
    if action in so_far:
        return say("{} has keys in both tables").format(action)
    for keys in value:
        if not portable(keys):
            return say("{!r} of {} is not a key").format(keys, action)
    return ""


def _keys(value: list[str]) -> tuple[str, ...]:
    """The keys of an entry; one that is spelt in two ways, as Enter and Return, is one."""
    keys = [portable(key) for key in value]
    twice = len(set(value)) < len(value)
    return tuple(keys if twice else dict.fromkeys(keys))


def _drop_clashes(
    below: Mapping[str, Binding], wanted: dict[str, Binding]
) -> Iterator[tuple[str, str, str]]:
    """Takes entries away, the last first, until no two actions want one key.

    Gives each with its context and a sentence.
    """
    while True:
        found = [
            (action, said)
            for action in wanted
            for _, said in _clashes_of({**below, **wanted}, action, wanted[action])
        ]
        if not found:
            return
        action = found[-1][0]
        said = next(said for clashing, said in found if clashing == action)
        yield action, wanted.pop(action).context, said


def _clashes_of(
    bindings: Mapping[str, Binding], action: str, binding: Binding
) -> Iterator[tuple[str, str]]:
    """The other owners of the keys of a binding, each with a sentence."""
    for keys in binding.keys:
        for owner, other in bindings.items():
            for theirs in other.keys if owner != action else ():
                mine = portable(keys)
                taken = portable(theirs)
                if mine == taken:
                    yield owner, say("{} of {} belongs to {}").format(keys, action, owner)
                elif taken.startswith(f"{mine}, "):
                    yield owner, say("{} of {} begins {} of {}").format(keys, action, theirs, owner)
                elif mine.startswith(f"{taken}, "):
                    yield (
                        owner,
                        say("{} of {} begins with {} of {}").format(keys, action, theirs, owner),
                    )
    own = [portable(keys) for keys in binding.keys]
    for mine in own:
        if own.count(mine) > 1 or any(other.startswith(f"{mine}, ") for other in own):
            yield action, say("the keys of {} are in each other's way").format(action)
