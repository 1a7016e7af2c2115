"""``Ctrl+,``: the settings and the keys, with a field that narrows both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.gui.actions.overlay import Keymap
from reader.gui.labels import plain_label
from reader.gui.list.row_text import shown
from reader.gui.segments import Segments
from reader.gui.settings.general_page import GeneralPage
from reader.gui.settings.keys_page import KeysPage
from reader.gui.settings.preferences import Preferences
from reader.gui.tab_order import tab_as_read
from reader.gui.theme import Theme
from reader.gui.theme.icons import icon
from reader.gui.theme.tokens import SPACE_12, SPACE_16, SPACE_24
from reader.settings.places import config_folder
from reader.settings.toml import Fault

_SHOWN_FAULTS = 6


class SettingsDialog(QDialog):
    """Two pages under one search field. ``folder_wanted`` asks to see where the files lie.

    ``entries_wanted`` carries what is to be written into the person's file of keys.
    """

    folder_wanted = Signal()
    entries_wanted = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        keymap: Keymap,
        theme: Theme,
        faults: Sequence[Fault],
        library: Path,
        kept: Path | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, min(690, parent.height() - 40))
        self._theme = theme
        self._keymap = keymap
        self._keys: KeysPage | None = None
        # In the order in which Tab goes through them.
        self._build_search()
        tabs = self._segments()
        # Who has their parent from the start is dressed once.
        self.pages = QStackedWidget(self)
        self.general = GeneralPage(preferences, library, kept, self.pages)
        self._build(tabs)
        theme.changed.connect(self._dress)
        self._dress()
        self._say(faults)
        self.search.setFocus()

    @property
    def keys(self) -> KeysPage:
        """The page of keys, made when it is first needed: most come for a setting."""
        if self._keys is None:
            self._keys = KeysPage(self._keymap, self._theme, self.pages)
            self._keys.entries_wanted.connect(self.entries_wanted)
            self.pages.addWidget(self._keys)
            tab_as_read(self)
        return self._keys

    def show_page(self, page: QWidget) -> None:
        """Shows one of the pages."""
        self.pages.setCurrentWidget(page)
        self._tabs[self.pages.indexOf(page)].setChecked(True)

    def complain(self, error: ReaderError) -> None:
        """Says here what went wrong: the window's own message lies behind."""
        self.wrong.setText(shown(str(error)))
        self.wrong.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field into what it found."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._enter()
            return True
        return super().eventFilter(watched, event)

    def _build_search(self) -> None:
        self.search = QLineEdit(self)
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(self.tr("Search settings and keys"))
        self.search.setAccessibleName(self.tr("Search settings and keys"))
        self.search.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)

    def _build(self, tabs: QHBoxLayout) -> None:
        self.wrong = plain_label(self, role="danger")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.pages.addWidget(self.general)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_16)
        layout.setSpacing(SPACE_12)
        layout.addWidget(self.search)
        layout.addLayout(tabs)
        layout.addWidget(self.wrong)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._foot())

    def _segments(self) -> QHBoxLayout:
        segments = Segments(self.windowTitle(), self)
        self._tabs: list[QToolButton] = []
        pages = {
            self.tr("General"): lambda: self.show_page(self.general),
            self.tr("Keys"): lambda: self.show_page(self.keys),
        }
        for title, show in pages.items():
            button = segments.add(title)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(show)
            self._tabs.append(button)
        self._tabs[0].setChecked(True)
        row = QHBoxLayout()
        row.addWidget(segments)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        files = QPushButton(self.tr("Show the files"), self)
        files.setProperty("role", "link")
        files.setAutoDefault(False)
        files.setToolTip(str(config_folder()).replace("<", "&lt;"))
        files.clicked.connect(self.folder_wanted)
        done = QPushButton(self.tr("Done"), self)
        done.setAutoDefault(False)
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(files)
        row.addStretch(1)
        row.addWidget(done)
        return row

    def _narrow(self, text: str) -> None:
        """Narrows both pages, and shows the other one where only that has something."""
        found = [page for page in (self.general, self.keys) if page.narrow(text)]
        if text.strip() and found and self.pages.currentWidget() not in found:
            self.show_page(found[0])

    def _enter(self) -> None:
        if self.pages.currentWidget() is not self.general:
            self.keys.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for section in self.general.sections:
            for row in section.rows:
                if row.isVisible():
                    row.control.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    def _say(self, faults: Sequence[Fault]) -> None:
        if faults:
            lines = [shown(str(fault)) for fault in faults[:_SHOWN_FAULTS]]
            more = len(faults) - len(lines)
            if more:
                lines.append(self.tr("… and {} more.").format(more))
            self.wrong.setText("\n".join(lines))
            self.wrong.show()

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", self._theme.tokens.text_quiet))
