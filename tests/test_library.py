"""What a person does with papers, through the one object that every door uses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

import reader
from reader.errors import LibraryError, NotFoundError
from reader.library import Library
from reader.model import Changes, Digest, Kind, ListKind, Note, PaperList, Sort, Status
from tests.conftest import Clock, raw_rows
from tests.libraries.papers import digest, entry

ALL = PaperList(ListKind.ALL)


def tagged(name: str) -> PaperList:
    return PaperList(ListKind.TAG, name)


class TestStatus:
    @pytest.mark.parametrize("status", [s for s in Status if s is not Status.INBOX])
    def test_moves_papers_from_the_inbox_to_a_list(self, sample: Library, status: Status) -> None:
        sample.set_status([2, 4], status)

        assert sample.list_ids(PaperList(ListKind(status.value))) == [2, 4]
        assert sample.list_ids(PaperList(ListKind.INBOX)) == [1, 3, 5]
        assert sample.paper(2).status is status

    def test_reading_a_paper_notes_when(self, sample: Library, clock: Clock) -> None:
        assert sample.paper(1).read_at is None
        sample.set_status([1], Status.READ)
        assert sample.paper(1).read_at == clock.now

    def test_the_event_names_the_papers_that_changed(
        self, sample: Library, heard: list[Changes]
    ) -> None:
        sample.set_status([1, 2], Status.QUEUED)
        sample.set_status([2, 3], Status.QUEUED)

        assert [changes.paper_ids for changes in heard] == [{1, 2}, {3}]
        assert all(changes.kinds == {Kind.PAPERS} for changes in heard)

    @pytest.mark.parametrize(
        ("status", "label"),
        [
            (Status.QUEUED, "Queued 2 papers to read"),
            (Status.READING, "Began reading 2 papers"),
            (Status.READ, "Marked 2 papers read"),
            (Status.SKIPPED, "Skipped 2 papers"),
        ],
    )
    def test_the_label_says_what_was_done(
        self, sample: Library, heard: list[Changes], status: Status, label: str
    ) -> None:
        sample.set_status([1, 2], status)
        assert heard[0].label == sample.history()[0].label == label

    def test_the_label_names_a_single_paper(self, sample: Library, heard: list[Changes]) -> None:
        sample.set_status([4], Status.SKIPPED)
        assert heard[0].label == "Skipped “Donkeys Do Not Diverge Either”"


class TestNothingChanged:
    """A command that would change nothing is not recorded and not told."""

    @pytest.mark.parametrize(
        "action",
        [
            lambda library: library.set_status([1, 2], Status.INBOX),
            lambda library: library.set_starred([1], False),
            lambda library: library.remove_tags([1], ["absent"]),
            lambda library: library.add_tags([2], ["here"]),
            lambda library: library.add_tags([1], ["", " / ", "#"]),
            lambda library: library.set_note(1, ""),
            lambda library: library.set_note(2, "A note."),
            lambda library: library.set_starred([], True),
            lambda library: library.set_starred([99], True),
            lambda library: library.add_tags([], ["here"]),
        ],
    )
    def test_leaves_no_event_and_no_step(
        self, sample: Library, action: Callable[[Library], object]
    ) -> None:
        sample.add_tags([2], ["here"])
        sample.set_note(2, "A note.")
        steps = sample.history()
        heard: list[Changes] = []
        sample.subscribe(heard.append)

        action(sample)

        assert heard == []
        assert sample.history() == steps

    def test_it_does_not_cut_off_what_can_be_redone(self, sample: Library) -> None:
        sample.set_starred([1], True)
        sample.undo()
        sample.set_starred([1], False)
        assert sample.redo() is not None
        assert sample.paper(1).starred


class TestStars:
    def test_are_kept_beside_the_status(self, sample: Library) -> None:
        sample.set_starred([3], True)
        sample.set_status([3], Status.READ)

        assert sample.paper(3).starred
        assert sample.list_ids(PaperList(ListKind.STARRED)) == [3]

    def test_can_be_taken_away(self, sample: Library) -> None:
        sample.set_starred([1, 2], True)
        sample.set_starred([1], False)
        assert sample.list_ids(PaperList(ListKind.STARRED)) == [2]


class TestTags:
    def test_are_cleaned_and_kept_in_order(self, sample: Library) -> None:
        sample.add_tags([1], ["  #nlp / long  context ", "zebra", "apple", "zebra"])

        assert sample.paper(1).tags == ("apple", "nlp/long context", "zebra")
        assert sample.tags() == ["apple", "nlp/long context", "zebra"]

    def test_a_list_of_a_tag_has_those_nested_in_it(self, sample: Library) -> None:
        sample.add_tags([1], ["nlp"])
        sample.add_tags([2], ["nlp/long"])
        sample.add_tags([3], ["nlpx"])

        assert sample.list_ids(tagged("nlp")) == [1, 2]
        assert sample.list_ids(tagged("nlp/long")) == [2]

    def test_a_tag_goes_with_its_last_paper(self, sample: Library) -> None:
        sample.add_tags([1, 2], ["brief"])
        sample.remove_tags([1], ["brief"])
        assert sample.tags() == ["brief"]
        sample.remove_tags([2], ["brief"])
        assert sample.tags() == []

    @pytest.mark.parametrize("name", ["100%_sure", "a'b\"c", "日本語", "Über/ärger", "*", "-x"])
    def test_any_name_will_do(self, sample: Library, name: str) -> None:
        sample.add_tags([1], [name])
        assert sample.list_ids(tagged(name)) == [1]
        sample.remove_tags([1], [name])
        assert sample.tags() == []

    def test_a_missing_paper_gets_no_tag_and_leaves_no_orphan(self, sample: Library) -> None:
        sample.add_tags([99], ["ghost"])
        assert sample.counts().tags == {}
        assert sample.tags() == []


class TestNotes:
    def test_are_saved_with_growing_versions(self, sample: Library) -> None:
        first = sample.set_note(1, "One.")
        second = sample.set_note(1, "One. Two.")

        assert sample.paper(1).note == second
        assert second.version > first.version > 0
        assert sample.list_ids(PaperList(ListKind.ANNOTATED)) == [1]

    def test_an_emptied_note_is_no_annotation(self, sample: Library) -> None:
        sample.set_note(1, "One.")
        sample.set_note(1, "")
        assert sample.list_ids(PaperList(ListKind.ANNOTATED)) == []
        assert not sample.rows([1])[0].has_note

    def test_of_a_paper_that_is_gone_cannot_be_saved(self, sample: Library) -> None:
        with pytest.raises(NotFoundError):
            sample.set_note(99, "Lost?")

    @pytest.mark.parametrize("text", ["\0", "a\r\nb", "🜁" * 1000, "﷽\u202e", "x" * 1_000_000])
    def test_any_text_comes_back_as_it_was(self, sample: Library, text: str) -> None:
        sample.set_note(1, text)
        assert sample.paper(1).note.text == text

    def test_typing_is_one_step_and_one_revision(self, sample: Library, clock: Clock) -> None:
        for end in range(1, 20):
            sample.set_note(1, "A thought, typed."[:end])
            clock.advance(seconds=1)

        assert [one.text for one in sample.note_revisions(1)] == ["A thought, typed."]
        assert len(sample.history()) == 2
        sample.undo()
        assert sample.paper(1).note == Note()

    def test_writing_again_later_is_another_step_and_revision(
        self, sample: Library, clock: Clock
    ) -> None:
        sample.set_note(1, "Morning.")
        clock.advance(hours=3)
        sample.set_note(1, "Morning. Noon.")

        assert [one.text for one in sample.note_revisions(1)] == ["Morning. Noon.", "Morning."]
        sample.undo()
        assert sample.paper(1).note.text == "Morning."

    def test_what_was_deleted_stays_among_the_revisions(self, sample: Library) -> None:
        sample.set_note(1, "Never to be seen again.")
        sample.set_note(1, "")

        assert "Never to be seen again." in [one.text for one in sample.note_revisions(1)]

    def test_revisions_survive_the_undo_of_the_note_and_of_the_import(
        self, sample: Library
    ) -> None:
        sample.set_note(1, "Kept.")
        sample.undo()
        sample.undo()
        assert raw_rows(sample.folder, "SELECT text FROM note_revisions") == [("Kept.",)]
        sample.redo()
        assert [one.text for one in sample.note_revisions(1)] == ["Kept."]


class TestANoteChangedElsewhere:
    """A text written on an older version never silently replaces a newer one."""

    def test_both_texts_are_kept(self, sample: Library) -> None:
        base = sample.set_note(1, "Common.").version
        sample.set_note(1, "From the terminal.", base_version=base)
        saved = sample.set_note(1, "From the window.", base_version=base)

        assert "From the terminal." in saved.text
        assert "From the window." in saved.text
        assert sample.paper(1).note == saved

    def test_a_first_note_written_twice_keeps_both(self, sample: Library) -> None:
        sample.set_note(1, "Left.", base_version=0)
        saved = sample.set_note(1, "Right.", base_version=0)
        assert "Left." in saved.text
        assert "Right." in saved.text

    def test_a_text_that_holds_the_other_is_enough(self, sample: Library) -> None:
        base = sample.set_note(1, "One.").version
        sample.set_note(1, "One. Two.", base_version=base)
        assert sample.set_note(1, "One. Two. Three.", base_version=base).text == "One. Two. Three."

    def test_an_undo_in_between_does_not_hide_the_other_text(
        self, sample: Library, clock: Clock
    ) -> None:
        sample.set_note(1, "First.")
        clock.advance(hours=1)
        mine = sample.set_note(1, "First, mine.")
        sample.undo()
        sample.set_note(1, "First, theirs.")
        saved = sample.set_note(1, "First, mine, longer.", base_version=mine.version)

        assert "theirs" in saved.text
        assert "mine, longer" in saved.text

    def test_an_undo_of_the_first_text_does_not_hide_it_either(self, sample: Library) -> None:
        mine = sample.set_note(1, "Mine.")
        sample.undo()
        sample.set_note(1, "Theirs.")
        saved = sample.set_note(1, "Mine, longer.", base_version=mine.version)

        assert "Theirs." in saved.text
        assert "Mine, longer." in saved.text


class TestListsAndCounts:
    def test_the_counts_are_the_lengths_of_the_lists(self, sample: Library) -> None:
        sample.set_status([1, 2], Status.READ)
        sample.set_status([3], Status.SKIPPED)
        sample.set_status([4], Status.READING)
        sample.set_starred([1, 4, 5], True)
        sample.set_note(5, "A note.")
        sample.add_tags([1, 2], ["nlp"])
        sample.add_tags([2], ["nlp/long"])
        counts = sample.counts()

        for kind in ListKind:
            if kind not in (ListKind.TAG, ListKind.DIGEST, ListKind.SMART, ListKind.SIMILAR):
                assert counts.lists[kind] == len(sample.list_ids(PaperList(kind))), kind
        assert counts.tags == {"nlp": 2, "nlp/long": 1}
        assert [summary.papers for summary in counts.digests] == [5]

    def test_lists_can_be_sorted(self, sample: Library, clock: Clock) -> None:
        clock.advance(days=1)
        sample.import_digest(digest([entry("Aardvarks Come First", year=2021)]))

        assert sample.list_ids(ALL, Sort.ADDED) == [6, 1, 2, 3, 4, 5]
        assert sample.list_ids(ALL, Sort.TITLE) == [6, 1, 2, 3, 4, 5]
        assert sample.list_ids(ALL, Sort.YEAR) == [3, 1, 2, 4, 6, 5]

    def test_a_digest_is_in_its_own_order_whatever_was_known(
        self, sample: Library, clock: Clock
    ) -> None:
        clock.advance(days=1)
        result = sample.import_digest(
            digest(["Zebras New Here", "Donkeys Do Not Diverge Either", "Yaks as Well as Zebras"])
        )
        listed = PaperList(ListKind.DIGEST, str(result.digest_id))

        assert sample.list_ids(listed, Sort.DIGEST) == [6, 4, 7]

    @pytest.mark.parametrize("sort", list(Sort))
    @pytest.mark.parametrize("kind", list(ListKind))
    def test_every_list_has_every_order(self, sample: Library, kind: ListKind, sort: Sort) -> None:
        sample.set_starred([2, 4], True)
        sample.add_tags([3], ["nlp"])
        value = {ListKind.TAG: "nlp", ListKind.DIGEST: "1"}.get(kind, "")
        ids = sample.list_ids(PaperList(kind, value), sort)

        assert sorted(ids) == sorted(sample.list_ids(PaperList(kind, value)))
        assert len(set(ids)) == len(ids)

    def test_rows_come_in_the_order_asked_for_without_what_is_gone(self, sample: Library) -> None:
        sample.set_note(5, "A note.")
        rows = sample.rows([5, 99, 1])

        assert [row.id for row in rows] == [5, 1]
        assert [row.has_note for row in rows] == [True, False]
        assert rows[1].authors == ("Ada Tide", "Bruno Reef")
        assert [paper.id for paper in sample.papers([5, 99, 1])] == [5, 1]

    def test_worth_exporting_is_what_was_read_starred_or_annotated(self, sample: Library) -> None:
        sample.set_status([1], Status.READ)
        sample.set_starred([2], True)
        sample.set_note(3, "A note.")
        sample.set_status([4], Status.SKIPPED)

        assert sample.exportable_ids() == [1, 2, 3]


class TestFinding:
    @pytest.mark.parametrize(
        "name",
        [
            "1",
            "2401.00001",
            "arXiv:2401.00001",
            "arXiv:2401.00001v3",
            "https://arxiv.org/abs/2401.00001",
            "https://arxiv.org/pdf/2401.00001v2",
        ],
    )
    def test_by_number_and_arxiv(self, sample: Library, name: str) -> None:
        assert sample.find(name) == 1

    @pytest.mark.parametrize(
        "name",
        [
            "10.5555/bridges.2024",
            "doi:10.5555/BRIDGES.2024",
            "https://doi.org/10.5555/bridges.2024",
        ],
    )
    def test_by_doi(self, sample: Library, name: str) -> None:
        assert sample.find(name) == 2

    def test_by_reader_id(self, sample: Library) -> None:
        reader_id = sample.paper(3).reader_id
        assert sample.find(reader_id) == sample.find(reader_id.upper()) == 3

    @pytest.mark.parametrize(
        "name", ["", "0", "6", "-1", "１", "2401.99999", "x" * 5000, "9" * 30, "9" * 5000, "\udcff"]
    )
    def test_a_name_of_nothing_is_not_found(self, sample: Library, name: str) -> None:
        with pytest.raises(NotFoundError):
            sample.find(name)

    def test_a_paper_that_is_not_there_is_not_found(self, sample: Library) -> None:
        with pytest.raises(NotFoundError, match="99"):
            sample.paper(99)


class TestEvents:
    def test_a_listener_that_stopped_hears_no_more(self, sample: Library) -> None:
        heard: list[Changes] = []
        stop = sample.subscribe(heard.append)
        sample.set_starred([1], True)
        stop()
        sample.set_starred([2], True)
        assert len(heard) == 1

    def test_a_failed_action_is_not_told(self, sample: Library, heard: list[Changes]) -> None:
        with pytest.raises(NotFoundError):
            sample.set_note(99, "Lost.")
        assert heard == []

    @pytest.mark.parametrize(
        ("action", "kind"),
        [
            (lambda library: library.set_starred([1], True), Kind.PAPERS),
            (lambda library: library.add_tags([1], ["x"]), Kind.TAGS),
            (lambda library: library.set_note(1, "x"), Kind.NOTES),
        ],
    )
    def test_undo_and_redo_tell_what_doing_told(
        self,
        sample: Library,
        heard: list[Changes],
        action: Callable[[Library], object],
        kind: Kind,
    ) -> None:
        action(sample)
        sample.undo()
        sample.redo()

        assert all(kind in changes.kinds and changes.touches(1) for changes in heard)
        assert [changes.undone for changes in heard] == [False, True, False]
        assert len({changes.label for changes in heard}) == 1

    def test_indexing_is_told(self, sample: Library, heard: list[Changes]) -> None:
        assert sample.update_index() == 5
        assert sample.update_index() == 0
        assert [changes.kinds for changes in heard] == [{Kind.INDEX}]


class TestTwoProgramsOnOneLibrary:
    def test_see_each_others_changes(
        self, sample: Library, open_library: Callable[..., Library]
    ) -> None:
        other = open_library()
        heard: list[Changes] = []
        other.subscribe(heard.append)
        assert not other.notice_others()

        sample.set_starred([1], True)

        assert other.paper(1).starred
        assert other.notice_others()
        assert heard[0].paper_ids is None
        assert not other.notice_others()

    def test_do_not_take_their_own_changes_for_anothers(
        self, sample: Library, open_library: Callable[..., Library]
    ) -> None:
        other = open_library()
        sample.set_starred([1], True)
        sample.undo()
        assert not sample.notice_others()
        other.set_starred([2], True)
        sample.set_starred([3], True)
        assert sample.notice_others()

    def test_undo_each_others_actions(
        self, sample: Library, open_library: Callable[..., Library]
    ) -> None:
        other = open_library()
        other.set_starred([1], True)
        assert sample.undo() is not None
        assert not other.paper(1).starred

    def test_a_note_saved_in_both_keeps_both_texts(
        self, sample: Library, open_library: Callable[..., Library]
    ) -> None:
        other = open_library()
        base = sample.paper(1).note.version
        sample.set_note(1, "Here.", base_version=base)
        saved = other.set_note(1, "There.", base_version=base)
        assert "Here." in saved.text
        assert "There." in saved.text


_WORKER = """
import sys
from pathlib import Path
from reader.library import Library
name, count = sys.argv[2], int(sys.argv[3])
with Library(Path(sys.argv[1])) as library:
    for n in range(count):
        library.add_tags([1], [f"{name}{n}"])
        library.set_note(2 if name == "a" else 3, f"{name} {n}")
        base = library.paper(4).note
        library.set_note(4, base.text + f"({name}{n})", base_version=base.version)
