"""The tags of the shown papers: chips, and a field that adds with completion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.flow import FlowLayout
from reader.gui.labels import plain_label
from reader.gui.language import number
from reader.gui.list.row_text import shown
from reader.gui.paper.tag_chip import TagChip
from reader.gui.paper.tag_field import TagField
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_12

# A paper with more tags than this has been tagged by a machine.
_CHIPS_SHOWN = 24


class TagEditor(QWidget):
    """The tags that every shown paper has, the field, and below them those that only some have.

    Enter adds what is in the field, Backspace in an empty field takes the last tag off. A tag of
    some is drawn in outline and given to all by a click or Enter.
    """

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._some: Mapping[str, int] = {}
        self._of = 1
        self._made: list[QWidget] = []
        self.field = TagField(self)
        self.field.entered.connect(self.added)
        self.field.last_unwanted.connect(self._remove_last)
        self._flow = FlowLayout()
        self._flow.addWidget(self.field)
        self._caption = plain_label(self, self.tr("On some of them"), "caption")
        self._halves = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addLayout(self._flow)
        column.addWidget(self._caption)
        column.addLayout(self._halves)
        self._caption.hide()
        theme.changed.connect(self._draw)

    @property
    def chips(self) -> list[TagChip]:
        """The chips that are shown, in order; those of some come last."""
        return [chip for chip in self._made if isinstance(chip, TagChip)]

    @property
    def names(self) -> tuple[str, ...]:
        """The tags that every shown paper has."""
        return self._tags

    def show_tags(
        self, tags: tuple[str, ...], some: Mapping[str, int] | None = None, of: int = 1
    ) -> None:
        """Shows the tags of a paper, or of ``of`` papers; ``some`` says how many have which."""
        some = some or {}
        if (tags, some, of) != (self._tags, self._some, self._of):
            self._tags, self._some, self._of = tags, some, of
            self.field.set_having(tags)
            self._draw()

    def set_known(self, known: Mapping[str, int]) -> None:
        """The tags to complete from, each with how many papers have it."""
        self.field.set_known(known)

    def _remove_last(self) -> None:
        if self._tags:
            self.removed.emit([self._tags[-1]])

    def _draw(self) -> None:
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for widget in self._made:
            widget.hide()
            (self._halves if self._halves.indexOf(widget) >= 0 else self._flow).removeWidget(widget)
            widget.deleteLater()
        self._made = []
        for tag in self._tags[:_CHIPS_SHOWN]:
            self._put(self._flow, self._chip(tag))
        self._put_rest(self._flow, self._tags[_CHIPS_SHOWN:])
        for tag in list(self._some)[:_CHIPS_SHOWN]:
            self._put(self._halves, self._chip(tag, self._some[tag]))
        self._put_rest(self._halves, list(self._some)[_CHIPS_SHOWN:])
        self._caption.setVisible(bool(self._some))
        self._order_tabs()
        if focused is not None:
            left = self.chips
            (left[min(focused, len(left) - 1)] if left else self.field).setFocus()

    def _chip(self, tag: str, half: int = 0) -> TagChip:
        chip = TagChip(tag, self._theme, self, half=half, of=self._of)
        chip.unwanted.connect(lambda name: self.removed.emit([name]))
        chip.wanted.connect(lambda name: self.added.emit([name]))
        return chip

    def _put(self, flow: FlowLayout, widget: QWidget) -> None:
        # Before the field, which stays where the eye looks for it: after the last tag.
        at = flow.count() - (1 if flow is self._flow else 0)
        flow.insert(at, widget)
        self._made.append(widget)
        widget.show()

    def _put_rest(self, flow: FlowLayout, tags: Sequence[str]) -> None:
        if tags:
            more = plain_label(self, f"+{number(len(tags))}", "quiet")
            names = ", ".join(map(shown, tags[:_CHIPS_SHOWN]))
            more.setToolTip(names.replace("<", "&lt;"))
            self._put(flow, more)

    def _order_tabs(self) -> None:
        """Tab goes as the eye does: through the tags, the field, the tags of some."""
        full = [chip for chip in self.chips if not chip.half]
        ordered = [*full, self.field, *(chip for chip in self.chips if chip.half)]
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)

    def sizeHint(self) -> QSize:
        """What the lines need at the width there is."""
        hint = super().sizeHint()
        return hint.boundedTo(QSize(400, hint.height()))
