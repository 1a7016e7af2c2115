"""What a person does at the window with 100,000 papers, each timed from the key to the paint."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, Qt, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import app
from reader.gui.actions.keymap import default_keymap, read_keymap
from reader.gui.list.model import PaperListModel
from reader.gui.theme import Theme
from reader.gui.window import MainWindow
from reader.library import Library
from reader.model import ListKind, PaperList, PaperRow
from tests.benchmarks.watching import Loop, Measure, Opened, Paints, resident_megabytes

# A key that is held down comes again 30 times a second; a quick hand presses ten.
HELD, PRESSED = 1 / 30, 0.1
KEY, WORST_KEY, FRAME = 0.016, 0.050, 0.033
_LISTS = ("all", "inbox", "read", "starred", "queued", "annotated")
_SENTENCE = "compare the third table with what the earlier paper says of longer contexts "
_QUERY = "language models that reason "

Condition = Callable[[], object]


class Desk:
    """The window on the large library, and a person at its keys."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        self.window = window
        self.library = library
        self.loop = Loop()
        self.rows = Paints(window.list.view.viewport())
        self.counts = Paints(window.sidebar.view.viewport())
        self.opened = Opened(window)
        self.opened.see(window.commands.palette)
        self._keys = read_keymap(default_keymap())

    def knows(self, action: str) -> bool:
        """Whether this version has the action."""
        return action in self._keys

    def act(self, action: str) -> None:
        """Presses the keys of an action."""
        for combination in QKeySequence(self._keys[action].keys[0]):
            QTest.keyClick(self._active(), combination.key(), combination.keyboardModifiers())

    def type(self, letter: str) -> None:
        """Presses the key of a letter."""
        QTest.keyClick(self._active(), letter)

    def escape(self) -> None:
        """Presses Esc."""
        QTest.keyClick(self._active(), Qt.Key.Key_Escape)

    def have_focus(self) -> None:
        """Gets the focus back from a dialog that closed; offscreen nobody hands it back."""
        if QGuiApplication.focusWindow() is None:
            self.window.activateWindow()
            self.loop.until(self.window.isActiveWindow)

    def _active(self) -> QWindow:
        """Where keys go."""
        self.have_focus()
        return QGuiApplication.focusWindow()

    def settle(self) -> None:
        """Waits until everything is done."""
        app.wait_until_idle(self.window)

    def go(self, kind: str) -> None:
        """Shows a list, untimed."""
        self.act(f"go.{kind}")
        self.settle()

    def asked(self) -> bool:
        """Whether what is in the search field has been asked."""
        return self.window.navigation.query == self.window.list.search.text()

    def count(self, kind: ListKind) -> int:
        """What the sidebar says of a list."""
        model = self.window.sidebar.model
        return model.lines[model.place(PaperList(kind)) or 0].count

    def row(self, at: int) -> PaperRow:
        """What the list shows in a row."""
        model = self.window.list.model
        row: PaperRow = model.data(model.index(at), PaperListModel.RowRole)
        return row

    def time(
        self, measure: Measure, press: Callable[[], object], *shown: tuple[Paints, Condition]
    ) -> None:
        """Times a key until each of the widgets is painted with its condition fulfilled."""
        for paints, condition in shown:
            paints.watch(condition)
        with measure.time():
            press()
            self.loop.until(lambda: all(paints.shown for paints, _ in shown))


def holding_j(desk: Desk) -> Iterator[Measure]:
    """Through the Inbox with ``j`` held down."""
    measure = Measure("j held down: key to painted row", KEY, WORST_KEY)
    desk.go("inbox")
    for _ in _rhythm(desk, 300, HELD):
        before = desk.window.navigation.current
        desk.time(
            measure,
            lambda: desk.act("paper.next"),
            (desk.rows, lambda: desk.window.navigation.current != before),
        )
    yield measure


