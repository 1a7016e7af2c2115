"""Places of exported files that both sides changed: seen side by side, decided by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.exporting.base import Resolve
from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.list.row_text import shown
from reader.gui.list_and_view import foot, lay_out, side_list
from reader.gui.noting.differences_view import DifferencesView
from reader.gui.segments import Segments
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_8, SPACE_12
from reader.operations.differences import Line, Sign, differences
from reader.operations.merging import chosen_text

if TYPE_CHECKING:
    from reader.exporting.document import Contradiction
    from reader.exporting.settling import FileConflict

_WIDTH, _HEIGHT = 980, 640
_LIST_WIDTH = 250
_RESULT_HEIGHT = 150
_ROW_LETTERS = 80
_CHOICES = (Resolve.OURS, Resolve.THEIRS, Resolve.BOTH)
_SIGNS = {Resolve.REPORT: "?", Resolve.OURS: "←", Resolve.THEIRS: "→", Resolve.BOTH: "↔"}


@dataclass(slots=True)
class _Spot:
    """A place of one of the files, and what was decided of it."""

    conflict: FileConflict
    place: Contradiction
    choice: Resolve = Resolve.REPORT


class MergeDialog(QDialog):
    """Goes through the places of all files; 1, 2 and 3 decide, j and k go on and back.

    Once accepted, ``decided`` is what to save. A file of which not every place is decided stays.
    """

    def __init__(self, conflicts: Sequence[FileConflict], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mergeDialog")
        self.setWindowTitle(self.tr("Changed there and here"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self._spots = [_Spot(one, place) for one in conflicts for place in one.places]
        self._build(theme)
        self._fill()

    def decided(self) -> list[tuple[FileConflict, list[Resolve]]]:
        """The files of which every place is decided, with the decisions."""
        return [
            (one, [spot.choice for spot in self._spots if spot.conflict is one])
            for one in self._complete()
        ]

    def _build(self, theme: Theme) -> None:
        self.heading = ElidedLabel(self, "heading")
        self.place = ElidedLabel(self, "quiet")
        self.list = side_list(self, self.tr("Places to decide"), _LIST_WIDTH)
        self.list.currentRowChanged.connect(lambda _: self._show())
        sides = self._sides(theme)
        lay_out(self, (self.heading, self.place), self.list, sides, self._buttons())
        for keys, steps in (("J", 1), ("K", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._move, steps))

    def _sides(self, theme: Theme) -> QVBoxLayout:
        self.ours, self.theirs = DifferencesView(theme, self), DifferencesView(theme, self)
        both = QHBoxLayout()
        both.setSpacing(SPACE_12)
        for view, name in (
            (self.ours, self.tr("In the library")),
            (self.theirs, self.tr("In the file")),
        ):
            side = QVBoxLayout()
            side.setSpacing(SPACE_8)
            side.addWidget(plain_label(self, name, "caption"))
            side.addWidget(view, 1)
            view.setAccessibleName(name)
            both.addLayout(side, 1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addLayout(both, 1)
        column.addWidget(self._segments(), 0, Qt.AlignmentFlag.AlignLeading)
        name = self.tr("What will be in both")
        self.outcome = DifferencesView(theme, self)
        self.outcome.setFixedHeight(_RESULT_HEIGHT)
        column.addWidget(plain_label(self, name, "caption"))
        self.outcome.setAccessibleName(name)
        self.outcome.setPlaceholderText(self.tr("Press 1, 2 or 3."))
        column.addWidget(self.outcome)
        return column

    def _segments(self) -> Segments:
        segments = Segments(self.tr("What counts in this place"), self)
        self.ways = segments.group
        names = (self.tr("The library’s"), self.tr("The file’s"), self.tr("Both"))
        for at, name in enumerate(names):
            button = segments.add(name, f"{_SIGNS[_CHOICES[at]]} {name}  ({at + 1})")
            button.clicked.connect(partial(self._decide, _CHOICES[at]))
            self._once(str(at + 1), button.click)
        return segments

    def _once(self, keys: str, act: Callable[[], None]) -> None:
        """A key that acts once, however long it is held: it was not meant for the next place."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)

    def _buttons(self) -> QLayout:
        self.explained = plain_label(self, role="quiet")
        self.save = QPushButton(self.tr("Save"), self)
        self.save.clicked.connect(self.accept)
        return foot(self, [self.explained], self.tr("Cancel"), self.save)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.addItems([self._row(spot) for spot in self._spots])
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.list.setFocus()
        self._show()

    def _row(self, spot: _Spot) -> str:
        place = spot.place
        words = place.key or " ".join((place.theirs or place.ours or place.base).split())
        return f"{_SIGNS[spot.choice]}  {shown(words[:_ROW_LETTERS])}"

    def _move(self, steps: int) -> None:
        at = self.list.currentRow() + steps
        if 0 <= at < len(self._spots):
            self.list.setCurrentRow(at)

    def _decide(self, choice: Resolve) -> None:
        at = self.list.currentRow()
        spot = self._spots[at]
        if choice is Resolve.BOTH and spot.place.key:
            return
        spot.choice = choice
        self.list.item(at).setText(self._row(spot))
        order = [*range(at + 1, len(self._spots)), *range(at)]
        left = (one for one in order if self._spots[one].choice is Resolve.REPORT)
        following = next(left, at)
        self.list.setCurrentRow(following)
        if following == at:
            self._show()

    def _show(self) -> None:
        spot = self._spots[self.list.currentRow()]
        place = spot.place
        self.heading.setText(shown(spot.conflict.paper.title))
        where = self.tr("Front matter, {}").format(place.key) if place.key else self.tr("Text")
        self.place.setText(f"{shown(spot.conflict.path)} · {shown(where)}")
        for view, text in ((self.ours, place.ours), (self.theirs, place.theirs)):
            view.show_lines(_around(place, differences(place.base, text, around=None)))
        self._show_choice(spot)
        undecided = sum(one.choice is Resolve.REPORT for one in self._spots)
        words = self.tr("%Ln place(s) to decide; j and k go on and back", "", undecided)
        if not undecided:
            words = self.tr("All is decided; Enter saves it in the files and in the library")
        self.explained.setText(words)
        self.save.setEnabled(bool(self._complete()))

    def _show_choice(self, spot: _Spot) -> None:
        place, decided = spot.place, spot.choice is not Resolve.REPORT
        self.ways.setExclusive(False)
        for at, choice in enumerate(_CHOICES):
            self.ways.button(at).setChecked(choice is spot.choice)
        self.ways.setExclusive(True)
        self.ways.button(_CHOICES.index(Resolve.BOTH)).setEnabled(not place.key)
        text = chosen_text(place, spot.choice)
        lines = [Line(Sign.SAME, line) for line in text.split("\n")] if decided else []
        self.outcome.show_lines(_around(place, lines) if decided else (), signs=False)

    def _complete(self) -> list[FileConflict]:
        """The files of which every place is decided."""
        waiting = {one.conflict.path for one in self._spots if one.choice is Resolve.REPORT}
        conflicts = {one.conflict.path: one.conflict for one in self._spots}
        return [one for path, one in conflicts.items() if path not in waiting]


def _around(place: Contradiction, lines: Sequence[Line]) -> list[Line]:
    """The lines of a place between those that stand around it."""
    above, below = ([Line(Sign.SAME, one) for one in side] for side in (place.before, place.after))
    return [*above, *lines, *below]
