"""The list of lists, which paints no more of its lines than have changed."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.gui.sidebar.delegate import SidebarDelegate


class SidebarView(QListView):
    """Qt has all lines painted from the first to the last that changed; a decision changes two."""

    def __init__(self, delegate: SidebarDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self.setItemDelegate(delegate)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Has the delegate paint what is to be painted, not what lies between."""
        self._delegate.wanted = event.region()
        super().paintEvent(event)
        self._delegate.wanted = None
