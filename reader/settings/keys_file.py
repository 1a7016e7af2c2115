"""Writes a person's own keys into ``keymap.toml``, where everything else stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.settings.places import keymap_file
from reader.settings.toml import change_toml

Entries = Mapping[str, tuple[str, Sequence[str]] | None]
"""The table and the keys of actions, or None for what the base map says."""

_TABLES = ("papers", "window")
_FRESH = """\
# Your own keys, over those of the base map. "G, I" is g, then i; [] takes the keys away.
# Keys under [papers] act in the list and the paper, those under [window] also while you write,
# unless they are letters or signs.
"""


def put_keys(changes: Entries, file: Path | None = None) -> None:
    """Gives actions a table and keys, or, with None, what the base map gives them.

    Raises SettingsError when the file cannot be read or written.
    """

    def change(document: Any) -> None:
        for action, entry in changes.items():
            for table in _TABLES:
                if action in document.get(table, {}) and (entry is None or entry[0] != table):
                    document[table].remove(action)
            if entry is not None:
                table, keys = entry
                if table not in document:
                    document.add(table, _new_table())
                document[table][action] = list(keys)

    change_toml(file or keymap_file(), change, _FRESH)


def _new_table() -> Any:
    import tomlkit  # only who changes something waits for it

    return tomlkit.table()
