"""Checklists in the window: the list of what is to do, and ticking in the note and its preview."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from reader.gui.list.model import PaperListModel
from reader.gui.paper.preview import Preview
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.gui.conftest import Person
from tests.gui.test_note_editing import press_tab, state, write
from tests.gui.test_note_preview import shown

ANEMONES, BRIDGES = 1, 2
TICK = "Ctrl+Shift+Return"


def third_line(person: Person, paper: int) -> str:
    model = person.window.list.model
    place = model.place(paper)
    assert place is not None
    snippet = model.index(place).data(PaperListModel.SnippetRole)
    return snippet.text if snippet else ""


def test_the_list_has_papers_with_what_is_to_do_with_them(person: Person, sample: Library) -> None:
    assert person.count(ListKind.TODO) == 0
    sample.set_note(BRIDGES, "- [ ] read on\n- [x] ask\n- [ ] try <b>it</b>\n- [ ] fold\n- [ ] end")
    person.until(lambda: person.count(ListKind.TODO) == 1)
    person.press("G, O")
    assert person.window.navigation.list == PaperList(ListKind.TODO)
    assert person.window.list.heading.title.text() == "To do"
    assert list(person.window.list.model.ids) == [BRIDGES]
    person.until(lambda: third_line(person, BRIDGES))
    assert third_line(person, BRIDGES) == "☐ read on · ☐ try <b>it</b> · 2 more"
    sample.set_note(BRIDGES, "- [ ] read on")
    person.until(lambda: third_line(person, BRIDGES) == "☐ read on")
    sample.set_note(BRIDGES, "")
    person.until(lambda: not person.window.list.model.ids)
    assert "Nothing to do" in person.window.list.empty.text()
    person.until(lambda: person.count(ListKind.TODO) == 0)


def test_a_paper_stays_in_the_list_while_its_last_box_is_ticked(
    person: Person, sample: Library
) -> None:
    sample.set_note(ANEMONES, "- [ ] read")
    sample.set_note(BRIDGES, "- [ ] read")
    person.settle()
    person.press("G, O")
    paper = person.window.navigation.current
    person.press("N")
    person.press(TICK)
    person.until(lambda: sample.list_ids(PaperList(ListKind.TODO)) != [ANEMONES, BRIDGES])
    person.settle()
    assert person.window.navigation.current == paper
    assert len(person.window.list.model.ids) == 2
    person.press("Esc")
    person.until(lambda: len(person.window.list.model.ids) == 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [ ] on|e", "- [x] on|e"),
        ("- [x] |one", "- [ ] |one"),
        ("|one", "- [ ] |one"),
        ("- one|", "- [ ] one|"),
        ("> 1. o|ne", "> 1. [ ] o|ne"),
        ("🌊|", "- [ ] 🌊|"),
        ("- [ ] a 🌊 b|\n- [ ] c", "- [x] a 🌊 b|\n- [ ] c"),
        ("- [ ] |one\n- [x] two|\n- [ ] three", "- [x] |one\n- [x] two|\n- [ ] three"),
        ("- [x] |one\n\n- [x] two|", "- [ ] |one\n\n- [ ] two|"),
        ("|one\n\ntwo|", "- [ ] |one\n\n- [ ] two|"),
        ("|", "|"),
    ],
)
def test_boxes_of_lines_are_turned_over_in_one_step(
    person: Person, before: str, after: str
) -> None:
    note = write(person, before)
    person.press(TICK)
    assert state(note) == after
    assert person.focused is note
    if before != after:
        person.press("Ctrl+Z")
        assert note.toPlainText() == before.replace("|", "")
        person.press("Ctrl+Shift+Z")
        assert note.toPlainText() == after.replace("|", "")


def test_what_was_ticked_is_saved(person: Person, sample: Library) -> None:
    write(person, "- [ ] one|")
    paper = person.window.navigation.current
    assert paper is not None
    person.press(TICK)
    person.press("Esc")
    assert sample.paper(paper).note.text == "- [x] one"


def box_of(preview: Preview, word: str) -> str:
    return preview.document().find(word).block().text()[0]


NOTE = "# Plan\n\n- [ ] one\n  1. [x] two\n\n> - [ ] three\n\n- [ ] [four](https://e.org)\n- five"


class TestPreview:
    def test_a_box_is_ticked_by_mouse(self, person: Person, sample: Library) -> None:
        preview = shown(person, NOTE)
        paper = person.window.navigation.current
        assert paper is not None
        for word, text in (("three", "> - [x] three"), ("two", "1. [ ] two"), ("one", "- [x] one")):
            cursor = QTextCursor(preview.document().find(word).block())
            at = preview.cursorRect(cursor)
            QTest.mouseClick(
                preview.viewport(),
                Qt.MouseButton.LeftButton,
                pos=QPoint(at.right() + 5, at.center().y()),
            )
            person.settle()
            assert text in person.window.paper.note.text
        assert [box_of(preview, word) for word in ("one", "two", "three")] == ["☑", "☐", "☑"]
        person.press("Esc")
        person.until(lambda: sample.paper(paper).note.text == person.window.paper.note.text)
        assert sample.paper(paper).note.text == NOTE.replace("[ ] one", "[x] one").replace(
            "[x] two", "[ ] two"
        ).replace("[ ] three", "[x] three")

    @pytest.mark.parametrize("key", ["Return", "Space", TICK])
    def test_a_box_is_ticked_by_keyboard_and_stays_chosen(self, person: Person, key: str) -> None:
        preview = shown(person, NOTE)
        press_tab(person, "Tab")
        press_tab(person, "Tab")
        for box, text in (("☐", "1. [ ] two"), ("☑", "1. [x] two"), ("☐", "1. [ ] two")):
            person.press(key)
            assert text in person.window.paper.note.text
            assert box_of(preview, "two") == box
            assert person.focused is preview
        press_tab(person, "Tab")
        person.press(key)
        assert "> - [x] three" in person.window.paper.note.text
        person.press("Ctrl+Return")
        person.press("Ctrl+Z")
        assert "> - [ ] three" in person.window.paper.note.text

    def test_nothing_is_shown_anew_for_a_tick(
        self, person: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        preview = shown(person, NOTE)
        drawn: list[object] = []
        monkeypatch.setattr(preview, "show_content", drawn.append)
        press_tab(person, "Tab")
        person.press("Return")
        person.window.paper.note.save()
        person.settle()
        assert drawn == []
        person.press("Ctrl+Return")
        person.press("Ctrl+Return")
        person.settle()
        assert drawn == []

    def test_a_note_that_was_changed_elsewhere_is_not_ticked_in_the_wrong_line(
        self, person: Person, sample: Library
    ) -> None:
        preview = shown(person, "- [ ] one\n- [ ] two")
        paper = person.window.navigation.current
        assert paper is not None
        person.window.paper.note.save()
        person.settle()
        press_tab(person, "Tab")
        person.window.paper.notes.editor.setPlainText("- [ ] zero\n- [ ] one\n- [ ] two")
        person.press("Return")
        assert "[x]" not in person.window.paper.note.text
        assert preview.box is not None

    def test_boxes_that_are_none_cannot_be_ticked(self, person: Person) -> None:
        preview = shown(person, "- [ ]one\n- [x](https://e.org)\n\n```\n- [ ] code\n```\n[ ] no")
        assert [block.line for block in preview.content.blocks] == [None] * 4
