"""Looking at papers touches nothing outside the library, whatever the papers say of themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from reader.library import Library
from reader.model import Digest, Link, LinkKind, ListKind, PaperList, Status
from tests.gui.conftest import Person
from tests.libraries.papers import digest, entry

ALL = PaperList(ListKind.ALL)
# What a text widget would load, run or choke on if it took the text for more than text.
MARKUP = """<img src="{file}"><link rel="stylesheet" href="{file}"><table><tr><td><table><tr><td>
![image]({file}) <iframe src="file://{file}"></iframe> <a href="{file}">x</a> &amp; <b>bold</b>
<style>@import url("{file}"); body {{ background: url({file}) }}</style>"""
TITLES = {
    "long": "Very " * 60 + "Long Title",
    "a megabyte": "x" * 1_000_000,
    "a megabyte of words": "words and " * 100_000,
    "cjk": "大規模言語モデルにおける注意機構の効率化に関する包括的な調査と実験的検証について",
    "arabic": "الانتباه هو كل ما تحتاجه: دراسة شاملة للنماذج اللغوية الكبيرة",
    "hebrew and english": "קשב הוא כל מה שצריך: Transformers revisited, שוב ושוב",
    "overrides": "Safe \u202e\u2066gpj.exe\u2069 \u200b\u200d title\u2028with\u2029breaks",
    "combining": "Z" + "\u0351\u0300\u0327" * 300 + "algo text",
    "emoji": "👩‍👩‍👧‍👦 Families of 🧪 Experiments 🇦🇶",
    "nothing but marks": "\u0301\u0301",
}


@pytest.fixture
def touched() -> Iterator[Callable[[], list[str]]]:
    """What Python opens and connects to between being asked for and each call."""
    events: list[str] = []
    listening = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if listening and event in ("open", "socket.connect", "subprocess.Popen", "os.system"):
            events.append(f"{event} {arguments[0]}")

    sys.addaudithook(hook)  # cannot be taken away again, only told to be quiet
    yield lambda: events
    listening = False


def hostile(canary: Path) -> Digest:
    markup = MARKUP.format(file=canary)
    return digest(
        [
            entry(
                f"A title with {markup}",
                abstract=markup * 3,
                authors=(markup, "Bobby <script>Tables</script>"),
                venue=markup,
                links=(Link(LinkKind.PAGE, f"file://{canary}"), Link(LinkKind.PDF, str(canary))),
            ),
            entry("A second paper, to come back from"),
        ],
        title=markup,
    )


_WATCHER = """
import os, pathlib, sys
while True:
    # Opening the other end returns when there is a reader, and not before.
    os.close(os.open(sys.argv[1], os.O_WRONLY))
    pathlib.Path(sys.argv[2]).touch()
"""


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A pipe, and a file that is there once somebody has opened the pipe to read.

    Watched by a program, not a thread: Qt may hold Python's lock while it waits for the pipe.
    """
    pipe, opened = tmp_path / "canary.png", tmp_path / "opened"
    os.mkfifo(pipe)
    with subprocess.Popen([sys.executable, "-c", _WATCHER, str(pipe), str(opened)]) as watcher:
        yield pipe, opened
        watcher.kill()


@pytest.mark.qt_log_ignore("QFile::at")  # what Qt says of a pipe, below
def test_viewing_opens_no_file(person: Person, library: Library, canary: tuple[Path, Path]) -> None:
    pipe, opened = canary
    result = library.import_digest(hostile(pipe))
    assert result.digest_id is not None
    library.add_tags([6], ["<img src='x'>", "<b>bold</b>"])
    library.set_note(6, MARKUP.format(file=pipe))
    person.window.navigation.go(PaperList(ListKind.DIGEST, str(result.digest_id)))
    person.settle()
    assert person.window.navigation.current == 6
    for key in ("j", "k", "/"):
        person.press(key)
    person.type("bold")
    person.settle()
    person.window.grab()
    assert not opened.exists()
    assert "<img src=" in person.current_title
    assert "<b>bold</b>" in person.window.paper.abstract.toPlainText()
    # The canary does sing: Qt itself opens it for a label that takes text for HTML.
    label = QLabel(f'<img src="{pipe}">')
    label.grab()
    label.deleteLater()
    person.until(opened.exists)


