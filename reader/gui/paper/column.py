"""The measure of the paper pane: one column that is not wider than eyes follow."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_24, SPACE_32

# 62 to 75 letters a line are what eyes follow without effort: with Source Serif 4 at 17 px the
# lines of an abstract hold 70 on average in so many pixels.
_MEASURE = 600
_MARGIN = 40


class _Column(QWidget):
    """As wide as its text needs, however large that is."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(round(_MEASURE * self._theme.scale))


def column_in(area: QScrollArea, theme: Theme) -> tuple[QWidget, QVBoxLayout]:
    """Gives an area a page with a column from its leading edge, as wide as its text needs.

    Returns the column and its layout. What is put into it is best made a child of the column: to
    move it there, Qt would dress all that is in it again.
    """
    page = QWidget(area.viewport())
    column = _Column(theme, page)
    row = QHBoxLayout(page)
    row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
    row.addWidget(column, 1000)
    row.addStretch(1)
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, SPACE_24, 0, SPACE_32)
    lines.setSpacing(0)
    area.setWidget(page)
    return column, lines


def lay_out(area: QScrollArea) -> None:
    """Lays the page of an area out before it is painted.

    What a part of it asks for goes up to the area a turn of the event loop at a time, and between
    two of them Qt would paint it all where it is about to move from.
    """
    page = area.widget()
    assert page is not None
    parts = [part for part in page.findChildren(QWidget) if part.layout() is not None]
    for part in (*reversed(parts), page, area.viewport(), area):
        QCoreApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest.value)
