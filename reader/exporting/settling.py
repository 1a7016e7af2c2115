"""Finds the files of an export that both sides changed, and writes what a person decided of them.

What they decide is written as the export would have done it, had there been no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ExportError
from reader.exporting.base import Base, KeepLost, Resolve, keep_nothing
from reader.exporting.document import Contradiction, bring, contradictions, lost_text
from reader.exporting.files import Batch, NotTextError, TextFile, encoded, inside, read
from reader.exporting.front_matter import MalformedError
from reader.exporting.markdown import index_line, render, source_of
from reader.exporting.pictures import relinked, seen_from, way_out_of
from reader.exporting.places import Places
from reader.model import Paper
from reader.words import say


@dataclass(frozen=True, slots=True)
class FileConflict:
    """A file that both sides changed, and the places to decide.

    None of those where nobody can decide in reader: ``reason`` says why. ``before``, ``theirs`` and
    ``ours`` are what was last written, the file and the rendering that the places were found in.
    """

    path: str
    paper: Paper
    places: tuple[Contradiction, ...] = ()
    reason: str = ""
    before: str = ""
    theirs: str = ""
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """A file as it is now: what it says and what counts as written into it."""

    path: str
    paper: Paper
    text: str
    base: Base


def find_conflicts(
    root: Path, papers: Iterable[Paper], bases: Mapping[str, Base]
) -> Iterator[FileConflict]:
    """The files of a resolved folder that an export would leave alone now. Only reads."""
    places = Places(root, bases)
    for paper in papers:
        base = bases.get(paper.reader_id)
        if base is None:
            continue
        relative = places.existing(paper.reader_id)
        path = inside(root, relative) if relative else None
        way_out = way_out_of(relative)
        here = seen_from(paper, way_out)
        if path is None or not path.is_file() or base.source == source_of(here, None):
            continue
        try:
            text, ours = read(path).text, render(here)
            before, theirs = relinked(base.text, way_out), relinked(text, way_out)
            if bring(before, theirs, ours, Resolve.REPORT) is None:
                found = contradictions(before, theirs, ours)
                yield FileConflict(relative, paper, found, before=before, theirs=text, ours=ours)
        except (NotTextError, MalformedError) as error:
            yield FileConflict(relative, paper, reason=str(error).split("\n")[0][:200])


def settle(
    root: Path,
    decided: Iterable[tuple[FileConflict, Sequence[Resolve]]],
    keep_lost: KeepLost = keep_nothing,
) -> list[Settled]:
    """Writes what was decided, all files or none. Raises ExportError when one changed meanwhile."""
    settled, lost = [], {}
    with Batch() as batch:
        for conflict, choices in decided:
            file, way_out = _unchanged(root, conflict), way_out_of(conflict.path)
            theirs = relinked(file.text, way_out)
            text = bring(conflict.before, theirs, conflict.ours, Resolve.REPORT, choices)
            if text is None:
                raise ExportError(
                    say("Not every place of this file is decided:"), where=conflict.path
                )
            if text != file.text:
                batch.add(file.path, encoded(text, file), file)
            paper = conflict.paper
            source = source_of(seen_from(paper, way_out), None)
            line = index_line(paper, conflict.path)
            new = Base(paper.reader_id, conflict.path, conflict.ours, source, line)
            if loses := relinked(lost_text(conflict.before, theirs, text)):
                lost[paper.reader_id] = loses
            settled.append(Settled(conflict.path, paper, text, new))
        if lost:
            keep_lost(lost)
        left = batch.commit()
    if left:
        raise _changed(str(sorted(left)[0]))
    return settled


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
        say("This file was changed while you decided:"),
        where=path,
        advice=say("Decide its places again."),
    )
