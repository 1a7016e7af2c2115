"""Says that long work is done to somebody who went elsewhere meanwhile."""

from __future__ import annotations

import html
import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from reader.errors import Cancelled
from reader.gui.desktop.session_bus import BusError, notify
from reader.gui.jobs import Jobs, Task
from reader.gui.settings.preferences import Preferences

log = logging.getLogger(__name__)

LONG_SECONDS = 5.0


def _notify(summary: str, body: str) -> None:
    try:
        # Of the body some desktops make markup.
        notify(summary, html.escape(body, quote=False), app="Reader", desktop_entry="reader")
    except BusError as error:
        log.info("no notification: %s", error)


class Notifying(QObject):
    """Watches the tasks of a window. Nothing is said while the window is in front."""

    def __init__(self, jobs: Jobs, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._preferences = preferences
        self._window = window
        self.clock: Callable[[], float] = time.monotonic
        self.notify: Callable[[str, str], None] = _notify
        jobs.started.connect(self._started)

    def _started(self, task: Task) -> None:
        began = self.clock()
        task.ended.connect(lambda: self._ended(task, began))

    def _ended(self, task: Task, began: float) -> None:
        if self.clock() - began < LONG_SECONDS or isinstance(task.error, Cancelled):
            return
        if QApplication.activeWindow() is not None:
            return
        QApplication.alert(self._window)
        if self._preferences.settings.notifications:
            said = self.tr("{} failed.") if task.error else self.tr("{}: done.")
            summary, body = self.tr("Reader"), said.format(task.title)
            self._jobs.query(lambda: self.notify(summary, body), lambda _: None, aside=True)
