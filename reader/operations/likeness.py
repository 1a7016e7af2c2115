"""Papers that are like one, and those that are like what the person starred and read."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import IndexDamagedError
from reader.model import Changes, Kind, Likeness, Similar
from reader.operations.indexing import Indexer, texts_of
from reader.store import Store, index_queue, papers, verdicts

if TYPE_CHECKING:
    from reader.search.taste import Taste

# The latest of each: a taste changes, and more would take longer than they tell. (Learning takes
# half a second at first, and a tenth after another star.)
_LEARNT_FROM = 200
_WHAT_TEACHES = {Kind.PAPERS, Kind.DIGESTS, Kind.INDEX}


def similar(store: Store, indexer: Indexer, paper_id: int, limit: int) -> list[Similar]:
    """The papers most like one, best first; none while there is no index."""
    texts = _texts(store, [paper_id]).get(paper_id)
    if texts is None:
        return []
    try:
        return indexer.asked(lambda index: index.similar(texts, limit, (paper_id,)))
    except IndexDamagedError:
        return []


class Likings:
    """What the person likes, learnt when it is asked for and kept until that changes.

    Safe for use by several threads. Where nothing is starred or read there is nothing to learn, and
    while there is no index nothing can be: then no paper has a likeness.
    """

    def __init__(self, store: Store, indexer: Indexer) -> None:
        self._store = store
        self._indexer = indexer
        self._learning = threading.Lock()
        self._learnt: Taste | None = None
        self._told = 0  # how often something changed
        self._learnt_at = -1

    def hear(self, changes: Changes) -> None:
        """Follows what an action changed."""
        if changes.kinds & _WHAT_TEACHES:
            self._told += 1

    def known(self) -> bool:
        """Whether the person starred or read anything to learn from."""
        return verdicts.any_liked(self._store.reading())

    def ordered(self, ids: Sequence[int]) -> list[int]:
        """The same papers, those first that may be liked most; of equals the order stays."""
        try:
            taste = self._taste()
            if taste is None:
                return list(ids)
            scores = self._indexer.asked(lambda index: index.likeness(taste, ids))
        except IndexDamagedError:
            return list(ids)
        places = sorted(range(len(ids)), key=scores.__getitem__, reverse=True)
        return [ids[place] for place in places]

    def of(self, ids: Sequence[int]) -> dict[int, Likeness]:
        """How well papers suit the taste, and why; none where there is no taste."""
        try:
            taste = self._taste()
            if taste is None:
                return {}
            texts = _texts(self._store, ids)
            here = list(texts)
            scores = self._indexer.asked(lambda index: index.likeness(taste, here))
            # What is more like the skipped ones has no reason to be liked.
            wanted = {key: texts[key] for key, score in zip(here, scores, strict=True) if score > 0}
            reasons = self._indexer.asked(lambda index: index.reasons(taste, wanted))
        except IndexDamagedError:
            return {}
        named = [found.paper_id for found in reasons.values() if found.paper_id is not None]
        rows = {row.id: row for row in papers.rows(self._store.reading(), named)}
        likenesses = {}
        for key, score in zip(here, scores, strict=True):
            likenesses[key] = Likeness(round(score, 4))
            if key in reasons:
                row = rows.get(reasons[key].paper_id or 0)
                likenesses[key] = Likeness(
                    round(score, 4),
                    row.title if row else "",
                    row.starred if row else False,
                    reasons[key].words,
                )
        return likenesses

    def _taste(self) -> Taste | None:
        """What the person likes, if there is anything to learn from. Raises IndexDamagedError."""
        with self._learning:
            told = self._told
            if told != self._learnt_at:
                self._learnt = self._learn()
                self._learnt_at = told
            return self._learnt

    def _learn(self) -> Taste | None:
        database = self._store.reading()
        liked = _texts(self._store, verdicts.liked(database, _LEARNT_FROM))
        if not liked:
            return None
        passed = list(_texts(self._store, verdicts.passed(database, _LEARNT_FROM)).values())
        return self._indexer.asked(lambda index: index.taste(liked, passed))


def _texts(store: Store, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """The texts of papers, as the index takes them, of those that are there."""
    return {words.paper_id: texts_of(words) for words in index_queue.words(store.reading(), ids)}
