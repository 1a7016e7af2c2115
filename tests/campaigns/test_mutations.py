"""The short form of the campaign of mutated digests."""

from __future__ import annotations

import pytest

from tests.campaigns.mutations import campaign


@pytest.mark.campaign
def test_mutated_digests_are_read_or_refused() -> None:
    ends = campaign(1_000, seed=7)
    assert not [end for end in ends if end.startswith("FAILED")]
    assert ends["read"] + ends["slow"] > 100
    assert ends["refused"] > 100
