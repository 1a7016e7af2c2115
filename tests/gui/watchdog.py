"""Notices when the window's thread was busy for too long without a look at its events.

Counted is the time that the thread *ran* (its own CPU clock) between two looks of Qt's event
dispatcher, or between the test's call into Qt and the return from it. So neither a machine with
other things to do nor the test's own waiting and asserting is ever taken for a block; garbage
collection, which falls on any test by chance, is taken off. What waits without running (for a lock,
for a disk) is not seen. A processor that is shared runs more slowly by its own clock too, since its
caches have other guests: a block is judged by how fast the same small work is done just then.
"""

from __future__ import annotations

import functools
import gc
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop
from PySide6.QtTest import QTest

LIMIT_MILLISECONDS = 50
DRESSES = pytest.mark.may_block(
    400, "Qt dresses every widget anew in one go; nobody changes theme or text size twice a day"
)
_TESTS = Path(__file__).resolve().parent
# How tests let Qt work: what runs outside of these is the test itself.
_DOORS: tuple[tuple[type, str], ...] = (
    (QEventLoop, "exec"),
    (QCoreApplication, "processEvents"),
    *((QTest, name) for name in ("keyClick", "keyPress", "keyRelease", "mouseClick", "qWait")),
)


class Watchdog:
    """Measures while it is ``installed``; ``blocks`` says in words what took too long."""

    def __init__(self, limit: float = LIMIT_MILLISECONDS) -> None:
        self.limit = limit
        self.longest = 0.0
        self.blocks: list[str] = []
        self._inside = 0
        self._forgiven = 0
        self._from = 0.0
        self._collecting = 0.0

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Measures from here on."""
        _look_for_the_fastest(_work())
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._look)
        dispatcher.aboutToBlock.connect(self._look)
        gc.callbacks.append(self._collects)
        patch = pytest.MonkeyPatch()
        for owner, name in _DOORS:
            through = self._through(getattr(owner, name))
            # All but a loop's own are static.
            patch.setattr(owner, name, through if owner is QEventLoop else staticmethod(through))
        try:
            yield
        finally:
            patch.undo()
            gc.callbacks.remove(self._collects)
            dispatcher.awake.disconnect(self._look)
            dispatcher.aboutToBlock.disconnect(self._look)

    @contextmanager
    def forgiving(self) -> Iterator[None]:
        """Lets something take its time: the start of a window."""
        self._forgiven += 1
        try:
            yield
        finally:
            self._look()
            self._forgiven -= 1

    def _through(self, door: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(door)
        def through(*args: Any, **kwargs: Any) -> Any:
            self._look()
            self._inside += 1
            try:
                return door(*args, **kwargs)
            finally:
                self._look()
                self._inside -= 1

        return through

    def _look(self) -> None:
        now = time.thread_time()
        busy = (now - self._from) * 1000
        self._from = now
        if not self._inside or self._forgiven:
            return
        if busy > self.limit:
            busy /= _slowness()
            self._from = time.thread_time()
        self.longest = max(self.longest, busy)
        if busy > self.limit:
            self.blocks.append(f"{busy:.0f} ms of work without a look at events, {_place()}")

    def _collects(self, phase: str, _info: object) -> None:
        if threading.current_thread() is not threading.main_thread():
            return
        if phase == "start":
            self._collecting = time.thread_time()
        else:
            self._from += time.thread_time() - self._collecting


_fastest = float("inf")


def _slowness() -> float:
    """How many times longer than at its best this processor now takes for the same work."""
    took = [_work() for _ in range(4)]
    _look_for_the_fastest(min(took))
    return statistics.fmean(took) / _fastest


def _look_for_the_fastest(took: float) -> None:
    global _fastest
    _fastest = min(_fastest, took)


def _work() -> float:
    before = time.thread_time()
    sum(len(str(number)) for number in range(3_000))
    return time.thread_time() - before


def _place() -> str:
    """Where in the tests Qt was called."""
    frame = sys._getframe()
    while frame.f_back is not None:
        file = Path(frame.f_code.co_filename)
        if _TESTS in file.parents and file != Path(__file__) and file.name != "conftest.py":
            return f"from {file.name}:{frame.f_lineno}"
        frame = frame.f_back
    return "outside of the test itself"
