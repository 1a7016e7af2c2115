"""One setting on a page: what it is, a word more, and what sets it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.gui.labels import plain_label
from reader.gui.theme.tokens import SPACE_4, SPACE_12, SPACE_24


class SettingRow(QWidget):
    """A name and an explanation at the left, the control at the right."""

    def __init__(self, name: str, explanation: str, control: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.said = f"{name} {explanation}"
        self.control = control
        control.setAccessibleName(name)
        control.setAccessibleDescription(explanation)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        title = plain_label(self, name)
        title.setBuddy(control)
        words.addWidget(title)
        self._words = plain_label(self, explanation, "quiet")
        self._words.setWordWrap(True)
        if not explanation:
            self._words.hide()
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        row.setSpacing(SPACE_24)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def explain(self, explanation: str) -> None:
        """Says something else below the name."""
        self._words.setText(explanation)
        self._words.setVisible(bool(explanation))
        self.control.setAccessibleDescription(explanation)

    def matches(self, words: list[str]) -> bool:
        """Whether every one of some words is in what is said here."""
        said = self.said.casefold()
        return all(word in said for word in words)


class Section(QWidget):
    """Rows under a caption; gone when none of them is wanted.

    It is there before they are: made in their place, they are dressed once.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self.rows: list[SettingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, SPACE_12)
        self._column.setSpacing(SPACE_4)
        self._column.addWidget(plain_label(self, title, "caption"))

    def show_rows(self, rows: list[SettingRow]) -> None:
        """Puts the rows under the caption."""
        self.rows = rows
        for row in rows:
            self._column.addWidget(row)

    def narrow(self, words: list[str]) -> int:
        """Shows the rows that some words are about; returns how many they are."""
        whole = all(word in self._title.casefold() for word in words)
        found = [row for row in self.rows if whole or row.matches(words)]
        for row in self.rows:
            row.setVisible(row in found)
        self.setVisible(bool(found))
        return len(found)
