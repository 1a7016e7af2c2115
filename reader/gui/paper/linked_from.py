"""Under a note: the papers whose notes link to this one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.gui.jobs import Jobs
from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.theme.tokens import SPACE_4, SPACE_24
from reader.library import Library
from reader.model import PaperRow

_MOST = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkedFrom(QWidget):
    """A line for each paper; hidden while there is none.

    ``paper_clicked`` carries a number; ``listed`` comes when the lines are others.
    """

    paper_clicked = Signal(int)
    listed = Signal()

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._paper_id: int | None = None
        self._rows: Sequence[PaperRow] = ()
        self.caption = plain_label(self, self.tr("Linked from"), "caption")
        self.links: list[PaperLink] = []
        self._more = plain_label(self, role="quiet")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, SPACE_24, 0, 0)
        self._lines.setSpacing(SPACE_4)
        self._lines.addWidget(self.caption)
        self._lines.addSpacing(SPACE_4)
        self._lines.addWidget(self._more)
        self.hide()

    def show_paper(self, paper_id: int | None) -> None:
        """Shows what links to a paper."""
        self._paper_id = paper_id
        self._show(())
        self.ask()

    def ask(self, *, soon: bool = True) -> None:
        """Looks again; not ``soon`` waits until keys rest, for what seldom changes anything."""
        paper_id = self._paper_id
        if paper_id is None:
            return

        def work() -> tuple[int, list[PaperRow]]:
            return paper_id, self._library.rows(self._library.backlinks(paper_id))

        def show(found: tuple[int, list[PaperRow]]) -> None:
            if found[0] == self._paper_id:
                self._show(found[1])

        if soon:
            self._jobs.query(work, show, "backlinks", aside=True)
        else:
            self._jobs.at_rest(work, show, "backlinks again")

    def _show(self, rows: Sequence[PaperRow]) -> None:
        if list(rows) == list(self._rows):
            return
        self._rows = rows
        while self.links:
            link = self.links.pop()
            link.hide()
            link.deleteLater()
        for row in rows[:_MOST]:
            link = PaperLink(row.title, self)
            link.clicked.connect(partial(self.paper_clicked.emit, row.id))
            self._lines.insertWidget(self._lines.count() - 1, link)
            self.links.append(link)
        self._more.setText(self.tr("and {} more").format(len(rows) - _MOST))
        self._more.setVisible(len(rows) > _MOST)
        self.setVisible(bool(rows))
        self.listed.emit()


class PaperLink(QPushButton):
    """A title that leads to its paper, cut where there is no room for it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = shown(title)
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Go to {}").format(self._title))
        self._elide(10_000)

    def minimumSizeHint(self) -> QSize:
        """Nearly nothing: it may become as narrow as need be."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the whole title."""
        width = self.fontMetrics().horizontalAdvance(self._title) + 8
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as much of the title as there is room for."""
        super().resizeEvent(event)
        self._elide(event.size().width())

    def event(self, event: QEvent) -> bool:
        """Enter follows the link; elsewhere it opens the paper."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts as Space does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _elide(self, width: int) -> None:
        elide = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self._title, elide, width).replace("&", "&&")
        if text != self.text():
            self.setText(text)
            whole = self._title.replace("&", "&&")
            self.setToolTip(self._title.replace("<", "&lt;") if text != whole else "")
