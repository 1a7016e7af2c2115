"""Has the key line follow the person about the window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.actions.keymap import Binding
from reader.gui.actions.menus import Focus, focus_of
from reader.gui.key_line.hints import Place, hints
from reader.gui.key_line.line import KeyLine
from reader.gui.list.search_field import SearchField
from reader.gui.navigation import Navigation
from reader.gui.noting.quick_note import QuickField
from reader.gui.panes import Panes
from reader.gui.paper.note import NoteEditor
from reader.gui.paper.pane import PaperPane
from reader.gui.paper.plain_text import PlainText
from reader.gui.paper.preview import Preview
from reader.gui.paper.tag_field import TagField
from reader.gui.progress.progressing import Progressing
from reader.gui.sidebar.view import SidebarView
from reader.model import ListKind

_PLACES: tuple[tuple[type[QWidget], Place], ...] = (
    (SearchField, Place.SEARCH_FIELD),
    (NoteEditor, Place.NOTE),
    (Preview, Place.PREVIEW),
    (TagField, Place.TAGS),
    (QuickField, Place.QUICK_NOTE),
    (SidebarView, Place.SIDEBAR),
)


class KeyLineFollowing(QObject):
    """Looks where the person is each time they may have gone; most of the time, no further."""

    def __init__(
        self,
        line: KeyLine,
        keymap: Mapping[str, Binding],
        navigation: Navigation,
        panes: Panes,
        paper: PaperPane,
        progress: Progressing,
    ) -> None:
        super().__init__(line)
        self._line = line
        self._keymap = keymap
        self._navigation = navigation
        self._panes = panes
        self._paper = paper
        self._progress = progress
        self._place = Place.PAPER
        navigation.papers_changed.connect(self.follow)
        navigation.place_changed.connect(self.follow)
        paper.marking.turned.connect(self.follow)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.follow)
        self.fill()

    def follow(self) -> None:
        """Shows the keys of the place where the person is, if they were elsewhere before."""
        place = self._look()
        if place is not self._place:
            self._place = place
            self.fill()

    def fill(self) -> None:
        """Shows the keys that are in force now."""
        self._line.show_hints(hints(self._place, self._keymap))

    def _look(self) -> Place:
        focus = QApplication.focusWidget()
        # Dialogs and menus say what their keys are.
        if focus is None or focus.window() is not self._line.window():
            return self._place
        for kind, place in _PLACES:
            if isinstance(focus, kind):
                return place
        if focus_of(focus) is Focus.WRITING:
            return Place.OTHER_FIELD
        if not self._panes.splitter.isVisible():
            return Place.PROGRESS if self._progress.shown else Place.ELSEWHERE
        if isinstance(focus, PlainText):
            return Place.MARKING if self._paper.marking.on else Place.READING
        return _among_papers(self._navigation)


def _among_papers(navigation: Navigation) -> Place:
    if not navigation.selected:
        return Place.NO_RESULT if navigation.searching else Place.NO_PAPER
    if len(navigation.selected) > 1:
        return Place.SEVERAL_PAPERS
    if navigation.searching:
        return Place.RESULT
    similar = navigation.list.kind is ListKind.SIMILAR
    return Place.SIMILAR_PAPER if similar else Place.PAPER
