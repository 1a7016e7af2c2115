"""Finds the files of an export again by the reader-id in their front matter. Only reads.

What a program left that was ended while it wrote is removed on the way.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.exporting import temporary
from reader.exporting.files import inside, mark_of
from reader.exporting.names import SUFFIX

_ID = re.compile(r"^reader-id[ \t]*:[ \t]+[\"']?([^\s\"'#]+)", re.MULTILINE)
_CLOSING = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_BOM = b"\xef\xbb\xbf"
_HEAD = 128 * 1024
_FIRST = 4096


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of a file: its mark then, and the reader-id that it had."""

    mark: str
    reader_id: str


@dataclass(frozen=True, slots=True)
class Scan:
    """The files of a folder: their relative paths by reader-id, those nearest first, and marks.

    ``marks`` are of the files that are no links; a file too young to be sure of has none.
    ``anonymous`` are files without a reader-id, ``outside`` links that lead out of the folder.
    """

    found: dict[str, list[str]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    anonymous: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def scan(root: Path, known: Mapping[str, Known] | None = None) -> Scan:
    """All files with a reader-id in a resolved folder.

    A file that is ``known`` by its relative path and has the mark it had is not read. Links are
    followed inside the folder only. Hidden folders (a bin, version control, settings of a
    note-taking program) are passed over.
    """
    known = known or {}
    result = Scan()
    seen: set[Path] = set()
    now = time.time_ns()
    for relative, entry in sorted(_texts(root), key=_nearest_first):
        # A link and what it leads to count once; files that are no links are all different.
        path: Path | None = Path(entry.path)
        if entry.is_symlink():
            path = inside(root, relative)
        if path is None:
            result.outside.append(relative)
            continue
        if path in seen:
            continue
        seen.add(path)
        reader_id = _known_id(entry, relative, known, result, now)
        if reader_id is None:
            reader_id = read_id(path)
        if reader_id:
            result.found.setdefault(reader_id, []).append(relative)
        else:
            result.anonymous.append(relative)
    return result


def read_id(path: Path) -> str:
    """The reader-id of a file, empty when it has none or cannot be read.

    Also found in a front matter that is otherwise broken: the file is still that paper's.
    """
    try:
        if not path.is_file():
            return ""
        with path.open("rb", buffering=0) as stream:
            head = (stream.read(_FIRST) or b"").removeprefix(_BOM)
            if not head.startswith(b"---"):
                return ""
            text = head.decode("utf-8", "replace")
            if _CLOSING.search(text, 3, text.rfind("\n") + 1) is None:
                text = (head + (stream.read(_HEAD) or b"")).decode("utf-8", "replace")
    except OSError:
        return ""
    return _id_of(text)


def _known_id(
    entry: os.DirEntry[str], relative: str, known: Mapping[str, Known], result: Scan, now: int
) -> str | None:
    """The reader-id of a file that nobody has written since it was seen, and notes its mark."""
    if entry.is_symlink():
        return None
    try:
        status = entry.stat()
    except OSError:
        return None
    result.marks[relative] = mark_of(status, now)
    before = known.get(relative)
    if before is None or not before.mark or before.mark != mark_of(status):
        return None
    return before.reader_id


def _id_of(head: str) -> str:
    closing = _CLOSING.search(head, 3)
    match = _ID.search(head, 0, closing.start() if closing else len(head))
    return match.group(1) if match else ""


def _texts(root: Path, inner: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The Markdown files with their relative paths, with slashes."""
    left = []
    try:
        with os.scandir(root / inner) as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            if temporary.is_temporary(entry.name):
                left.append(Path(entry.path))
        elif entry.is_dir(follow_symlinks=False):
            yield from _texts(root, f"{inner}{entry.name}/")
        elif entry.name.lower().endswith(SUFFIX):
            yield inner + entry.name, entry
    temporary.sweep(left)


def _nearest_first(text: tuple[str, os.DirEntry[str]]) -> tuple[int, str]:
    return text[0].count("/"), text[0]
