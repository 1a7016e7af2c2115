"""Watching the window at work: the clock, the processor time, the memory, and what was painted."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QChildEvent, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from reader.gui.window import MainWindow

_STARTED = "READER_BENCH_STARTED"
_LONGEST_WAIT = 20.0


@dataclass(slots=True)
class Measure:
    """Seconds that something took, each time; of the processor, on the window's thread, too."""

    what: str
    p95_goal: float | None = None
    goal: float | None = None
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @contextmanager
    def time(self) -> Iterator[None]:
        """Times the block."""
        start, cpu = time.perf_counter(), time.thread_time()
        yield
        self.seconds.append(time.perf_counter() - start)
        self.cpu.append(time.thread_time() - cpu)

    @property
    def worst(self) -> float:
        """The longest of them."""
        return max(self.seconds)

    def at(self, percent: int) -> float:
        """The percentile."""
        return _percentile(self.seconds, percent)

    def cpu_at(self, percent: int) -> float:
        """The percentile of the processor time."""
        return _percentile(self.cpu, percent)

    def missed(self) -> bool:
        """Whether it misses a goal."""
        late = self.p95_goal is not None and self.at(95) > self.p95_goal
        return late or (self.goal is not None and self.worst > self.goal)


def _percentile(seconds: list[float], percent: int) -> float:
    # The starting program is watched too, and needs no statistics.
    from tests.benchmarks.measuring import Row

    return Row("", seconds).percentile(percent)


class Paints(QObject):
    """Sees a widget being painted: ``shown`` says whether it was while ``condition`` held."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._condition: Callable[[], object] = lambda: False
        self.shown = False
        widget.installEventFilter(self)

    def watch(self, condition: Callable[[], object]) -> None:
        """Watches for another paint."""
        self._condition, self.shown = condition, False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Looks just before each painting; when the loop has turned, that is on the screen."""
        if event.type() == QEvent.Type.Paint and not self.shown:
            self.shown = bool(self._condition())
        return False


class Opened(QObject):
    """Sees a dialog of a window being painted the first time: ``shown`` says whether it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._paints: list[Paints] = []
        window.installEventFilter(self)

    def watch(self) -> None:
        """Watches for another dialog, or for one that was opened before and kept."""
        self._paints = [paints for paints in self._paints if isValid(paints)]
        for paints in self._paints:
            paints.watch(lambda: True)

    @property
    def shown(self) -> bool:
        """Whether a dialog has been painted."""
        return any(paints.shown for paints in self._paints)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A dialog is polished before it is shown the first time."""
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            dialog = event.child()
            if isinstance(dialog, QDialog):
                self.see(dialog)
        return False

    def see(self, widget: QWidget) -> None:
        """Watches a widget that is there already, too."""
        self._paints.append(Paints(widget))
        self._paints[-1].watch(lambda: True)


class Loop:
    """The event loop, run until something is so."""

    def __init__(self) -> None:
        self._loop = QEventLoop()

    def until(self, condition: Callable[[], object]) -> None:
        """Runs the loop until the condition holds after one of its turns."""
        late = time.monotonic() + _LONGEST_WAIT
        while not condition():
            # A loop sleeps between events, as in the program; processEvents with a time to wait
            # spins and takes Python's lock from the threads that are to answer.
            self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > late:
                raise TimeoutError("the window does not do what it is watched for")

    def rest(self, until: float) -> None:
        """Runs the loop until that moment of ``time.perf_counter``."""
        while (left := until - time.perf_counter()) > 0:
            self._loop.processEvents()
            time.sleep(min(left, 0.001))


def resident_megabytes() -> float:
    """The memory that the process has now (where the system does not say: has had at most)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def start_of_program(library: Path, times: int) -> Measure:
    """From the start of the process to a window with list, counts and paper that takes keys."""
    measure = Measure("start: process to usable window", goal=0.7)
    for number in range(times + 1):
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", _STARTED: repr(time.time())}
        command = [sys.executable, "-m", "tests.benchmarks.watching", str(library)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        seconds, cpu, megabytes = map(float, done.stdout.split())
        if number:  # the first reads the files from the disk
            measure.seconds.append(seconds)
            measure.cpu.append(cpu)
            measure.megabytes = max(measure.megabytes, megabytes)
    return measure


def _start(folder: Path) -> None:
    """What the child does: the program's own way to its window, then the time it took."""
    from reader.__main__ import Desktop

    desktop = Desktop()
    gc.disable()  # as the desktop will
    from reader import app

    make_window = app.make_window

    def make_watched(*arguments: Any) -> MainWindow:
        window = make_window(*arguments)
        QTimer.singleShot(0, lambda: _watch_start(window))
        return window

    app.make_window = make_watched
    desktop.open(folder, ())


def _watch_start(window: MainWindow) -> None:
    window.activateWindow()
    rows, counts = Paints(window.list.view.viewport()), Paints(window.sidebar.view.viewport())
    rows.watch(lambda: window.list.model.ids and window.list.papers_have_focus())
    counts.watch(lambda: window.sidebar.model.lines[0].count)
    Loop().until(lambda: rows.shown and counts.shown)
    seconds = time.time() - float(os.environ[_STARTED])
    spent = os.times()
    print(seconds, spent.user + spent.system, resident_megabytes(), flush=True)
    window.close()


if __name__ == "__main__":
    _start(Path(sys.argv[1]))
