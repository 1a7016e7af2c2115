"""The citation key among what is corrected of a paper."""

from __future__ import annotations

from reader.gui.paper.editing import EditDialog
from reader.library import Library
from reader.model import PaperFields
from tests.gui.conftest import Person


def dialog_of(person: Person) -> EditDialog:
    person.press("F2")
    person.until(lambda: person.window.findChild(EditDialog) is not None)
    dialog = person.window.findChild(EditDialog)
    assert isinstance(dialog, EditDialog)
    person.until(dialog.isActiveWindow)
    return dialog


def to_the_key(person: Person, dialog: EditDialog) -> None:
    for _ in range(5):
        person.press("Tab")
    assert person.focused is dialog.key


def test_a_key_is_typed_and_undone(person: Person, sample: Library) -> None:
    current = person.window.navigation.current
    assert current is not None
    to_the_key(person, dialog_of(person))
    person.type("tide:24")
    person.press("Ctrl+Return")
    assert sample.citation_keys([current]) == ["tide:24"]
    assert len(sample.history()) == 2
    assert sample.field_origins(current)["title"] is not None
    person.press("Z")
    assert sample.paper(current).citation_key == ""


def test_one_that_bibtex_could_not_cite_is_not_taken(person: Person) -> None:
    dialog = dialog_of(person)
    to_the_key(person, dialog)
    person.type("a b")
    assert not dialog.save.isEnabled()
    person.type("\b\b")
    assert dialog.save.isEnabled()


def test_one_that_another_paper_has_is_refused_and_the_rest_is_kept(
    person: Person, sample: Library
) -> None:
    current = person.window.navigation.current
    assert current is not None
    other = 1 if current != 1 else 2
    title = sample.paper(other).title
    sample.edit_paper(other, PaperFields(title, citation_key="taken"))
    dialog = dialog_of(person)
    person.type("A Better Title")
    to_the_key(person, dialog)
    person.type("Taken")
    person.press("Ctrl+Return")
    assert "is taken" in person.window.toast.text.text()
    assert sample.paper(current).title == "A Better Title"
    assert sample.paper(current).citation_key == ""
