"""Asks for the name and the icon of a smart list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.labels import plain_label
from reader.gui.language import translate
from reader.gui.list.row_text import shown
from reader.gui.segments import Segments
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon
from reader.gui.theme.tokens import SPACE_4, SPACE_12, SPACE_24
from reader.model import SmartList

_WIDTH = 420


# The usual one first, which has no name in the library.
_ICONS = {
    "funnel": QT_TRANSLATE_NOOP("Icons", "Funnel"),
    "star": QT_TRANSLATE_NOOP("Icons", "Star"),
    "bookmark": QT_TRANSLATE_NOOP("Icons", "Bookmark"),
    "book-open": QT_TRANSLATE_NOOP("Icons", "Book"),
    "clock": QT_TRANSLATE_NOOP("Icons", "Clock"),
    "calendar-days": QT_TRANSLATE_NOOP("Icons", "Calendar"),
    "users": QT_TRANSLATE_NOOP("Icons", "People"),
    "code": QT_TRANSLATE_NOOP("Icons", "Code"),
    "highlighter": QT_TRANSLATE_NOOP("Icons", "Highlighter"),
    "globe": QT_TRANSLATE_NOOP("Icons", "Globe"),
    "chart-column": QT_TRANSLATE_NOOP("Icons", "Chart"),
}
_USUAL = next(iter(_ICONS))


class NameDialog(QDialog):
    """A field and a row of icons. ``named`` carries what was typed and the icon that was chosen.

    Names that ``others`` have are not accepted.
    """

    named = Signal(str, str)

    def __init__(
        self,
        title: str,
        smart: SmartList,
        others: Sequence[SmartList],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("nameDialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._taken = frozenset(other.name for other in others)
        self.field = QLineEdit(shown(smart.name), self)
        self.field.setAccessibleName(self.tr("Name of the smart list"))
        self.field.textChanged.connect(self._judge)
        self.hint = plain_label(self, role="quiet")
        self.hint.setWordWrap(True)
        self._query = self.tr("Lists what answers {}").format(shown(smart.query))
        # One that another program gave it stays until another is chosen.
        self._unknown = "" if smart.icon in _ICONS else smart.icon
        self.icons = self._icons(smart.icon, theme)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addWidget(plain_label(self, self.tr("Name of the smart list"), "caption"))
        layout.addWidget(self.field)
        layout.addWidget(self.icons, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.hint)
        layout.addSpacing(SPACE_4)
        layout.addWidget(buttons)
        self._judge()
        self.field.selectAll()
        self.field.setFocus()

    def _icons(self, chosen: str, theme: Theme) -> Segments:
        row = Segments(self.tr("Icon of the smart list"), self)
        for name, spoken in _ICONS.items():
            button = row.add(translate("Icons", spoken))
            button.setToolTip(button.accessibleName())
            button.setIcon(icon(name, theme.tokens.text))
            button.setChecked(name == (chosen if chosen in _ICONS else _USUAL))
        return row

    def _judge(self) -> None:
        name = " ".join(self.field.text().split())
        is_taken = name in self._taken
        self.save.setEnabled(bool(name) and not is_taken)
        taken = self.tr("There is a smart list of that name already.")
        self.hint.setText(taken if is_taken else self._query)

    def _accept(self) -> None:
        icon_name = list(_ICONS)[self.icons.group.checkedId()]
        self.named.emit(self.field.text(), self._unknown if icon_name == _USUAL else icon_name)
        self.accept()
