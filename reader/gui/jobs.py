"""The only place where threads start.

Changes run one after another on a single writer thread, exports after them on a thread of their
own, queries on readers; results come back to the window's thread. A job gets plain data and gives
plain data: be careful not to touch a widget in one, as that may crash Qt.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.errors import Cancelled, ReaderError
from reader.model import Progress

T = TypeVar("T")
Done = Callable[[T], None]

log = logging.getLogger(__name__)


class Task(QObject):
    """A long piece of work: what it is, how far it is, and a way to stop it.

    Once it ``ended``, ``error`` is what it ended with, if that was not the wanted end.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.error: BaseException | None = None
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop; what it did so far is taken back where it can be."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether somebody asked it to stop. Any thread may ask."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> None:
        """The Progress for the work. Raises Cancelled once that is wished."""
        if self.cancelled():
            raise Cancelled
        self.progressed.emit(done, total)


class Jobs(QObject):
    """Runs work off the window's thread. ``failed`` tells of a ReaderError in any job."""

    failed = Signal(object)
    started = Signal(object)
    _finished = Signal(object)
    REST_MILLISECONDS = 300
    FAST_MILLISECONDS = 60
    # Until then a decision is in the database, and the list and its counts are painted.
    PAINT_MILLISECONDS = 30

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, "writer")
        self._exporter = ThreadPoolExecutor(1, "exporter")
        self._readers = ThreadPoolExecutor(2, "reader")
        self._aside = ThreadPoolExecutor(2, "aside")
        self._long = ThreadPoolExecutor(2, "long")
        self._newest: dict[str, int] = {}
        self._timers: dict[str, QTimer] = {}
        self._waiting: dict[str, Callable[[], None]] = {}
        self._asked: dict[str, float] = {}
        self._tasks: set[Task] = set()
        self._running = 0
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def change(self, work: Callable[[], T], done: Done[T] | None = None) -> Future[T]:
        """Runs a change on the writer thread, after those before it."""
        return self._submit(self._writer, work, done)

    def export(self, work: Callable[[], T], done: Done[T] | None = None) -> Future[T]:
        """Runs what follows the changes asked for so far, one after the other.

        Changes asked for later do not wait for it: it may take long, and mostly writes files.
        """
        return self._submit(self._exporter, self._after_changes(work), done)

    def query(
        self, work: Callable[[], T], done: Done[T], key: str = "", *, aside: bool = False
    ) -> None:
        """Runs a read-only query; of those with one ``key`` only the newest answers.

        ``aside`` is for what may take a while and must not keep a list or a paper waiting.
        After ``close`` nobody is left to answer, and nothing is asked.
        """
        if self._closed:
            return
        readers = self._aside if aside else self._readers
        if not key:
            self._submit(readers, work, done)
            return
        number = self._newest[key] = self._newest.get(key, 0) + 1

        def wanted() -> T | None:
            # Asked again before it starts: a query that was overtaken costs nothing.
            return work() if self._newest[key] == number else None

        def deliver(result: T | None) -> None:
            if self._newest[key] == number and result is not None:
                done(result)

        self._submit(readers, wanted, deliver)

    def forget(self, key: str) -> None:
        """What was asked with this key is answered already: nobody waits for it any more."""
        self._newest[key] = self._newest.get(key, 0) + 1

    def at_rest(self, work: Callable[[], T], done: Done[T], key: str) -> None:
        """Like a query aside, once nobody has asked with this key for a while.

        For what follows a person's decisions and need not keep up with keys that come fast.
        """
        if not self._closed:
            self._wait(lambda: self.query(work, done, key, aside=True), key).start(
                self.REST_MILLISECONDS
            )

    def after_paint(self, work: Callable[[], T], done: Done[T], key: str) -> None:
        """Like a query, but what is to be painted is painted first, and fast keys get fewer.

        For what follows the current paper while a key is held down.
        """
        if self._closed:
            return
        timer = self._wait(lambda: self.query(work, done, key), key)
        if not timer.isActive():
            since = 1000 * (time.monotonic() - self._asked.get(key, 0))
            self._asked[key] = time.monotonic()
            fast = since < self.FAST_MILLISECONDS
            timer.start(self.FAST_MILLISECONDS if fast else self.PAINT_MILLISECONDS)

    def _wait(self, ask: Callable[[], None], key: str) -> QTimer:
        """The timer that will ask when it ends."""
        timer = self._timers.get(key)
        if timer is None:
            timer = self._timers[key] = QTimer(self, singleShot=True)
            timer.timeout.connect(lambda: self._waiting.pop(key)())
        self._waiting[key] = ask
        return timer

    def task(
        self,
        title: str,
        work: Callable[[Progress, Callable[[], bool]], T],
        done: Done[T] | None = None,
        *,
        writes: bool = False,
        exports: bool = False,
    ) -> Task:
        """Runs long work that reports progress and can be cancelled; ``started`` announces it.

        ``work`` is called with the Progress to report to and with a question whether to stop.
        ``writes`` puts it among the changes, which wait for it; ``exports`` among the exports,
        which follow the changes.
        """
        task = Task(title, self)
        self._tasks.add(task)

        def ended(result: Any, error: BaseException | None) -> None:
            self._tasks.discard(task)
            task.error = error
            task.ended.emit()
            task.deleteLater()
            self._conclude(done, result, error)

        def run() -> T:
            return work(task.report, task.cancelled)

        if exports:
            self._run(self._exporter, self._after_changes(run), ended)
        else:
            self._run(self._writer if writes else self._long, run, ended)
        self.started.emit(task)
        return task

    def busy(self) -> bool:
        """Whether anything is running or its result is on the way."""
        return self._running > 0 or bool(self._waiting)

    def close(self) -> None:
        """Stops long work, finishes all changes, and ends the threads."""
        self._closed = True
        for timer in self._timers.values():
            timer.stop()
        self._waiting.clear()
        for task in tuple(self._tasks):
            task.cancel()
        for executor in (self._long, self._aside, self._readers, self._exporter, self._writer):
            executor.shutdown(wait=True)
        self._finished.disconnect()

    def _after_changes(self, work: Callable[[], T]) -> Callable[[], T]:
        changed = self._writer.submit(lambda: None)

        def wait_and_work() -> T:
            changed.result()
            return work()

        return wait_and_work

    def _submit(
        self, executor: ThreadPoolExecutor, work: Callable[[], T], done: Done[T] | None
    ) -> Future[T]:
        return self._run(executor, work, lambda result, error: self._conclude(done, result, error))

    def _run(
        self,
        executor: ThreadPoolExecutor,
        work: Callable[[], T],
        conclude: Callable[[Any, BaseException | None], None],
    ) -> Future[T]:
        self._running += 1

        def job() -> T:
            try:
                result = work()
            except BaseException as error:
                self._finished.emit((conclude, None, error))
                raise
            self._finished.emit((conclude, result, None))
            return result

        return executor.submit(job)

    def _deliver(self, finished: tuple[Callable[..., None], Any, BaseException | None]) -> None:
        self._running -= 1
        conclude, result, error = finished
        conclude(result, error)

    def _conclude(self, done: Done[Any] | None, result: Any, error: BaseException | None) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, ReaderError):
            log.warning("%s", error.what)
            self.failed.emit(error)
        elif error is not None:
            log.error("a job failed", exc_info=error)
            self.failed.emit(
                ReaderError(
                    self.tr("Something went wrong inside reader ({}).").format(
                        type(error).__name__
                    ),
                    advice=self.tr(
                        "What was saved is safe; reader.log beside the library has the details."
                    ),
                )
            )
        elif done is not None:
            done(result)
