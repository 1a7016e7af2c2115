"""Shows what an import would do before anything is written. Enter imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.digests import FORMATS
from reader.gui.imports.model import PreviewModel
from reader.gui.labels import plain_label
from reader.library import date_of
from reader.model import Digest, Entry, ImportPlan, Match, count_of


class ImportPreview(QDialog):
    """A dialog over one plan. ``other_format`` asks to read the digest as another format."""

    other_format = Signal(str)

    def __init__(self, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importPreview")
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 600)
        self.plan = plan
        self.model = PreviewModel(plan, self)
        self._build()

    @property
    def digest(self) -> Digest:
        """The digest with title and date as the person left them."""
        digest = self.plan.digest
        title = self.title_field.text().strip() or digest.title
        return replace(digest, title=title, date=self._date())

    def chosen(self) -> Sequence[Entry]:
        """The entries to import."""
        return self.model.chosen()

    def _build(self) -> None:
        plan = self.plan
        self.title_field = QLineEdit(plan.digest.title, self)
        self.title_field.setAccessibleName(self.tr("Title of the digest"))
        self.date_field = QLineEdit(f"{plan.digest.date or ''}", self)
        self.date_field.setAccessibleName(self.tr("Date of the digest"))
        self.date_field.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.date_field.setFixedWidth(130)
        self.date_field.textChanged.connect(self._allow)
        summary = plain_label(self, _summary(plan), "quiet")
        summary.setWordWrap(True)
        self.summary = summary
        head = QHBoxLayout()
        head.addWidget(self.title_field, 1)
        head.addWidget(self.date_field)
        head.addWidget(self._format_box())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(summary)
        layout.addWidget(self._table(), 1)
        layout.addWidget(self._buttons())
        self.import_button.setFocus()

    def _format_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Format"))
        for known in FORMATS:
            box.addItem(known.title, known.name)
        box.setCurrentIndex(box.findData(self.plan.digest.format))
        box.activated.connect(lambda at: self._ask_other(str(box.itemData(at))))
        return box

    def _ask_other(self, name: str) -> None:
        if name != self.plan.digest.format:
            self.other_format.emit(name)
            self.reject()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Papers found"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        # One height for all: measuring rows would take seconds for a large digest.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(30)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 140)
        table.setColumnWidth(2, 200)
        return table

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.import_button = QPushButton(self.tr("Import"), self)
        self.import_button.setDefault(True)
        self._allow()
        self.model.dataChanged.connect(self._allow)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _allow(self) -> None:
        """Only what is new to the library, and never a digest of no papers."""
        some = self.plan.already_imported is None and bool(self.chosen())
        sound = not self.date_field.text().strip() or self._date() is not None
        self.import_button.setEnabled(some and sound)

    def _date(self) -> date | None:
        """The day in the field; None when it is empty or no day."""
        try:
            return date.fromisoformat(self.date_field.text().strip())
        except ValueError:
            return None


def _summary(plan: ImportPlan) -> str:
    if plan.already_imported is not None:
        day = date_of(plan.already_imported)
        return f"Already imported on {day:%d %B %Y}. There is nothing to do."
    known, similar = plan.count(Match.KNOWN), plan.count(Match.POSSIBLE_DUPLICATE)
    deleted = plan.count(Match.DELETED)
    parts = [count_of(len(plan.rows)), f"{len(plan.rows) - known - deleted} new"]
    if known:
        parts.append(f"{known} known already")
    if similar:
        parts.append(f"{similar} possible duplicates, kept apart")
    if deleted:
        parts.append(f"{deleted} deleted by you, passed over")
    doubtful = sum(bool(row.entry.doubt) for row in plan.rows)
    if doubtful:
        parts.append(f"{doubtful} to look at")
    warnings = "".join(f"\n{warning.message}" for warning in plan.digest.warnings[:3])
    return " · ".join(parts) + warnings
