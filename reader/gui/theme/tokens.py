"""The names that widgets use for colours and measures, and the themes that give them values.

Knows no Qt, so that contrast can be computed from it. A colour is always an opaque ``#rrggbb``.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from reader.data import data_folder
from reader.errors import ReaderError
from reader.gui.theme.contrast import over
from reader.words import say

# Measures in logical pixels; they are the same in every theme.
SPACE_4 = 4
SPACE_8 = 8
SPACE_12 = 12
SPACE_16 = 16
SPACE_24 = 24
SPACE_32 = 32
RADIUS = 6
RADIUS_CHIP = 4
RADIUS_PALETTE = 10
ROW_HEIGHT = 32
ICON = 18
TARGET = 32

# Sizes of text in pixels at 100 %.
TEXT_CHIP = 11
TEXT_SMALL = 12
TEXT_BODY = 13
TEXT_TITLE = 14
TEXT_READING = 17
TEXT_HEADING = 18
TEXT_PAPER_TITLE = 26
READING_LINE_HEIGHT = 1.55

TAG_COLOURS = ("tag_blue", "tag_teal", "tag_orange", "tag_violet", "tag_pink")

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


class ThemeError(ReaderError):
    """A theme file cannot be used. ``where`` names the file."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of a theme by its purpose.

    ``mark_*`` are the strong forms of ``highlight_*`` (bars beside a highlight, swatches);
    ``text_on_accent`` is text on a filled ``accent``; ``danger`` is for text and icons alike.
    """

    name: str
    dark: bool
    surface_side: str
    surface_list: str
    surface_paper: str
    surface_field: str
    selection_unfocused: str
    line: str
    line_strong: str
    text: str
    text_quiet: str
    text_on_accent: str
    accent: str
    accent_soft: str
    accent_mid: str
    star: str
    tag_blue: str
    tag_teal: str
    tag_orange: str
    tag_violet: str
    tag_pink: str
    highlight_yellow: str
    highlight_green: str
    highlight_blue: str
    highlight_pink: str
    mark_yellow: str
    mark_green: str
    mark_blue: str
    mark_pink: str
    danger: str

    def colour(self, token: str) -> str:
        """The colour called ``token``; KeyError when there is none of that name."""
        if token not in COLOUR_NAMES:
            raise KeyError(token)
        return str(getattr(self, token))

    @property
    def surface_float(self) -> str:
        """What lies over others: menus, the palette, the toast."""
        return self.surface_field if self.dark else self.surface_paper

    def hover(self, surface: str) -> str:
        """What a control on ``surface`` is filled with while the pointer is over it."""
        return over(self.text, 0.08 if self.dark else 0.05, surface)

    def disabled(self, surface: str) -> str:
        """Text on ``surface`` of what cannot be used now: fainter, and still to be read."""
        return over(self.text, 0.45 if self.dark else 0.55, surface)

    def pressed(self, surface: str) -> str:
        """What a control on ``surface`` is filled with while it is held down."""
        return over(self.text, 0.13 if self.dark else 0.09, surface)


COLOUR_NAMES = tuple(f.name for f in fields(Tokens) if f.name not in ("name", "dark"))


def tag_colour(tag: str) -> str:
    """The token that colours ``tag``: the same for ``vision`` and ``vision/video``, for ever."""
    top = tag.split("/", 1)[0].strip().casefold()
    # Python's own hash differs from run to run.
    digest = hashlib.sha256(top.encode()).digest()
    return TAG_COLOURS[int.from_bytes(digest[:4]) % len(TAG_COLOURS)]


def chip_background(tokens: Tokens, token: str, surface: str, *, selected: bool = False) -> str:
    """What lies under a chip whose text has the colour ``token``.

    ``surface`` is what the chip lies on, for a selected row the colour of the selection.
    """
    alpha = 0.08 if selected else 0.15 if tokens.dark else 0.10
    return over(tokens.colour(token), alpha, surface)


def read_theme(path: Path) -> Tokens:
    """The theme in a TOML file: ``name``, ``dark`` and a table ``[colours]`` of all tokens.

    Instead of all, a theme may say ``base = "dark"`` (or light, or high-contrast) and only what
    differs from that. Raises ThemeError naming every token that is missing, unknown or no colour.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ThemeError(
            say("The theme cannot be read: {}.").format(error.strerror), where=f"({path})"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(
            say("The theme is not valid TOML: {}.").format(error), where=f"({path})"
        ) from error
    below, faults = _base(table.get("base"))
    name, dark = table.get("name", path.stem), table.get("dark", below.get("dark"))
    colours = table.get("colours", {} if below else None)
    if isinstance(colours, dict):
        colours = {name: below[name] for name in COLOUR_NAMES if name in below} | colours
    faults += _faults(name, dark, colours)
    if faults or not isinstance(colours, dict):
        raise ThemeError(
            say("The theme {} cannot be used: {}.").format(repr(path.stem), "; ".join(faults)),
            where=f"({path})",
            advice=say("Compare it with resources/themes/light.toml."),
        )
    return Tokens(name=name, dark=bool(dark), **{key: colours[key].lower() for key in colours})


def _base(name: object) -> tuple[dict[str, Any], list[str]]:
    """What a theme builds on, by token, and what is wrong with that."""
    if name is None:
        return {}, []
    bases = {"light": LIGHT, "dark": DARK, "high-contrast": HIGH_CONTRAST}
    if not isinstance(name, str) or name not in bases:
        return {}, [say("base is {}, not one of {}").format(repr(name), ", ".join(bases))]
    return asdict(bases[name]), []


def _faults(name: Any, dark: Any, colours: Any) -> list[str]:
    """Everything wrong with what a theme file says, so that it can be mended in one go."""
    faults = []
    if not isinstance(name, str):
        faults.append(say("name is not a text"))
    if not isinstance(dark, bool):
        faults.append(say("dark is not true or false"))
    if not isinstance(colours, dict):
        return [*faults, say("the table [colours] is missing")]
    missing = [token for token in COLOUR_NAMES if token not in colours]
    if missing:
        faults.append(say("missing {}").format(", ".join(missing)))
    unknown = [token for token in colours if token not in COLOUR_NAMES]
    if unknown:
        faults.append(say("unknown {}").format(", ".join(unknown)))
    faults += [
        say("{} is {}, not a colour like '#2a56d4'").format(token, repr(colours[token]))
        for token in COLOUR_NAMES
        if token in colours
        and not (isinstance(colours[token], str) and _COLOUR.match(colours[token]))
    ]
    return faults


def _bundled(stem: str) -> Tokens:
    return read_theme(data_folder("resources") / "themes" / f"{stem}.toml")


LIGHT = _bundled("light")
DARK = _bundled("dark")
HIGH_CONTRAST = _bundled("high-contrast")
