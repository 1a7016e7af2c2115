"""Makes the pictures in docs/screens: `make screens`. Needs no screen.

``python -m scripts.screens [--folder DIR] [SCENE…]`` makes some, or puts them elsewhere; on the
platform that Qt is told to use, such as the X11 of Xvfb (`make screens-x11`).

The papers are invented (the sample digest) and, where ``../shared/corpus`` is there, the founding
digest, so that the list is long enough to judge.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.app import make_window, wait_until_idle
from reader.gui.theme import Theme
from reader.gui.window import MainWindow
from reader.library import Library
from reader.settings.settings import keep
from scripts.scenes import OF_A_YEAR, SCENES, Clock, fill, fill_a_year, now

SCREENS = Path(__file__).resolve().parent.parent / "docs" / "screens"


def shot(
    file: Path, mode: str, size: QSize, library: Library, act: Callable[[MainWindow], None] | None
) -> None:
    """Saves one picture: of the window, or of the dialog that is open."""
    window = make_window(library, Theme(mode))
    window.resize(size)
    window.show()
    window.activateWindow()  # under Xvfb nobody else does
    wait_until_idle(window)
    if act is not None:
        act(window)
        wait_until_idle(window)
    shown: QWidget = _dialog(window) or window
    shown.grab().save(str(file))
    if shown is not window:
        shown.close()
    window.close()
    window.deleteLater()
    # Or every window yet to come is dressed together with this one.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _dialog(window: MainWindow) -> QDialog | None:
    dialogs = window.findChildren(QDialog)
    return next((dialog for dialog in reversed(dialogs) if dialog.isVisible()), None)


def dress_as(name: str) -> None:
    """Has the next window speak and go as the scene's name says."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    rtl = name.endswith("right-to-left")
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    keep("language", "de" if name.endswith("german") else "en")
    application.setLayoutDirection(direction)


def main() -> None:
    """Makes all pictures, or those whose names are given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=SCREENS)
    parser.add_argument("scenes", nargs="*")
    wanted = parser.parse_args()
    QApplication(sys.argv[:1])
    # Nobody's own settings are read or touched.
    settings = tempfile.TemporaryDirectory()
    os.environ["READER_CONFIG"] = settings.name
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for name, size, full, act in SCENES:
        for mode in ("light", "dark") if not wanted.scenes or name in wanted.scenes else ():
            clock: Callable[[], datetime] = Clock() if name in OF_A_YEAR else now
            with (
                tempfile.TemporaryDirectory() as folder,
                Library(Path(folder), now=clock) as library,
            ):
                if full:
                    fill(library)
                if isinstance(clock, Clock):
                    fill_a_year(library, clock)
                dress_as(name)
                file = wanted.folder / f"{name}-{mode}.png"
                shot(file, mode, size, library, act)
                print(file.name)


if __name__ == "__main__":
    main()
