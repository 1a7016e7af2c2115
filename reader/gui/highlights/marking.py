"""Marks passages of the paper: by the mouse, or by keys alone in words and sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from reader.gui.highlights.bar import HighlightBar
from reader.gui.highlights.keys import letter
from reader.gui.highlights.listing import HighlightList
from reader.gui.highlights.painting import Painted, paint, pieces
from reader.gui.highlights.places import Placed, painted, passage, placed
from reader.gui.highlights.steps import Marked, extended, sentences, stepped, words
from reader.gui.highlights.words import COLOUR_KEYS, spoken
from reader.gui.jobs import Jobs
from reader.gui.paper.plain_text import PlainText
from reader.gui.text_places import Places
from reader.gui.theme import Theme
from reader.library import Library
from reader.model import Colour, Highlight, Paper

_Key = Qt.Key
_STEPS: dict[int, tuple[Callable[[str], Places], int]] = {
    _Key.Key_Right: (words, 1),
    _Key.Key_Left: (words, -1),
    _Key.Key_Down: (sentences, 1),
    _Key.Key_Up: (sentences, -1),
}
_LETTER_STEPS = {"j": _Key.Key_Down, "k": _Key.Key_Up}
_DELETE = (_Key.Key_Delete, _Key.Key_Backspace)
_AROUND = 64


class Marking(QObject):
    """What is selected in ``views`` (title and abstract, by field) can become a highlight.

    While ``on``, the keys of marking act in them. ``said`` carries sentences.
    """

    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        theme: Theme,
        views: Mapping[str, PlainText],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._theme = theme
        self._views = views
        self._paper: Paper | None = None
        self._page: QScrollArea | None = None
        self._places: list[Placed] = []
        self._painted: dict[str, list[Painted]] = {}
        self._chosen: int | None = None
        self._wanted: int | None = None
        self._colour = Colour.YELLOW
        # What had the keyboard before marking began.
        self._before: QWidget | None = None
        self._by_keys = False
        self._fresh = False
        self._changing = False
        self.on = False
        self.listing = HighlightList(theme, parent)
        self.listing.chosen.connect(self.choose)
        self.listing.coloured.connect(lambda one, colour: self._recolour(one.id, colour))
        self.listing.delete_wanted.connect(lambda one: self._delete(one.id))
        self.listing.comment_wanted.connect(self._comment_listed)
        for field, view in views.items():
            view.underlay = lambda painter, field=field: self._paint(painter, field)
            view.viewport().installEventFilter(self)
            view.selectionChanged.connect(self._selection_changed)
        theme.changed.connect(self._repaint)

    def stand_on(self, page: QScrollArea) -> None:
        """The page that the texts are on, over which the bar comes."""
        whole = page.widget()
        assert whole is not None
        self._page = page
        self.bar = HighlightBar(self._theme, whole)
        self.bar.coloured.connect(self._make)
        self.bar.comment_wanted.connect(self._comment)
        self.bar.commented.connect(self._commented)
        self.bar.delete_wanted.connect(self._delete_chosen)
        self.bar.given_up.connect(self._back_to_text)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def show_paper(self, paper: Paper | None) -> None:
        """Shows the highlights of the paper whose texts the views now show."""
        other = paper is None or self._paper is None or paper.id != self._paper.id
        self._paper = paper
        if other:
            self._leave()
        highlights = paper.highlights if paper is not None else ()
        self._places = placed(highlights, self._texts())
        listed = [one.highlight for one in self._places]
        self.listing.show_highlights([*listed, *(h for h in highlights if h not in listed)])
        self._repaint()
        wanted, self._wanted = self._wanted, None
        if wanted is not None and (found := self._find(wanted)) is not None:
            self.choose(found)
        elif self.on:
            self._show_bar()

    def show_when_there(self, highlight_id: int) -> None:
        """Goes to a highlight, now or when its paper is shown."""
        found = self._find(highlight_id)
        if found is not None:
            self.choose(found)
        else:
            self._wanted = highlight_id

    def begin(self) -> None:
        """Begins marking what is selected, or the first sentence; again: the next highlight."""
        if self._paper is None:
            self.said.emit(self.tr("Go to one paper first; this marks a passage of it."))
            return
        if self.on:
            self._by_keys = True
            self._next(1)
            return
        view = self._selected_in() or self._view_to_begin_in()
        self._enter(view, by_keys=True)
        if not view.textCursor().hasSelection():
            places = sentences(view.toPlainText()) or words(view.toPlainText())
            if places:
                self._select(view, Marked(*places[0]), fresh=True)
        self._show_bar()
        self._say(
            self.tr("Marking. Arrow keys choose words and sentences, 1 to 4 colour, Esc leaves.")
        )

    def choose(self, highlight: Highlight) -> None:
        """Goes to a highlight in the text; to an orphan in the list."""
        place = next((one for one in self._places if one.highlight.id == highlight.id), None)
        if place is None:
            line = next((ln for ln in self.listing.lines if ln.highlight == highlight), None)
            if line is not None:
                line.setFocus()
                self._in_sight(self._rect_of(line))
            return
        view = self._views[highlight.field]
        self._enter(view, by_keys=True)
        self._select(view, Marked(place.start, place.end), fresh=True)
        self._chosen = highlight.id
        self._show_bar()
        self._say(spoken(highlight))

    # --- Keys and mouse -------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While marking, its keys are its own; a click may be on a highlight."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and self.on and watched in self._views.values():
            if kind == QEvent.Type.ShortcutOverride and self._meaning(event) is not None:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress and (act := self._meaning(event)) is not None:
                act()
                return True
        elif kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._released(watched, event)
        return super().eventFilter(watched, event)

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does; None when it is no key of marking."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        typed = letter(event)
        if self._by_keys:
            key = _LETTER_STEPS.get(typed, key)
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            divide, by = _STEPS[key]
            return lambda: self._extend(divide, by) if shift else self._step(divide, by)
        if key == _Key.Key_Escape:
            return self._esc
        if key in _DELETE:
            return self._delete_chosen
        if typed in COLOUR_KEYS:
            return lambda: self._make(COLOUR_KEYS[typed])
        acts: dict[str, Callable[[], None]] = {
            "c": self._comment,
            "h": lambda: self._next(-1 if shift else 1),
        }
        return acts.get(typed)

    def _released(self, watched: QObject, event: QMouseEvent) -> None:
        """After a selection by the mouse, or a click on a highlight."""
        field = next((f for f, view in self._views.items() if view.viewport() is watched), None)
        if field is None or event.button() != Qt.MouseButton.LeftButton or self._paper is None:
            return
        view = self._views[field]
        if not view.textCursor().hasSelection():
            at = view.cursorForPosition(event.position().toPoint()).position()
            place = self._innermost(field, at, at)
            if place is not None:
                self.choose(place.highlight)
            return
        if self._markable(view):
            self._enter(view, by_keys=False)
            self._chosen = self._same_as_selected(field)
            self._show_bar()

    def _step(self, divide: Callable[[str], Places], by: int) -> None:
        view = self._view()
        cursor = view.textCursor()
        marked = Marked(cursor.selectionStart(), cursor.selectionEnd())
        found = stepped(divide(view.toPlainText()), marked, by)
        if found is None and (other := self._beside(view, by)) is not None:
            places = divide(other.toPlainText())
            found = Marked(*places[0 if by > 0 else -1]) if places else None
            view = other
        if found is not None:
            self._enter(view, by_keys=True)
            self._select(view, found, fresh=True)
            self._show_bar()

    def _extend(self, divide: Callable[[str], Places], by: int) -> None:
        view = self._view()
        cursor = view.textCursor()
        marked = Marked(cursor.anchor(), cursor.position())
        places = divide(view.toPlainText())
        self._select(view, extended(places, marked, by, fresh=self._fresh), fresh=False)
        self._show_bar()

    def _next(self, by: int) -> None:
        """Goes to the next highlight of the paper, past the last to the first."""
        if not self._places:
            self.said.emit(self.tr("Nothing is highlighted in this paper yet."))
            return
        at = next((n for n, p in enumerate(self._places) if p.highlight.id == self._chosen), None)
        if at is None:
            at = -1 if by > 0 else 0
        self.choose(self._places[(at + by) % len(self._places)].highlight)

    # --- What is done ---------------------------------------------------------------------------

    def _make(self, colour: Colour, *, then_comment: bool = False) -> None:
        """Colours what is selected: an old highlight anew, or a new one."""
        self._colour = colour
        if self._chosen is not None:
            self._recolour(self._chosen, colour)
            return
        paper, field = self._paper, self._field()
        cursor, text = self._view().textCursor(), self._view().toPlainText()
        marked = passage(text, cursor.selectionStart(), cursor.selectionEnd())
        if paper is None or marked is None:
            self.said.emit(self.tr("Select a passage first."))
            return

        def made(highlight_id: int) -> None:
            if self.on and self._paper is not None and self._paper.id == paper.id:
                self._chosen = highlight_id
                self._show_bar()
                if then_comment:
                    self.bar.write_comment("")

        self._jobs.change(lambda: self._library.highlight(paper.id, field, marked, colour), made)

    def _recolour(self, highlight_id: int, colour: Colour) -> None:
        self._colour = colour
        self._jobs.change(lambda: self._library.recolour_highlight(highlight_id, colour))

    def _comment(self) -> None:
        """Lets the person comment on the highlight, which is made first if need be."""
        chosen = self._find(self._chosen) or self._selected_in_one()
        if chosen is None:
            self._make(self._colour, then_comment=True)
            return
        self._chosen = chosen.id
        self._show_bar()
        self.bar.write_comment(chosen.comment)

    def _comment_listed(self, highlight: Highlight) -> None:
        self.choose(highlight)
        self._chosen = highlight.id
        if highlight.orphaned:
            line = next((ln for ln in self.listing.lines if ln.highlight == highlight), None)
            if line is None:
                return
            self.bar.show_at(self._rect_of(line), highlight, hint=False)
        self.bar.write_comment(highlight.comment)

    def _commented(self, comment: str) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._jobs.change(lambda: self._library.comment_highlight(chosen, comment))
        self._back_to_text()

    def _delete_chosen(self) -> None:
        found = self._find(self._chosen) or self._selected_in_one()
        if found is None:
            self.said.emit(self.tr("There is no highlight here to delete."))
        else:
            self._delete(found.id)

    def _delete(self, highlight_id: int) -> None:
        if self._chosen == highlight_id:
            self._chosen = None
        self._jobs.change(lambda: self._library.delete_highlight(highlight_id))

    # --- Where one is ---------------------------------------------------------------------------

    def _enter(self, view: PlainText, *, by_keys: bool) -> None:
        for other in self._views.values():
            if other is not view and other.textCursor().hasSelection():
                self._select(other, Marked(0, 0), fresh=False)
            # Before the filters that take digits for counts.
            other.installEventFilter(self)
        if not self.on:
            focus = QApplication.focusWidget()
            self._before = None if focus in self._views.values() else focus
        self.on = True
        self._by_keys = by_keys
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _esc(self) -> None:
        before = self._before
        self._leave()
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """Ends marking; nothing is selected any more."""
        if not self.on and self._chosen is None:
            return
        self.on = False
        self._chosen = None
        self.bar.hide()
        for view in self._views.values():
            view.removeEventFilter(self)
            self._select(view, Marked(0, 0), fresh=False)

    def _back_to_text(self) -> None:
        """From the comment to the passage, or to the line of an orphan."""
        # Whoever hides what has the keyboard does not know where it goes.
        chosen = self._find(self._chosen)
        if chosen is not None and chosen.orphaned:
            self._chosen = None
            self.choose(chosen)
            self.bar.hide()
        elif self.on:
            self._view().setFocus()
            self.bar.field.hide()
            self._show_bar()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Another window, a menu or the palette may have it for a moment.
        if new is None or (not self.on and self.bar.isHidden()):
            return
        if new not in self._views.values() and new is not self.bar.field:
            self._leave()
            self.bar.hide()

    def _selection_changed(self) -> None:
        if not self._changing and self.on and not self._selected_in():
            self._leave()

    def _select(self, view: PlainText, marked: Marked, *, fresh: bool) -> None:
        self._changing = True
        cursor = QTextCursor(view.document())
        last = view.document().characterCount() - 1
        cursor.setPosition(min(marked.fixed, last))
        cursor.setPosition(min(marked.moving, last), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        self._changing = False
        self._fresh = fresh
        self._chosen = self._same_as_selected(self._field_of(view)) if self.on else None

    def _view(self) -> PlainText:
        return self._selected_in() or self._view_to_begin_in()

    def _field(self) -> str:
        return self._field_of(self._view())

    def _field_of(self, view: PlainText) -> str:
        return next(field for field, one in self._views.items() if one is view)

    def _selected_in(self) -> PlainText | None:
        """The text in which something is selected."""
        views = [view for view in self._views.values() if view.textCursor().hasSelection()]
        return next((v for v in views if v.hasFocus()), next(iter(views), None))

    def _view_to_begin_in(self) -> PlainText:
        """The text that has the keyboard, else the abstract, or the title where there is none."""
        markable = [view for view in self._views.values() if self._markable(view)]
        focused = next((view for view in markable if view.hasFocus()), None)
        return focused or (markable or list(self._views.values()))[-1]

    def _markable(self, view: PlainText) -> bool:
        return bool(self._texts().get(self._field_of(view)))

    def _beside(self, view: PlainText, by: int) -> PlainText | None:
        views = [one for one in self._views.values() if self._markable(one)]
        at = views.index(view) + by if view in views else -1
        return views[at] if 0 <= at < len(views) else None

    def _texts(self) -> dict[str, str]:
        """What the views show of the paper; nothing where they say that there is none."""
        paper = self._paper
        has = {
            "title": paper is not None,
            "abstract": paper is not None and bool(paper.abstract or paper.snippet),
        }
        return {f: view.toPlainText() if has[f] else "" for f, view in self._views.items()}

    def _find(self, highlight_id: int | None) -> Highlight | None:
        known = self._paper.highlights if self._paper is not None else ()
        return next((one for one in known if one.id == highlight_id), None)

    def _same_as_selected(self, field: str) -> int | None:
        """The highlight that is just what is selected."""
        cursor = self._views[field].textCursor()
        selected = (cursor.selectionStart(), cursor.selectionEnd())
        same = [one for one in self._places if (one.start, one.end) == selected]
        return next((one.highlight.id for one in same if one.highlight.field == field), None)

    def _selected_in_one(self) -> Highlight | None:
        """The shortest highlight that has all that is selected in it."""
        cursor = self._view().textCursor()
        place = self._innermost(self._field(), cursor.selectionStart(), cursor.selectionEnd())
        return place.highlight if place is not None else None

    def _innermost(self, field: str, start: int, end: int) -> Placed | None:
        around = [
            one
            for one in self._places
            if one.highlight.field == field and one.start <= start and end <= one.end
        ]
        return min(around, key=lambda one: one.end - one.start, default=None)

    # --- What is seen ---------------------------------------------------------------------------

    def _repaint(self) -> None:
        for field, view in self._views.items():
            self._painted[field] = painted(self._places, field)
            view.viewport().update()

    def _paint(self, painter: QPainter, field: str) -> None:
        document = self._views[field].document()
        paint(painter, document, self._painted.get(field, []), self._theme.tokens)

    def _show_bar(self) -> None:
        if self.bar.writing:
            return
        view = self._view()
        cursor = view.textCursor()
        if not cursor.hasSelection():
            self.bar.hide()
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        at = QRect()
        for rect, _base in pieces(view.document(), start, end):
            at = at.united(rect.toAlignedRect())
        page = self._page.widget() if self._page is not None else None
        if page is not None:
            at.moveTopLeft(view.viewport().mapTo(page, at.topLeft()))
            self.bar.show_at(at, self._find(self._chosen), hint=self._by_keys)
            self._in_sight(at)

    def _in_sight(self, at: QRect) -> None:
        if self._page is not None:
            self._page.ensureVisible(at.center().x(), at.center().y(), 0, _AROUND)

    def _rect_of(self, widget: QWidget) -> QRect:
        page = self._page.widget() if self._page is not None else None
        corner = widget.mapTo(page, QPoint(0, 0)) if page is not None else QPoint(0, 0)
        return QRect(corner, widget.size())

    def _say(self, words_: str) -> None:
        """Tells a screen reader."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view(), words_))
