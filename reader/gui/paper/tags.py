"""The tags of the shown paper: chips, and a field that adds with completion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.theme import Theme
from reader.gui.theme.tokens import RADIUS_CHIP, TEXT_CHIP, chip_background, tag_colour

_CHIPS_SHOWN = 8


class TagEditor(QWidget):
    """Enter adds what is in the field, Backspace in an empty field takes the last tag off."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._chips: list[QLabel] = []
        self.field = QLineEdit(self)
        self.field.setObjectName("tagField")
        self.field.setAccessibleName(self.tr("Add a tag"))
        self.field.setPlaceholderText(self.tr("Add a tag"))
        self.field.setMaximumWidth(180)
        self.field.installEventFilter(self)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._add)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.field)
        self._row.addStretch(1)
        theme.changed.connect(self._draw)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Shows the tags of a paper."""
        if tags != self._tags:
            self._tags = tags
            self._draw()

    def set_known(self, names: Sequence[str]) -> None:
        """The tags to complete from."""
        if list(names) != self._known.stringList():
            self._known.setStringList(list(names))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty field removes the last tag."""
        if (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Backspace
            and not self.field.text()
            and self._tags
        ):
            self.removed.emit([self._tags[-1]])
            return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        names = [name for name in self.field.text().split(",") if name.strip()]
        # The completer writes its choice into the field after Enter; empty it after that.
        self.field.clear()
        if names:
            self.added.emit(names)

    def _draw(self) -> None:
        while self._chips:
            chip = self._chips.pop()
            self._row.removeWidget(chip)
            chip.deleteLater()
        for at, tag in enumerate(self._tags[:_CHIPS_SHOWN]):
            chip = plain_label(self, shown(tag))
            chip.setStyleSheet(self._chip_style(tag))
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._row.insertWidget(at, chip)
            self._chips.append(chip)
        if len(self._tags) > _CHIPS_SHOWN:
            more = plain_label(self, f"+{len(self._tags) - _CHIPS_SHOWN}", "quiet")
            more.setToolTip(", ".join(map(shown, self._tags[_CHIPS_SHOWN:])))
            self._row.insertWidget(_CHIPS_SHOWN, more)
            self._chips.append(more)

    def _chip_style(self, tag: str) -> str:
        tokens = self._theme.tokens
        token = tag_colour(tag)
        ground = chip_background(tokens, token, tokens.surface_paper)
        return (
            f"background: {ground}; color: {tokens.colour(token)}; padding: 2px 8px; "
            f"border-radius: {RADIUS_CHIP}px; font-size: {TEXT_CHIP}px; font-weight: 500;"
        )
