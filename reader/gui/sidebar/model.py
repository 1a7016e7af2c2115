"""The lines of the sidebar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.language import translate
from reader.gui.list.delegate import short_date
from reader.gui.list.row_text import shown
from reader.gui.list.words import list_name
from reader.gui.theme.icons import icon_names
from reader.gui.theme.tokens import tag_colour
from reader.library import date_of
from reader.model import Counts, DigestSummary, ListKind, PaperList, SmartList, count_of

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


def lines_of(counts: Counts) -> list[Line]:
    """What the sidebar shows, from top to bottom."""
    lines = [
        Line(list_name(kind), PaperList(kind), name, counts.lists.get(kind, 0))
        for kind, name in ICONS.items()
    ]
    if counts.possible_duplicates:
        lines.append(
            Line(
                translate("Sidebar", "Possible duplicates"),
                None,
                "git-merge",
                counts.possible_duplicates,
            )
        )
    if counts.smart_lists:
        lines.append(Line(translate("Sidebar", "Smart lists")))
        lines += [_smart_line(smart, counts.smart) for smart in counts.smart_lists]
    if counts.digests:
        lines.append(Line(translate("Sidebar", "Digests")))
        lines += [_digest_line(digest) for digest in counts.digests]
    if counts.tags:
        lines.append(Line(translate("Sidebar", "Tags")))
        lines += [_tag_line(tag, number) for tag, number in counts.tags.items()]
    return lines


def _smart_line(smart: SmartList, numbers: Mapping[int, int]) -> Line:
    place = PaperList(ListKind.SMART, str(smart.id))
    icon = smart.icon if smart.icon in icon_names() else "funnel"
    return Line(shown(smart.name), place, icon, numbers.get(smart.id, 0), hint=smart.query)


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
        same = [_identity(line) for line in lines] == [_identity(line) for line in self._lines]
        if same:
            self._lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
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

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Captions cannot be chosen."""
        if self._lines[index.row()].is_caption:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(line: Line) -> str:
    """A line as a screen reader says it: the list and how many it has."""
    if line.is_caption:
        return line.name
    if line.place is None:
        return f"{line.name}, " + translate("Spoken", "%Ln pair(s)", "", line.count)
    return f"{line.name}, " + count_of(line.count)


def _identity(line: Line) -> tuple[PaperList | None, str]:
    return line.place, "" if line.place else line.name
