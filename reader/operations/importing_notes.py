"""Brings back what a person changed in exported files: first a plan, then one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import astuple, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ExportError
from reader.exporting.base import Resolve
from reader.model import Paper, Progress
from reader.operations import exports, highlighting
from reader.operations.differences import Line, Sign, differences
from reader.store import Database, Store, highlights, notes, papers, settings, tags
from reader.words import say, to_say

if TYPE_CHECKING:
    # ruamel.yaml takes long to import and is needed for nothing else.
    from reader.exporting.reading_back import FileChange
    from reader.exporting.reading_folder import Refused

_PLACES = {
    "note": to_say("note"),
    "tags": to_say("tags"),
    "status": to_say("status"),
    "starred": to_say("star"),
}
_NO_LINE = (Line(Sign.SAME, ""),)


@dataclass(frozen=True, slots=True)
class NotesPlan:
    """What reading a folder back would do.

    ``changes`` are the files that have something to say, conflicts and problems included;
    ``agreed`` those of which only the export must know that they are settled; ``without_id`` those
    that no export wrote. All paths are relative to the folder.
    """

    folder: Path
    changes: tuple[FileChange, ...] = ()
    agreed: tuple[FileChange, ...] = ()
    refused: tuple[Refused, ...] = ()
    without_id: tuple[str, ...] = ()
    unchanged: int = 0

    def __bool__(self) -> bool:
        """Whether anything would come into the library."""
        return any(self.changes)

    @property
    def conflicts(self) -> tuple[FileChange, ...]:
        """The files with a place that was changed there and here."""
        return tuple(change for change in self.changes if change.conflicts)

    def chosen(self, files: Collection[str] | None) -> tuple[FileChange, ...]:
        """Those of the files that change something; None for all of them."""
        changes = filter(None, self.changes)
        return tuple(change for change in changes if files is None or change.path in files)


@dataclass(frozen=True, slots=True)
class NotesImported:
    """What was brought in, and what was left as its paper had changed since the plan."""

    imported: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sides:
    """Short facts before and after, a line each."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    def add(self, name: str, before: str, after: str) -> None:
        self.before.append(f"{name}: {before}")
        self.after.append(f"{name}: {after}")


def plan(store: Store, folder: Path, resolve: Resolve, progress: Progress) -> NotesPlan:
    """What the files of a folder would change. A read-only operation. Raises ExportError."""
    from reader.exporting.reading_back import changes_of
    from reader.exporting.reading_folder import Refused, read_folder

    if not folder.is_dir():
        raise ExportError(
            say("There is no folder to read notes from:"),
            where=f"{folder}.",
            advice=say("Name the folder that `reader export` wrote."),
        )
    root, key = folder.resolve(), exports.key_of(folder)
    bases = exports.bases_of(store, key)
    texts = read_folder(root, bases)
    database = store.reading()
    found = papers.full_many(database, papers.numbers(database, texts.files))
    known = {paper.reader_id: paper for paper in found}
    changes: list[FileChange] = []
    agreed: list[FileChange] = []
    refused, unchanged = list(texts.refused), 0
    for done, change in enumerate(changes_of(texts, known, bases, resolve)):
        progress(done, len(texts.files))
        if isinstance(change, Refused):
            refused.append(change)
        elif change or change.conflicts or change.problems:
            changes.append(change)
        else:
            unchanged += 1
            agreed += [change] if change.base is not None else []
    changes.sort(key=lambda change: change.path)
    refused.sort(key=lambda one: one.path)
    return NotesPlan(
        folder, tuple(changes), tuple(agreed), tuple(refused), texts.without_id, unchanged
    )


def carry_out(
    database: Database, plan: NotesPlan, chosen: Collection[FileChange], now: datetime
) -> NotesImported:
    """Brings in what was chosen of a plan. Inside a transaction and a step of the history."""
    return bring_all(database, plan.folder, [*chosen, *plan.agreed], now)


def bring_all(
    database: Database, folder: Path, settled: Collection[FileChange], now: datetime
) -> NotesImported:
    """Brings in what files of a folder change. Inside a transaction and a step of the history."""
    ids = [change.paper.id for change in settled]
    as_they_are = {paper.id: paper for paper in papers.full_many(database, ids)}
    imported: list[str] = []
    left: list[str] = []
    bases = []
    for change in settled:
        paper = as_they_are.get(change.paper.id)
        if paper is None or _facts(paper) != _facts(change.paper):
            left += [change.path] if change else []
            continue
        _bring(database, change, now)
        imported += [change.path] if change else []
        if change.base is not None:
            bases.append(astuple(change.base))
    settings.put_exported(database, exports.key_of(folder), bases)
    return NotesImported(tuple(imported), tuple(left))


def lines_of(change: FileChange) -> list[Line]:
    """What a change does to its paper, as it is shown: facts first, then the note."""
    sides = _Sides()
    paper = change.paper
    if change.status is not None:
        sides.add("status", paper.status, change.status)
    if change.starred is not None:
        sides.add("starred", *(str(value).lower() for value in (paper.starred, change.starred)))
    if change.tags_added or change.tags_removed:
        after = [tag for tag in paper.tags if tag not in change.tags_removed]
        sides.add("tags", ", ".join(paper.tags), ", ".join([*after, *change.tags_added]))
    known = {one.id: one for one in paper.highlights}
    for key, comment in change.comments:
        sides.add(f"“{known[key].quote}”", known[key].comment, comment)
    lines = differences("\n".join(sides.before), "\n".join(sides.after))
    if change.note is not None:
        lines += [*(_NO_LINE if lines else ()), *differences(paper.note.text, change.note)]
    return lines


def remarks_of(change: FileChange) -> Iterator[str]:
    """What of a file does not come in, and why; a sentence each."""
    if change.conflicts:
        places = ", ".join(say(_PLACES[one]) if one in _PLACES else one for one in change.conflicts)
        yield say("changed there and here, left alone: {}").format(places)
    yield from change.problems


def _facts(paper: Paper) -> tuple[object, ...]:
    """What an import may change of a paper."""
    marks = tuple((one.id, one.comment) for one in paper.highlights)
    return paper.note, paper.status, paper.starred, paper.tags, marks


def _bring(database: Database, change: FileChange, now: datetime) -> None:
    paper_id = change.paper.id
    if change.aside:
        # It loses, but stays among the versions of the note.
        note = change.paper.note.text if change.note is None else change.note
        notes.save(database, paper_id, change.aside, now)
        notes.save(database, paper_id, note, now)
    elif change.note is not None:
        notes.save(database, paper_id, change.note, now)
    if change.status is not None:
        papers.set_status(database, [paper_id], change.status, now)
    if change.starred is not None:
        papers.set_starred(database, [paper_id], change.starred, now)
    tags.add(database, [paper_id], [name for name in map(tags.clean, change.tags_added) if name])
    tags.remove(database, [paper_id], change.tags_removed)
    for highlight_id, comment in change.comments:
        highlights.set_comment(database, highlight_id, highlighting.cleaned(comment))
