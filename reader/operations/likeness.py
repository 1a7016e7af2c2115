"""Papers that are like one."""

from __future__ import annotations

from reader.errors import IndexDamagedError
from reader.model import Similar
from reader.operations.indexing import Indexer, texts_of
from reader.store import Store, index_queue


def similar(store: Store, indexer: Indexer, paper_id: int, limit: int) -> list[Similar]:
    """The papers most like one, best first; none while there is no index."""
    try:
        for words in index_queue.words(store.reading(), [paper_id]):
            return indexer.similar(paper_id, texts_of(words), limit)
    except IndexDamagedError:
        pass
    return []
