"""The palette over the window: a field, and below it what answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from reader.gui.labels import plain_label
from reader.gui.palette.delegate import PaletteDelegate
from reader.gui.palette.items import Item
from reader.gui.palette.model import PaletteModel
from reader.gui.palette.veil import DIMMED, dimmed_picture
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon
from reader.gui.theme.tokens import ICON, SPACE_4, SPACE_8, SPACE_12, SPACE_16

_WIDTH = 560
_ROWS_SHOWN = 9
_FROM_TOP = 0.13
_TAKEN = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class Palette(QWidget):
    """Covers the window while it is open. ``typed`` carries the text, ``chosen`` an Item.

    The field keeps the focus: ↓ ↑ Tab choose, Enter takes, Esc and a click beside it leave.
    """

    typed = Signal(str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._before: QWidget | None = None
        self._under: QImage | None = None
        self.frame = QFrame(self)
        self.frame.setObjectName("palette")
        self.field = QLineEdit(self.frame)
        self.field.setObjectName("paletteField")
        self.field.setPlaceholderText(self.tr("Type a command or search papers"))
        self.field.setAccessibleName(self.tr("Commands, lists, tags and papers"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.typed)
        self.mark = plain_label(self.frame)
        self.model = PaletteModel(self)
        self.view = QListView(self.frame)
        self.view.setObjectName("paletteList")
        self.view.setAccessibleName(self.tr("What answers"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(PaletteDelegate(theme, self))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.clicked.connect(self._take)
        self.nothing = plain_label(self.frame, self.tr("Nothing answers that."), "quiet")
        self.nothing.setContentsMargins(SPACE_8 + SPACE_12, SPACE_8, SPACE_8 + SPACE_12, SPACE_12)
        self._lay_out()
        theme.changed.connect(self._dress)
        window.installEventFilter(self)
        self._dress()
        self.hide()

    def open(self) -> None:
        """Shows itself empty, with the focus in its field; remembers where the focus was."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self.window().rect())
        self._see(dimmed_picture(self.window()))
        if self.field.text():
            self.field.clear()
        else:
            self.typed.emit("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_(self) -> None:
        """Goes, and gives the focus back to what had it."""
        if self.isVisible():
            self.hide()
            self._see(None)
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()

    def show_items(self, items: list[Item], *, keep: bool = False) -> None:
        """Shows rows, the first one chosen; ``keep`` leaves the choice where it is."""
        row = self.view.currentIndex().row() if keep else 0
        self.model.show(items)
        self.view.setVisible(bool(items))
        # A sign alone asks for nothing yet.
        self.nothing.setVisible(not items and bool(self.field.text().strip("@#> ")))
        if items:
            self._choose(min(max(row, 0), len(items) - 1), speak=False)
        self._place()

    @property
    def current(self) -> Item | None:
        """The row that Enter takes."""
        row = self.view.currentIndex().row()
        return self.model.items[row] if 0 <= row < len(self.model.items) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its keys come before the window's, and it stays over the whole window."""
        kind = event.type()
        if watched is self.field and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride and event.key() in _TAKEN:
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                return self._press(Qt.Key(event.key()))
        elif watched is self.field and kind == QEvent.Type.FocusOut and self.isVisible():
            # A dialog or another part of the window took the keyboard: not back to where it was.
            if QApplication.activeWindow() is self.window():
                self._before = None
                self.close_()
        elif watched is self.parentWidget() and kind == QEvent.Type.Resize and self.isVisible():
            self._see(None)
            self.setGeometry(self.window().rect())
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the palette leaves it."""
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dims what lies under it."""
        painter = QPainter(self)
        if self._under is None:
            painter.fillRect(self.rect(), DIMMED)
        else:
            painter.drawImage(0, 0, self._under)

    def _see(self, under: QImage | None) -> None:
        """Shows a picture of the window under it, or (None) the window itself."""
        self._under = under
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, under is not None)

    def _press(self, key: Qt.Key) -> bool:
        count, row = len(self.model.items), self.view.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.close_()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab) and count:
            self._choose((row + 1) % count)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab) and count:
            self._choose((row - 1) % count)
        elif key == Qt.Key.Key_PageDown and count:
            self._choose(min(row + _ROWS_SHOWN, count - 1))
        elif key == Qt.Key.Key_PageUp and count:
            self._choose(max(row - _ROWS_SHOWN, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.view.currentIndex())
        else:
            return key in _TAKEN
        return True

    def _choose(self, row: int, *, speak: bool = True) -> None:
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        if speak:
            said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.model.items):
            item = self.model.items[index.row()]
            self.close_()
            self.chosen.emit(item)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(SPACE_8 + SPACE_12, SPACE_8, SPACE_16, SPACE_8)
        top.setSpacing(SPACE_8)
        top.addWidget(self.mark)
        top.addWidget(self.field, 1)
        top.addWidget(plain_label(self.frame, "Esc", "keycap"))
        line = QFrame(self.frame)
        line.setFixedHeight(1)
        line.setObjectName("paletteLine")
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(1, 1, 1, SPACE_4)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addSpacing(SPACE_4)
        column.addWidget(self.view)
        column.addWidget(self.nothing)

    def _place(self) -> None:
        """As high as its rows, in the upper middle."""
        rows = min(len(self.model.items), _ROWS_SHOWN)
        row = self.view.sizeHintForRow(0) if rows else 0
        room = round(self.height() * (1 - 2 * _FROM_TOP)) - 80
        edges = self.view.contentsMargins()
        height = min(rows * row, max(row, room - room % max(row, 1)))
        self.view.setFixedHeight(height + edges.top() + edges.bottom() if rows else 0)
        width = min(round(_WIDTH * max(1.0, self._theme.scale)), self.width() - 2 * SPACE_16)
        self.frame.setFixedWidth(width)
        self.frame.adjustSize()
        self.frame.move((self.width() - width) // 2, round(self.height() * _FROM_TOP))

    def _dress(self) -> None:
        quiet = self._theme.tokens.text_quiet
        self.mark.setPixmap(icon("search", quiet).pixmap(ICON, ICON))
        if self.isVisible():
            self._see(None)
            self._place()
