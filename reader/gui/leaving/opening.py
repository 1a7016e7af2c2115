"""``v`` and ``p``: pages and PDFs in the browser. The only actions of papers that go online."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.library import Library
from reader.model import LinkKind, Paper, count_of

ASK_BEYOND = 5
# Nobody means to open more windows than this.
MOST = 100
_PAGE_ORDER = (LinkKind.PAGE, LinkKind.PDF, LinkKind.CODE, LinkKind.OTHER)


class Opening(QObject):
    """Opens addresses of the selected papers, more than a few only if that is meant."""

    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        open_url: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._open_url = open_url
        self._window = window

    def handlers(self) -> Handlers:
        """What opening the PDF does."""
        return {"paper.pdf": self.pdfs}

    def pages(self) -> None:
        """Opens the page of each selected paper, or else its PDF or code."""
        self._look(page_address, self.tr("The digest gave no link for this paper."))

    def pdfs(self) -> None:
        """Opens the PDF of each selected paper that has one."""
        self._look(pdf_address, self.tr("There is no PDF of this paper that reader knows of."))

    def _look(self, address: Callable[[Paper], str], nothing: str) -> None:
        ids = self._navigation.selected
        if len(ids) > MOST:
            sentence = self.tr("At most {} can be opened at once.").format(count_of(MOST))
            self.said.emit(sentence)
            return

        def work() -> list[str]:
            found = (address(paper) for paper in self._library.papers(ids))
            return [url for url in dict.fromkeys(found) if url]

        if ids:
            self._jobs.query(work, lambda urls: self._open_or_ask(urls, nothing), "open")

    def _open_or_ask(self, urls: Sequence[str], nothing: str) -> None:
        if not urls:
            self.said.emit(nothing)
        elif len(urls) <= ASK_BEYOND:
            self._open(urls)
        else:
            self._ask(urls)

    def _ask(self, urls: Sequence[str]) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Open {} pages in the browser?").format(len(urls)))
        open_ = box.addButton(self.tr("Open {}").format(len(urls)), box.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        open_.clicked.connect(lambda: self._open(urls))
        box.open()

    def _open(self, urls: Sequence[str]) -> None:
        for url in urls:
            self._open_url(url)


def page_address(paper: Paper) -> str:
    """The address of a paper's page, or else of its PDF or code; empty when it has none."""
    for kind in _PAGE_ORDER:
        if address := _first(paper, kind):
            return address
    return ""


def pdf_address(paper: Paper) -> str:
    """The address of a paper's PDF: its link, or where arXiv keeps it; empty when there is none."""
    if address := _first(paper, LinkKind.PDF):
        return address
    numbers = [one.value for one in paper.identifiers if one.scheme == "arxiv"]
    return f"https://arxiv.org/pdf/{numbers[0]}" if numbers else ""


def _first(paper: Paper, kind: LinkKind) -> str:
    """The first link of a kind that leads to the web, and nowhere else."""
    addresses = (link.url for link in paper.links if link.kind is kind)
    return next((url for url in addresses if url.startswith(("https://", "http://"))), "")
