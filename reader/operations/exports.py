"""Exports papers and remembers in the library what was written, for the merge of the next time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from reader.exporting.base import Base, Exported, Options, Resolve
from reader.model import ExportReport, Paper, Progress
from reader.operations import picturing
from reader.store import Store, papers, revisions, settings


def to_folder(
    store: Store,
    ids: Sequence[int],
    folder: Path,
    options: Options,
    progress: Progress,
    now: datetime,
) -> ExportReport:
    """One Markdown file a paper, safe to repeat. Raises ExportError, Cancelled.

    What a file loses against the library is kept among the versions of the note before it does.
    """
    # jinja2 and ruamel.yaml take 0.1 s to import and are needed for nothing else.
    from reader.exporting.folder import export_folder

    key = key_of(folder)
    bases = bases_of(store, key)
    chosen = papers.full_many(store.reading(), ids)
    exported = export_folder(
        chosen,
        folder,
        bases,
        options,
        progress=progress,
        picture=partial(picturing.data_of, store),
        keep_lost=partial(keep_lost, store, chosen, now),
    )
    keep(store, key, bases, exported)
    return exported.report


def some_to_folder(store: Store, ids: Sequence[int], folder: Path, options: Options) -> Exported:
    """Like ``to_folder`` for some papers of a folder, without looking at the others."""
    from reader.exporting.folder import export_folder

    key = key_of(folder)
    chosen = papers.full_many(store.reading(), ids)
    bases = bases_of(store, key, [paper.reader_id for paper in chosen])
    exported = export_folder(
        chosen,
        folder,
        bases,
        replace(options, whole=False),
        picture=partial(picturing.data_of, store),
    )
    keep(store, key, bases, exported)
    return exported


def to_file(
    store: Store, ids: Sequence[int], file: Path, resolve: Resolve, template: str | None
) -> ExportReport:
    """All papers in one Markdown document, safe to repeat. Raises ExportError."""
    from reader.exporting.single import export_single

    key = key_of(file.parent)
    bases = bases_of(store, key)
    chosen = papers.full_many(store.reading(), ids)
    exported = export_single(
        chosen,
        file,
        bases,
        resolve=resolve,
        template=template,
        picture=partial(picturing.data_of, store),
    )
    keep(store, key, bases, exported)
    return exported.report


def key_of(folder: Path) -> str:
    """What a folder is remembered by."""
    return folder.resolve().as_posix()


def bases_of(store: Store, key: str, reader_ids: Sequence[str] | None = None) -> dict[str, Base]:
    """What was last brought into a folder, by reader-id; of all papers or of some."""
    return {row[0]: Base(*row) for row in settings.exported(store.reading(), key, reader_ids)}


def keep_lost(
    store: Store, chosen: Iterable[Paper], now: datetime, texts: Mapping[str, str]
) -> None:
    """Keeps texts of files, by the reader-ids of papers, among the versions of their notes."""
    known = {paper.reader_id: paper for paper in chosen}
    with store.write() as database:
        for reader_id, text in texts.items():
            paper = known[reader_id]
            revisions.add(database, paper.id, paper.note.text, text, now)


def keep(store: Store, key: str, before: Mapping[str, Base], exported: Exported) -> None:
    """Remembers for the next export what this one brought into a folder."""
    new = [astuple(base) for base in exported.bases if before.get(base.reader_id) != base]
    if new:
        with store.write() as database:
            settings.put_exported(database, key, new)
