"""The settings in force. Widgets ask here and hear of changes; the file follows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.settings.settings import Loaded, Settings, Value, load
from reader.settings.toml import Fault


class Preferences(QObject):
    """Holds the Settings. ``changed`` names the one that was set; ``to_keep`` is for the file.

    Nothing is written here: who connects to ``to_keep`` does that, off the window's thread.
    """

    changed = Signal(str)
    to_keep = Signal(str, object)

    def __init__(self, loaded: Loaded | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        loaded = loaded or load()
        self._settings = loaded.settings
        self.faults: tuple[Fault, ...] = loaded.faults

    @property
    def settings(self) -> Settings:
        """All settings."""
        return self._settings

    def set(self, name: str, value: Value) -> None:
        """Sets one; it is in force when this returns."""
        new = getattr(self._settings, name) != value
        self._settings = self._settings.with_value(name, value)
        self.changed.emit(name)
        if new:
            self.to_keep.emit(name, value)
