"""Keeps one folder of Markdown files up to date with the library, as the person wished once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from reader.exporting.base import Options
from reader.model import ExportReport, no_progress
from reader.operations import exports
from reader.store import Store, lists, settings

SETTING = "kept_folder"
# A folder that is gone may lie on a disk that is not there now: it is never made anew.
_OPTIONS = Options(make=False)


def folder_of(store: Store) -> Path | None:
    """The folder to keep up to date, None when nobody wished it."""
    kept = settings.get(store.reading(), SETTING)
    return Path(kept) if kept else None


def refresh(store: Store, changed: Collection[int] | None, now: datetime) -> ExportReport | None:
    """Exports what changed into the kept folder, None when there is none. Raises ExportError.

    Some papers alone take a few milliseconds each; all are gone through when ``changed`` is None,
    when one is new or gone, or when the list of papers says something else of it now.
    """
    folder = folder_of(store)
    if folder is None:
        return None
    worth = lists.exportable(store.reading())
    if changed is not None and set(changed) <= set(worth):
        exported = exports.some_to_folder(store, list(changed), folder, _OPTIONS)
        if not exported.index_stale:
            return exported.report
    return exports.to_folder(store, worth, folder, _OPTIONS, no_progress, now)
