"""What leaves the window: citations in styles, pages of several papers, drags, PDFs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.gui.leaving.copying import MOST
from reader.gui.leaving.note_blocks import Block, Kind, blocks_of
from reader.library import Library
from reader.model import Link, LinkKind
from tests.gui.conftest import Person
from tests.gui.pdf_text import pdf_text
from tests.gui.test_actions import everywhere
from tests.libraries.papers import digest, entry


def at(person: Person, paper: int) -> None:
    """Goes to a paper among all."""
    ids = everywhere(person)
    person.window.list.view.go_to(ids.index(paper))
    person.settle()


def said(person: Person) -> str:
    return person.window.toast.text.text()


def copied() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


@pytest.fixture
def linked(
    open_library: Callable[..., Library], open_window: Callable[[Library], Person]
) -> Person:
    """Somebody at a window on eight papers with pages and PDFs."""
    library = open_library()
    papers = [
        entry(
            f"Paper {letter}",
            links=(
                Link(LinkKind.PAGE, f"https://example.org/{letter}"),
                Link(LinkKind.PDF, f"https://example.org/{letter}.pdf"),
            ),
        )
        for letter in "ABCDEFGH"
    ]
    library.import_digest(digest(papers))
    return open_window(library)


# --- Citations ------------------------------------------------------------------------------------


def test_the_style_used_last_is_remembered(
    person: Person, sample: Library, open_window: Callable[[Library], Person]
) -> None:
    at(person, 1)
    person.window.actions_.by_id["cite.ieee"].trigger()
    person.settle()
    assert copied().text().startswith("A. Tide and B. Reef, “Attention among")
    person.press("Y")
    assert said(person) == "Copied the citation (IEEE)"
    person.window.close()
    again = open_window(sample)
    at(again, 1)
    again.press("Y")
    assert copied().text().startswith("A. Tide and B. Reef, “Attention among")


def test_several_citations_are_a_list_of_references(person: Person) -> None:
    everywhere(person)
    person.press("*")
    person.press("Y")
    lines = copied().text().splitlines()
    assert len(lines) == 5
    assert lines == sorted(lines, key=str.casefold)
    assert said(person) == "Copied 5 citations (APA)"
    person.press("Shift+Y")
    assert copied().text().count("\n- [") + copied().text().startswith("- [") >= 2
    assert len(copied().text().splitlines()) == 5
    assert said(person) == "Copied 5 papers as Markdown"


def test_too_many_are_refused_with_a_way_out(person: Person) -> None:
    everywhere(person)
    QGuiApplication.clipboard().setText("mine")
    person.window.navigation.choose(1, tuple(range(MOST + 1)))
    person.press("Y")
    assert said(person) == "At most 1,000 papers can be copied at once; Ctrl+E exports more."
    assert copied().text() == "mine"


# --- Pages ----------------------------------------------------------------------------------------


def question(person: Person) -> QMessageBox:
    person.until(lambda: person.window.findChild(QMessageBox) is not None)
    box = person.window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    person.until(box.isActiveWindow)
    return box


def test_a_few_pdfs_open_at_once(linked: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(linked.window.paper_actions, "open_url", opened.append)
    everywhere(linked)
    for _ in range(4):
        linked.press("Shift+J")
    linked.press("P")
    assert sorted(opened) == [f"https://example.org/{letter}.pdf" for letter in "ABCDE"]


def test_many_pages_open_only_if_that_is_meant(
    linked: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(linked.window.paper_actions, "open_url", opened.append)
    everywhere(linked)
    linked.press("*")
    linked.press("P")
    assert question(linked).text() == "Open 8 pages in the browser?"
    linked.press("Return")
    assert opened == []
    linked.press("V")
    box = question(linked)
    while linked.focused is box.defaultButton():
        linked.press("Tab")
    linked.press("Space")
    assert sorted(opened) == [f"https://example.org/{letter}" for letter in "ABCDEFGH"]


def test_only_addresses_of_the_web_are_opened(
    open_library: Callable[..., Library],
    open_window: Callable[[Library], Person],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = open_library()
    links = (Link(LinkKind.PDF, "file:///etc/passwd"),)
    library.import_digest(digest([entry("A Paper with a Trap", links=links)]))
    person = open_window(library)
    opened: list[str] = []
    monkeypatch.setattr(person.window.paper_actions, "open_url", opened.append)
    person.press("P")
    person.press("V")
    assert opened == []


# --- Dragging -------------------------------------------------------------------------------------


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, list[str]]]:
    """What was dragged: Markdown, text, addresses. The drag itself ends at once."""
    seen: list[tuple[str, str, list[str]]] = []

    def exec_(drag: QDrag, *_: object) -> Qt.DropAction:
        data = drag.mimeData()
        markdown = data.data("text/markdown").data().decode()
        seen.append((markdown, data.text(), [url.toString() for url in data.urls()]))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", exec_)
    return seen


def drag(person: Person, row: int) -> None:
    """Drags the paper in a row of the list, as a hand does."""
    view = person.window.list.view
    start = view.visualRect(view.model().index(row, 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(40, 10))
    # Where the button is let go is the drag's to know, and not the list's.
    person.settle()


def test_a_paper_is_dragged_as_a_link(
    person: Person, dragged: list[tuple[str, str, list[str]]]
) -> None:
    ids = everywhere(person)
    drag(person, ids.index(1))
    link = "[Attention among Sea Anemones: A Field Study](https://arxiv.org/abs/2401.00001)"
    assert dragged == [(link, link, ["https://arxiv.org/abs/2401.00001"])]
    assert person.window.navigation.selected == (1,)


def test_the_selection_is_dragged_together(
    linked: Person, dragged: list[tuple[str, str, list[str]]]
) -> None:
    ids = everywhere(linked)
    linked.press("Shift+J")
    linked.press("Shift+J")
    drag(linked, 1)
    [(markdown, _, urls)] = dragged
    assert markdown.count("\n") == 2
    assert len(urls) == 3
    assert linked.window.navigation.selected == tuple(ids[:3])


def test_a_click_still_selects_at_once(
    linked: Person, dragged: list[tuple[str, str, list[str]]]
) -> None:
    ids = everywhere(linked)
    view = linked.window.list.view
    place = view.visualRect(view.model().index(3, 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert linked.window.navigation.selected == (ids[3],)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    linked.press("*")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert linked.window.navigation.selected == (ids[3],)
    assert dragged == []


def test_papers_of_ours_are_not_dropped_on_our_own_list(person: Person) -> None:
    class OwnDrag(QDragEnterEvent):
        def source(self) -> object:  # type: ignore[override]
            return person.window.list.view

    data = QMimeData()
    data.setText("[A paper](https://example.org)")

    def enter(kind: type[QDragEnterEvent]) -> bool:
        event = kind(
            QPoint(40, 40),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        person.window.dragEnterEvent(event)
        return event.isAccepted()

    assert enter(QDragEnterEvent)
    assert not enter(OwnDrag)
    assert not person.window.list.view.acceptDrops()


# --- PDF ------------------------------------------------------------------------------------------

NOTE = """\
# What it says

