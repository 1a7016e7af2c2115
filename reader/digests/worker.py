"""The child process that parses one digest: bytes on standard input, JSON on standard output.

It limits its own memory and processor time before it looks at the data. See sandbox.py for the
other side. Started as ``python -P -m reader.digests.worker``; keep what it imports light.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any, BinaryIO

from reader.digests.reading import read
from reader.digests.wire import to_plain
from reader.errors import DigestError


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Reads a header and the data, parses, and writes the answer."""
    header = json.loads(source.read(int.from_bytes(source.read(4), "big")))
    limit(header["memory"], header["seconds"])
    target.write(answer(header, source.read()).encode("ascii"))
    target.flush()


def limit(memory: int, seconds: int) -> None:
    """Sets hard limits on this process where the system has them; Windows has none."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    for kind, value in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):  # macOS refuses to limit memory; the wall limit remains
            continue


def answer(header: dict[str, Any], data: bytes) -> str:
    """What goes back to the parent: the digest, or why there is none."""
    try:
        today = date.fromisoformat(header["today"]) if header["today"] else None
        digest = read(data, header["name"], format=header["format"], today=today)
        return json.dumps({"digest": to_plain(digest)})
    except DigestError as error:
        return json.dumps({"error": [error.what, error.where, error.advice]})
    except MemoryError:
        return json.dumps({"limit": "memory"})


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
