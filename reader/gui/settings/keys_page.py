"""The page where keys are changed by pressing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding
from reader.gui.actions.overlay import Keymap, base_map
from reader.gui.actions.registry import ACTIONS, Action
from reader.gui.actions.remapping import Remap, remap, with_key
from reader.gui.actions.titles import full_title
from reader.gui.labels import plain_label
from reader.gui.settings.capture import KeyCapture
from reader.gui.settings.keys_delegate import KeysDelegate
from reader.gui.settings.keys_model import KeyLine, KeysModel
from reader.gui.theme import Theme
from reader.gui.theme.tokens import SPACE_4, SPACE_8

_ACTIONS = {action.id: action for action in ACTIONS}


class KeysPage(QWidget):
    """A list of actions, and under it what can be done with the keys of the selected one.

    ``entries_wanted`` carries what is to be written into the person's file.
    """

    entries_wanted = Signal(object)

    def __init__(self, keymap: Keymap, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._adding = False
        self._warned = ""
        self.model = KeysModel(keymap, base_map(keymap.base), self)
        self._build(theme)
        keymap.changed.connect(self._refresh)
        self._select(self.model.row_of(ACTIONS[0].id))

    @property
    def action(self) -> Action | None:
        """The selected action."""
        line = self.view.currentIndex().data(KeysModel.LineRole)
        return line.action if isinstance(line, KeyLine) else None

    def narrow(self, text: str) -> int:
        """Shows the actions that a text is about; returns how many they are."""
        current = self.action
        found = self.model.narrow(text)
        self._stop()
        self._select(self.model.row_of(current.id) if current else None)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter presses a new key for the selected action, + one more, Backspace takes all away."""
        if watched is self.view and isinstance(event, QKeyEvent):
            if event.type() != QEvent.Type.KeyPress or self.action is None:
                return False
            keys = {
                Qt.Key.Key_Return: self.change.click,
                Qt.Key.Key_Enter: self.change.click,
                Qt.Key.Key_Plus: self.add.click,
                Qt.Key.Key_Backspace: self.remove.click,
                Qt.Key.Key_Delete: self.remove.click,
            }
            act = keys.get(Qt.Key(event.key()))
            if act is not None:
                act()
                return True
        return False

    def _build(self, theme: Theme) -> None:
        self.view = QListView(self)
        self.view.setObjectName("keysList")
        self.view.setAccessibleName(self.tr("Actions and their keys"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(KeysDelegate(theme, self.view))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._stop())
        self.view.doubleClicked.connect(lambda _: self.change.click())
        self.view.installEventFilter(self)
        theme.changed.connect(self.view.viewport().update)
        self.what = plain_label(self)
        self.said = plain_label(self, role="quiet")
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.foot = QStackedWidget(self)
        self.foot.addWidget(self._choices())
        self.foot.addWidget(self._capturing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.view, 1)
        layout.addSpacing(SPACE_4)
        layout.addWidget(self.what)
        layout.addWidget(self.foot)
        layout.addWidget(self.said)
        self.foot.setFixedHeight(self.foot.sizeHint().height())

    def _choices(self) -> QWidget:
        self.change = self._button(self.tr("Change…"), lambda: self._capture(adding=False))
        self.add = self._button(self.tr("Add another…"), lambda: self._capture(adding=True))
        self.remove = self._button(self.tr("Take away"), self._take_away)
        self.reset = self._button(self.tr("Back to the default"), self._reset)
        return self._row(self.change, self.add, self.remove, self.reset)

    def _capturing(self) -> QWidget:
        self.capture = KeyCapture(self)
        self.capture.captured.connect(self._captured)
        self.capture.accepted.connect(lambda _: self._accept())
        self.capture.none_wanted.connect(self._take_away)
        self.capture.left.connect(self._leave)
        self.use = self._button(self.tr("Use"), self._accept)
        self.leave = self._button(self.tr("Cancel"), self._leave)
        return self._row(self.capture, self.use, self.leave)

    def _button(self, title: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(title, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _row(self, *widgets: QWidget) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        for widget in widgets:
            layout.addWidget(widget, 1 if isinstance(widget, KeyCapture) else 0)
        if not isinstance(widgets[0], KeyCapture):
            layout.addStretch(1)
        return row

    def _refresh(self) -> None:
        current = self.action
        self.model.refresh(base_map(self._keymap.base))
        self._select(self.model.row_of(current.id) if current else None)

    def _select(self, row: int | None) -> None:
        """Selects a line, or the first action there is."""
        if row is None:
            row = 1 if self.model.lines else -1
        index = self.model.index(row)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flag)
        self.view.scrollTo(index)
        self._stop()

    def _stop(self) -> None:
        """Shows what can be done with the selected action."""
        action = self.action
        self._warned = ""
        self.foot.setCurrentIndex(0)
        self.what.setText(full_title(action) if action else "")
        for button in (self.change, self.add, self.remove):
            button.setEnabled(action is not None)
        base = base_map(self._keymap.base)
        self.reset.setEnabled(action is not None and base[action.id] != self._keymap[action.id])
        self.remove.setEnabled(action is not None and bool(self._keymap[action.id].keys))
        self.said.setText(
            self.tr("Enter changes the keys, + adds another, Backspace takes them away.")
            if action
            else self.tr("No action is called like this.")
        )

    def _capture(self, *, adding: bool) -> None:
        action = self.action
        if action is None:
            return
        self._adding = adding
        self.capture.setAccessibleName(self.tr("New key for “{}”").format(full_title(action)))
        self.foot.setCurrentIndex(1)
        self.capture.begin()

    def _captured(self, keys: str) -> None:
        """Says, before anything is done, what Enter would do."""
        action = self.action
        if action is None:
            return
        self.use.setEnabled(bool(keys))
        if not keys:
            self.said.setText(self.tr("Backspace takes the keys away. Esc leaves it as it is."))
        else:
            taken = self._remap(action, keys).taken
            anyway = self.tr("Enter does it all the same. Esc leaves.")
            said = self._clash(taken, anyway) if taken else self.tr("Enter does it. Esc leaves.")
            self.said.setText(said)

    def _clash(self, taken: Mapping[str, Sequence[str]], then: str) -> str:
        """Says who would lose keys, and what to do."""
        owners = [
            self.tr("{} from “{}”").format(
                ", ".join(map(key_text, keys)), full_title(_ACTIONS[owner])
            )
            for owner, keys in taken.items()
        ]
        more = self.tr(" and {} more").format(len(owners) - 2) if len(owners) > 2 else ""
        return self.tr("This takes {}.").format(", ".join(owners[:2]) + more) + " " + then

    def _remap(self, action: Action, keys: str) -> Remap:
        wanted = with_key(self._keymap, action.id, keys) if self._adding else (keys,)
        return remap(self._keymap, action.id, Binding(self._keymap[action.id].context, wanted))

    def _accept(self) -> None:
        action, keys = self.action, self.capture.keys
        if action is not None and self.use.isEnabled():
            self._put(self._remap(action, keys))

    def _take_away(self) -> None:
        if self.action is not None:
            none = Binding(self._keymap[self.action.id].context, ())
            self._put(remap(self._keymap, self.action.id, none))

    def _reset(self) -> None:
        """Back to the base map; where that takes keys from others, only when asked again."""
        if self.action is None:
            return
        action = self.action.id
        change = remap(self._keymap, action, base_map(self._keymap.base)[action])
        if change.taken and self._warned != action:
            self._warned = action
            self.said.setText(self._clash(change.taken, self.tr("Once more does it.")))
        else:
            self._put(change)

    def _put(self, change: Remap) -> None:
        self._leave()
        self.entries_wanted.emit(change.entries(base_map(self._keymap.base)))

    def _leave(self) -> None:
        self._stop()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
