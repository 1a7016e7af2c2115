"""The desktop: an application with one window on one library."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from reader.gui.language import speak
from reader.gui.settings.dressing import use_theme
from reader.gui.settings.preferences import Preferences
from reader.gui.theme import Theme, ThemeError
from reader.gui.window import MainWindow
from reader.library import Library
from reader.settings.places import settings_file
from reader.settings.toml import Fault

_PICTURE = QSize(1440, 900)
_PICTURE_WAITS_MILLISECONDS = 10_000


def open_window(folder: Path, files: Sequence[Path] = ()) -> int:
    """Shows the window until the person closes it; returns the exit status.

    Raises LibraryError when the library cannot be opened.
    """
    with Library(folder) as library:
        application = the_application()
        preferences = Preferences()
        window = make_window(library, chosen_theme(preferences), preferences)
        window.show()
        window.importing.files(files)
        # Ctrl+C in the terminal closes the window, so that what is being written gets saved.
        signal.signal(signal.SIGINT, lambda *_: window.close())
        wake = QTimer()
        wake.start(250)
        wake.timeout.connect(lambda: None)
        return application.exec()


def save_screenshot(folder: Path, picture: Path) -> None:
    """Saves a picture of the window on a library; needs no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with Library(folder) as library:
        the_application()
        window = make_window(library, Theme("light"))
        window.resize(_PICTURE)
        window.show()
        wait_until_idle(window)
        window.grab().save(str(picture))
        window.close()


def make_window(
    library: Library, theme: Theme, preferences: Preferences | None = None
) -> MainWindow:
    """A window on a library, dressed in a theme; the application must be there.

    Without ``preferences`` they are read from the person's file.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    preferences = preferences or Preferences()
    speak(application, preferences.settings.language)
    theme.apply(application)
    window = MainWindow(library, theme, preferences)
    # They live as long as what they dress.
    theme.setParent(window)
    preferences.setParent(window)
    return window


def the_application() -> QApplication:
    """The application, made at the first call."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Reader")
    application.setDesktopFileName("reader")
    return application


def chosen_theme(preferences: Preferences) -> Theme:
    """The theme that the settings name, at the size they name; the system's if it is faulty."""
    theme = Theme()
    theme.set_scale(preferences.settings.text_zoom / 100)
    try:
        use_theme(theme, preferences.settings.theme)
    except ThemeError as error:
        fault = Fault(settings_file(), None, str(error))
        preferences.faults = (*preferences.faults, fault)
    return theme


def wait_until_idle(window: MainWindow) -> None:
    """Runs the event loop until the window has nothing left to do."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(50)
    idle = 0

    def check() -> None:
        nonlocal idle
        idle = 0 if window.busy() else idle + 1
        if idle >= 4:
            loop.quit()

    look.timeout.connect(check)
    look.start()
    QTimer.singleShot(_PICTURE_WAITS_MILLISECONDS, loop.quit)
    loop.exec()
