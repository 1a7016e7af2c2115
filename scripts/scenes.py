"""What the pictures in docs/screens show: each scene a library, a size, and what a person did."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from reader.app import wait_until_idle
from reader.data import data_folder
from reader.gui.settings.dialog import SettingsDialog
from reader.gui.window import MainWindow
from reader.library import Library
from reader.model import Colour, ListKind, PaperList, Sort, Status
from reader.operations.anchoring import anchor

_ROOT = Path(__file__).resolve().parent.parent
_FOUNDING = _ROOT.parent / "shared" / "corpus" / "seed" / "trending-papers-apr-28.txt"
_SAMPLE = data_folder("resources") / "sample" / "trending.txt"
_YEARS_END = datetime(2026, 11, 25, 18, tzinfo=UTC)
LARGE, SMALL = QSize(1440, 900), QSize(1024, 680)


def fill(library: Library) -> None:
    """A library in the middle of being used."""
    for file in (_SAMPLE, _FOUNDING):
        if file.exists():
            library.import_digest(library.read_digest(file.read_bytes(), file.name))
    ids = library.list_ids(PaperList(ListKind.ALL))
    tags = ("transformers", "diffusion", "survey", "language", "nlp/long-context")
    for at, paper_id in enumerate(ids):
        if at % 3 == 0:
            library.add_tags([paper_id], [tags[at % len(tags)]])
        if at % 7 == 2:
            library.set_starred([paper_id], True)
    library.set_status(ids[5:8], Status.QUEUED)
    library.set_status(ids[9:12], Status.READ)
    library.set_status(ids[2:3], Status.READING)
    library.set_note(ids[0], "Compare with the baseline of the second paper.\n\n- is it faster?\n")
    library.update_index()


def now() -> datetime:
    """The time of the machine."""
    return datetime.now(UTC)


class Clock:
    """A time that stands where it was put."""

    def __init__(self) -> None:
        self.now = _YEARS_END

    def __call__(self) -> datetime:
        """The time."""
        return self.now


def fill_a_year(library: Library, clock: Clock) -> None:
    """A library that somebody has read in for a year, more in some weeks than in others."""
    chance = random.Random(8)
    tags = ("transformers", "diffusion", "survey", "language", "nlp/long-context", "3d")
    undecided: list[int] = []
    for day in range(371):
        clock.now = _YEARS_END - timedelta(days=370 - day, hours=6)
        if clock.now.weekday() in (0, 3):
            titles = [f"Invented paper {day}.{number}" for number in range(chance.randrange(4, 15))]
            shelf = "\n".join(
                f"@article{{a{at}, title={{{title}}}}}" for at, title in enumerate(titles)
            )
            digest = library.read_digest(shelf.encode(), f"day-{day}.bib")
            undecided += _new_papers(library, library.import_digest(digest).digest_id)
        eager = (1.6 - 0.16 * clock.now.weekday()) * (0.35 + abs(math.sin(day / 41)))
        for _ in range(min(len(undecided), round(chance.expovariate(1 / (1.4 * eager))))):
            paper_id = undecided.pop(int(len(undecided) * chance.betavariate(5, 1.2)))
            clock.now += timedelta(minutes=chance.randrange(3, 25))
            read = chance.random() < 0.62
            library.set_status([paper_id], Status.READ if read else Status.SKIPPED)
            if read and chance.random() < 0.8:
                wanted = min(int(chance.expovariate(0.5)), len(tags) - 1)
                library.add_tags([paper_id], [tags[wanted]])
    clock.now = _YEARS_END


def _new_papers(library: Library, digest_id: int) -> list[int]:
    return library.list_ids(PaperList(ListKind.DIGEST, str(digest_id)))


def progress(window: MainWindow) -> None:
    """Opens the page of reading progress."""
    window.actions_.by_id["go.progress"].trigger()


def search(window: MainWindow) -> None:
    """Types a query."""
    window.list.search.setFocus()
    window.list.search.setText("transformer effic")
    wait_until_idle(window)


def similar(window: MainWindow) -> None:
    """Lists the papers that are like one."""
    window.list.view.go_to(4)
    wait_until_idle(window)
    window.actions_.by_id["paper.similar"].trigger()


def select(window: MainWindow) -> None:
    """Selects several papers."""
    window.list.view.go_to(1)
    for _ in range(11):
        window.list.view.extend(1)


def liked(window: MainWindow) -> None:
    """Puts the Inbox in the order of what the person may like."""
    window.navigation.order_by(Sort.LIKENESS)
    wait_until_idle(window)
    window.list.view.go_to(0)


def import_one(window: MainWindow) -> None:
    """Imports the first paper of the sample, and nothing else."""
    digest = window.library.read_digest(_SAMPLE.read_bytes(), _SAMPLE.name)
    window.library.import_digest(digest, digest.entries[:1])
    wait_until_idle(window)
    window.toast.hide()
    window.list.view.go_to(0)


def decide(window: MainWindow) -> None:
    """Stars a paper, for the toast."""
    window.paper_actions.toggle_star()
    wait_until_idle(window)


def decide_all(window: MainWindow) -> None:
    """Skips all papers but one, which waits to be read."""
    window.actions_.by_id["paper.queue"].trigger()
    wait_until_idle(window)
    window.actions_.by_id["select.all"].trigger()
    window.actions_.by_id["paper.skip"].trigger()
    wait_until_idle(window)


def palette(window: MainWindow) -> None:
    """Opens the palette and types a few letters."""
    window.actions_.by_id["palette.open"].trigger()
    window.commands.palette.field.setText("re")


def show_keys(window: MainWindow) -> None:
    """Opens the sheet of keys."""
    window.actions_.by_id["help.keys"].trigger()


def doubt(window: MainWindow) -> None:
    """Imports a paper that looks like one that is there, and opens the possible duplicates."""
    title = window.library.paper(window.library.list_ids(PaperList(ListKind.ALL))[0]).title
    shelf = f"@article{{a, title={{{title}: Extended}}, author={{Tide, Ada}}, year=2026}}"
    window.library.import_digest(window.library.read_digest(shelf.encode(), "journals.bib"))
    window.actions_.by_id["go.duplicates"].trigger()


_NOTE = """## What they claim

