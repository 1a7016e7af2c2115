"""Lists and counts that are made from what they were must be those that the database would give."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reader.gui.list.following import Following
from reader.library import Library
from reader.model import Changes, Counts, Listing, ListKind, PaperFields, PaperList, Sort, Status
from tests.libraries.papers import digest, entry

PAPERS = 12
IDS = st.lists(st.integers(1, PAPERS + 3), min_size=1, max_size=6, unique=True)
KINDS = (
    *(ListKind(status.value) for status in Status),
    *(ListKind.STARRED, ListKind.ANNOTATED, ListKind.TODO),
)
PLACES = [(PaperList(kind), sort) for kind in (*KINDS, ListKind.ALL) for sort in Sort]
FOLLOWED = [(place, sort) for place, sort in PLACES if sort is not Sort.LIKENESS]


class Lists(RuleBasedStateMachine):
    """Whatever a person and another program do, lists that follow it equal those asked anew."""

    @initialize()
    def open_library(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.library = Library(Path(self.folder.name))
        self.other = Library(Path(self.folder.name))
        self.follow = {key: Following() for key in FOLLOWED}
        self.library.import_digest(
            digest(entry(f"Paper {n % 5} of {n}", year=2020 + n % 3 or None) for n in range(PAPERS))
        )
        for key, following in self.follow.items():
            following.answered(self.library.listing(*key))
        self.counts = self.library.counts()
        self.followed = 0
        self.library.subscribe(self.hear)

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            self.other.close()
            self.folder.cleanup()

    def hear(self, changes: Changes) -> None:
        for following in self.follow.values():
            following.hear(changes)
        if changes.moved is not None and changes.step == self.counts.step + 1:
            lists = dict(self.counts.lists)
            for kind, by in changes.moved.items():
                lists[kind] += by
            self.counts = Counts(lists, step=changes.step)

    @rule(ids=IDS, status=st.sampled_from(Status))
    def decide(self, ids: list[int], status: Status) -> None:
        self.library.set_status(ids, status)

    @rule(ids=IDS, starred=st.booleans())
    def star(self, ids: list[int], starred: bool) -> None:
        self.library.set_starred(ids, starred)

    @rule(ids=IDS)
    def tag(self, ids: list[int]) -> None:
        there = [row.id for row in self.library.rows(ids)]
        self.library.add_tags(there, ["a"])

    @rule(ids=IDS, text=st.sampled_from(("", "A note.", "Another.")))
    def note(self, ids: list[int], text: str) -> None:
        for row in self.library.rows(ids[:1]):
            self.library.set_note(row.id, text)

    @rule(ids=IDS, title=st.sampled_from("ABCDEF"), year=st.sampled_from((None, 2019, 2021)))
    def edit(self, ids: list[int], title: str, year: int | None) -> None:
        for row in self.library.rows(ids[:1]):
            self.library.edit_paper(row.id, PaperFields(f"{title} of {row.id}", year=year))

    @rule(ids=IDS)
    def delete(self, ids: list[int]) -> None:
        self.library.delete_papers(ids[:1])

    @rule(ids=IDS)
    def merge(self, ids: list[int]) -> None:
        there = [row.id for row in self.library.rows(ids)]
        if len(there) > 1:
            self.library.merge_papers(there[0], there[1])

    @rule(number=st.integers(0, 9))
    def bring(self, number: int) -> None:
        self.library.import_digest(digest([f"Brought {number}", "Paper 1 of 1"], title=f"{number}"))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.library.undo()

    @rule()
    def redo(self) -> None:
        self.library.redo()

    @rule(ids=IDS, status=st.sampled_from(Status))
    def another_program(self, ids: list[int], status: Status) -> None:
        self.other.set_status(ids, status)

    @rule()
    def notice(self) -> None:
        self.library.notice_others()

    @rule(key=st.sampled_from(FOLLOWED))
    def a_list_that_is_followed_is_the_list(self, key: tuple[PaperList, Sort]) -> None:
        following = self.follow[key]
        since = following.since()
        listing = self.library.listing(*key, since)
        assert list(listing.ids) == self.library.list_ids(*key)
        if since is not None and listing.taken is not None and listing.put is not None:
            self.followed += 1
            assert replayed(since.listing, listing) == list(listing.ids)
        following.answered(listing)

    @invariant()
    def counts_that_are_followed_are_the_counts(self) -> None:
        now = self.library.counts()
        if self.counts.step == now.step:
            assert self.counts.lists == now.lists
        self.counts = now


def replayed(before: Listing, after: Listing) -> list[int]:
    """The list as a view has it that takes away and puts in row by row."""
    assert after.taken is not None
    assert after.put is not None
    ids = list(before.ids)
    for at in reversed(after.taken):
        del ids[at]
    for at in after.put:
        ids.insert(at, after.ids[at])
    return ids


TestLists = Lists.TestCase
TestLists.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path) as library:
        library.import_digest(digest(f"Paper {n}" for n in range(PAPERS)))
        yield library


def followed(library: Library, place: PaperList, before: Listing, *heard: Changes) -> Listing:
    following = Following()
    following.answered(before)
    for changes in heard:
        following.hear(changes)
    return library.listing(place, Sort.ADDED, following.since())


class TestFollowing:
    INBOX = PaperList(ListKind.INBOX)

    def test_a_paper_that_left_is_taken_away_and_undo_puts_it_back(self, library: Library) -> None:
        heard: list[Changes] = []
        library.subscribe(heard.append)
        before = library.listing(self.INBOX)
        library.set_status([4], Status.READ)
        without = followed(library, self.INBOX, before, *heard)
        assert (without.taken, without.put) == ((3,), ())
        library.undo()
        back = followed(library, self.INBOX, without, heard[-1])
        assert (back.taken, back.put) == ((), (3,))
        assert list(back.ids) == list(before.ids)

    def test_a_paper_that_stays_where_it_is_is_not_touched(self, library: Library) -> None:
        heard: list[Changes] = []
        library.subscribe(heard.append)
        before = library.listing(self.INBOX)
        library.set_starred([4, 5], True)
        after = followed(library, self.INBOX, before, *heard)
        assert (after.taken, after.put) == ((), ())

    def test_a_step_that_was_not_heard_of_asks_for_the_whole_list(self, library: Library) -> None:
        heard: list[Changes] = []
        library.subscribe(heard.append)
        before = library.listing(self.INBOX)
        library.set_status([4], Status.READ)
        library.set_status([5], Status.READ)
        after = followed(library, self.INBOX, before, heard[-1])
        assert after.taken is None
        assert list(after.ids) == library.list_ids(self.INBOX)

    def test_a_step_after_those_heard_of_asks_for_the_whole_list(self, library: Library) -> None:
        heard: list[Changes] = []
        library.subscribe(heard.append)
        before = library.listing(self.INBOX)
        library.set_status([4], Status.READ)
        library.set_status([5], Status.READ)
        after = followed(library, self.INBOX, before, heard[0])
        assert after.taken is None
        assert list(after.ids) == library.list_ids(self.INBOX)

    def test_another_program_asks_for_the_whole_list(self, library: Library) -> None:
        before = library.listing(self.INBOX)
        with Library(library.folder) as other:
            other.set_status([4], Status.READ)
        after = followed(library, self.INBOX, before, Changes(frozenset(), None))
        assert after.taken is None
        assert list(after.ids) == library.list_ids(self.INBOX)

    def test_few_rows_are_read_for_one_paper_of_many(self, tmp_path: Path) -> None:
        with Library(tmp_path / "many") as library:
            library.import_digest(digest(f"Paper {n}" for n in range(3000)))
            heard: list[Changes] = []
            library.subscribe(heard.append)
            before = library.listing(self.INBOX)
            library.set_starred([1500], True)
            queries: list[str] = []
            connection = library._store.reading().tables.conn
            connection.set_trace_callback(queries.append)
            followed(library, self.INBOX, before, *heard)
            connection.set_trace_callback(None)
            assert len(queries) < 25
            assert not any("json_group_array" in query for query in queries)


class TestMoved:
    def test_a_status_and_a_star_say_which_lists_grew(self, library: Library) -> None:
        heard: list[Changes] = []
        library.subscribe(heard.append)
        library.set_status([1, 2], Status.READ)
        library.set_starred([1], True)
        library.add_tags([1], ["a"])
        grown = [{k: by for k, by in (c.moved or {}).items() if by} for c in heard]
        assert grown == [{ListKind.INBOX: -2, ListKind.READ: 2}, {ListKind.STARRED: 1}, {}]
        assert heard[-1].moved is None

    def test_steps_are_numbered_without_gaps(self, library: Library) -> None:
        heard: list[Changes] = []
        library.subscribe(heard.append)
        before = library.counts().step
        library.set_starred([1], True)
        library.undo()
        library.redo()
        assert [changes.step for changes in heard] == [before + 1, before + 2, before + 3]
