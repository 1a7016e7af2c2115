"""Reads and replaces text files so that a failure at any moment leaves the old file whole."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from types import TracebackType

from reader.errors import ExportError
from reader.exporting import temporary
from reader.words import say

_BOM = "\ufeff"
_END = re.compile(r"(?:\r?\n)*\Z")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_LONGEST = 32_000_000
_GRAIN_NS = 2_000_000_000


class NotTextError(ValueError):
    """The file is not UTF-8 text, so that it can only be left alone."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was found.

    ``text`` has ``\\n`` at the end of its lines, one at its end, and no BOM; ``raw`` is what is
    there. ``stamp`` tells whether another program has changed the file since.
    """

    path: Path
    raw: str
    stamp: tuple[int, int, int]

    @property
    def text(self) -> str:
        """The content in the form in which texts are compared and merged."""
        content = self.raw.removeprefix(_BOM)
        return content[: _end_of(content)].replace("\r\n", "\n") + "\n"


def inside(root: Path, relative: str) -> Path | None:
    """The resolved path of a name inside the resolved folder, None when it leads out of it."""
    pure = PurePosixPath(relative)
    if not relative or pure.is_absolute() or ".." in pure.parts:
        return None
    try:
        path = (root / pure).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return path if path.is_relative_to(root) and path != root else None


def read(path: Path) -> TextFile:
    """The file at a resolved path. Raises NotTextError, and ExportError when it cannot be read."""
    with explained(path), path.open("rb") as stream:
        stamp = _stamp(os.fstat(stream.fileno()))
        data = stream.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise NotTextError(say("the file is too long"))
    try:
        return TextFile(path, data.decode("utf-8"), stamp)
    except UnicodeDecodeError as error:
        raise NotTextError(say("the file is not UTF-8")) from error


def encoded(text: str, like: TextFile | None = None) -> bytes:
    """The text in bytes, with the BOM, line ends and final line end of the file it replaces."""
    if like is None or like.raw in ("", _BOM):
        return ((like.raw if like else "") + text).encode("utf-8")
    content = like.raw.removeprefix(_BOM)
    bom = like.raw[: len(like.raw) - len(content)]
    lines = _line_ends(content, text.rstrip("\n").split("\n"))
    return (bom + lines + content[_end_of(content) :]).encode("utf-8")


class Batch:
    """Files written beside their places and then put there together.

    Leaving the ``with`` block without ``commit`` removes what was written beside and changes
    nothing. Errors of the file system arrive as ExportError.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[Path, Path, TextFile | None]] = []
        self._modes: dict[Path, int] = {}

    def __enter__(self) -> Batch:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        for written, _, _ in self._waiting:
            temporary.forget(written)

    def add(self, path: Path, data: bytes, replaces: TextFile | None) -> None:
        """Writes the data beside a resolved path, to last. ``replaces`` is what is there now."""
        written = temporary.beside(path)
        self._waiting.append((written, path, replaces))
        with explained(path):
            if replaces:
                self._modes[written] = _writable_mode(path)
            _write(written, data)

    def commit(self) -> frozenset[Path]:
        """Puts everything in place. Returns the paths left alone as they have just changed."""
        left: set[Path] = set()
        folders: set[Path] = set()
        # Once all are written: the disk then takes many at a time.
        for written, path, _ in self._waiting:
            with explained(path):
                _sync(written)
                if written in self._modes:
                    written.chmod(self._modes[written])
        for written, path, replaces in self._waiting:
            with explained(path):
                if _changed(path, replaces):
                    left.add(path)
                    continue
                os.replace(written, path)  # noqa: PTH105 - the word of the promise we keep
                folders.add(path.parent)
        for folder in folders:
            _sync_folder(folder)
        return frozenset(left)


def replace_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Writes a file of any kind beside its place and puts it there: never half of it is there.

    The data may come piece by piece, and what that raises leaves the old file. Raises ExportError.
    """
    temporary.sweep_folder(path.parent)
    written = temporary.beside(path)
    with explained(path):
        mode = _writable_mode(path) if path.exists() else None
        try:
            _write(written, data)
            _sync(written)
            if mode is not None:
                written.chmod(mode)
            os.replace(written, path)  # noqa: PTH105 - the word of the promise we keep
        finally:
            temporary.forget(written)
    _sync_folder(path.parent)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns an error of the file system into a sentence that helps."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            what, advice = (
                say("The disk is full, so this could not be exported:"),
                say("Free some space"),
            )
        elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
            what, advice = say("This cannot be written or read:"), say("Change its permissions")
        else:
            what, advice = (
                say("This could not be exported:"),
                say("{}. Put it right").format(error.strerror or error),
            )
        raise ExportError(
            what,
            where=f"{path}.",
            advice=say(
                "{} or choose another folder, then export again; the old file is intact."
            ).format(advice),
        ) from error


def _end_of(content: str) -> int:
    match = _END.search(content)
    return match.start() if match else len(content)


def _line_ends(old: str, new: list[str]) -> str:
    """The new lines joined as the old text does it. Where it mixes, lines keep their own ends."""
    windows, all_of_them = old.count("\r\n"), old.count("\n")
    usual = "\r\n" if windows * 2 > all_of_them else "\n"
    if windows in (0, all_of_them):
        return usual.join(new)
    ends = [usual] * len(new)
    lines = old.split("\n")
    matcher = SequenceMatcher(None, [line.removesuffix("\r") for line in lines], new, False)
    for start, new_start, size in matcher.get_matching_blocks():
        for offset in range(size):
            ends[new_start + offset] = "\r\n" if lines[start + offset].endswith("\r") else "\n"
    return "".join(line + end for line, end in zip(new, [*ends[:-1], ""], strict=True))


def _write(path: Path, data: bytes | Iterable[bytes]) -> None:
    descriptor = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
    )
    with open(descriptor, "wb") as stream:  # noqa: PTH123 - an open descriptor has no path
        stream.writelines([data] if isinstance(data, bytes) else data)


def _sync(path: Path) -> None:
    """Makes the content of a file last. Windows wants it open for writing."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _writable_mode(path: Path) -> int:
    """The permissions of a file. Raises PermissionError when the person made it read-only.

    Replacing would get around that: it needs permission for the folder alone.
    """
    mode = stat.S_IMODE(path.stat().st_mode)
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only", str(path))
    return mode


def _changed(path: Path, replaces: TextFile | None) -> bool:
    """Whether another program has been at the file since it was read, or has made it."""
    if replaces is None:
        return os.path.lexists(path)
    try:
        return _stamp(path.stat()) != replaces.stamp
    except FileNotFoundError:
        return True


def _stamp(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_mtime_ns, status.st_size, status.st_ino


def mark_of(status: os.stat_result, now_ns: int | None = None) -> str:
    """What a file is known by as long as nobody writes it. Empty when it is too young to be sure.

    Two changes within the grain of a file system's clock (two seconds on FAT) look like one; with
    ``now_ns``, the moment of the look, a file that young gets no mark.
    """
    if now_ns is not None and now_ns - status.st_mtime_ns < _GRAIN_NS:
        return ""
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}:{status.st_ctime_ns}"


def mark_at(path: Path) -> str:
    """The ``mark_of`` the file at a path, empty when it is young or not there."""
    try:
        return mark_of(path.stat(), time.time_ns())
    except OSError:
        return ""


def _sync_folder(folder: Path) -> None:
    """Makes the renames last. Where folders cannot be opened (Windows) the system sees to it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
