"""What stands over the list: its name, how many papers it has, and in which order they are."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader.gui.labels import ElidedLabel, plain_label
from reader.gui.language import translate
from reader.gui.navigation import Navigation
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon
from reader.gui.theme.tokens import SPACE_4, SPACE_8
from reader.model import Sort

_PHRASES = {
    Sort.RELEVANCE: QT_TRANSLATE_NOOP("Sort", "by relevance"),
    Sort.ADDED: QT_TRANSLATE_NOOP("Sort", "by date added"),
    Sort.DIGEST: QT_TRANSLATE_NOOP("Sort", "in digest order"),
    Sort.YEAR: QT_TRANSLATE_NOOP("Sort", "by year"),
    Sort.TITLE: QT_TRANSLATE_NOOP("Sort", "by title"),
    Sort.LIKENESS: QT_TRANSLATE_NOOP("Sort", "by what you may like"),
}


class ListHeading(QWidget):
    """Names the order beside the count only where it is not the usual one of the list."""

    def __init__(self, navigation: Navigation, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._navigation = navigation
        self._theme = theme
        self.title = ElidedLabel(self, "heading")
        self.count = plain_label(self, role="quiet")
        self.order = ElidedLabel(self, "quiet")
        self.sort_button = QToolButton(self)
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.title)
        row.addWidget(self.count)
        # It has what room the others leave.
        self.order.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.order, 1)
        row.addStretch()
        row.addWidget(self.sort_button)
        navigation.place_changed.connect(self._name_order)
        theme.changed.connect(self._dress)
        self._name_order()
        self._dress()

    def show_title(self, title: str, count: str) -> None:
        """Shows the name of the list, and how many papers there are."""
        self.title.setText(title)
        self.count.setText(count)

    def set_orders(self, menu: QMenu) -> None:
        """Gives the button the menu of the orders."""
        self.sort_button.setMenu(menu)

    def _name_order(self) -> None:
        phrase = translate("Sort", _PHRASES[self._navigation.order])
        self.order.setText(f"· {phrase}")
        self.order.setVisible(self._navigation.order is not self._navigation.usual_order)
        name = self.tr("Sort, now {}").format(phrase)
        self.sort_button.setToolTip(name)
        self.sort_button.setAccessibleName(name)

    def _dress(self) -> None:
        quiet = self._theme.tokens.text_quiet
        self.sort_button.setIcon(icon("arrow-down-wide-narrow", quiet))
