"""Keeps the search index up with the library: drains the queue, and starts anew after damage."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import IndexDamagedError
from reader.model import Progress, no_progress
from reader.store import Store, index_queue

if TYPE_CHECKING:
    from reader.search.evaluate import Meets
    from reader.search.index import Index
    from reader.search.query import Query
    from reader.search.ranking import Ranking

T = TypeVar("T")
log = logging.getLogger(__name__)

# The first papers are findable soon; later batches are larger, because each makes a segment and
# analyses each word of its papers once. 20,000 take about three seconds and 300 MB.
_FIRST_BATCH = 500
_BATCH = 20_000


class Indexer:
    """The index of one library. Searching and draining may happen on different threads."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._index: Index | None = None
        # A search may find damage that opening does not: then nothing waits, and yet there is work.
        self._condemned = False
        self._verified = False
        self._opening = threading.Lock()
        self._draining = threading.Lock()

    def search(self, query: Query, meets: Meets) -> Ranking:
        """Papers that answer the query, best first; ``meets`` gives those that meet a filter.

        Raises IndexDamagedError.
        """
        return self.asked(lambda index: index.search(query, meets))

    def correct(self, text: str, query: Query) -> str | None:
        """The text that was probably meant, if any. Raises IndexDamagedError."""
        return self.asked(lambda index: index.correct(text, query))

    def asked(self, ask: Callable[[Index], T]) -> T:
        """What the index says. Raises IndexDamagedError, and has it made again."""
        index = self._open()
        if index is None:
            raise IndexDamagedError("The search index is not made yet.")
        try:
            return ask(index)
        except IndexDamagedError as error:
            log.warning("search index cannot be read: %s", error)
            self._condemned = True
            self._forget()
            raise

    def waiting(self) -> int:
        """How many papers are not indexed as they now are."""
        return index_queue.length(self._store.reading())

    def drain(self, progress: Progress = no_progress) -> int:
        """Indexes what waits and returns how many papers that was.

        Rebuilds the index where there is none or it is damaged. Leaves the work to the other
        program when one is at it, and for later when the disk is full. ``progress`` may raise to
        stop; the rest waits.
        """
        # Whoosh takes 0.1 s to import; a window is up before it needs it.
        from reader.search.index import IndexNotWrittenError

        with self._draining:
            try:
                return self._drained(progress)
            except IndexNotWrittenError as error:
                log.warning("what waits for the search index goes on waiting: %s", error)
                return 0

    def close(self) -> None:
        """Lets go of the index's files."""
        self._forget()

    def _drained(self, progress: Progress) -> int:
        try:
            return self._drain(progress)
        except IndexDamagedError as error:
            log.warning("search index is made again: %s", error)
            self._rebuild()
            return self._drain(progress)

    def _drain(self, progress: Progress) -> int:
        if self._condemned or self._open() is None:
            self._rebuild()
        self._verify()
        finished, total = 0, self.waiting()
        while True:
            batch = _BATCH if finished else _FIRST_BATCH
            taken = index_queue.take(self._store.reading(), batch)
            if not taken:
                return finished
            self._index_batch(taken, progress, finished, total)
            finished += len(taken)

    def _verify(self) -> None:
        """Reads the whole index once, which also has it in memory when somebody searches.

        Raises IndexDamagedError when it is not what was written: what changed on the disk may look
        like other postings, and no search would notice.
        """
        index = self._open()
        if index is not None and not self._verified:
            index.verify()
            self._verified = True

    def _index_batch(
        self, taken: Sequence[index_queue.Queued], progress: Progress, finished: int, total: int
    ) -> None:
        words = index_queue.words(self._store.reading(), [queued.paper_id for queued in taken])
        papers = [(w.paper_id, texts_of(w)) for w in words]
        gone = {queued.paper_id for queued in taken} - {w.paper_id for w in words}
        index = self._open()
        if index is None:
            raise IndexDamagedError("The search index went away.")
        progress(finished, total)
        counted = count(finished)
        index.update(gone, papers, lambda: progress(min(next(counted), total), total))
        with self._store.write() as database:
            index_queue.done(database, taken)

    def _open(self) -> Index | None:
        from reader.search.index import Index

        with self._opening:
            if self._index is None:
                try:
                    self._index = Index(self._folder)
                except IndexDamagedError:
                    return None
            return self._index

    def _rebuild(self) -> None:
        from reader.search.index import Index

        self._forget()
        with self._opening:
            self._index = Index.create(self._folder)
            self._condemned = self._verified = False
        # Only after the empty index is there: what waits is then all there is to index.
        with self._store.write() as database:
            index_queue.fill(database)

    def _forget(self) -> None:
        with self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None


def texts_of(words: index_queue.Words) -> dict[str, str]:
    """The text of each field of a paper as the index takes them."""
    return {
        "title": words.title,
        "abstract": words.abstract,
        "authors": words.authors,
        "note": words.note,
        "tags": words.tags,
    }
