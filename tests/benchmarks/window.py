"""How fast the window is on a filled library. Runs offscreen, with real key events."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.measuring import Row

STARTS = 5
KEYS = 200
DECISIONS = 40
HEARTBEAT_MILLISECONDS = 2
_STARTED = "READER_BENCH_STARTED"


def window_rows(library: Path) -> list[Row]:
    """Start, moving, deciding, and how the window answers while 10,000 papers come in."""
    return [
        Row("window shown, from process start", [_start(library) for _ in range(STARTS)], 1.0),
        *_with_window(library),
    ]


def _start(library: Path) -> float:
    """Seconds from starting the program to its first list on the screen."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", _STARTED: repr(time.time())}
    command = [sys.executable, "-m", "tests.benchmarks.window", str(library)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.strip().splitlines()[-1])


def _print_start(library: Path) -> None:
    """What the child does: the program's own way to its window, then the time it took."""
    import reader.__main__  # noqa: F401 - a start pays for the terminal's imports too
    from reader import app
    from reader.gui.theme import Theme
    from reader.library import Library

    application = app.the_application()
    with Library(library) as opened:
        window = app.make_window(opened, Theme("light"))
        window.show()
        while not window.list.model.ids:
            application.processEvents()
        window.list.view.viewport().repaint()
        print(time.time() - float(os.environ[_STARTED]), flush=True)
        window.close()


def _with_window(library: Path) -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest

    from reader import app
    from reader.gui.theme import Theme
    from reader.library import Library

    application = app.the_application()
    with Library(library) as opened:
        window = app.make_window(opened, Theme("light"))
        window.show()
        app.wait_until_idle(window)
        window.activateWindow()
        window.list.view.setFocus()
        handle = window.windowHandle()
        waiting = QEventLoop()

        def press(key: str) -> None:
            QTest.keyClick(handle, key)

        def until(condition: Callable[[], object]) -> None:
            while not condition():
                # A loop sleeps between events, as in the program; processEvents with a time to
                # wait spins and takes Python's lock from the threads that are to answer.
                waiting.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

        def move() -> None:
            before = window.navigation.current
            press("j")
            until(lambda: window.navigation.current != before)
            window.list.view.viewport().repaint()

        def decide() -> None:
            lines = window.sidebar.model.lines
            before = lines[0].count
            press("x")
            until(lambda: window.sidebar.model.lines[0].count != before)
            window.sidebar.view.viewport().repaint()
            window.list.view.viewport().repaint()

        moves = []
        for _ in range(KEYS):
            moves.append(_timed(move))
            application.processEvents()
        app.wait_until_idle(window)
        decisions = []
        for _ in range(DECISIONS):
            decisions.append(_timed(decide))
            application.processEvents()
        app.wait_until_idle(window)
        window.close()
    return [
        Row("j: key to painted row", moves, 0.016),
        Row("x: key to painted list and counts", decisions, 0.03),
        *_import_rows(),
    ]


def _import_rows() -> list[Row]:
    """An import of 10,000 papers and its indexing, with the window's heart beating meanwhile."""
    from PySide6.QtCore import QTimer

    from reader import app
    from reader.gui.theme import Theme
    from reader.library import Library
    from reader.model import ImportResult
    from tests.benchmarks import corpus

    application = app.the_application()
    made = corpus.one_digest(10_000)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, Library(Path(folder)) as library:
        window = app.make_window(library, Theme("light"))
        window.show()
        app.wait_until_idle(window)
        beats: list[float] = []
        heart = QTimer(interval=HEARTBEAT_MILLISECONDS)
        heart.timeout.connect(lambda: beats.append(time.perf_counter()))
        heart.start()
        results: list[ImportResult] = []
        start = time.perf_counter()
        window.jobs.task(
            "Importing",
            lambda report, _cancelled: library.import_digest(made, progress=report),
            results.append,
            writes=True,
        )
        while not results:
            application.processEvents()
            time.sleep(0.0005)
        imported = time.perf_counter() - start
        beats_of_import = list(beats)
        while not (library.index_waiting() == 0 and not window.busy()):
            application.processEvents()
            time.sleep(0.0005)
        heart.stop()
        window.close()
    return [
        Row("import 10,000 papers in the window", [imported], 15),
        Row("gap in its answering during the import", _gaps(beats_of_import)),
        Row("gap in its answering while indexing", _gaps(beats[len(beats_of_import) :])),
    ]


def _gaps(beats: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(beats)] or [0.0]


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    _print_start(Path(sys.argv[1]))
