"""The foot of the window: the keys of the moment, long work, and whether all is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from reader.gui.jobs import Task
from reader.gui.key_line.line import KeyLine
from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.language import number
from reader.gui.list.row_text import shown
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8, SPACE_16


class StatusLine(QFrame):
    """Shows the key line, the running task with Cancel, and the saved state."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setMinimumHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Those that run, the newest last, with how far each is.
        self._tasks: dict[Task, tuple[int, int]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        row.setSpacing(SPACE_8)
        self.count = plain_label(self, role="keycap")
        self.count.hide()
        self.key_line = KeyLine(theme, self)
        row.addWidget(self.count)
        row.addWidget(self.key_line, 1)
        self.what = ElidedLabel(self)
        self.how_far = plain_label(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setProperty("role", "quiet")
        self.cancel.clicked.connect(self._cancel)
        self.saved = plain_label(self, self.tr("All changes saved"))
        for widget in (self.what, self.how_far, self.bar, self.cancel, self.saved):
            row.addWidget(widget)
        self._show_task(False)

    def follow(self, task: Task) -> None:
        """Shows a task until it ends; the newest of several, then the one before."""
        self._tasks[task] = (0, 0)
        task.progressed.connect(lambda done, total: self._progressed(task, done, total))
        task.ended.connect(lambda: self._ended(task))
        self._show_newest()

    def set_saving(self, saving: bool) -> None:
        """Says whether something written is not on disk yet."""
        self.saved.setText(self.tr("Saving…") if saving else self.tr("All changes saved"))

    def show_count(self, count: int) -> None:
        """Shows the number typed before a key, while there is one."""
        self.count.setText(str(count))
        self.count.setVisible(count > 0)

    def _show_task(self, visible: bool) -> None:
        for widget in (self.what, self.how_far, self.bar, self.cancel):
            widget.setVisible(visible)

    def _newest(self) -> Task | None:
        return next(reversed(self._tasks), None)

    def _show_newest(self) -> None:
        task = self._newest()
        if task is not None:
            self.what.setText(shown(task.title))
            self._show_progress(*self._tasks[task])
        self._show_task(task is not None)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        numbers = self.tr("{} of {}").format(number(done), number(total))
        self.how_far.setText(f"· {numbers}" if total else "")

    def _progressed(self, task: Task, done: int, total: int) -> None:
        if task not in self._tasks:
            return
        self._tasks[task] = (done, total)
        if total and task is self._newest():
            self._show_progress(done, total)

    def _ended(self, task: Task) -> None:
        self._tasks.pop(task, None)
        self._show_newest()

    def _cancel(self) -> None:
        task = self._newest()
        if task is not None:
            task.cancel()
