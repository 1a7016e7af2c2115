"""What an empty library shows: how papers come in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.gui.actions.key_text import key_of
from reader.gui.actions.keymap import Binding
from reader.gui.labels import plain_label
from reader.gui.theme.icons import application_icon
from reader.gui.theme.tokens import SPACE_8, SPACE_16


class Welcome(QFrame):
    """Drop a digest here, paste one, open a file, or load the sample."""

    paste_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        mark = plain_label(self)
        mark.setPixmap(application_icon().pixmap(QSize(64, 64), self.devicePixelRatioF()))
        heading = plain_label(self, self.tr("Drop a digest here"), "title")
        words = plain_label(
            self,
            self.tr(
                "A digest is whatever lists papers: the text of a trending-papers page, a list of "
                "arXiv links, a file of either. Its papers land in your Inbox, and you decide at "
                "keyboard speed: star, queue, read, skip."
            ),
            "quiet",
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(520)
        # A layout does not ask a label that it aligns how high it is at its width.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words)
        middle.addStretch(1)
        self.paste = QPushButton(self.tr("Paste what I copied"), self)
        self.paste.setProperty("role", "primary")
        self.open = QPushButton(self.tr("Open files…"), self)
        self.sample = QPushButton(self.tr("Load the sample"), self)
        self.paste.clicked.connect(self.paste_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addStretch(1)
        for button in (self.paste, self.open, self.sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._keys = plain_label(self, role="quiet")
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE_16)
        layout.addStretch(2)
        for widget in (mark, heading):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(middle)
        layout.addSpacing(SPACE_8)
        layout.addLayout(buttons)
        layout.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_keys(self, keymap: Mapping[str, Binding]) -> None:
        """Names the keys that bring papers in, and the one that shows all keys."""
        said = {
            "import.paste": self.tr("{} pastes"),
            "import.open": self.tr("{} opens"),
            "help.keys": self.tr("{} shows all keys"),
        }
        named = {words: key_of(keymap, action) for action, words in said.items()}
        self._keys.setText(", ".join(words.format(key) for words, key in named.items() if key))
