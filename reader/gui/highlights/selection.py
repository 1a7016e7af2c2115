"""What is selected in the texts of a paper, and which of its highlights that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QTextCursor

from reader.gui.highlights.places import HighlightPlaces, passage
from reader.gui.highlights.steps import Marked, extended, sentences, stepped, words
from reader.gui.paper.plain_text import PlainText
from reader.gui.text_places import Places
from reader.model import Highlight, Paper
from reader.operations.anchoring import Anchor

Divide = Callable[[str], Places]
"""Divides a text into what one steps over: its words, or its sentences."""


class Selection:
    """The selection in ``views`` (title and abstract, by field), moved by words and sentences.

    ``chosen`` is the highlight that it is about. While the selection is ``changing`` its signals
    are not the person's doing.
    """

    def __init__(self, views: Mapping[str, PlainText]) -> None:
        self.views = views
        self.paper: Paper | None = None
        self.places = HighlightPlaces()
        self.chosen: int | None = None
        self.by_keys = False
        self.changing = False
        self._fresh = False

    def show_paper(self, paper: Paper | None) -> None:
        """Takes the paper whose texts the views now show."""
        self.paper = paper
        self.places = HighlightPlaces.of(paper.highlights if paper else (), self._texts())

    # --- Where it is ----------------------------------------------------------------------------

    @property
    def view(self) -> PlainText:
        """The text with the selection, or the one in which to begin."""
        return self._selected_in() or self._view_to_begin_in()

    @property
    def field(self) -> str:
        """The field of that text."""
        return self._field_of(self.view)

    def any(self) -> bool:
        """Whether something is selected."""
        return self._selected_in() is not None

    def passage(self) -> Anchor | None:
        """What is selected, as it is kept; None when that is nothing but space."""
        view = self.view
        return passage(view.toPlainText(), *_ends(view))

    def highlight(self) -> Highlight | None:
        """The chosen highlight, or the shortest that has all that is selected in it."""
        chosen = self.places.find(self.chosen)
        return chosen or self.places.innermost(self.field, *_ends(self.view))

    def markable(self, view: PlainText) -> bool:
        """Whether a view shows a text of the paper, not that there is none."""
        return bool(self._texts().get(self._field_of(view)))

    # --- Moving it ------------------------------------------------------------------------------

    def select(self, view: PlainText, marked: Marked, *, fresh: bool) -> None:
        """Selects a passage; ``fresh`` is one of a single step, which grows in both directions."""
        self.changing = True
        cursor = QTextCursor(view.document())
        last = view.document().characterCount() - 1
        cursor.setPosition(min(marked.fixed, last))
        cursor.setPosition(min(marked.moving, last), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        self.changing = False
        self._fresh = fresh
        self.recognise(view)

    def recognise(self, view: PlainText) -> None:
        """Chooses the highlight that is just what is selected in a text."""
        same = self.places.just(self._field_of(view), *_ends(view))
        self.chosen = same.id if same is not None else None

    def clear(self, view: PlainText) -> None:
        """Selects nothing in a text."""
        self.select(view, Marked(0, 0), fresh=False)

    def begin(self, view: PlainText) -> None:
        """Selects the first sentence of a text in which nothing is selected."""
        text = view.toPlainText()
        places = () if view.textCursor().hasSelection() else sentences(text) or words(text)
        if places:
            self.select(view, Marked(*places[0]), fresh=True)

    def next_piece(self, divide: Divide, by: int) -> tuple[PlainText, Marked] | None:
        """Where a step from the selection leads, over into the text beside it; None: nowhere."""
        view = self.view
        found = stepped(divide(view.toPlainText()), Marked(*_ends(view)), by)
        if found is not None:
            return view, found
        other = self._beside(view, by)
        places = divide(other.toPlainText()) if other is not None else ()
        if other is None or not places:
            return None
        return other, Marked(*places[0 if by > 0 else -1])

    def extend(self, divide: Divide, by: int) -> None:
        """Moves the end of the selection that moves by a step."""
        view = self.view
        cursor = view.textCursor()
        marked = Marked(cursor.anchor(), cursor.position())
        places = divide(view.toPlainText())
        self.select(view, extended(places, marked, by, fresh=self._fresh), fresh=False)

    # --- The texts ------------------------------------------------------------------------------

    def _field_of(self, view: PlainText) -> str:
        return next(field for field, one in self.views.items() if one is view)

    def _selected_in(self) -> PlainText | None:
        views = [view for view in self.views.values() if view.textCursor().hasSelection()]
        return next((v for v in views if v.hasFocus()), next(iter(views), None))

    def _view_to_begin_in(self) -> PlainText:
        """The text that has the keyboard, else the abstract, or the title where there is none."""
        markable = [view for view in self.views.values() if self.markable(view)]
        focused = next((view for view in markable if view.hasFocus()), None)
        return focused or (markable or list(self.views.values()))[-1]

    def _beside(self, view: PlainText, by: int) -> PlainText | None:
        views = [one for one in self.views.values() if self.markable(one)]
        at = views.index(view) + by if view in views else -1
        return views[at] if 0 <= at < len(views) else None

    def _texts(self) -> dict[str, str]:
        """What the views show of the paper; nothing where they say that there is none."""
        paper = self.paper
        has = {
            "title": paper is not None,
            "abstract": paper is not None and bool(paper.abstract or paper.snippet),
        }
        return {f: view.toPlainText() if has[f] else "" for f, view in self.views.items()}


def _ends(view: PlainText) -> tuple[int, int]:
    cursor = view.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()
