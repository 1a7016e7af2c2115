"""Names of files being written, so that those of a program that was ended are found and removed."""

from __future__ import annotations

import os
import re
import time
import uuid
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_NAME = re.compile(r"\.(?:reader-(?P<process>\d{1,19})-)?[0-9a-f]{32}\.tmp")
_OLD_SECONDS = 3600
_ours: set[str] = set()


def beside(path: Path) -> Path:
    """A new name in the folder of a path for what is to replace it; ``forget`` it at the end."""
    name = f".reader-{os.getpid()}-{uuid.uuid4().hex}.tmp"
    _ours.add(name)
    return path.with_name(name)


def forget(temporary: Path) -> None:
    """Removes a file that was named by ``beside``, if it is still there."""
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
    _ours.discard(temporary.name)


def is_temporary(name: str) -> bool:
    """Whether a file is named as ``beside`` names it."""
    return _NAME.fullmatch(name) is not None


def sweep(paths: Iterable[Path]) -> None:
    """Removes those files among ``paths`` that a program left which was ended while it wrote."""
    for path in paths:
        match = _NAME.fullmatch(path.name)
        if match is None or path.name in _ours:
            continue
        with suppress(OSError):
            if not path.is_symlink() and _abandoned(path, match.group("process")):
                path.unlink()


def sweep_folder(folder: Path) -> None:
    """``sweep`` for the files of one folder."""
    with suppress(OSError):
        sweep(folder / name for name in os.listdir(folder) if is_temporary(name))  # noqa: PTH208


def _abandoned(path: Path, process: str | None) -> bool:
    """Whether nobody writes the file any more: its program is gone, or it is an hour old."""
    if time.time() - path.stat().st_mtime > _OLD_SECONDS:
        return True
    # Asking whether a process lives would end it on Windows.
    return process is not None and os.name != "nt" and not _alive(int(process))


def _alive(process: int) -> bool:
    if process == os.getpid():
        return False  # of an earlier one with our number, or we would know the name
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
