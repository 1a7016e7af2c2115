"""How fast the window is with 100,000 papers; see `make bench-ui`.

Each figure is from the key (or the start of the process) until what it changed has been painted, by
the event loop as in the program. Other work on the machine shows in it: the processor time of the
window's own thread beside it does not wait for others.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.large import large_library
from tests.benchmarks.watching import Measure, resident_megabytes, start_of_program

STARTS = 9
MEGABYTES = 350


def show(measures: Sequence[Measure]) -> bool:
    """Prints the table, in milliseconds; whether all goals were met."""
    table = Table("what", box=None, pad_edge=False)
    for heading in ("p50", "p95", "worst", "goal p95", "worst", "", "cpu p95", "MB after"):
        table.add_column(heading, justify="right")
    for one in measures:
        missed = one.missed()
        table.add_row(
            one.what,
            *(f"{seconds * 1000:,.1f}" for seconds in (one.at(50), one.at(95), one.worst)),
            *("" if goal is None else f"{goal * 1000:,.0f}" for goal in (one.p95_goal, one.goal)),
            "missed" if missed else "",
            f"{one.cpu_at(95) * 1000:,.1f}",
            f"{one.megabytes:,.0f}",
            style="bold" if missed else "",
        )
    Console(width=110).print(table)
    return not any(one.missed() for one in measures)


def main() -> None:
    """Measures in a copy of the library, and prints."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    only = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="bench-ui-") as name:
        os.environ["READER_CONFIG"] = name  # nobody's settings
        library = large_library(Path(name))
        measures = []
        if not only or "start" in only:
            measures.append(start_of_program(library, STARTS))
        from tests.benchmarks.at_the_window import SCENES, at_the_window

        wanted: dict[str, Callable[..., object]] = {
            name: scene for name, scene in SCENES.items() if not only or name in only
        }
        measures += at_the_window(library, list(wanted.values())) if wanted else []
        met = show(measures)
        most = max([*(one.megabytes for one in measures), resident_megabytes()])
    print(f"most memory: {most:,.0f} MB of {MEGABYTES}" + (" missed" * (most > MEGABYTES)))
    print("all goals met" if met and most <= MEGABYTES else "some goals were missed")


if __name__ == "__main__":
    main()
