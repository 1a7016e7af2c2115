"""The measure of similar papers runs, on whatever papers there are."""

from __future__ import annotations

from tests.benchmarks import corpus
from tests.benchmarks.similar import halves, recall, times


def test_it_measures_how_often_the_other_half_is_found() -> None:
    pairs = list(halves(40))
    assert len(pairs) == 40
    first, ten = recall(pairs, 20)
    assert 0 <= first <= ten <= 1
    if corpus.REAL.is_file():  # invented papers are all alike
        assert ten > 0.5


def test_it_measures_time() -> None:
    row = times(50)
    assert len(row.seconds) == 50
    assert all(seconds > 0 for seconds in row.seconds)
