"""The line that says that another query was answered than the one that was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown

_MARGIN, _GAP = 4, 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CorrectedLine(QWidget):
    """Two lines where the pane is narrow. ``literal_wanted`` says that its link was taken.

    Tab reaches the link from the search field.
    """

    literal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrected, self._typed = "", ""
        self.text = plain_label(self, role="quiet")
        self.link = _Link(self)
        self.link.setProperty("role", "link")
        self.link.clicked.connect(self.literal_wanted)
        for part in (self.text, self.link):
            part.setMinimumWidth(1)  # or long queries would widen the pane
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._row.addWidget(self.text)
        self._row.addWidget(self.link)
        self._row.addStretch(1)
        self.hide()

    def show_corrected(self, corrected: str, typed: str) -> None:
        """Names both queries; without a correction there is no line."""
        self._corrected, self._typed = shown(corrected), shown(typed)
        self.setVisible(bool(corrected))
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the words into the room there is."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        sentence = self.tr("Showing results for “{}”.").format(self._corrected)
        offer = self.tr("Search “{}” instead").format(self._typed)
        metrics, room = self.text.fontMetrics(), self.width() - 2 * _MARGIN
        elide = Qt.TextElideMode.ElideRight
        # A "&" would underline the letter after it.
        self.link.setText(metrics.elidedText(offer, elide, room).replace("&", "&&"))
        self.text.setText(metrics.elidedText(sentence, elide, room))
        wanted = self.text.sizeHint().width() + _GAP + self.link.sizeHint().width()
        beside = wanted <= room
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._row.setSpacing(_GAP if beside else 0)
        self._row.setAlignment(self.link, Qt.AlignmentFlag.AlignLeading)
        self.text.setAccessibleName(sentence)
        self.link.setAccessibleName(offer)


class _Link(QPushButton):
    """A button that Enter presses too, though elsewhere Enter opens the paper."""

    def event(self, event: QEvent) -> bool:
        """Keeps Enter from the actions of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() in _ENTER:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the link."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
