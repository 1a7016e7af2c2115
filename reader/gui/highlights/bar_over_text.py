"""Puts the bar of a highlight over the passage that is selected, and both in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from reader.gui.highlights.bar import HighlightBar
from reader.gui.highlights.painting import pieces
from reader.gui.highlights.selection import Selection
from reader.gui.theme import Theme
from reader.model import Highlight

_AROUND = 64


class BarOverText:
    """The bar on the page that the texts are on."""

    def __init__(self, selection: Selection, page: QScrollArea, theme: Theme) -> None:
        whole = page.widget()
        assert whole is not None
        self._selection = selection
        self._page = page
        self._whole = whole
        self.bar = HighlightBar(theme, whole)

    def show(self) -> None:
        """Shows the bar over what is selected; not while a comment is written in it."""
        if self.bar.writing:
            return
        view = self._selection.view
        cursor = view.textCursor()
        if not cursor.hasSelection():
            self.bar.hide()
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        at = QRect()
        for rect, _base in pieces(view.document(), start, end):
            at = at.united(rect.toAlignedRect())
        at.moveTopLeft(view.viewport().mapTo(self._whole, at.topLeft()))
        chosen = self._selection.places.find(self._selection.chosen)
        self.bar.show_at(at, chosen, hint=self._selection.by_keys)
        self._in_sight(at)

    def show_over(self, widget: QWidget, highlight: Highlight) -> None:
        """Shows the bar over a widget of the page, for a highlight that no text has."""
        self.bar.show_at(self._rect_of(widget), highlight, hint=False)

    def bring_in_sight(self, widget: QWidget) -> None:
        """Scrolls the page to a widget of it."""
        self._in_sight(self._rect_of(widget))

    def _in_sight(self, at: QRect) -> None:
        self._page.ensureVisible(at.center().x(), at.center().y(), 0, _AROUND)

    def _rect_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._whole, QPoint(0, 0)), widget.size())
