"""Long work says that it is done, to somebody who is elsewhere, over a real bus."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reader.errors import Cancelled, ReaderError
from reader.gui.desktop import notifying
from reader.gui.desktop.session_bus import BusError, notify
from tests.gui.conftest import Person

needs_bus = pytest.mark.skipif(which("dbus-daemon") is None, reason="there is no dbus-daemon")


@pytest.fixture
def seconds(person: Person) -> list[float]:
    """What the clock of the notifications says."""
    now = [100.0]
    person.window.notifying.clock = lambda: now[0]
    return now


@pytest.fixture
def notes(person: Person) -> list[tuple[str, str]]:
    """What was said to the desktop."""
    said: list[tuple[str, str]] = []
    person.window.notifying.notify = lambda summary, body: said.append((summary, body))
    return said


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offscreen no window manager gives the focus to another program."""
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))


@pytest.fixture
def alerted(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    asked: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", staticmethod(asked.append))
    return asked


def work_for(
    person: Person, now: list[float], duration: float, end: Callable[[], object] = object
) -> None:
    going = threading.Event()

    def work(_report: object, _cancelled: object) -> object:
        going.wait(30)
        return end()

    person.window.jobs.task("Importing <April>", work)
    now[0] += duration
    going.set()
    person.settle()


@pytest.mark.usefixtures("elsewhere")
def test_long_work_says_that_it_is_done(
    person: Person, seconds: list[float], notes: list[tuple[str, str]], alerted: list[QWidget]
) -> None:
    work_for(person, seconds, 5.5)
    assert notes == [("Reader", "Importing <April>: done.")]
    assert alerted == [person.window]


@pytest.mark.usefixtures("elsewhere")
def test_short_work_says_nothing(
    person: Person, seconds: list[float], notes: list[tuple[str, str]], alerted: list[QWidget]
) -> None:
    work_for(person, seconds, 4.5)
    assert (notes, alerted) == ([], [])


def test_nothing_is_said_to_somebody_who_looks(
    person: Person, seconds: list[float], notes: list[tuple[str, str]]
) -> None:
    work_for(person, seconds, 60)
    assert notes == []


def _refuse() -> None:
    raise ReaderError("The disk is full.")


def _cancel() -> None:
    raise Cancelled


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("end", "said"), [(_refuse, [("Reader", "Importing <April> failed.")]), (_cancel, [])]
)
def test_an_end_that_was_not_wanted(
    person: Person,
    seconds: list[float],
    notes: list[tuple[str, str]],
    end: Callable[[], None],
    said: list[tuple[str, str]],
) -> None:
    work_for(person, seconds, 60, end)
    assert notes == said


@pytest.mark.usefixtures("elsewhere")
def test_notifications_can_be_off(
    person: Person, seconds: list[float], notes: list[tuple[str, str]]
) -> None:
    person.press("Ctrl+,")
    person.type("while you are elsewhere")
    person.press("Down")
    person.press("Space")
    person.press("Esc")
    work_for(person, seconds, 60)
    assert notes == []


# A desktop that shows notifications: prints what it is asked, and ends.
_DESKTOP = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject

application = QCoreApplication([])

class Desktop(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        app, replaces, icon, summary, body, actions, hints, lasts = message.arguments()
        body = body if len(body) < 100 else len(body)
        print(message.member(), message.signature(), replaces, summary, body, lasts, flush=True)
        connection.send(message.createReply([7]))
        return True

bus = QDBusConnection.sessionBus()
desktop = Desktop()
assert bus.registerVirtualObject("/org/freedesktop/Notifications", desktop)
assert bus.registerService("org.freedesktop.Notifications")
print("ready", flush=True)
application.exec()
"""


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A message bus of this test alone."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().decode().strip())
        yield
        daemon.kill()


@needs_bus
@pytest.mark.usefixtures("bus")
def test_a_desktop_understands_what_is_sent() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _DESKTOP], stdout=subprocess.PIPE, text=True
    ) as desktop:
        assert desktop.stdout is not None
        assert desktop.stdout.readline() == "ready\n"
        notify("Rêader", "It's <done>, \U0001f600", app="Reader", desktop_entry="reader")
        assert desktop.stdout.readline() == (
            "Notify susssasa{sv}i 0 Rêader It's <done>, \U0001f600 -1\n"
        )
        notifying._notify("Reader", "a <b> & c")
        assert desktop.stdout.readline().endswith(" Reader a &lt;b&gt; &amp; c -1\n")
        for length in range(9):
            notify("s" * length, "b" * 70_000, app="R" * length, desktop_entry="e" * length)
            assert desktop.stdout.readline().endswith(" 70000 -1\n")
        desktop.kill()


@needs_bus
@pytest.mark.usefixtures("bus")
def test_where_nobody_shows_notifications_it_is_silent() -> None:
    with pytest.raises(BusError, match="nobody shows"):
        notify("Reader", "done", app="Reader", desktop_entry="reader")
    notifying._notify("Reader", "done")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "unix:path=/nowhere/at/all",
        "tcp:host=localhost,port=1",
        "unix:abstract=nobody",
        ";;",
        "x",
    ],
)
def test_without_a_bus_it_is_silent(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(BusError):
        notify("Reader", "done", app="Reader", desktop_entry="reader")
    notifying._notify("Reader", "done")


def test_a_bus_that_hangs_up_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(os.environ["XDG_RUNTIME_DIR"]) / "odd"
    for said in (b"", b"REJECTED EXTERNAL\r\n", b"OK 1\r\n", b"OK 1\r\n" + b"\xff" * 16):
        place.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(place))
            server.listen()
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={place}")
            thread = threading.Thread(target=_say_and_hang_up, args=(server, said))
            thread.start()
            with pytest.raises(BusError):
                notify("Reader", "done", app="Reader", desktop_entry="reader")
            thread.join()
    place.unlink()


def _say_and_hang_up(server: socket.socket, said: bytes) -> None:
    connection, _ = server.accept()
    connection.recv(100)
    connection.sendall(said)
    connection.close()
