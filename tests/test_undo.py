"""Undo and redo against snapshots of everything the person has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from reader.library import Library
from reader.model import Changes, Kind, ListKind, PaperList, Status
from tests.conftest import Clock, raw_rows, user_data
from tests.libraries.papers import ANEMONES, digest, entry

ALL = PaperList(ListKind.ALL)
_IDS = st.lists(st.integers(1, 9), max_size=4)
_TAGS = st.lists(st.sampled_from(["a", "b", "a/b", "Größe"]), max_size=2)
_TITLES = st.lists(
    st.sampled_from(
        [
            "Ferns Count in Threes and Fours",
            "Gulls Share Nothing at All Today",
            "Hedgehogs in High Dimensions",
            "Ibis",
        ]
    ),
    min_size=1,
    max_size=4,
)


class Doing(RuleBasedStateMachine):
    """Acts at random, and holds each undo and redo to a snapshot taken when the step was made."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.clock = Clock()
        self.library = Library(folder, now=self.clock)
        self.now = user_data(folder)
        self.past: list[dict[str, Any]] = []
        self.future: list[dict[str, Any]] = []

    def act(self, action: Callable[[], object]) -> None:
        steps = self.standing()
        action()
        after = user_data(self.folder)
        if self.standing() != steps:
            self.past.append(self.now)
        if after != self.now:
            self.future.clear()
        else:
            assert self.standing() == steps, "a step of the history that changed nothing"
        self.now = after

    def standing(self) -> list[int]:
        return [item.id for item in self.library.history() if not item.undone]

    @rule(titles=_TITLES, year=st.none() | st.integers(2000, 2003), known=st.booleans())
    def import_(self, titles: list[str], year: int | None, known: bool) -> None:
        identifiers = (ANEMONES,) if known else ()
        first = entry("Anemones, " + titles[0], identifiers=identifiers, authors=("A B", "C D"))
        made = digest([first, *(entry(title, year=year) for title in titles)])
        self.act(lambda: self.library.import_digest(made))

    @rule(ids=_IDS, status=st.sampled_from(Status))
    def set_status(self, ids: list[int], status: Status) -> None:
        self.act(lambda: self.library.set_status(ids, status))

    @rule(ids=_IDS, starred=st.booleans())
    def star(self, ids: list[int], starred: bool) -> None:
        self.act(lambda: self.library.set_starred(ids, starred))

    @rule(ids=_IDS, names=_TAGS)
    def tag(self, ids: list[int], names: list[str]) -> None:
        self.act(lambda: self.library.add_tags(ids, names))

    @rule(ids=_IDS, names=_TAGS)
    def untag(self, ids: list[int], names: list[str]) -> None:
        self.act(lambda: self.library.remove_tags(ids, names))

    @rule(name=st.sampled_from("abc"), other=st.sampled_from("abcd"))
    def smart_list(self, name: str, other: str) -> None:
        """Saves a list of that name, or else renames it, or else deletes it."""
        known = {smart.name: smart.id for smart in self.library.smart_lists()}
        if name not in known:
            self.act(lambda: self.library.save_smart_list(name, "is:read"))
        elif other not in known:
            self.act(lambda: self.library.rename_smart_list(known[name], other))
        else:
            self.act(lambda: self.library.delete_smart_list(known[name]))

    @precondition(lambda self: self.library.list_ids(ALL))
    @rule(data=st.data(), text=st.text(max_size=5))
    def note(self, data: st.DataObject, text: str) -> None:
        paper_id = data.draw(st.sampled_from(self.library.list_ids(ALL)))
        self.act(lambda: self.library.set_note(paper_id, text))

    @rule()
    def undo(self) -> None:
        changes = self.library.undo()
        assert (changes is None) == (not self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        changes = self.library.redo()
        assert (changes is None) == (not self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule(minutes=st.integers(1, 5))
    def wait(self, minutes: int) -> None:
        self.clock.advance(minutes=minutes)

    @rule()
    def reopen(self) -> None:
        self.library.close()
        self.library = Library(self.folder, now=self.clock)

    @invariant()
    def all_is_as_it_was_then(self) -> None:
        assert user_data(self.folder) == self.now

    def teardown(self) -> None:
        try:
            self.to_the_start_and_back()
        finally:
            self.library.close()

    def to_the_start_and_back(self) -> None:
        while self.future:
            self.redo()
        end = user_data(self.folder)
        for reopened in (False, True):
            if reopened:
                self.reopen()
            while self.library.undo():
                pass
            assert not any(user_data(self.folder).values()), "undone to the start it is empty"
            while self.library.redo():
                pass
            assert user_data(self.folder) == end
        kept = {text for (text,) in raw_rows(self.folder, "SELECT text FROM note_revisions")}
        current = {text for (text,) in raw_rows(self.folder, "SELECT text FROM notes")}
        assert current - {""} <= kept


def test_undo_leads_back_through_every_state_and_redo_forth(
    new_library_folder: Callable[[], Path],
) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: Doing(new_library_folder()),
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def do_everything(library: Library) -> None:
    library.set_starred([1, 2, 3], True)
    library.set_status([1], Status.READ)
    library.add_tags([1, 4], ["a", "b/c"])
    library.remove_tags([4], ["a"])
    library.set_note(1, "A note.")
    library.set_note(2, "Another.")
    library.import_digest(digest([entry("Anemones!", identifiers=(ANEMONES,)), "A New One"]))


def test_undo_works_after_a_restart(sample: Library, open_library: Callable[..., Library]) -> None:
    before = user_data(sample.folder)
    do_everything(sample)
    after = user_data(sample.folder)
    sample.close()

    again = open_library()
    for _ in range(7):
        assert again.undo() is not None
    assert user_data(again.folder) == before
    again.close()

    later = open_library()
    while later.redo():
        pass
    assert user_data(later.folder) == after


def test_with_nothing_done_there_is_nothing_to_undo_or_redo(library: Library) -> None:
    assert library.undo() is None
    assert library.redo() is None


def test_a_new_action_takes_the_place_of_what_was_undone(sample: Library) -> None:
    sample.set_starred([1], True)
    sample.undo()
    sample.set_starred([2], True)

    assert sample.redo() is None
    assert sample.history()[0].label.startswith("Starred “Bridges")


def test_a_note_typed_after_an_undo_is_a_step_of_its_own(sample: Library) -> None:
    sample.set_note(1, "One.")
    sample.undo()
    sample.redo()
    sample.set_note(1, "One. Two.")
    sample.undo()
    assert sample.paper(1).note.text == "One."


def test_typing_in_two_notes_is_two_steps(sample: Library) -> None:
    sample.set_note(1, "One.")
    sample.set_note(2, "Two.")
    sample.set_note(1, "One, more.")
    sample.undo()
    assert sample.paper(1).note.text == "One."
    assert sample.paper(2).note.text == "Two."


def test_a_step_that_was_merged_is_told_as_well(sample: Library, heard: list[Changes]) -> None:
    sample.set_note(1, "a")
    sample.set_note(1, "ab")
    assert [changes.kinds for changes in heard] == [{Kind.NOTES}] * 2


def test_the_times_of_an_action_are_undone_with_it(sample: Library) -> None:
    sample.set_status([1], Status.READ)
    sample.undo()
    assert sample.paper(1).read_at is None


def test_a_large_import_can_be_taken_back_and_brought_again(library: Library) -> None:
    library.import_digest(
        digest([entry(f"Paper {n} of quite a few", authors=("A", "B")) for n in range(3000)])
    )
    after = user_data(library.folder)
    library.undo()
    assert library.list_ids(ALL) == []
    library.redo()
    assert user_data(library.folder) == after
