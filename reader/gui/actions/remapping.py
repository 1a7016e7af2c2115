"""What it takes to give an action other keys. Only computes; nothing is changed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.gui.actions.keymap import Binding, portable
from reader.settings.keys_file import Entries


@dataclass(frozen=True, slots=True)
class Remap:
    """The new bindings of the actions that change, and the keys that others lose."""

    bindings: Mapping[str, Binding]
    taken: Mapping[str, Sequence[str]]

    def entries(self, base: Mapping[str, Binding]) -> Entries:
        """What to write into the person's file; None where the base map says the same."""
        return {
            action: None if binding == base[action] else (binding.context, binding.keys)
            for action, binding in self.bindings.items()
        }


def remap(bindings: Mapping[str, Binding], action: str, binding: Binding) -> Remap:
    """Gives an action its keys and nobody else; whoever had one of them loses it."""
    wanted = [portable(each) for each in binding.keys]
    changes = {action: Binding(binding.context, tuple(wanted))}
    taken: dict[str, list[str]] = {}
    for other, theirs in bindings.items():
        lost = [key for key in theirs.keys if any(_collide(key, mine) for mine in wanted)]
        if other != action and lost:
            taken[other] = lost
            kept = tuple(key for key in theirs.keys if key not in lost)
            changes[other] = Binding(theirs.context, kept)
    return Remap(changes, taken)


def with_key(bindings: Mapping[str, Binding], action: str, keys: str) -> tuple[str, ...]:
    """The keys of an action and one more, without those that would be in its way."""
    return (*(key for key in bindings[action].keys if not _collide(key, keys)), portable(keys))


def _collide(one: str, other: str) -> bool:
    """Whether two keys or sequences are the same or one begins the other."""
    one, other = portable(one), portable(other)
    return one == other or one.startswith(f"{other}, ") or other.startswith(f"{one}, ")
