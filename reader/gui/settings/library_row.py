"""The setting of where the library is: it can be moved, and another one opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.gui.labels import breakable
from reader.gui.list.row_text import shown
from reader.gui.settings.rows import SettingRow
from reader.gui.theme.tokens import SPACE_8


class LibraryRow(SettingRow):
    """Names the library's folder; asks for another place for it, or for another library."""

    move_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, library: Path, page: QWidget) -> None:
        buttons, folder = QWidget(page), breakable(shown(str(library)))
        super().__init__(self.tr("Library"), folder, buttons, page)
        self.said = self.tr("Library")  # what its folder is called is not what it is about
        self.move_it = QPushButton(self.tr("Move…"), buttons)
        self.move_it.setAccessibleName(self.tr("Move the library to another folder"))
        self.move_it.clicked.connect(self.move_wanted)
        self.another = QPushButton(self.tr("Open another…"), buttons)
        self.another.setAccessibleName(self.tr("Open another library"))
        self.another.clicked.connect(self.another_wanted)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        for button in (self.move_it, self.another):
            button.setAutoDefault(False)
            button.setAccessibleDescription(folder)
            row.addWidget(button)
        self.control = self.another
