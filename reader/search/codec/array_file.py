"""A file of named arrays: a header that says what is where, then the arrays as they are in memory.

Little-endian; each array starts at a multiple of 64 bytes. The header is JSON between a magic line
and the arrays, with a checksum (CRC-32) of itself and one for each array. Written once, to a new
name, and never changed: a file that is mapped somewhere is never written to.
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.errors import IndexDamagedError

_MAGIC = b"reader arrays 1\n"
_ALIGNMENT = 64
_NUMBER = 8  # bytes of each of the two numbers after the magic line
_START = len(_MAGIC) + 2 * _NUMBER


def write_arrays(
    path: Path, arrays: Mapping[str, NDArray[Any]], facts: Mapping[str, int | str]
) -> None:
    """Writes a new file and waits until it is on disk. Raises FileExistsError, OSError."""
    plain = {
        name: np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
        for name, array in arrays.items()
    }
    at = 0
    said: dict[str, dict[str, Any]] = {}
    for name, array in plain.items():
        at += -at % _ALIGNMENT
        said[name] = {
            "type": array.dtype.str,
            "shape": array.shape,
            "at": at,
            "checksum": _checksum(array),
        }
        at += array.nbytes
    header = json.dumps({"facts": dict(facts), "arrays": said, "bytes": at}).encode("ascii")
    header += b" " * (-(_START + len(header)) % _ALIGNMENT)
    with path.open("xb") as file:
        file.write(_MAGIC)
        for number in (len(header), zlib.crc32(header)):
            file.write(number.to_bytes(_NUMBER, "little"))
        file.write(header)
        for name, array in plain.items():
            file.seek(_START + len(header) + said[name]["at"])
            array.tofile(file)
        file.truncate(_START + len(header) + at)
        file.flush()
        os.fsync(file.fileno())


def _checksum(array: NDArray[Any]) -> int:
    return zlib.crc32(array.reshape(-1).view(np.uint8).data)


class ArrayFile:
    """Read access to a file of arrays; the arrays are the file's own memory, and read-only."""

    def __init__(self, path: Path) -> None:
        """Maps the file. Raises IndexDamagedError when it is not whole."""
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._read_header()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexDamagedError(f"{path.name} of the index is damaged ({error!r}).") from error

    def _read_header(self) -> None:
        if self._map[: len(_MAGIC)] != _MAGIC:
            raise ValueError("no such file of ours")
        length, checksum = (
            int.from_bytes(self._map[at : at + _NUMBER], "little")
            for at in (len(_MAGIC), len(_MAGIC) + _NUMBER)
        )
        header = self._map[_START : _START + length]
        if len(header) != length or zlib.crc32(header) != checksum:
            raise ValueError("a header that does not fit its checksum")
        said = json.loads(header)
        self.facts: dict[str, int | str] = said["facts"]
        self._said: dict[str, dict[str, Any]] = said["arrays"]
        self._begin = _START + length
        if len(self._map) < self._begin + said["bytes"]:
            raise ValueError("a file that ends too soon")

    def array(self, name: str) -> NDArray[Any]:
        """One of the arrays; no copy. Raises IndexDamagedError when there is none of that name."""
        try:
            said = self._said[name]
            dtype, shape = np.dtype(said["type"]), tuple(said["shape"])
            count = int(np.prod(shape, dtype=np.int64))
            flat = np.frombuffer(self._map, dtype, count, self._begin + said["at"])
            return flat.reshape(shape)
        except (KeyError, ValueError, TypeError) as error:
            raise IndexDamagedError(f"{self.path.name} of the index lacks {name}.") from error

    def verify(self) -> None:
        """Reads everything and compares it with the checksums. Raises IndexDamagedError."""
        for name, said in self._said.items():
            if _checksum(self.array(name)) != said["checksum"]:
                raise IndexDamagedError(f"{self.path.name} of the index is damaged ({name}).")
        if hasattr(mmap, "MADV_DONTNEED"):  # not on Windows
            # All of the index would count as memory of ours, for having been looked at once.
            self._map.madvise(mmap.MADV_DONTNEED)
