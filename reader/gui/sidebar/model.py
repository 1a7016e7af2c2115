"""The lines of the sidebar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.list.delegate import short_date
from reader.gui.list.row_text import shown
from reader.gui.list.words import LIST_NAMES
from reader.gui.theme.icons import icon_names
from reader.gui.theme.tokens import tag_colour
from reader.library import date_of
from reader.model import Counts, DigestSummary, ListKind, PaperList, SmartList

ICONS = {
    ListKind.INBOX: "inbox",
    ListKind.QUEUED: "bookmark",
    ListKind.READING: "book-open",
    ListKind.STARRED: "star",
    ListKind.ANNOTATED: "notebook-pen",
    ListKind.READ: "circle-check",
    ListKind.SKIPPED: "circle-slash",
    ListKind.ALL: "library",
}
DUPLICATES = "Possible duplicates"


@dataclass(frozen=True, slots=True)
class Line:
    """A list with icon, name and count, or (``place`` None, no icon) the caption of a section.

    A tag has the colour token of its dot in ``colour`` and no icon. What has an icon and no place
    opens something instead of going somewhere.
    """

    name: str
    place: PaperList | None = None
    icon: str = ""
    count: int = 0
    colour: str = ""
    depth: int = 0
    hint: str = ""

    @property
    def is_caption(self) -> bool:
        """Whether it only stands over other lines."""
        return self.place is None and not self.icon

    @property
    def identity(self) -> tuple[PaperList | None, str]:
        """What makes it the same line with another count."""
        return self.place, "" if self.place else self.name


def lines_of(counts: Counts) -> list[Line]:
    """What the sidebar shows, from top to bottom."""
    lines = [
        Line(LIST_NAMES[kind], PaperList(kind), name, counts.lists.get(kind, 0))
        for kind, name in ICONS.items()
    ]
    if counts.possible_duplicates:
        lines.append(Line(DUPLICATES, None, "git-merge", counts.possible_duplicates))
    if counts.smart_lists:
        lines.append(Line("Smart lists"))
        lines += [_smart_line(smart, counts.smart) for smart in counts.smart_lists]
    if counts.digests:
        lines.append(Line("Digests"))
        lines += _digest_lines(counts.digests, date.today())
    if counts.tags:
        lines.append(Line("Tags"))
        lines += [_tag_line(tag, number) for tag, number in counts.tags.items()]
    return lines


def _smart_line(smart: SmartList, numbers: Mapping[int, int]) -> Line:
    place = PaperList(ListKind.SMART, str(smart.id))
    icon = smart.icon if smart.icon in icon_names() else "funnel"
    return Line(shown(smart.name), place, icon, numbers.get(smart.id, 0), hint=smart.query)


@lru_cache(maxsize=2)
def _digest_lines(digests: tuple[DigestSummary, ...], _today: date) -> tuple[Line, ...]:
    """Kept, since every decision about a paper brings other counts and the same digests."""
    return tuple(_digest_line(digest) for digest in digests)


def _digest_line(digest: DigestSummary) -> Line:
    place = PaperList(ListKind.DIGEST, str(digest.id))
    day = short_date(digest.date or date_of(digest.imported_at))
    name = day if digest.title.startswith("Trending papers") else shown(digest.title)
    return Line(name, place, "newspaper", digest.papers, hint=f"{shown(digest.title)}, {day}")


def _tag_line(tag: str, number: int) -> Line:
    place = PaperList(ListKind.TAG, tag)
    return Line(shown(tag), place, count=number, colour=tag_colour(tag))


class SidebarModel(QAbstractListModel):
    """``LineRole`` gives a Line."""

    LineRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines_of(Counts())

    @property
    def lines(self) -> list[Line]:
        """The lines, from top to bottom."""
        return self._lines

    def show(self, counts: Counts) -> None:
        """Shows other counts; the view keeps its place when the lines are the same lists."""
        lines = lines_of(counts)
        if [line.identity for line in lines] == [line.identity for line in self._lines]:
            changed = [at for at, line in enumerate(lines) if line != self._lines[at]]
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
            counted = "papers" if line.place else "pairs"
            return line.name if line.is_caption else f"{line.name}, {line.count} {counted}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Captions cannot be chosen."""
        if self._lines[index.row()].is_caption:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
