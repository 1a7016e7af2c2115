"""Moves the library of a window that has closed, and says so while it takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog

from reader.gui.jobs import Jobs
from reader.gui.language import translate
from reader.library import usual_folder
from reader.operations.moving import move
from reader.settings.libraries import forget_library
from reader.settings.settings import keep

# To the same disk it is done before anybody could read that it is being done.
_SHOWN_AFTER_MILLISECONDS = 300


def move_library(folder: Path, target: Path) -> str:
    """Moves a library, has the next start find it, and returns what to say of it.

    Raises ReaderError: when it stays where it was, and when the settings cannot say where it is.
    """
    all_of_it = _moved(folder, target)
    keep("library", "" if target == usual_folder() else str(target))
    if all_of_it:
        forget_library(folder)
        return translate("Moving", "The library is in {} now.").format(target)
    return translate(
        "Moving",
        "The library is in {} now. The old one is still in {}: delete it when you have seen that "
        "all is well.",
    ).format(target, folder)


def _moved(folder: Path, target: Path) -> bool:
    jobs, loop = Jobs(), QEventLoop()
    dialog = QProgressDialog(translate("Moving", "Moving the library…"), "", 0, 0)
    dialog.setWindowTitle("Reader")
    dialog.setCancelButton(None)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    QTimer.singleShot(_SHOWN_AFTER_MILLISECONDS, dialog, dialog.show)
    future = jobs.change(lambda: move(folder, target), lambda _: loop.quit())
    jobs.failed.connect(loop.quit)
    loop.exec()
    dialog.deleteLater()
    jobs.close()
    return future.result()
