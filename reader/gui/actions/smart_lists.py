"""What a person does with smart lists."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.gui.sidebar.naming import NameDialog
from reader.gui.theme import Theme
from reader.library import Library
from reader.model import ListKind, PaperList, SmartList


class SmartListActions(QObject):
    """Acts on the query in the field and on the list that is shown. ``said`` carries sentences."""

    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._navigation = navigation
        self._theme = theme
        self._window = window

    def handlers(self) -> Handlers:
        """What the actions on smart lists do, but for saving, which depends on the focus."""
        return {"smart.rename": self.rename, "smart.delete": self.delete}

    def save(self) -> None:
        """Keeps the query as a smart list; its name and icon are asked."""
        query = self._navigation.query.strip()
        if not query:
            self.said.emit(self.tr("Search for something first; this saves the search as a list."))
            return

        def ask(known: list[SmartList]) -> None:
            new = SmartList(0, query, query)
            dialog = NameDialog(self.tr("Save the search"), new, known, self._theme, self._window)
            dialog.named.connect(
                lambda name, icon: self._jobs.change(
                    lambda: self._library.save_smart_list(name, query, icon)
                )
            )
            dialog.open()

        self._jobs.query(self._library.smart_lists, ask, "smart list")

    def rename(self) -> None:
        """Asks for another name or icon for the smart list that is shown."""
        number = self._shown()
        if number is None:
            return

        def ask(known: list[SmartList]) -> None:
            for smart in known:
                if smart.id == number:
                    others = [other for other in known if other != smart]
                    title = self.tr("Rename the smart list")
                    dialog = NameDialog(title, smart, others, self._theme, self._window)
                    dialog.named.connect(lambda name, icon: self._rename(number, name, icon))
                    dialog.open()

        self._jobs.query(self._library.smart_lists, ask, "smart list")

    def delete(self) -> None:
        """Deletes the smart list that is shown; its papers stay."""
        number = self._shown()
        if number is not None:
            self._jobs.change(lambda: self._library.delete_smart_list(number))
            self._navigation.go(PaperList(ListKind.INBOX))

    def _rename(self, number: int, name: str, icon: str) -> None:
        self._jobs.change(lambda: self._library.rename_smart_list(number, name, icon))

    def _shown(self) -> int | None:
        """The number of the smart list that is shown; where none is, says so."""
        place = self._navigation.list
        if place.kind is ListKind.SMART and not self._navigation.searching:
            return int(place.value)
        self.said.emit(self.tr("Go to a smart list first; this is for the one that is shown."))
        return None
