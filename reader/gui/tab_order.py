"""Lets Tab go through a pane in the order in which it is read.

Qt's own order is that in which widgets were made, and many are made anew with each paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_read(pane: QWidget) -> None:
    """Puts all that takes Tab within ``pane`` in the order of its layouts."""
    for before, after in pairwise(reading_order(pane)):
        QWidget.setTabOrder(before, after)


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """What takes Tab within a widget, itself included, from top to bottom."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea) and (page := widget.widget()) is not None:
        yield from reading_order(page)
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _of_layout(inner)
        elif (widget := item.widget()) is not None:
            yield from reading_order(widget)