Faster than [[{}]] on long inputs, *if* the **chunks** stay below `4096` tokens.

- [x] read the appendix
- [ ] compare with the [baseline](https://example.org/baseline)
- what we do not know
  1. is it faster on one machine?

> The proof is left to the reader.
"""


def write_note(window: MainWindow) -> None:
    """Writes a note that links to a paper, and a link is being completed."""
    library = window.library
    [current, other, *_] = library.list_ids(PaperList(ListKind.INBOX))
    library.set_note(current, _NOTE.format(library.paper(other).title))
    library.set_note(other, f"See [[{library.paper(current).title}]]")
    wait_until_idle(window)
    window.activateWindow()
    window.actions_.by_id["paper.note"].trigger()
    window.paper.note.moveCursor(QTextCursor.MoveOperation.End)
    window.paper.note.insertPlainText("\nSee also [[fast")
    wait_until_idle(window)


def preview_note(window: MainWindow) -> None:
    """Shows the preview of a note, and what links to the paper."""
    write_note(window)
    for _ in "\nSee also [[fast":
        window.paper.note.textCursor().deletePreviousChar()
    window.actions_.by_id["note.preview"].trigger()
    wait_until_idle(window)
    window.paper.page.verticalScrollBar().setValue(window.paper.page.verticalScrollBar().maximum())


def preview(window: MainWindow) -> None:
    """Opens the preview of an import."""
    window.importing.sample()
    wait_until_idle(window)


def show_settings(window: MainWindow) -> None:
    """Opens the settings."""
    window.settings.folder = Path("/home/ada/papers")
    window.actions_.by_id["settings.open"].trigger()


def show_settings_keys(window: MainWindow) -> None:
    """Opens the settings at the keys, where a new one is being pressed that another has."""
    show_settings(window)
    dialog = window.findChild(SettingsDialog)
    dialog.show_page(dialog.keys)
    dialog.keys.view.setCurrentIndex(
        dialog.keys.model.index(dialog.keys.model.row_of("paper.skip"))
    )
    dialog.keys.change.click()
    QTest.keyClick(dialog.keys.capture, Qt.Key.Key_J)


def other_directions(window: MainWindow) -> None:
    """Imports papers whose titles go from right to left."""
    titles = (
        "الانتباه هو كل ما تحتاجه: دراسة شاملة للنماذج اللغوية الكبيرة",
        "קשב הוא כל מה שצריך: Transformers revisited, שוב ושוב",
    )
    shelf = "\n".join(
        f"@article{{a{at}, title={{{title}}}, abstract={{{title}. {title}.}}, year=2026}}"
        for at, title in enumerate(titles)
    )
    window.library.import_digest(window.library.read_digest(shelf.encode(), "other.bib"))
    wait_until_idle(window)
    window.list.view.go_to(0)


_VERSIONS = (
    "Faster than the baseline on long inputs.\n",
    "Faster than the baseline on long inputs.\n\n- read the appendix\n- ask about the chunks\n",
    "Twice as fast as the baseline on long inputs.\n\n- ask about the chunks of 4096 tokens\n",
)


def write_versions(window: MainWindow) -> None:
    """Opens the versions of a note."""
    [current, *_] = window.library.list_ids(PaperList(ListKind.INBOX))
    for text in _VERSIONS:
        window.library.set_note(current, text)
        # Else what is typed on within half a minute is the same version.
        window.library.set_starred([current], len(text) % 2 == 0)
    wait_until_idle(window)
    window.actions_.by_id["note.history"].trigger()


def _highlight(library: Library, paper_id: int) -> None:
    abstract = library.paper(paper_id).abstract
    ends = [0, *(found.end() for found in re.finditer(r"[,.;:](?= )", abstract)), len(abstract)]
    clauses = [(start + bool(start), end - 1) for start, end in pairwise(ends) if end > start + 30]
    comments = ("Is it so?", "", "", "As the survey says, too")
    for (start, end), comment, colour in zip(clauses[::2], comments, Colour, strict=False):
        passage = anchor(abstract, start, end)
        library.highlight(paper_id, "abstract", passage, colour, comment)


def mark(window: MainWindow) -> None:
    """Highlights passages of an abstract, and is about to mark another sentence."""
    _highlight(window.library, window.library.list_ids(PaperList(ListKind.INBOX))[0])
    wait_until_idle(window)
    window.activateWindow()
    window.actions_.by_id["paper.highlight"].trigger()


def all_highlights(window: MainWindow) -> None:
    """Lists the highlights of all papers."""
    for paper_id in window.library.list_ids(PaperList(ListKind.ALL))[:6]:
        _highlight(window.library, paper_id)
    wait_until_idle(window)
    window.actions_.by_id["go.highlights"].trigger()


def to_do(window: MainWindow) -> None:
    """Lists what notes say is to do."""
    library = window.library
    for paper_id in library.list_ids(PaperList(ListKind.INBOX))[:4]:
        library.set_note(paper_id, "- [ ] read the appendix\n- [x] skim\n- [ ] ask about chunks\n")
    wait_until_idle(window)
    window.actions_.by_id["go.todo"].trigger()
    wait_until_idle(window)
    window.list.view.go_to(0)


def quick_note(window: MainWindow) -> None:
    """Writes a line for a note in the list."""
    window.list.view.go_to(2)
    window.activateWindow()
    window.actions_.by_id["note.quick"].trigger()
    wait_until_idle(window)
    window.quick_note.field.insertPlainText("Same trick as in the survey")


def find_in_note(window: MainWindow) -> None:
    """Finds a word in the note that is being written."""
    write_note(window)
    window.actions_.by_id["note.find"].trigger()
    window.paper.notes.finding.bar.field.setText("the")


def templates(window: MainWindow) -> None:
    """Chooses a template for a note."""
    window.actions_.by_id["note.template"].trigger()


def decide_conflicts(window: MainWindow) -> None:
    """Decides what was changed in the library and in an exported file."""
    library = window.library
    [current, *_] = library.list_ids(PaperList(ListKind.INBOX))
    folder = library.folder / "vault"
    note = "Faster on long inputs.\n\n- read the appendix\n- ask about the chunks\n"
    library.set_note(current, note)
    library.export(folder, [current])
    [file] = [one for one in folder.glob("*.md") if one.name != "index.md"]
    text = file.read_text(encoding="utf-8")
    text = text.replace("Faster", "Much faster").replace("the chunks", "the size of chunks")
    file.write_text(text, encoding="utf-8")
    library.set_note(current, note.replace("Faster", "Twice as fast").replace("ask", "write them"))
    library.set_setting("export_folder", str(folder))
    wait_until_idle(window)
    window.actions_.by_id["export.merge"].trigger()


def extremes(window: MainWindow) -> None:
    """Imports a title without end, forty authors, and titles in other scripts."""
    titles = (
        "On "
        + ", ".join(f"the {n}th of many things that a title need not say" for n in range(4, 12)),
        "注意力机制在长文本理解中的应用：一种分层稀疏方法",
        "ゆっくり歩く橋の記憶について",
        "الانتباه هو كل ما تحتاجه: دراسة شاملة",
    )
    authors = " and ".join(f"Surname{n}, Given{n}" for n in range(40))
    shelf = "\n".join(
        f"@article{{a{at}, title={{{title}}}, author={{{authors}}}, abstract={{{title}.}}}}"
        for at, title in enumerate(titles)
    )
    window.library.import_digest(window.library.read_digest(shelf.encode(), "extremes.bib"))
    wait_until_idle(window)
    window.list.view.go_to(0)


SCENES: tuple[tuple[str, QSize, bool, Callable[[MainWindow], None] | None], ...] = (
    ("welcome", LARGE, False, None),
    ("preview", LARGE, False, preview),
    ("one-paper", SMALL, False, import_one),
    ("inbox", LARGE, True, None),
    ("inbox-small", SMALL, True, None),
    ("toast", LARGE, True, decide),
    ("search", LARGE, True, search),
    ("similar", LARGE, True, similar),
    ("liked", LARGE, True, liked),
    ("palette", LARGE, True, palette),
    ("selection", LARGE, True, select),
    ("selection-small", SMALL, True, select),
    ("inbox-zero", SMALL, True, decide_all),
    ("keys", LARGE, True, show_keys),
    ("duplicates", LARGE, True, doubt),
    ("progress", LARGE, False, progress),
    ("progress-small", SMALL, False, progress),
    ("settings", LARGE, True, show_settings),
    ("settings-keys", LARGE, True, show_settings_keys),
    ("inbox-german", SMALL, True, decide),
    ("inbox-right-to-left", SMALL, True, other_directions),
    ("note", LARGE, True, write_note),
    ("note-preview", LARGE, True, preview_note),
    ("note-versions", LARGE, True, write_versions),
    ("note-find", LARGE, True, find_in_note),
    ("note-templates", LARGE, True, templates),
    ("note-quick", LARGE, True, quick_note),
    ("to-do", LARGE, True, to_do),
    ("conflicts", LARGE, True, decide_conflicts),
    ("highlights", LARGE, True, mark),
    ("highlights-small", SMALL, True, mark),
    ("highlights-all", LARGE, True, all_highlights),
    ("extremes", LARGE, True, extremes),
    ("extremes-small", SMALL, True, extremes),
)
# Scenes of a library that was read in for a year.
OF_A_YEAR = ("progress", "progress-small")
