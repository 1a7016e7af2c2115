"""The papers of the list: all their numbers, and the rows of those in view.

Rows are fetched by page when first asked for. That happens on the window's thread on purpose: a
page is one indexed read of about a millisecond, less than handing it to a thread and painting
twice.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.language import long_date, translate
from reader.gui.list.row_text import shown
from reader.gui.list.words import status_name
from reader.model import PaperRow, Snippet, Status

PAGE = 64
_PAGES_KEPT = 40
# Up to so many papers leave one by one, which keeps the view still; beyond it starts anew.
_REMOVED_SINGLY = 64

Index = QModelIndex | QPersistentModelIndex


class PaperListModel(QAbstractListModel):
    """Papers by number. ``RowRole`` gives a PaperRow, ``SnippetRole`` a Snippet or None."""

    RowRole = Qt.ItemDataRole.UserRole + 1
    SnippetRole = Qt.ItemDataRole.UserRole + 2

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[PaperRow]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: list[int] = []
        self._places: dict[int, int] | None = None
        self._rows: OrderedDict[int, PaperRow] = OrderedDict()
        self._snippets: dict[int, Snippet] = {}

    @property
    def ids(self) -> Sequence[int]:
        """The numbers of all papers of the list, in order."""
        return self._ids

    def place(self, paper_id: int) -> int | None:
        """The row of a paper, if it is in the list."""
        if self._places is None:
            self._places = {key: at for at, key in enumerate(self._ids)}
        return self._places.get(paper_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many papers there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A paper's row, its snippet, or its title and state as a screen reader says them."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        paper_id = self._ids[index.row()]
        if role == self.SnippetRole:
            return self._snippets.get(paper_id)
        if role == self.RowRole:
            return self._row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._row(index.row())
            return spoken(row) if row else None
        return None

    def show(self, ids: Sequence[int]) -> bool:
        """Shows other papers; False when only a few left, so that the view need not move."""
        new = list(ids)
        if new == self._ids:
            return False
        if self._remove_singly(new):
            return False
        self.beginResetModel()
        self._ids, self._places = new, None
        self.endResetModel()
        return True

    def refresh(self, ids: Iterable[int] | None) -> None:
        """Forgets what is known of papers (None: of all), so that they are painted anew."""
        if ids is None:
            self._rows.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        for paper_id in ids:
            self._rows.pop(paper_id, None)
            at = self.place(paper_id)
            if at is not None:
                self.dataChanged.emit(self.index(at), self.index(at))

    def set_snippets(self, snippets: dict[int, Snippet]) -> None:
        """Adds the snippets of some papers."""
        self._snippets.update(snippets)
        self.refresh_snippets(snippets)

    def clear_snippets(self) -> None:
        """Forgets all snippets: the query changed."""
        self._snippets.clear()

    def refresh_snippets(self, ids: Iterable[int]) -> None:
        """Has the rows of papers painted again."""
        for paper_id in ids:
            at = self.place(paper_id)
            if at is not None:
                self.dataChanged.emit(self.index(at), self.index(at))

    def _remove_singly(self, new: list[int]) -> bool:
        """Takes rows out one by one if that is all that happened."""
        gone = len(self._ids) - len(new)
        if not 0 < gone <= _REMOVED_SINGLY or not new:
            return False
        staying = set(new)
        places = [at for at, key in enumerate(self._ids) if key not in staying]
        if len(places) != gone or [key for key in self._ids if key in staying] != new:
            return False
        for at in reversed(places):
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._ids[at]
            self._places = None
            self.endRemoveRows()
        return True

    def _row(self, at: int) -> PaperRow | None:
        paper_id = self._ids[at]
        if paper_id not in self._rows:
            start = at - at % PAGE
            for row in self._fetch(self._ids[start : start + PAGE]):
                self._rows[row.id] = row
            while len(self._rows) > PAGE * _PAGES_KEPT:
                self._rows.popitem(last=False)
        return self._rows.get(paper_id)


def spoken(row: PaperRow) -> str:
    """A row as a screen reader says it: title, state, star, tags and date."""
    parts = [shown(row.title), status_name(row.status)]
    if row.status in (Status.QUEUED, Status.READING):
        parts.append(translate("Spoken", "unread"))
    if row.starred:
        parts.append(translate("Spoken", "starred"))
    if row.has_note:
        parts.append(translate("Spoken", "has a note"))
    if row.highlights:
        parts.append(translate("Spoken", "%Ln highlight(s)", "", row.highlights))
    if row.tags:
        parts.append(translate("Spoken", "tagged {}").format(", ".join(row.tags)))
    return ", ".join([*parts, long_date(row.date)])
