"""The index on disk. It is disposable: whatever goes wrong with it, it is made again."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import LockError

from reader.errors import IndexDamagedError, ReaderError
from reader.model import Similar
from reader.search.codec.building import SegmentBuilder
from reader.search.codec.codec import ArraySegment
from reader.search.codec.contents import (
    INDEX_NAME,
    ArrayIndex,
    ArrayWriter,
    is_newest,
    latest_generation,
    read_contents,
    write_contents,
)
from reader.search.codec.merging import merge_crowded, merge_small
from reader.search.codec.schema import PAPER_ID
from reader.search.correcting import correct
from reader.search.evaluate import Evaluator, Meets, no_filter
from reader.search.plan import Everything, Plan, plan
from reader.search.postings import SegmentView
from reader.search.promoting import said
from reader.search.query import Query
from reader.search.ranking import Ranking
from reader.search.similar import Comparing, rarities
from reader.search.taste import Reason, Taste, likeness, reason, taste
from reader.search.vectors import Vector, vector
from reader.words import say

# What says that the disk or the system refused, and nothing about the files.
_REFUSED = {
    errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EMFILE, errno.ENFILE
}  # fmt: skip
# From so many papers on, a segment is built at once instead of paper by paper through Whoosh.
_MANY = 50
# A segment of more papers or tokens would need too much memory while it is built.
_MOST_PAPERS = 100_000
_MOST_TOKENS = 30_000_000

Paper = tuple[int, Mapping[str, str]]
"""A paper's number and the text of its fields."""


class IndexNotWrittenError(ReaderError):
    """The index could not be changed and is as it was: the disk is full, say. What waits, waits."""


class IndexBusyError(IndexNotWrittenError):
    """Another program is writing to the index; it will do the work."""


