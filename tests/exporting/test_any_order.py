"""Any order of edits in the library and in the folder loses no line; see ``any_order``.

The long form is ``python -m tests.campaigns.any_order``.
"""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.exporting.any_order import AnyOrder

TestAnyOrder = pytest.mark.campaign(AnyOrder.TestCase)
TestAnyOrder.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
