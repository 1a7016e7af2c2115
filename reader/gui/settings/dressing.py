"""Makes the application look as the settings say."""

from __future__ import annotations

from reader.gui.theme import MODES, Theme
from reader.settings.places import themes_folder


def use_theme(theme: Theme, name: str) -> None:
    """Puts on one of MODES or a person's own theme. Raises ThemeError when that is faulty."""
    if name in MODES:
        theme.set_mode(name)
    else:
        theme.use_file(themes_folder() / f"{name}.toml")
