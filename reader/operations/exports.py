"""Exports papers and remembers in the library what was written, for the merge of the next time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.exporting.base import Base, Exported, Resolve
from reader.model import ExportReport, Progress
from reader.store import Store, papers, settings


def to_folder(
    store: Store,
    ids: Sequence[int],
    folder: Path,
    resolve: Resolve,
    template: str | None,
    progress: Progress,
) -> ExportReport:
    """One Markdown file a paper, safe to repeat. Raises ExportError."""
    # jinja2 and ruamel.yaml take 0.1 s to import and are needed for nothing else.
    from reader.exporting.folder import export_folder

    key = _key(folder)
    exported = export_folder(
        papers.full_many(store.reading(), ids),
        folder,
        _bases(store, key),
        resolve=resolve,
        template=template,
        progress=progress,
    )
    _keep(store, key, exported)
    return exported.report


def to_file(store: Store, ids: Sequence[int], file: Path, resolve: Resolve) -> ExportReport:
    """All papers in one Markdown document, safe to repeat. Raises ExportError."""
    from reader.exporting.single import export_single

    key = _key(file.parent)
    chosen = papers.full_many(store.reading(), ids)
    exported = export_single(chosen, file, _bases(store, key), resolve=resolve)
    _keep(store, key, exported)
    return exported.report


def _key(folder: Path) -> str:
    return folder.resolve().as_posix()


def _bases(store: Store, key: str) -> dict[str, Base]:
    return {row[0]: Base(*row) for row in settings.exported(store.reading(), key)}


def _keep(store: Store, key: str, exported: Exported) -> None:
    with store.write() as database:
        files = [(base.reader_id, base.path, base.text) for base in exported.bases]
        settings.put_exported(database, key, files)
