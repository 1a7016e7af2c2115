"""Has a person decide what they and the library both changed in an exported folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ExportError
from reader.exporting.base import Resolve
from reader.exporting.merge import both
from reader.operations import exports
from reader.operations.importing_notes import bring_all
from reader.store import Database, Store, lists, papers, settings
from reader.words import say

if TYPE_CHECKING:
    # ruamel.yaml and jinja2 take long to import and are needed for nothing else.
    from reader.exporting.document import Contradiction
    from reader.exporting.settling import FileConflict, Settled

Decided = Sequence[tuple["FileConflict", Sequence[Resolve]]]
"""Files with what was decided of each of their places, in order."""


def chosen_text(place: Contradiction, choice: Resolve) -> str:
    """What a decision makes of a place; nothing when there is none."""
    if choice is Resolve.BOTH:
        return "\n".join(both(place.theirs.split("\n"), place.ours.split("\n")))
    return {Resolve.OURS: place.ours, Resolve.THEIRS: place.theirs}.get(choice, "")


def conflicts(store: Store, folder: Path) -> list[FileConflict]:
    """The files that an export to the folder would leave alone now. A read-only operation."""
    from reader.exporting.settling import find_conflicts

    if not folder.is_dir():
        return []
    database = store.reading()
    bases = exports.bases_of(store, exports.key_of(folder))
    found = papers.full_many(database, lists.exportable(database))
    return list(find_conflicts(folder.resolve(), found, bases))


def write(store: Store, folder: Path, decided: Decided, now: datetime) -> list[Settled]:
    """Writes what was decided into the files. Raises ExportError when either side moved on.

    A text that loses is kept among the versions of its note before.
    """
    from reader.exporting.settling import settle

    for conflict, _ in decided:
        if papers.full_many(store.reading(), [conflict.paper.id]) != [conflict.paper]:
            raise ExportError(
                say("This paper was changed while you decided:"),
                where=f"“{conflict.paper.title}”.",
                advice=say("Decide its places again."),
            )
    deciding = [conflict.paper for conflict, _ in decided]
    return settle(folder.resolve(), decided, partial(exports.keep_lost, store, deciding, now))


def follow(database: Database, folder: Path, settled: Sequence[Settled], now: datetime) -> None:
    """Brings into the library what was taken from the files. Inside a step of the history."""
    from reader.exporting.reading_back import compare
    from reader.exporting.reading_folder import FileText

    settled_bases = [astuple(one.base) for one in settled]
    settings.put_exported(database, exports.key_of(folder), settled_bases)
    changes = []
    for one in settled:
        changes.append(compare(one.paper, FileText(one.path, one.text), one.base, Resolve.REPORT))
    bring_all(database, folder, changes, now)
