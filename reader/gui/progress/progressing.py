"""Brings reading progress into the window: the week in the sidebar, the page, its picture."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from reader.errors import ExportError
from reader.gui.actions.keymap import Binding
from reader.gui.actions.registry import ACTIONS, Handlers
from reader.gui.jobs import Jobs
from reader.gui.navigation import Navigation
from reader.gui.progress.charts import Charts, Drawing
from reader.gui.progress.week import WeekBars
from reader.gui.sidebar.pane import Sidebar
from reader.gui.theme import Theme
from reader.library import Library
from reader.model import Changes, Kind, WeekRead

if TYPE_CHECKING:
    from reader.gui.progress.page import ProgressPage

# What acts on papers and panes, none of which are in sight while the page is.
_RESTING = (
    "paper.",
    "select.",
    "match.",
    "list.",
    "action.",
    "sort.",
    "view.sidebar",
    "view.paper",
    "view.focus",
)
_ON_PAPERS = tuple(action.id for action in ACTIONS if action.id.startswith(_RESTING))
_COUNTED = {Kind.PAPERS, Kind.TAGS, Kind.DIGESTS}
_AFTER_MIDNIGHT = timedelta(seconds=2)


class Progressing(QObject):
    """Shows the page in the place of the panes. ``left`` says that they are there again.

    ``query_wanted`` carries what lists the papers of a mark, ``said`` a sentence about a picture
    that was kept.
    """

    left = Signal()
    query_wanted = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        navigation: Navigation,
        theme: Theme,
        places: QStackedWidget,
        sidebar: Sidebar,
    ) -> None:
        """``places`` is what the page becomes one of; its first is that of the panes."""
        super().__init__(places)
        self._library = library
        self._jobs = jobs
        self._places = places
        self._actions: Mapping[str, QAction] = {}
        self._keymap: Mapping[str, Binding] = {}
        self._picture_wanted = False
        self._theme = theme
        self._page: ProgressPage | None = None
        self._charts = Charts(self)
        places.currentChanged.connect(self._follow)
        self.week = WeekBars(theme, sidebar)
        layout = sidebar.layout()
        assert layout is not None
        layout.addWidget(self.week)
        QWidget.setTabOrder(sidebar.view, self.week)
        self.week.clicked.connect(self.show)
        navigation.place_changed.connect(self.leave)
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self._ask_all)
        self._ask_all()

    @property
    def shown(self) -> bool:
        """Whether the page is in sight."""
        return self._page is not None and self._places.currentWidget() is self._page

    @property
    def page(self) -> ProgressPage:
        """The page, made when somebody looks at it first: its charts take a while."""
        if self._page is None:
            from reader.gui.progress.page import ProgressPage

            page = self._page = ProgressPage(self._theme, self._places)
            self._places.addWidget(page)
            page.opened.connect(lambda mark: self.query_wanted.emit(mark.query))
            page.left.connect(self.leave)
            page.year_chosen.connect(self._ask)
            page.picture_wanted.connect(self._keep_picture)
            page.show_keys(self._keymap)
        return self._page

    def handlers(self) -> Handlers:
        """What the actions of reading progress do."""
        return {"go.progress": self.show, "progress.picture": self.save_picture}

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Learns the actions, of which those on papers rest while the page is shown."""
        self._actions = actions

    def show_keys(self, keymap: Mapping[str, Binding]) -> None:
        """Has the page name the keys that are in force now."""
        self._keymap = keymap
        if self._page is not None:
            self._page.show_keys(keymap)

    def show(self) -> None:
        """Shows the page. The first time it is made in this turn and shown in the next."""
        if self._page is None:
            QTimer.singleShot(0, self, self._bring)
        else:
            self._bring()
        self._ask()

    def leave(self) -> bool:
        """Shows the panes again; whether the page was in sight."""
        if not self.shown:
            return False
        self._places.setCurrentIndex(0)
        self.left.emit()
        return True

    def hear(self, changes: Changes) -> None:
        """Follows what an action changed."""
        if changes.kinds & _COUNTED:
            self._ask_all()

    def save_picture(self) -> None:
        """Asks where to keep the page as a picture; shows it first where it is not in sight."""
        if self.shown:
            self._keep_picture()
        else:
            self._picture_wanted = True
            self.show()

    def _bring(self) -> None:
        self._places.setCurrentWidget(self.page)
        self.page.focus_marks()

    def _ask_all(self) -> None:
        # After the lists and the paper, which a person is waiting for.
        self._jobs.at_rest(self._library.reading_week, self._show_week, "week")
        if self.shown:
            self._ask()
        now = datetime.now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time())
        self._midnight.start((midnight + _AFTER_MIDNIGHT - now) // timedelta(milliseconds=1))

    def _ask(self) -> None:
        year = self.page.year

        def work() -> Drawing:
            return self._charts.drawn(self._library.reading_progress(year))

        self._jobs.query(work, self._show_drawing, "progress", aside=True)

    def _show_week(self, week: WeekRead) -> None:
        self.week.show_week(week)

    def _show_drawing(self, drawing: Drawing) -> None:
        self.page.show_drawing(drawing)
        if self._picture_wanted:
            self._picture_wanted = False
            # Painting it is work enough for a turn of its own.
            QTimer.singleShot(0, self, self._keep_picture)

    def _follow(self) -> None:
        for name in _ON_PAPERS:
            if name in self._actions:
                self._actions[name].setEnabled(not self.shown)

    def _keep_picture(self) -> None:
        if not self.page.anything:
            self.said.emit(self.tr("There is nothing to draw yet."))
            return
        name = self.tr("Reading progress {}").format(date.today().isoformat())
        chosen, _ = QFileDialog.getSaveFileName(
            self.page,
            self.tr("Save the reading progress as a picture"),
            str(Path.home() / f"{name}.png"),
            self.tr("Pictures (*.png)"),
        )
        if chosen:
            file = Path(chosen)
            self._write(
                self.page.sheet.picture(),
                file if file.suffix.lower() == ".png" else Path(f"{file}.png"),
            )

    def _write(self, image: QImage, file: Path) -> None:
        def work() -> str:
            if not image.save(str(file)):
                raise ExportError(
                    self.tr("The picture could not be written."),
                    where=self.tr("It was to become {}.").format(file),
                    advice=self.tr("Is there room, and may one write there?"),
                )
            return file.name

        told = self.tr("Saved {}")
        self._jobs.query(work, lambda name: self.said.emit(told.format(name)), aside=True)
