"""Finds the files of an export that both sides changed, and writes what a person decided of them.

What they decide is written as the export would have done it, had there been no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ExportError
from reader.exporting.base import Base, Resolve
from reader.exporting.document import Contradiction, bring, contradictions
from reader.exporting.files import Batch, NotTextError, TextFile, encoded, inside, read
from reader.exporting.front_matter import MalformedError
from reader.exporting.markdown import index_line, render, source_of
from reader.exporting.pictures import relinked, seen_from, way_out_of
from reader.exporting.places import Places
from reader.model import Paper


@dataclass(frozen=True, slots=True)
class FileConflict:
    """A file that both sides changed, and the places to decide.

    None of those where nobody can decide in reader: ``reason`` says why. ``theirs`` and ``ours``
    are the file and the rendering that the places were found in.
    """

    path: str
    paper: Paper
    places: tuple[Contradiction, ...] = ()
    reason: str = ""
    theirs: str = ""
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A file as it is now: what it said before, says now, and what counts as written into it."""

    path: str
    paper: Paper
    before: str
    text: str
    base: Base


def find_conflicts(
    root: Path, papers: Iterable[Paper], bases: Mapping[str, Base]
) -> Iterator[FileConflict]:
    """The files of a resolved folder that an export would leave alone now. Only reads."""
    places = Places(root, bases)
    for paper in papers:
        base = bases.get(paper.reader_id)
        if base is None or base.source == _source(paper, base.path):
            continue
        relative = places.existing(paper.reader_id)
        path = inside(root, relative) if relative else None
        if path is None or not path.is_file():
            continue
        try:
            theirs, ours = read(path).text, render(seen_from(paper, way_out_of(relative)))
            before, now = _linked_alike(relative, base.text, theirs)
            if bring(before, now, ours, Resolve.REPORT) is None:
                found = contradictions(before, now, ours)
                yield FileConflict(relative, paper, found, theirs=theirs, ours=ours)
        except (NotTextError, MalformedError) as error:
            yield FileConflict(relative, paper, reason=str(error).split("\n")[0][:200])


def settle(
    root: Path,
    decided: Iterable[tuple[FileConflict, Sequence[Resolve]]],
    bases: Mapping[str, Base],
) -> list[Settled]:
    """Writes what was decided, all files or none. Raises ExportError when one changed meanwhile."""
    settled = []
    with Batch() as batch:
        for conflict, choices in decided:
            base = bases[conflict.paper.reader_id]
            file = _unchanged(root, conflict)
            before, theirs = _linked_alike(conflict.path, base.text, conflict.theirs)
            text = bring(before, theirs, conflict.ours, Resolve.REPORT, choices)
            if text is None:
                raise ExportError("Not every place of this file is decided:", where=conflict.path)
            if text != file.text:
                batch.add(file.path, encoded(text, file), file)
            new = Base(
                base.reader_id,
                conflict.path,
                conflict.ours,
                _source(conflict.paper, conflict.path),
                index_line(conflict.paper, conflict.path),
            )
            settled.append(Settled(conflict.path, conflict.paper, file.text, text, new))
        left = batch.commit()
    if left:
        raise _changed(str(sorted(left)[0]))
    return settled


def _source(paper: Paper, path: str) -> str:
    """The fingerprint of what the export renders a paper from, into a file at this path."""
    return source_of(seen_from(paper, way_out_of(path)), None)


def _linked_alike(path: str, *texts: str) -> tuple[str, ...]:
    """Texts of a file with links to pictures as they are right from its path, as exporting does."""
    return tuple(relinked(text, way_out_of(path)) for text in texts)


def _unchanged(root: Path, conflict: FileConflict) -> TextFile:
    path = inside(root, conflict.path)
    if path is None or not path.is_file():
        raise _changed(conflict.path)
    try:
        file = read(path)
    except NotTextError as error:
        raise _changed(conflict.path) from error
    if file.text != conflict.theirs:
        raise _changed(conflict.path)
    return file


def _changed(path: str) -> ExportError:
    return ExportError(
        "This file was changed while you decided:", where=path, advice="Decide its places again."
    )
