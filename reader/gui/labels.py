"""Labels that show what they are given as plain text.

A QLabel left to itself guesses from the text whether it is HTML, and HTML loads files.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(parent: QWidget, text: str = "", role: str = "") -> QLabel:
    """A label of plain text; ``role`` is one of those the style sheet knows for QLabel."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if role:
        label.setProperty("role", role)
    return label


def breakable(path: str) -> str:
    """A path that a label may break after any of its folders."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" where there is no room for it.

    The whole of it is its text, which a screen reader says, and its tool tip where it is cut.
    """

    def __init__(self, parent: QWidget, role: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Nearly nothing: it may become as narrow as need be."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws as much of the text as there is room for."""
        elide = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), elide, self.width())
        self.setToolTip(self.text().replace("<", "&lt;") if text != self.text() else "")
        flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )
