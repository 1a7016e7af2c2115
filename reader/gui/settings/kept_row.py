"""The setting of a library's folder of notes that follows each change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.gui.labels import breakable
from reader.gui.list.row_text import shown
from reader.gui.settings.rows import SettingRow
from reader.gui.theme.tokens import SPACE_8


class KeptRow(SettingRow):
    """Says whether notes are kept exported and where; asks for a folder, or for an end of it."""

    wanted = Signal()
    not_wanted = Signal()

    def __init__(self, kept: Path | None, page: QWidget) -> None:
        buttons = QWidget(page)
        name = self.tr("Keep the notes exported")
        super().__init__(name, "", buttons, page)
        self.stop = QPushButton(self.tr("Stop"), buttons)
        self.stop.setAutoDefault(False)
        self.stop.setAccessibleName(self.tr("Keep the notes exported no longer"))
        self.stop.clicked.connect(self.not_wanted)
        self.choose = QPushButton(buttons)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.wanted)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.stop)
        row.addWidget(self.choose)
        self.control = self.choose
        self.said = f"{name} {self.tr('Markdown folder export')}"
        self.show_folder(kept)

    def show_folder(self, kept: Path | None) -> None:
        """Says that this folder is kept up to date, or that none is."""
        if kept is None:
            words = self.tr("As Markdown files in a folder, which follow each change.")
            self.choose.setText(self.tr("Choose a folder…"))
        else:
            words = self.tr("In {}, after each change.").format(breakable(shown(str(kept))))
            self.choose.setText(self.tr("Choose another…"))
        self.explain(words)
        for button in (self.stop, self.choose):
            button.setAccessibleDescription(words)
        had_focus = self.stop.hasFocus()
        self.stop.setVisible(kept is not None)
        if had_focus and kept is None:
            self.choose.setFocus()
