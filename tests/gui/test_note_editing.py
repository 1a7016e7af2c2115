"""Writing Markdown: lists and quotes go on, words are emphasised, addresses become links."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from shiboken6 import delete

from reader.gui.paper.markdown_lines import continued, prefix_of
from reader.gui.paper.markdown_marks import BOLD, ITALIC
from reader.gui.paper.note_keys import NoteKeys
from tests.gui.conftest import Person


def write(person: Person, text: str) -> QPlainTextEdit:
    """Has a note be written, with the cursor where ``|`` is, or selecting between two."""
    note = person.window.paper.note
    person.press("N")
    assert person.focused is note
    parts = text.split("|")
    note.selectAll()
    note.insertPlainText("".join(parts))
    cursor = note.textCursor()
    cursor.setPosition(len(parts[0]))
    if len(parts) == 3:
        cursor.setPosition(len(parts[0]) + len(parts[1]), QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)
    return note


def state(note: QPlainTextEdit) -> str:
    """The text with ``|`` where the cursor is, or around what is selected."""
    text, cursor = note.toPlainText(), note.textCursor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if start == end:
        return f"{text[:start]}|{text[start:]}"
    return f"{text[:start]}|{text[start:end]}|{text[end:]}"


def undone(person: Person, note: QPlainTextEdit, before: str) -> None:
    """One Ctrl+Z takes it back."""
    person.press("Ctrl+Z")
    assert note.toPlainText() == before.replace("|", "")


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("1. a|\n2. b\n3. c", "Return", "1. a\n2. |\n3. b\n4. c"),
        (
            "1. a|\n   - in\n2. b\n\n3. c\n\nend",
            "Return",
            "1. a\n2. |\n   - in\n3. b\n\n4. c\n\nend",
        ),
        ("9. a|\n10. b\n11) c", "Return", "9. a\n10. |\n11. b\n11) c"),
        ("> 1. a|\n> 2. b\n2. c", "Return", "> 1. a\n> 2. |\n> 3. b\n2. c"),
        ("- x\n  1. a|\n  2. b\n- y\n2. z", "Return", "- x\n  1. a\n  2. |\n  3. b\n- y\n2. z"),
        # Who numbers otherwise goes on so.
        ("1. a|\n1. b\n1. c", "Return", "1. a\n2. |\n1. b\n1. c"),
        ("1. a|\n5. b", "Return", "1. a\n2. |\n5. b"),
        ("1. a|\n2. b\n7. c", "Return", "1. a\n2. |\n3. b\n7. c"),
        ("1. a|\nend\n\n2. text", "Return", "1. a\n2. |\nend\n\n3. text"),
        ("1. a|\n\nend\n2. text", "Return", "1. a\n2. |\n\nend\n2. text"),
        # An item that goes.
        ("1. a\n2. |\n3. c\n4. d", "Return", "1. a\n|\n2. c\n3. d"),
        ("1. a\n|2. b\n|3. c\n4. d", "Del", "1. a\n|2. c\n3. d"),
        ("1. a|\n2. b|\n3. c\n4. d", "Backspace", "1. a|\n2. c\n3. d"),
        ("1. a|\n2. b|\n3. 𝛼", "Ctrl+X", "1. a|\n2. 𝛼"),
        ("1. a\n|2. b\n3. c", "Backspace", "1. a|2. b\n2. c"),
        ("1. a|\n2. b\n3. c", "Del", "1. a|2. b\n2. c"),
        ("- x|\n- y|\n3. c", "Del", "- x|\n3. c"),
        ("1. a\n1. b|\n1. c|\n1. d", "Del", "1. a\n1. b|\n1. d"),
        ("text|\n2. b|\n3. c", "Del", "text|\n3. c"),
    ],
)
def test_numbers_follow(person: Person, before: str, keys: str, after: str) -> None:
    note = write(person, before)
    person.press(keys)
    assert state(note) == after
    person.press("Ctrl+Z")
    assert note.toPlainText() == before.replace("|", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("* one|", "* one\n* |"),
        ("+ o|ne", "+ o\n+ |ne"),
        ("1. one|", "1. one\n2. |"),
        ("9) one|", "9) one\n10) |"),
        ("999999999. one|", "999999999. one\n999999999. |"),
        ("- [ ] one|", "- [ ] one\n- [ ] |"),
        ("- [x] one|", "- [x] one\n- [ ] |"),
        ("  - one|", "  - one\n  - |"),
        ("> one|", "> one\n> |"),
        ("> > one|", "> > one\n> > |"),
        ("> - one|", "> - one\n> - |"),
        (">one|", ">one\n>|"),
        # Ended by an empty item, an inner list first.
        ("- one\n- |", "- one\n|"),
        ("- [ ] |", "|"),
        ("1. |", "|"),
        ("> |", "|"),
        ("> > |", "> |"),
        ("> - |", "> |"),
        ("- one\n  - |", "- one\n- |"),
        ("4. one\n   - two\n   - |", "4. one\n   - two\n5. |"),
        ("- one\n  - |\n- three", "- one\n- |\n- three"),
        # Nothing to go on with.
        ("one|", "one\n|"),
        ("|- one", "\n|- one"),
        ("-| one", "-\n| one"),
        ("-one|", "-one\n|"),
        ("**one**|", "**one**\n|"),
        ("1.5 is|", "1.5 is\n|"),
        ("---|", "---\n|"),
        ("- one| two|", "- one\n|"),
    ],
)
def test_enter(person: Person, before: str, after: str) -> None:
    note = write(person, before)
    person.press("Return")
    assert state(note) == after
    undone(person, note, before)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("Tab", "- one\n- |two", "- one\n  - |two"),
        ("Tab", "1. one\n2. two|", "1. one\n   1. two|"),
        ("Tab", "1. one\n   1. two\n2. three|", "1. one\n   1. two\n   2. three|"),
        ("Tab", "- one\n- |two\n- three|", "- one\n  - |two\n  - three|"),
        ("Tab", "- one\n- |two\n  - three|", "- one\n  - |two\n    - three|"),
        ("Tab", "- one\n\n- two|", "- one\n\n  - two|"),
        ("Tab", "- [ ] one\n- [ ] two|", "- [ ] one\n  - [ ] two|"),
        ("Tab", "> - one\n> - two|", "> - one\n>   - two|"),
        ("Shift+Tab", "- one\n  - two|", "- one\n- two|"),
        ("Shift+Tab", "1. one\n   1. two|", "1. one\n2. two|"),
        ("Shift+Tab", "- one\n  - two\n    - |three", "- one\n  - two\n  - |three"),
        ("Shift+Tab", "- one\n  - |two\n    - three|", "- one\n- |two\n  - three|"),
        ("Shift+Tab", "  - |one", "- |one"),
    ],
)
def test_tab_moves_items(person: Person, key: str, before: str, after: str) -> None:
    note = write(person, before)
    press_tab(person, key)
    assert state(note) == after
    assert person.focused is note
    undone(person, note, before)


@pytest.mark.parametrize("before", ["- one|", "- one\n  - two|", "text\n\n- one|"])
def test_tab_does_not_move_an_item_further_than_below_the_one_before(
    person: Person, before: str
) -> None:
    note = write(person, before)
    press_tab(person, "Tab")
    assert state(note) == before
    assert person.focused is note


@pytest.mark.parametrize(("key", "before"), [("Tab", "one|"), ("Shift+Tab", "- one|")])
def test_tab_moves_the_focus_elsewhere(person: Person, key: str, before: str) -> None:
    note = write(person, before)
    press_tab(person, key)
    assert note.toPlainText() == before.replace("|", "")
    assert person.focused is not note


def press_tab(person: Person, key: str) -> None:
    window = person._active_window()
    shift = Qt.KeyboardModifier.ShiftModifier
    if key == "Tab":
        QTest.keyClick(window, Qt.Key.Key_Tab)
    else:
        QTest.keyClick(window, Qt.Key.Key_Backtab, shift)


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("Ctrl+B", "a |word| here", "a **|word|** here"),
        ("Ctrl+B", "a **|word|** here", "a |word| here"),
        ("Ctrl+B", "a |**word**| here", "a |word| here"),
        ("Ctrl+B", "a wo|rd here", "a **|word|** here"),
        ("Ctrl+I", "a wo|rd here", "a *|word|* here"),
        ("Ctrl+I", "a **|word|** here", "a ***|word|*** here"),
        ("Ctrl+B", "a ***|word|*** here", "a *|word|* here"),
        ("Ctrl+I", "a ***|word|*** here", "a **|word|** here"),
        ("Ctrl+B", "a *|word|* here", "a ***|word|*** here"),
        ("Ctrl+B", "| a word |", " **|a word|** "),
        ("Ctrl+B", "|- one\n- two|", "- **|one**\n- **two|**"),
        ("Ctrl+B", "- **|one**\n- **two|**", "- |one\n- two|"),
        ("Ctrl+I", "|one\n\ntwo|", "*|one*\n\n*two|*"),
        ("Ctrl+B", "end |", "end **|**"),
        ("Ctrl+B", "end **|**", "end |"),
        ("Ctrl+B", "an isn’t| one", "an **|isn’t|** one"),
    ],
)
def test_emphasis(person: Person, key: str, before: str, after: str) -> None:
    note = write(person, before)
    person.press(key)
    assert state(note) == after
    undone(person, note, before)


def test_emphasis_counts_letters_as_qt_does(person: Person) -> None:
    note = write(person, "𝛼𝛽 word|")
    note.moveCursor(QTextCursor.MoveOperation.End)
    person.press("Ctrl+B")
    assert note.toPlainText() == "𝛼𝛽 **word**"
    assert note.textCursor().selectedText() == "word"


@pytest.mark.parametrize(
    ("pasted", "before", "after"),
    [
        ("https://e.org/x", "see |this| now", "see [this](https://e.org/x)| now"),
        (" https://e.org/x\n", "|this|", "[this](https://e.org/x)|"),
        ("https://e.org/a_(b)", "|this|", "[this](<https://e.org/a_(b)>)|"),
        ("https://e.org/<x>", "|this|", "[this](https://e.org/%3Cx%3E)|"),
        ("https://e.org/x", "see| this |now", "see [this](https://e.org/x) |now"),
        ("https://e.org/x", "|a [b] c|", r"[a \[b\] c](https://e.org/x)|"),
        # What is no link.
        ("https://e.org/x", "this|", "thishttps://e.org/x|"),
        ("words", "|this|", "words|"),
        ("https://e.org/x and more", "|this|", "https://e.org/x and more|"),
        ("https://e.org/x", "|one\ntwo|", "https://e.org/x|"),
        ("https://e.org/new", "|https://e.org/old|", "https://e.org/new|"),
        ("javascript:alert(1)", "|this|", "javascript:alert(1)|"),
    ],
)
def test_pasting(person: Person, pasted: str, before: str, after: str) -> None:
    note = write(person, before)
    QGuiApplication.clipboard().setText(pasted)
    person.press("Ctrl+V")
    assert state(note) == after
    undone(person, note, before)


# --- Nothing written is lost --------------------------------------------------------------------

LINES = st.text("-*+1. >[]xab\t", max_size=14)
NOTES = st.lists(LINES, max_size=5).map("\n".join)
KEYS = (
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
)
_MARKS = re.compile(r"[\s>*+\-.)\[\]x0-9]")


def words_of(text: str) -> str:
    return _MARKS.sub("", text)


@given(line=LINES)
def test_a_prefix_is_how_its_line_begins(line: str) -> None:
    assert line.startswith(str(prefix_of(line)))


@given(line=LINES)
def test_what_goes_on_goes_on_the_same_way(line: str) -> None:
    after = continued(line)
    assert continued(after + "a") in (after, str(prefix_of(after + "a").next()))
    assert str(prefix_of(after + "a")) in (after, after.rstrip(" "))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=NOTES, data=st.data())
def test_keys_lose_no_words_and_are_one_step_each(
    qapp: QApplication, text: str, data: st.DataObject
) -> None:
    editor = QPlainTextEdit(text)
    editor.setTabChangesFocus(True)
    keys = NoteKeys(editor)
    cursor = editor.textCursor()
    cursor.setPosition(data.draw(st.integers(0, len(text))))
    cursor.setPosition(data.draw(st.integers(0, len(text))), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    key = data.draw(st.sampled_from([*KEYS, BOLD, ITALIC]))
    if isinstance(key, int):
        keys.emphasise(key)
    else:
        keys.eventFilter(editor, QKeyEvent(QEvent.Type.KeyPress, *key))
    after = editor.toPlainText()
    assert words_of(after) == words_of(text)
    if after != text:
        editor.undo()
    assert editor.toPlainText() == text
    delete(editor)  # later they would go all at once
