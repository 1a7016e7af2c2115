"""Exports papers to one Markdown document that the person may edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reader.exporting import temporary
from reader.exporting.base import SINGLE_ID, Base, Exported, Resolve
from reader.exporting.document import bring
from reader.exporting.files import Batch, NotTextError, TextFile, encoded, explained, read
from reader.exporting.markdown import render_single
from reader.exporting.pictures import Fetch, PictureFiles, no_pictures, seen_from
from reader.model import ExportReport, Paper
from reader.words import say

__all__ = ["export_single"]


def export_single(
    papers: Iterable[Paper],
    file: Path,
    bases: Mapping[str, Base],
    *,
    resolve: Resolve = Resolve.REPORT,
    template: str | None = None,
    picture: Fetch = no_pictures,
) -> Exported:
    """Writes one document; what the person did to an earlier one stays.

    ``picture`` gives the pictures of notes, which come to lie in ``images`` beside it.

    Its base is kept under the reader-id ``single:<name of the file>``. Without it a file that is
    there and different is never touched, but reported as a conflict.
    """
    papers = [seen_from(paper, "") for paper in papers]
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
    with Batch() as batch:
        pictures = PictureFiles(path.parent, picture, batch)
        for paper in papers:
            pictures.bring(paper.note.text)
        report = _put(batch, path, text, old, file.name)
    report = replace(
        report,
        written=(*report.written, *pictures.written),
        unchanged=(*report.unchanged, *pictures.unchanged),
    )
    if not report.conflicts:
        kept[SINGLE_ID + file.name] = Base(SINGLE_ID + file.name, file.name, ours)
    return Exported(report, tuple(kept.values()))


def _existing(path: Path) -> TextFile | None:
    """The file that is there. Raises NotTextError when it is a thing that nobody may replace."""
    with explained(path):
        if not path.exists():
            return None
        if not path.is_file():
            raise NotTextError(say("not a file"))
    return read(path)


def _brought(base: Base | None, old: TextFile | None, ours: str, resolve: Resolve) -> str | None:
    """The text that the document should have, None for a conflict."""
    if old is None:
        return ours
    if base is None:
        return ours if old.text == ours else None
    return bring(base.text, old.text, ours, resolve)


def _put(
    batch: Batch, path: Path, text: str | None, old: TextFile | None, name: str
) -> ExportReport:
    """Puts all in place; the document too unless it says the same already or is in conflict."""
    if text is not None and (old is None or text != old.text):
        batch.add(path, encoded(text, old), old)
    elif text is not None:
        batch.commit()
        return ExportReport(unchanged=(name,))
    if path in batch.commit() or text is None:
        return ExportReport(conflicts=(name,))
    return ExportReport(written=(name,))
