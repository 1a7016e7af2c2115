"""The rows of the import preview."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.digests.identity import title_key
from reader.gui.language import translate
from reader.gui.list.row_text import shown
from reader.model import Entry, ImportPlan, Match, PlannedEntry

Index = QModelIndex | QPersistentModelIndex
_MATCH_WORDS = {
    Match.NEW: QT_TRANSLATE_NOOP("Match", "new"),
    Match.KNOWN: QT_TRANSLATE_NOOP("Match", "known"),
    Match.POSSIBLE_DUPLICATE: QT_TRANSLATE_NOOP("Match", "possible duplicate"),
    Match.DELETED: QT_TRANSLATE_NOOP("Match", "deleted by you"),
}
_HEADINGS = (QT_TRANSLATE_NOOP("Preview", "Title"), "", QT_TRANSLATE_NOOP("Preview", "Look at"))


class PreviewModel(QAbstractTableModel):
    """What an import would do, entry by entry; the ticked ones are to be imported."""

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(plan.rows)
        self._ticked = [True] * len(plan.rows)

    def chosen(self) -> list[Entry]:
        """The ticked entries, in order."""
        return [row.entry for row, on in zip(self._rows, self._ticked, strict=True) if on]

    def entry(self, at: int) -> Entry:
        """The entry of a row, as the person left it."""
        return self._rows[at].entry

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(  # noqa: D102
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is not Qt.Orientation.Horizontal:
            return section + 1
        return translate("Preview", _HEADINGS[section]) if _HEADINGS[section] else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return row.entry.title
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        return None

    def setData(  # noqa: D102
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            self._ticked[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role != Qt.ItemDataRole.EditRole or not self._rename(index.row(), str(value)):
            return False
        self.dataChanged.emit(index, index)
        return True

    def _rename(self, at: int, text: str) -> bool:
        """Gives a row the title that the person typed; an empty one is not taken."""
        title = " ".join(text.split())
        row = self._rows[at]
        if not title or title == row.entry.title:
            return False
        entry = replace(row.entry, title=title, title_key=title_key(title), title_provisional=False)
        self._rows[at] = replace(row, entry=entry)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticked = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return flags | ticked if index.column() == 0 else flags


def _cells(row: PlannedEntry) -> tuple[str, str, str]:
    like = translate("Preview", "like “{}”").format(shown(row.paper_title)[:60])
    similar = like if row.paper_title else ""
    hint = similar if row.match is Match.POSSIBLE_DUPLICATE else ""
    look = "; ".join(part for part in (row.entry.doubt, hint) if part)
    return shown(row.entry.title), translate("Match", _MATCH_WORDS[row.match]), look
