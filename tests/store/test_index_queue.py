"""The queue between the database and the index: nothing that changed is ever taken for indexed."""

from __future__ import annotations

from reader.library import Library
from reader.store import index_queue


def waiting(library: Library) -> list[int]:
    return [queued.paper_id for queued in index_queue.take(library._store.reading(), 100)]


def done(library: Library, taken: list[index_queue.Queued]) -> None:
    with library._store.write() as database:
        index_queue.done(database, taken)


def test_what_words_change_waits(sample: Library) -> None:
    assert sorted(waiting(sample)) == [1, 2, 3, 4, 5]
    sample.update_index()
    sample.set_starred([1], True)
    assert waiting(sample) == []
    sample.set_note(3, "Words.")
    sample.add_tags([2], ["more words"])
    assert waiting(sample) == [3, 2]
    assert sample.index_waiting() == 2


def test_a_paper_that_changed_again_meanwhile_waits_on(sample: Library) -> None:
    taken = index_queue.take(sample._store.reading(), 100)
    sample.set_note(3, "Written while the index was.")
    done(sample, taken)
    assert waiting(sample) == [3]


def test_a_slow_indexer_does_not_take_away_what_changed_after_a_fast_one(sample: Library) -> None:
    sample.update_index()
    sample.set_note(1, "Written before.")
    slow = index_queue.take(sample._store.reading(), 100)
    done(sample, index_queue.take(sample._store.reading(), 100))
    sample.set_note(1, "Written when the fast one was done.")
    done(sample, slow)
    assert waiting(sample) == [1]


def test_a_slow_indexer_does_not_disturb_a_new_index(sample: Library) -> None:
    slow = index_queue.take(sample._store.reading(), 100)
    with sample._store.write() as database:
        index_queue.fill(database)
    done(sample, slow)
    assert waiting(sample) == [1, 2, 3, 4, 5]
