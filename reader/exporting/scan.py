"""Finds the files of an export again by the reader-id in their front matter. Only reads."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from reader.exporting.files import inside
from reader.exporting.names import SUFFIX

_ID = re.compile(r"^reader-id[ \t]*:[ \t]+[\"']?([^\s\"'#]+)", re.MULTILINE)
_CLOSING = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_BOM = b"\xef\xbb\xbf"
_HEAD = 128 * 1024


def scan(root: Path) -> dict[str, list[str]]:
    """The relative paths of all files with a reader-id, by reader-id; those nearest first.

    Links are followed inside the folder only. Hidden folders (a bin, version control, settings of
    a note-taking program) are passed over.
    """
    found: dict[str, list[str]] = {}
    seen: set[Path] = set()
    for relative in sorted(_texts(root), key=_nearest_first):
        path = inside(root, relative)
        if path is None or path in seen:
            continue
        seen.add(path)
        reader_id = read_id(path)
        if reader_id:
            found.setdefault(reader_id, []).append(relative)
    return found


def read_id(path: Path) -> str:
    """The reader-id of a file, empty when it has none or cannot be read.

    Also found in a front matter that is otherwise broken: the file is still that paper's.
    """
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as stream:
            head = stream.read(8).removeprefix(_BOM)
            if not head.startswith(b"---"):
                return ""
            head += stream.read(_HEAD)
    except OSError:
        return ""
    return _id_of(head.decode("utf-8", "replace"))


def _id_of(head: str) -> str:
    closing = _CLOSING.search(head, 3)
    match = _ID.search(head, 0, closing.start() if closing else len(head))
    return match.group(1) if match else ""


def _texts(root: Path) -> Iterator[str]:
    """The relative paths of the Markdown files, with slashes."""
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(SUFFIX) and not name.startswith("."):
                yield (Path(folder) / name).relative_to(root).as_posix()


def _nearest_first(relative: str) -> tuple[int, str]:
    return relative.count("/"), relative
