"""The note under the paper: writing it, its preview, and the notes that link here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.paper.finding import Finding
from reader.gui.paper.linked_from import LinkedFrom
from reader.gui.paper.linking import Linking
from reader.gui.paper.markdown_marks import BOLD, ITALIC
from reader.gui.paper.note import NoteEditor
from reader.gui.paper.note_keys import NoteKeys
from reader.gui.paper.picturing import Picturing
from reader.gui.paper.preview import Content, Preview
from reader.gui.paper.preview_blocks import blocks_of, sources_of, targets_of
from reader.gui.paper.preview_pictures import WIDEST, ShownPictures
from reader.gui.segments import Segments
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8
from reader.library import Library
from reader.model import Changes, Kind, Note

_NOTHING = Content((), {})
# How much is seen around the line that is being written.
_AROUND_WRITING = 48


class NotePane(QWidget):
    """Either ``editor`` or ``preview`` is seen, as the person chose, from paper to paper.

    ``link_clicked`` carries an address, ``paper_clicked`` the number of a paper; ``view_changed``
    comes when ``view`` is another or shows another text. ``writing_begun``: somebody is about to.
    """

    link_clicked = Signal(str)
    paper_clicked = Signal(int)
    view_changed = Signal()
    writing_begun = Signal()

    def __init__(
        self, library: Library, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._theme = theme
        self._pictures = ShownPictures(library.picture)
        # What the preview is to show, and what its content was read from.
        self._shown: tuple[int | None, str] = (None, "")
        self._previewed: tuple[int | None, str] = self._shown
        head = self._head()
        self.editor = NoteEditor(library, jobs, self)
        self.keys = NoteKeys(self.editor)
        self.finding = Finding(jobs, theme, self.editor, self)
        self.picturing = Picturing(library, jobs, self.editor)
        self.linking = Linking(library.link_choices, jobs, self.editor)
        self.preview = Preview(theme, self)
        self.preview.hide()
        self.preview.link_clicked.connect(self.link_clicked)
        self.preview.paper_clicked.connect(self.paper_clicked)
        self.preview.box_clicked.connect(self._tick)
        self.preview.filled.connect(self.view_changed)
        self.linked_from = LinkedFrom(library, jobs, self)
        self.linked_from.paper_clicked.connect(self.paper_clicked)
        self.preview_button.toggled.connect(self._toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(SPACE_8)
        layout.addWidget(self.editor)
        layout.addWidget(self.preview)
        layout.addWidget(self.linked_from)

    def handlers(self) -> Handlers:
        """What the actions on a note do, but for beginning to write, which needs a paper."""
        return {
            "note.preview": self.flip,
            "note.bold": lambda: self._emphasise(BOLD),
            "note.italic": lambda: self._emphasise(ITALIC),
            "note.tick": self._turn,
            "note.find": self._find,
        }

    @property
    def previewing(self) -> bool:
        """Whether the preview is seen, not the editor."""
        return self.preview_button.isChecked()

    @property
    def view(self) -> NoteEditor | Preview:
        """What shows the note's text."""
        return self.preview if self.previewing else self.editor

    def show_note(self, paper_id: int | None, note: Note) -> None:
        """Shows the note of a paper; see ``NoteEditor.show_note``."""
        other = paper_id != self.editor.paper_id
        self.editor.show_note(paper_id, note)
        if other:
            self._show((None, ""), _NOTHING)
            self.linked_from.show_paper(paper_id)
        if self._shown != (self.editor.paper_id, self.editor.text):
            self._read()
        if other:
            self.finding.close()
        self.finding.look()

    def moveEvent(self, event: QMoveEvent) -> None:
        """What stands above has grown or gone: the list of links stays beside what is written."""
        super().moveEvent(event)
        self.linking.follow()

    def hear(self, changes: Changes) -> None:
        """Follows what may have changed where links lead, and which lead here."""
        if changes.kinds & {Kind.NOTES, Kind.PAPERS, Kind.DIGESTS}:
            self.linked_from.ask(soon=False)
            self._read()

    def stand_on(self, page: QScrollArea) -> None:
        """Has the page that this is on follow what is written and found, and carry the find bar."""
        self.finding.stand_on(page)

        def follow() -> None:
            whole = page.widget()
            if self.editor.hasFocus() and whole is not None:
                at = self.editor.viewport().mapTo(whole, self.editor.cursorRect().center())
                page.ensureVisible(at.x(), at.y(), 0, _AROUND_WRITING)

        self.editor.cursorPositionChanged.connect(follow)
        page.verticalScrollBar().rangeChanged.connect(follow)
        page.verticalScrollBar().valueChanged.connect(self.linking.follow)

    def to_write(self) -> NoteEditor:
        """The editor, once it is seen."""
        if self.previewing:
            self._set_previewing(False)
        self.writing_begun.emit()
        return self.editor

    def flip(self) -> None:
        """From writing to the preview and back; the keyboard goes along."""
        self._set_previewing(not self.previewing)

    def _head(self) -> QHBoxLayout:
        self.caption = plain_label(self, self.tr("Note"), "caption")
        segments = Segments(self.tr("How the note is shown"), self)
        self.write_button = segments.add(self.tr("Write"))
        self.preview_button = segments.add(self.tr("Preview"))
        self.write_button.setChecked(True)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.caption)
        head.addStretch(1)
        head.addWidget(segments)
        return head

    def _set_previewing(self, wanted: bool) -> None:
        (self.preview_button if wanted else self.write_button).setChecked(True)

    def _toggled(self, previewing: bool) -> None:
        shown, hidden = self.preview, self.editor
        if previewing:
            self.editor.withdraw()
            # As high as the editor until the note has been read, so that nothing jumps.
            self.preview.setFixedHeight(self.editor.height())
            self._read()
        had_focus = self.finding.has_focus or self.preview.hasFocus()
        self.finding.close()
        views: list[QWidget] = [shown, hidden] if previewing else [hidden, shown]
        views[0].show()
        if had_focus:
            views[0].setFocus()
        views[1].hide()
        self.view_changed.emit()

    def _read(self) -> None:
        """Has the preview show what is written, if it is seen."""
        paper_id, text = self.editor.paper_id, self.editor.text
        if not self.previewing or paper_id is None:
            self._shown = (None, "")
            return
        self._shown = (paper_id, text)
        width = round(WIDEST * self._theme.scale * self.devicePixelRatioF())

        def work() -> Content:
            blocks = blocks_of(text)
            papers = self._library.linked_papers(targets_of(blocks))
            pictures = self._pictures.of(sources_of(blocks), width)
            return Content(blocks, papers, pictures, frozenset(pictures))

        def show(content: Content) -> None:
            # Not where a box was ticked meanwhile, say: that is read again.
            if self._shown == (paper_id, text) and self.previewing:
                self._show((paper_id, text), content)

        self._jobs.query(work, show, "note-preview", aside=True)

    def _show(self, previewed: tuple[int | None, str], content: Content) -> None:
        self._previewed = previewed
        if content != self.preview.content:
            self.preview.show_content(content)

    def _find(self) -> None:
        """Has words be found in the note, which is written for that."""
        if self.editor.paper_id is not None and self.isVisible():
            self.to_write().setFocus()
            self.finding.open_()

    def _turn(self) -> None:
        """Ticks what is being written, or in the preview the box that Tab has led to."""
        if self.editor.hasFocus():
            self.keys.turn()
        elif self.preview.hasFocus() and (line := self.preview.box) is not None:
            self._tick(line)

    def _tick(self, line: int) -> None:
        """Ticks a box in the note, from its preview."""
        if self._previewed != (self.editor.paper_id, self.editor.text):
            return  # the lines are others by now, and will be shown in a moment
        if self.keys.tick(line):
            self.preview.turn_box(line)
            self._previewed = self._shown = (self.editor.paper_id, self.editor.text)

    def _emphasise(self, width: int) -> None:
        if self.editor.hasFocus():
            self.keys.emphasise(width)
