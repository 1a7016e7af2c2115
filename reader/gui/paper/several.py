"""What the paper pane shows while several papers are selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reader.gui.actions.keymap import Binding
from reader.gui.jobs import Jobs
from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.language import number
from reader.gui.list.row_text import shown
from reader.gui.paper.action_row import ActionRow
from reader.gui.paper.column import column_in, lay_out
from reader.gui.paper.tags import TagEditor
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_16, SPACE_24, TEXT_BODY
from reader.library import Library
from reader.model import Overview, PaperRow, Status, count_of

_DECIDE = (
    "paper.queue",
    "paper.begin",
    "paper.toggle-read",
    "paper.skip",
    "paper.toggle-star",
    "paper.delete",
)
_TAKE_ALONG = (
    "paper.copy-citation",
    "paper.copy-markdown",
    "paper.pdf",
    "paper.browser",
    "export.markdown",
    "paper.print",
    "paper.save-pdf",
)
_TITLES_SHOWN = 6
_TWO_COLUMNS_FROM = 560


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found of the selected papers."""

    overview: Overview
    first: tuple[PaperRow, ...]


class SeveralPapers(QScrollArea):
    """Says how many papers are selected and what they have in common, and offers what can be done.

    ``added`` and ``removed`` carry names of tags, for all of the selected papers.
    """

    added = Signal(object)
    removed = Signal(object)

    def __init__(
        self, library: Library, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paperPane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._library = library
        self._jobs = jobs
        self._ids: Sequence[int] = ()
        self._actions: Mapping[str, QAction] = {}
        self._keymap: Mapping[str, Binding] = {}
        self.rows: list[ActionRow] = []
        column, lines = column_in(self, theme)
        self.heading = plain_label(column, role="title")
        self.facts = plain_label(column, role="quiet")
        self.facts.setWordWrap(True)
        self.tags = TagEditor(theme, column)
        self.tags.added.connect(self.added)
        self.tags.removed.connect(self.removed)
        self._titles = QVBoxLayout()
        self._titles.setSpacing(SPACE_8)
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_24)
        self._grid.setVerticalSpacing(SPACE_4)
        self._fill(column, lines)

    def set_actions(self, actions: Mapping[str, QAction], keymap: Mapping[str, Binding]) -> None:
        """Says what can be done to all of the selected papers, and by which keys."""
        self._actions, self._keymap = actions, keymap

    def show_keys(self) -> None:
        """Shows the keys that the actions have now."""
        for row in self.rows:
            row.show_keys(self._keymap[row.objectName()].keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for two columns the actions are in one."""
        super().resizeEvent(event)
        if self._columns_wanted() != self._columns:
            self._arrange()

    def show_papers(self, ids: Sequence[int]) -> None:
        """Shows these papers; how many at once, what they have in common when it is counted."""
        if tuple(ids) != tuple(self._ids):
            self.tags.field.clear()  # what was begun there was for other papers
        self._ids = ids
        if not self.rows:
            self._make_rows()
        self.heading.setText(count_of(len(ids)))
        self.reload()

    def reload(self) -> None:
        """Counts again."""
        ids = self._ids

        def look() -> _Looked:
            return _Looked(
                self._library.overview(ids), tuple(self._library.rows(ids[:_TITLES_SHOWN]))
            )

        self._jobs.query(look, lambda looked: self._show(looked, ids), "several")

    def _show(self, looked: _Looked, ids: Sequence[int]) -> None:
        if ids is not self._ids:
            return
        overview = looked.overview
        self.facts.setText(" · ".join(self._facts(overview)))
        some = {tag: of for tag, of in overview.tags.items() if of < overview.total}
        self.tags.show_tags(tuple(sorted(overview.shared)), some, overview.total)
        self._show_titles([row.title for row in looked.first], len(ids))
        lay_out(self)

    def _facts(self, overview: Overview) -> list[str]:
        """How they stand, in words: 7 in the Inbox, 3 read, 2 starred…"""
        words = {
            Status.INBOX: self.tr("{} in the Inbox"),
            Status.QUEUED: self.tr("{} to read"),
            Status.READING: self.tr("{} being read"),
            Status.READ: self.tr("{} read"),
            Status.SKIPPED: self.tr("{} skipped"),
        }
        numbers = [(words[status], overview.statuses.get(status, 0)) for status in Status]
        numbers += [
            (self.tr("{} starred"), overview.starred),
            (self.tr("{} with a note"), overview.noted),
        ]
        facts = [
            sentence.format(self.tr("all") if count == overview.total else number(count))
            for sentence, count in numbers
            if count
        ]
        if overview.years is not None:
            first, last = overview.years
            facts.append(str(first) if first == last else f"{first}–{last}")
        if facts:
            facts[0] = facts[0][:1].upper() + facts[0][1:]
        return facts

    def _show_titles(self, titles: Sequence[str], total: int) -> None:
        while (item := self._titles.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for title in titles:
            label = ElidedLabel(self)
            label.setText(shown(title))
            self._titles.addWidget(label)
        if total > len(titles):
            more = self.tr("and {} more").format(number(total - len(titles)))
            self._titles.addWidget(plain_label(self, more, "quiet"))

    def _make_rows(self) -> None:
        """Made when they are first seen: every widget costs whenever the style sheet changes."""
        for name in (*_DECIDE, *_TAKE_ALONG):
            self.rows.append(ActionRow(self._actions[name], self._keymap[name].keys, self))
        self._arrange()

    def _arrange(self) -> None:
        """Puts the actions in their places; decisions are the first column of two."""
        self._columns = self._columns_wanted()
        for at, row in enumerate(self.rows):
            column = int(at >= len(_DECIDE)) if self._columns == 2 else 0
            self._grid.addWidget(row, at - column * len(_DECIDE), column)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, self._columns - 1)

    def _columns_wanted(self) -> int:
        scale = max(1.0, self.font().pixelSize() / TEXT_BODY)
        return 2 if self.viewport().width() >= _TWO_COLUMNS_FROM * scale else 1

    def _fill(self, column: QWidget, lines: QVBoxLayout) -> None:
        lines.addWidget(self.heading)
        lines.addSpacing(SPACE_8)
        lines.addWidget(self.facts)
        lines.addSpacing(SPACE_16)
        lines.addWidget(self.tags)
        lines.addSpacing(SPACE_24)
        lines.addWidget(plain_label(column, self.tr("With all of them"), "caption"))
        lines.addSpacing(SPACE_8)
        lines.addLayout(self._grid)
        lines.addSpacing(SPACE_24)
        lines.addWidget(plain_label(column, self.tr("Selected"), "caption"))
        lines.addSpacing(SPACE_8)
        lines.addLayout(self._titles)
        lines.addStretch(1)
