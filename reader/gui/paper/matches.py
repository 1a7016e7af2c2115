"""The words of the open paper that a search asked for: marked, and stepped through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QTextEdit

from reader.gui.jobs import Jobs
from reader.gui.paper.plain_text import cursor_over, marked, worth_marking
from reader.gui.text_places import Places, for_qt
from reader.gui.theme import Theme
from reader.operations.searching import matches

# More are not stepped through, and to mark them all takes longer than a key may.
_MOST = 500
# How much is seen around a match that was scrolled to.
_AROUND = 96

View = QTextEdit | QPlainTextEdit


@dataclass(frozen=True, slots=True)
class _Match:
    """One of the matches: in which view, and where in its text."""

    field: str
    start: int
    end: int


class Matches(QObject):
    """Marks matches in ``views``, which are named by the field of the paper that they show.

    They stand on ``page`` in this order, in which ``step`` goes through the matches.
    """

    def __init__(
        self,
        jobs: Jobs,
        theme: Theme,
        views: Mapping[str, View],
        page: QScrollArea,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._theme = theme
        self._views = views
        self._page = page
        self._found: list[_Match] = []
        self._current: _Match | None = None
        theme.changed.connect(self._draw)

    @property
    def current(self) -> str:
        """The text of the match that was stepped to, or nothing."""
        return self._cursor(self._current).selectedText() if self._current else ""

    def mark(self, query: str, texts: Mapping[str, str]) -> None:
        """Finds and marks what ``query`` asks for in the texts that the views show."""

        def find() -> list[_Match]:
            if not query.strip():
                return []
            found = (
                _Match(field, start, end)
                for field, text in texts.items()
                for start, end in for_qt(text, matches(query, field, text))
            )
            return list(islice(found, _MOST))

        def show(found: list[_Match]) -> None:
            self._found = found
            if self._current not in found:
                self._current = None
            self._draw()

        self._jobs.query(find, show, "matches")

    def show_in(self, field: str, view: View) -> None:
        """Has a field shown by another view from now on; ``mark`` follows."""
        if self._views[field] is not view:
            self._views[field].setExtraSelections([])
            self._views = {**self._views, field: view}
            self._found = [match for match in self._found if match.field != field]

    def step(self, by: int) -> bool:
        """Goes to the next match, or the one before, past the end from the start again.

        Says whether there is any.
        """
        if not self._found:
            return False
        if self._current in self._found:
            at = (self._found.index(self._current) + by) % len(self._found)
        else:
            at = 0 if by > 0 else -1
        self._current = self._found[at]
        self._draw()
        self._reveal(self._current)
        return True

    def _draw(self) -> None:
        tokens = self._theme.tokens
        for field, view in self._views.items():
            places = _places(match for match in self._found if match.field == field)
            shown = self._current if self._current and self._current.field == field else None
            current = _places([shown]) if shown else ()
            at = bisect_left(places, current[0]) if current else 0
            near = worth_marking(view, places, at)
            selections = marked(view, near, tokens.highlight_yellow)
            if current:
                selections += marked(view, current, tokens.accent, tokens.text_on_accent)
            view.setExtraSelections(selections)

    def _reveal(self, match: _Match) -> None:
        view, page = self._views[match.field], self._page.widget()
        assert page is not None
        at = view.viewport().mapTo(page, view.cursorRect(self._cursor(match)).center())
        self._page.ensureVisible(at.x(), at.y(), 0, _AROUND)

    def _cursor(self, match: _Match) -> QTextCursor:
        return cursor_over(self._views[match.field], match.start, match.end)


def _places(found: Iterable[_Match]) -> Places:
    return tuple((match.start, match.end) for match in found)
