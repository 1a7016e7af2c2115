"""A column of the ``?`` sheet: the menus in it, and each action with its keys.

Painted by a delegate: as labels, a hundred and sixty of them, the sheet took 45 ms to open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.gui.actions.fixed_keys import FIXED_KEYS
from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import ACTIONS, MENUS
from reader.gui.actions.titles import full_title
from reader.gui.kept_pictures import KeptPictures
from reader.gui.key_caps import cap_width, paint_cap
from reader.gui.language import translate
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.tokens import SPACE_4, SPACE_24, TEXT_BODY, TEXT_CHIP, TEXT_SMALL

ROW, CAPTION = 27, 40
_LEAST_TITLE = 190
_MOST_ROWS = len(ACTIONS) + len(MENUS) + sum(len(keys) + 1 for keys in FIXED_KEYS.values())
_ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line: the name of a menu or place, or what is done and what stands on its keys."""

    text: str
    caps: tuple[str, ...] = ()


def key_rows(names: Iterable[str], keymap: Mapping[str, Binding]) -> list[KeyRow]:
    """The lines of menus, and of places that have keys of their own.

    What has no key is in the menus and the palette only.
    """
    return [
        row
        for name in names
        for row in (_of_menu(name, keymap) if name in MENUS else _of_place(name))
    ]


def _of_menu(menu: str, keymap: Mapping[str, Binding]) -> Iterator[KeyRow]:
    yield KeyRow(translate("Actions", menu, "menu"))
    for action in ACTIONS:
        keys = keymap[action.id].keys
        if action.menu == menu and keys:
            yield KeyRow(full_title(action), tuple(map(key_text, keys)))


def _of_place(place: str) -> Iterator[KeyRow]:
    yield KeyRow(translate("FixedKeys", place))
    for fixed in FIXED_KEYS[place]:
        yield KeyRow(translate("FixedKeys", fixed.title), tuple(map(key_text, fixed.keys)))


def column_size(rows: Iterable[KeyRow], theme: Theme) -> QSize:
    """How large a column with some lines is."""
    return KeyRowDelegate(theme).size_of(rows)


class KeyColumn(QListView):
    """Shows lines at their full size; it neither scrolls nor takes keys."""

    def __init__(self, rows: Iterable[KeyRow], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        delegate = KeyRowDelegate(theme, self)
        model = QStandardItemModel(self)
        for row in rows:
            item = QStandardItem(row.text)
            item.setData(row, _ROW_ROLE)
            spoken = f"{row.text}: {', '.join(row.caps)}" if row.caps else row.text
            item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(item)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("Keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFixedSize(delegate.size_of(rows))


class KeyRowDelegate(QStyledItemDelegate):
    """Title, then caps, all caps of a column beginning at one place; mirrored as the window is."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = interface_font(TEXT_BODY * theme.scale, 400)
        self._caption = interface_font(TEXT_SMALL * theme.scale, 600)
        self._cap = interface_font(TEXT_CHIP * theme.scale, 500)
        self._caps_from = float(_LEAST_TITLE)
        self._pictures = KeptPictures(self._draw, _MOST_ROWS)

    def size_of(self, rows: Iterable[KeyRow]) -> QSize:
        """How large a column with these lines is; from now on its caps begin after its titles."""
        titles, caps = QFontMetricsF(self._title), QFontMetricsF(self._cap)
        self._caps_from = SPACE_24 + max(
            _LEAST_TITLE, *(titles.horizontalAdvance(row.text) for row in rows)
        )
        width = max(sum(cap_width(caps, cap) + SPACE_4 for cap in row.caps) for row in rows)
        return QSize(round(self._caps_from + width), sum(map(self._height, rows)))

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Captions keep a distance to what is above."""
        return QSize(1, self._height(index.data(_ROW_ROLE)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paints one line."""
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        look = (index.data(_ROW_ROLE), mirrored)
        self._pictures.paint(painter, option.rect, look, self._theme.tokens.surface_list)

    def _draw(self, painter: QPainter, box: QRect, look: tuple[KeyRow, bool]) -> None:
        (row, mirrored), rect, tokens = look, QRectF(box), self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.caps:
            rect.setTop(rect.bottom() - ROW * self._scale())
        self._paint_text(painter, rect, row, mirrored)
        painter.setFont(self._cap)
        metrics = QFontMetricsF(self._cap)
        left = self._caps_from
        for cap in row.caps:
            width = cap_width(metrics, cap)
            x = rect.right() - left - width if mirrored else rect.left() + left
            paint_cap(painter, QRectF(x, rect.top(), width, rect.height()), cap, tokens)
            left += width + SPACE_4
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, row: KeyRow, mirrored: bool) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._title if row.caps else self._caption)
        painter.setPen(QColor(tokens.text if row.caps else tokens.text_quiet))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, row.text)

    def _height(self, row: KeyRow) -> int:
        return round((ROW if row.caps else CAPTION) * self._scale())

    def _scale(self) -> float:
        return max(1.0, self._theme.scale)
