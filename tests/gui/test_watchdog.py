"""The watchdog barks at a block of the window's thread, and at nothing else."""

from __future__ import annotations

import gc
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.watchdog import Watchdog


def work(milliseconds: float) -> None:
    """Keeps the thread running, by its own clock."""
    end = time.thread_time() + milliseconds / 1000
    while time.thread_time() < end:
        pass


@pytest.fixture
def own(watchdog: Watchdog) -> Watchdog:
    """A watchdog of the test's own; that of the suite sleeps."""
    watchdog.limit = 10_000
    return Watchdog()


def test_it_barks_at_a_block_in_the_event_loop(qtbot: QtBot, own: Watchdog) -> None:
    with own.installed():
        QTimer.singleShot(0, lambda: work(200))
        qtbot.wait(20)
    [words] = own.blocks
    assert "ms of work without a look at events, from test_watchdog.py:" in words
    assert own.longest > own.limit


def test_it_barks_at_a_block_under_a_key(qtbot: QtBot, own: Watchdog) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.textChanged.connect(lambda _: work(200))
    with own.installed():
        QTest.keyClick(field, "a")
    assert len(own.blocks) == 1


def test_it_barks_at_what_is_done_in_one_turn(qtbot: QtBot, own: Watchdog) -> None:
    with own.installed():
        QTimer.singleShot(0, lambda: work(200))
        QApplication.processEvents()
    assert len(own.blocks) == 1


def test_it_leaves_alone_what_is_no_block(qtbot: QtBot, own: Watchdog) -> None:
    with own.installed():
        for _ in range(4):
            QTimer.singleShot(0, lambda: work(15))
            qtbot.wait(5)
        work(200)  # the test itself
        QTimer.singleShot(0, lambda: time.sleep(0.2))  # as when others have the machine
        qtbot.wait(250)
        with own.forgiving():
            QTimer.singleShot(0, lambda: work(200))
            qtbot.wait(5)
    assert not own.blocks
    assert 0 < own.longest < 50


def test_garbage_collection_is_nobodys_fault(qtbot: QtBot, own: Watchdog) -> None:
    def collect() -> None:
        # What finalizers take is taken by the collection.
        class Slow:
            def __del__(self) -> None:
                work(200)

        slow = Slow()
        slow.itself = slow  # type: ignore[attr-defined]
        del slow
        gc.collect()

    with own.installed():
        QTimer.singleShot(0, collect)
        qtbot.wait(20)
    assert not own.blocks
