"""Every action with its keys, by menu, narrowed by what the person looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import ACTIONS, MENUS, Action
from reader.gui.actions.titles import full_title
from reader.gui.language import translate

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class KeyLine:
    """An action with its keys, or the caption of a menu. ``own``: not those of the base map."""

    title: str
    action: Action | None = None
    keys: tuple[str, ...] = ()
    own: bool = False


class KeysModel(QAbstractListModel):
    """The lines; captions cannot be selected and stand only over actions that are there."""

    LineRole = Qt.ItemDataRole.UserRole

    def __init__(
        self, keymap: Mapping[str, Binding], base: Mapping[str, Binding], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._base = base
        self._wanted = ""
        self.lines: list[KeyLine] = []
        self._fill()

    def narrow(self, text: str) -> int:
        """Shows the actions that have every word of a text in title, menu or keys; how many."""
        if text != self._wanted:
            self._wanted = text
            self.refresh(self._base)
        return sum(line.action is not None for line in self.lines)

    def refresh(self, base: Mapping[str, Binding]) -> None:
        """Shows the keys that are in force now."""
        self.beginResetModel()
        self._base = base
        self._fill()
        self.endResetModel()

    def row_of(self, action_id: str) -> int | None:
        """Where an action stands now."""
        rows = (
            n for n, line in enumerate(self.lines) if line.action and line.action.id == action_id
        )
        return next(rows, None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line, its title, or all of it for a screen reader."""
        line = self.lines[index.row()]
        if role == self.LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole and line.action is not None:
            keys = ", ".join(line.keys) or self.tr("no key")
            return self.tr("{title}: {keys}").format(title=line.title, keys=keys)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Actions can be selected."""
        if self.lines[index.row()].action is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def _fill(self) -> None:
        self.lines.clear()
        words = self._wanted.casefold().split()
        for menu in MENUS:
            title = translate("Actions", menu, "menu")
            ours = [self._line(action) for action in ACTIONS if action.menu == menu]
            found = [line for line in ours if _is_about(line, title, words)]
            self.lines += [KeyLine(title), *found] if found else []

    def _line(self, action: Action) -> KeyLine:
        binding = self._keymap[action.id]
        keys = tuple(map(key_text, binding.keys))
        return KeyLine(
            full_title(action),
            action,
            keys,
            own=binding.keys != self._base[action.id].keys,
        )


def _is_about(line: KeyLine, menu: str, words: list[str]) -> bool:
    if not words:
        return True
    name = line.action.id if line.action else ""
    said = f"{line.title} {menu} {name} {' '.join(line.keys)}".casefold()
    return all(word in said for word in words)
