"""Buttons side by side, of which one is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget


class Segments(QFrame):
    """Is filled by ``add``. ``group`` knows the buttons by their numbers, from 0."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.group = QButtonGroup(self)
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)

    def add(self, name: str, text: str = "") -> QToolButton:
        """One more button, which says its name or, where there is more to see, a text."""
        button = QToolButton(self)
        button.setProperty("role", "segment")
        button.setCheckable(True)
        button.setText(text or name)
        button.setAccessibleName(name)
        self.group.addButton(button, len(self.group.buttons()))
        self._inside.addWidget(button)
        return button
