"""The list itself: keeps the selection on the same paper whatever happens around it.

A QTableView of one column: it knows where rows are without asking the model. QListView asks for
every row of the list after each paper that leaves it (docs/decisions/0002).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.list.delegate import PaperDelegate
from reader.gui.list.model import PaperListModel
from reader.model import Listing

_Flag = QItemSelectionModel.SelectionFlag
# Snippets are made when scrolling rests, for the rows in view and those about to be.
_REST_MILLISECONDS = 60
_ROWS_AHEAD = 8


class PaperListView(QTableView):
    """Shows the papers; ``chosen`` tells the current paper and the selected ones.

    ``drag_wanted`` says that the hand drags the selected papers.
    """

    chosen = Signal(object, object)
    rows_in_view = Signal(object)
    drag_wanted = Signal()

    def __init__(
        self, model: PaperListModel, delegate: PaperDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paperList")
        self.setAccessibleName(self.tr("Papers"))
        self._papers = model
        self._delegate = delegate
        self._showing = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._become_a_list()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        # Only what is opaque is moved by scrolling; else all of it would be painted anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Out of the list, and nothing into it.
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self._tell_rows_in_view)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    def handlers(self) -> Handlers:
        """What the actions of moving and selecting do."""
        return {
            "paper.next": lambda: self.move(1),
            "paper.previous": lambda: self.move(-1),
            "list.first": lambda: self.move(-self._papers.rowCount()),
            "list.last": lambda: self.move(self._papers.rowCount()),
            "list.page-down": lambda: self.move(self._rows_of_a_page()),
            "list.page-up": lambda: self.move(-self._rows_of_a_page()),
            "select.next": lambda: self.extend(1),
            "select.all": self.selectAll,
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground, which Qt leaves to what is opaque, and the rows on it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.viewport().palette().base())
        painter.end()
        super().paintEvent(event)

    def fit_rows(self) -> None:
        """Makes rows as high as the delegate paints them now."""
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)

    def show_papers(
        self,
        ids: Sequence[int],
        current: int | None,
        *,
        fresh: bool,
        listing: Listing | None = None,
    ) -> None:
        """Shows other papers and stays on ``current`` if it is among them.

        Else it goes to the first one (``fresh``: another list or query), or to the one that took
        the place of the current paper, which has just left this list. ``listing`` is given where it
        says how the list differs from the one that is shown.
        """
        offset, selected = self._offset_of_current(), self.selected_ids()
        old, row = self._papers.ids, max(self.currentIndex().row(), 0)
        self._showing = True
        if listing is not None:
            self._papers.follow(listing)
            jumped = bool(listing.put)
        else:
            jumped = self._papers.show(ids)
        place = None if current is None else self._papers.place(current)
        stays = place is not None
        if not stays and not fresh:
            place = self._heir(old, row, listing)
        # Where the current row was taken out, Qt moves to the next one without selecting it.
        deselected = selected and not self.selectionModel().hasSelection()
        if ids and (deselected or self.currentIndex().row() != (place or 0)):
            self.go_to(place or 0)
        if jumped and not listing and len(selected) > 1 and current in selected and not fresh:
            self._select_too(selected)
        if jumped and offset is not None and stays:
            self._keep_offset(offset)
        self._showing = False
        self._tell_chosen()
        self._rest.start()

    def go_to(self, place: int) -> None:
        """Selects the paper in a row and nothing else."""
        index = self._papers.index(place)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def move(self, by: int) -> None:  # type: ignore[override]
        """Selects the paper so many rows down; at the ends nothing happens."""
        count = self._papers.rowCount()
        if count:
            place = self.currentIndex().row() + by
            self.go_to(min(max(place, 0), count - 1))

    def extend(self, by: int) -> None:
        """Adds the next paper to the selection."""
        place = self.currentIndex().row() + by
        if 0 <= place < self._papers.rowCount():
            index = self._papers.index(place)
            self.selectionModel().setCurrentIndex(index, _Flag.Select)
            self.scrollTo(index)

    def move_on(self, decided: Sequence[int]) -> None:
        """Selects the paper after those decided, or before them at the end of the list."""
        places = self._papers.places(decided)
        if not places:
            return
        after, before = places[-1] + 1, places[0] - 1
        if after < self._papers.rowCount():
            self.go_to(after)
        elif before >= 0:
            self.go_to(before)

    def selected_ids(self) -> tuple[int, ...]:
        """The selected papers in the order of the list."""
        ranges = [(one.top(), one.bottom()) for one in self.selectionModel().selection().toList()]
        # By pieces of the list: one by one, a hundred thousand would be felt with every key.
        chosen: list[int] = []
        for top, bottom in sorted(ranges):
            chosen += self._papers.ids[top : bottom + 1]
        return tuple(chosen)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Leaves it to who knows what is dragged."""
        self.drag_wanted.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key of Qt's own leads: Home and End to the ends of the list, not of a row."""
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._papers.index(0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self._papers.index(self._papers.rowCount() - 1)
        return super().moveCursor(action, modifiers)

    def _rows_of_a_page(self) -> int:
        height = self.verticalHeader().defaultSectionSize()
        return max(1, self.viewport().height() // height - 1)

    def _become_a_list(self) -> None:
        """Takes away what makes a table of it."""
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.fit_rows()

    def _heir(self, old: Sequence[int], row: int, listing: Listing | None) -> int | None:
        """The place of the paper that is next where one has left: after it, or else before it."""
        left = frozenset(listing.taken or ()) if listing else None
        here = frozenset(self._papers.ids) if left is None else frozenset()
        for at in (*range(row, len(old)), *reversed(range(min(row, len(old))))):
            if (at not in left) if left is not None else (old[at] in here):
                return self._papers.place(old[at])
        return None

    def _select_too(self, selected: Sequence[int]) -> None:
        """Selects again what was selected, as far as it is still in the list."""
        selection = QItemSelection()
        places = self._papers.places(selected)
        # Neighbours as one range: ten thousand ranges would be looked through for each row.
        for _, group in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
            run = [at for _, at in group]
            selection.select(self._papers.index(run[0]), self._papers.index(run[-1]))
        self.selectionModel().select(selection, _Flag.Select)

    def _tell_chosen(self) -> None:
        # While other papers come in, Qt reports an empty selection that nobody made.
        if self._showing:
            return
        index = self.currentIndex()
        ids = self._papers.ids
        current = ids[index.row()] if index.isValid() and index.row() < len(ids) else None
        self.chosen.emit(current, self.selected_ids())

    def _tell_rows_in_view(self) -> None:
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        if first >= 0:
            height = self.verticalHeader().defaultSectionSize()
            last = first + self.viewport().height() // height + _ROWS_AHEAD
            self.rows_in_view.emit(tuple(self._papers.ids[first : last + 1]))

    def _offset_of_current(self) -> int | None:
        index = self.currentIndex()
        return self.visualRect(index).top() if index.isValid() else None

    def _keep_offset(self, offset: int) -> None:
        """Scrolls so that the current row is as far from the top as it was."""
        moved = self.visualRect(self.currentIndex()).top() - offset
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + moved)
