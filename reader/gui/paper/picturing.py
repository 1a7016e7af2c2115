"""Pictures pasted into a note, or dropped on it: kept in the library, then named at the cursor."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from reader.gui.jobs import Jobs
from reader.gui.paper.given_pictures import Given, encoded
from reader.gui.paper.note import NoteEditor
from reader.library import Library
from reader.model import Progress

_NOT_IN_WORDS = re.compile(r"[\[\]\\\s`*_<>!]+")


class Picturing(QObject):
    """Reading a file and making a PNG of bare points take a while, so the editor writes on.

    When the person has gone to another paper meanwhile, the picture comes to the end of the note
    that it was pasted into.
    """

    def __init__(self, library: Library, jobs: Jobs, editor: NoteEditor) -> None:
        super().__init__(editor)
        self._library = library
        self._jobs = jobs
        self._editor = editor
        editor.pictures_given.connect(self.take)

    def take(self, given: Sequence[Given]) -> None:
        """Keeps pictures, all of them or none, and writes their names where the cursor now is."""
        paper_id = self._editor.paper_id
        if paper_id is None:
            return
        place = self._editor.textCursor()
        began = place.selectionStart()

        def work(report: Progress, _cancelled: Callable[[], bool]) -> str:
            names = []
            for done, one in enumerate(given):
                report(done, len(given))
                words = one.stem if isinstance(one, Path) else ""
                names.append((words, self._library.keep_picture(encoded(one))))
            return "\n\n".join(f"![{_in_brackets(words)}]({name})" for words, name in names)

        def insert(written: str) -> None:
            if self._editor.paper_id != paper_id:
                self._append(paper_id, written)
            else:
                self._insert(place, began, written)

        self._jobs.task(self.tr("Keeping the picture"), work, insert)

    def _insert(self, place: QTextCursor, began: int, written: str) -> None:
        """Writes at the place, which has moved with what was typed before it."""
        if began and place.position() == 0:
            # The note was written elsewhere and shown anew.
            place = self._editor.textCursor()
        place.insertText(written)

    def _append(self, paper_id: int, written: str) -> None:
        def work() -> None:
            note = self._library.paper(paper_id).note
            text = f"{note.text.rstrip()}\n\n{written}".lstrip()
            self._library.set_note(paper_id, text, base_version=note.version)

        self._jobs.change(work)


def _in_brackets(words: str) -> str:
    """The name of a file as words that cannot end the brackets around them."""
    return " ".join(_NOT_IN_WORDS.sub(" ", words).split())[:200]
