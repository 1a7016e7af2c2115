"""Under a paper's links: that it may be a duplicate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.theme.tokens import SPACE_8, SPACE_12
from reader.model import PaperRow


class SimilarLine(QWidget):
    """Names the paper that this one looks like; hidden when there is none."""

    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label(self, role="quiet")
        self.words.setWordWrap(True)
        self.compare = QPushButton(self.tr("Compare"), self)
        self.compare.setProperty("role", "link")
        self.compare.clicked.connect(self.compare_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_8, 0, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(self.words, 1)
        row.addWidget(self.compare)

    def show_papers(self, similar: Sequence[PaperRow]) -> None:
        """Shows the first of the papers that look alike."""
        self.setVisible(bool(similar))
        for row in similar[:1]:
            self.words.setText(self.tr("Looks like “{}”.").format(shown(row.title)))
