"""The three panes side by side: which are shown, how wide, and the layout for reading alone.

Where text is so large that three panes have no room, the sidebar folds; its key brings it back.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.list.pane import ListPane
from reader.gui.paper.pane import PaperPane
from reader.gui.sidebar.pane import Sidebar
from reader.gui.theme.tokens import TEXT_BODY

_USUAL_WIDTHS = (236, 440, 764)
_LEAST_WIDTHS = (180, 300, 360)
# What three panes need to be read in, with text of the usual size.
_READABLE = 650
_MAY_FOLD = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange, QEvent.Type.StyleChange)


def splitter_in(parent: QWidget) -> QSplitter:
    """The splitter that the panes are made in."""
    splitter = QSplitter(Qt.Orientation.Horizontal, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter


class Panes(QObject):
    """Hides and shows the panes. The list is hidden only in the focus layout, the paper alone."""

    def __init__(
        self, splitter: QSplitter, sidebar: Sidebar, papers: ListPane, paper: PaperPane
    ) -> None:
        super().__init__(splitter)
        self._sidebar, self._list, self._paper = sidebar, papers, paper
        self._focused = False
        # What is shown outside the focus layout.
        self._with_sidebar = self._with_paper = True
        # Whether there is too little room for the sidebar, and the person wants it all the same.
        self._narrow = self._insisted = False
        self._wide_sizes: list[int] = []
        self.splitter = splitter
        panes: tuple[QWidget, ...] = (sidebar, papers, paper)
        for pane, least in zip(panes, _LEAST_WIDTHS, strict=True):
            pane.setMinimumWidth(least)
            self.splitter.addWidget(pane)
        # A narrow window takes from the list too; a wide one gives most to the paper.
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 3)
        self.splitter.setSizes(list(_USUAL_WIDTHS))
        self.splitter.installEventFilter(self)

    def handlers(self) -> Handlers:
        """What the actions on panes do."""
        return {
            "view.sidebar": self.toggle_sidebar,
            "view.paper": self.toggle_paper,
            "view.focus": self.toggle_focus,
        }

    def toggle_sidebar(self) -> None:
        """Hides the sidebar, or shows it."""
        if self._narrow and self._with_sidebar and not self._focused:
            self._insisted = not self._insisted
        else:
            self._with_sidebar = self._insisted = self._focused or not self._with_sidebar
        self._leave_focus()

    def toggle_paper(self) -> None:
        """Hides the paper, or shows it; in the focus layout the list comes back."""
        self._with_paper = self._focused or not self._with_paper
        self._leave_focus()

    def toggle_focus(self) -> None:
        """The paper alone, if there is one, or the panes as they were."""
        self._focused = not self._focused and self._paper.is_of_one
        self._show()
        self.focus_papers()

    def show_list(self) -> None:
        """Ends the focus layout, for what needs the list."""
        if self._focused:
            self._leave_focus()

    def follow(self) -> None:
        """Ends the focus layout where not one paper is chosen: there is nothing to be alone."""
        if self._focused and not self._paper.is_of_one:
            self._leave_focus()
            self.focus_papers()

    def show_paper(self) -> None:
        """Shows the paper, for what is done in it."""
        if not self._focused and not self._with_paper:
            self._with_paper = True
            self._show()

    def focus_papers(self) -> None:
        """Gives the keyboard to the list, or where it is hidden to the paper."""
        if self._focused:
            self._paper.abstract.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._list.focus_papers()

    def have_focus(self) -> bool:
        """Whether keys act on papers: the list has the focus, or the paper that stands alone."""
        alone = self._focused and self._paper.abstract.hasFocus()
        return alone or self._list.papers_have_focus()

    def kept(self) -> tuple[QByteArray, str]:
        """The widths and which panes are shown, to be restored."""
        shown = {"sidebar": self._with_sidebar, "paper": self._with_paper, "focus": self._focused}
        return self.splitter.saveState(), json.dumps(shown)

    def restore(self, widths: bytes, shown: str) -> None:
        """Puts the panes as they were; what cannot be read is as usual."""
        if widths:
            self.splitter.restoreState(QByteArray(widths))
        try:
            kept = json.loads(shown or "{}")
            self._with_sidebar = bool(kept.get("sidebar", True))
            self._with_paper = bool(kept.get("paper", True))
            self._focused = bool(kept.get("focus", False))
        except (ValueError, AttributeError):
            return
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Folds the sidebar, or brings it back, as the window and its text become another size."""
        if watched is self.splitter and event.type() in _MAY_FOLD and self.splitter.isVisible():
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        scale = max(1.0, self.splitter.font().pixelSize() / TEXT_BODY)
        narrow = self.splitter.width() < _READABLE * scale
        if narrow == self._narrow:
            return
        if narrow:
            self._wide_sizes = self.splitter.sizes()
        self._narrow, self._insisted = narrow, False
        self._show()
        if not narrow and all(self._wide_sizes):
            self.splitter.setSizes(self._wide_sizes)

    def _leave_focus(self) -> None:
        self._focused = False
        self._show()

    def _show(self) -> None:
        had_focus = self.splitter.focusWidget()
        room = self._insisted or not self._narrow
        self._sidebar.setVisible(self._with_sidebar and room and not self._focused)
        self._list.setVisible(not self._focused)
        self._paper.setVisible(self._focused or self._with_paper)
        if had_focus is not None and not had_focus.isVisibleTo(self.splitter):
            self.focus_papers()
