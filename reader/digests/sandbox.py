"""Parses a digest in a child process that may not take too much memory or time.

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
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import reader
from reader.digests import wire
from reader.digests.limits import MEGABYTE, check_size
from reader.errors import Cancelled, DigestError
from reader.model import Digest

_LOOK = 0.05
"""Seconds between two looks at whether the person cancelled."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a child process may use: bytes of memory, seconds by the clock and of the processor."""

    memory: int
    seconds: int

    @staticmethod
    def for_size(size: int) -> Allowance:
        """Half a gigabyte and ten seconds, and more for big files in proportion."""
        return Allowance(512 * MEGABYTE + 20 * size, 10 + 2 * size // MEGABYTE)


def read_limited(
    data: bytes,
    name: str = "",
    *,
    format: str | None = None,
    cancelled: Callable[[], bool] | None = None,
    today: date | None = None,
    allowance: Allowance | None = None,
) -> Digest:
    """Like ``read``, but within limits and cancellable: it raises Cancelled soon after the wish.

    A child that is over a limit or dies is a DigestError that says so.
    """
    check_size(data)
    allowed = allowance or Allowance.for_size(len(data))
    header = {
        "name": name,
        "format": format,
        "today": today.isoformat() if today else None,
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
        f"This digest took more than {allowed.seconds} seconds to read.",
        advice="That is the limit for a file of this size; split it, or report it to us.",
    )


_CRASH_ADVICE = "Nothing was imported. Please report this with the file."


def _death(code: int, complaint: bytes, allowed: Allowance) -> DigestError:
    """Why the child ended, as far as its ending tells."""
    if code == -getattr(signal, "SIGXCPU", 0):
        return _too_slow(allowed)
    if code == -getattr(signal, "SIGKILL", 0) or b"MemoryError" in complaint:
        return _out_of_memory(allowed)
    last = complaint.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return DigestError(
        f"The parser stopped unexpectedly ({code}).", where=last[:200], advice=_CRASH_ADVICE
    )


def _out_of_memory(allowed: Allowance) -> DigestError:
    return DigestError(
        "This digest needed too much memory to read.",
        advice=f"The limit for a file of this size is {allowed.memory // MEGABYTE} MB; split it.",
    )


def _understood(answer: bytes, data: bytes) -> Digest:
    """The digest or the error that the child's answer tells."""
    try:
        told = json.loads(answer)
        if "digest" in told:
            return wire.from_plain(told["digest"], data)
        error = told.get("error")
    except (ValueError, TypeError, KeyError, AttributeError) as damage:
        raise DigestError("The parser's answer was damaged.", advice=_CRASH_ADVICE) from damage
    if error is None:
        raise DigestError("This digest needed too much memory to read.", advice="Split it.")
    what, where, advice = error
    raise DigestError(what, where=where, advice=advice)
