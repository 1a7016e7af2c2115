"""What stands where a list or a search has no papers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from reader.gui.labels import plain_label
from reader.gui.language import number
from reader.gui.theme.tokens import SPACE_8, SPACE_16
from reader.model import Widened


class EmptyPlace(QFrame):
    """A sentence, and after a search what leads on.

    ``leave_wanted`` leaves the search; ``query_wanted`` carries one that has answers.
    It has the focus where papers would have it, and says the sentence.
    """

    leave_wanted = Signal()
    query_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "empty")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._widened: Widened | None = None
        self._words = plain_label(self, role="quiet")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self.wider = QPushButton(self)
        self.wider.clicked.connect(self._ask_wider)
        self.leave = QPushButton(self)
        self.leave.clicked.connect(self.leave_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addSpacing(SPACE_8)
        for button in (self.wider, self.leave):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.show_ways_on(searching=False, leave_key="")

    def text(self) -> str:
        """The sentence."""
        return self._words.text()

    def has_focus(self) -> bool:
        """Whether the keyboard is here or on one of the buttons."""
        return any(part.hasFocus() for part in (self, self.wider, self.leave))

    def set_text(self, words: str) -> None:
        """Says another sentence."""
        self._words.setText(words)
        self.setAccessibleName(words)

    def show_ways_on(self, *, searching: bool, leave_key: str) -> None:
        """Offers to leave a search, and names the key that does."""
        leave = self.tr("Leave the search")
        self.leave.setText(f"{leave} ({leave_key})" if leave_key else leave)
        self.leave.setVisible(searching)
        self.show_widened(self._widened if searching else None)

    def show_widened(self, widened: Widened | None) -> None:
        """Offers a query that has answers, if there is one."""
        self._widened = widened
        if widened is not None:
            names = [f"{name}:" for name in widened.left_out]
            words = {
                1: self.tr("Search without {}"),
                2: self.tr("Search without {} and {}"),
            }.get(len(names), self.tr("Search without the filters"))
            self.wider.setText(f"{words.format(*names)} ({number(widened.total)})")
        self.wider.setVisible(widened is not None)

    def _ask_wider(self) -> None:
        if self._widened is not None:
            self.query_wanted.emit(self._widened.query)
