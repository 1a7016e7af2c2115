"""Corrects what digests said of a paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.labels import plain_label
from reader.gui.paper.plain_text import LONGEST_SHOWN
from reader.gui.theme.tokens import SPACE_8, SPACE_12, SPACE_24
from reader.model import Paper, PaperFields, is_citation_key
from reader.operations.editing import is_year


class EditDialog(QDialog):
    """The fields of one paper. ``edited`` carries them, and those that were shown, once saved."""

    edited = Signal(object, object)

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editPaper")
        self.setWindowTitle(self.tr("Correct the paper"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 560)
        self._unshown: dict[str, str] = {}
        self.title = self._line(paper.title, self.tr("Title"))
        self.authors = self._text("\n".join(paper.authors), self.tr("Authors, one a line"))
        self.authors.setMaximumHeight(120)
        self.year = self._line(str(paper.year or ""), self.tr("Year"))
        self.year.setMaximumWidth(100)
        self.venue = self._line(paper.venue, self.tr("Venue"))
        self.abstract = self._text(paper.abstract, self.tr("Abstract"))
        self.key = self._line(paper.citation_key, self.tr("Citation key"))
        self.key.setPlaceholderText(self.tr("Made when it is first asked for"))
        form = QFormLayout()
        form.setSpacing(SPACE_8)
        for field in (self.title, self.authors, self.year, self.venue, self.abstract, self.key):
            form.addRow(field.accessibleName(), field)
        hint = self.tr("No later digest changes what you set here.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addLayout(form, 1)
        layout.addWidget(plain_label(self, hint, "quiet"))
        layout.addWidget(self._buttons())
        # In the texts of several lines Enter is a line end.
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save.click)
        self._shown = self.fields
        # From the end: of a title that is longer than the field, the beginning is in sight.
        self.title.setSelection(len(self.title.text()), -len(self.title.text()))
        self.title.setFocus()

    @property
    def fields(self) -> PaperFields:
        """The fields as they now stand."""
        year = self.year.text().strip()
        return PaperFields(
            title=self.title.text(),
            authors=tuple(self._written(self.authors).splitlines()),
            year=int(year) if is_year(year) else None,
            venue=self.venue.text(),
            abstract=self._written(self.abstract),
            citation_key=self.key.text().strip(),
        )

    def _written(self, edit: QPlainTextEdit) -> str:
        return self._unshown.get(edit.accessibleName(), edit.toPlainText())

    def _line(self, text: str, name: str) -> QLineEdit:
        line = QLineEdit(" ".join(text.split()), self)
        line.setAccessibleName(name)
        line.textChanged.connect(self._allow)
        return line

    def _text(self, text: str, name: str) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        if len(text) > LONGEST_SHOWN:
            # Qt would lay it out for seconds; what is not shown stays as it is.
            self._unshown[name] = text
            edit.setEnabled(False)
            edit.setPlaceholderText(self.tr("Too long to be corrected here. It stays as it is."))
        else:
            edit.setPlainText(text)
        edit.setAccessibleName(name)
        edit.setTabChangesFocus(True)
        edit.setAcceptDrops(False)
        return edit

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setDefault(True)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        return buttons

    def _allow(self) -> None:
        year = self.year.text().strip()
        key = self.key.text().strip()
        sound = (not year or is_year(year)) and (not key or is_citation_key(key))
        self.save.setEnabled(bool(self.title.text().strip()) and sound)

    def save_if_changed(self) -> None:
        """Keeps what was typed, when the window closes over it."""
        if self.save.isEnabled() and self.fields != self._shown:
            self._save()
        else:
            self.reject()

    def _save(self) -> None:
        self.edited.emit(self.fields, self._shown)
        self.accept()
