"""Reads TOML so that a fault has a name and a line, and writes it so that the rest stays.

Comments, order, blank lines and keys that are not ours survive a change, for the file belongs to
the person.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError
from reader.words import say

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


class SettingsError(ReaderError):
    """A file of settings cannot be changed. ``where`` names it and, where it can, the line."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, and in which line if that is known."""

    file: Path
    line: int | None
    what: str

    def __str__(self) -> str:
        if self.line is None:
            return f"{self.file.name}: {self.what}"
        return say("{}, line {}: {}").format(self.file.name, self.line, self.what)


def read_toml(file: Path) -> tuple[dict[str, Any], str, Fault | None]:
    """What a file says, its text, and what is wrong with it as a whole. No file says nothing."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}, "", None
    except OSError as error:
        return {}, "", Fault(file, None, say("it cannot be read: {}.").format(error.strerror))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return {}, "", Fault(file, line, say("it is not UTF-8 text."))
    try:
        # As a file opened as text would give it: tomllib counts no lone carriage return as a line.
        return tomllib.loads(text.replace("\r\n", "\n")), text, None
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found and found[1] else text.rstrip().count("\n") + 1
        said = _LINE.sub("", str(error))
        return {}, text, Fault(file, line, say("this is not TOML ({}).").format(said))
    except RecursionError:
        return {}, text, Fault(file, None, say("this is not TOML (nested too deeply)."))


def line_of(text: str, key: str, table: str = "") -> int | None:
    """The line where a key of a table is set in a TOML text, if it is set in the plain way."""
    here = ""
    wanted = re.compile(rf"\s*(?:\"{re.escape(key)}\"|'{re.escape(key)}'|{re.escape(key)})\s*=")
    for number, line in enumerate(text.splitlines(), 1):
        if head := re.match(r"\s*\[\s*[\"']?([^\[\]\"']+?)[\"']?\s*\]", line):
            here = head[1]
        elif here == table and wanted.match(line):
            return number
    return None


def change_toml(file: Path, change: Callable[[TOMLDocument], None], fresh: str = "") -> None:
    """Applies a change to what the file says now; a file that is not there begins as ``fresh``.

    All or nothing: the file is replaced at once. Raises SettingsError when the file cannot be
    read as TOML, for then nobody knows what would be lost, or cannot be written.
    """
    import tomlkit  # only who changes something waits for it

    _, text, fault = read_toml(file)
    if fault is not None:
        raise SettingsError(
            say("This is not kept, for {}").format(fault),
            advice=say("Mend or remove that file and try again."),
        )
    document = tomlkit.parse(text or fresh)
    change(document)
    try:
        _replace(file, tomlkit.dumps(document))
    except OSError as error:
        raise SettingsError(
            say("This is not kept: {} cannot be written ({}).").format(file.name, error.strerror),
            where=str(file),
        ) from error


def _replace(file: Path, text: str) -> None:
    """Writes the file beside its place first. A link stays one, and who may read it stays."""
    place = file.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(text.encode("utf-8"))
            new.flush()
            os.fsync(new.fileno())
        with contextlib.suppress(FileNotFoundError):
            Path(name).chmod(place.stat().st_mode & 0o777)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
