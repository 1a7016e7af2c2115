"""Loads what a window needs only once something is opened, when it stands and has nothing to do."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_FIRST_MILLISECONDS, _BETWEEN_MILLISECONDS = 700, 60
MODULES = (
    "reader.gui.key_sheet",
    "reader.gui.progress.page",
    "reader.gui.settings.general_page",
    "reader.gui.settings.keys_page",
    "reader.gui.settings.dialog",
    "reader.gui.duplicates.dialog",
    "reader.gui.history_dialog",
    "reader.gui.noting.history_dialog",
)
"""One at a time, as each takes some milliseconds. Who opens one sooner loads it then."""


class LoadingLater(QObject):
    """Loads one module after the other while the window is there."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._waiting = list(MODULES)
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MILLISECONDS)
        self._timer.timeout.connect(self._load)
        self._timer.start()

    def _load(self) -> None:
        import_module(self._waiting.pop(0))
        if self._waiting:
            self._timer.start(_BETWEEN_MILLISECONDS)
