"""A note begins by a template: chosen with Shift+T, or offered in an empty note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.settings.places import note_templates_folder
from tests.gui.conftest import Person


def own(name: str, text: str) -> None:
    folder = note_templates_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def templates() -> None:
    own("First look.md", "# {{ title }}\n\nWhy: {{ cursor }}\n\n- 𝛼")


def note_of(person: Person) -> str:
    person.window.paper.note.save()
    person.settle()
    current = person.window.navigation.current
    assert current is not None
    return person.window.library.paper(current).note.text


def chosen(person: Person, typed: str, key: str = "Shift+T") -> None:
    """Chooses a template by a few letters of its name."""
    person.press(key)
    templating = person.window.templating
    person.until(lambda: templating.palette is not None and templating.palette.isVisible())
    person.type(typed)
    person.press("Return")
    person.settle()


def test_it_becomes_an_empty_note_and_one_writes_where_it_says(person: Person) -> None:
    chosen(person, "look")
    assert person.focused is person.window.paper.note
    person.type("it is short")
    title = person.window.library.paper(1).title
    assert note_of(person) == f"# {title}\n\nWhy: it is short\n\n- 𝛼"


def test_it_stands_apart_in_a_note_that_says_something(person: Person) -> None:
    person.press("N")
    person.type("before\nafter")
    for _ in "after":
        person.press("Left")
    chosen(person, "look", "Ctrl+Shift+T")
    person.type("x")
    title = person.window.library.paper(1).title
    whole = f"before\n\n# {title}\n\nWhy: x\n\n- 𝛼\n\nafter"
    assert note_of(person) == whole
    person.press("Ctrl+Z")
    person.press("Ctrl+Z")
    assert note_of(person) == "before\nafter"


def test_esc_leaves_everything_as_it_was(person: Person) -> None:
    person.press("N")
    person.type("words")
    person.press("Ctrl+Shift+T")
    person.until(lambda: person.window.templating.palette is not None)
    person.press("Esc")
    assert person.focused is person.window.paper.note
    assert note_of(person) == "words"


def test_a_broken_one_says_where_and_inserts_nothing(person: Person) -> None:
    own("Broken.md", "fine\n\n{{ nobody }}")
    person.press("N")
    person.type("words")
    chosen(person, "broken", "Ctrl+Shift+T")
    said = person.window.toast.text.text()
    assert "Broken.md, line 3." in said
    assert "nobody" in said
    assert note_of(person) == "words"


def test_of_several_papers_none_is_meant(person: Person) -> None:
    person.press("*")
    person.press("Shift+T")
    assert "one paper first" in person.window.toast.text.text()
    assert person.window.templating.palette is None


@pytest.fixture
def wishing(open_window: Callable[[Library], Person], sample: Library) -> Person:
    """Somebody whose empty notes begin with a template."""
    person = open_window(sample)
    person.window.settings.preferences.set("note_template", "First look")
    person.settle()
    return person


def test_an_empty_note_begins_with_what_is_wished(wishing: Person) -> None:
    wishing.press("N")
    wishing.until(lambda: "Why: " in wishing.window.paper.note.text)
    wishing.type("so")
    title = wishing.window.library.paper(1).title
    assert note_of(wishing) == f"# {title}\n\nWhy: so\n\n- 𝛼"
    wishing.press("Esc")
    wishing.press("N")
    assert note_of(wishing) == f"# {title}\n\nWhy: so\n\n- 𝛼"


def test_what_was_only_offered_is_no_note(wishing: Person) -> None:
    wishing.press("N")
    wishing.until(lambda: "Why: " in wishing.window.paper.note.text)
    wishing.press("Esc")
    assert note_of(wishing) == ""
    assert wishing.window.paper.note.text == ""
    assert wishing.window.library.note_revisions(1) == []
    assert wishing.window.library.history()[0].label.startswith("Imported")


def test_another_can_be_chosen_instead_of_the_one_that_is_wished(wishing: Person) -> None:
    own("Other.md", "Other.")
    wishing.press("N")
    wishing.until(lambda: "Why: " in wishing.window.paper.note.text)
    chosen(wishing, "other", "Ctrl+Shift+T")
    assert note_of(wishing) == "Other."
    wishing.press("Esc")
    wishing.press("J")
    chosen(wishing, "other")
    assert note_of(wishing) == "Other."


def test_a_note_that_says_something_is_left_alone(wishing: Person, sample: Library) -> None:
    sample.set_note(1, "Mine.")
    wishing.until(lambda: wishing.window.paper.note.text == "Mine.")
    wishing.press("N")
    QTest.qWait(50)
    wishing.settle()
    assert wishing.window.paper.note.text == "Mine."
    QTest.keyClick(wishing._active_window(), Qt.Key.Key_Escape)


def test_a_wish_that_is_gone_is_said(wishing: Person) -> None:
    wishing.window.settings.preferences.set("note_template", "Gone")
    wishing.press("N")
    wishing.until(lambda: "“Gone”" in wishing.window.toast.text.text())
    wishing.type("words")
    assert note_of(wishing) == "words"
