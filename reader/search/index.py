"""The index on disk. It is disposable: whatever goes wrong with it, it is made again.

Whoosh never fsyncs, so a power cut may leave anything behind; a damaged index was seen to raise
bare TypeErrors. Therefore every exception of reading becomes IndexDamagedError here.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.fields import NUMERIC, TEXT, Schema
from whoosh.reading import IndexReader

from reader.errors import IndexDamagedError, ReaderError
from reader.search.analysis import INDEXED
from reader.search.evaluate import FIELD_WEIGHTS, Meets, evaluate
from reader.search.merging import merge_crowded
from reader.search.query import Query
from reader.search.segment import Segment

# Raise it when the schema or the analysis changes: indexes of another version are made again.
VERSION = 1
_VERSION_FILE = "reader-index-version"
_WRITER_MEGABYTES = 128


class IndexBusyError(IndexDamagedError):
    """Another program is writing to the index; it will do the work."""


def _schema() -> Schema:
    texts = {field: TEXT(analyzer=INDEXED, stored=False) for field in FIELD_WEIGHTS}
    return Schema(paper_id=NUMERIC(int, bits=64, unique=True, sortable=True), **texts)


class Index:
    """A Whoosh index in a folder of its own. Safe for use by several threads."""

    def __init__(self, folder: Path) -> None:
        """Opens the index. Raises IndexDamagedError when there is none that can be used."""
        self.folder = folder
        self._lock = threading.Lock()
        self._segments: dict[str, Segment] = {}
        self._reader: IndexReader | None = None
        self._state = (0, 0)
        with _damage_explained():
            if (folder / _VERSION_FILE).read_text(encoding="ascii") != str(VERSION):
                raise IndexDamagedError("The search index is of another version.")
            self._index = whoosh_index.open_dir(str(folder))

    @classmethod
    def create(cls, folder: Path) -> Index:
        """Makes an empty index in place of whatever is in ``folder``.

        Raises IndexDamagedError when it cannot be made there.
        """
        with _damage_explained():
            shutil.rmtree(folder, ignore_errors=True)
            if folder.is_file():
                folder.unlink()
            folder.mkdir(parents=True, exist_ok=True)
            whoosh_index.create_in(str(folder), _schema())
            (folder / _VERSION_FILE).write_text(str(VERSION), encoding="ascii")
        return cls(folder)

    def update(
        self,
        gone: Iterable[int],
        papers: Sequence[tuple[int, dict[str, str]]],
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Replaces the words of ``papers`` (number, text of each field) and forgets ``gone``.

        ``check`` is called between papers and may raise to stop; nothing is changed then.
        Raises IndexBusyError when another program is writing.
        """
        with _damage_explained():
            try:
                writer = self._index.writer(limitmb=_WRITER_MEGABYTES)
            except whoosh_index.LockError as error:
                raise IndexBusyError("The search index is being written.") from error
            try:
                if not self._index.is_empty():
                    for paper_id in [*gone, *(key for key, _ in papers)]:
                        writer.delete_by_term("paper_id", paper_id)
                for paper_id, fields in papers:
                    check()
                    writer.add_document(paper_id=paper_id, **{k: v for k, v in fields.items() if v})
            except BaseException:
                writer.cancel()
                raise
            writer.commit(mergetype=merge_crowded)

    def search(self, query: Query, meets: Meets) -> list[int]:
        """The papers that answer a query, best first; ``meets`` gives those that meet a filter.

        Raises IndexDamagedError.
        """
        with self._lock, _damage_explained():
            ranked = evaluate(self._current_segments(), query, meets)
        found: list[int] = ranked.paper_ids.tolist()
        return found

    def document_count(self) -> int:
        """How many papers the index knows. Raises IndexDamagedError."""
        with _damage_explained():
            return int(self._index.doc_count())

    def close(self) -> None:
        """Lets go of the files."""
        with self._lock:
            self._segments.clear()
            self._let_go_of_reader()

    def _current_segments(self) -> list[Segment]:
        """The segments of the last commit; those that were there before keep what they decoded."""
        # The version file is written anew with each new index, whose generations start again at 0.
        made = (self.folder / _VERSION_FILE).stat().st_mtime_ns
        state = (made, self._index.latest_generation())
        if self._reader is None or self._state != state:
            # Whoosh's own `reuse` would add segments that are gone, and forget deletions.
            reader = self._index.reader()
            self._let_go_of_reader()
            self._reader, self._state = reader, state
            kept = {}
            for leaf, _ in reader.leaf_readers():
                if leaf.segment():
                    segment = self._segments.get(_name(leaf)) or Segment(leaf)
                    segment.reader = leaf
                    kept[_name(leaf)] = segment
            self._segments = kept
        return list(self._segments.values())

    def _let_go_of_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def _name(leaf: IndexReader) -> str:
    return str(leaf.segment().segment_id())


@contextmanager
def _damage_explained() -> Iterator[None]:
    try:
        yield
    except ReaderError:  # explained already, or Cancelled
        raise
    except Exception as error:
        raise IndexDamagedError(f"The search index cannot be used ({error!r}).") from error
