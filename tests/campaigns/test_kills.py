"""The short form of the campaign of kills."""

from __future__ import annotations

import pytest

from tests.campaigns.kills import campaign


@pytest.mark.campaign
def test_fifty_kills_lose_nothing_that_was_acknowledged() -> None:
    seed = 20260501
    print(f"seed {seed}")
    tally = campaign(50, seed)
    assert tally.kills == 50
    assert tally.acknowledged > 100
