"""The history: every step that can be undone or done again, and a way to go back to any of them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.gui.events import Events
from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.list.delegate import short_date
from reader.gui.list.row_text import shown
from reader.gui.sentences import with_shorter_title
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_12, SPACE_24
from reader.library import Library, date_of
from reader.model import HistoryItem

_SHOWN = 300
_WIDTH, _HEIGHT = 680, 520
_STEP = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    """Lists the latest steps, newest first; follows what happens while it is open.

    Enter on a step that stands takes back all down to it; on one that was undone, does all again up
    to it. ``said`` carries sentences.
    """

    said = Signal(str)

    def __init__(
        self, library: Library, jobs: Jobs, events: Events, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setWindowTitle(self.tr("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = QSize(round(_WIDTH * theme.scale), _HEIGHT)
        around = QSize(2 * SPACE_24, 2 * SPACE_24)
        self.resize(wanted.boundedTo(parent.size() - around))
        self._library = library
        self._jobs = jobs
        self._theme = theme
        self._steps: list[HistoryItem] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Steps, the latest first"))
        self.list.setItemDelegate(StepDelegate(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._name_button())
        self.list.itemDoubleClicked.connect(lambda _: self._go())
        self.explained = plain_label(self, role="quiet")
        self.explained.setWordWrap(True)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.go = QPushButton(self)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        buttons = QHBoxLayout()
        buttons.addWidget(self.explained, 1)
        buttons.addWidget(close)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_12)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        events.changed.connect(self._ask)
        self._name_button()
        self._ask()

    def _ask(self) -> None:
        self._jobs.query(lambda: self._library.history(_SHOWN), self._show, "history", aside=True)

    def _show(self, steps: list[HistoryItem]) -> None:
        row = max(self.list.currentRow(), 0)
        if row < len(self._steps):
            # On the same step, however many have come since.
            chosen = self._steps[row].id
            row = next((at for at, step in enumerate(steps) if step.id == chosen), row)
        self._steps = steps
        self.list.clear()
        for step in steps:
            item = QListWidgetItem(f"{_when(step.made_at)}   {shown(step.label)}")
            item.setData(_STEP, step.id)
            if step.undone:
                item.setForeground(QColor(self._theme.tokens.text_quiet))
                item.setText(self.tr("{} (undone)").format(item.text()))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(steps) - 1))
        self.list.setFocus()
        self._name_button()

    def _name_button(self) -> None:
        row = self.list.currentRow()
        there = 0 <= row < len(self._steps)
        self.go.setEnabled(there)
        if not there:
            self.go.setText(self.tr("Undo"))
            self.explained.setText(self.tr("Nothing was done yet.") if not self._steps else "")
            return
        undone, times = self._steps[row].undone, len(self._between(row))
        if undone:
            self.go.setText(self.tr("Do again") if times == 1 else self.tr("Do these again"))
        else:
            self.go.setText(self.tr("Undo") if times == 1 else self.tr("Undo down to here"))
        self.explained.setText(self.tr("Steps: {}").format(times) if times > 1 else "")

    def _between(self, row: int) -> list[HistoryItem]:
        """The steps that going to a row undoes, or does again."""
        if self._steps[row].undone:
            return [step for step in self._steps[row:] if step.undone]
        return [step for step in self._steps[: row + 1] if not step.undone]

    def _go(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._steps):
            return
        undone, times = self._steps[row].undone, len(self._between(row))
        act = self._library.redo if undone else self._library.undo

        def go() -> int:
            return sum(1 for _ in range(times) if act() is not None)

        words = self.tr("{} steps done again.") if undone else self.tr("{} steps undone.")
        self._jobs.change(go, lambda done: self._say(words, done))

    def _say(self, words: str, done: int) -> None:
        if done > 1:
            self.said.emit(words.format(done))


class StepDelegate(QStyledItemDelegate):
    """Leaves out the end of a title and not of the sentence, where some languages have the verb."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Makes the sentence fit."""
        super().initStyleOption(option, index)
        style = option.widget.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget)
        room = place.width() - 2 * (margin + 1)
        option.text = with_shorter_title(option.text, option.fontMetrics, room, by_half=False)


def _when(moment: datetime) -> str:
    local = moment.astimezone()
    today = date_of(moment) == datetime.now().astimezone().date()
    time = f"{local:%H:%M}"
    return time if today else f"{short_date(local.date())}, {time}"
