"""What the sidebar shows, from top to bottom. Only computes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import ParamSpec

from reader.gui.language import translate
from reader.gui.list.delegate import short_date
from reader.gui.list.row_text import shown
from reader.gui.list.words import list_name
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
    ListKind.TODO: "square-check",
    ListKind.READ: "circle-check",
    ListKind.SKIPPED: "circle-slash",
    ListKind.ALL: "library",
}
# So many digests are shown at once; a year of them would push the tags out of sight.
DIGESTS_SHOWN = 12
ALL_DIGESTS = "all-digests"
"""What is folded out to see the others; not for ever."""


P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Line:
    """A list with icon, name and count, or (``place`` None, no icon) the caption of a section.

    A tag has the colour token of its dot in ``colour`` and no icon. What has an icon and no place
    opens something instead of going somewhere. ``fold`` names what a line folds away below it;
    empty where there is nothing.
    """

    name: str
    place: PaperList | None = None
    icon: str = ""
    count: int = 0
    colour: str = ""
    depth: int = 0
    hint: str = ""
    fold: str = ""
    folded: bool = False

    @property
    def is_caption(self) -> bool:
        """Whether it only stands over other lines."""
        return self.place is None and not self.icon

    @property
    def identity(self) -> tuple[PaperList | None, str, str, bool]:
        """What makes it the same line with another count."""
        return self.place, "" if self.place else self.name, self.fold, self.folded


def _kept(lines: Callable[P, tuple[Line, ...]]) -> Callable[P, tuple[Line, ...]]:
    """Keeps the last lines: a decision about a paper brings other counts, and the same digests.

    What is the very same is not looked at: to hash it would take longer than to make the lines.
    """
    last: tuple[tuple[object, ...], tuple[Line, ...]] | None = None

    @wraps(lines)
    def kept(*args: P.args, **kwargs: P.kwargs) -> tuple[Line, ...]:
        nonlocal last
        if last is None or last[0] != args:
            last = args, lines(*args, **kwargs)
        return last[1]

    return kept


def lines_of(counts: Counts, folded: Set[str] = frozenset()) -> list[Line]:
    """The lines, without those that are folded away."""
    lines = [
        Line(list_name(kind), PaperList(kind), name, counts.lists.get(kind, 0))
        for kind, name in ICONS.items()
    ]
    if counts.possible_duplicates:
        name = translate("Sidebar", "Possible duplicates")
        lines.append(Line(name, None, "git-merge", counts.possible_duplicates))
    smart = [_smart_line(smart, counts.smart) for smart in counts.smart_lists]
    lines += _section(translate("Sidebar", "Smart lists"), "smart-lists", smart, folded)
    digests = _digest_lines(counts.digests, date.today())
    if len(digests) > DIGESTS_SHOWN and ALL_DIGESTS not in folded:
        name = translate("Sidebar", "Older digests")
        older = len(digests) - DIGESTS_SHOWN
        more = Line(name, None, "ellipsis", older, fold=ALL_DIGESTS, folded=True)
        digests = (*digests[:DIGESTS_SHOWN], more)
    lines += _section(translate("Sidebar", "Digests"), "digests", digests, folded)
    # A level above tags has their papers too, and a line even where it is on no paper itself.
    tag_lines = _tag_lines(counts.tags, counts.nesting, frozenset(folded))
    return lines + _section(translate("Sidebar", "Tags"), "tags", tag_lines, folded)


def _section(caption: str, fold: str, lines: Iterable[Line], folded: Set[str]) -> list[Line]:
    lines = list(lines)
    if not lines:
        return []
    head = Line(caption, fold=fold, folded=fold in folded)
    return [head] if head.folded else [head, *lines]


def _smart_line(smart: SmartList, numbers: Mapping[int, int]) -> Line:
    place = PaperList(ListKind.SMART, str(smart.id))
    icon = smart.icon if smart.icon in icon_names() else "funnel"
    return Line(shown(smart.name), place, icon, numbers.get(smart.id, 0), hint=smart.query)


@_kept
def _digest_lines(digests: tuple[DigestSummary, ...], _today: date) -> tuple[Line, ...]:
    return tuple(_digest_line(digest) for digest in digests)


def _digest_line(digest: DigestSummary) -> Line:
    place = PaperList(ListKind.DIGEST, str(digest.id))
    day = short_date(digest.date or date_of(digest.imported_at))
    name = day if digest.title.startswith("Trending papers") else shown(digest.title)
    return Line(name, place, "newspaper", digest.papers, hint=f"{shown(digest.title)}, {day}")


@_kept
def _tag_lines(
    tags: Mapping[str, int], nesting: Mapping[str, int], folded: frozenset[str]
) -> tuple[Line, ...]:
    """Tags as a tree: each under the one that it nests in."""
    lines: list[Line] = []
    hidden = ""
    every = {**tags, **nesting}.items()
    for tag, count in sorted(
        every, key=lambda one: [part.casefold() for part in one[0].split("/")]
    ):
        if hidden and tag.startswith(hidden):
            continue
        hidden = ""
        place = PaperList(ListKind.TAG, tag)
        levels = tag.split("/")
        parent = lines[-1] if lines and tag.startswith(f"{_tag_of(lines[-1])}/") else None
        if parent is not None:
            fold = f"tag:{_tag_of(parent)}"
            lines[-1] = replace(parent, fold=fold, folded=fold in folded)
            if fold in folded:
                hidden = f"{_tag_of(parent)}/"
                continue
        depth = len(levels) - 1
        line = Line(shown(levels[-1]), place, "", count, tag_colour(tag), depth, shown(tag))
        lines.append(line)
    return tuple(lines)


def _tag_of(line: Line) -> str:
    return line.place.value if line.place is not None else ""
