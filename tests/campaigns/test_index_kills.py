"""The short form of the campaign of kills of the index."""

from __future__ import annotations

import pytest

from tests.campaigns.index_kills import campaign


@pytest.mark.campaign
def test_fifteen_kills_leave_the_index_at_a_commit() -> None:
    tally = campaign(15, seed=11)
    assert tally.kills == 15
    assert tally.commits > 20
    assert tally.under_way > 1
