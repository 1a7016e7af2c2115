"""``Shift+T``: begins a note by a template, or goes on with one where the cursor is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.gui.palette.items import Item, Typed, ranked
from reader.gui.palette.palette import Palette
from reader.gui.paper.note_pane import NotePane
from reader.gui.settings.preferences import Preferences
from reader.gui.theme import Theme
from reader.library import Library
from reader.operations.note_templates import NoteTemplate

if TYPE_CHECKING:
    from reader.exporting.note_form import FilledTemplate

NONE = "none"
"""The setting of somebody whose empty notes are empty."""


class Templating(QObject):
    """Lets the person choose a template, and offers one for an empty note if they wish that.

    ``write`` brings the note into sight and gives it the keyboard. ``said`` carries sentences.
    """

    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        theme: Theme,
        notes: NotePane,
        preferences: Preferences,
        write: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._theme = theme
        self._notes = notes
        self._preferences = preferences
        self._write = write
        self._window = window
        self._items: list[Item] = []
        self._inserting = False
        self.palette: Palette | None = None
        notes.writing_begun.connect(self._offer)

    def handlers(self) -> Handlers:
        """What the action does."""
        return {"note.template": self.choose}

    def choose(self) -> None:
        """Lists the templates; typing narrows them, Enter takes one."""
        if self._navigation.current is None or len(self._navigation.selected) > 1:
            self.said.emit(self.tr("Go to one paper first; this begins its note by a template."))
        elif not self._notes.editor.isEnabled():
            self.said.emit(self.tr("This note is too long to be written here."))
        elif self.palette is None or not self.palette.isVisible():
            self._jobs.query(self._library.note_templates, self._open, "note-templates")

    def _open(self, templates: list[NoteTemplate]) -> None:
        if self.palette is None:
            self.palette = Palette(self._theme, self._window)
            self.palette.field.setPlaceholderText(self.tr("Type the name of a template"))
            self.palette.field.setAccessibleName(self.tr("Templates for a note"))
            self.palette.nothing.setText(self.tr("No template is called like this."))
            self.palette.typed.connect(self._answer)
            self.palette.chosen.connect(lambda item: self._take(item.query))
        yours = self.tr("Yours")
        self._items = [
            Item(one.name, "notebook-pen", hint=yours if one.own else "", query=one.name)
            for one in templates
        ]
        self.palette.open()

    def _answer(self, text: str) -> None:
        assert self.palette is not None
        self.palette.show_items(ranked(self._items, Typed("", text.strip()), ()))

    def _take(self, name: str) -> None:
        current = self._navigation.current
        if current is None:
            return

        def insert(filled: FilledTemplate) -> None:
            if self._navigation.current != current:
                return
            self._inserting = True
            self._write()
            self._inserting = False
            if self._notes.editor.paper_id == current:
                self._notes.editor.insert_whole(filled.text, filled.cursor)

        self._fill(name, current, insert)

    def _offer(self) -> None:
        """An empty note begins as the settings say."""
        editor, name = self._notes.editor, self._preferences.settings.note_template
        paper_id = editor.paper_id
        if name == NONE or self._inserting or editor.text or paper_id is None:
            return

        def show(filled: FilledTemplate) -> None:
            if editor.paper_id == paper_id and not editor.text and editor.hasFocus():
                editor.offer(filled.text, filled.cursor)

        self._fill(name, paper_id, show)

    def _fill(self, name: str, paper_id: int, done: Callable[[FilledTemplate], None]) -> None:
        # Loading the template engine takes a moment, and a template may be a long program.
        work = self._library.fill_note_template
        self._jobs.query(lambda: work(name, paper_id), done, "note-template", aside=True)
