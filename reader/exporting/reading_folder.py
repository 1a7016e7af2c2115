"""Finds the files of an exported folder that say whose they are, and refuses those it cannot read.

Only reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import ExportError
from reader.exporting.base import INDEX_ID, Base
from reader.exporting.files import NotTextError, inside, read
from reader.exporting.scan import scan
from reader.words import say

LONGEST_FILE = 8_000_000
"""Of a longer file nobody reads the note."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be read back, by its path in the folder, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileText:
    """A file of a paper: its path in the folder and what it says."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class FolderTexts:
    """The files of a folder: by reader-id, those refused, and those without a reader-id."""

    files: dict[str, FileText] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    without_id: tuple[str, ...] = ()


def read_folder(root: Path, bases: Mapping[str, Base]) -> FolderTexts:
    """All files of a resolved folder that say whose they are. Hidden folders are passed over.

    Of several with one reader-id, that at the last known place counts, else that nearest the top.
    """
    found = scan(root)
    texts = FolderTexts(
        refused=[Refused(path, say("it leads out of the folder")) for path in found.outside],
        without_id=tuple(path for path in found.anonymous if (root / path).is_file()),
    )
    for reader_id, paths in found.found.items():
        base = bases.get(reader_id)
        chosen = base.path if base is not None and base.path in paths else paths[0]
        for path in paths:
            if reader_id == INDEX_ID:
                continue
            if path != chosen:
                reason = say("it has the same reader-id as {}").format(chosen)
                texts.refused.append(Refused(path, reason))
                continue
            try:
                texts.files[reader_id] = FileText(path, _text_of(root, path))
            except NotTextError as error:
                texts.refused.append(Refused(path, str(error)))
    return texts


def _text_of(root: Path, relative: str) -> str:
    """What a file says. Raises NotTextError with the reason when it is not to be read."""
    path = inside(root, relative)
    try:
        if path is None or not path.is_file():
            raise NotTextError(say("it is no file in the folder"))
        if path.stat().st_size > LONGEST_FILE:
            raise NotTextError(say("it is longer than {} MB").format(LONGEST_FILE // 1_000_000))
        file = read(path)
    except (ExportError, OSError) as error:
        cause = error.__cause__ if isinstance(error, ExportError) else error
        reason = cause.strerror if isinstance(cause, OSError) else ""
        raise NotTextError(
            say("it cannot be read ({})").format(reason or say("no permission"))
        ) from error
    if "\0" in file.raw:
        raise NotTextError(say("it has NUL characters, so it is no text"))
    return file.text
