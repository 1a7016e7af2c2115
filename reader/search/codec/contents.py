"""The table of contents of an index, as JSON, and the Whoosh index and writer that use it.

Whoosh's own table is a pickle. The names of the files, the generations, the locks and the order of
a commit (segments, then the table, then the removal of what is left over) stay Whoosh's.
"""

from __future__ import annotations

import base64
import json
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.index import TOC, EmptyIndexError, FileIndex, clean_files
from whoosh.writing import SegmentWriter

from reader.errors import IndexDamagedError
from reader.search.codec.codec import ArrayCodec, ArraySegment
from reader.search.codec.schema import FINGERPRINT, schema

INDEX_NAME = "MAIN"


def _path(storage: Any, generation: int) -> Path:
    return Path(storage.folder, str(TOC._filename(INDEX_NAME, generation)))


def latest_generation(storage: Any) -> int:
    """The number of the newest contents; -1 when there are none."""
    return int(TOC._latest_generation(storage, INDEX_NAME))


def is_newest(storage: Any, generation: int) -> bool:
    """Whether these are still the contents: quicker than to list the folder for each search."""
    newer = _path(storage, generation + 1)
    return generation >= 0 and not newer.exists() and _path(storage, generation).exists()


def write_contents(storage: Any, segments: Sequence[ArraySegment], generation: int) -> None:
    """Makes ``segments`` the contents of the index, and waits until that is on disk."""
    said = [
        {
            "id": segment.segid,
            "documents": segment.doc_count_all(),
            "deleted": _packed(segment.deleted_docs(), segment.doc_count_all()),
        }
        for segment in segments
    ]
    text = json.dumps({"fingerprint": FINGERPRINT, "generation": generation, "segments": said})
    path = _path(storage, generation)
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="ascii") as file:
        file.write(f"{zlib.crc32(text.encode('ascii')):08x}\n{text}\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def read_contents(storage: Any) -> TOC:
    """The newest contents. Raises IndexDamagedError, and EmptyIndexError when there are none."""
    checksum, _, text = _newest(storage).strip().partition("\n")
    if checksum != f"{zlib.crc32(text.encode('ascii')):08x}":
        raise IndexDamagedError("The contents of the search index do not fit their checksum.")
    said = json.loads(text)
    if said["fingerprint"] != FINGERPRINT:
        raise IndexDamagedError("The search index is of another version.")
    segments = [_segment(one) for one in said["segments"]]
    return TOC(schema(), segments, said["generation"])


def _newest(storage: Any) -> str:
    generation = latest_generation(storage)
    while generation >= 0:
        try:
            return _path(storage, generation).read_text("ascii")
        except FileNotFoundError:
            # A newer generation may take this one's place while it is opened.
            before, generation = generation, latest_generation(storage)
            if generation == before:
                raise
    raise EmptyIndexError("no index")


def _segment(said: dict[str, Any]) -> ArraySegment:
    deleted = _unpacked(said["deleted"], said["documents"])
    segment = ArraySegment(INDEX_NAME, said["documents"], deleted)
    segment.segid = said["id"]
    return segment


def _packed(documents: set[int], size: int) -> str:
    """Documents as a bitmap, as text; empty for none."""
    if not documents:
        return ""
    bits = np.zeros(size, np.bool_)
    bits[list(documents)] = True
    return base64.b64encode(np.packbits(bits).tobytes()).decode("ascii")


def _unpacked(text: str, size: int) -> frozenset[int]:
    if not text:
        return frozenset()
    bits = np.unpackbits(np.frombuffer(base64.b64decode(text), np.uint8), count=size)
    return frozenset(np.flatnonzero(bits).tolist())


class ArrayIndex(FileIndex):  # type: ignore[misc]
    """A Whoosh index with this codec."""

    def __init__(self, storage: Any) -> None:
        """Opens an index. Raises IndexDamagedError, EmptyIndexError, OSError."""
        self.storage = storage
        self.indexname = INDEX_NAME
        self._schema = schema()
        read_contents(storage)

    def _read_toc(self) -> TOC:
        return read_contents(self.storage)

    def writer(self, **options: Any) -> ArrayWriter:
        """A writer. Raises whoosh.index.LockError when there is one already."""
        return ArrayWriter(self, codec=ArrayCodec(), **options)


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Writes what Whoosh would, with our table of contents."""

    def _commit_toc(self, segments: Sequence[ArraySegment]) -> None:
        write_contents(self.storage, segments, self.generation)
        clean_files(self.storage, self.indexname, self.generation, segments)
