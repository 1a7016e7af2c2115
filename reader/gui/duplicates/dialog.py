"""Decides about possible duplicates, pair by pair, by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.gui.duplicates.side import PaperSide
from reader.gui.events import Events
from reader.gui.flow import FlowLayout
from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from reader.library import Library
from reader.model import Changes, Paper

Pair = tuple[int, int]


class DuplicatesDialog(QDialog):
    """Shows two papers at a time. What is decided is done at once, and ``z`` takes it back."""

    def __init__(
        self, library: Library, jobs: Jobs, events: Events, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("duplicates")
        self.setWindowTitle(self.tr("Possible duplicates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 640)
        self._library = library
        self._jobs = jobs
        self._wanted: int | None = None
        self._pairs: list[Pair] = []
        self._at = 0
        self._seen: Pair | None = None
        self._build(theme)
        events.changed.connect(self._hear)

    def show_pairs(self, paper_id: int | None = None) -> None:
        """Asks for the pairs and shows the first, or the one that ``paper_id`` is in."""
        self._wanted = paper_id
        self._ask()
        self.open()
        self.done_button.setFocus()

    @property
    def pair(self) -> Pair | None:
        """The numbers of the papers that are in sight, the left one first. Keys act on these."""
        return self._seen

    def _build(self, theme: Theme) -> None:
        self.heading = plain_label(self, role="heading")
        self.hint = plain_label(
            self,
            self.tr("Merging joins notes, tags, highlights and digests; z takes it back."),
            "quiet",
        )
        # Each is born where it stays: a move to another parent dresses all that is in it anew.
        self.stack = QStackedWidget(self)
        sides = QWidget(self.stack)
        self.left, self.right = PaperSide(theme, sides), PaperSide(theme, sides)
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        row.addWidget(self.left, 1)
        row.addWidget(self.right, 1)
        self.nothing = plain_label(self.stack, self.tr("No possible duplicates."), "quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.nothing)
        self.stack.addWidget(sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addWidget(self.heading)
        layout.addWidget(self.hint)
        layout.addWidget(self.stack, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        decisions = FlowLayout(gap=SPACE_8)  # large text takes two lines of them
        self.deciding: list[QPushButton] = []
        for title, keys, act in (
            (self.tr("Merge into the left one"), "1", partial(self._merge, keep_left=True)),
            (self.tr("Merge into the right one"), "2", partial(self._merge, keep_left=False)),
            (self.tr("Not the same"), "N", self._keep_apart),
            (self.tr("Later"), "J", partial(self._move, 1)),
        ):
            button = self._button(title, keys, act)
            self.deciding.append(button)
            decisions.addWidget(button)
        for keys, act in (("K", partial(self._move, -1)), ("Z", self._undo)):
            self._once(keys, act)
        self.done_button = QPushButton(self.tr("Done"), self)
        self.done_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addLayout(decisions, 1)
        row.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _button(self, title: str, keys: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(f"{title}  ({keys.lower()})", self)
        button.setAccessibleName(title)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        self._once(keys, button.click)
        return button

    def _once(self, keys: str, act: Callable[[], None]) -> None:
        """A key that acts once, however long it is held: it was not meant for the next pair."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _hear(self, _changes: Changes) -> None:
        self._ask()

    def _ask(self) -> None:
        self._jobs.query(self._library.possible_duplicates, self._show_pairs, "duplicates")

    def _show_pairs(self, pairs: list[Pair]) -> None:
        wanted, self._wanted = self._wanted, None
        self._pairs = pairs
        named = [at for at, pair in enumerate(pairs) if wanted in pair]
        self._at = named[0] if named else max(0, min(self._at, len(pairs) - 1))
        self._show()

    def _show(self) -> None:
        wanted = self._pairs[self._at] if self._pairs else None
        self._see(wanted if wanted == self._seen else None)
        self.hint.setVisible(wanted is not None)
        if wanted is None:
            self.heading.setText(self.tr("Possible duplicates"))
            self.stack.setCurrentWidget(self.nothing)
            self.done_button.setFocus()
            return
        words = self.tr("Are these one paper?  {} of {}")
        self.heading.setText(words.format(self._at + 1, len(self._pairs)))
        self._jobs.query(
            lambda: (wanted, self._library.papers(wanted)), self._show_papers, "duplicate papers"
        )

    def _show_papers(self, found: tuple[Pair, list[Paper]]) -> None:
        pair, papers = found
        if len(papers) != 2 or pair not in self._pairs:
            return  # one went meanwhile, and the news of it is on the way
        left, right = papers
        self.left.show_paper(left, right)
        self.right.show_paper(right, left)
        self.stack.setCurrentIndex(1)
        self._see(pair)

    def _see(self, pair: Pair | None) -> None:
        """Lets the person decide about what is in sight, and about nothing else."""
        self._seen = pair
        for button in self.deciding[:-1]:
            button.setEnabled(pair is not None)
        self.deciding[-1].setEnabled(len(self._pairs) > 1)

    def _merge(self, *, keep_left: bool) -> None:
        if self.pair is not None:
            kept, merged = self.pair if keep_left else self.pair[::-1]
            self._jobs.change(lambda: self._library.merge_papers(kept, merged))

    def _keep_apart(self) -> None:
        if self.pair is not None:
            one, other = self.pair
            self._jobs.change(lambda: self._library.keep_apart(one, other))

    def _move(self, step: int) -> None:
        if self._pairs:
            self._at = (self._at + step) % len(self._pairs)
            self._show()

    def _undo(self) -> None:
        self._jobs.change(self._library.undo)
