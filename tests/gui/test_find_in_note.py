"""Ctrl+F in the note: words are found in it, marked, counted and stepped through."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from reader.gui.paper.find_bar import FindBar
from reader.gui.paper.finding import found
from reader.gui.text_places import for_qt
from reader.library import Library
from tests.gui.conftest import Person
from tests.gui.test_note_editing import write
from tests.gui.watchdog import Watchdog

POEM = "Slow waves|, 🌊 slow sand,\nand SLOW stones.\n\nSlowly."


def finding(person: Person, wanted: str = "") -> FindBar:
    bar = person.window.paper.notes.finding.bar
    person.press("Ctrl+F")
    assert bar.isVisible()
    assert person.focused is bar.field
    if wanted:
        person.type(wanted)
        person.settle()
    return bar


def marks(note: QPlainTextEdit) -> list[str]:
    return [selection.cursor.selectedText() for selection in note.extraSelections()]


def current(note: QPlainTextEdit) -> QTextCursor:
    """The match that stands out: it is marked last."""
    marked = note.extraSelections()  # which must live while its cursors are asked
    return QTextCursor(marked[-1].cursor)


def selected(note: QPlainTextEdit) -> tuple[int, int]:
    return note.textCursor().selectionStart(), note.textCursor().selectionEnd()


def test_matches_are_marked_counted_and_stepped_through(person: Person) -> None:
    note = write(person, POEM)
    bar = finding(person, "slow")
    assert sorted(marks(note)) == sorted(["Slow", "slow", "SLOW", "Slow", "slow"])
    assert bar.count.text() == "2 of 4"
    assert current(note).selectedText() == "slow"
    for key, count, word in (
        ("Return", "3 of 4", "SLOW"),
        ("Enter", "4 of 4", "Slow"),
        ("Return", "1 of 4", "Slow"),
        ("Shift+Return", "4 of 4", "Slow"),
        ("Shift+Return", "3 of 4", "SLOW"),
    ):
        person.press(key)
        assert bar.count.text() == count
        assert current(note).selectedText() == word
        assert person.focused is bar.field
    bar.next.click()
    assert bar.count.text() == "4 of 4"
    bar.previous.click()
    assert bar.count.text() == "3 of 4"
    assert note.toPlainText() == POEM.replace("|", "")


def test_esc_closes_and_leaves_the_cursor_at_the_match(person: Person) -> None:
    note = write(person, POEM)
    bar = finding(person, "slow")
    person.press("Return")
    person.press("Esc")
    assert not bar.isVisible()
    assert person.focused is note
    assert note.textCursor().selectedText() == "SLOW"
    assert note.extraSelections() == []
    person.press("Esc")
    assert person.focused is person.window.list.view


def test_esc_where_nothing_was_found_leaves_the_cursor_where_it_was(person: Person) -> None:
    note = write(person, POEM)
    before = selected(note)
    bar = finding(person, "slowest")
    assert bar.count.text() == "Not found"
    assert bar.field.property("state") == "error"
    person.press("Return")
    person.press("Esc")
    assert selected(note) == before
    bar = finding(person, "sand")
    assert bar.count.text() == "1 of 1"
    assert not bar.field.property("state")


def test_typing_on_narrows_from_where_the_person_was(person: Person) -> None:
    note = write(person, "one two three|, two, three two")
    bar = finding(person, "t")
    for letters, count, place in (
        ("w", "2 of 3", 15),
        ("o", "2 of 3", 15),
        ("\b\bh", "2 of 2", 20),
    ):
        person.type(letters)
        person.settle()
        assert bar.count.text() == count
        assert current(note).selectionStart() == place


def test_what_is_selected_is_found_and_else_what_was_the_last_time(person: Person) -> None:
    note = write(person, "one two |two| one")
    bar = finding(person)
    assert bar.field.text() == "two"
    assert bar.count.text() == "2 of 2"
    person.press("Esc")
    note.moveCursor(QTextCursor.MoveOperation.Start)
    bar = finding(person)
    assert bar.field.text() == "two"
    assert bar.field.selectedText() == "two"
    assert bar.count.text() == "1 of 2"
    person.press("Ctrl+F")
    assert person.focused is bar.field


def test_lines_that_are_selected_are_not_looked_for(person: Person) -> None:
    write(person, "|one\ntwo|")
    assert finding(person).field.text() == ""


def test_the_marks_follow_what_is_written(person: Person) -> None:
    note = write(person, "|one two")
    bar = finding(person, "two")
    note.setFocus()
    person.type("two ")
    person.settle()
    assert bar.count.text().endswith("of 2")
    assert bar.isVisible()
    assert note.toPlainText() == "two one two"
    assert sorted(set(marks(note))) == ["two"]


def test_it_closes_when_the_keyboard_goes_elsewhere(person: Person) -> None:
    note = write(person, POEM)
    bar = finding(person, "slow")
    note.setFocus()
    assert bar.isVisible()
    person.press("Esc")
    assert person.focused is person.window.list.view
    assert not bar.isVisible()
    assert note.extraSelections() == []


def test_the_preview_closes_it(person: Person) -> None:
    write(person, POEM)
    bar = finding(person, "slow")
    person.press("Ctrl+Return")
    assert not bar.isVisible()
    assert person.focused is person.window.paper.notes.preview


def test_another_paper_closes_it(person: Person, sample: Library) -> None:
    write(person, POEM)
    bar = finding(person, "slow")
    person.window.navigation.choose(2, (2,))
    person.settle()
    assert not bar.isVisible()


def test_outside_of_the_note_it_is_the_search(person: Person) -> None:
    for keys in ("G, L", "T", "/"):
        person.press(keys)
        person.press("Ctrl+F")
        assert person.focused is person.window.list.search
        assert not person.window.paper.notes.finding.bar.isVisible()
        person.press("Esc")


def test_in_the_note_signs_of_the_search_are_text(person: Person) -> None:
    note = write(person, "and|")
    person.type("/or")
    assert note.toPlainText() == "and/or"


def test_the_command_finds_too(person: Person) -> None:
    person.window.actions_.by_id["note.find"].trigger()
    assert person.focused is person.window.paper.notes.finding.bar.field


def test_what_a_search_marked_is_still_marked(person: Person) -> None:
    note = write(person, "slow waves|")
    person.press("Esc")
    person.settle()
    person.press("/")
    person.type("waves")
    person.until(lambda: marks(note) == ["waves"])
    person.press("Return")
    person.press("N")
    bar = finding(person, "slow")
    assert sorted(marks(note)) == ["slow", "slow", "waves"]
    person.press("Esc")
    assert not bar.isVisible()
    assert marks(note) == ["waves"]


def test_the_match_is_scrolled_to(person: Person) -> None:
    note = write(person, "|first\n" + "line\n" * 300 + "last")
    page = person.window.paper.page
    top = page.verticalScrollBar().value()
    bar = finding(person, "last")
    assert page.verticalScrollBar().value() > top
    at = note.viewport().mapTo(page.viewport(), note.cursorRect(current(note)).center())
    assert page.viewport().rect().contains(at)
    assert not bar.geometry().contains(at)


# The watchdog is what tests: nothing here may hold up the window for 50 ms.
@pytest.mark.parametrize("line", ["some slow words in it\n", "slow 🌊 slow\n", "slow " * 20 + "\n"])
def test_nothing_is_slow_in_a_long_note(person: Person, watchdog: Watchdog, line: str) -> None:
    note = person.window.paper.note
    person.press("N")
    with watchdog.forgiving():  # to lay out and save a long note is another story
        note.setPlainText(line * min(9_000, 400_000 // len(line)))
        note.save()
        person.settle()
    total = note.toPlainText().count("slow")
    bar = finding(person, "slow")
    assert bar.count.text() == f"1 of {total:,}"
    for _ in range(3):
        person.press("Return")
    person.press("Shift+Return")
    assert bar.count.text() == f"3 of {total:,}"
    person.press("Esc")


@given(st.text("aBſİßΣσς🌊 \n", max_size=40), st.text("aBſİßΣσ🌊 ", min_size=1, max_size=3))
def test_what_is_found_is_what_is_wanted(text: str, wanted: str) -> None:
    places = list(found(text, wanted))
    as_qt = text.encode("utf-16-le")
    for start, end in places:
        word = as_qt[2 * start : 2 * end].decode("utf-16-le")
        same = word.lower() == wanted.lower()
        assert same or re.fullmatch(re.escape(wanted), word, re.IGNORECASE)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@given(st.text("ab🌊\n", max_size=40), st.text("ab🌊", min_size=1, max_size=2))
def test_plain_matches_are_all_found(text: str, wanted: str) -> None:
    spans = [match.span() for match in re.finditer(re.escape(wanted), text)]
    assert list(found(text, wanted)) == list(for_qt(text, spans))