class Index:
    """A search index in a folder of its own. Safe for use by several threads."""

    def __init__(self, folder: Path) -> None:
        """Opens the index. Raises IndexDamagedError when there is none that can be used."""
        self.folder = folder
        self._lock = threading.Lock()
        self._views: dict[str, SegmentView] = {}
        self._generation = -1
        self._comparing = Comparing()
        with _damage_explained():
            self._storage = FileStorage(str(folder))
            self._index = ArrayIndex(self._storage)

    @classmethod
    def create(cls, folder: Path) -> Index:
        """Makes an empty index in place of whatever is in ``folder``.

        Files of an older one stay until the next commit: another program may have them open.
        Raises IndexBusyError when another program is writing, IndexDamagedError when it cannot be
        made there.
        """
        with _damage_explained():
            if folder.is_file():
                folder.unlink()
            folder.mkdir(parents=True, exist_ok=True)
            storage = FileStorage(str(folder))
            lock = storage.lock(f"{INDEX_NAME}_WRITELOCK")
            if not lock.acquire():
                raise IndexBusyError(say("The search index is being written."))
            try:
                write_contents(storage, [], latest_generation(storage) + 1)
            finally:
                lock.release()
        return cls(folder)

    def build(self, papers: Iterable[Paper], check: Callable[[], None] = lambda: None) -> None:
        """Adds many papers that the index does not have yet; otherwise like ``update``."""
        with self._writing() as writer:
            self._commit_built(writer, papers, check)

    def update(
        self,
        gone: Iterable[int],
        papers: Sequence[Paper],
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Replaces the words of ``papers`` and forgets ``gone``.

        ``check`` is called for each paper and may raise to stop; nothing is changed then.
        Raises IndexBusyError when another program is writing, IndexNotWrittenError when the disk
        does not take it, IndexDamagedError.
        """
        stale = np.fromiter((*gone, *(paper_id for paper_id, _ in papers)), np.int64)
        with self._writing() as writer:
            self._delete(writer, stale)
            if len(papers) >= _MANY:
                self._commit_built(writer, papers, check)
                return
            for paper_id, texts in papers:
                check()
                filled = {name: text for name, text in texts.items() if text}
                writer.add_document(**{PAPER_ID: paper_id}, **filled)
            writer.commit(mergetype=merge_small)

    def search(self, query: Query, meets: Meets = no_filter, *, by_title: bool = True) -> Ranking:
        """The papers that answer a query, best first; ``meets`` gives those that meet a filter.

        ``by_title`` promotes titles that say what was typed. Raises IndexDamagedError.
        """
        with self._lock, _damage_explained():
            evaluator = self._current()
            if query.root is None:
                return Ranking([])
            words = said(query) if by_title else ()
            return evaluator.answer(plan(query.root, evaluator), meets, words)

    def correct(self, text: str, query: Query) -> str | None:
        """The text that was probably meant where its ``query`` has no answer; see ``correcting``.

        None where words are not to blame, or nothing near them is written in any paper.
        Raises IndexDamagedError.
        """
        with self._lock, _damage_explained():
            return correct(text, query, self._current())

    def similar(
        self, texts: Mapping[str, str], limit: int, without: Collection[int] = ()
    ) -> list[Similar]:
        """The papers most like one of those texts (by field), best first.

        ``without`` are papers to leave out: the one itself. Raises IndexDamagedError.
        """
        text = vector(texts)
        with self._lock, _damage_explained():
            return self._comparing.similar(self._current(), text, limit, without)

    def taste(
        self, liked: Mapping[int, Mapping[str, str]], passed: Sequence[Mapping[str, str]]
    ) -> Taste:
        """What tells papers that were liked from others, by their texts. See ``likeness``.

        Raises IndexDamagedError.
        """
        vectors = {paper_id: vector(texts) for paper_id, texts in liked.items()}
        against = [vector(texts) for texts in passed]
        return taste(self._rarities(*vectors.values(), *against), vectors, against)

    def likeness(self, learnt: Taste, papers: Sequence[int]) -> list[float]:
        """How well each of some papers suits a taste. Raises IndexDamagedError."""
        with self._lock, _damage_explained():
            return likeness(self._current(), self._comparing, learnt, papers)

    def reasons(self, learnt: Taste, papers: Mapping[int, Mapping[str, str]]) -> dict[int, Reason]:
        """Why papers, of which these are the texts, suit a taste. Raises IndexDamagedError."""
        vectors = {paper_id: vector(texts) for paper_id, texts in papers.items()}
        rare = self._rarities(*vectors.values())
        return {key: reason(rare, learnt, key, text) for key, text in vectors.items()}

    def plan(self, query: Query) -> Plan:
        """What a query means in terms of this index. Raises IndexDamagedError."""
        with self._lock, _damage_explained():
            return Everything() if query.root is None else plan(query.root, self._current())

    def whoosh(self) -> ArrayIndex:
        """The index as Whoosh knows it, for its own queries."""
        return self._index

    def document_count(self) -> int:
        """How many papers the index knows. Raises IndexDamagedError."""
        with _damage_explained():
            return int(self._index.doc_count())

    def verify(self) -> None:
        """Reads all files and compares checksums. Raises IndexDamagedError."""
        with self._lock, _damage_explained():
            self._current()
            views = list(self._views.values())
        for view in views:
            view.arrays.file.verify()

    def close(self) -> None:
        """Lets go of the files."""
        with self._lock:
            self._views = {}
            self._generation = -1

    def _rarities(self, *texts: Vector) -> dict[str, float]:
        """The rarities of the words of texts; what is done with them need not hold the lock."""
        with self._lock, _damage_explained():
            return rarities(self._current(), {stem for text in texts for stem in text.weights})

    @contextmanager
    def _writing(self) -> Iterator[ArrayWriter]:
        """Holds the lock of the index; what was begun is taken back when something raises."""
        with _damage_explained():
            try:
                writer = self._index.writer()
            except LockError as error:
                raise IndexBusyError(say("The search index is being written.")) from error
            try:
                yield writer
            except BaseException as error:
                if not writer.is_closed:
                    with suppress(OSError):  # it lets go of the lock all the same
                        writer.cancel()
                if isinstance(error, MemoryError) or getattr(error, "errno", None) in _REFUSED:
                    raise IndexNotWrittenError(
                        say("The search index cannot be written."),
                        where=say("It is {} ({}).").format(self.folder, error),
                    ) from error
                raise

    def _commit_built(
        self, writer: ArrayWriter, papers: Iterable[Paper], check: Callable[[], None]
    ) -> None:
        """Commits segments that are built at once, as many as their memory allows for."""
        builder, made = SegmentBuilder(), []
        for paper_id, texts in papers:
            check()
            builder.add(paper_id, texts)
            if len(builder) == _MOST_PAPERS or builder.tokens > _MOST_TOKENS:
                made.append(self._written(builder))
                builder = SegmentBuilder()
        if len(builder):
            made.append(self._written(builder))
        writer.commit(mergetype=lambda writer, old: merge_crowded(writer, [*old, *made]))

    def _delete(self, writer: ArrayWriter, papers: Any) -> None:
        base = 0
        for segment in writer.segments:
            arrays = segment.arrays(self._storage)
            for document in arrays.documents_of_papers(papers).tolist():
                writer.delete_document(base + document)
            base += segment.doc_count_all()

    def _written(self, builder: SegmentBuilder) -> ArraySegment:
        segment = ArraySegment(INDEX_NAME)
        segment.write(self._storage, builder.arrays())
        return segment

    def _current(self) -> Evaluator:
        """The segments of the last commit; those that were there before stay open."""
        if is_newest(self._storage, self._generation):
            return self._evaluator
        generation = latest_generation(self._storage)
        while generation != self._generation:
            contents = read_contents(self._storage)
            try:
                self._open(contents.segments)
                self._generation = contents.generation
                break
            except IndexDamagedError:
                # A commit may have come between, and done away with segments.
                before, generation = generation, latest_generation(self._storage)
                if generation == before:
                    raise
        return self._evaluator

    def _open(self, segments: Sequence[ArraySegment]) -> None:
        views = {}
        for segment in segments:
            view = self._views.get(segment.segid)
            deleted = frozenset(segment.deleted_docs())
            if view is None:
                view = SegmentView(segment.arrays(self._storage), deleted)
            else:
                view.set_deleted(deleted)
            views[segment.segid] = view
        self._views = views
        self._evaluator = Evaluator(list(views.values()))


@contextmanager
def _damage_explained() -> Iterator[None]:
    try:
        yield
    except ReaderError:  # explained already, or Cancelled
        raise
    except Exception as error:
        raise IndexDamagedError(f"The search index cannot be used ({error!r}).") from error
