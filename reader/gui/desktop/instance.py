"""One window a library: a second start hands over its files and brings the first one forward.

A lock file says who is the first; it knows when its holder was killed. A local socket carries the
message. Both lie in a folder of this user alone, and no network is involved.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

_LONGEST_MESSAGE = 4_000_000
_PATIENCE_MILLISECONDS = 5000
_MOMENT_MILLISECONDS = 10
_TRY_AGAIN_SECONDS = 0.05
# The path of a socket has 104 bytes on the Mac and 108 on Linux.
_LONGEST_PATH = 100
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Message:
    """What a second start wants: files imported, and the window in front.

    ``token`` is what the desktop gave it, without which some let nobody come forward.
    """

    files: tuple[Path, ...] = ()
    token: str = ""


class Instance(QObject):
    """The claim of this program on the window of a library. ``called`` carries a Message.

    Claiming needs no application, listening does.
    """

    called = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(library)
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this program is the one with the window, from now on."""
        folder = runtime_folder()
        lock = QLockFile(str(folder / f"{self._name}.lock"))
        # The time is no sign of a dead holder: windows stay open for weeks.
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            # Where no lock can be made, better two windows than none.
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._lock = lock
        return True

    def listen(self) -> None:
        """Hears other starts from now on, if the claim is this program's."""
        if self._lock is None:
            return
        address = _address(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        # Whoever held the lock before may have been killed and have left a socket.
        QLocalServer.removeServer(address)
        if not self._server.listen(address):
            log.warning("other starts are not heard: %s", self._server.errorString())

    def release(self) -> None:
        """Gives the claim up, so that the next start opens a window."""
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _connected(self) -> None:
        assert self._server is not None
        while self._server.hasPendingConnections():
            _Caller(self._server.nextPendingConnection(), self)


class _Caller(QObject):
    """One connection: reads a line, answers, and ends, also when the line never ends."""

    def __init__(self, socket: QLocalSocket, instance: Instance) -> None:
        super().__init__(instance)
        self._socket = socket
        self._instance = instance
        self._heard = b""
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(_PATIENCE_MILLISECONDS, self, socket.abort)
        self._read()

    def _read(self) -> None:
        self._heard += self._socket.readAll().data()
        if len(self._heard) > _LONGEST_MESSAGE:
            self._socket.abort()
        elif b"\n" in self._heard:
            message = _understood(self._heard.partition(b"\n")[0])
            self._socket.write(b"ok\n" if message else b"no\n")
            self._socket.disconnectFromServer()
            if message:
                self._instance.called.emit(message)


def claim_or_call(library: Path, files: Sequence[Path]) -> Instance | None:
    """The claim on a library's window, or None when its window was called instead.

    A first window that does not answer costs some seconds; then there are two.
    """
    instance = Instance(library)
    end = time.monotonic() + _PATIENCE_MILLISECONDS / 1000
    # A call takes its own time where a window hears and does not answer.
    while time.monotonic() < end:
        if instance.claim():
            return instance
        if call(library, files):
            return None
        # It is just starting, or just ending.
        time.sleep(_TRY_AGAIN_SECONDS)
    log.warning("the window on %s does not answer", library)
    return instance


def call(library: Path, files: Sequence[Path] = ()) -> bool:
    """Tells the window of a library to come forward and import files; whether it heard."""
    token = next(filter(None, map(os.environ.get, _TOKENS)), "")
    names = [str(file.absolute()) for file in files]
    socket = QLocalSocket()
    socket.connectToServer(_address(_name(library)))
    # A server that is there takes this up at once, even if it is busy.
    if not socket.waitForConnected(_MOMENT_MILLISECONDS * 50):
        return False
    socket.write(json.dumps({"files": names, "token": token}).encode() + b"\n")
    heard, end = b"", time.monotonic() + _PATIENCE_MILLISECONDS / 1000
    while not heard.endswith(b"\n") and time.monotonic() < end:
        # Qt waits without letting other threads of Python run, so it shall wait for moments only.
        if socket.waitForReadyRead(_MOMENT_MILLISECONDS):
            heard += socket.readAll().data()
        elif socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            break
        time.sleep(_MOMENT_MILLISECONDS / 1000)
    heard += socket.readAll().data()
    return heard == b"ok\n"


def runtime_folder() -> Path:
    """A folder of this user alone."""
    if os.environ.get("XDG_RUNTIME_DIR"):
        folder = platformdirs.user_runtime_path("reader", appauthor=False)
    else:
        folder = platformdirs.user_cache_path("reader", appauthor=False) / "run"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        log.warning("%s cannot be made: %s", folder, error.strerror)
    return folder


def _name(library: Path) -> str:
    """The same for every way to write the library's folder."""
    resolved = os.path.normcase(library.expanduser().resolve())
    return hashlib.sha256(os.fsencode(resolved)).hexdigest()[:20]


def _address(name: str) -> str:
    if sys.platform == "win32":
        return f"reader-{name}"  # a pipe, which has no folder
    path = str(runtime_folder() / name)
    # One that is too long cannot be listened on, and is not worth a shorter one in a shared folder.
    return path if len(os.fsencode(path)) <= _LONGEST_PATH else ""


def _understood(line: bytes) -> Message | None:
    try:
        said = json.loads(line)
        files, token = said["files"], said["token"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(files, list) or not isinstance(token, str):
        return None
    if not all(isinstance(name, str) and "\0" not in name for name in files):
        return None
    return Message(tuple(map(Path, files)), token)
