"""The settings: what each may be, how they are read, and how one is changed."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from reader.settings.places import settings_file, themes_folder
from reader.settings.toml import Fault, change_toml, line_of, read_toml
from reader.words import say

Value = str | int | bool

THEMES = ("system", "light", "dark", "high-contrast")
MOTIONS = ("system", "on", "off")
KEYMAPS = ("default", "vim", "emacs")
LANGUAGES = ("system", "en", "de")
ZOOMS = range(70, 201)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. In the file a name has hyphens where it has underscores here.

    ``theme`` is one of THEMES or the name of a file in the themes folder; ``text_zoom`` is per
    cent; ``library`` is a folder, or nothing for the platform's; ``note_template`` is the name of
    what an empty note begins with, or none.
    """

    theme: str = "system"
    text_zoom: int = 100
    key_line: bool = True
    reduced_motion: str = "system"
    keymap: str = "default"
    language: str = "system"
    notifications: bool = True
    library: str = ""
    note_template: str = "none"

    def with_value(self, name: str, value: Value) -> Settings:
        """The same with one value changed."""
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)


NAMES = tuple(field.name for field in fields(Settings))

_CHOICES = {"reduced_motion": MOTIONS, "keymap": KEYMAPS, "language": LANGUAGES}
_EXPLAINED = {
    "theme": "system, light, dark, high-contrast, or the name of a file in themes/",
    "text_zoom": "the size of all text, in per cent (70 to 200)",
    "key_line": "whether the keys of the moment are shown along the bottom edge",
    "reduced_motion": "system, on (nothing moves) or off",
    "keymap": "default, vim or emacs; keymap.toml beside this file changes single keys",
    "language": "system, en or de",
    "notifications": "whether long work says when it is done while you are elsewhere",
    "library": 'the folder of the library; "" is the usual place',
    "note_template": "what an empty note begins with: none, or a template (reader templates)",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings in force, and what is wrong in their file; whether that is TOML at all."""

    settings: Settings
    faults: tuple[Fault, ...] = ()
    readable: bool = True


def file_name(name: str) -> str:
    """How a setting is called in the file."""
    return name.replace("_", "-")


def load(file: Path | None = None) -> Loaded:
    """Reads the settings; what is faulty or missing is as it is by default."""
    file = file or settings_file()
    table, text, fault = read_toml(file)
    if fault is not None:
        return Loaded(Settings(), (fault,), readable=False)
    settings, faults = Settings(), []
    for name in NAMES:
        key = file_name(name)
        if key not in table:
            continue
        if wrong := _wrong(name, table[key]):
            default = _written(getattr(Settings(), name))
            line = line_of(text, key)
            faults.append(
                Fault(file, line, say("{} {}. It counts as {}.").format(key, wrong, default))
            )
        else:
            settings = settings.with_value(name, table[key])
    return Loaded(settings, tuple(faults))


def keep(name: str, value: Value, file: Path | None = None) -> None:
    """Writes one setting; everything else in the file stays as it is.

    Raises SettingsError when the file cannot be read or written.
    """
    if wrong := _wrong(name, value):
        raise ValueError(f"{name} {wrong}")
    fresh = ["# The settings of reader. What you write here is kept; so is what reader writes.", ""]
    for each in NAMES:
        fresh.append(f"# {_EXPLAINED[each]}")
        fresh.append(f"{file_name(each)} = {_written(getattr(Settings(), each))}")
    key = file_name(name)

    def change(document: Any) -> None:
        document[key] = value

    change_toml(file or settings_file(), change, "\n".join(fresh) + "\n")


def own_themes() -> list[str]:
    """The names of the person's own themes."""
    try:
        return sorted(file.stem for file in themes_folder().glob("*.toml"))
    except OSError:
        return []


def _wrong(name: str, value: object) -> str:
    """What is wrong with a value, or nothing."""
    default = getattr(Settings(), name)
    # In Python a truth value is a number too; in TOML it is not.
    if type(value) is not type(default):
        if isinstance(default, bool):
            return say("is not true or false")
        return say("is not a whole number") if isinstance(default, int) else say("is not a text")
    choices = _CHOICES.get(name)
    if choices and value not in choices:
        return say("is {}, which is none of {}").format(_written(value), ", ".join(choices))
    if name == "text_zoom" and value not in ZOOMS:
        return say("is {}, which is not between {} and {}").format(value, ZOOMS[0], ZOOMS[-1])
    if name == "theme" and (not value or set(str(value)) & set("/\\:\0")):
        return say("is {}, which is no name of a theme").format(_written(value))
    return ""


def _written(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
