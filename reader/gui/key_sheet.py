"""The ``?`` sheet: every action with its keys, made from the registry."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding, sequences
from reader.gui.actions.registry import ACTIONS, MENUS
from reader.gui.labels import plain_label
from reader.gui.language import translate

# How the menus stand beside each other, the widest way first.
_ARRANGEMENTS = (
    (("Paper",), ("Go", "Help"), ("Library", "Edit", "View")),
    (("Paper", "Help"), ("Go", "Library", "Edit", "View")),
    (MENUS,),
)
_ROOM_AROUND = 48
_SCROLLS = {
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


class KeySheet(QDialog):
    """Closes on Esc or a second ``?``; in as many columns as the window has room for."""

    def __init__(self, keymap: Mapping[str, Binding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keySheet")
        self.setWindowTitle(self.tr("All keys"))
        self.setAccessibleName(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Nothing in the sheet takes keys; it takes them itself, so that a screen reader finds it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        for keys in sequences(keymap["help.keys"]):
            QShortcut(keys, self).activated.connect(self.close)
        self._sections = {menu: self._section(menu, keymap) for menu in MENUS}
        self.scroller = QScrollArea(self)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.scroller)
        window = parent.size() if parent is not None else QSize(1440, 900)
        room = window - QSize(_ROOM_AROUND, _ROOM_AROUND)
        page = self._page(room.width())
        self.scroller.setWidget(page)
        wanted = page.sizeHint() + QSize(self.scroller.verticalScrollBar().sizeHint().width(), 2)
        self.resize(wanted.boundedTo(room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls where not all is seen."""
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.scroller.verticalScrollBar().triggerAction(action)

    def _page(self, width: int) -> QWidget:
        """The sections in the first arrangement that is not too wide."""
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(32, 24, 32, 28)
        columns.setSpacing(48)
        widths = {menu: part.sizeHint().width() for menu, part in self._sections.items()}
        fitting = [
            menus
            for menus in _ARRANGEMENTS
            if sum(max(widths[menu] for menu in column) + 48 for column in menus) + 32 <= width
        ]
        for menus in (*fitting, _ARRANGEMENTS[-1])[0]:
            column = QVBoxLayout()
            column.setSpacing(20)
            for menu in menus:
                column.addWidget(self._sections[menu])
            column.addStretch(1)
            columns.addLayout(column)
        return page

    def _section(self, menu: str, keymap: Mapping[str, Binding]) -> QWidget:
        section = QWidget(self)
        grid = QGridLayout(section)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, 190)
        grid.setColumnStretch(1, 1)
        caption = plain_label(section, translate("Actions", menu, "menu"), "caption")
        grid.addWidget(caption, 0, 0)
        # What has no key is in the menus and the palette.
        shown = [action for action in ACTIONS if action.menu == menu and keymap[action.id].keys]
        for row, action in enumerate(shown, 1):
            grid.addWidget(plain_label(section, translate("Actions", action.title)), row, 0)
            grid.addLayout(self._caps(keymap[action.id]), row, 1)
        return section

    def _caps(self, binding: Binding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        # Return and Enter are two keys with one name.
        for name in dict.fromkeys(map(key_text, binding.keys)):
            cap = plain_label(self, name, "keycap")
            row.addWidget(cap)
        row.addStretch(1)
        return row


assert all({menu for column in menus for menu in column} == set(MENUS) for menus in _ARRANGEMENTS)
