"""Where the files of a person's settings lie."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_CHOOSES = "READER_CONFIG"


def config_folder() -> Path:
    """The platform's folder for configuration, or the one that READER_CONFIG names."""
    chosen = os.environ.get(_CHOOSES)
    return Path(chosen) if chosen else Path(platformdirs.user_config_dir("reader", appauthor=False))


def settings_file() -> Path:
    """The settings."""
    return config_folder() / "settings.toml"


def keymap_file() -> Path:
    """A person's own keys, over those of the base map."""
    return config_folder() / "keymap.toml"


def themes_folder() -> Path:
    """A person's own themes, one file each."""
    return config_folder() / "themes"


def note_templates_folder() -> Path:
    """A person's own templates for notes, one file each."""
    return config_folder() / "templates" / "notes"
