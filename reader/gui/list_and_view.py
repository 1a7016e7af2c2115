"""The shape of a dialog with a list at its side, of which the chosen row is shown in full."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.theme.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24


def side_list(parent: QWidget, name: str, width: int) -> QListWidget:
    """The list at the side."""
    rows = QListWidget(parent)
    rows.setAccessibleName(name)
    rows.setFixedWidth(width)
    rows.setUniformItemSizes(True)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return rows


def foot(dialog: QDialog, leading: Iterable[QWidget], close: str, default: QPushButton) -> QLayout:
    """What stands at the dialog's foot: ``leading``, a button to close it, and that of Enter."""
    closes = QPushButton(close, dialog)
    closes.setAutoDefault(False)
    closes.clicked.connect(dialog.reject)
    default.setDefault(True)
    QWidget.setTabOrder(closes, default)
    row = QHBoxLayout()
    row.setSpacing(SPACE_8)
    for widget in leading:
        row.addWidget(widget)
    row.addStretch(1)
    row.addWidget(closes)
    row.addWidget(default)
    return row


def lay_out(
    dialog: QDialog, above: Iterable[QWidget], rows: QListWidget, view: QLayout, below: QLayout
) -> None:
    """Puts a dialog together."""
    middle = QHBoxLayout()
    middle.setSpacing(SPACE_16)
    middle.addWidget(rows)
    middle.addLayout(view, 1)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
    column.setSpacing(SPACE_12)
    for widget in above:
        column.addWidget(widget)
    column.addLayout(middle, 1)
    column.addLayout(below)
