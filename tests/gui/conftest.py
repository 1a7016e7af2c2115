"""A real window on a library of its own, and keys pressed as a person presses them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import make_window
from reader.gui.jobs import Jobs
from reader.gui.later import MODULES
from reader.gui.theme import Theme
from reader.gui.window import MainWindow
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.gui.watchdog import Watchdog

WAIT = 15_000


class Person:
    """Somebody at the keyboard of one window."""

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        self.window = window
        self.theme = theme

    def press(self, keys: str) -> None:
        """Presses a key or a sequence ("G, I") wherever the focus is; waits for what follows."""
        window = self._active_window()
        assert QApplication.focusWidget() is not None, "nothing in the window has the focus"
        for combination in QKeySequence(keys):
            QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
        self.settle()

    def type(self, text: str) -> None:
        """Types text into what has the focus."""
        window = self._active_window()
        for letter in text:
            if letter == "\b":
                QTest.keyClick(window, Qt.Key.Key_Backspace)
            elif letter == "\n":
                QTest.keyClick(window, Qt.Key.Key_Return)
            else:
                QTest.keyClick(window, letter)

    def _active_window(self) -> QWindow:
        """Where keys go. Offscreen no window manager hands the focus back when a dialog closes."""
        if QGuiApplication.focusWindow() is None:
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window of ours has the focus: the key would be lost"
        return window

    def drop(self, data: QMimeData) -> None:
        """Drops something on the window."""
        event = QDropEvent(
            QPoint(40, 40),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.window.dropEvent(event)
        self.settle()

    def drop_file(self, path: Path) -> None:
        """Drops a file on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        self.drop(data)

    def until(self, condition: Callable[[], object]) -> None:
        """Waits until something is so: looks after each turn of the event loop.

        pytest-qt would look every ten milliseconds, which a thousand tests feel.
        """
        loop, tick = QEventLoop(), QTimer(interval=10)
        late = time.monotonic() + WAIT / 1000
        tick.start()
        while not condition():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert time.monotonic() < late, "that is not so after all this time"

    def settle(self) -> None:
        """Waits until the window has done everything it was asked to do."""
        QApplication.processEvents()
        self.until(lambda: not self.window.busy())
        QApplication.processEvents()
        self.until(lambda: not self.window.busy())

    def indexed(self) -> None:
        """Has the index learn all papers now, which else waits until the window stands."""
        self.window.indexing.wake()
        self.until(lambda: self.window.library.index_waiting() == 0)
        self.settle()

    def count(self, kind: ListKind) -> int:
        """The number that the sidebar shows beside a list."""
        line = self.window.sidebar.model.place(PaperList(kind))
        assert line is not None
        return self.window.sidebar.model.lines[line].count

    @property
    def current_title(self) -> str:
        """The title that the paper pane shows."""
        return self.window.paper.title.toPlainText()

    @property
    def focused(self) -> object:
        """What has the focus."""
        self._active_window()
        return QApplication.focusWidget()


@pytest.fixture(autouse=True)
def watchdog(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Watchdog]:
    """Fails a test in which the window's thread took no look at its events for over 50 ms.

    A test that needs more has the mark ``may_block(milliseconds, why)``.
    """
    dog = Watchdog()
    if mark := request.node.get_closest_marker("may_block"):
        dog.limit, _why = mark.args
    with dog.installed():
        yield dog
    assert not dog.blocks, "\n".join(dog.blocks)


@pytest.fixture(autouse=True, scope="session")
def loaded() -> None:
    """What a window loads in its first second; most tests are over before."""
    for module in MODULES:
        import_module(module)


@pytest.fixture(autouse=True)
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for a hand to rest or for a paint waits for less here; ``settle`` waits for it."""
    monkeypatch.setattr(Jobs, "REST_MILLISECONDS", 5)
    monkeypatch.setattr(Jobs, "PAINT_MILLISECONDS", 5)
    monkeypatch.setattr(Jobs, "FAST_MILLISECONDS", 10)


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python made for the clipboard must be gone before Python ends: Qt would crash on it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def open_window(
    qtbot: QtBot, open_library: Callable[..., Library], watchdog: Watchdog
) -> Iterator[Callable[[Library], Person]]:
    """Opens windows, active as a person would have them, and closes them after the test.

    Asks for ``open_library`` so that the windows are closed before their libraries.
    """
    opened: list[MainWindow] = []

    def open_(library: Library) -> Person:
        theme = Theme("light")
        with watchdog.forgiving():
            window = make_window(library, theme)
            opened.append(window)
            with qtbot.waitSignal(window.ready, timeout=WAIT):
                window.show()
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
            person = Person(window, theme)
            person.settle()
        return person

    yield open_
    for window in opened:
        if window.isVisible():
            window.close()
        window.deleteLater()
    QApplication.processEvents()
    # Outside of an event loop nothing else does; the next window would be dressed with this one.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def person(open_window: Callable[[Library], Person], sample: Library) -> Person:
    """Somebody at a window on the five papers of ``sample``."""
    return open_window(sample)
