"""Fills the palette and does what is chosen in it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.gui.actions.applying import applies
from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import ACTIONS, Handlers
from reader.gui.actions.titles import full_title
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.gui.palette.items import (
    Item,
    Typed,
    action_items,
    author_items,
    list_items,
    paper_items,
    ranked,
    typed,
)
from reader.gui.palette.palette import Palette
from reader.gui.sidebar.lines import Line, lines_of
from reader.gui.theme import Theme
from reader.library import Library
from reader.model import Counts, ListKind, PaperRow

_RECENT = "palette_recent"
_RECENT_KEPT = 12
_PAPERS_SHOWN = 8
# What opens the palette, and what only makes sense with the keys, is not offered in it.
_NOT_OFFERED = ("palette.open", "paper.next", "paper.previous", "go.back")


class Commands(QObject):
    """``place_wanted`` carries a PaperList, ``paper_wanted`` a number, ``query_wanted`` a query."""

    place_wanted = Signal(object)
    paper_wanted = Signal(int)
    query_wanted = Signal(str)

    def __init__(
        self, library: Library, jobs: Jobs, navigation: Navigation, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._actions: Mapping[str, QAction] = {}
        self._keymap: Mapping[str, Binding] = {}
        self._counts = Counts()
        self._lines: list[Line] | None = None
        self._recent: list[str] | None = None
        self._items: list[Item] = []
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
        if self._recent is None:
            self._recent = _kept(self._library)
        offered = [
            action
            for action in ACTIONS
            if action.id not in _NOT_OFFERED
            and self._actions[action.id].isEnabled()
            and applies(action.when, self._navigation)
        ]
        titles = {action.id: full_title(action) for action in offered}
        goes = {f"go.{kind.value}" for kind in ListKind} & titles.keys()
        titles |= {name: self.tr("Go to {}").format(titles[name]) for name in goes}
        hints = {
            "list": self.tr("List"),
            "smart": self.tr("Smart list"),
            "digest": self.tr("Digest"),
            "tag": self.tr("Tag"),
        }
        self._items = action_items(offered, self._keymap, titles)
        # A list that an action goes to is there already, with its keys.
        self._lines = self._lines or lines_of(self._counts)
        lines = [line for line in self._lines if _action_of(line) not in goes]
        self._items += list_items(lines, hints)
        self.palette.open()

    def _answer(self, text: str) -> None:
        what = typed(text)
        self._show(what, [])
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
        return self._library.rows(self._library.search(text).ids[:_PAPERS_SHOWN])

    def _show(self, what: Typed, found: list[Item]) -> None:
        items = ranked(self._items, what, self._recent or ())
        self.palette.show_items(items + found, keep=bool(found))

    def _show_late(self, text: str, found: list[Item]) -> None:
        if found and self.palette.isVisible() and self.palette.field.text() == text:
            self._show(typed(text), found)

    def _do(self, item: Item) -> None:
        self._remember(item)
        if item.place is not None:
            self.place_wanted.emit(item.place)
        elif item.paper_id is not None:
            self.paper_wanted.emit(item.paper_id)
        elif item.query:
            self.query_wanted.emit(item.query)
        else:
            self._actions[item.action].trigger()

    def _remember(self, item: Item) -> None:
        if item.query or item.paper_id is not None:
            return
        recent = [item.key, *(key for key in self._recent or () if key != item.key)]
        self._recent = kept = recent[:_RECENT_KEPT]
        self._jobs.change(lambda: self._library.set_setting(_RECENT, json.dumps(kept)))


def _action_of(line: Line) -> str:
    return f"go.{line.place.kind.value}" if line.place else ""


def _kept(library: Library) -> list[str]:
    try:
        kept = json.loads(library.setting(_RECENT) or "[]")
    except ValueError:
        return []
    return [key for key in kept if isinstance(key, str)] if isinstance(kept, list) else []
