"""The note saves itself, and nothing written is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from reader.errors import LibraryError
from reader.gui.paper.note import SAVE_AFTER_MILLISECONDS
from reader.library import Library
from reader.model import ListKind, Note, Status
from tests.gui.conftest import Person


def write(person: Person, text: str) -> int:
    """Writes in the note of the current paper; returns its number."""
    paper = person.window.navigation.current
    assert paper is not None
    person.press("N")
    assert person.focused is person.window.paper.note
    person.type(text)
    return paper


def saved(library: Library, paper: int) -> str:
    return library.paper(paper).note.text


def hold_writes(library: Library, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Saving waits until the event is set, as behind a long import."""
    go_on, set_note = threading.Event(), library.set_note

    def late(paper_id: int, text: str, *, base_version: int | None = None) -> Note:
        go_on.wait(20)
        return set_note(paper_id, text, base_version=base_version)

    monkeypatch.setattr(library, "set_note", late)
    return go_on


def test_a_note_is_saved_soon_after_the_last_key(person: Person, sample: Library) -> None:
    assert SAVE_AFTER_MILLISECONDS == 400
    window = person.window
    assert window.status_line.saved.text() == "All changes saved"
    paper = write(person, "slow animals")
    assert window.status_line.saved.text() == "Saving…"
    assert saved(sample, paper) == ""
    person.until(lambda: window.status_line.saved.text() == "All changes saved")
    assert saved(sample, paper) == "slow animals"
    assert person.focused is window.paper.note


def test_a_note_is_saved_on_leaving(person: Person, sample: Library) -> None:
    paper = write(person, "slow")
    person.press("Esc")
    assert saved(sample, paper) == "slow"
    assert person.window.status_line.saved.text() == "All changes saved"


def test_a_note_is_saved_when_another_paper_is_selected(person: Person, sample: Library) -> None:
    paper = write(person, "slow")
    person.window.list.view.go_to(1)
    person.settle()
    assert saved(sample, paper) == "slow"
    assert person.window.paper.note.toPlainText() == ""
    person.window.list.view.go_to(0)
    person.settle()
    assert person.window.paper.note.toPlainText() == "slow"


def test_a_note_is_saved_on_close(person: Person, open_library: Callable[..., Library]) -> None:
    paper = write(person, "the last thing I wrote")
    person.window.close()
    assert saved(open_library(), paper) == "the last thing I wrote"


def test_writing_is_one_step_to_undo_and_shows_when_undone(person: Person, sample: Library) -> None:
    paper = write(person, "slow")
    person.press("Esc")
    person.press("Z")
    assert saved(sample, paper) == ""
    assert person.window.paper.note.toPlainText() == ""


def test_a_change_from_elsewhere_while_writing_keeps_both(
    person: Person, sample: Library, open_library: Callable[..., Library]
) -> None:
    paper = write(person, "mine")
    open_library().set_note(paper, "theirs")
    person.press("Esc")
    assert "mine" in saved(sample, paper)
    assert "theirs" in saved(sample, paper)
    person.until(lambda: person.window.paper.note.toPlainText() == saved(sample, paper))


def test_a_change_from_elsewhere_is_shown_when_nobody_writes(
    person: Person, open_library: Callable[..., Library]
) -> None:
    paper = person.window.navigation.current
    assert paper is not None
    open_library().set_note(paper, "theirs")
    person.until(lambda: person.window.paper.note.toPlainText() == "theirs")
    assert person.window.status_line.saved.text() == "All changes saved"


