"""The measure of the paper pane: one column that is not wider than eyes follow."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 40


def column_in(area: QScrollArea, measure: int) -> tuple[QWidget, QVBoxLayout]:
    """Gives an area a page with a column from its leading edge, at most ``measure`` pixels wide.

    Returns the column and its layout. What is put into it is best made a child of the column: to
    move it there, Qt would dress all that is in it again.
    """
    page = QWidget(area.viewport())
    column = QWidget(page)
    column.setMaximumWidth(measure)
    row = QHBoxLayout(page)
    row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
    row.addWidget(column, 1000)
    row.addStretch(1)
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 28, 0, 40)
    lines.setSpacing(0)
    area.setWidget(page)
    return column, lines
