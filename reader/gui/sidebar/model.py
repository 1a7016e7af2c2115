"""The lines of the sidebar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.language import translate
from reader.gui.sidebar.lines import Line, lines_of
from reader.model import Counts, PaperList, count_of


class SidebarModel(QAbstractListModel):
    """``LineRole`` gives a Line."""

    LineRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts = Counts()
        self._folded: frozenset[str] = frozenset()
        self._lines = lines_of(self._counts)

    @property
    def lines(self) -> list[Line]:
        """The lines, from top to bottom."""
        return self._lines

    @property
    def folded(self) -> frozenset[str]:
        """What is folded away."""
        return self._folded

    def fold(self, folded: Iterable[str]) -> None:
        """Folds other parts away."""
        self._folded = frozenset(folded)
        self.show(self._counts)

    def show(self, counts: Counts) -> None:
        """Shows other counts; the view keeps its place when the lines are the same lists."""
        self._counts = counts
        lines = lines_of(counts, self._folded)
        # Most are the very same, and need not be compared.
        pairs = enumerate(zip(lines, self._lines, strict=False))
        other = [at for at, (new, old) in pairs if new is not old]
        if len(lines) == len(self._lines) and all(
            lines[at].identity == self._lines[at].identity for at in other
        ):
            changed = [at for at in other if lines[at] != self._lines[at]]
            self._lines = lines
            # One by one: of a range the view would measure and paint all lines there are.
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def place(self, wanted: PaperList) -> int | None:
        """The line of a list, if it is there."""
        return next((at for at, line in enumerate(self._lines) if line.place == wanted), None)

    def rowCount(  # noqa: D102
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(  # noqa: D102
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        line = self._lines[index.row()]
        if role == self.LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line)
        return None

    def flags(self, _index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Every line can be reached: a caption folds its section."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(line: Line) -> str:
    """A line as a screen reader says it: the list, how many it has, and whether it is folded."""
    words = [line.hint if line.depth else line.name]
    if line.place is not None:
        words.append(count_of(line.count))
    elif line.icon and not line.fold:
        words.append(translate("Spoken", "%Ln pair(s)", "", line.count))
    if line.fold:
        open_, closed = translate("Spoken", "expanded"), translate("Spoken", "collapsed")
        words.append(closed if line.folded else open_)
    return ", ".join(words)
