"""The short form of the campaign of kills while exporting."""

from __future__ import annotations

import pytest

from tests.campaigns.export_kills import campaign


@pytest.mark.campaign
def test_twenty_five_kills_lose_no_note_and_leave_no_half_file() -> None:
    tally = campaign(25, seed=7)
    assert tally.kills == 25
    assert tally.notes > 20
    assert tally.lines > 5
    assert tally.left > 0