def test_going_on_writing_after_a_conflict_keeps_both(
    person: Person,
    sample: Library,
    open_library: Callable[..., Library],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = hold_writes(sample, monkeypatch)
    paper = write(person, "mine")
    person.window.paper.note.save()
    open_library().set_note(paper, "theirs")
    person.type(" goes on")
    go_on.set()
    person.press("Esc")
    assert "theirs" in saved(sample, paper)
    assert "mine goes on" in saved(sample, paper)


def test_ones_own_saves_never_conflict(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two saves wait behind long work; the second one takes letters back."""
    go_on = hold_writes(sample, monkeypatch)
    paper = write(person, "slow animals")
    person.window.paper.note.save()
    for _ in " animals":
        person.type("\b")
    person.window.paper.note.save()
    person.type(" fish")
    go_on.set()
    person.press("Esc")
    assert saved(sample, paper) == "slow fish"
    assert person.window.paper.note.toPlainText() == "slow fish"


def test_a_note_that_waits_to_be_saved_is_there_when_one_comes_back(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = hold_writes(sample, monkeypatch)
    paper = write(person, "slow")
    view, note = person.window.list.view, person.window.paper.note
    view.go_to(1)
    person.until(lambda: note.paper_id != paper)
    assert note.toPlainText() == ""
    view.go_to(0)
    person.until(lambda: note.paper_id == paper)
    assert note.toPlainText() == "slow"
    person.type("very ")
    go_on.set()
    person.press("Esc")
    assert saved(sample, paper) == "very slow"
    assert note.toPlainText() == "very slow"


def test_what_cannot_be_saved_stays_and_is_saved_later(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> Note:
        raise LibraryError("The disk is full.", advice="Make room; nothing was lost.")

    with monkeypatch.context() as patch:
        patch.setattr(sample, "set_note", full)
        paper = write(person, "slow")
        person.press("Esc")
        assert person.window.toast.text.text() == "The disk is full. Make room; nothing was lost."
        assert person.window.status_line.saved.text() == "Saving…"
        person.press("J")
        person.press("K")
        assert person.window.paper.note.toPlainText() == "slow"
    person.window.close()
    assert saved(sample, paper) == "slow"


def test_a_library_that_takes_no_settings_can_be_closed(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(sample, "set_setting", full)
    person.window.close()
    assert not person.window.isVisible()


def test_a_note_too_long_to_be_laid_out_is_left_as_it_is(person: Person, sample: Library) -> None:
    paper = person.window.navigation.current
    assert paper is not None
    text = "a" * 1_000_000
    sample.set_note(paper, text)
    note = person.window.paper.note
    person.until(lambda: f"reader note {paper}" in note.placeholderText())
    person.press("N")
    assert person.focused is person.window.list.view
    person.press("J")
    assert note.placeholderText() == "Write a note in Markdown"
    person.press("N")
    assert person.focused is note
    assert sample.paper(paper).note.text == text
    assert len(sample.note_revisions(paper)) == 1


@pytest.mark.parametrize("how", ["search", "elsewhere", "emptied"])
def test_the_paper_stays_while_its_note_is_written_though_it_leaves_the_list(
    person: Person, sample: Library, open_library: Callable[..., Library], how: str
) -> None:
    if how == "search":
        person.window.navigation.search("-has:note")
        person.settle()
    elif how == "emptied":
        for paper in (1, 2):
            sample.set_note(paper, "Old. ")
        person.press("G, A")
    paper = write(person, "The first half, ")
    if how == "elsewhere":
        open_library().set_status([paper], Status.READ)
        person.until(lambda: person.count(ListKind.READ) == 1)
    elif how == "emptied":
        person.press("Ctrl+A")
        person.press("Backspace")
    person.until(lambda: saved(sample, paper) == person.window.paper.note.text)
    person.settle()
    assert person.window.navigation.current == paper
    person.type("and the second.")
    assert person.window.paper.note.text.endswith("and the second.")
    person.press("Esc")
    assert saved(sample, paper).endswith("and the second.")
    stays = how == "emptied"
    assert (paper in person.window.list.model.ids) is stays
    assert (person.window.navigation.current == paper) is stays


def test_an_import_that_ends_takes_nobody_away_from_a_note(person: Person, sample: Library) -> None:
    person.press("G, L")
    paper = write(person, "The first half, ")
    digest = sample.read_digest(b"arXiv:2501.00001 arXiv:2501.00002", "new.txt")
    person.window.importing._import(digest, digest.entries, None)
    person.settle()
    assert person.count(ListKind.INBOX) == 7
    assert person.focused is person.window.paper.note
    person.type("and the second.")
    person.press("Esc")
    assert saved(sample, paper) == "The first half, and the second."