A *fern* repeats itself: <img src="file:///etc/hostname">

- is it faster?
- compare with others
  1. nested

> quoted words
"""


def save(person: Person, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    person.window.actions_.by_id["paper.save-pdf"].trigger()
    person.settle()


def test_a_paper_is_saved_with_its_note(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sample.set_note(1, NOTE)
    sample.add_tags([1], ["sea/life"])
    at(person, 1)
    file = tmp_path / "paper.pdf"
    file.write_text("an older one")
    save(person, monkeypatch, file)
    assert said(person) == "Saved paper.pdf (1 page)"
    text = pdf_text(file)
    for words in (
        "Attention among Sea Anemones: A Field Study",
        "Ada Tide, Bruno Reef · 2024 · Journal of Slow Animals",
        "https://arxiv.org/abs/2401.00001",
        "#sea/life",
        "We watch anemones attend to one another.",
        "What it says",
        'A *fern* repeats itself: <img src="file:///etc/hostname">',
        "is it faster?",
        "1.",
        "quoted words",
        "1 / 1",
    ):
        assert words in text
    assert "# What" not in text
    assert "\ufffd" not in text
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ""] == ["paper.pdf"]


def test_what_was_typed_a_moment_ago_is_in_it(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at(person, 1)
    person.press("N")
    person.type("Seen at the coast")
    save(person, monkeypatch, tmp_path / "paper.pdf")
    assert "Seen at the coast" in pdf_text(tmp_path / "paper.pdf")


def test_a_long_note_flows_over_pages_and_no_line_is_there_twice(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = " ".join(f"word{number}" for number in range(2_000))
    sample.set_note(1, words)
    at(person, 1)
    save(person, monkeypatch, tmp_path / "long.pdf")
    text = pdf_text(tmp_path / "long.pdf")
    assert "2 / 6" in text
    assert said(person) == "Saved long.pdf (6 pages)"
    found = [word for word in text.split() if word.startswith("word")]
    assert found == words.split()


def test_several_papers_make_one_document(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    everywhere(person)
    person.press("*")
    save(person, monkeypatch, tmp_path / "all")
    assert said(person) == "Saved all.pdf (5 pages)"
    text = pdf_text(tmp_path / "all.pdf")
    assert "Bridges That Remember Their Walkers" in text
    assert "5 / 5" in text


def test_where_it_cannot_be_written_it_is_said_and_nothing_is_left(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    everywhere(person)
    save(person, monkeypatch, tmp_path / "no such folder" / "paper.pdf")
    assert "could not be exported" in said(person)
    assert not (tmp_path / "no such folder").exists()


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("one\ntwo\n\nthree", [Block(Kind.TEXT, "one\ntwo"), Block(Kind.TEXT, "three")]),
        ("## Title ##\ntext", [Block(Kind.HEADING, "Title", 2), Block(Kind.TEXT, "text")]),
        (
            "- a\n  goes on\n    - b\n10. c",
            [
                Block(Kind.ITEM, "a\ngoes on", 0, "•"),
                Block(Kind.ITEM, "b", 2, "•"),
                Block(Kind.ITEM, "c", 0, "10."),
            ],
        ),
        ("> a\n> b", [Block(Kind.QUOTE, "a\nb")]),
        ("```\n# no heading\n\n- x\n```", [Block(Kind.CODE, "# no heading\n\n- x")]),
        ("a\n\n---\n#tag", [Block(Kind.TEXT, "a"), Block(Kind.RULE), Block(Kind.TEXT, "#tag")]),
        ("", []),
    ],
)
def test_the_blocks_of_a_note(note: str, expected: list[Block]) -> None:
    assert blocks_of(note) == expected


@given(st.text("ab#->*1. \n", max_size=60))
def test_no_letter_of_a_note_is_lost(note: str) -> None:
    kept = "".join(block.text for block in blocks_of(note))
    assert [letter for letter in kept if letter in "ab"] == [
        letter for letter in note if letter in "ab"
    ]
