"""Labels that show what they are given as plain text.

A QLabel left to itself guesses from the text whether it is HTML, and HTML loads files.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(parent: QWidget, text: str = "", role: str = "") -> QLabel:
    """A label of plain text; ``role`` is one of those the style sheet knows for QLabel."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label
