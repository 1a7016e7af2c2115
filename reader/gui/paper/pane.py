"""The paper as a person reads it: title, authors, links, tags, abstract, note."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.errors import NotFoundError
from reader.gui.actions.keymap import Binding
from reader.gui.highlights.marking import Marking
from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.language import translate
from reader.gui.list.delegate import short_date
from reader.gui.list.reasons import because
from reader.gui.list.row_text import shown
from reader.gui.navigation import Navigation
from reader.gui.paper.column import column_in, lay_out
from reader.gui.paper.matches import Matches, View
from reader.gui.paper.note_pane import NotePane
from reader.gui.paper.plain_text import PlainText
from reader.gui.paper.provenance import Provenance, ProvenanceView, provenance_of
from reader.gui.paper.several import SeveralPapers
from reader.gui.paper.similar import SimilarLine
from reader.gui.paper.tags import TagEditor
from reader.gui.paper.tool_bar import PaperToolBar
from reader.gui.tab_order import tab_as_read
from reader.gui.theme import Theme
from reader.gui.theme.fonts import reading_font
from reader.gui.theme.tokens import SPACE_8, SPACE_12, SPACE_24, TEXT_PAPER_TITLE, TEXT_READING
from reader.library import Library, date_of
from reader.model import Changes, Likeness, LinkKind, Paper, Sort

_LINKS_SHOWN = 4
_LINK_NAMES = {
    LinkKind.PAGE: QT_TRANSLATE_NOOP("Links", "Abstract page"),
    LinkKind.PDF: QT_TRANSLATE_NOOP("Links", "PDF"),
    LinkKind.CODE: QT_TRANSLATE_NOOP("Links", "Code"),
    LinkKind.OTHER: QT_TRANSLATE_NOOP("Links", "Link"),
}


class PaperPane(QWidget):
    """Shows the paper that ``navigation`` names.

    ``link_clicked`` carries an address, ``paper_clicked`` the number of a paper, ``digest_clicked``
    that of a digest, and ``compare_wanted`` that of a paper that may be a duplicate. ``said``
    carries sentences.
    """

    link_clicked = Signal(str)
    paper_clicked = Signal(int)
    digest_clicked = Signal(int)
    compare_wanted = Signal(int)
    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paperPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._theme = theme
        self._paper: Paper | None = None
        # For what the order of Tab was made last: it takes a millisecond.
        self._ordered: tuple[object, ...] = ()
        self._build()
        navigation.papers_changed.connect(lambda: self.reload(soon=True))
        navigation.place_changed.connect(self._mark_matches)
        navigation.place_changed.connect(self._say_why)
        navigation.answered_changed.connect(self._mark_matches)
        theme.changed.connect(self._scale_text)

    @property
    def is_of_one(self) -> bool:
        """Whether one paper is chosen: neither none nor several."""
        return self._navigation.current is not None and len(self._navigation.selected) <= 1

    @property
    def _is_current(self) -> bool:
        """Where the person has moved on already, another paper is on its way."""
        return self._paper is not None and self._paper.id == self._navigation.current

    def reload(self, *, soon: bool = False) -> None:
        """Fetches the current paper again and shows it; ``soon`` paints what else changed first."""
        current, selected = self._navigation.current, self._navigation.selected
        if len(selected) > 1:
            self._leave_paper(self.several)
            self.several.show_papers(selected)
        elif current is None:
            self._leave_paper(self.nothing)
        else:
            ask = self._jobs.after_paint if soon else self._jobs.query
            ask(lambda: _look(self._library, current), self._fetched, "paper")

    def step(self, by: int) -> None:
        """Goes to the next match of the search in the paper, or to the one before."""
        if self._paper is None or not self._navigation.searching:
            self.said.emit(self.tr("Search first; this goes from match to match in the paper."))
        elif not self.matches.step(by):
            self.said.emit(self.tr("The words of the search are not in the text of this paper."))

    def read_on(self, by: int) -> bool:
        """Scrolls the paper by pages; False when it is at its end, or beginning, already."""
        bar = self.page.verticalScrollBar()
        before = bar.value()
        # A line of the page before stays in sight, for the eye to go on from.
        bar.setValue(before + by * max(1, bar.pageStep() - 2 * bar.singleStep()))
        return self.stack.currentWidget() is self.page and bar.value() != before

    def hear(self, changes: Changes) -> None:
        """Follows what an action changed."""
        self.notes.hear(changes)
        if self.stack.currentWidget() is self.several:
            self.several.reload()
        elif self._paper is not None and changes.touches(self._paper.id) and self._is_current:
            self.reload(soon=True)

    def set_actions(self, actions: Mapping[str, QAction], keymap: Mapping[str, Binding]) -> None:
        """Gives the pane its buttons."""
        self.tool_bar.set_actions(actions)
        self.several.set_actions(actions, keymap)

    def set_known_tags(self, known: Mapping[str, int]) -> None:
        """The tags to complete from, each with how many papers have it."""
        self.tags.set_known(known)
        self.several.tags.set_known(known)

    def writing(self) -> bool:
        """Whether the keyboard is in the note or the tags of what is shown.

        It still is while another window or the palette has it.
        """
        focus = self.window().focusWidget()
        find_bar = self.notes.finding.bar
        fields = (self.note, find_bar, self.tags, self.several.tags, self.marking.bar)
        return focus is not None and any(
            field is focus or field.isAncestorOf(focus) for field in fields
        )

    def edit_tags(self) -> None:
        """Gives the keyboard to the tags of the paper, or of the selected ones."""
        several = self.stack.currentWidget() is self.several
        editor = self.several.tags if several else self.tags
        if several or self._navigation.current is not None:
            editor.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            (self.several if several else self.page).ensureWidgetVisible(editor.field)

    def _build(self) -> None:
        self.tool_bar = PaperToolBar(self._theme, self)
        self.stack = QStackedWidget(self)
        self.page = self._page()
        column, lines = column_in(self.page, self._theme)
        self._build_paper(column)
        self._fill(lines)
        self.marking.stand_on(self.page)
        self.notes.stand_on(self.page)
        views: dict[str, View] = {"title": self.title, "abstract": self.abstract, "note": self.note}
        self.matches = Matches(self._jobs, self._theme, views, self.page, self)
        self.nothing = QWidget(self.stack)
        self.several = SeveralPapers(self._library, self._jobs, self._theme, self.stack)
        self.several.added.connect(self.tags.added)
        self.several.removed.connect(self.tags.removed)
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(self.several)
        self.stack.addWidget(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tool_bar)
        layout.addWidget(self.stack, 1)

    def _page(self) -> QScrollArea:
        page = QScrollArea(self.stack)
        page.setObjectName("paperPane")
        page.setWidgetResizable(True)
        # The abstract and the note in it have the focus; keys that they do not need scroll it.
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return page

    def _build_paper(self, column: QWidget) -> None:
        """What is shown of one paper."""
        self.where = plain_label(column, role="quiet")
        self.title = PlainText(column)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.facts = plain_label(column, role="quiet")
        self.facts.setWordWrap(True)
        self.why = plain_label(column, role="quiet")
        self.why.setWordWrap(True)
        self.why.hide()
        self.links = QHBoxLayout()
        self.links.setSpacing(SPACE_12)
        self.links.setContentsMargins(0, 0, 0, 0)
        self.tags = TagEditor(self._theme, column)
        self.similar = SimilarLine(column)
        self.similar.compare_wanted.connect(self._compare)
        self.abstract = PlainText(column)
        self.abstract.setAccessibleName(self.tr("Abstract"))
        texts = {"title": self.title, "abstract": self.abstract}
        self.marking = Marking(self._library, self._jobs, self._theme, texts, self)
        self.marking.listing.listed.connect(lambda: tab_as_read(self))
        self.marking.said.connect(self.said)
        self.notes = NotePane(self._library, self._jobs, self._theme, column)
        self.notes.link_clicked.connect(self.link_clicked)
        self.notes.paper_clicked.connect(self.paper_clicked)
        self.notes.view_changed.connect(self._mark_matches)
        self.notes.linked_from.listed.connect(lambda: tab_as_read(self))
        self.note = self.notes.editor
        self.provenance_caption = plain_label(column, self.tr("Where it came from"), "caption")
        self.provenance = ProvenanceView(column)
        self.provenance.digest_clicked.connect(self.digest_clicked)

    def _fill(self, lines: QVBoxLayout) -> None:
        for widget, space in (
            (self.where, SPACE_8),
            (self.title, SPACE_8),
            (self.facts, SPACE_8),
        ):
            lines.addWidget(widget)
            lines.addSpacing(space)
        lines.addLayout(self.links)
        lines.addWidget(self.similar)
        lines.addWidget(self.why)
        lines.addSpacing(SPACE_8)
        lines.addWidget(self.tags)
        lines.addSpacing(SPACE_24)
        lines.addWidget(self.abstract)
        lines.addWidget(self.marking.listing)
        lines.addSpacing(SPACE_24)
        lines.addWidget(self.notes)
        lines.addSpacing(SPACE_24)
        lines.addWidget(self.provenance_caption)
        lines.addSpacing(SPACE_8)
        lines.addWidget(self.provenance)
        lines.addStretch(1)

    def _fetched(self, found: list[tuple[Paper, Provenance]]) -> None:
        if not found:
            self._leave_paper(self.nothing)
            return
        [(paper, provenance)] = found
        if paper.id != self._navigation.current or len(self._navigation.selected) > 1:
            return
        before = self._paper
        self._paper = paper
        self.tool_bar.show_paper(paper)
        self.tool_bar.show()
        self.stack.setCurrentWidget(self.page)
        self.notes.show_note(paper.id, paper.note)
        if before is None or before.id != paper.id:
            self.tags.field.clear()  # what was begun there was for another paper
        self.tags.show_tags(paper.tags)
        self.provenance.show_provenance(provenance)
        self.similar.show_papers(provenance.similar)
        if before is None or _text(before) != _text(paper):
            self._show_text(paper)
            if before is None or before.id != paper.id:
                self.page.verticalScrollBar().setValue(0)
        self.marking.show_paper(paper)
        shown_now = (_text(paper), paper.tags, provenance)
        if shown_now != self._ordered:
            self._ordered = shown_now
            tab_as_read(self)
        self._mark_matches()
        self._say_why()
        lay_out(self.page)

    def _say_why(self) -> None:
        """Where papers are in the order of likeness: why this one is where it is."""
        paper = self._paper
        if paper is None or self._navigation.order is not Sort.LIKENESS:
            self.why.hide()
            return

        def show(found: dict[int, Likeness]) -> None:
            if self._paper is not None and self._paper.id == paper.id:
                words = because(found[paper.id]) if paper.id in found else ""
                self.why.setText(words)
                self.why.setVisible(bool(words) and self._navigation.order is Sort.LIKENESS)

        ask = partial(self._library.likeness, [paper.id])
        self._jobs.query(ask, show, "why", aside=True)

    def _show_text(self, paper: Paper) -> None:
        digest = paper.digests[0] if paper.digests else None
        day = date_of(paper.added_at)
        if digest is not None and digest.date is not None:
            day = digest.date
        name = shown(digest.title) if digest else self.tr("Added")
        when = short_date(day)
        dated = f"{day:%b} {day.day}" in name
        self.where.setText(name if dated else f"{name} · {when}")
        scale = self._theme.scale
        self.title.show_text(shown(paper.title), reading_font(TEXT_PAPER_TITLE * scale, 600), 1.3)
        names = ", ".join(paper.authors) or self.tr("Authors not in the digest")
        facts = [names, str(paper.year or ""), paper.venue]
        self.facts.setText(" · ".join(shown(fact) for fact in facts if fact))
        self._show_links(paper)
        text = paper.abstract or paper.snippet or self.tr("The digest gave no abstract.")
        self.abstract.show_text(text, reading_font(TEXT_READING * scale))

    def _scale_text(self) -> None:
        """Shows the text as large as it is to be now."""
        scale = self._theme.scale
        size = reading_font(TEXT_READING * scale).pixelSize()
        if self._paper is not None and self.abstract.font().pixelSize() != size:
            self._show_text(self._paper)
            self.marking.show_paper(self._paper)
            self._mark_matches()

    def _compare(self) -> None:
        if self._paper is not None:
            self.compare_wanted.emit(self._paper.id)

    def _show_links(self, paper: Paper) -> None:
        while (item := self.links.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for link in paper.links[:_LINKS_SHOWN]:
            button = QPushButton(translate("Links", _LINK_NAMES[link.kind]), self)
            button.setProperty("role", "link")
            button.setToolTip(shown(link.url).replace("<", "&lt;"))
            button.setAccessibleDescription(link.url)
            button.clicked.connect(lambda _=False, url=link.url: self.link_clicked.emit(url))
            self.links.addWidget(button)
        self.links.addStretch(1)

    def _leave_paper(self, shown_instead: QWidget) -> None:
        self.note.save()
        self._paper = None
        self.marking.show_paper(None)
        self.tool_bar.show_paper(None)
        self.tool_bar.setVisible(shown_instead is not self.several)
        self.stack.setCurrentWidget(shown_instead)

    def _mark_matches(self) -> None:
        paper = self._paper
        if paper is None:
            return
        has_abstract = bool(paper.abstract or paper.snippet)
        texts = {
            "title": self.title.toPlainText(),
            "abstract": self.abstract.toPlainText() if has_abstract else "",
            "note": self.notes.view.toPlainText(),
        }
        self.matches.show_in("note", self.notes.view)
        self.matches.mark(self._navigation.answered, texts)


def _look(library: Library, paper_id: int) -> list[tuple[Paper, Provenance]]:
    """A paper and where it came from, or nothing when it is gone."""
    try:
        return [(library.paper(paper_id), provenance_of(library, paper_id))]
    except NotFoundError:
        return []


def _text(paper: Paper) -> tuple[object, ...]:
    return (paper.id, paper.title, paper.abstract, paper.authors, paper.links, paper.digests)