def test_viewing_connects_nowhere_and_runs_nothing(
    person: Person, library: Library, tmp_path: Path, touched: Callable[[], list[str]]
) -> None:
    library.import_digest(hostile(tmp_path / "nowhere.png"))
    person.settle()
    for key in ("G, L", "j", "k", "j", "j", "/"):
        person.press(key)
    person.type("bold")
    person.settle()
    foreign = [event for event in touched() if "nowhere.png" in event or "socket" in event]
    foreign += [event for event in touched() if event.startswith(("subprocess", "os.system"))]
    assert not foreign


@pytest.mark.parametrize("what", TITLES)
@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(900, 600)], ids=["large", "small"])
def test_any_title_can_be_shown(person: Person, library: Library, what: str, size: QSize) -> None:
    title = TITLES[what]
    authors = tuple(f"Author Number{number} Surname" for number in range(40))
    library.import_digest(digest([entry(title, authors=authors, abstract=title * 2)]))
    person.window.resize(size)
    person.press("G, L")
    person.press("End")
    assert person.window.navigation.current == 6
    person.window.grab()
    assert person.current_title[:40].split() == title[:40].split()
    assert person.window.width() <= size.width()
    page = person.window.paper.page
    assert page.horizontalScrollBar().maximum() == 0


def test_a_paper_is_painted_once_where_it_stays(person: Person, library: Library) -> None:
    """Not first where the parts of the paper before it were, and then where its own are."""
    long, short = "A title of many words " * 12, "Short"
    library.import_digest(
        digest([entry(long, abstract="Much was said. " * 90), entry(short, abstract="Little.")])
    )
    library.add_tags([6], [f"tag number {at}" for at in range(12)])
    person.press("G, L")
    person.press("End")
    person.settle()
    abstract = person.window.paper.abstract
    places: list[int] = []
    drawn = abstract.underlay
    assert drawn is not None

    def seen(painter: QPainter) -> None:
        places.append(abstract.mapTo(person.window, QPoint(0, 0)).y())
        drawn(painter)

    abstract.underlay = seen
    for key, title in (("K", long), ("J", short)):
        places.clear()
        person.press(key)
        assert person.current_title == title.strip()
        assert places == [abstract.mapTo(person.window, QPoint(0, 0)).y()]


def test_every_label_is_plain_text(person: Person) -> None:
    labels = [label for label in person.window.findChildren(QLabel) if label.isVisible()]
    assert len(labels) > 10
    # Qt guesses from the text whether it is HTML, unless told.
    guessing = [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
    assert not guessing


def test_every_control_has_a_name(person: Person) -> None:
    """What a screen reader would say of each thing that can have the focus."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView)
    controls: list[QWidget] = [
        control
        for kind in kinds
        for control in person.window.findChildren(kind)
        if control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(controls) > 6
    nameless = []
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not name and not getattr(control, "text", str)():
            nameless.append(f"{type(control).__name__} {control.objectName()}")
    assert not nameless


def test_rows_are_spoken(person: Person, library: Library) -> None:
    library.set_starred([1], True)
    library.set_status([2], Status.READ)
    library.add_tags([1], ["sea"])
    person.press("G, L")
    person.settle()
    view = person.window.list.view
    table = QAccessible.queryAccessibleInterface(view)
    assert table is not None
    children = filter(None, map(table.child, range(table.childCount())))
    said = {child.text(QAccessible.Text.Name) for child in children}
    assert any(
        words.startswith("Attention among Sea Anemones: A Field Study, Inbox, starred, tagged sea")
        for words in said
    )
    assert any(words.startswith("Bridges That Remember Their Walkers, Read") for words in said)


def test_the_first_of_fewer_papers_in_the_same_order_is_selected(person: Person) -> None:
    window = person.window
    window.library.set_starred([2, 3], True)
    person.settle()
    assert window.navigation.selected == (1,)
    person.press("G, S")
    assert list(window.list.model.ids) == [2, 3]
    assert window.navigation.selected == (2,)
