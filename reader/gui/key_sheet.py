"""The ``?`` sheet: every action and its keys from the registry, and the keys of places."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions.fixed_keys import FIXED_KEYS
from reader.gui.actions.keymap import Binding, sequences
from reader.gui.actions.registry import MENUS
from reader.gui.key_column import KeyColumn, KeyRow, column_size, key_rows
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_16, SPACE_24, SPACE_32

_LIST, _MARKING, _SEARCH, _NOTE, _TAGS, _LINE, _SIDEBAR, _PROGRESS = FIXED_KEYS
# How the menus and the places with keys of their own stand beside each other, the widest way first.
_ARRANGEMENTS = (
    (
        ("Paper", _LIST),
        ("Go", "Help", _MARKING),
        ("Library", "Edit", "View"),
        (_SEARCH, _NOTE, _TAGS, _LINE, _SIDEBAR, _PROGRESS),
    ),
    (
        ("Paper", "Help", _LIST, _LINE),
        ("Go", _MARKING, _SEARCH, _NOTE),
        ("Library", "Edit", "View", _TAGS, _SIDEBAR, _PROGRESS),
    ),
    (
        ("Paper", "Help", _LIST, _MARKING, _LINE, _SIDEBAR),
        ("Go", "Library", "Edit", "View", _SEARCH, _NOTE, _TAGS, _PROGRESS),
    ),
    ((*MENUS, *FIXED_KEYS),),
)
_ROOM_AROUND = 48
_BETWEEN = 48
_SCROLLS = {
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}


def show_keys(keymap: Mapping[str, Binding], theme: Theme, window: QWidget) -> None:
    """Opens the sheet: the one that was opened before, while that is still right."""
    right = (dict(keymap), theme.tokens, theme.scale, window.size())
    sheet = window.findChild(KeySheet)
    if sheet is not None and sheet.made_for != right:
        sheet.setParent(None)
        sheet.deleteLater()
        sheet = None
    if sheet is None:
        sheet = KeySheet(keymap, theme, window)
        sheet.made_for = right
    sheet.scroller.verticalScrollBar().setValue(0)
    sheet.open()


class KeySheet(QDialog):
    """Closes on Esc or a second ``?``; in as many columns as the window has room for.

    It is kept, for to make it takes longer than to show it.
    """

    made_for: tuple[object, ...] = ()
    """The keys, the theme and the size of the window."""

    def __init__(
        self, keymap: Mapping[str, Binding], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keySheet")
        self.setWindowTitle(self.tr("All keys"))
        self.setAccessibleName(self.tr("All keys"))
        # Nothing in the sheet takes keys; it takes them itself, so that a screen reader finds it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        for keys in sequences(keymap["help.keys"]):
            QShortcut(keys, self).activated.connect(self.close)
        self.scroller = QScrollArea(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.scroller)
        window = parent.size() if parent is not None else QSize(1440, 900)
        room = window - QSize(_ROOM_AROUND, _ROOM_AROUND)
        beside = QSize(self.scroller.verticalScrollBar().sizeHint().width(), 2)
        page = _page(keymap, theme, (room - beside).width())
        self.scroller.setWidget(page)
        wanted = page.size() + beside
        self.resize(wanted.boundedTo(room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls where not all is seen."""
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.scroller.verticalScrollBar().triggerAction(action)


def _page(keymap: Mapping[str, Binding], theme: Theme, width: int) -> QWidget:
    """The menus in the first arrangement that is not too wide."""
    columns = _columns(keymap, theme, width - 2 * SPACE_32)
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(SPACE_32, SPACE_16, SPACE_32, SPACE_24)
    row.setSpacing(_BETWEEN)
    for rows in columns:
        row.addWidget(KeyColumn(rows, theme, page), 0, Qt.AlignmentFlag.AlignTop)
    page.resize(row.sizeHint())
    return page


def _columns(keymap: Mapping[str, Binding], theme: Theme, width: int) -> list[list[KeyRow]]:
    """What stands beside each other where there is so much room."""
    # Measured before they are made: each column that is not shown costs as much as one that is.
    rows_of = {name: key_rows((name,), keymap) for name in (*MENUS, *FIXED_KEYS)}
    for arrangement in _ARRANGEMENTS:
        columns = [[row for name in names for row in rows_of[name]] for names in arrangement]
        widths = [column_size(rows, theme).width() for rows in columns]
        if sum(widths) + _BETWEEN * (len(widths) - 1) <= width:
            break
    return columns


assert all(
    {name for column in columns for name in column} == {*MENUS, *FIXED_KEYS}
    for columns in _ARRANGEMENTS
)
