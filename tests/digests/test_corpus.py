"""Every file of the corpus gives what it holds; skipped where the corpus is not there."""

from __future__ import annotations

import pytest

from tests.digests.corpus_table import Expected, agrees, expectations, outcome_of

FILES = expectations()


@pytest.mark.skipif(not FILES, reason="the corpus is not beside the checkout")
@pytest.mark.parametrize("expected", FILES, ids=lambda expected: expected.file)
def test_a_file_gives_what_it_holds(expected: Expected) -> None:
    outcome = outcome_of(expected)
    assert agrees(expected, outcome), (expected, outcome)
