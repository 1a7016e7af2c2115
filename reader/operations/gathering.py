"""Finds the files to import in what a person names or drops: files, and folders of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.errors import DigestError
from reader.words import number, say

MOST_FILES = 10_000


def digest_files(paths: Iterable[Path]) -> list[Path]:
    """The files among ``paths`` and those in its folders, in order of their names.

    Hidden files and folders are left out, and links to folders are not followed. What is not there
    comes back as it is, so that reading it says so. Raises DigestError for too many files.
    """
    found: list[Path] = []
    for path in paths:
        for file in _in_folder(path) if path.is_dir() else (path,):
            found.append(file)
            if len(found) > MOST_FILES:
                raise DigestError(
                    say("{} holds more than {} files.").format(path, number(MOST_FILES)),
                    advice=say("Import some of its folders at a time."),
                )
    return found


def may_never_end(path: Path) -> bool:
    """Whether it is a pipe, a socket or a device: to read one is to wait for somebody."""
    return path.exists() and not path.is_file()


def _in_folder(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in sorted(files):
            path = Path(name) / file
            if not file.startswith(".") and not may_never_end(path):
                yield path
