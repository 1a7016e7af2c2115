"""Keeps the pictures that notes show: which may be kept, what they are called, when they may go."""

from __future__ import annotations

import hashlib
import stat
from datetime import datetime, timedelta
from pathlib import Path

from reader.errors import EditError
from reader.exporting.pictures import ENDINGS, FOLDER, hash_of, names_in
from reader.store import Store, pictures
from reader.words import number, say

LARGEST = 20_000_000
"""In bytes. A library is one file, which is backed up whole."""

UNSEEN_KEPT = timedelta(days=30)
"""How long a picture is kept that no text shows: an editor's own undo may bring its name back."""

# As many letters of the SHA-256 as nobody meets twice, and as a line of a note can bear.
_LETTERS = 32
_SIGNS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


def keep(store: Store, picture: bytes | Path, now: datetime) -> str:
    """Keeps a picture as it is and returns what notes call it. Raises EditError."""
    name = f"“{picture.name}”" if isinstance(picture, Path) else say("This picture")
    data = _read(picture, name) if isinstance(picture, Path) else picture
    _require_small(len(data), name)
    media_type = media_type_of(data)
    if not media_type:
        raise _no_picture(data, name)
    key = hashlib.sha256(data).hexdigest()[:_LETTERS]
    with store.write() as database:
        pictures.keep(database, key, media_type, data, now)
    return f"{FOLDER}/{key}.{ENDINGS[media_type]}"


def data_of(store: Store, name: str) -> bytes | None:
    """The picture that notes call by a name, None when there is none."""
    key = hash_of(name)
    found = pictures.kept(store.reading(), [key]) if key else {}
    return found[key][1] if found else None


def let_go(store: Store, now: datetime) -> int:
    """Lets go of pictures that no note shows, nor any text that one had; returns how many went."""
    until = now - UNSEEN_KEPT
    database = store.reading()
    unseen = pictures.older_than(database, until)
    if not unseen:
        return 0
    for text in pictures.texts_naming(database, f"{FOLDER}/"):
        unseen -= {hash_of(name) for name in names_in(text)}
    if not unseen:
        return 0
    with store.write() as writing:
        return pictures.forget(writing, unseen, until)


def media_type_of(data: bytes) -> str:
    """What kind of picture this is by its first bytes; empty when it is none that notes show."""
    for sign, media_type in _SIGNS.items():
        if data.startswith(sign):
            return media_type
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _read(file: Path, name: str) -> bytes:
    """The content of a file, if it is one: a device may have no end. Raises EditError."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise EditError(say("{} is no file.").format(name), advice=say("Choose a picture."))
        _require_small(status.st_size, name)
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or error
        raise EditError(
            say("{} cannot be read ({}).").format(name, reason), where=f"{file}."
        ) from error


def _require_small(size: int, name: str) -> None:
    if size > LARGEST:
        whole, tenths = divmod(-(-size // 100_000), 10)
        raise EditError(
            say("{} has {}.{} MB.").format(name, number(whole), tenths),
            where=say("Notes keep pictures of up to {} MB.").format(LARGEST // 1_000_000),
            advice=say("Make it smaller, or link to it."),
        )


def _no_picture(data: bytes, name: str) -> EditError:
    what = say("{} is none that notes can show.").format(name)
    if b"<svg" in data[:4096].lower():
        what = say("{} is an SVG, which can hold programs and load other files.").format(name)
    return EditError(what, advice=say("PNG, JPEG, GIF and WebP can be kept in notes."))
