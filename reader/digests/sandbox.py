"""Parses digests in a child process that may not take too much memory or time.

Every parser of a rich format has small inputs that cost it seconds or gigabytes; the person's
window and library must not pay for them.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import reader
from reader.digests import wire
from reader.digests.limits import MEGABYTE, check_size
from reader.digests.refused import Refused
from reader.digests.unwrapping import is_container
from reader.errors import Cancelled, DigestError
from reader.model import Digest
from reader.words import say, to_say, unpacked

_PACKED = 5
"""How many times its size an archive is expected to unpack to, when time and memory are given."""

_LOOK = 0.05
"""Seconds between two looks at whether the person cancelled."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a child process may use: bytes of memory, seconds by the clock and of the processor."""

    memory: int
    seconds: int

    @staticmethod
    def for_data(data: bytes) -> Allowance:
        """Half a gigabyte and ten seconds, and more for big files and archives in proportion."""
        size = len(data) * (_PACKED if is_container(data) else 1)
        return Allowance(512 * MEGABYTE + 20 * size, 10 + 2 * size // MEGABYTE)


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: the bytes, and the arguments of ``reading.read``."""

    data: bytes
    name: str = ""
    format: str | None = None
    today: date | None = None


def read_limited(
    request: Request,
    *,
    cancelled: Callable[[], bool] | None = None,
    allowance: Allowance | None = None,
) -> Digest:
    """Like ``read``, but within limits and cancellable: it raises Cancelled soon after the wish.

    A child that is over a limit or dies is a DigestError that says so.
    """
    [digest] = _read(request, cancelled, allowance, each=False)
    assert isinstance(digest, Digest)
    return digest


def read_each_limited(
    request: Request,
    *,
    cancelled: Callable[[], bool] | None = None,
    allowance: Allowance | None = None,
) -> list[Digest | Refused]:
    """Like ``read_each``, within the limits of ``read_limited``."""
    return _read(request, cancelled, allowance, each=True)


def _read(
    request: Request,
    cancelled: Callable[[], bool] | None,
    allowance: Allowance | None,
    *,
    each: bool,
) -> list[Digest | Refused]:
    data = request.data
    check_size(data)
    allowed = allowance or Allowance.for_data(data)
    header = {
        "name": request.name,
        "format": request.format,
        "today": request.today.isoformat() if request.today else None,
        "each": each,
        "memory": allowed.memory,
        "seconds": allowed.seconds,
    }
    return _understood(_run(_message(header, data), allowed, cancelled), data)


def worker_command() -> list[str]:
    """What starts the child. A frozen program has no ``-m``; it answers to a word of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--digest-worker"]
    return [sys.executable, "-P", "-m", "reader.digests.worker"]


def worker_environment() -> dict[str, str]:
    """The child's environment: our package is found where we found it, nothing else is added."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return kept | {"PYTHONPATH": str(Path(reader.__file__).resolve().parents[1])}


def _message(header: Mapping[str, object], data: bytes) -> bytes:
    head = json.dumps(header).encode("ascii")
    return len(head).to_bytes(4, "big") + head + data


def _run(message: bytes, allowed: Allowance, cancelled: Callable[[], bool] | None) -> bytes:
    """The child's answer; it is dead when this returns or raises."""
    child = subprocess.Popen(
        worker_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=worker_environment(),
        cwd=os.path.abspath(os.sep),  # noqa: PTH100 - the root, also of a Windows drive
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    # A thread of its own does the talking: communicate() with a timeout, tried again, forgets
    # what it had not yet sent.
    with child, ThreadPoolExecutor(1, "digest") as executor:
        talk = executor.submit(child.communicate, message)
        try:
            answer, complaint = _wait(talk, allowed, cancelled)
        finally:
            child.kill()
    if child.returncode != 0:
        raise _death(child.returncode, complaint, allowed)
    return answer


def _wait(
    talk: Future[tuple[bytes, bytes]], allowed: Allowance, cancelled: Callable[[], bool] | None
) -> tuple[bytes, bytes]:
    """What the child said, looking now and then whether to go on waiting."""
    deadline = time.monotonic() + allowed.seconds
    while True:
        if cancelled is not None and cancelled():
            raise Cancelled
        try:
            return talk.result(_LOOK)
        except TimeoutError:
            if time.monotonic() > deadline:
                raise _too_slow(allowed) from None


def _too_slow(allowed: Allowance) -> DigestError:
    return DigestError(
        say("This digest took more than {} seconds to read.").format(allowed.seconds),
        advice=say("That is the limit for a file of this size; split it, or report it to us."),
    )


_CRASH_ADVICE = to_say("Nothing was imported. Please report this with the file.")


def _death(code: int, complaint: bytes, allowed: Allowance) -> DigestError:
    """Why the child ended, as far as its ending tells."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return _too_slow(allowed)
    if code == -getattr(signal, "SIGKILL", 0) or b"MemoryError" in complaint:
        return _out_of_memory(allowed)
    last = complaint.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return DigestError(
        say("The parser stopped unexpectedly ({}).").format(code),
        where=last[:200],
        advice=say(_CRASH_ADVICE),
    )


def _out_of_memory(allowed: Allowance) -> DigestError:
    return DigestError(
        say("This digest needed too much memory to read."),
        advice=say("The limit for a file of this size is {} MB; split it.").format(
            allowed.memory // MEGABYTE
        ),
    )


def _understood(answer: bytes, data: bytes) -> list[Digest | Refused]:
    """The digests or the error that the child's answer tells."""
    try:
        at = 8 + int.from_bytes(answer[:8], "big")
        told = json.loads(answer[8:at])
        if "outcomes" in told:
            return list(_outcomes(told["outcomes"], answer[at:], data))
        error = _error(told["error"]) if told.get("error") is not None else None
    except (ValueError, TypeError, LookupError, AttributeError) as damage:
        raise DigestError(
            say("The parser's answer was damaged."), advice=say(_CRASH_ADVICE)
        ) from damage
    if error is None:
        raise DigestError(
            say("This digest needed too much memory to read."), advice=say("Split it.")
        )
    raise error


def _outcomes(told: list[Any], blobs: bytes, data: bytes) -> Iterator[Digest | Refused]:
    at = 0
    for one in told:
        if "error" in one:
            yield Refused(one["name"], _error(one["error"]))
            continue
        pieces = []
        for size in one["sizes"]:
            pieces.append(blobs[at : at + size])
            at += size
        entries, *unpacked = pieces
        yield wire.from_wire(one["digest"], entries, *(unpacked or [data]))


def _error(told: list[Any]) -> DigestError:
    what, where, advice = map(unpacked, told)
    return DigestError(what, where=where, advice=advice)
