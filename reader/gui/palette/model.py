"""The rows of the palette."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reader.gui.actions.key_text import key_text
from reader.gui.palette.items import Item


class PaletteModel(QAbstractListModel):
    """``ItemRole`` gives an Item."""

    ItemRole = Qt.ItemDataRole.UserRole + 1
    items: Sequence[Item] = ()

    def show(self, items: Sequence[Item]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(  # noqa: D102
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(  # noqa: D102
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        item = self.items[index.row()]
        if role == self.ItemRole:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (item.name, item.hint, *(key_text(keys) for keys in item.keys))
            return ", ".join(part for part in parts if part)
        return None
