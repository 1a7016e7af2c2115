"""Comments on highlights, written in the bar over them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.gui.highlights.bar_over_text import BarOverText
from reader.gui.highlights.listing import HighlightList
from reader.gui.highlights.making import Making
from reader.gui.highlights.selection import Selection
from reader.model import Highlight


class Commenting(QObject):
    """Opens the bar to write a comment, on a new highlight as soon as it is made.

    ``choose`` goes to a highlight. ``ended`` comes when the comment is kept or given up.
    """

    ended = Signal()

    def __init__(
        self,
        selection: Selection,
        making: Making,
        over: BarOverText,
        listing: HighlightList,
        choose: Callable[[Highlight], None],
    ) -> None:
        super().__init__(over.bar)
        self._selection = selection
        self._making = making
        self._over = over
        self._listing = listing
        self._choose = choose
        listing.comment_wanted.connect(self._on_listed)
        over.bar.comment_wanted.connect(self.on_selected)
        over.bar.commented.connect(self._written)
        over.bar.given_up.connect(self.ended)

    def on_selected(self) -> None:
        """Lets the person comment on the highlight here, which is made first if need be."""
        highlight = self._selection.highlight()
        if highlight is None:
            self._making.make_to_comment()
            return
        self._selection.chosen = highlight.id
        self._over.show()
        self._over.bar.write_comment(highlight.comment)

    def _on_listed(self, highlight: Highlight) -> None:
        self._choose(highlight)
        self._selection.chosen = highlight.id
        if highlight.orphaned:
            line = self._listing.line_of(highlight)
            if line is None:
                return
            self._over.show_over(line, highlight)
        self._over.bar.write_comment(highlight.comment)

    def _written(self, comment: str) -> None:
        if self._selection.chosen is not None:
            self._making.comment(self._selection.chosen, comment)
        self.ended.emit()
