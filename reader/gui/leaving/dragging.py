"""Papers dragged out of the list: as Markdown links, text and addresses."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFontMetricsF, QPainter, QPixmap

from reader.exporting.addresses import page_of
from reader.exporting.citing import bare_links
from reader.exporting.escaping import web_address
from reader.gui.leaving.clipboard import mime_of
from reader.gui.list.row_text import shown
from reader.gui.list.view import PaperListView
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import RADIUS, SPACE_12, TEXT_BODY
from reader.library import Library
from reader.model import Paper, count_of

# They are read while the hand moves, so it must be quick; more leave by exporting.
MOST = 200
_WIDEST = 320
_HEIGHT = 32


class Dragging(QObject):
    """Begins a drag when the list wants one. Nothing of ours takes it but fields for text."""

    def __init__(
        self, library: Library, theme: Theme, view: PaperListView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._theme = theme
        self._view = view
        view.drag_wanted.connect(self.begin)

    def begin(self) -> None:
        """Drags the selected papers until they are let go."""
        ids = self._view.selected_ids()
        papers = self._library.papers(ids) if 0 < len(ids) <= MOST else []
        if not papers:
            return
        drag = QDrag(self._view)
        urls = [url for paper in papers if (url := web_address(page_of(paper)))]
        drag.setMimeData(mime_of(bare_links(papers), source=True, urls=urls))
        drag.setPixmap(self._picture(papers))
        drag.setHotSpot(QPoint(-SPACE_12, -SPACE_12))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture(self, papers: list[Paper]) -> QPixmap:
        """What is under the pointer: the title, or how many there are."""
        tokens, scale = self._theme.tokens, self._theme.scale
        font = interface_font(TEXT_BODY * scale, 500)
        metrics = QFontMetricsF(font)
        words = shown(papers[0].title) if len(papers) == 1 else count_of(len(papers))
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST * scale)
        size = QSize(round(metrics.horizontalAdvance(words)) + 2 * SPACE_12, round(_HEIGHT * scale))
        ratio = self._view.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, size.width(), size.height())
        painter.setPen(QColor(tokens.line_strong))
        painter.setBrush(QColor(tokens.surface_field))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture
