"""The short form of the campaign of kills."""

from __future__ import annotations

import pytest

from tests.campaigns.kills import campaign


@pytest.mark.campaign
def test_twenty_five_kills_lose_nothing_that_was_acknowledged() -> None:
    seed = 20260501
    print(f"seed {seed}")
    tally = campaign(25, seed)
    assert tally.kills == 25
    assert tally.acknowledged > 50
