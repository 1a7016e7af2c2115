"""The papers of the list: all their numbers, and the rows of those in view.

Rows are fetched by page when first asked for. That happens on the window's thread on purpose: a
page is one indexed read of about a millisecond, less than handing it to a thread and painting
twice.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.language import long_date, translate
from reader.gui.list.row_text import shown
from reader.gui.list.words import status_name
from reader.model import Listing, PaperRow, Snippet, Status

PAGE = 16
_PAGES_KEPT = 160
# To look through so many titles takes half a millisecond.
_SEEN_LATELY = 300
# Up to so many papers leave one by one, which keeps the view still; beyond it starts anew.
_REMOVED_SINGLY = 64
# So many rows around the last one are looked at first; so many papers are looked for singly.
_NEAR, _FEW = 256, 4

_OF_A_PAPER = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)

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
        # Never changed in place: a thread may be making the next list of it.
        self._ids: Sequence[int] = []
        self._near = 0
        self._rows: OrderedDict[int, PaperRow] = OrderedDict()
        self._snippets: dict[int, Snippet] = {}

    @property
    def ids(self) -> Sequence[int]:
        """The numbers of all papers of the list, in order."""
        return self._ids

    def place(self, paper_id: int) -> int | None:
        """The row of a paper, if it is in the list."""
        # Most are asked for where the last one was; to look through the rest takes a millisecond.
        for start, end in ((max(0, self._near - _NEAR), self._near + _NEAR), (0, len(self._ids))):
            try:
                self._near = self._ids.index(paper_id, start, end)
            except ValueError:
                continue
            return self._near
        return None

    def places(self, ids: Collection[int]) -> list[int]:
        """The rows of papers, as far as they are in the list, from top to bottom."""
        if len(ids) <= _FEW:
            return sorted(at for at in map(self.place, ids) if at is not None)
        wanted = frozenset(ids)
        return [at for at, key in enumerate(self._ids) if key in wanted]

    def seen_lately(self) -> list[PaperRow]:
        """The rows that were looked at last, of this list or another, the newest first."""
        return list(islice(reversed(self._rows.values()), _SEEN_LATELY))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many papers there are."""
        return 0 if parent.isValid() else len(self._ids)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A paper can be chosen and dragged out; nothing is dropped on one."""
        return _OF_A_PAPER if index.isValid() else Qt.ItemFlag.NoItemFlags

    def supportedDragActions(self) -> Qt.DropAction:
        """Dragged papers stay where they are."""
        return Qt.DropAction.CopyAction

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
        new = ids if isinstance(ids, list) else list(ids)
        if new == self._ids or self._remove_singly(new):
            self._ids = new
            return False
        self.beginResetModel()
        self._ids = new
        self.endResetModel()
        return True

    def follow(self, listing: Listing) -> None:
        """Takes away and puts in the few rows in which a list differs from the one shown."""
        taken, put = listing.taken or (), listing.put or ()
        if len(taken) + len(put) != 1:
            self._take(taken)
            self._put(put, listing.ids)
        elif taken:
            self.beginRemoveRows(QModelIndex(), taken[0], taken[0])
            self._ids = listing.ids
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), put[0], put[0])
            self._ids = listing.ids
            self.endInsertRows()
        self._ids = listing.ids

    def refresh(self, ids: Iterable[int] | None) -> None:
        """Forgets what is known of papers (None: of all), so that they are painted anew."""
        if ids is None:
            self._rows.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        # What was not fetched is not in view: to look for its place would take longer.
        forgotten = [paper_id for paper_id in ids if self._rows.pop(paper_id, None)]
        self._repaint(forgotten)

    def set_snippets(self, snippets: dict[int, Snippet]) -> None:
        """Adds the snippets of some papers."""
        self._snippets.update(snippets)
        self.refresh_snippets(snippets)

    def clear_snippets(self) -> None:
        """Forgets all snippets: the query changed."""
        self._snippets.clear()

    def refresh_snippets(self, ids: Iterable[int]) -> None:
        """Has the rows of papers painted again."""
        self._repaint(list(ids))

    def _repaint(self, ids: Collection[int]) -> None:
        places = self.places(ids)
        if len(places) > PAGE:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]))
            return
        for at in places:
            self.dataChanged.emit(self.index(at), self.index(at))

    def _take(self, places: Sequence[int]) -> None:
        """Takes rows out; their places are from top to bottom."""
        if not places:
            return
        ids = list(self._ids)
        self._ids = ids
        for at in reversed(places):
            self.beginRemoveRows(QModelIndex(), at, at)
            del ids[at]
            self.endRemoveRows()

    def _put(self, places: Sequence[int], new: Sequence[int]) -> None:
        """Puts rows in; their places in what is ``new`` are from top to bottom."""
        if not places:
            return
        ids = list(self._ids)
        self._ids = ids
        for at in places:
            self.beginInsertRows(QModelIndex(), at, at)
            ids.insert(at, new[at])
            self.endInsertRows()

    def _remove_singly(self, new: list[int]) -> bool:
        """Takes rows out one by one if that is all that happened."""
        gone = len(self._ids) - len(new)
        if not 0 < gone <= _REMOVED_SINGLY or not new:
            return False
        staying = set(new)
        places = [at for at, key in enumerate(self._ids) if key not in staying]
        if len(places) != gone or [key for key in self._ids if key in staying] != new:
            return False
        self._take(places)
        return True

    def _row(self, at: int) -> PaperRow | None:
        paper_id = self._ids[at]
        if paper_id not in self._rows:
            start, self._near = at - at % PAGE, at
            page = self._ids[start : start + PAGE]
            for row in self._fetch([key for key in page if key not in self._rows]):
                self._rows[row.id] = row
            while len(self._rows) > PAGE * _PAGES_KEPT:
                self._rows.popitem(last=False)
        if paper_id not in self._rows:
            return None
        self._rows.move_to_end(paper_id)
        return self._rows[paper_id]


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
