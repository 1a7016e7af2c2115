"""Shows what an import would do before anything is written. Enter imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.digests import FORMATS
from reader.digests.identifiers import written
from reader.gui.imports.model import PreviewModel
from reader.gui.labels import plain_label
from reader.gui.language import long_date, translate
from reader.gui.list.row_text import shown
from reader.gui.theme.tokens import SPACE_12, SPACE_24
from reader.library import date_of
from reader.model import Digest, Entry, ImportPlan, Match, count_of
from reader.words import say

_WARNING_LINES = 4
_DETAIL_LINES = 4
_DETAIL_LETTERS = 320
_FORMAT_LETTERS = 16
_TITLE_LETTERS = 20
_STATE_LETTERS = 13


class ImportPreview(QDialog):
    """A dialog over one plan. ``other_format`` asks to read the digest as another format.

    ``waiting`` is how many more files are to come; ``all_wanted`` says, once accepted, that the
    person wants those imported without being asked.
    """

    other_format = Signal(str)

    def __init__(self, plan: ImportPlan, waiting: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importPreview")
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 600)
        self.plan = plan
        self.all_wanted = False
        self._more = waiting
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
        self.title_field.setMinimumWidth(self._width_of(_TITLE_LETTERS))
        day = self.date_field.fontMetrics().horizontalAdvance("0000-00-00")
        self.date_field.setFixedWidth(max(130, day + 40))
        self.date_field.textChanged.connect(self._allow)
        summary = plain_label(self, _summary(plan), "quiet")
        summary.setWordWrap(True)
        self.summary = summary
        self.detail = plain_label(self, role="quiet")
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setFixedHeight(_DETAIL_LINES * self.detail.fontMetrics().lineSpacing() + 4)
        head = QHBoxLayout()
        head.addWidget(self.title_field, 1)
        head.addWidget(self.date_field)
        head.addWidget(self._format_box())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addLayout(head)
        layout.addWidget(summary)
        if plan.digest.warnings:
            layout.addWidget(self._warnings())
        layout.addWidget(self._table(), 1)
        layout.addWidget(self.detail)
        layout.addWidget(self._buttons())
        self.import_button.setFocus()

    def _format_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Format"))
        for known in FORMATS:
            box.addItem(say(known.title), known.name)
        # Large text would leave the title no room beside the longest name.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumContentsLength(_FORMAT_LETTERS)
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
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + SPACE_12)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, self._width_of(_STATE_LETTERS))
        table.setColumnWidth(2, 160)
        table.selectionModel().currentRowChanged.connect(lambda now: self._show_detail(now.row()))
        self._show_detail(0)
        return table

    def _width_of(self, letters: int) -> int:
        return self.fontMetrics().horizontalAdvance("0" * letters) + SPACE_24

    def _warnings(self) -> QPlainTextEdit:
        """What was passed over or repaired, entry by entry."""
        lines = [
            self.tr("Entry {}: {}").format(warning.entry, warning.message)
            if warning.entry
            else warning.message
            for warning in self.plan.digest.warnings
        ]
        box = QPlainTextEdit("\n".join(lines), self)
        box.setObjectName("warnings")
        box.setAccessibleName(self.tr("What was passed over or repaired"))
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        line = box.fontMetrics().lineSpacing()
        box.setFixedHeight(min(len(lines), _WARNING_LINES) * line + 24)
        return box

    def _show_detail(self, at: int) -> None:
        """What an entry says beyond its title, so that a doubtful one can be judged."""
        if 0 <= at < self.model.rowCount():
            self.detail.setText(_detail(self.model.entry(at)))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.import_button = QPushButton(self.tr("Import"), self)
        self.import_button.setDefault(True)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.all_button = QPushButton(self.tr("Import all {}").format(self._more + 1), self)
        self.all_button.setAutoDefault(False)
        self.all_button.setShortcut(QKeySequence("Ctrl+Return"))
        self.all_button.setToolTip(self.tr("Also those still to come, unasked: Ctrl+Enter"))
        self.all_button.clicked.connect(self._accept_all)
        buttons.addButton(self.all_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.all_button.setVisible(self._more > 0)  # the box shows what it is given
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._allow()
        self.model.dataChanged.connect(self._allow)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _accept_all(self) -> None:
        self.all_wanted = True
        self.accept()

    def _allow(self) -> None:
        """Only what is new to the library, and never a digest of no papers."""
        some = self.plan.already_imported is None and bool(self.chosen())
        sound = not self.date_field.text().strip() or self._date() is not None
        self.import_button.setEnabled(some and sound)
        self.all_button.setEnabled(sound)

    def _date(self) -> date | None:
        """The day in the field; None when it is empty or no day."""
        try:
            return date.fromisoformat(self.date_field.text().strip())
        except ValueError:
            return None


def _summary(plan: ImportPlan) -> str:
    if plan.already_imported is not None:
        day = long_date(date_of(plan.already_imported))
        words = translate("Preview", "Already imported on {}. There is nothing to do.")
        return words.format(day)
    known, similar = plan.count(Match.KNOWN), plan.count(Match.POSSIBLE_DUPLICATE)
    deleted = plan.count(Match.DELETED)
    parts = [
        count_of(len(plan.rows)),
        translate("Preview", "%Ln new", "", len(plan.rows) - known - deleted),
    ]
    if known:
        parts.append(translate("Preview", "%Ln known already", "", known))
    if similar:
        parts.append(translate("Preview", "%Ln possible duplicate(s), kept apart", "", similar))
    if deleted:
        parts.append(translate("Preview", "%Ln deleted by you, passed over", "", deleted))
    doubtful = sum(bool(row.entry.doubt) for row in plan.rows)
    if doubtful:
        parts.append(translate("Preview", "%Ln to look at", "", doubtful))
    if plan.digest.warnings:
        parts.append(
            translate("Preview", "%Ln passed over or repaired", "", len(plan.digest.warnings))
        )
    return " · ".join(parts)


def _detail(entry: Entry) -> str:
    facts = [", ".join(entry.authors), str(entry.year or ""), entry.venue]
    facts += [written(name) for name in entry.identifiers]
    about = " · ".join(shown(fact) for fact in facts if fact)
    text = shown(entry.abstract or entry.snippet)
    text = text if len(text) <= _DETAIL_LETTERS else f"{text[:_DETAIL_LETTERS].rstrip()}…"
    nothing = translate("Preview", "The digest says only this title.")
    return "\n".join(part for part in (about, text) if part) or nothing
