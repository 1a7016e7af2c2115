"""How notes name the pictures that the library keeps, and where those lie beside exported notes.

A note says ``images/HASH.png``, from wherever it is: the library, or the folder of an export. In
files that the person has moved into a folder further in, the way back out stands before it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import ExportError
from reader.exporting.files import Batch, explained, inside
from reader.model import Paper
from reader.words import say

FOLDER = "images"
ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
"""The kinds of pictures that notes can show, and how their names end."""

_NAME = re.compile(
    r"(?<![\w/.%-])(?:\.{1,2}/)*"
    r"(?P<name>images/(?P<hash>[0-9a-f]{16,128})\.(?:png|jpe?g|gif|webp))(?![.-]?\w)"
)

_SHOWN = re.compile(
    r"!\[(?P<words>[^\[\]\n]{0,1000})\]\(\s{0,9}<?(?P<address>[\w./]{1,300})>?"
    r"(?:\s{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,9}\)"
)

Fetch = Callable[[str], bytes | None]
"""The bytes of the picture that a note calls by this name, None when the library has none."""


def names_in(text: str) -> list[str]:
    """What a note calls the pictures of the library that it shows, each once: images/HASH.png."""
    if FOLDER not in text:
        return []
    return list(dict.fromkeys(match["name"] for match in _NAME.finditer(text)))


def named(address: str) -> str:
    """The name of the picture that an address in a note means, empty when it means none of ours."""
    match = _NAME.fullmatch(address)
    return match["name"] if match else ""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture of the library as a note has it: its name and its words, and how it is written."""

    name: str
    words: str
    written: str


def parted(text: str) -> Iterator[str | ShownPicture]:
    """A paragraph as the pictures of the library in it and what stands between them."""
    done = 0
    for match in _SHOWN.finditer(text) if FOLDER in text else ():
        name = named(match["address"])
        if name:
            yield text[done : match.start()]
            yield ShownPicture(name, match["words"].strip(), match[0])
            done = match.end()
    yield text[done:]


def hash_of(name: str) -> str:
    """What the library knows a picture by; empty when the name is none of a picture."""
    match = _NAME.fullmatch(name)
    return match["hash"] if match else ""


def relinked(text: str, way_out: str = "") -> str:
    """The text with the names of pictures as they are right from ``way_out`` (``../``) inside."""
    if FOLDER not in text:
        return text
    return _NAME.sub(lambda match: way_out + match["name"], text)


def way_out_of(relative: str) -> str:
    """How a file at a relative path in an export gets to its folder."""
    return "../" * relative.count("/")


def seen_from(paper: Paper, way_out: str) -> Paper:
    """The paper with a note that finds its pictures from a file further in."""
    text = relinked(paper.note.text, way_out)
    if text == paper.note.text:
        return paper
    return replace(paper, note=replace(paper.note, text=text))


class PictureFiles:
    """Brings pictures into the folder ``images`` of an export, as far as its batch.

    A picture that is there is left alone, whatever the person did to it: its name is its content.
    """

    def __init__(self, root: Path, fetch: Fetch, batch: Batch) -> None:
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self._root = root
        self._fetch = fetch
        self._batch = batch
        self._there: set[str] | None = None
        self._seen: set[str] = set()

    def bring(self, text: str) -> None:
        """Has the pictures that a note shows. Raises ExportError."""
        for name in names_in(text):
            if name not in self._seen:
                self._seen.add(name)
                self._one(name)

    def _one(self, name: str) -> None:
        if name in self._listed():
            self.unchanged.append(name)
        elif data := self._fetch(name):
            path = inside(self._root, name)
            if path is None:
                raise ExportError(
                    say("The folder for pictures leads out of the folder of the notes:"),
                    where=f"{self._root / FOLDER}.",
                    advice=say("Put a folder of its own there, then export again."),
                )
            with explained(path):
                path.parent.mkdir(exist_ok=True)
            self._batch.add(path, data, None)
            self.written.append(name)

    def _listed(self) -> set[str]:
        """What is in the folder; asked once, for thousands of pictures."""
        if self._there is None:
            folder = self._root / FOLDER
            with explained(folder):
                names = os.listdir(folder) if folder.is_dir() else ()  # noqa: PTH208
            self._there = {f"{FOLDER}/{name}" for name in names}
        return self._there


def no_pictures(_name: str) -> None:
    """The Fetch of somebody who has none."""
