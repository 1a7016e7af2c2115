"""The foot of the window: the keys of the moment, long work, and whether all is saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import ACTIONS
from reader.gui.jobs import Task
from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.language import number, translate
from reader.gui.list.row_text import shown


class StatusLine(QFrame):
    """Shows key caps with what they do, the running task with Cancel, and the saved state."""

    def __init__(self, keymap: Mapping[str, Binding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setMinimumHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Those that run, the newest last, with how far each is.
        self._tasks: dict[Task, tuple[int, int]] = {}
        self._hints: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(6)
        self._keymap = keymap
        self._hints_wanted = self._papers_shown = True
        self.count = plain_label(self, role="keycap")
        self.count.hide()
        self._row.addWidget(self.count)
        self._row.addStretch(1)
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
            self._row.addWidget(widget)
        self.fill()
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
        self._fit_hints()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drops the last key hints where there is no room for them."""
        super().resizeEvent(event)
        self._fit_hints()

    def fill(self) -> None:
        """Shows the keys that are in force now."""
        for hint in self._hints:
            self._row.removeWidget(hint)
            hint.deleteLater()
        self._hints.clear()
        for action in ACTIONS:
            if action.brief and self._keymap[action.id].keys:
                self._add_hint(
                    self._keys(action.id), translate("Actions", action.brief, "key line")
                )
        self._fit_hints()

    def show_hints(self, wanted: bool) -> None:
        """Shows the keys of the moment, or does not."""
        self._hints_wanted = wanted
        self._fit_hints()

    def show_place(self, *, papers: bool) -> None:
        """Only the way to all keys is of use where no papers are."""
        self._papers_shown = papers
        self._fit_hints()

    def _keys(self, action_id: str) -> list[str]:
        keys = [self._keymap[action_id].keys[0]]
        if action_id == "paper.next":
            keys += self._keymap["paper.previous"].keys[:1]
        return [key_text(key) for key in keys]

    def _add_hint(self, keys: list[str], brief: str) -> None:
        hint = QWidget(self)
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        for key in keys:
            cap = plain_label(hint, key, "keycap")
            row.addWidget(cap)
        row.addWidget(plain_label(hint, brief))
        self._row.insertWidget(len(self._hints), hint)
        self._hints.append(hint)

    def _fit_hints(self) -> None:
        """The way to all keys stays longest; of the others the first ones."""
        room = self._room_for_hints()
        last = self._hints[-1:]
        for hint in (*last, *self._hints[:-1]):
            room -= hint.sizeHint().width() + self._row.spacing()
            of_use = self._hints_wanted and (self._papers_shown or hint in last)
            hint.setVisible(of_use and room > 0)

    def _room_for_hints(self) -> int:
        margins = self._row.contentsMargins()
        beside: list[QWidget] = [self.count, self.what, self.how_far, self.bar, self.cancel]
        taken = sum(
            widget.sizeHint().width() + self._row.spacing()
            for widget in (*beside, self.saved)
            if not widget.isHidden()
        )
        return self.width() - margins.left() - margins.right() - taken

    def _show_task(self, visible: bool) -> None:
        for widget in (self.what, self.how_far, self.bar, self.cancel):
            widget.setVisible(visible)
        self._fit_hints()

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
            self._fit_hints()

    def _ended(self, task: Task) -> None:
        self._tasks.pop(task, None)
        self._show_newest()

    def _cancel(self) -> None:
        task = self._newest()
        if task is not None:
            task.cancel()
