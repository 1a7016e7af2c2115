"""Makes highlights of what is selected, and recolours, comments on and deletes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.gui.highlights.selection import Selection
from reader.gui.jobs import Jobs
from reader.gui.language import translate
from reader.library import Library
from reader.model import Colour


class Making(QObject):
    """Changes the highlights of the paper in the library; the texts follow from there.

    ``made`` carries the paper, the new highlight, and whether a comment is to be written on it.
    ``said`` carries why nothing could be done.
    """

    made = Signal(int, int, bool)
    said = Signal(str)

    def __init__(self, library: Library, jobs: Jobs, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._selection = selection
        self._colour = Colour.YELLOW

    def colour(self, colour: Colour, *, then_comment: bool = False) -> None:
        """Colours what is selected: an old highlight anew, or a new one."""
        self._colour = colour
        if self._selection.chosen is not None:
            self.recolour(self._selection.chosen, colour)
        else:
            self._make(then_comment=then_comment)

    def make_to_comment(self) -> None:
        """Makes a highlight, of the colour that was used last, to comment on it."""
        self.colour(self._colour, then_comment=True)

    def recolour(self, highlight_id: int, colour: Colour) -> None:
        """Gives a highlight another colour."""
        self._colour = colour
        self._jobs.change(lambda: self._library.recolour_highlight(highlight_id, colour))

    def comment(self, highlight_id: int, comment: str) -> None:
        """Gives a highlight another comment."""
        self._jobs.change(lambda: self._library.comment_highlight(highlight_id, comment))

    def delete_selected(self) -> None:
        """Deletes the highlight that is selected, or that the selection is in."""
        found = self._selection.highlight()
        if found is None:
            self.said.emit(translate("Marking", "There is no highlight here to delete."))
        else:
            self.delete(found.id)

    def delete(self, highlight_id: int) -> None:
        """Deletes a highlight."""
        if self._selection.chosen == highlight_id:
            self._selection.chosen = None
        self._jobs.change(lambda: self._library.delete_highlight(highlight_id))

    def _make(self, *, then_comment: bool) -> None:
        paper, colour = self._selection.paper, self._colour
        field, marked = self._selection.field, self._selection.passage()
        if paper is None or marked is None:
            self.said.emit(translate("Marking", "Select a passage first."))
            return
        self._jobs.change(
            lambda: self._library.highlight(paper.id, field, marked, colour),
            lambda highlight_id: self.made.emit(paper.id, highlight_id, then_comment),
        )
