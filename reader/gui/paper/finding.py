"""Finds words in the note while it is written: all matches are marked, and stepped through."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from reader.gui.jobs import Jobs
from reader.gui.paper.find_bar import FindBar
from reader.gui.paper.note import NoteEditor
from reader.gui.paper.plain_text import cursor_over, marked, worth_marking
from reader.gui.text_places import Places
from reader.gui.theme import Theme

# How much is seen around a match; the bar lies over the top of the page.
_AROUND = 96
_LONGEST_SELECTION = 200


class Finding(QObject):
    """The bar of a note's editor and what it does. Closes when the keyboard goes elsewhere."""

    def __init__(self, jobs: Jobs, theme: Theme, editor: NoteEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._theme = theme
        self._editor = editor
        self._page: QScrollArea | None = None
        self._places: Places = ()
        self._at = 0
        self._from = 0
        self.bar = FindBar(theme, parent)
        self.bar.field.textChanged.connect(lambda _: self.look(reveal=True))
        self.bar.stepped.connect(self._step)
        self.bar.left.connect(self._leave)
        editor.textChanged.connect(self.look)
        theme.changed.connect(self._draw)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def stand_on(self, page: QScrollArea) -> None:
        """Has a page carry the bar, and scroll to what is found."""
        self._page = page
        self.bar.stand_on(page)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return not self.bar.isHidden()

    @property
    def has_focus(self) -> bool:
        """Whether the person is writing the note, or in the bar."""
        return self._editor.hasFocus() or self.bar.field.hasFocus()

    def open_(self) -> None:
        """Has words be found: those that are selected, or those of the last time, or others."""
        cursor = self._editor.textCursor()
        selected = cursor.selectedText()
        if "\u2029" in selected or len(selected) > _LONGEST_SELECTION:
            selected = ""
        if not self.is_open:
            self._from = cursor.selectionStart()
        self.bar.open_(selected)
        self.look(reveal=True)

    def close(self) -> None:
        """Takes the bar and the marks away."""
        if self.is_open:
            self.bar.hide()
            self._places = ()
            self._draw()

    def look(self, *, reveal: bool = False) -> None:
        """Finds again, in what the note is now; from where the person is."""
        if not self.is_open:
            return
        text, wanted = self._editor.text, self.bar.field.text()

        def show(places: Places) -> None:
            if self.is_open:
                self._places = places
                self._at = bisect_left(places, (self._from, 0)) % max(len(places), 1)
                self._draw()
                if reveal:
                    self._reveal()

        self._jobs.query(lambda: tuple(found(text, wanted)), show, "find-in-note")

    def _step(self, by: int) -> None:
        """To the next match or the one before, past the ends from the other end."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._from = self._places[self._at][0]
            self._draw()
            self._reveal()

    def _leave(self) -> None:
        """Back to writing, at the match."""
        if self._places:
            self._editor.setTextCursor(cursor_over(self._editor, *self._places[self._at]))
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.close()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.has_focus:
            self.close()

    def _draw(self) -> None:
        tokens, at = self._theme.tokens, self._at
        near = worth_marking(self._editor, self._places, at)
        marks = marked(self._editor, near, tokens.highlight_yellow)
        current = self._places[at : at + 1]
        marks += marked(self._editor, current, tokens.accent, tokens.text_on_accent)
        self._editor.mark_found(marks)
        self.bar.show_count(at + 1, len(self._places))

    def _reveal(self) -> None:
        page = self._page.widget() if self._page is not None else None
        if self._places and self._page is not None and page is not None:
            place = self._editor.cursorRect(cursor_over(self._editor, *self._places[self._at]))
            at = self._editor.viewport().mapTo(page, place.center())
            self._page.ensureVisible(at.x(), at.y(), 0, _AROUND)


def found(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where a text has what is wanted, as Qt counts; capital or small letters are the same."""
    if not wanted:
        return
    places = list(_found(text, wanted))
    if text.isascii() or max(text) <= "\uffff":
        yield from places
        return
    # Counted on from match to match: each from the beginning would take the square of the text.
    flat = [0, *(at for place in places for at in place)]
    units, counted = 0, []
    for before, after in pairwise(flat):
        units += len(text[before:after].encode("utf-16-le", "surrogatepass")) // 2
        counted.append(units)
    yield from zip(counted[::2], counted[1::2], strict=True)


def _found(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    small, key = text.lower(), wanted.lower()
    if len(small) != len(text) or len(key) != len(wanted):
        # Some letters are two when small; that is rare, and slower to look for.
        for match in re.finditer(re.escape(wanted), text, re.IGNORECASE):
            yield match.span()
        return
    at = small.find(key)
    while at >= 0:
        yield at, at + len(key)
        at = small.find(key, at + len(key))
