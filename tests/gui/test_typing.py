"""Letters typed into a field are text and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from reader.gui.actions.keymap import default_keymap, read_keymap
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.gui.conftest import Person

# Every key of the papers that is a letter or a sign, and more.
LETTERS = "yphjkomslbxetnvz/?*gidpf.[]3 JKOMSLBXETNVZRPFG"


def field_of(person: Person, key: str) -> QLineEdit | QPlainTextEdit:
    window = person.window
    fields: dict[str, QWidget] = {
        "/": window.list.search,
        "T": window.paper.tags.field,
        "N": window.paper.note,
    }
    field = fields[key]
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize("key", ["/", "T", "N"])
def test_letters_are_text_there(person: Person, sample: Library, key: str) -> None:
    statuses = {paper.id: (paper.status, paper.starred) for paper in sample.papers(range(1, 6))}
    history = len(sample.history())
    field = field_of(person, key)
    place = person.window.navigation.list
    person.press(key)
    assert person.focused is field
    person.type(LETTERS)
    assert text_of(field) == LETTERS
    assert person.focused is field
    assert person.window.navigation.list == place
    after = {paper.id: (paper.status, paper.starred) for paper in sample.papers(range(1, 6))}
    assert after == statuses
    assert len(sample.history()) - history in ((0, 1) if key == "N" else (0,))


@pytest.mark.parametrize("key", ["/", "T", "N"])
def test_esc_returns_to_the_same_paper_where_letters_act_again(person: Person, key: str) -> None:
    before = person.window.navigation.selected
    person.press(key)
    person.type("a")
    person.press("Esc")
    person.until(lambda: person.focused is person.window.list.view)
    person.until(lambda: not person.window.navigation.searching)
    person.settle()
    assert person.window.navigation.selected == before
    person.press("S")
    assert person.window.library.list_ids(PaperList(ListKind.STARRED)) == list(before)


def test_every_letter_of_the_keymap_is_typed() -> None:
    bindings = read_keymap(default_keymap())
    letters = {
        key.lower()
        for binding in bindings.values()
        for keys in binding.keys
        for key in keys.split(", ")
        if len(key) == 1
    }
    assert letters <= set(LETTERS) | set("gital r")


def test_undo_in_a_field_takes_back_letters_not_actions(person: Person, sample: Library) -> None:
    person.press("S")
    person.press("T")
    person.type("waves")
    person.press("Ctrl+Z")
    assert person.window.paper.tags.field.text() != "waves"
    assert sample.list_ids(PaperList(ListKind.STARRED))


def test_a_note_is_only_written_on_one_paper(person: Person) -> None:
    person.press("*")
    person.press("N")
    assert person.focused is person.window.list.view


def test_enter_and_esc_leave_a_search_that_found_nothing(person: Person) -> None:
    person.press("/")
    person.type("nothing of that name")
    person.until(lambda: not person.window.list.model.ids)
    person.press("Return")
    assert person.window.list.papers_have_focus()
    person.press("Esc")
    person.until(lambda: len(person.window.list.model.ids) == 5)
    assert person.window.list.search.text() == ""
    assert person.focused is person.window.list.view
