"""Which libraries a person has: the one that opens by itself, and those opened lately."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.settings import settings
from reader.settings.places import config_folder
from reader.settings.toml import change_toml, read_toml

_FRESH = "# The libraries that were opened lately, the last one first. Written by reader.\n"
_REMEMBERED = 12


def chosen_library() -> Path | None:
    """The library that the settings name, or None for the platform's usual place.

    Where the settings cannot be read it is the one that was opened last: a slip in a file must not
    show a person an empty library.
    """
    loaded = settings.load()
    if not loaded.readable:
        return next(iter(recent_libraries()), None)
    return Path(loaded.settings.library).expanduser() if loaded.settings.library else None


def recent_libraries() -> list[Path]:
    """The libraries opened lately, the last one first; also those that are not there now."""
    table, _, _ = read_toml(_file())
    found = table.get("recent")
    if not isinstance(found, list):
        return []
    return [Path(folder) for folder in found if isinstance(folder, str) and folder]


def remember_library(folder: Path) -> None:
    """Puts a library first among those opened lately. Raises SettingsError."""
    folder = folder.absolute()
    known = recent_libraries()
    if known[:1] == [folder]:
        return
    _keep([folder, *(other for other in known if other != folder)])


def forget_library(folder: Path) -> None:
    """Takes a library from those opened lately; its files stay. Raises SettingsError."""
    _keep([other for other in recent_libraries() if other != folder])


def _keep(folders: list[Path]) -> None:
    def change(document: Any) -> None:
        document["recent"] = [str(folder) for folder in folders[:_REMEMBERED]]
        document["recent"].multiline(True)

    change_toml(_file(), change, _FRESH)


def _file() -> Path:
    return config_folder() / "libraries.toml"
