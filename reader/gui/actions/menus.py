"""Makes QActions and menus from the registry and the keymap."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reader.gui.actions.keymap import Binding, sequences
from reader.gui.actions.registry import ACTIONS, MENUS, Handlers
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon


class Actions(QObject):
    """The actions of a window, each connected to its handler.

    What would be text has no effect while something is being written, so that letters are letters
    there; buttons and menu items work all the same.
    """

    def __init__(
        self,
        window: QMainWindow,
        theme: Theme,
        keymap: Mapping[str, Binding],
        handlers: Handlers,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self.keymap = keymap
        self._writing = False
        self.by_id: dict[str, QAction] = {}
        menus = {name: window.menuBar().addMenu(name) for name in MENUS}
        for action in ACTIONS:
            made = QAction(action.title, window)
            made.setObjectName(action.id)
            made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            handler = handlers[action.id]
            made.triggered.connect(lambda _checked=False, handler=handler: handler())
            menus[action.menu].addAction(made)
            self.by_id[action.id] = made
        # Without the menu bar in sight (some desktops take it away) the keys must still act.
        window.addActions(list(self.by_id.values()))
        self.bind()
        theme.changed.connect(self._dress)
        self._dress()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def bind(self) -> None:
        """Gives each action the keys that it has now."""
        for action_id, action in self.by_id.items():
            keys = sequences(self.keymap[action_id], writing=self._writing)
            if action.shortcuts() != keys:
                action.setShortcuts(keys)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        writing = is_writing(new)
        if writing == self._writing:
            return
        self._writing = writing
        self.bind()

    def _dress(self) -> None:
        colour = self._theme.tokens.text_quiet
        for action in ACTIONS:
            self.by_id[action.id].setIcon(icon(action.icon, colour))


def is_writing(widget: QWidget | None) -> bool:
    """Whether keys typed into a widget become text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return False
