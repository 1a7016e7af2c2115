"""Makes QActions and menus from the registry and the keymap."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QTreeView,
    QWidget,
)

from reader.gui.actions.keymap import Binding, sequences
from reader.gui.actions.registry import ACTIONS, MENUS, Action, Handlers, When
from reader.gui.actions.titles import title_in_menu
from reader.gui.actions.typed_keys import TypedKeys
from reader.gui.language import translate
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon

# The keys that press a button and open a line of the sidebar.
_PRESSES = [QKeySequence(key) for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)]

_OF_PAPERS = (When.PAPER, When.PAPERS)


class Focus(Enum):
    """What keys do where the focus is: ours all, text, or a button's press."""

    FREE = "free"
    WRITING = "writing"
    PRESSING = "pressing"


class Actions(QObject):
    """The actions of a window, each connected to its handler.

    What would be text has no effect while something is being written, so that letters are letters
    there; buttons and menu items work all the same. Space and Enter press the button that has the
    focus. ``acting`` says that something is about to be done with the chosen papers.
    """

    acting = Signal()

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        keymap: Mapping[str, Binding],
        handlers: Handlers,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.keymap = keymap
        self._focus = Focus.FREE
        self._keys: dict[Focus, dict[str, list[QKeySequence]]] = {}
        self._handlers = handlers
        self.by_id: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        self.menus = {
            name: window.menuBar().addMenu(translate("Actions", name, "menu")) for name in MENUS
        }
        for action in ACTIONS:
            made = QAction(title_in_menu(action), window)
            made.setObjectName(action.id)
            made.setCheckable(action.checkable)
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            made.triggered.connect(lambda _checked=False, action=action: self._do(action))
            self._menu_of(action).addAction(made)
            self.by_id[action.id] = made
        # Without the menu bar in sight (some desktops take it away) the keys must still act.
        window.addActions(list(self.by_id.values()))
        self.typed_keys = TypedKeys(self.by_id, self)
        self.bind()
        theme.changed.connect(self._dress)
        # A hundred drawings: the papers are painted before them.
        QTimer.singleShot(0, self, self._dress)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def _menu_of(self, action: Action) -> QMenu:
        """The menu or submenu in which an action stands; of a submenu one action is on."""
        menu = self.menus[action.menu]
        if not action.submenu:
            return menu
        if action.submenu not in self.submenus:
            made = menu.addMenu(translate("Actions", action.submenu, "menu"))
            self.submenus[action.submenu] = made
        return self.submenus[action.submenu]

    def bind(self) -> None:
        """Gives each action the keys that the keymap says now."""
        self._keys = {
            focus: {name: keys_where(focus, self.keymap[name]) for name in self.by_id}
            for focus in Focus
        }
        for name, keys in self._keys[self._focus].items():
            if self.by_id[name].shortcuts() != keys:
                self.by_id[name].setShortcuts(keys)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # In a dialog the keys of this window do not act at all.
        if new is None or new.window() is not self._window:
            return
        focus = focus_of(new)
        before, now = self._keys[self._focus], self._keys[focus]
        self._focus = focus
        for name, keys in now.items():
            if keys != before[name]:
                self.by_id[name].setShortcuts(keys)

    def _do(self, action: Action) -> None:
        if action.when in _OF_PAPERS:
            self.acting.emit()
        times = self.typed_keys.take_count()
        for _ in range(times if action.counted else 1):
            self._handlers[action.id]()

    def _dress(self) -> None:
        colour = self._theme.tokens.text_quiet
        for action in ACTIONS:
            # Where the icon would be, one that can be on has its check mark.
            if not action.checkable:
                self.by_id[action.id].setIcon(icon(action.icon, colour))


def keys_where(focus: Focus, binding: Binding) -> list[QKeySequence]:
    """The keys of an action that act where the focus is."""
    keys = sequences(binding, writing=focus is Focus.WRITING)
    return [key for key in keys if focus is not Focus.PRESSING or key not in _PRESSES]


def focus_of(widget: QWidget | None) -> Focus:
    """What keys typed into a widget do there."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return Focus.FREE if widget.isReadOnly() else Focus.WRITING
    if isinstance(widget, QAbstractButton | QComboBox | QListView | QTreeView):
        return Focus.PRESSING
    return Focus.FREE
