"""The small bar over a selected passage: four colours, the comment, and the keys of the moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.highlights.words import COLOUR_KEYS, colour_name
from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.theme import Theme
from reader.gui.theme.fonts import interface_font
from reader.gui.theme.icons import icon
from reader.gui.theme.tokens import RADIUS, SPACE_4, SPACE_8, SPACE_12, TARGET, TEXT_SMALL
from reader.model import Colour, Highlight

_GAP = 6
_COMMENT_WIDTH = 340
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Swatch(QToolButton):
    """A colour that can be chosen, with the number that chooses it; a ring shows which one is."""

    def __init__(self, colour: Colour, key: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._key = key
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(TARGET, TARGET)
        self.setAccessibleName(colour_name(colour))
        self.setToolTip(f"{colour_name(colour)} ({key})")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the colour as it will lie behind words."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = QColor(tokens.colour(f"mark_{self.colour}"))
        chip = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.colour(f"highlight_{self.colour}")))
        painter.drawRoundedRect(chip, 4, 4)
        painter.fillRect(QRectF(chip.left() + 3, chip.bottom() - 2, chip.width() - 6, 2), mark)
        painter.setPen(QColor(tokens.text))
        painter.setFont(interface_font(TEXT_SMALL, 600))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._key)
        if self.isChecked() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(mark)
            painter.drawRoundedRect(chip.adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class HighlightBar(QFrame):
    """Offers what can be done with a passage.

    ``coloured`` carries a Colour, ``commented`` the text once it is written; ``comment_wanted``,
    ``delete_wanted`` and ``given_up`` (the comment) carry nothing.
    """

    coloured = Signal(object)
    comment_wanted = Signal()
    commented = Signal(str)
    delete_wanted = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("highlightBar")
        self.setAccessibleName(self.tr("Highlight"))
        self._theme = theme
        self._at = QRect()
        self.swatches = [Swatch(c, key, theme, self) for key, c in COLOUR_KEYS.items()]
        for swatch in self.swatches:
            swatch.clicked.connect(lambda _=False, one=swatch: self.coloured.emit(one.colour))
        self.comment_button = self._button(self.tr("Comment (c)"), "pencil")
        self.comment_button.clicked.connect(self.comment_wanted)
        self.delete_button = self._button(self.tr("Delete the highlight (Del)"), "trash-2")
        self.delete_button.clicked.connect(self.delete_wanted)
        self.hint = plain_label(self, role="quiet")
        self.field = QLineEdit(self)
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field.setMinimumWidth(_COMMENT_WIDTH)
        self.field.setAccessibleName(self.tr("Comment on the highlight"))
        self.field.setPlaceholderText(self.tr("Comment; Enter keeps it, Esc does not"))
        self.field.installEventFilter(self)
        self.comment = plain_label(self, role="quiet")
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def writing(self) -> bool:
        """Whether a comment is being written."""
        return not self.isHidden() and not self.field.isHidden()

    def show_at(self, at: QRect, highlight: Highlight | None, *, hint: bool) -> None:
        """Shows the bar beside a place of its parent, for a highlight or for what may be one."""
        self._at = at
        colour = highlight.colour if highlight is not None else ""
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == colour)
        self.delete_button.setVisible(highlight is not None)
        comment = shown(highlight.comment) if highlight is not None else ""
        self.comment.setText(self._cut(comment))
        self.comment.setVisible(bool(comment))
        self.field.hide()
        self.hint.setText(self._hint(old=highlight is not None) if hint else "")
        self.hint.setVisible(hint)
        self._place()

    def write_comment(self, comment: str) -> None:
        """Lets the person write a comment."""
        self.comment.hide()
        self.field.show()
        self.field.setText(comment)
        self.field.selectAll()
        self._place()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, Enter keeps the comment and Esc does not."""
        if not isinstance(event, QKeyEvent) or event.key() not in (*_ENTER, Qt.Key.Key_Escape):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
            else:
                self.commented.emit(self.field.text())
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_4)
        for widget in (*self.swatches, self.comment_button, self.delete_button):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(SPACE_8)
        row.addLayout(buttons)
        row.addWidget(self.hint, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_4, SPACE_12, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addLayout(row)
        column.addWidget(self.comment)
        column.addWidget(self.field)

    def _button(self, name: str, picture: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(picture)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(TARGET, TARGET)
        return button

    def _hint(self, *, old: bool) -> str:
        if old:
            return self.tr("1–4 colour · c comment · Del · h next · Esc")
        return self.tr("← → word · ↑ ↓ sentence · Shift more · 1–4 colour · Esc")

    def _cut(self, text: str) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _COMMENT_WIDTH)

    def _place(self) -> None:
        """Above the passage, or where there is no room, below it."""
        page = self.parentWidget()
        assert page is not None
        size = self._size_within(page.width())
        top = self._at.top() - _GAP - size.height()
        if top < 0:
            top = self._at.bottom() + _GAP
        left = max(0, min(self._at.left(), page.width() - size.width()))
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self.raise_()

    def _size_within(self, width: int) -> QSize:
        """In one line; or the keys below the buttons, and in as many lines as they need."""
        self.hint.setWordWrap(False)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        self._column.activate()
        if self.sizeHint().width() > width:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self._column.activate()
        size = self.sizeHint()
        if size.width() > width:
            self.hint.setWordWrap(True)
            self._column.activate()
            size = QSize(width, self._column.totalHeightForWidth(width))
        return size

    def _dress(self) -> None:
        quiet = self._theme.tokens.text_quiet
        for button in (self.comment_button, self.delete_button):
            button.setIcon(icon(button.objectName(), quiet))
        self.update()
