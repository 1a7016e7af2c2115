"""The program that a campaign kills while it exports: writes notes, also in the files, and exports.

``python -m tests.campaigns.export_worker FOLDER SEED`` prints a line of JSON before and after each
note (what the library holds then) and after each line that it wrote into an exported file, as a
person with an editor would have. Most workers have a slow disk: their files are written but
not yet in place for longer, and more of the kills find one like that.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

from reader.exporting.formats import EXPORT_FORMATS
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.libraries.papers import digest, entry

PAPERS = 40
NOTE_END = "(end of the note)"
NOTE_HEADING = "## Note"
SLOW_DISK_SECONDS = 0.01
VAULT = "vault"


def note_of(number: int, words: int) -> str:
    """A note that shows whether all of it is there."""
    return f"Note {number}. " + "marmalade " * words + NOTE_END


class Worker:
    """Random notes and exports, and a person who writes into the files."""

    def __init__(self, library: Library, folder: Path, seed: int) -> None:
        self.library = library
        self.folder = folder
        self.chance = random.Random(seed)
        self.seed = seed
        self.ids = library.list_ids(PaperList(ListKind.ALL))
        self.written = 0

    def act(self) -> None:
        """One action."""
        choices = [self.note, self.note, self.file_line, self.export, self.kept, self.single]
        self.chance.choice([*choices, self.other_format])()

    def note(self) -> None:
        """Saves a note: announced, done, acknowledged."""
        paper, self.written = self.chance.choice(self.ids), self.written + 1
        text = note_of(self.seed * 10_000 + self.written, self.chance.choice([1, 40, 4_000]))
        _say("will", paper, text)
        self.library.set_note(paper, text)
        _say("note", paper, text)

    def file_line(self) -> None:
        """Adds a line above the note of an exported file, as an editor that saves by renaming."""
        files = sorted((self.folder / VAULT).glob("*Paper*.md"))
        if not files:
            return
        file, self.written = self.chance.choice(files), self.written + 1
        line = f"Line {self.seed}-{self.written} of mine"
        text = file.read_text().replace(NOTE_HEADING, f"{line}\n\n{NOTE_HEADING}", 1)
        # Not in the folder: what a killed editor leaves there is not ours to look at.
        saved = self.folder / "saved by the editor"
        saved.write_text(text)
        saved.replace(file)
        _say("line", line)

    def export(self) -> None:
        """All notes to the folder."""
        self.library.export(self.folder / VAULT, self.library.exportable_ids())

    def kept(self) -> None:
        """What the window does by itself after a change."""
        if (self.folder / VAULT).is_dir():
            self.library.keep_exported(self.folder / VAULT)
            self.library.refresh_kept([self.chance.choice(self.ids)])

    def single(self) -> None:
        """All notes to one document."""
        ids = self.library.exportable_ids()
        if ids:
            self.library.export_single(self.folder / "single.md", ids)

    def other_format(self) -> None:
        """All papers in another format."""
        format = self.chance.choice([known for known in EXPORT_FORMATS if known.write])
        self.library.export_as(self.folder / f"papers{format.suffixes[0]}", self.ids, format.name)


def _say(*words: object) -> None:
    print(json.dumps(words), flush=True)


def have_a_slow_disk() -> None:
    """Lets each file take a while to reach the disk."""
    at_once = os.fsync

    def slowly(descriptor: int) -> None:
        time.sleep(SLOW_DISK_SECONDS)
        at_once(descriptor)

    os.fsync = slowly


def main() -> None:
    """Acts until somebody ends it."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    if seed % 4:
        have_a_slow_disk()
    with Library(folder / "library") as library:
        if not library.list_ids(PaperList(ListKind.ALL)):
            library.import_digest(digest([entry(f"Paper {n}") for n in range(PAPERS)], title="All"))
        _say("open")
        worker = Worker(library, folder, seed)
        while True:
            worker.act()


if __name__ == "__main__":
    main()
