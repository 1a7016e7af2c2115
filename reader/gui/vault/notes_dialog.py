"""Shows what reading exported notes back would change, file by file. Enter brings the ticked in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.language import number
from reader.gui.list.row_text import shown
from reader.gui.list_and_view import foot, lay_out, side_list
from reader.gui.noting.differences_view import DifferencesView
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8
from reader.operations.differences import Line, Sign
from reader.operations.importing_notes import NotesPlan, lines_of

if TYPE_CHECKING:
    from reader.exporting.reading_back import FileChange

_WIDTH, _HEIGHT = 980, 640
_LIST_WIDTH = 300


@dataclass(frozen=True, slots=True)
class _Row:
    """A file of the list: what its row says, its place, and what is shown of it."""

    text: str
    heading: str
    path: str
    remarks: tuple[str, ...]
    lines: tuple[Line, ...] = ()
    change: FileChange | None = None


class ImportNotesDialog(QDialog):
    """A dialog over one plan; once accepted, ``chosen`` are the files to bring in.

    ``deciding_wanted`` asks to decide what was changed there and here.
    """

    deciding_wanted = Signal()

    def __init__(self, plan: NotesPlan, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importNotes")
        self.setWindowTitle(self.tr("Import notes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self.plan = plan
        self._rows = self._all_rows()
        self._build(theme)
        self._fill()

    def chosen(self) -> Sequence[str]:
        """The paths of the ticked files."""
        ticked = Qt.CheckState.Checked
        rows = (row for at, row in enumerate(self._rows) if self._state(at) is ticked)
        return [row.path for row in rows if row.change is not None]

    def _state(self, at: int) -> Qt.CheckState:
        return self.list.item(at).checkState()

    def _build(self, theme: Theme) -> None:
        self.summary = plain_label(self, self._summary(), "quiet")
        self.summary.setWordWrap(True)
        self.list = side_list(self, self.tr("Files"), _LIST_WIDTH)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.list.itemChanged.connect(lambda _: self._allow())
        self.heading = ElidedLabel(self, "heading")
        self.path = ElidedLabel(self, "quiet")
        self.view = DifferencesView(theme, self)
        self.view.setAccessibleName(self.tr("What would change"))
        self.remarks = plain_label(self, role="danger")
        self.remarks.setWordWrap(True)
        right = QVBoxLayout()
        right.setSpacing(SPACE_8)
        for widget, stretch in ((self.heading, 0), (self.path, 0), (self.view, 1)):
            right.addWidget(widget, stretch)
        right.addWidget(self.remarks)
        lay_out(self, [self.summary], self.list, right, self._buttons())

    def _buttons(self) -> QLayout:
        self.decide = QPushButton(self.tr("Decide conflicts…"), self)
        self.decide.setAutoDefault(False)
        self.decide.setVisible(bool(self.plan.conflicts))
        self.decide.clicked.connect(self._decide)
        self.import_button = QPushButton(self)
        self.import_button.clicked.connect(self.accept)
        return foot(self, [self.decide], self.tr("Cancel"), self.import_button)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        for row in self._rows:
            item = QListWidgetItem(row.text)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if row.change is not None:
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
            else:
                item.setFlags(flags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.list.setFocus()
        self._show()
        self._allow()

    def _all_rows(self) -> list[_Row]:
        rows = [self._row_of(change) for change in self.plan.changes]
        for one in self.plan.refused:
            words = self.tr("refused")
            rows.append(_Row(f"{words} · {shown(one.path)}", one.path, one.path, (one.reason,)))
        if self.plan.without_id:
            title = self.tr("%Ln file(s) not from reader", "", len(self.plan.without_id))
            listed = tuple(Line(Sign.SAME, path) for path in self.plan.without_id)
            why = self.tr("They have no reader-id, so they are not imported.")
            rows.append(_Row(title, title, "", (why,), listed))
        return rows

    def _row_of(self, change: FileChange) -> _Row:
        lines = tuple(lines_of(change)) if change else ()
        counts = [sum(line.sign is sign for line in lines) for sign in (Sign.ADDED, Sign.REMOVED)]
        title = shown(change.paper.title)
        text = f"+{counts[0]} −{counts[1]} · {title}" if change else f"⚠ {title}"
        remarks = tuple(self._remarks(change))
        return _Row(text, title, change.path, remarks, lines, change if change else None)

    def _remarks(self, change: FileChange) -> list[str]:
        """What of a file does not come in, and why."""
        left = self.tr("Changed there and here, left alone: {}")
        conflicts = [left.format(", ".join(change.conflicts))] if change.conflicts else []
        return [*conflicts, *change.problems]

    def _summary(self) -> str:
        plan = self.plan
        parts = [
            self.tr("%Ln file(s) to import from {}", "", sum(map(bool, plan.changes))).format(
                shown(plan.folder.name)
            ),
            self.tr("%Ln unchanged", "", plan.unchanged),
        ]
        if plan.conflicts:
            parts.append(self.tr("%Ln changed there and here", "", len(plan.conflicts)))
        if plan.refused:
            parts.append(self.tr("%Ln refused", "", len(plan.refused)))
        return " · ".join(parts)

    def _show(self) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._rows):
            return
        row = self._rows[at]
        self.heading.setText(shown(row.heading))
        self.path.setText(shown(row.path))
        self.remarks.setText("\n".join(map(shown, row.remarks)))
        self.remarks.setVisible(bool(row.remarks))
        self.view.show_lines(row.lines, signs=row.change is not None)

    def _allow(self) -> None:
        wanted = len(self.chosen())
        self.import_button.setText(self.tr("Import {}").format(number(wanted)))
        self.import_button.setEnabled(wanted > 0)

    def _decide(self) -> None:
        self.reject()
        self.deciding_wanted.emit()
