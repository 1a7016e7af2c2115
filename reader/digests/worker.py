"""The child process that parses digests: bytes on standard input, an answer on standard output.

The answer is eight bytes with the length of a JSON document, that document, and then for each of
its digests the entries and, where it came out of an archive, its bytes: ``sizes`` has the lengths.

It limits its own memory and processor time before it looks at the data. See sandbox.py for the
other side. Started as ``python -P -m reader.digests.worker``; keep what it imports light.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from datetime import date
from typing import Any, BinaryIO

from reader.digests.reading import read, read_each
from reader.digests.refused import Refused
from reader.digests.wire import to_wire
from reader.errors import DigestError
from reader.model import Digest
from reader.words import Said, packed, speak


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Reads a header and the data, parses, and writes the answer."""
    gc.disable()  # a tenth of the time of a big digest, and the process ends soon after
    header = json.loads(source.read(int.from_bytes(source.read(4), "big")))
    limit(header["memory"], header["seconds"])
    speak(Said)
    told, blobs = answer(header, source.read())
    document = json.dumps(told).encode("ascii")
    for piece in (len(document).to_bytes(8, "big"), document, *blobs):
        target.write(piece)
    target.flush()


def limit(memory: int, seconds: int) -> None:
    """Sets hard limits on this process where the system has them; Windows has none."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    # A second between the limits of time: at the hard one the system kills without a word.
    for kind, value, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + 1),
    ):
        try:
            resource.setrlimit(kind, (value, hard))
        except (ValueError, OSError):  # macOS refuses to limit memory; the wall limit remains
            continue


def answer(header: dict[str, Any], data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """What goes back to the parent: the digests, or why there are none."""
    try:
        outcomes = _outcomes(header, data)
    except DigestError as error:
        return {"error": _plain_error(error)}, []
    except MemoryError:
        return {"limit": "memory"}, []
    blobs: list[bytes] = []
    told: list[dict[str, Any]] = []
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            told.append({"name": outcome.name, "error": _plain_error(outcome.error)})
            continue
        plain, entries = to_wire(outcome)
        pieces = [entries] if outcome.data is data else [entries, outcome.data]
        told.append({"digest": plain, "sizes": [len(piece) for piece in pieces]})
        blobs += pieces
    return {"outcomes": told}, blobs


def _outcomes(header: dict[str, Any], data: bytes) -> list[Digest | Refused]:
    name, format_name = header["name"], header["format"]
    today = date.fromisoformat(header["today"]) if header["today"] else None
    if header["each"]:
        return read_each(data, name, format=format_name, today=today)
    return [read(data, name, format=format_name, today=today)]


def _plain_error(error: DigestError) -> list[Any]:
    return [packed(error.what), packed(error.where), packed(error.advice)]


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
    # All has been said; the system takes the memory back faster than Python gives it.
    os._exit(0)
