"""Takes digests out of what holds several or hides one: zip, gzip, mbox, recorded answers.

Archives are counted by the bytes that come out of them, not by those they promise, and names
inside them are only shown, never used as paths.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from reader.digests.limits import LARGEST_FILE, MEGABYTE
from reader.digests.text.decoding import tidy
from reader.errors import DigestError
from reader.words import number, say, to_say

MOST_PARTS = 10_000
_DEEPEST = 3
_CHUNK = 1 << 20
_HIGHEST_RATIO = 300
_SMALL = 10 * MEGABYTE
"""Bytes up to which any ratio is taken; small repetitive text compresses very well."""

_MESSAGE = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]{0,500}\r?\n(?=[\x21-\x39\x3b-\x7e]{1,100}:)")
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_RECORDED = re.compile(rb'\A\s*\{(?=.{0,2000}?"status_code"\s*:)', re.DOTALL)
_NOT_DIGESTS = re.compile(
    r"\.(?:pdf|png|jpe?g|gif|svg|webp|mp[34]|exe|dll|so|ttf|woff2?|css|js|sty|cls|e?ps|docx|pptx|"
    r"xlsx|odt)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of data that may be a digest; ``error`` says why a piece could not be taken out."""

    name: str
    data: bytes
    error: DigestError | None = None


def is_container(data: bytes) -> bool:
    """Whether the data holds other files or messages."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")) or _is_mbox(data)


def parts(data: bytes, name: str) -> list[Part]:
    """The pieces of a container, those of containers inside it too, in order.

    Data that is no container is its own only piece. Raises DigestError for a damaged or lying one.
    """
    found: list[Part] = []
    room = [LARGEST_FILE]
    _unwrap(data, name, found, room, 0)
    return found


def recorded_answer(data: bytes) -> bytes:
    """The body of a web server's recorded answer (a JSON object), or the data as it is."""
    if not _RECORDED.match(data):
        return data
    try:
        body = json.loads(data).get("body")
    except (ValueError, RecursionError):
        return data
    return body.encode("utf-8", "replace") if isinstance(body, str) else data


def _unwrap(data: bytes, name: str, found: list[Part], room: list[int], depth: int) -> None:
    """Appends the pieces to ``found``; ``room`` is how many more bytes may come out."""
    if not is_container(data):
        found.append(Part(name, data))
        return
    if depth == _DEEPEST:
        raise DigestError(
            say("{} holds archives in archives more than {} deep.").format(name, _DEEPEST),
            advice=say("Unpack it and import what is inside."),
        )
    for part in _pieces(data, name, room):
        if len(found) >= MOST_PARTS:
            raise DigestError(
                say("{} holds more than {} files.").format(name, number(MOST_PARTS)),
                advice=say("Import fewer at a time."),
            )
        if part.error is not None:
            found.append(part)
        else:
            _unwrap(part.data, part.name, found, room, depth + 1)


def _pieces(data: bytes, name: str, room: list[int]) -> Iterator[Part]:
    if data.startswith(b"PK"):
        return _zip_members(data, name, room)
    if data.startswith(b"\x1f\x8b"):
        return iter([Part(name.removesuffix(".gz"), _gunzipped(data, name, room))])
    return _messages(data, name)


def _zip_members(data: bytes, name: str, room: list[int]) -> Iterator[Part]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DigestError(
            say("{} is a damaged zip archive: {}.").format(name, error), advice=say(_UNPACK)
        ) from error
    for member in archive.infolist():
        shown = tidy(PurePosixPath(member.filename).name)
        if member.is_dir() or shown.startswith(".") or "__MACOSX/" in member.filename:
            continue
        if _NOT_DIGESTS.search(shown):
            yield Part(
                shown,
                b"",
                DigestError(say("{} is no list of papers; it was passed over.").format(shown)),
            )
            continue
        try:
            with archive.open(member) as stream:
                yield Part(shown, _counted(stream, name, member.compress_size, room))
        except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError,
                NotImplementedError) as error:  # fmt: skip
            yield Part(
                shown, b"", DigestError(say("{} cannot be unpacked: {}.").format(shown, error))
            )


def _gunzipped(data: bytes, name: str, room: list[int]) -> bytes:
    """RFC 1952, of one or several members."""
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            return _counted(stream, name, len(data), room)
    except (OSError, EOFError, zlib.error) as error:
        raise DigestError(
            say("{} is a damaged gzip file: {}.").format(name, error), advice=say(_UNPACK)
        ) from error


def _counted(stream: object, name: str, packed: int, room: list[int]) -> bytes:
    """All of a stream, unless more comes out of it than may."""
    read = stream.read  # type: ignore[attr-defined]
    chunks: list[bytes] = []
    size = 0
    while chunk := read(_CHUNK):
        size += len(chunk)
        room[0] -= len(chunk)
        if room[0] < 0 or (size > _SMALL and size > _HIGHEST_RATIO * max(packed, 1)):
            raise DigestError(
                say("{} unpacks to more than it should: {} MB and on.").format(
                    name, number(size // MEGABYTE)
                ),
                advice=say("The limit is {} MB, and {} times the packed size.").format(
                    LARGEST_FILE // MEGABYTE, _HIGHEST_RATIO
                ),
            )
        chunks.append(chunk)
    return b"".join(chunks)


def _is_mbox(data: bytes) -> bool:
    return data.startswith(b"From ") and _MESSAGE.match(data) is not None


def _messages(data: bytes, name: str) -> Iterator[Part]:
    """The messages of an mbox (RFC 4155).

    A line of a text that begins with ``From`` does not begin a message: no header follows it.
    """
    beginnings = list(_MESSAGE.finditer(data))
    starts = [found.end() for found in beginnings]
    ends = [*[found.start() for found in beginnings[1:]], len(data)]
    for at, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        message = _ESCAPED_FROM.sub(rb"\1", data[start:end])
        yield Part(f"{name}, message {at}", message)


_UNPACK = to_say("Unpack it with another program and import what is inside.")
