"""Sends one call to the desktop's message bus: what a notification needs, and no more.

QtDBus would be the library for this, but PySide gives it every number as a signed one, and the
servers of notifications refuse a call whose number 0 is not unsigned.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Sequence
from urllib.parse import unquote

_CALL = 1
_ANSWERS = (2, 3)
_SECONDS = 3.0
_LONGEST_ANSWER = 1_000_000


class BusError(Exception):
    """There is no bus, or it did not take the call."""


def notify(summary: str, body: str, *, app: str, desktop_entry: str) -> None:
    """Shows a notification. Waits for the desktop a moment: not for the window's thread.

    Raises BusError where nobody shows notifications.
    """
    strings = b""
    for value in (app, None, "", summary, body):
        strings = _pad(strings, 4)
        strings += struct.pack("<I", 0) if value is None else _string(value)
    hints = _entry("desktop-entry", desktop_entry)
    payload = _pad(strings, 4) + struct.pack("<I", 0)  # no buttons
    payload += struct.pack("<I", len(hints))
    payload = _pad(payload, 8) + hints
    payload = _pad(payload, 4) + struct.pack("<i", -1)  # as long as is usual
    name = "org.freedesktop.Notifications"
    notes = _message(
        2, f"/{name.replace('.', '/')}", name, name, "Notify", "susssasa{sv}i", payload
    )
    bus = "org.freedesktop.DBus"
    hello = _message(1, f"/{bus.replace('.', '/')}", bus, bus, "Hello")
    try:
        with _connected() as connection:
            connection.sendall(hello + notes)
            _await_answer(connection, 2)
    except (OSError, struct.error) as error:
        raise BusError(str(error)) from error


def _connected() -> socket.socket:
    if not hasattr(socket, "AF_UNIX"):
        raise BusError("this system has no such bus")
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    usual = f"unix:path={runtime}/bus" if runtime else ""
    for address in (os.environ.get("DBUS_SESSION_BUS_ADDRESS") or usual).split(";"):
        kind, _, rest = address.partition(":")
        said = dict(part.partition("=")[::2] for part in rest.split(","))
        place = said.get("path") or ("\0" + said["abstract"] if "abstract" in said else "")
        if kind == "unix" and place:
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(_SECONDS)
            try:
                connection.connect(unquote(place))
                _introduce(connection)
            except OSError:
                connection.close()
                raise
            return connection
    raise BusError("there is no bus")


def _introduce(connection: socket.socket) -> None:
    user = str(os.getuid()).encode().hex().encode()
    connection.sendall(b"\0AUTH EXTERNAL " + user + b"\r\n")
    answer = b""
    while not answer.endswith(b"\r\n") and len(answer) < 1000:
        answer += connection.recv(1) or b"\r\n"
    if not answer.startswith(b"OK"):
        raise BusError("the bus does not let us in")
    connection.sendall(b"BEGIN\r\n")


def _await_answer(connection: socket.socket, serial: int) -> None:
    """Reads what comes until the answer to a call; until then the bus may not have passed it on."""
    while True:
        head = _read(connection, 16)
        body, _own, fields = struct.unpack("<III" if head[:1] == b"l" else ">III", head[4:])
        length = fields + (-fields % 8) + body
        if length > _LONGEST_ANSWER:
            raise BusError("the bus talks too much")
        rest = _read(connection, length)
        if head[1] in _ANSWERS and _answers(rest[:fields], serial, head[:1]):
            if head[1] == _ANSWERS[1]:
                raise BusError("nobody shows notifications")
            return


def _answers(fields: bytes, serial: int, order: bytes) -> bool:
    """Whether the fields of a message say that it answers a call: field 5, a number."""
    number = struct.pack("<I" if order == b"l" else ">I", serial)
    return b"\x05\x01u\0" + number in fields


def _read(connection: socket.socket, length: int) -> bytes:
    got = b""
    while len(got) < length:
        more = connection.recv(length - len(got))
        if not more:
            raise BusError("the bus hung up")
        got += more
    return got


def _message(
    serial: int,
    path: str,
    destination: str,
    interface: str,
    member: str,
    signature: str = "",
    body: bytes = b"",
) -> bytes:
    fields = b""
    said: Sequence[tuple[int, str, str]] = (
        (1, "o", path),
        (2, "s", interface),
        (3, "s", member),
        (6, "s", destination),
    )
    for number, kind, value in said:
        fields = _pad(fields, 8) + bytes([number]) + _signature(kind)
        fields = _pad(fields, 4) + _string(value)
    if signature:
        fields = _pad(fields, 8) + b"\x08" + _signature("g") + _signature(signature)
    head = struct.pack("<cBBBIII", b"l", _CALL, 0, 1, len(body), serial, len(fields))
    return _pad(head + fields, 8) + body


def _entry(key: str, value: str) -> bytes:
    """An entry of a dictionary from words to a variant that is a word."""
    return _pad(_string(key) + _signature("s"), 4) + _string(value)


def _string(value: str) -> bytes:
    data = value.replace("\0", "").encode("utf-8", "replace")
    return struct.pack("<I", len(data)) + data + b"\0"


def _signature(value: str) -> bytes:
    return bytes([len(value)]) + value.encode() + b"\0"


def _pad(data: bytes, to: int) -> bytes:
    return data + b"\0" * (-len(data) % to)