def starring(desk: Desk) -> Iterator[Measure]:
    """``s`` in the Inbox and among all papers, until star and count are there."""
    for kind in ("inbox", "all"):
        measure = Measure(f"s ({kind}): key to painted star and counts", KEY, WORST_KEY)
        desk.go(kind)
        for _ in _rhythm(desk, 60, PRESSED):
            at = desk.window.list.view.currentIndex().row()
            starred, count = desk.row(at).starred, desk.count(ListKind.STARRED)
            desk.time(
                measure,
                lambda: desk.act("paper.toggle-star"),
                (desk.rows, lambda: desk.row(at).starred != starred),
                (desk.counts, lambda: desk.count(ListKind.STARRED) != count),
            )
            if kind == "all":
                desk.act("paper.next")
        yield measure


def deciding(desk: Desk) -> Iterator[Measure]:
    """``x`` in the Inbox until the paper has left and the counts say so, then all taken back."""
    for words, action, key in (
        ("x: key to painted list and counts", "paper.skip", 1),
        ("undo of it: key to painted list and counts", "history.undo", -1),
    ):
        measure = Measure(words, KEY, WORST_KEY)
        desk.go("inbox")
        for _ in _rhythm(desk, 60, PRESSED):
            papers, count = len(desk.window.list.model.ids), desk.count(ListKind.INBOX)
            desk.time(
                measure,
                lambda: desk.act(action),
                (desk.rows, lambda: len(desk.window.list.model.ids) == papers - key),
                (desk.counts, lambda: desk.count(ListKind.INBOX) == count - key),
            )
        yield measure
    measure = Measure("x held down: key to painted next row", KEY, WORST_KEY)
    for _ in _rhythm(desk, 150, HELD):
        before = desk.window.navigation.current
        desk.time(
            measure,
            lambda: desk.act("paper.skip"),
            (desk.rows, lambda: desk.window.navigation.current != before),
        )
    yield measure


def switching(desk: Desk) -> Iterator[Measure]:
    """``g`` and a letter, from list to list."""
    measure = Measure("g and a letter: key to the other list painted", KEY, WORST_KEY)
    sizes = {kind: len(desk.library.list_ids(PaperList(ListKind(kind)))) for kind in _LISTS}
    for turn in _rhythm(desk, 10 * len(_LISTS), 0.15):
        kind = _LISTS[turn % len(_LISTS)]
        desk.time(
            measure,
            lambda: desk.act(f"go.{kind}"),
            (desk.rows, lambda: len(desk.window.list.model.ids) == sizes[kind]),
        )
    yield measure


