"""The sidebar as a pane: the program's name and the lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from reader.gui.labels import plain_label
from reader.gui.navigation import Navigation
from reader.gui.sidebar.commands_button import CommandsButton
from reader.gui.sidebar.delegate import SidebarDelegate
from reader.gui.sidebar.lines import ALL_DIGESTS, Line
from reader.gui.sidebar.model import SidebarModel
from reader.gui.sidebar.view import SidebarView
from reader.gui.theme import Theme
from reader.gui.theme.icons import application_icon
from reader.gui.theme.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from reader.model import Counts, ListKind

_SMART_ACTIONS = ("smart.rename", "smart.delete")


class Sidebar(QFrame):
    """Shows the lists with their counts and goes to the one that is chosen."""

    duplicates_wanted = Signal()

    def __init__(self, navigation: Navigation, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebarPane")
        self._navigation = navigation
        self.model = SidebarModel(self)
        # Made first, so that Tab goes to it before the lists.
        self.commands = CommandsButton(self)
        self._delegate = SidebarDelegate(theme, self)
        self.view = SidebarView(self._delegate, self)
        self.view.setObjectName("sidebar")
        self.view.setAccessibleName(self.tr("Lists"))
        self.view.setModel(self.model)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Not currentChanged: Qt makes the first line current when the view gets the focus.
        self.view.selectionModel().selectionChanged.connect(self._go)
        self.view.viewport().installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.smart_menu = QMenu(self)
        navigation.place_changed.connect(self._mark_place)
        theme.changed.connect(self.view.viewport().update)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE_12, 0, SPACE_8)
        layout.setSpacing(SPACE_8)
        layout.addLayout(self._brand())
        layout.addLayout(self._beside_edges(self.commands))
        layout.addWidget(self.view, 1)
        self._mark_place()

    @property
    def folded(self) -> frozenset[str]:
        """What is folded away, to be found so again."""
        return self.model.folded - {ALL_DIGESTS}

    def fold(self, folded: Iterable[str]) -> None:
        """Folds parts away."""
        self.model.fold(folded)

    def set_counts(self, counts: Counts) -> None:
        """Shows the counts of all lists."""
        self.model.show(counts)
        self._mark_place()

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Gives the menu of smart lists and the button of the palette their actions."""
        self.smart_menu.addActions([actions[name] for name in _SMART_ACTIONS])
        self.commands.set_action(actions["palette.open"])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Folding: a click on a caption or before a tag; ← and → on a line, Enter on a caption."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            index = self.view.indexAt(at)
            if index.isValid():
                line, rect = self.model.lines[index.row()], self.view.visualRect(index)
                if self._delegate.folds_at(line, rect, at, self.layoutDirection()):
                    self._fold(line)
                    return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._fold_by_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _fold_by_key(self, key: Qt.Key) -> bool:
        index = self.view.currentIndex()
        if not index.isValid():
            return False
        line = self.model.lines[index.row()]
        towards = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        if self.isRightToLeft():
            towards = {key: not fold for key, fold in towards.items()}
        entered = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not line.place
        turned = key in towards and line.folded != towards[key]
        if not line.fold or not (entered or turned):
            return False
        self._fold(line)
        return True

    def _fold(self, line: Line) -> None:
        row = self.view.currentIndex().row()
        now = self.model.folded ^ {line.fold}
        self.model.fold(now)
        self._mark_place()
        if self.view.hasFocus() and 0 <= row < len(self.model.lines):
            self._select(row)

    def _show_menu(self, at: QPoint) -> None:
        """What can be done with the smart list there; it is shown first, for the actions."""
        index = self.view.indexAt(at)
        place = self.model.lines[index.row()].place if index.isValid() else None
        if place is not None and place.kind is ListKind.SMART:
            self._navigation.go(place)
            self.smart_menu.popup(self.view.viewport().mapToGlobal(at))

    def _brand(self) -> QHBoxLayout:
        mark = plain_label(self)
        mark.setPixmap(application_icon().pixmap(QSize(26, 26), self.devicePixelRatioF()))
        name = plain_label(self, "Reader", "heading")
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_16 + SPACE_4, 0, SPACE_16, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addWidget(mark)
        row.addWidget(name)
        row.addStretch(1)
        return row

    def _beside_edges(self, widget: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        row.addWidget(widget)
        return row

    def _go(self, selected: QItemSelection) -> None:
        for index in selected.indexes():
            place = self.model.lines[index.row()].place
            if place is not None:
                self._navigation.go(place)

    def _open(self, index: QModelIndex) -> None:
        line = self.model.lines[index.row()]
        if line.place is None and not line.fold:
            self.duplicates_wanted.emit()
            self._mark_place()

    def _mark_place(self) -> None:
        """Selects the line of the list that is shown; none while searching."""
        place = None if self._navigation.searching else self.model.place(self._navigation.list)
        selection = self.view.selectionModel()
        wanted = [] if place is None else [place]
        if [index.row() for index in selection.selectedIndexes()] == wanted:
            return
        if place is None:
            selection.blockSignals(True)
            selection.clear()
            selection.blockSignals(False)
            self.view.viewport().update()
        else:
            self._select(place)

    def _select(self, row: int) -> None:
        """Selects a line without going there."""
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        selection.setCurrentIndex(self.model.index(row), flag)
        selection.blockSignals(False)
        self.view.viewport().update()
