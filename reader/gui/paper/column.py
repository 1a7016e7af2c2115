"""The measure of the paper pane: one column that is not wider than eyes follow."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

_MARGIN = 40


def page_of(column: QWidget) -> QWidget:
    """A page with a column of text in it, from its leading edge as wide as the column may be."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
    row.addWidget(column, 1000)
    row.addStretch(1)
    return page
