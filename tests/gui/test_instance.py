"""One window a library: real second starts, killed first ones, and callers who talk nonsense."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reader.app import answer
from reader.gui.desktop.instance import Instance, Message, call, claim_or_call, runtime_folder
from reader.gui.imports.preview import ImportPreview
from reader.library import Library
from tests.gui.conftest import Person
from tests.libraries.papers import SAMPLE_TEXT

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes are no files")

# There is no window manager that could raise a window.
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support")
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(autouse=True)
def own_runtime_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Programs that are killed leave something behind."""
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the program, without a screen."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: object, cwd: Path = ROOT) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-P", "-m", "reader", *map(str, arguments)]
        started.append(subprocess.Popen(command, cwd=cwd, env=environment))
        return started[-1]

    yield start
    for program in started:
        program.kill()
        program.wait()


@pytest.fixture
def heard() -> list[Message]:
    """What the first window was told."""
    return []


@pytest.fixture
def first(
    sample: Library, open_window: Callable[[Library], Person], heard: list[Message]
) -> Iterator[Person]:
    """Somebody at a window that other starts find."""
    person = open_window(sample)
    instance = claim_or_call(sample.folder, ())
    assert instance is not None
    instance.called.connect(partial(answer, person.window))
    instance.called.connect(heard.append)
    instance.listen()
    yield person
    instance.release()


def until(condition: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


@OFFSCREEN
def test_a_second_start_hands_over_its_files_and_ends(
    first: Person, start: Start, tmp_path: Path
) -> None:
    (tmp_path / "höchst neu.txt").write_text(SAMPLE_TEXT, "utf-8")
    first.window.showMinimized()
    library = first.window.library.folder
    second = start("--library", library, "höchst neu.txt", cwd=tmp_path)
    first.until(lambda: first.window.findChild(ImportPreview) is not None)
    preview = first.window.findChild(ImportPreview)
    assert isinstance(preview, ImportPreview)
    assert preview.plan.digest.name == "höchst neu.txt"
    first.until(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert not first.window.windowState() & Qt.WindowState.WindowMinimized
    assert first.window.isVisible()
    first.settle()


@OFFSCREEN
def test_the_library_is_the_same_however_it_is_written(
    first: Person, heard: list[Message], tmp_path: Path
) -> None:
    library = first.window.library.folder
    (tmp_path / "link").symlink_to(library, target_is_directory=True)
    for way in (tmp_path / "link", library / ".." / library.name):
        _call_from_a_thread(first, way)
    assert heard == [Message(), Message()]


def _call_from_a_thread(person: Person, library: Path) -> None:
    answers: list[bool] = []
    person.window.jobs.query(lambda: call(library), answers.append)
    person.until(lambda: answers)
    assert answers == [True]


def test_after_a_kill_the_next_start_opens_a_window(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "library"
    one = start("--library", library)
    until(lambda: call(library))
    two = start("--library", library)
    assert two.wait(60) == 0
    assert one.poll() is None
    one.kill()
    one.wait()
    assert not call(library)
    three = start("--library", library)
    until(lambda: call(library))
    assert three.poll() is None
    three.send_signal(signal.SIGINT)
    assert three.wait(60) == 0
    assert list(runtime_folder().glob("*.lock")) == []


def test_two_starts_at_once_make_one_window(start: Start, tmp_path: Path) -> None:
    library = tmp_path / "library"
    both = [start("--library", library), start("--library", library)]
    until(lambda: any(one.poll() is not None for one in both))
    ended = [one for one in both if one.poll() is not None]
    assert [one.returncode for one in ended] == [0]
    assert call(library)


def test_another_library_has_a_window_of_its_own(first: Person, tmp_path: Path) -> None:
    other = Instance(tmp_path / "other")
    assert other.claim()
    other.release()


def test_a_claim_that_was_given_up_is_free(tmp_path: Path) -> None:
    one, other = Instance(tmp_path), Instance(tmp_path)
    assert one.claim()
    assert not other.claim()
    one.release()
    assert other.claim()
    other.release()
    assert not call(tmp_path)


@POSIX
def test_only_this_user_may_come_near(first: Person) -> None:
    assert stat.S_IMODE(runtime_folder().stat().st_mode) == 0o700
    sockets = [file for file in runtime_folder().iterdir() if file.is_socket()]
    assert [stat.S_IMODE(file.stat().st_mode) & 0o077 for file in sockets] == [0]


@POSIX
@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"nonsense\n",
        b"[]\n",
        b'{"files": "x", "token": ""}\n',
        b'{"files": [1], "token": ""}\n',
        b'{"files": ["a\\u0000b"], "token": ""}\n',
        b'{"files": [], "token": 1}\n',
        b"\xff\xfe\n",
        b"[" * 100_000 + b"\n",
    ],
)
def test_nonsense_is_answered_no_and_nothing_happens(
    first: Person, heard: list[Message], line: bytes
) -> None:
    answers: list[bytes] = []
    first.window.jobs.query(partial(_say, line), answers.append)
    first.until(lambda: answers)
    assert answers == [b"no\n"]
    assert heard == []


def _say(line: bytes) -> bytes:
    [address] = [file for file in runtime_folder().iterdir() if file.is_socket()]
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(address))
        caller.sendall(line)
        return caller.recv(10)


@POSIX
@OFFSCREEN
def test_who_says_half_a_line_and_leaves_keeps_nobody(first: Person) -> None:
    def half() -> bool:
        [address] = [file for file in runtime_folder().iterdir() if file.is_socket()]
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(str(address))
            caller.sendall(json.dumps({"files": []}).encode())
        return True

    done: list[bool] = []
    first.window.jobs.query(half, done.append)
    first.until(lambda: done)
    _call_from_a_thread(first, first.window.library.folder)


def test_a_window_that_hears_and_never_answers_is_waited_for_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("reader.gui.desktop.instance._PATIENCE_MILLISECONDS", 300)
    stuck = Instance(tmp_path)
    assert stuck.claim()
    stuck.listen()  # and nothing runs that would take up calls
    begun = time.monotonic()
    second = claim_or_call(tmp_path, ())
    assert second is not None
    assert time.monotonic() - begun < 2
    second.release()
    stuck.release()
