"""Moves a library to another folder. At every moment one of the two is whole."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from reader.errors import LibraryError
from reader.store import FILE, Store, copying
from reader.words import say

_OTHER_DISK = errno.EXDEV
# Of the journals of the database a copy of its own has none; the other files are those of a window.
_LEFT = (FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal")


def check_target(folder: Path, target: Path) -> None:
    """Raises LibraryError when a library cannot be moved from ``folder`` to ``target``."""
    if target.resolve().is_relative_to(folder.resolve()):
        raise LibraryError(
            say("{} is in the library's own folder.").format(target),
            advice=say("Choose an empty folder."),
        )
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise LibraryError(
            say("There are other files in {}.").format(target),
            advice=say("Choose an empty folder."),
        )


def move(folder: Path, target: Path) -> bool:
    """Moves a library that this program has closed; whether nothing is left in ``folder``.

    On the same disk that is one renaming. To another one it is copied, the copy is opened and
    compared, and the old folder stays for the person to delete; meanwhile nobody can write there.
    Raises LibraryError; then the library is where it was.
    """
    check_target(folder, target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            target.rmdir()
        if _rename(folder, target):
            return True
        _copy(folder, target)
        return False
    except OSError as error:
        raise LibraryError(
            say("The library cannot be moved to {}: {}.").format(target, error.strerror),
            advice=say("It is where it was."),
        ) from error


def _rename(folder: Path, target: Path) -> bool:
    """False when the target is on another disk."""
    try:
        folder.resolve().rename(target)
    except OSError as error:
        if error.errno == _OTHER_DISK:
            return False
        raise
    return True


def _copy(folder: Path, target: Path) -> None:
    """Copies beside the target, and renames when all of it is on the disk."""
    half = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    store = Store(folder / FILE)
    try:
        with store.write():  # nobody writes what the copy would lack
            copying.copy(store.reading(), half / FILE)
            _copy_others(folder, half)
            _sync(half)
            half.chmod(folder.stat().st_mode)
            half.rename(target)
            _sync_one(target.parent)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    finally:
        store.close()


def _copy_others(folder: Path, half: Path) -> None:
    """The index, which would take minutes to make again, the backups and the log."""
    for path in folder.iterdir():
        if path.name in _LEFT:
            continue
        if path.is_dir():
            shutil.copytree(path, half / path.name)
        elif path.is_file():
            shutil.copy2(path, half / path.name)


def _sync(folder: Path) -> None:
    """Makes all files of a folder last."""
    for path in (*folder.rglob("*"), folder):
        _sync_one(path)


def _sync_one(path: Path) -> None:
    # Where a folder cannot be opened (Windows) the system sees to it.
    with suppress(PermissionError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
