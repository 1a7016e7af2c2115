"""The strip over the paper: its status, star and the actions at hand; folds when it is narrow."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from reader.gui.list.words import status_name
from reader.gui.theme import Theme
from reader.gui.theme.icons import BESIDE_TEXT, icon, icon_beside_text
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_16
from reader.model import LinkKind, Paper, Status

_ICONS = {
    Status.INBOX: "inbox",
    Status.QUEUED: "bookmark",
    Status.READING: "book-open",
    Status.READ: "circle-check",
    Status.SKIPPED: "circle-slash",
}
_STATUS_ACTIONS = ("paper.queue", "paper.begin", "paper.toggle-read", "paper.skip")
# What is done to the paper stands beside its status, what leads out of the window at the end.
_STAR = "paper.toggle-star"
_LEADING = (_STAR, "paper.tags", "paper.note")
_TRAILING = ("paper.copy-citation", "paper.browser", "view.focus")
_ALWAYS_FOLDED = ("paper.copy-markdown", "paper.similar", "paper.edit", "paper.save-pdf")
_BUTTON_WIDTH = 40
_EDGES = 56


class PaperToolBar(QFrame):
    """Shows the paper's status and star; its buttons are actions of the registry."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self._theme = theme
        self._paper: Paper | None = None
        self._buttons: list[QToolButton] = []
        self._always_folded: list[QAction] = []
        self.status = QToolButton(self)
        self.status.setProperty("role", "soft")
        self.status.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.status.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.status.setIconSize(BESIDE_TEXT)
        self._more = QToolButton(self)
        self._more.setAccessibleName(self.tr("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        self._row.setSpacing(SPACE_4)
        self.pdf = QPushButton(self)
        self.pdf.setIconSize(BESIDE_TEXT)
        self.pdf.hide()
        theme.changed.connect(self._dress)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Gives the bar its buttons."""
        menu = QMenu(self.status)
        menu.addActions([actions[name] for name in _STATUS_ACTIONS])
        self.status.setMenu(menu)
        self._buttons = [self._button(actions[name]) for name in (*_LEADING, *_TRAILING)]
        self._always_folded = [actions[name] for name in _ALWAYS_FOLDED]
        pdf = actions["paper.pdf"]
        self.pdf.clicked.connect(pdf.trigger)
        self.pdf.setText(pdf.text())
        leading = self._buttons[: len(_LEADING)]
        trailing = self._buttons[len(_LEADING) :]
        self._row.addWidget(self.status)
        self._row.addSpacing(SPACE_8)
        for button in leading:
            self._row.addWidget(button)
        self._row.addStretch(1)
        for widget in (*trailing, self._more):
            self._row.addWidget(widget)
        self._row.addSpacing(SPACE_4)
        self._row.addWidget(self.pdf)
        order: list[QWidget] = [self.status, *self._buttons, self._more, self.pdf]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        # Whatever changes of an action, its button takes the icon from it again.
        actions[_STAR].changed.connect(self._dress_star)
        self._dress()
        self._fold()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        button.setObjectName(action.objectName())
        return button

    def show_paper(self, paper: Paper | None) -> None:
        """Shows the state of a paper."""
        self._paper = paper
        self.setEnabled(paper is not None)
        links = paper.links if paper else ()
        self.pdf.setVisible(any(link.kind is LinkKind.PDF for link in links))
        self._dress()
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds what does not fit into "…"."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        room = self.width() - self.status.sizeHint().width() - _EDGES - _BUTTON_WIDTH
        if not self.pdf.isHidden():
            room -= self.pdf.sizeHint().width() + 8
        fitting = max(0, room // _BUTTON_WIDTH)
        there = self._paper is not None
        # With nothing in it the bar would be lower, and the line below it jump.
        self.setMinimumHeight(self.status.sizeHint().height() + 2 * SPACE_8)
        for at, button in enumerate(self._buttons):
            button.setVisible(there and at < fitting)
        for button in (self.status, self._more):
            button.setVisible(there)
        menu = self._more.menu()
        menu.clear()
        menu.addActions([button.defaultAction() for button in self._buttons[fitting:]])
        menu.addActions(self._always_folded)

    def _dress(self) -> None:
        tokens = self._theme.tokens
        status = self._paper.status if self._paper else Status.INBOX
        name, picture = status_name(status), _ICONS[status]
        self.status.setText(name)
        self.status.setAccessibleName(self.tr("Status: {}").format(name))
        mirrored = self.isRightToLeft()
        self.status.setIcon(icon_beside_text(picture, tokens.accent, mirrored=mirrored))
        self._more.setIcon(icon("ellipsis", tokens.text_quiet))
        self.pdf.setIcon(icon_beside_text("file-text", tokens.text_quiet, mirrored=mirrored))
        self._dress_star()

    def _dress_star(self) -> None:
        """Shows whether the paper is starred."""
        tokens = self._theme.tokens
        starred = bool(self._paper and self._paper.starred)
        for button in self._buttons:
            if button.objectName() == _STAR:
                colour = tokens.star if starred else tokens.text_quiet
                button.setIcon(icon("star", colour, filled=starred))
                state = self.tr("Starred") if starred else self.tr("Not starred")
                button.setAccessibleDescription(state)
