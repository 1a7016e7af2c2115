"""Any order of edits in a library and in its exported folder: `make any-order`.

``python -m tests.campaigns.any_order [RUNS] [STEPS]`` plays RUNS (300) persons with up to STEPS
(60) steps each. It ends with the shortest way to the first line lost, if one is.
"""

from __future__ import annotations

import sys
import time

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.exporting.any_order import AnyOrder


def campaign(runs: int, steps: int, *, quick: bool = False) -> None:
    """Plays; raises AssertionError when a line was lost. ``quick`` looks for no shorter way."""
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        AnyOrder,
        settings=settings(
            max_examples=runs,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate] if quick else list(Phase),
        ),
    )


if __name__ == "__main__":
    wanted = [int(argument) for argument in sys.argv[1:3]]
    runs, steps = [*wanted, *(300, 60)[len(wanted) :]]
    began = time.monotonic()
    campaign(runs, steps)
    print(
        f"{runs} persons, up to {steps} steps each: no line lost, {time.monotonic() - began:.0f} s"
    )
