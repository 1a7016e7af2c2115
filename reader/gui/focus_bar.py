"""Shows that a text has the keyboard by a bar beside it, where a ring would crowd the letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_WIDTH = 3
_GAP = 11


class FocusBar(QWidget):
    """Stands in the margin of the page while ``text`` has the focus."""

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self._text = text
        self.hide()
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Comes, goes and moves with the text."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self._place()
            self.show()
        elif kind == QEvent.Type.FocusOut:
            self.hide()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the bar."""
        QPainter(self).fillRect(self.rect(), self.palette().accent())

    def _place(self) -> None:
        text, page = self._text, self._page()
        if self.parentWidget() is not page:
            self.setParent(page)
        at = text.mapTo(page, QPoint(0, 0))
        rtl = text.isRightToLeft()
        x = at.x() + text.width() + _GAP if rtl else at.x() - _GAP - _WIDTH
        self.setGeometry(x, at.y(), _WIDTH, text.height())

    def _page(self) -> QWidget:
        """What has room beside the text: the page that scrolls, or the window."""
        above = self._text.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea) and (page := above.widget()) is not None:
                return page
            above = above.parentWidget()
        return self._text.window()
