"""Exports papers to a folder of Markdown files that the person may edit, rename and move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reader.errors import ExportError
from reader.exporting.base import (
    INDEX_ID,
    SINGLE_ID,
    Base,
    Exported,
    KeepLost,
    Options,
    Resolve,
    keep_nothing,
)
from reader.exporting.document import bring, lost_text
from reader.exporting.files import Batch, NotTextError, encoded, explained, inside, mark_at, read
from reader.exporting.markdown import file_stem, index_line, render, render_index, source_of
from reader.exporting.names import file_name, named
from reader.exporting.pictures import (
    Fetch,
    PictureFiles,
    no_pictures,
    relinked,
    seen_from,
    way_out_of,
)
from reader.exporting.places import Places
from reader.model import ExportReport, Paper, Progress, no_progress
from reader.words import say

__all__ = ["Base", "Exported", "Options", "Places", "Resolve", "export_folder"]


_USUAL = Options()


def export_folder(
    papers: Iterable[Paper],
    folder: Path,
    bases: Mapping[str, Base],
    options: Options = _USUAL,
    *,
    progress: Progress = no_progress,
    picture: Fetch = no_pictures,
    keep_lost: KeepLost = keep_nothing,
) -> Exported:
    """Writes one file a paper and ``index.md``; what the person did to earlier ones stays.

    ``bases`` are those that the last export to this folder returned, by reader-id; ``picture``
    gives the pictures of notes, which come to lie in ``images``; ``keep_lost`` is called before a
    file loses lines of the person's, as ``options.resolve`` may say. All is written beside first
    and then put in place, so that Cancelled (from ``progress``) and ExportError from a full disk
    leave everything as it was.
    """
    selected = {paper.reader_id: paper for paper in papers}
    root = _prepared(folder, options.make)
    with Batch() as batch:
        places = Places(root, bases, scan_now=options.whole)
        pictures = PictureFiles(root, picture, batch)
        export = _Export(places, bases, options, batch, pictures)
        if options.whole:
            export.keep_free(INDEX_ID, "index.md")
        for done, paper in enumerate(selected.values()):
            progress(done, len(selected))
            export.paper(paper)
        if options.whole:
            export.index(selected.values())
        progress(len(selected), len(selected))
        export.commit(keep_lost)
    return export.outcome()


def _prepared(folder: Path, make: bool) -> Path:
    """The folder, made if need be and wanted, by its real name."""
    with explained(folder):
        if make:
            folder.mkdir(parents=True, exist_ok=True)
        elif not folder.is_dir():
            raise ExportError(
                say("The folder for notes is gone:"),
                where=f"{folder}.",
                advice=say("Was it moved, or its disk removed? It is looked for again by and by."),
            )
        return folder.resolve()


class _Export:
    """One run: decides what each file becomes, and remembers it."""

    def __init__(
        self,
        places: Places,
        bases: Mapping[str, Base],
        options: Options,
        batch: Batch,
        pictures: PictureFiles,
    ) -> None:
        self.places = places
        self._bases = dict(bases)
        self._before = bases
        self._options = options
        self._batch = batch
        self._pictures = pictures
        self._paths: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        self._written: dict[str, Path] = {}
        self._conflicts: set[str] = set()
        self._lost: dict[str, str] = {}
        self._stale = False

    def keep_free(self, reader_id: str, wanted: str) -> None:
        """Gives a file its place before all others."""
        self._paths[reader_id] = self.places.of(reader_id, wanted)

    def paper(self, paper: Paper) -> None:
        """Brings a paper into its file, as far as the batch."""
        reader_id, template = paper.reader_id, self._options.template
        base = self._before.get(reader_id)
        relative = self.places.existing(reader_id)
        if not relative:
            name = self._options.name
            wanted = file_name(paper) if name is None else named(file_stem(paper, name))
            relative = self.places.new(wanted)
        self._pictures.bring(paper.note.text)
        paper = seen_from(paper, way_out_of(relative))
        source = source_of(paper, template)
        line = index_line(paper, relative)
        self._lines[reader_id] = line
        self._stale = self._stale or base is None or base.line != line
        if base is not None and base.source == source and self.places.there(relative):
            # It was brought in already, whatever the person did to the file since.
            self._paths[reader_id] = relative
            self._bases[reader_id] = replace(
                base, path=relative, line=line, mark=self.places.mark(relative)
            )
        else:
            self._put(reader_id, relative, render(paper, template=template), source, line)

    def index(self, papers: Iterable[Paper]) -> None:
        """Brings the list of the papers into its file, unless it is there already."""
        relative, before = self._paths[INDEX_ID], self._before.get(INDEX_ID)
        source = source_of(tuple(self._lines.values()), None)
        self._stale = False
        if before is not None and before.source == source and self.places.there(relative):
            mark = self.places.mark(relative)
            self._bases[INDEX_ID] = replace(before, path=relative, mark=mark)
        else:
            ours = render_index(papers, self._paths)
            self._put(INDEX_ID, relative, ours, source, "")
        # Last in every list of files, though the first to get its place.
        self._paths[INDEX_ID] = self._paths.pop(INDEX_ID)

    def _put(self, reader_id: str, relative: str, ours: str, source: str, line: str) -> None:
        """Brings a rendering into the file of a paper, as far as the batch."""
        self._paths[reader_id] = relative
        path = inside(self.places.root, relative)
        assert path is not None
        with explained(path):
            exists = path.exists()
        if not exists:
            self._write(reader_id, path, ours)
        elif not self._update(reader_id, path, ours, way_out_of(relative)):
            self._conflict(reader_id)
            return
        mark = "" if reader_id in self._written else self.places.mark(relative)
        self._bases[reader_id] = Base(reader_id, relative, ours, source, line, mark)

    def _write(self, reader_id: str, path: Path, text: str) -> None:
        self._batch.add(path, encoded(text), None)
        self._written[reader_id] = path

    def _update(self, reader_id: str, path: Path, ours: str, way_out: str) -> bool:
        """Merges into a file that is there. False for a conflict."""
        base = self._before.get(reader_id)
        try:
            file = read(path)
        except NotTextError:
            return False
        # The file may have been moved since: that its pictures are elsewhere now is no conflict.
        before = relinked(base.text, way_out) if base else None
        theirs = relinked(file.text, way_out) if base else file.text
        text = bring(before, theirs, ours, self._options.resolve)
        if text is not None and text != file.text:
            self._batch.add(path, encoded(text, file), file)
            self._written[reader_id] = path
            if before is not None and self._options.resolve is Resolve.OURS:
                self._lost[reader_id] = relinked(lost_text(before, theirs, text))
        return text is not None

    def _conflict(self, reader_id: str) -> None:
        """Leaves the base as it was, so that the next export finds the same conflict."""
        self._conflicts.add(reader_id)
        self._written.pop(reader_id, None)
        self._bases.pop(reader_id, None)
        base = self._before.get(reader_id)
        if base is not None:
            line = self._lines.get(reader_id, "")
            self._bases[reader_id] = replace(base, path=self._paths[reader_id], line=line)

    def commit(self, keep_lost: KeepLost) -> None:
        """Puts the files in place; one that another program has just changed is a conflict."""
        if lost := {reader_id: text for reader_id, text in self._lost.items() if text}:
            keep_lost(lost)
        left = self._batch.commit()
        for reader_id, path in list(self._written.items()):
            if path in left:
                self._conflict(reader_id)
            else:
                self._bases[reader_id] = replace(self._bases[reader_id], mark=mark_at(path))

    def outcome(self) -> Exported:
        """What was done, once it is."""
        written = self._written.keys()
        unchanged = self._paths.keys() - written - self._conflicts
        report = ExportReport(
            written=(*self._in_order(written), *self._pictures.written),
            unchanged=(*self._in_order(unchanged), *self._pictures.unchanged),
            conflicts=self._in_order(self._conflicts),
            no_longer_selected=self._no_longer_selected() if self._options.whole else (),
        )
        return Exported(report, tuple(self._bases.values()), self._stale)

    def _in_order(self, reader_ids: Iterable[str]) -> tuple[str, ...]:
        chosen = set(reader_ids)
        return tuple(path for reader_id, path in self._paths.items() if reader_id in chosen)

    def _no_longer_selected(self) -> tuple[str, ...]:
        others = (reader_id for reader_id in self._before if reader_id not in self._paths)
        papers = (reader_id for reader_id in others if not reader_id.startswith(SINGLE_ID))
        return tuple(sorted(filter(None, map(self.places.existing, papers))))