"""


def test_two_processes_writing_at_once_lose_nothing(sample: Library) -> None:
    count = 40
    root = str(Path(reader.__file__).parents[1])
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", _WORKER, str(sample.folder), name, str(count)], cwd=root
        )
        for name in "ab"
    ]
    assert [worker.wait(60) for worker in workers] == [0, 0]

    expected = {f"{name}{n}" for name in "ab" for n in range(count)}
    assert set(sample.paper(1).tags) == expected
    assert sample.paper(2).note.text == f"a {count - 1}"
    assert sample.paper(3).note.text == f"b {count - 1}"
    shared = sample.paper(4).note.text
    assert {word for word in expected if f"({word})" in shared} == expected


def test_settings_are_kept_and_are_no_action(
    sample: Library, heard: list[Changes], open_library: Callable[..., Library]
) -> None:
    assert sample.setting("list") == ""
    sample.set_setting("list", "inbox")
    sample.set_setting("list", "all")

    assert open_library().setting("list") == "all"
    assert heard == []
    assert len(sample.history()) == 1


def test_history_is_newest_first_and_dated(
    sample: Library, sample_digest: Digest, clock: Clock
) -> None:
    imported: datetime = clock.now
    clock.advance(minutes=5)
    sample.set_starred([1], True)
    star, brought = sample.history()

    assert (star.made_at, brought.made_at) == (clock.now, imported)
    assert brought.label == f"Imported “{sample_digest.title}”"
    assert sample.history(limit=1) == [star]
    sample.undo()
    assert [item.undone for item in sample.history()] == [True, False]


def test_a_library_cannot_be_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(LibraryError, match="--library"):
        Library(tmp_path / "file" / "library")


def test_an_overview_counts_what_papers_have_in_common(sample: Library) -> None:
    sample.set_status([1, 2], Status.READ)
    sample.set_starred([2], True)
    sample.add_tags([1, 2, 3], ["shared"])
    sample.add_tags([3], ["own"])
    sample.set_note(3, "A note.")
    overview = sample.overview([1, 2, 3, 99])
    assert overview.total == 3
    assert overview.statuses == {Status.INBOX: 1, Status.READ: 2}
    assert (overview.starred, overview.noted, overview.years) == (1, 1, (2023, 2025))
    assert overview.tags == {"shared": 3, "own": 1}
    assert overview.shared == ("shared",)
    assert sample.overview([5]).years is None
    assert sample.overview([]).total == 0
