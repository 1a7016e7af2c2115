"""The desktop: an application with one window on one library."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.errors import ReaderError
from reader.gui.desktop.instance import Instance, Message, claim_or_call
from reader.gui.language import speak
from reader.gui.settings.dressing import use_theme
from reader.gui.settings.preferences import Preferences
from reader.gui.theme import Theme, ThemeError
from reader.gui.window import MainWindow
from reader.library import Library, is_library
from reader.settings.places import settings_file
from reader.settings.toml import Fault

_SECONDS_BETWEEN_THREADS = 0.0005
_PICTURE = QSize(1440, 900)
_PICTURE_WAITS_MILLISECONDS = 10_000


def open_window(folder: Path, files: Sequence[Path] = ()) -> int:
    """Shows the window until the person closes it; returns the exit status.

    Where the library has a window already, that one is called and gets the files. Raises
    LibraryError when the library cannot be opened.
    """
    instance = claim_or_call(folder, files)
    status = 0
    said: str | ReaderError = ""
    while instance is not None:
        status, following = _show(folder, files, instance, said)
        said = ""
        if following is not None and following.moves:
            # Still claimed: whoever starts meanwhile is not to find half of it.
            following, said = _moved(folder, following.folder)
        instance.release()
        if following is None:
            break
        folder, files = following.folder, ()
        instance = claim_or_call(folder, files)
    return status


@dataclass(frozen=True, slots=True)
class _Following:
    """What follows a window: one on another library, or on this one when it is elsewhere."""

    folder: Path
    moves: bool = False


def _moved(folder: Path, target: Path) -> tuple[_Following, str | ReaderError]:
    """Moves a library; where it is then, and what there is to say."""
    from reader.gui.desktop.moving import move_library

    try:
        said = move_library(folder, target)
    except ReaderError as error:
        return _Following(target if is_library(target) else folder), error
    return _Following(target), said


def _show(
    folder: Path, files: Sequence[Path], instance: Instance, said: str | ReaderError
) -> tuple[int, _Following | None]:
    """Shows one library until the window closes; the status, and what is wanted then."""
    with Library(folder) as library:
        application = the_application()
        preferences = read_preferences(application)
        window = make_window(library, chosen_theme(preferences), preferences)
        following: list[_Following] = []

        def change_to(other: Path, *, moves: bool = False) -> None:
            following.append(_Following(other, moves))
            window.close()

        window.libraries.wanted.connect(change_to)
        window.libraries.move_wanted.connect(partial(change_to, moves=True))
        instance.called.connect(partial(answer, window))
        instance.listen()
        window.show()
        if isinstance(said, ReaderError):
            window.toast.complain(said)
        elif said:
            window.toast.say(said)
        gc.freeze()
        gc.enable()
        window.importing.files(files)
        # Ctrl+C in the terminal closes the window, so that what is being written gets saved.
        signal.signal(signal.SIGINT, lambda *_: window.close())
        wake = QTimer()
        wake.start(250)
        wake.timeout.connect(lambda: None)
        status = application.exec()
        window.deleteLater()
        return status, following[-1] if following else None


def read_preferences(application: QApplication) -> Preferences:
    """The settings; what is wrong in the files is said in the language that they choose."""
    preferences = Preferences()
    speak(application, preferences.settings.language)
    return Preferences() if preferences.faults else preferences


def answer(window: MainWindow, message: Message) -> None:
    """Does what a second start wants: comes forward and imports its files."""
    if message.token:
        # Where Qt looks for what the desktop gave that start, so that the window may come forward.
        os.environ["XDG_ACTIVATION_TOKEN"] = message.token
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    window.importing.files(message.files)


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
    # Each call into Qt lets Python's lock go; a thread that computes keeps it for so long before
    # the window's thread, which people wait for, has it again.
    sys.setswitchinterval(_SECONDS_BETWEEN_THREADS)
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
