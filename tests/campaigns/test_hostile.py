from __future__ import annotations

import pytest

from tests.campaigns.hostile import HOSTILE, ending

SHORT = 40_000


@pytest.mark.campaign
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_digest_ends_in_time_and_in_words(name: str) -> None:
    end = ending(name, SHORT)
    assert end.fine, end
