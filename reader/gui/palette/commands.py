"""Fills the palette and does what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.gui.actions.applying import applies
from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import ACTIONS, Action, Handlers
from reader.gui.actions.titles import full_title, search_words
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.gui.palette.items import (
    MOST_PAPERS,
    Item,
    action_items,
    author_item,
    author_items,
    list_items,
    marked,
    paper_items,
    ranked,
    typed,
)
from reader.gui.palette.palette import Palette
from reader.gui.palette.recent import Recent
from reader.gui.sidebar.lines import Line, lines_of
from reader.gui.theme import Theme
from reader.library import Library
from reader.model import Counts, ListKind, PaperRow

# What opens the palette, and what only makes sense with the keys, is not offered in it.
_NOT_OFFERED = ("palette.open", "paper.next", "paper.previous", "go.back")
_GOES = {f"go.{kind.value}" for kind in ListKind}


class Commands(QObject):
    """``place_wanted`` carries a PaperList, ``paper_wanted`` a number, ``query_wanted`` a query.

    ``listed`` gives rows of papers that were on the screen, for their titles.
    """

    place_wanted = Signal(object)
    paper_wanted = Signal(int)
    query_wanted = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        theme: Theme,
        listed: Callable[[], list[PaperRow]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._listed = listed
        self._actions: Mapping[str, QAction] = {}
        self._keymap: Mapping[str, Binding] = {}
        self._counts = Counts()
        self._lines: list[Line] | None = None
        self._items: list[Item] = []
        self._papers: list[Item] = []
        self._found: list[Item] = []
        self.recent = Recent(library, jobs, self)
        self.recent.learned.connect(self._learn_recent)
        self.palette = Palette(theme, window)
        self.palette.typed.connect(self._answer)
        self.palette.chosen.connect(self._do)

    def handlers(self) -> Handlers:
        """What the actions of the palette do."""
        return {"palette.open": self.open}

    def set_actions(self, actions: Mapping[str, QAction], keymap: Mapping[str, Binding]) -> None:
        """Learns what can be done, and by which keys."""
        self._actions, self._keymap = actions, keymap

    def set_counts(self, counts: Counts) -> None:
        """Learns which lists there are."""
        self._counts, self._lines = counts, None

    def open(self) -> None:
        """Opens the palette on what applies here; where it is open, closes it."""
        if self.palette.isVisible():
            self.palette.close_()
            return
        self.recent.ask()
        offered = self._offered()
        # A list that an action goes to is there already, with its keys.
        goes = {action.id for action in offered if action.id in _GOES}
        self._lines = self._lines or lines_of(self._counts)
        lines = [line for line in self._lines if _action_of(line) not in goes]
        self._items = self._action_items(offered) + list_items(lines, self._hints())
        self._gather_papers()
        self.palette.open()

    def _offered(self) -> list[Action]:
        return [
            action
            for action in ACTIONS
            if action.id not in _NOT_OFFERED
            and self._actions[action.id].isEnabled()
            and applies(action.when, self._navigation)
        ]

    def _action_items(self, offered: list[Action]) -> list[Item]:
        titles = {action.id: full_title(action) for action in offered}
        titles |= {name: self.tr("Go to {}").format(titles[name]) for name in _GOES & set(titles)}
        words = {action.id: search_words(action) for action in offered}
        return action_items(offered, self._keymap, titles, words)

    def _hints(self) -> dict[str, str]:
        return {
            "list": self.tr("List"),
            "smart": self.tr("Smart list"),
            "digest": self.tr("Digest"),
            "tag": self.tr("Tag"),
        }

    def _gather_papers(self) -> None:
        """The papers opened last, those that were listed, and the authors that were chosen."""
        rows = {row.id: row for row in (*self.recent.papers, *self._listed())}
        hint = self.tr("Author")
        authors = [author_item(query, _author(query), hint) for query in self.recent.queries]
        self._papers = authors + paper_items(rows.values())

    def _learn_recent(self) -> None:
        if self.palette.isVisible():
            self._gather_papers()
            self._show(keep=True)

    def _answer(self, text: str) -> None:
        what = typed(text)
        self._found = []
        self._show()
        if what.sign == "@" and what.text:
            ask = 'author:"' + what.text.replace('"', "")
            self._jobs.query(
                lambda: self._library.completions(ask, len(ask)),
                lambda found: self._show_late(text, author_items(found)),
                "palette",
                aside=True,
            )
        elif not what.sign and len(what.text) > 1:
            self._jobs.query(
                lambda: self._find(what.text),
                lambda rows: self._show_late(text, paper_items(rows)),
                "palette",
                aside=True,
            )

    def _find(self, text: str) -> list[PaperRow]:
        return self._library.rows(self._library.search(text).ids[:MOST_PAPERS])

    def _show(self, *, keep: bool = False) -> None:
        what = typed(self.palette.field.text())
        items = ranked(self._items + self._papers, what, self.recent.keys)
        there = {item.key for item in items}
        self.palette.show_items(
            items + [item for item in self._found if item.key not in there], keep=keep
        )

    def _show_late(self, text: str, found: list[Item]) -> None:
        if found and self.palette.isVisible() and self.palette.field.text() == text:
            self._found = marked(found, typed(text).text)
            self._show(keep=True)

    def _do(self, item: Item) -> None:
        self.recent.remember(item.key)
        if item.place is not None:
            self.place_wanted.emit(item.place)
        elif item.paper_id is not None:
            self.paper_wanted.emit(item.paper_id)
        elif item.query:
            self.query_wanted.emit(item.query)
        else:
            self._actions[item.action].trigger()


def _action_of(line: Line) -> str:
    return f"go.{line.place.kind.value}" if line.place else ""


def _author(query: str) -> str:
    """The name in a query for an author."""
    return query.removeprefix("author:").strip('"')
