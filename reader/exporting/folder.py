"""Exports papers to a folder of Markdown files that the person may edit, rename and move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reader.exporting.base import INDEX_ID, SINGLE_ID, Base, Exported, Resolve
from reader.exporting.document import bring
from reader.exporting.files import Batch, NotTextError, encoded, explained, inside, read
from reader.exporting.markdown import render, render_index
from reader.exporting.names import clash_key, file_name, unique
from reader.exporting.scan import read_id, scan
from reader.model import ExportReport, Paper, Progress, no_progress

__all__ = ["Base", "Exported", "Resolve", "export_folder"]


def export_folder(
    papers: Iterable[Paper],
    folder: Path,
    bases: Mapping[str, Base],
    *,
    resolve: Resolve = Resolve.REPORT,
    template: str | None = None,
    progress: Progress = no_progress,
) -> Exported:
    """Writes one file a paper and ``index.md``; what the person did to earlier ones stays.

    ``bases`` are those that the last export to this folder returned, by reader-id. ``template`` is
    the text of a Jinja2 template. All is written beside first and then put in place, so that
    Cancelled (from ``progress``) and ExportError from a full disk leave everything as it was.
    """
    selected = {paper.reader_id: paper for paper in papers}
    root = _prepared(folder)
    with Batch() as batch:
        export = _Export(Places(root, bases), bases, resolve, batch)
        index = export.places.of(INDEX_ID, "index.md")
        paths: dict[str, str] = {}
        for done, (reader_id, paper) in enumerate(selected.items()):
            progress(done, len(selected))
            paths[reader_id] = export.places.of(reader_id, file_name(paper))
            export.put(reader_id, paths[reader_id], render(paper, template=template))
        export.put(INDEX_ID, index, render_index(selected.values(), paths))
        progress(len(selected), len(selected))
        export.commit()
    return export.outcome()


def _prepared(folder: Path) -> Path:
    """The folder, made if need be, by its real name."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return folder.resolve()


class Places:
    """Knows which file belongs to which paper, and gives each paper that has none a free name."""

    def __init__(self, root: Path, bases: Mapping[str, Base]) -> None:
        self.root = root
        self._bases = bases
        self._found = scan(root)
        self._given: set[Path] = set()
        with explained(root):
            self._taken = {clash_key(entry.name) for entry in root.iterdir()}

    def of(self, reader_id: str, wanted: str) -> str:
        """The relative path of the file of a paper, whether it exists or is to be made."""
        relative = self.existing(reader_id) or unique(wanted, self._taken)
        path = inside(self.root, relative)
        assert path is not None, "a name of our own making never leaves the folder"
        self._given.add(path)
        return relative

    def existing(self, reader_id: str) -> str:
        """The relative path of a file that is there, empty when there is none.

        The last known place counts first, as a copy has the same reader-id; it also counts when the
        person has removed the reader-id there.
        """
        found = self._found.get(reader_id, [])
        base = self._bases.get(reader_id)
        if base is not None and (base.path in found or (not found and self._anonymous(base.path))):
            return base.path
        return found[0] if found else ""

    def _anonymous(self, relative: str) -> bool:
        """Whether a file is there that no paper claims."""
        path = inside(self.root, relative)
        if path is None or path in self._given or not path.is_file():
            return False
        return not read_id(path)


class _Export:
    """One run: decides what each file becomes, and remembers it."""

    def __init__(
        self, places: Places, bases: Mapping[str, Base], resolve: Resolve, batch: Batch
    ) -> None:
        self.places = places
        self._bases = dict(bases)
        self._before = bases
        self._resolve = resolve
        self._batch = batch
        self._paths: dict[str, str] = {}
        self._written: dict[str, Path] = {}
        self._conflicts: set[str] = set()

    def put(self, reader_id: str, relative: str, ours: str) -> None:
        """Brings a rendering into the file of a paper, as far as the batch."""
        self._paths[reader_id] = relative
        path = inside(self.places.root, relative)
        assert path is not None
        with explained(path):
            exists = path.exists()
        if not exists:
            self._write(reader_id, path, ours)
        elif not self._update(reader_id, path, ours):
            self._conflict(reader_id)
            return
        self._bases[reader_id] = Base(reader_id, relative, ours)

    def _write(self, reader_id: str, path: Path, text: str) -> None:
        self._batch.add(path, encoded(text), None)
        self._written[reader_id] = path

    def _update(self, reader_id: str, path: Path, ours: str) -> bool:
        """Merges into a file that is there. False for a conflict."""
        base = self._before.get(reader_id)
        try:
            file = read(path)
        except NotTextError:
            return False
        text = bring(base.text if base else None, file.text, ours, self._resolve)
        if text is not None and text != file.text:
            self._batch.add(path, encoded(text, file), file)
            self._written[reader_id] = path
        return text is not None

    def _conflict(self, reader_id: str) -> None:
        """Leaves the base as it was, so that the next export finds the same conflict."""
        self._conflicts.add(reader_id)
        self._written.pop(reader_id, None)
        self._bases.pop(reader_id, None)
        base = self._before.get(reader_id)
        if base is not None:
            self._bases[reader_id] = replace(base, path=self._paths[reader_id])

    def commit(self) -> None:
        """Puts the files in place; one that another program has just changed is a conflict."""
        left = self._batch.commit()
        for reader_id, path in list(self._written.items()):
            if path in left:
                self._conflict(reader_id)

    def outcome(self) -> Exported:
        """What was done, once it is."""
        written = self._written.keys()
        unchanged = self._paths.keys() - written - self._conflicts
        report = ExportReport(
            written=self._in_order(written),
            unchanged=self._in_order(unchanged),
            conflicts=self._in_order(self._conflicts),
            no_longer_selected=self._no_longer_selected(),
        )
        return Exported(report, tuple(self._bases.values()))

    def _in_order(self, reader_ids: Iterable[str]) -> tuple[str, ...]:
        chosen = set(reader_ids)
        return tuple(path for reader_id, path in self._paths.items() if reader_id in chosen)

    def _no_longer_selected(self) -> tuple[str, ...]:
        others = (reader_id for reader_id in self._before if reader_id not in self._paths)
        papers = (reader_id for reader_id in others if not reader_id.startswith(SINGLE_ID))
        return tuple(sorted(filter(None, map(self.places.existing, papers))))
