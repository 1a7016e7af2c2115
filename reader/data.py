"""Finds the files that come with the program: ``db/`` and ``resources/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def data_folder(name: str) -> Path:
    """The folder ``db`` or ``resources`` of this installation.

    In a wheel or a bundle they lie under ``reader/_data``; in a checkout beside ``pyproject.toml``.
    Raises FileNotFoundError when the installation lacks it.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"this installation of reader has no folder {name!r}; install it again")
