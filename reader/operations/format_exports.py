"""Exports papers as bibliographies, tables and pages; see reader.exporting.formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from reader.exporting.files import explained, replace_whole
from reader.exporting.formats import ExportFormat
from reader.exporting.formats.note_html import Picture
from reader.exporting.pictures import hash_of, names_in
from reader.model import Paper, Progress
from reader.operations.citation_keys import keyed
from reader.store import Store, pictures

_CHUNK = 500


def to_file(
    store: Store,
    ids: Sequence[int],
    file: Path | BinaryIO,
    chosen: ExportFormat,
    progress: Progress,
) -> int:
    """Writes papers into a file, whole or not at all; returns how many. Raises ExportError."""
    papers = keyed(store, ids)
    write(file, _pieces(store, papers, chosen, progress))
    return len(papers)


def write(file: Path | BinaryIO, pieces: Iterable[bytes]) -> None:
    """Writes a file beside its place and puts it there; into a stream it just writes."""
    if not isinstance(file, Path):
        file.writelines(pieces)
        return
    with explained(file):
        path = file.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(path, pieces)


def _pieces(
    store: Store, papers: Sequence[Paper], chosen: ExportFormat, progress: Progress
) -> Iterator[bytes]:
    assert chosen.write is not None, "the whole library is no matter of papers"
    shown = _shown(store, papers) if chosen.pictures else {}
    texts = chosen.write(_counted(papers, progress), shown)
    return (text.encode("utf-8", "replace") for text in texts)


def _counted(papers: Sequence[Paper], progress: Progress) -> Iterator[Paper]:
    for done, paper in enumerate(papers):
        if done % _CHUNK == 0:
            progress(done, len(papers))
        yield paper
    progress(len(papers), len(papers))


def _shown(store: Store, papers: Iterable[Paper]) -> dict[str, Picture]:
    """The pictures that the notes of papers show, by their names there."""
    names = {name: hash_of(name) for paper in papers for name in names_in(paper.note.text)}
    kept = pictures.kept(store.reading(), set(names.values()))
    return {name: kept[key] for name, key in names.items() if key in kept}
