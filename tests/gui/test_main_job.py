"""The whole main job by real key presses: from an empty library to read Markdown, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader.data import data_folder
from reader.gui.imports.preview import ImportPreview
from reader.library import Library
from reader.model import Counts, ListKind, Paper, PaperList, Status
from tests.gui.conftest import Person

SAMPLE = data_folder("resources") / "sample" / "trending.txt"
NOTE = "Compare with the zebrafish baseline.\n\n- is it **faster**?"
PASTED = """Get trending papers in your email inbox!

Apr 27

Quietly Folding Paper Cranes with Recurrent Scissors

We fold cranes. A recurrent pair of scissors cuts what a person would cut, and we show on three
invented data sets that the cranes stand. Our cranes stand longer than earlier cranes do.

A Second Look at Looking Twice: Why Two Passes Are Enough

Looking twice is a habit of careful readers. We measure what the second look adds and find that a
third adds nothing. We describe when to stop, and what to do with the time that is saved.

Counting Sheep with Sparse Attention Improves Sleep

Sheep are counted one at a time. We count only those that jump, by sparse attention over the fence,
and volunteers fall asleep in half the time. The sheep were not harmed in any experiment.
"""


def accept_preview(person: Person, expected: int) -> None:
    """Waits for the preview, checks what it promises, and presses Enter."""
    person.until(lambda: person.window.findChild(ImportPreview) is not None)
    preview = person.window.findChild(ImportPreview)
    assert isinstance(preview, ImportPreview)
    assert preview.model.rowCount() == expected
    person.until(preview.isActiveWindow)
    person.press("Return")
    person.until(lambda: person.window.findChild(ImportPreview) is None)
    person.settle()


def everything(library: Library) -> tuple[list[Paper], Counts]:
    return library.papers(library.list_ids(PaperList(ListKind.ALL))), library.counts()


def test_the_main_job(
    open_library: Callable[..., Library],
    open_window: Callable[[Library], Person],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = open_library()
    person = open_window(library)
    window = person.window
    assert window.stack.currentWidget() is window.welcome

    # In comes a digest by drop, and another by paste.
    person.drop_file(SAMPLE)
    accept_preview(person, 8)
    person.until(lambda: len(window.list.model.ids) == 8)
    copied = QMimeData()
    copied.setText(PASTED)
    QGuiApplication.clipboard().setMimeData(copied)
    person.press("Ctrl+V")
    accept_preview(person, 3)
    person.until(lambda: len(window.list.model.ids) == 11)
    person.press("G, I")
    assert person.focused is window.list.view

    # Ten papers decided by keys alone; each decision moves on by itself.
    window.list.view.go_to(0)
    person.settle()
    first, *others = list(window.list.model.ids)[:10]
    for key, paper_id in zip("slxmlxmlx", others, strict=True):
        if window.navigation.current == first:
            person.press("J")
        assert window.navigation.current == paper_id
        person.press(key)
        assert window.navigation.current != paper_id
    assert library.paper(others[0]).starred
    statuses = {paper_id: library.paper(paper_id).status for paper_id in others[1:]}
    expected = [Status(status) for status in (
        "queued", "skipped", "read", "queued", "skipped", "read", "queued", "skipped"
    )]  # fmt: skip
    assert list(statuses.values()) == expected

    # The first one gets a star, a tag, a note.
    window.list.view.go_to(window.list.model.place(first) or 0)
    person.settle()
    person.press("B")
    person.press("G, G")
    person.settle()
    assert window.navigation.current == first
    person.press("S")
    person.press("T")
    person.type("nlp/cranes\n")
    person.settle()
    person.press("Esc")
    person.press("N")
    person.type(NOTE)
    person.press("Esc")
    person.settle()
    paper = library.paper(first)
    assert (paper.starred, paper.tags, paper.note.text) == (True, ("nlp/cranes",), NOTE)
    assert window.status_line.saved.text() == "All changes saved"

    # It is found by a word of its note.
    person.indexed()
    person.press("/")
    person.type("zebraf")
    person.until(lambda: list(window.list.model.ids) == [first])
    person.press("Esc")
    person.until(lambda: not window.navigation.searching)

    # Out comes Markdown that others can read.
    notes = tmp_path / "notes"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(notes))
    person.press("Ctrl+E")
    person.until((notes / "index.md").exists)
    person.settle()
    files = [file for file in notes.glob("*.md") if file.name != "index.md"]
    assert len(files) == 4  # two read, one starred, one with all of it
    text = next(t for t in (f.read_text("utf-8") for f in files) if paper.reader_id in t)
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["title"] == paper.title
    assert front["tags"] == ["nlp/cranes"]
    assert front["status"] == "reading"
    assert front["starred"] is True
    assert text.rstrip().endswith(NOTE)

    # Undone to the start by one key, and done again.
    end = everything(library)
    steps = len(library.history())
    for _ in range(steps):
        person.press("Z")
    assert everything(library)[0] == []
    assert window.stack.currentWidget() is window.welcome
    for _ in range(steps):
        person.press("Shift+Z")
    assert everything(library)[0] == end[0]

    # Closed and opened again, everything is as it was.
    person.press("G, G")
    window.close()
    again = open_library()
    assert everything(again)[0] == end[0]
    person = open_window(again)
    assert person.window.navigation.list == PaperList(ListKind.READING)
    assert person.window.navigation.current == first
    person.until(lambda: person.window.paper.note.toPlainText() == NOTE)
