"""Going from one library to another: the menu of those opened lately, another one, a new one.

The library of the window can be moved, too.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from reader.errors import LibraryError
from reader.gui.actions.registry import Handlers
from reader.gui.desktop.instance import call
from reader.gui.jobs import Jobs
from reader.gui.settings.preferences import Preferences
from reader.library import Library, is_library, usual_folder
from reader.operations.moving import check_target
from reader.settings.libraries import recent_libraries, remember_library
from reader.settings.toml import SettingsError
from reader.words import say


class Libraries(QObject):
    """Opens other libraries. ``wanted`` carries the folder of one that can be opened.

    ``move_wanted`` carries an empty folder, to which this one can be moved when it is closed.
    """

    wanted = Signal(object)
    move_wanted = Signal(object)

    def __init__(
        self, library: Library, preferences: Preferences, jobs: Jobs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._folder = library.folder.absolute()
        self._preferences = preferences
        self._jobs = jobs
        self._window = window
        self._jobs.change(self._remember)

    def handlers(self) -> Handlers:
        """What its actions do."""
        return {
            "library.open": self.ask,
            "library.new": self.ask_new,
            "library.move": self.ask_move,
        }

    def add_to(self, menu: QMenu, before: QAction) -> None:
        """Puts the libraries opened lately into a menu."""
        self.menu = QMenu(self.tr("Recent libraries"), menu)
        self.menu.aboutToShow.connect(self._fill)
        menu.insertMenu(before, self.menu)
        self._fill()

    def ask(self) -> None:
        """Lets the person choose the folder of a library."""
        title = self.tr("Open another library")
        self._chosen(QFileDialog.getExistingDirectory(self._window, title, self._beside()))

    def ask_new(self) -> None:
        """Lets the person choose a folder for a new library."""
        title = self.tr("Choose an empty folder for the new library")
        folder = QFileDialog.getExistingDirectory(self._window, title, self._beside())
        self._chosen(folder, new=True)

    def ask_move(self) -> None:
        """Lets the person choose where the files of this library are to be."""
        title = self.tr("Choose an empty folder to move this library to")
        folder = QFileDialog.getExistingDirectory(self._window, title, self._beside())
        if folder:
            target = Path(folder)
            check = partial(check_target, self._folder, target)
            self._jobs.change(check, lambda _: self.move_wanted.emit(target))

    def open(self, folder: Path, *, new: bool = False) -> None:
        """Opens a library in place of this one, once it is known that it can be opened."""

        def work() -> Path | None:
            _look_at(folder, new=new)
            if call(folder):
                return None  # it has a window, which is in front now
            # Whatever is wrong with it is said while this window is still there to say it.
            with Library(folder):
                return folder

        self._jobs.query(work, self._leave)

    def _leave(self, folder: Path | None) -> None:
        if folder is None:
            return
        self._preferences.set("library", "" if folder == usual_folder() else str(folder))
        self.wanted.emit(folder)

    def _chosen(self, folder: str, *, new: bool = False) -> None:
        if folder:
            self.open(Path(folder), new=new)

    def _beside(self) -> str:
        return str(self._folder.parent)

    def _remember(self) -> None:
        try:
            remember_library(self._folder)
        except SettingsError:
            # That a menu will lack a line is not worth a word.
            return

    def _fill(self) -> None:
        self.menu.clear()
        for folder in recent_libraries():
            line = self.menu.addAction(_short(folder))
            line.setCheckable(True)
            line.setChecked(folder == self._folder)
            line.setEnabled(folder != self._folder)
            line.triggered.connect(partial(self._pick, folder))

    def _pick(self, folder: Path, _checked: bool = False) -> None:
        self.open(folder)


def _look_at(folder: Path, *, new: bool) -> None:
    """Raises LibraryError when a folder is not what it was chosen for."""
    has_library = is_library(folder)
    if not new and not has_library:
        raise LibraryError(
            say("There is no library in {}.").format(folder), advice=say("Choose another folder.")
        )
    if new and has_library:
        raise LibraryError(
            say("There is a library in {} already.").format(folder), advice=say("Open it instead.")
        )
    if new and folder.is_dir() and any(folder.iterdir()):
        raise LibraryError(
            say("There are other files in {}.").format(folder),
            advice=say("Choose an empty folder."),
        )


def _short(folder: Path) -> str:
    home = Path.home()
    said = str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
    return said.replace("&", "&&")
