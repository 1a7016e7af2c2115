"""Going from one library to another: refused with a sentence, or the other one is there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from reader.library import Library, usual_folder
from reader.model import ListKind, PaperList
from reader.settings import settings
from reader.settings.libraries import recent_libraries, remember_library
from tests.gui.conftest import Person
from tests.libraries.papers import SAMPLE_TEXT

ANNOTATED = PaperList(ListKind.ANNOTATED)
ROOT = Path(__file__).parents[2]


def choose(
    person: Person, monkeypatch: pytest.MonkeyPatch, folder: Path, action: str
) -> list[Path]:
    """Chooses a folder; which libraries are wanted then."""
    wanted: list[Path] = []
    person.window.libraries.wanted.connect(wanted.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    if action == "library.open":
        person.press("Ctrl+Shift+O")
    else:
        person.window.actions_.by_id[action].trigger()
        person.settle()
    return wanted


def test_the_library_is_remembered(person: Person) -> None:
    person.settle()
    assert recent_libraries() == [person.window.library.folder]


def test_another_library_is_wanted_and_kept(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    Library(other).close()
    assert choose(person, monkeypatch, other, "library.open") == [other]
    assert settings.load().settings.library == str(other)


def test_the_usual_place_needs_no_setting(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.keep("library", str(tmp_path))
    person.window.settings.preferences.set("library", str(tmp_path))
    Library(usual_folder()).close()
    assert choose(person, monkeypatch, usual_folder(), "library.open") == [usual_folder()]
    assert settings.load().settings.library == ""


@pytest.mark.parametrize(
    ("action", "files", "said"),
    [
        ("library.open", ("a.txt",), "There is no library in"),
        ("library.open", ("library.db",), "library.db"),
        ("library.new", ("a.txt",), "There are other files in"),
        ("library.new", ("library.db",), "There is a library in"),
    ],
)
def test_what_is_no_library_is_said_and_the_window_stays(
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    action: str,
    files: tuple[str, ...],
    said: str,
) -> None:
    folder = tmp_path / "chosen"
    folder.mkdir()
    for name in files:
        (folder / name).write_text("not a database at all", "utf-8")
    assert choose(person, monkeypatch, folder, action) == []
    assert said in person.window.toast.text.text()
    assert settings.load().settings.library == ""
    assert person.window.isVisible()


def test_a_new_library_is_made(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    assert choose(person, monkeypatch, new, "library.new") == [new]
    assert (new / "library.db").is_file()


def test_nothing_chosen_is_nothing_done(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    person.press("Ctrl+Shift+O")
    assert settings.load().settings.library == ""


def test_the_menu_offers_those_opened_lately(
    sample: Library, open_window: Callable[[Library], Person], tmp_path: Path
) -> None:
    other = tmp_path / "this & that"
    Library(other).close()
    remember_library(other)
    person = open_window(sample)
    menu = person.window.libraries.menu
    menu.aboutToShow.emit()
    own, its = menu.actions()
    assert (own.isChecked(), own.isEnabled()) == (True, False)
    assert its.text().endswith("this && that")
    wanted: list[Path] = []
    person.window.libraries.wanted.connect(wanted.append)
    its.trigger()
    person.settle()
    assert wanted == [other]


def test_where_a_library_cannot_be_moved_is_said(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wanted: list[Path] = []
    person.window.libraries.move_wanted.connect(wanted.append)
    own = person.window.library.folder
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").touch()
    for folder, said in ((own, "own folder"), (tmp_path / "full", "other files")):
        choose(person, monkeypatch, folder, "library.move")
        assert said in person.window.toast.text.text()
    assert not wanted
    choose(person, monkeypatch, tmp_path / "new", "library.move")
    assert wanted == [tmp_path / "new"]


# Moves a library where it is told to, or as far as that goes, and says what its window says then.
_MOVE = """
import errno
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader.app import open_window, the_application
from reader.gui.window import MainWindow

old, new, disk = sys.argv[1:]
rename = Path.rename

def across(path, target):
    if path == Path(old):
        raise OSError(errno.EXDEV if disk == "other" else errno.EACCES, "refused")
    return rename(path, target)

if disk != "same":
    Path.rename = across
moved = []

def look():
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible() and not window.busy():
            if not moved:
                moved.append(True)
                window.paper.note.setPlainText("Written at the last moment.")
                window.libraries.move_wanted.emit(Path(new))
            elif window.toast.isVisible():
                print(window.library.folder, window.toast.text.text(), sep="\\n")
                window.close()

the_application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
assert open_window(Path(old)) == 0
"""


@pytest.mark.parametrize("disk", ["same", "other", "refusing"])
def test_a_library_is_moved_and_opened_where_it_is(tmp_path: Path, disk: str) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    with Library(old) as library:
        library.import_digest(library.read_digest(SAMPLE_TEXT.encode(), "page.txt"))
    remember_library(old)
    done = subprocess.run(
        [sys.executable, "-P", "-c", _MOVE, str(old), str(new), disk],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    opened, said = done.stdout.split("\n", 1)
    place = old if disk == "refusing" else new
    assert opened == str(place)
    assert old.exists() == (disk != "same")
    assert settings.load().settings.library == ("" if disk == "refusing" else str(new))
    assert recent_libraries()[0] == place
    assert ("It is where it was" in said) == (disk == "refusing")
    assert ("delete it" in said) == (disk == "other")
    with Library(place) as library:
        notes = [paper.note.text for paper in library.papers(library.list_ids(ANNOTATED))]
    assert notes == ["Written at the last moment."]


# Walks from the library it is given to a second one and back, and closes that.
_WALK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader.app import open_window, the_application
from reader.gui.desktop.instance import call
from reader.gui.window import MainWindow

first, second = map(Path, sys.argv[1:])
way = [second, first]
said = []

def look():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    for window in windows:
        if window.isVisible() and not window.busy() and len(said) < 3:
            folder = window.library.folder
            if said[-1:] == [folder.name]:
                return
            said.append(folder.name)
            if way:
                window.libraries.open(way.pop(0))
            else:
                window.close()

the_application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
assert open_window(first) == 0
print(" ".join(said))
assert not call(first) and not call(second)
"""


def test_one_window_goes_and_the_other_comes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        with Library(folder) as library:
            library.import_digest(library.read_digest(SAMPLE_TEXT.encode(), "page.txt"))
    done = subprocess.run(
        [sys.executable, "-P", "-c", _WALK, str(first), str(second)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["first", "second", "first"]
    assert recent_libraries() == [first, second]
    assert settings.load().settings.library == str(first)
