"""``Ctrl+P`` and “Save as PDF…”: papers with their notes, on pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reader.errors import ExportError
from reader.exporting.escaping import plain
from reader.exporting.files import replace_whole
from reader.exporting.names import SUFFIX, file_name
from reader.exporting.pictures import Fetch, no_pictures
from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.language import translate
from reader.gui.leaving.document import document_of, lines_of, plainly_shaped
from reader.gui.navigation import Navigation
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import LIGHT
from reader.library import Library
from reader.model import Paper, Progress, count_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# More papers than this make a book that nobody prints.
MOST = 200
_MARGIN = 62.0
_FOOT = 26.0
_FINE = 1200
_FOLDER = "pdf_folder"
# In a PDF: which letters the forms of a font are of, and in it what a form or some are meant as.
_TABLE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_MEANT = re.compile(rb"\[[^\]]*\]|(?<=> )<[0-9A-F]{4}>(?=\n)")


class Printing(QObject):
    """Prints and saves the selected papers. ``said`` carries sentences for the person.

    ``settle`` has what is being written saved before it is read.
    """

    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        settle: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._settle = settle
        self._window = window

    def handlers(self) -> Handlers:
        """What the actions of printing do."""
        return {"paper.print": self.print, "paper.save-pdf": self.save}

    def print(self) -> None:
        """Lets the person choose a printer."""
        self._fetch(self._choose_printer)

    def save(self) -> None:
        """Lets the person choose a file."""
        self._fetch(self._choose_file)

    def _fetch(self, then: Callable[[list[Paper]], None]) -> None:
        ids = self._navigation.selected
        if len(ids) > MOST:
            self.said.emit(self.tr("At most {} make one document.").format(count_of(MOST)))
        elif ids:
            self._settle()
            # Among the changes, so that a note saved a moment ago is on the page too.
            self._jobs.change(
                lambda: self._library.papers(ids), lambda found: then(found) if found else None
            )

    def _choose_printer(self, papers: list[Paper]) -> None:
        # Looking for printers takes a while and is needed for nothing else.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_name(papers))
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.accepted.connect(lambda: self._print(papers, printer))
        QDialog.open(dialog)

    def _print(self, papers: list[Paper], printer: QPrinter) -> None:
        def work(report: Progress, _cancelled: Callable[[], bool]) -> int:
            return draw(papers, printer, report, self._library.picture)

        title = self.tr("Printing {}").format(_name(papers))
        self._jobs.task(title, work, lambda pages: self._say(self.tr("Printed"), pages))

    def _choose_file(self, papers: list[Paper]) -> None:
        folder = Path(self._library.setting(_FOLDER) or Path.home())
        name = file_name(papers[0]).removesuffix(SUFFIX) if len(papers) == 1 else _name(papers)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save as PDF"),
            str(folder / f"{name}.pdf"),
            self.tr("PDF (*.pdf)"),
        )
        if chosen:
            file = Path(chosen)
            self.into(file if file.suffix else file.with_suffix(".pdf"), papers)

    def into(self, file: Path, papers: Sequence[Paper]) -> None:
        """Saves papers as one PDF."""

        def work(report: Progress, _cancelled: Callable[[], bool]) -> int:
            pages = write_pdf(papers, file, report, self._library.picture)
            self._library.set_setting(_FOLDER, str(file.parent))
            return pages

        said = self.tr("Saved {}").format(plain(file.name))
        self._jobs.task(self.tr("Saving as PDF"), work, partial(self._say, said))

    def _say(self, what: str, pages: int) -> None:
        long = self.tr("1 page") if pages == 1 else self.tr("{} pages").format(pages)
        self.said.emit(f"{what} ({long})")


def write_pdf(
    papers: Sequence[Paper], file: Path, report: Progress, picture: Fetch = no_pictures
) -> int:
    """Writes a PDF in one go and returns how many pages it has. Raises ExportError, Cancelled."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_FINE)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(_name(papers))
    writer.setCreator("Reader")
    pages = draw(papers, writer, report, picture)
    buffer.close()
    replace_whole(file.resolve(), _spaces(bytes(data.data())))
    return pages


def draw(
    papers: Sequence[Paper],
    device: QPagedPaintDevice,
    report: Progress,
    picture: Fetch = no_pictures,
) -> int:
    """Draws papers on the pages of a printer or PDF; returns how many. Any thread may do it."""
    layout = device.pageLayout()
    layout.setUnits(QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setMargins(QMarginsF())
    device.setPageLayout(layout)
    paper = layout.fullRect(QPageLayout.Unit.Point)
    body = QRectF(
        _MARGIN, _MARGIN, paper.width() - 2 * _MARGIN, paper.height() - 2 * _MARGIN - _FOOT
    )
    document = document_of(papers, body.width(), body.height(), picture)
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError(
            translate("Print", "The printer does not take the pages."),
            advice=translate("Print", "Choose another printer."),
        )
    try:
        # A unit is a point here, as it is in the document.
        painter.scale(device.width() / paper.width(), device.height() / paper.height())
        pages = _Pages(painter, device, body, papers, document.pageCount())
        for height, draw_at in lines_of(document):
            report(pages.turn_to(int(height // body.height())), pages.count)
            draw_at(painter, QPointF(body.left(), body.top() - pages.at * body.height()))
        pages.turn_to(pages.count - 1)
    finally:
        painter.end()
    return pages.count


class _Pages:
    """Goes from page to page and draws the foot of each."""

    def __init__(
        self,
        painter: QPainter,
        device: QPagedPaintDevice,
        body: QRectF,
        papers: Sequence[Paper],
        count: int,
    ) -> None:
        self.at = 0
        self.count = count
        self._painter = painter
        self._device = device
        self._foot = QRectF(body.left(), body.bottom() + _FOOT / 2, body.width(), _FOOT)
        self._title = plain(papers[0].title)[:300] if len(papers) == 1 else ""
        self._draw_foot()

    def turn_to(self, page: int) -> int:
        """Begins pages until it is that one; returns where it is."""
        while self.at < page:
            self._device.newPage()
            self.at += 1
            self._draw_foot()
        return self.at

    def _draw_foot(self) -> None:
        """The number of the page, and from the second on what it is of."""
        painter, foot, flag = self._painter, self._foot, Qt.AlignmentFlag
        painter.setFont(plainly_shaped(interface_font(8)))
        painter.setPen(QColor(LIGHT.text_quiet))
        number = f"{self.at + 1} / {self.count}"
        painter.drawText(foot, flag.AlignRight | flag.AlignVCenter, number)
        if self.at:
            room, elide = round(foot.width() - 60), Qt.TextElideMode.ElideRight
            title = painter.fontMetrics().elidedText(self._title, elide, room)
            painter.drawText(foot, flag.AlignLeft | flag.AlignVCenter, title)


def _spaces(pdf: bytes) -> bytes:
    """The PDF with spaces where Qt says that the form of a space is that of a tab.

    Both have one form in a font, and Qt takes the first it finds: words would be copied with tabs
    between them. The length stays as it is, since the PDF says where in it things are.
    """

    def table(found: re.Match[bytes]) -> bytes:
        return _MEANT.sub(lambda meant: meant[0].replace(b"<0009>", b"<0020>"), found[0])

    return _TABLE.sub(table, pdf)


def _name(papers: Sequence[Paper]) -> str:
    return plain(papers[0].title)[:200] if len(papers) == 1 else count_of(len(papers))
