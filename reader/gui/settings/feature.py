"""Puts the settings in force in a running window, and keeps what is changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.errors import ReaderError
from reader.gui.actions.overlay import Keymap
from reader.gui.actions.registry import Handlers
from reader.gui.jobs import Jobs
from reader.gui.settings.dressing import use_theme
from reader.gui.settings.preferences import Preferences
from reader.gui.theme import MODES, Theme, motion
from reader.settings.keys_file import Entries, put_keys
from reader.settings.places import config_folder
from reader.settings.settings import ZOOMS, Value, keep
from reader.settings.toml import Fault

if TYPE_CHECKING:
    from reader.gui.settings.dialog import SettingsDialog

_ZOOM_STEP = 10


def _open_url(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))


class SettingsFeature(QObject):
    """Applies each setting as it changes. ``complained`` carries what is wrong with the files."""

    complained = Signal(object)
    key_line_wanted = Signal(bool)
    library_wanted = Signal()
    move_wanted = Signal()
    keep_wanted = Signal()
    keep_not_wanted = Signal()
    kept_changed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        keymap: Keymap,
        theme: Theme,
        library: Path,
        kept: Callable[[], Path | None],
        jobs: Jobs,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.preferences = preferences
        self.keymap = keymap
        self._theme = theme
        self.folder = library
        self._kept = kept
        self._jobs = jobs
        self._opening = False
        self._window = window
        self.open_url: Callable[[str], None] = _open_url
        preferences.changed.connect(self._apply)
        preferences.to_keep.connect(self._keep)

    def handlers(self) -> Handlers:
        """What its actions do."""
        themes = {f"view.theme-{mode}": partial(self._choose, "theme", mode) for mode in MODES}
        return {
            **themes,
            "settings.open": self.open,
            "view.zoom-in": partial(self._zoom, _ZOOM_STEP),
            "view.zoom-out": partial(self._zoom, -_ZOOM_STEP),
            "view.zoom-reset": partial(self._choose, "text_zoom", 100),
        }

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in the person's files."""
        return (*self.preferences.faults, *self.keymap.faults)

    def begin(self) -> None:
        """Applies what the window does not know yet, and says what is wrong in the files."""
        self.key_line_wanted.emit(self.preferences.settings.key_line)
        motion.choose(self.preferences.settings.reduced_motion)
        faults = self.faults()
        if faults:
            more = self.tr("The settings (Ctrl+,) list all {} faults.").format(len(faults))
            advice = more if len(faults) > 1 else ""
            self.complained.emit(ReaderError(str(faults[0]), advice=advice))

    def open(self) -> None:
        """Shows the settings, once. They are made in this turn and shown in the next."""
        from reader.gui.settings.dialog import SettingsDialog

        if self._opening or any(
            dialog.isVisible() for dialog in self._window.findChildren(SettingsDialog)
        ):
            return
        window = self._window
        dialog = SettingsDialog(
            self.preferences,
            self.keymap,
            self._theme,
            self.faults(),
            self.folder,
            self._kept(),
            window,
        )
        dialog.general.kept.wanted.connect(self.keep_wanted)
        dialog.general.kept.not_wanted.connect(self.keep_not_wanted)
        self.kept_changed.connect(dialog.general.kept.show_folder)
        dialog.general.place.another_wanted.connect(self.library_wanted)
        dialog.general.place.move_wanted.connect(self.move_wanted)
        dialog.entries_wanted.connect(self._keep_keys)
        dialog.folder_wanted.connect(self._show_folder)
        self.complained.connect(dialog.complain)
        self._jobs.failed.connect(dialog.complain)
        self._opening = True
        # After none at all it would be the same turn: Qt looks at such timers before it waits.
        QTimer.singleShot(1, dialog, lambda: self._show_dialog(dialog))

    def _show_dialog(self, dialog: SettingsDialog) -> None:
        self._opening = False
        dialog.open()

    def _keep_keys(self, entries: Entries) -> None:
        # Read again from the file, so that what is in force is what the next start will find.
        self._jobs.change(partial(put_keys, entries), lambda _: self.keymap.reload())

    def _show_folder(self) -> None:
        folder = config_folder()
        self._jobs.change(
            lambda: folder.mkdir(parents=True, exist_ok=True),
            lambda _: self.open_url(folder.as_uri()),
        )

    def _choose(self, name: str, value: Value) -> None:
        self.preferences.set(name, value)

    def _zoom(self, by: int) -> None:
        wanted = self.preferences.settings.text_zoom + by
        self._choose("text_zoom", min(max(wanted, ZOOMS[0]), ZOOMS[-1]))

    def _apply(self, name: str) -> None:
        settings = self.preferences.settings
        applied: dict[str, Callable[[], object]] = {
            "theme": lambda: use_theme(self._theme, settings.theme),
            "text_zoom": lambda: self._theme.set_scale(settings.text_zoom / 100),
            "reduced_motion": lambda: motion.choose(settings.reduced_motion),
            "key_line": lambda: self.key_line_wanted.emit(settings.key_line),
            "keymap": lambda: self.keymap.reload(settings.keymap),
        }
        try:
            applied.get(name, lambda: None)()
        except ReaderError as error:
            self.complained.emit(error)

    def _keep(self, name: str, value: Value) -> None:
        self._jobs.change(partial(keep, name, value))
