"""The short form of the campaign of queries."""

from __future__ import annotations

import pytest

from tests.campaigns.queries import campaign

SHORT = 400


@pytest.mark.campaign
def test_whatever_is_typed_is_answered() -> None:
    ends = campaign(SHORT, seed=3)
    assert not [end for end in ends if end.startswith("FAILED")]
    assert ends["found"] > SHORT // 4
    assert ends["corrected"] > 0
    assert ends["nothing found"] > 0
