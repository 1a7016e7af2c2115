"""Asks for the name of a smart list."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown

_WIDTH = 420


class NameDialog(QDialog):
    """One field. ``named`` carries what was typed; names that are ``taken`` are not accepted."""

    named = Signal(str)

    def __init__(
        self, title: str, name: str, query: str, taken: Collection[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("nameDialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._taken = frozenset(taken)
        self.field = QLineEdit(shown(name), self)
        self.field.setAccessibleName(self.tr("Name of the smart list"))
        self.field.textChanged.connect(self._judge)
        self.hint = plain_label(self, role="quiet")
        self.hint.setWordWrap(True)
        self._query = self.tr("Lists what answers {}").format(shown(query))
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(self, self.tr("Name of the smart list"), "caption"))
        layout.addWidget(self.field)
        layout.addWidget(self.hint)
        layout.addSpacing(4)
        layout.addWidget(buttons)
        self._judge()
        self.field.selectAll()
        self.field.setFocus()

    def _judge(self) -> None:
        name = " ".join(self.field.text().split())
        is_taken = name in self._taken
        self.save.setEnabled(bool(name) and not is_taken)
        taken = self.tr("There is a smart list of that name already.")
        self.hint.setText(taken if is_taken else self._query)

    def _accept(self) -> None:
        self.named.emit(self.field.text())
        self.accept()
