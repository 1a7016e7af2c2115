"""The versions of a note: what each one changed, what changed since, and a way back to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.events import Events
from reader.gui.jobs import Jobs
from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.list.delegate import short_date
from reader.gui.list.row_text import shown
from reader.gui.list_and_view import foot, lay_out, side_list
from reader.gui.noting.differences_view import DifferencesView
from reader.gui.segments import Segments
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8
from reader.library import Library, date_of
from reader.model import Changes, NoteRevision
from reader.operations.differences import Line, differences

_WIDTH, _HEIGHT = 900, 600
_LIST_WIDTH = 230


class Shown(IntEnum):
    """What of a version is shown."""

    THEN = 0
    SINCE = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class _History:
    title: str
    now: str
    revisions: list[NoteRevision]


class NoteHistoryDialog(QDialog):
    """Lists the versions of a paper's note, newest first; Enter brings the chosen one back."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        events: Events,
        theme: Theme,
        paper_id: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("noteHistory")
        self.setWindowTitle(self.tr("Versions of the note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self._library = library
        self._jobs = jobs
        self._paper_id = paper_id
        self._history = _History("", "", [])
        self._build(theme)
        events.changed.connect(self._hear)
        self._choose()
        self._ask()

    def _build(self, theme: Theme) -> None:
        self.heading = ElidedLabel(self, "heading")
        self.list = side_list(self, self.tr("Versions, the newest first"), _LIST_WIDTH)
        self.list.currentRowChanged.connect(lambda _: self._choose())
        self.list.itemDoubleClicked.connect(lambda _: self._restore())
        right = QVBoxLayout()
        right.setSpacing(SPACE_8)
        right.addWidget(self._segments(), 0, Qt.AlignmentFlag.AlignLeading)
        self.view = DifferencesView(theme, self)
        self.view.setAccessibleName(self.tr("What changed"))
        right.addWidget(self.view, 1)
        lay_out(self, [self.heading], self.list, right, self._buttons())

    def _segments(self) -> Segments:
        segments = Segments(self.tr("What is shown of the version"), self)
        self.ways = segments.group
        names = (self.tr("Changed then"), self.tr("Changed since"), self.tr("Whole text"))
        for way, name in zip(Shown, names, strict=True):
            button = segments.add(name, f"{name}  ({way + 1})")
            QShortcut(QKeySequence(str(way + 1)), self).activated.connect(button.click)
        self.ways.button(Shown.THEN).setChecked(True)
        self.ways.idToggled.connect(lambda _, chosen: self._compare() if chosen else None)
        return segments

    def _buttons(self) -> QLayout:
        self.explained = plain_label(self, role="quiet")
        self.restore = QPushButton(self.tr("Bring this version back"), self)
        self.restore.clicked.connect(self._restore)
        return foot(self, [self.explained], self.tr("Close"), self.restore)

    def _hear(self, changes: Changes) -> None:
        if changes.touches(self._paper_id):
            self._ask()

    def _ask(self) -> None:
        def look() -> _History:
            found = self._library.papers([self._paper_id])
            title, now = (found[0].title, found[0].note.text) if found else ("", "")
            return _History(title, now, self._library.note_revisions(self._paper_id))

        self._jobs.query(look, self._show, "note-history", aside=True)

    def _show(self, history: _History) -> None:
        chosen = self._chosen()
        self._history = history
        self.heading.setText(shown(history.title))
        self.list.blockSignals(True)
        self.list.clear()
        before = [*(one.text for one in history.revisions[1:]), ""]
        for one, text in zip(history.revisions, before, strict=False):
            more = len(one.text) - len(text)
            size = f"+{more:n}" if more > 0 else f"−{-more:n}" if more else "±0"
            self.list.addItem(f"{_when(one.made_at)}   {size}")
        ids = [one.id for one in history.revisions]
        self.list.setCurrentRow(ids.index(chosen.id) if chosen and chosen.id in ids else 0)
        self.list.blockSignals(False)
        if not self.view.hasFocus():
            self.list.setFocus()
        self._choose()

    def _chosen(self) -> NoteRevision | None:
        row, revisions = self.list.currentRow(), self._history.revisions
        return revisions[row] if 0 <= row < len(revisions) else None

    def _choose(self) -> None:
        chosen = self._chosen()
        is_now = chosen is not None and chosen.text == self._history.now
        self.restore.setEnabled(chosen is not None and not is_now)
        if chosen is None:
            self.explained.setText(self.tr("Nothing was written in this note yet."))
        else:
            self.explained.setText(self.tr("This is the note as it is now.") if is_now else "")
        self._compare()

    def _compare(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.view.show_lines(())
            return
        row, way = self.list.currentRow(), Shown(self.ways.checkedId())
        older = self._history.revisions[row + 1 : row + 2]
        work = _comparison(way, chosen.text, older[0].text if older else "", self._history.now)

        def show(lines: list[Line]) -> None:
            self.view.show_lines(lines, signs=way is not Shown.WHOLE)

        self._jobs.query(work, show, "note-differences", aside=True)

    def _restore(self) -> None:
        chosen, paper_id = self._chosen(), self._paper_id
        if chosen is not None and self.restore.isEnabled():
            self._jobs.change(lambda: self._library.restore_note(paper_id, chosen.id))
            self.accept()


def _comparison(way: Shown, text: str, before: str, now: str) -> Callable[[], list[Line]]:
    """Finds the lines to show, off the window's thread."""
    if way is Shown.WHOLE:
        return lambda: differences(text, text, around=None)
    return lambda: differences(before, text) if way is Shown.THEN else differences(text, now)


def _when(moment: datetime) -> str:
    local, today = moment.astimezone(), datetime.now().astimezone().date()
    if date_of(moment) == today:
        return f"{local:%H:%M:%S}"
    return f"{short_date(local.date())}, {local:%H:%M}"
