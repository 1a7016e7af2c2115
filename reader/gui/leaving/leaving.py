"""Everything that takes papers out of the window, as one part of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.leaving.copying import Copying
from reader.gui.leaving.dragging import Dragging
from reader.gui.leaving.opening import Opening
from reader.gui.leaving.printing import Printing
from reader.gui.list.view import PaperListView
from reader.gui.navigation import Navigation
from reader.gui.theme import Theme
from reader.library import Library


class Leaving(QObject):
    """Copies, opens, drags and prints the selected papers. ``said`` carries sentences.

    ``settle`` has what is being written saved, before it leaves.
    """

    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        theme: Theme,
        view: PaperListView,
        open_url: Callable[[str], None],
        settle: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.copying = Copying(library, jobs, navigation, self)
        self.opening = Opening(library, jobs, navigation, open_url, window)
        self.dragging = Dragging(library, theme, view, self)
        self.printing = Printing(library, jobs, navigation, settle, window)
        for part in (self.copying, self.opening, self.printing):
            part.said.connect(self.said)

    def handlers(self) -> Handlers:
        """What the actions do that take papers out."""
        return {
            **self.copying.handlers(),
            **self.opening.handlers(),
            **self.printing.handlers(),
        }
