"""Exports papers to one Markdown document that the person may edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.exporting import temporary
from reader.exporting.base import SINGLE_ID, Base, Exported, Resolve
from reader.exporting.document import bring
from reader.exporting.files import Batch, NotTextError, TextFile, encoded, explained, read
from reader.exporting.markdown import render_single
from reader.model import ExportReport, Paper

__all__ = ["export_single"]


def export_single(
    papers: Iterable[Paper],
    file: Path,
    bases: Mapping[str, Base],
    *,
    resolve: Resolve = Resolve.REPORT,
    template: str | None = None,
) -> Exported:
    """Writes one document; what the person did to an earlier one stays.

    Its base is kept under the reader-id ``single:<name of the file>``. Without it a file that is
    there and different is never touched, but reported as a conflict.
    """
    ours = render_single(papers, template=template)
    base = bases.get(SINGLE_ID + file.name)
    kept = dict(bases)
    with explained(file):
        path = file.resolve()
    temporary.sweep_folder(path.parent)
    try:
        old = _existing(path)
        text = _brought(base, old, ours, resolve)
    except NotTextError:
        text = old = None
    report = ExportReport(conflicts=(file.name,))
    if text is not None:
        report = _put(path, text, old, file.name)
    if not report.conflicts:
        kept[SINGLE_ID + file.name] = Base(SINGLE_ID + file.name, file.name, ours)
    return Exported(report, tuple(kept.values()))


def _existing(path: Path) -> TextFile | None:
    """The file that is there. Raises NotTextError when it is a thing that nobody may replace."""
    with explained(path):
        if not path.exists():
            return None
        if not path.is_file():
            raise NotTextError("not a file")
    return read(path)


def _brought(base: Base | None, old: TextFile | None, ours: str, resolve: Resolve) -> str | None:
    """The text that the document should have, None for a conflict."""
    if old is None:
        return ours
    if base is None:
        return ours if old.text == ours else None
    return bring(base.text, old.text, ours, resolve)


def _put(path: Path, text: str, old: TextFile | None, name: str) -> ExportReport:
    """Replaces the document unless it says the same already."""
    if old is not None and text == old.text:
        return ExportReport(unchanged=(name,))
    with Batch() as batch:
        batch.add(path, encoded(text, old), old)
        left = batch.commit()
    return ExportReport(conflicts=(name,)) if left else ExportReport(written=(name,))