def scrolling(desk: Desk) -> Iterator[Measure]:
    """All papers from end to end, each frame another page; then line by line."""
    desk.go("all")
    bar = desk.window.list.view.verticalScrollBar()
    for words, frames, step in (
        ("scrolling 100,000 end to end: a frame", 300, bar.maximum() // 300),
        ("scrolling by the wheel: a frame", 300, 120),
    ):
        measure = Measure(words, FRAME, FRAME)
        bar.setValue(0)
        desk.settle()
        for frame in _rhythm(desk, frames, 1 / 60):
            value = (frame + 1) * step
            desk.time(measure, lambda: bar.setValue(value), (desk.rows, lambda: True))
        yield measure


def writing(desk: Desk) -> Iterator[Measure]:
    """Typing in a note, which is saved in the pauses."""
    measure = Measure("typing in the note: key to painted letter", KEY, WORST_KEY)
    desk.go("inbox")
    desk.act("paper.note")
    note = desk.window.paper.note
    painted = Paints(note.viewport())
    for at in _rhythm(desk, 2 * len(_SENTENCE), 0.05):
        letter, length = _SENTENCE[at % len(_SENTENCE)], len(note.toPlainText())
        written = lambda: len(note.toPlainText()) > length  # noqa: E731
        desk.time(measure, lambda: desk.type(letter), (painted, written))
        if at % 12 == 0:
            desk.loop.rest(time.perf_counter() + 0.45)
    desk.act("go.back")
    yield measure


def searching(desk: Desk) -> Iterator[Measure]:
    """Typing a query: its letters, and the answers with all that follows them.

    The first answer to be painted comes some milliseconds earlier, but nothing tells it from the
    passages and the paper that are painted after it.
    """
    letters = Measure("typing a query: key to painted letter", KEY, WORST_KEY)
    answers = Measure("typing a query: key to painted answers", 0.2)
    field = desk.window.list.search
    painted = Paints(field)
    for period, measure in ((0.08, letters), (0.3, answers)):
        desk.act("go.search")
        desk.settle()
        for at in _rhythm(desk, len(_QUERY), period):
            letter, length = _QUERY[at], len(field.text())
            if measure is letters:
                written = lambda: len(field.text()) > length  # noqa: E731
                desk.time(measure, lambda: desk.type(letter), (painted, written))
            else:
                desk.rows.watch(desk.asked)
                with measure.time():
                    desk.type(letter)
                    desk.loop.until(lambda: desk.rows.shown and not desk.window.busy())
        desk.act("go.back")
        desk.settle()
        yield measure


def opening(desk: Desk) -> Iterator[Measure]:
    """What opens over the window."""
    for name, action in (
        ("? the sheet of keys", "help.keys"),
        ("F2 correcting a paper", "paper.edit"),
        ("Ctrl+K the palette", "palette.open"),
    ):
        if desk.knows(action):
            measure = Measure(f"{name}: key to painted", KEY, WORST_KEY)
            for _ in _rhythm(desk, 20, 0.3):
                _open(desk, measure, action)
            yield measure


def _open(desk: Desk, measure: Measure, action: str) -> None:
    """Times the opening of something, and closes it."""
    palette, opened = desk.window.commands.palette, desk.opened
    opened.watch()
    with measure.time():
        desk.act(action)
        desk.loop.until(lambda: opened.shown)
    desk.escape()
    desk.loop.until(lambda: not palette.isVisible() and QApplication.activeModalWidget() is None)
    desk.have_focus()


SCENES = {
    scene.__name__: scene
    for scene in (
        holding_j,
        starring,
        deciding,
        switching,
        scrolling,
        writing,
        opening,
        searching,
    )
}


def at_the_window(folder: Path, scenes: list[Callable[[Desk], Iterator[Measure]]]) -> list[Measure]:
    """Plays the scenes one after another in one window."""
    application = app.the_application()
    # Offscreen Qt says of each dialog that it cannot hint at sizes.
    qInstallMessageHandler(lambda *_: None)
    measures = []
    with Library(folder) as library:
        window = app.make_window(library, Theme("light"))
        window.show()
        window.activateWindow()
        desk = Desk(window, library)
        desk.settle()
        window.list.focus_papers()
        turns = _turns()
        for scene in scenes:
            for measure in scene(desk):
                desk.settle()
                measure.megabytes = resident_megabytes()
                measures.append(measure)
        if turns.seconds:
            turns.megabytes = resident_megabytes()
            measures.append(turns)
        window.close()
    application.processEvents()
    return measures


def _turns() -> Measure:
    """How long the event loop was busy at a time, where that was longer than a glance."""
    measure = Measure("the event loop busy, in all of this", None, WORST_KEY)
    dispatcher = QAbstractEventDispatcher.instance()
    since = time.perf_counter(), time.thread_time()

    def awake() -> None:
        nonlocal since
        since = time.perf_counter(), time.thread_time()

    def blocks() -> None:
        busy = time.perf_counter() - since[0]
        if busy > 0.004:
            measure.seconds.append(busy)
            measure.cpu.append(time.thread_time() - since[1])

    dispatcher.awake.connect(awake)
    dispatcher.aboutToBlock.connect(blocks)
    return measure


def _rhythm(desk: Desk, times: int, period: float) -> Iterator[int]:
    """So many turns, one a period."""
    for turn in range(times):
        start = time.perf_counter()
        yield turn
        desk.loop.rest(start + period)
    desk.settle()
