"""What a chart shows: marks in rows and columns. Plain data, and the model that views ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.language import number
from reader.gui.list.row_text import shown

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a chart: so many papers, the query that lists them, and what it says in words.

    ``share`` is its size from 0 to 1. ``colour`` is a token; ``strong`` marks those of now.
    """

    query: str
    papers: int
    says: str
    share: float = 0.0
    colour: str = "accent_mid"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What stands beside a row or over a column, and its whole name.

    An empty ``text`` leaves the place to its neighbour's; ``colour`` gives it a dot.
    """

    text: str
    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The marks of a chart; None where there is no day, or none yet."""

    marks: tuple[tuple[Mark | None, ...], ...] = ()
    rows: tuple[Head, ...] = ()
    columns: tuple[Head, ...] = ()

    def now(self) -> tuple[int, int]:
        """The place of the latest mark, by column and then by row."""
        places = [
            (column, row)
            for row, marks in enumerate(self.marks)
            for column, mark in enumerate(marks)
            if mark is not None
        ]
        column, row = max(places, default=(0, 0))
        return row, column


class GridModel(QAbstractTableModel):
    """A grid as Qt's views, and the screen readers behind them, ask for it."""

    MarkRole = Qt.ItemDataRole.UserRole + 1
    HeadRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid()

    def show(self, grid: Grid) -> None:
        """Shows other marks; where there are as many of them, the current place stays."""
        same = (grid.rows, grid.columns) == (self.grid.rows, self.grid.columns)
        if same:
            self.grid = grid
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.grid = grid
            self.endResetModel()

    def mark(self, index: Index) -> Mark | None:
        """The mark in a place."""
        return self.grid.marks[index.row()][index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only marks can be gone to."""
        if self.mark(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The mark, or what it says."""
        mark = self.mark(index)
        if mark is None:
            return None
        if role == self.MarkRole:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return mark.says
        if role == Qt.ItemDataRole.DisplayRole:
            return number(mark.papers)
        if role == Qt.ItemDataRole.ToolTipRole:
            # Qt takes what looks like markup for it, and a tag may look like anything.
            return f"<qt>{escape(shown(mark.says))}</qt>"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The name of a row or column."""
        heads: Sequence[Head] = (
            self.grid.rows if orientation is Qt.Orientation.Vertical else self.grid.columns
        )
        if not 0 <= section < len(heads):
            return None
        if role == self.HeadRole:
            return heads[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heads[section].name
        return None
