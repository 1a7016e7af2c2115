"""Which papers are one: second sightings, deletions, merging, and taking imports back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from reader.errors import EditError, NotFoundError
from reader.library import Library
from reader.model import (
    Changes,
    Digest,
    Identifier,
    Link,
    LinkKind,
    ListKind,
    Marks,
    Match,
    PaperFields,
    PaperList,
    Status,
)
from tests.conftest import user_data
from tests.libraries.papers import ANEMONES, BRIDGES, digest, entry

ALL = PaperList(ListKind.ALL)
NEAR_BRIDGES = "Bridges That Remember Their Walker"


def only(library: Library) -> int:
    [paper_id] = library.list_ids(ALL)
    return paper_id


@pytest.mark.parametrize("signs", ["?", "\x1b", "—"])
def test_an_author_of_signs_alone_keeps_no_paper_apart(library: Library, signs: str) -> None:
    title = "Attention among Anemones"
    for authors in ((signs,), (), (signs,), ("Ada Tide",)):
        library.import_digest(digest([entry(title, authors=authors)]))
        only(library)


class TestVersionsAndSnippets:
    def test_a_replacement_raises_the_version_and_blanks_nothing(self, library: Library) -> None:
        first = entry("Anemones", abstract="All of it.", identifiers=(ANEMONES,), version=1)
        library.import_digest(digest([first]))
        library.import_digest(digest([entry("Anemones", identifiers=(ANEMONES,), version=3)]))
        library.import_digest(digest([entry("Old news", identifiers=(ANEMONES,), version=2)]))

        paper = library.paper(only(library))
        assert (paper.version, paper.abstract) == (3, "All of it.")

    def test_a_snippet_is_no_abstract_and_gives_way_to_one(self, library: Library) -> None:
        library.import_digest(
            digest([entry("Anemones", snippet="… of it …", identifiers=(ANEMONES,))])
        )
        paper = library.paper(only(library))
        assert (paper.abstract, paper.snippet) == ("", "… of it …")
        assert library.rows([paper.id])[0].beginning == "… of it …"

        library.import_digest(digest([entry("A", abstract="All of it.", identifiers=(ANEMONES,))]))
        assert library.paper(paper.id).abstract == "All of it."
        assert library.rows([paper.id])[0].beginning == "All of it."


class TestMarksOfOtherPrograms:
    MARKS = Marks(
        status=Status.READ,
        starred=True,
        tags=("slow", "#to cite"),
        note="Good on tides.",
        added_at=datetime(2024, 3, 1, 8, tzinfo=UTC),
        read_at=datetime(2024, 4, 1, 8, tzinfo=UTC),
    )

    def test_arrive_with_a_new_paper(self, library: Library) -> None:
        library.import_digest(digest([entry("Anemones", marks=self.MARKS)]))
        paper = library.paper(only(library))
        assert (paper.status, paper.starred, paper.tags) == (Status.READ, True, ("slow", "to cite"))
        assert paper.note.text == "Good on tides."
        assert (paper.added_at, paper.read_at) == (self.MARKS.added_at, self.MARKS.read_at)

    def test_a_day_in_the_future_is_not_believed(self, library: Library) -> None:
        future = Marks(added_at=datetime(2320, 1, 1, tzinfo=UTC))
        library.import_digest(digest([entry("Anemones", marks=future)]))
        assert library.paper(only(library)).added_at.year == 2026

    def test_leave_what_the_person_decided_here(self, library: Library) -> None:
        library.import_digest(digest([entry("Anemones", identifiers=(ANEMONES,))]))
        paper_id = only(library)
        library.set_status([paper_id], Status.QUEUED)
        library.set_note(paper_id, "Mine.")
        library.import_digest(digest([entry("A", identifiers=(ANEMONES,), marks=self.MARKS)]))

        paper = library.paper(paper_id)
        assert (paper.status, paper.starred) == (Status.QUEUED, True)
        assert paper.note.text == "Mine.\n\nGood on tides."

    def test_do_not_repeat_a_note(self, library: Library) -> None:
        for title in ("A", "B"):
            marked = entry("Anemones", identifiers=(ANEMONES,), marks=self.MARKS)
            library.import_digest(digest([marked], title=title))
        assert library.paper(only(library)).note.text == "Good on tides."

    def test_go_with_the_import_that_is_undone(self, sample: Library) -> None:
        before = user_data(sample.folder)
        sample.import_digest(digest([entry("X", identifiers=(ANEMONES,), marks=self.MARKS)]))
        assert sample.paper(1).starred
        sample.undo()
        assert user_data(sample.folder) == before


def test_an_identifier_that_a_known_entry_brings_names_later_ones(sample: Library) -> None:
    doi = Identifier("doi", "10.5555/anemones")
    result = sample.import_digest(
        digest(
            [
                entry("Anemones!", identifiers=(ANEMONES, doi)),
                entry("The journal version of it", identifiers=(doi,)),
            ]
        )
    )
    assert (result.new, result.known) == (0, 2)
    assert doi in sample.paper(1).identifiers


def test_an_identifier_that_a_repeated_entry_brings_names_later_ones(library: Library) -> None:
    doi = Identifier("doi", "10.5555/anemones")
    result = library.import_digest(
        digest(
            [
                entry("Anemones", identifiers=(ANEMONES,)),
                entry("Anemones!", identifiers=(ANEMONES, doi)),
                entry("The journal version of it", identifiers=(doi,)),
            ]
        )
    )
    assert (result.new, result.known) == (1, 2)


def test_a_page_saved_twice_is_one_paper_however_short_its_title(library: Library) -> None:
    page = (Link(LinkKind.OTHER, "https://example.org/tides"),)
    library.import_digest(digest([entry("Tides", links=page)]))
    again = digest([entry("Tides", links=page), entry("Tides"), entry("Bays", links=page)])
    assert [row.match is Match.KNOWN for row in library.plan_import(again).rows] == [
        True,
        False,
        False,
    ]


class TestDeleting:
    def test_takes_papers_away_and_undo_brings_all_of_them_back(self, sample: Library) -> None:
        sample.add_tags([1], ["slow"])
        sample.set_note(1, "Mine.")
        before = user_data(sample.folder)
        sample.delete_papers([1, 2])
        assert sample.list_ids(ALL) == [3, 4, 5]
        sample.undo()
        assert user_data(sample.folder) == before
        sample.redo()
        assert sample.list_ids(ALL) == [3, 4, 5]

    def test_what_was_deleted_stays_deleted(self, sample: Library) -> None:
        sample.delete_papers([1, 2])
        again = digest(
            [
                entry("Anemones under another name", identifiers=(ANEMONES,)),
                entry("Bridges that remember their walkers"),
                entry("Something new"),
            ]
        )
        assert [row.match for row in sample.plan_import(again).rows] == [
            Match.DELETED,
            Match.DELETED,
            Match.NEW,
        ]
        result = sample.import_digest(again)
        assert (result.new, result.known, result.deleted) == (1, 0, 2)
        assert len(sample.list_ids(ALL)) == 4

    def test_is_out_of_the_search(self, sample: Library) -> None:
        sample.update_index()
        assert sample.search("anemones").ids == (1,)
        sample.delete_papers([1])
        sample.update_index()
        assert sample.search("anemones").ids == ()


class TestPossibleDuplicates:
    @pytest.fixture
    def pair(self, sample: Library) -> tuple[int, int]:
        sample.import_digest(digest([entry(NEAR_BRIDGES, year=1999, abstract="Near.")]))
        [pair] = sample.possible_duplicates()
        return pair

    def test_are_listed_with_the_older_first(self, sample: Library, pair: tuple[int, int]) -> None:
        assert pair == (2, 6)

    def test_merged_leave_nothing_behind(self, sample: Library, pair: tuple[int, int]) -> None:
        kept, merged = pair
        sample.set_note(kept, "One.")
        sample.set_note(merged, "Two.")
        sample.add_tags([kept], ["a"])
        sample.add_tags([merged], ["a", "b"])
        sample.set_starred([merged], True)
        sample.set_status([merged], Status.READ)
        before = user_data(sample.folder)
        sample.merge_papers(kept, merged)

        paper = sample.paper(kept)
        assert paper.note.text == "One.\n\nTwo."
        assert (paper.tags, paper.starred, paper.status) == (("a", "b"), True, Status.READ)
        assert [d.title for d in paper.digests] == ["Trending inventions", "A digest"]
        assert merged not in sample.list_ids(ALL)
        assert sample.possible_duplicates() == []
        sample.undo()
        assert user_data(sample.folder) == before

    def test_merging_fills_empty_fields_only(self, sample: Library) -> None:
        doi = Identifier("doi", "10.5555/x")
        code = Link(LinkKind.CODE, "https://example.org/code")
        rich = entry(
            "Quite another title", abstract="A.", authors=("Ada Tide",), year=2001, venue="V",
            identifiers=(doi,), links=(code,),
        )  # fmt: skip
        sample.import_digest(digest([rich, entry("Bare as bones and empty")]))
        sample.merge_papers(7, 6)

        paper = sample.paper(7)
        assert (paper.title, paper.abstract) == ("Bare as bones and empty", "A.")
        assert (paper.authors, paper.year, paper.venue) == (("Ada Tide",), 2001, "V")
        assert (paper.identifiers, paper.links) == ((doi,), (code,))

    def test_kept_apart_are_never_suggested_again(
        self, sample: Library, pair: tuple[int, int]
    ) -> None:
        sample.keep_apart(*pair)
        assert sample.possible_duplicates() == []
        assert len(sample.list_ids(ALL)) == 6
        sample.undo()
        assert sample.possible_duplicates() == [pair]

    def test_merged_pass_on_what_else_looked_like_them(
        self, sample: Library, pair: tuple[int, int]
    ) -> None:
        sample.import_digest(digest([entry(NEAR_BRIDGES + "z", year=1888)]))
        third = max(sample.list_ids(ALL))
        assert len(sample.possible_duplicates()) == 2
        sample.merge_papers(2, 6)
        assert sample.possible_duplicates() == [(2, third)]

    def test_are_suggested_within_one_digest_too(self, library: Library) -> None:
        made = digest(["On the Tides of Bays, Part One", "Else", "On the Tides of Bays, Part Two"])
        row = library.plan_import(made).rows[2]
        assert (row.match, row.paper_title) == (
            Match.POSSIBLE_DUPLICATE,
            "On the Tides of Bays, Part One",
        )
        result = library.import_digest(made)
        assert (result.new, result.possible_duplicates) == (3, 1)
        assert library.possible_duplicates() == [(1, 3)]

    def test_with_itself_or_with_nothing(self, sample: Library) -> None:
        sample.merge_papers(1, 1)
        assert sample.list_ids(ALL) == [1, 2, 3, 4, 5]
        with pytest.raises(NotFoundError):
            sample.merge_papers(1, 99)


class TestTakingADigestBack:
    def test_leaves_what_the_person_has_touched(self, sample: Library) -> None:
        sample.set_starred([2], True)
        sample.set_note(3, "Mine.")
        assert sample.take_back_digest(1) == (3, 2)
        assert sample.list_ids(ALL) == [2, 3]
        assert sample.digests() == []
        sample.undo()
        assert sample.list_ids(ALL) == [1, 2, 3, 4, 5]

    def test_leaves_papers_of_other_digests_as_they_were(self, sample: Library) -> None:
        before = user_data(sample.folder)
        more = entry("Donkeys Do Not Diverge Either", venue="Donkey Days", authors=("Eve Hill",))
        result = sample.import_digest(digest([more, entry("A new one too")]))
        assert sample.take_back_digest(result.digest_id) == (1, 1)

        paper = sample.paper(4)
        assert (paper.venue, paper.authors) == ("", ())
        after = user_data(sample.folder)
        assert {table: rows for table, rows in after.items() if table != "journal"} == before

    def test_takes_marks_along_that_came_with_it(self, library: Library) -> None:
        marks = TestMarksOfOtherPrograms.MARKS
        made = digest([entry("Anemones", marks=marks), entry("Bridges", marks=marks), "Clouds"])
        result = library.import_digest(made)
        library.add_tags([2], ["mine"])
        assert library.take_back_digest(result.digest_id) == (2, 1)
        assert library.list_ids(ALL) == [2]

    def test_takes_names_that_it_alone_gave(self, sample: Library) -> None:
        doi, code = Identifier("doi", "10.5555/x"), Link(LinkKind.CODE, "https://example.org/x")
        before = sample.paper(1)
        more = entry("A", identifiers=(ANEMONES, doi), links=(*before.links, code))
        result = sample.import_digest(digest([more]))
        assert doi in sample.paper(1).identifiers
        sample.take_back_digest(result.digest_id)
        after = sample.paper(1)
        assert (after.identifiers, after.links) == (before.identifiers, before.links)

    def test_gives_what_another_digest_says_too(self, library: Library) -> None:
        one = entry("Anemones", abstract="They attend.", authors=("Ada Tide",), year=2020,
                    identifiers=(ANEMONES,))  # fmt: skip
        library.import_digest(digest([one]))
        library.import_digest(digest([one], title="Second"))
        assert library.take_back_digest(1) == (0, 1)
        paper = library.paper(1)
        assert (paper.abstract, paper.authors, paper.year) == ("They attend.", ("Ada Tide",), 2020)
        assert library.field_origins(1) == dict.fromkeys(
            ("title", "authors", "year", "abstract"), 2
        )
        assert library.take_back_digest(2) == (1, 0)

    def test_leaves_a_stand_in_to_the_next_digest_with_a_title(self, library: Library) -> None:
        stand_in = entry("arXiv:2401.00001", identifiers=(ANEMONES,), title_provisional=True)
        library.import_digest(digest([stand_in]))
        library.set_starred([1], True)
        library.take_back_digest(1)
        assert library.field_origins(1) == {}
        library.import_digest(digest([entry("The Real Title of It", identifiers=(ANEMONES,))]))
        assert library.paper(1).title == "The Real Title of It"

    def test_says_what_stayed(self, sample: Library, heard: list[Changes]) -> None:
        sample.set_starred([2], True)
        sample.take_back_digest(1)
        assert heard[-1].label == (
            "Took “Trending inventions” back; 1 paper that you have touched "
            "or another digest names stayed"
        )

    def test_that_is_not_there(self, sample: Library) -> None:
        with pytest.raises(NotFoundError):
            sample.take_back_digest(99)


class TestCorrecting:
    def fields(self, library: Library, paper_id: int = 1, **changes: Any) -> PaperFields:
        paper = library.paper(paper_id)
        fields = PaperFields(paper.title, paper.authors, paper.year, paper.venue, paper.abstract)
        return replace(fields, **changes)

    def test_is_kept_by_what_comes_later(self, sample: Library) -> None:
        sample.edit_paper(1, self.fields(sample, year=1999, venue="", authors=("Me", " ")))
        later = entry("A", identifiers=(ANEMONES,), venue="Elsewhere", year=2020, authors=("X",))
        sample.import_digest(digest([later]))

        paper = sample.paper(1)
        assert (paper.year, paper.venue, paper.authors) == (1999, "", ("Me",))
        origins = sample.field_origins(1)
        assert origins == {"title": 1, "authors": None, "year": None, "venue": None, "abstract": 1}

    def test_makes_it_known_and_found_by_its_new_title(self, sample: Library) -> None:
        sample.edit_paper(5, self.fields(sample, 5, title="  Twelve Ways to \n Fold a Map "))
        assert sample.paper(5).title == "Twelve Ways to Fold a Map"
        again = sample.plan_import(digest([entry("Twelve ways to fold a map")]))
        assert again.rows[0].match is Match.KNOWN
        sample.update_index()
        assert sample.search("twelve").ids == (5,)

    def test_is_one_step_and_nothing_is_none(self, sample: Library) -> None:
        before = user_data(sample.folder)
        steps = len(sample.history())
        sample.edit_paper(1, self.fields(sample))
        assert len(sample.history()) == steps
        sample.edit_paper(1, self.fields(sample, title="Another", abstract="Mine."))
        assert sample.history()[0].label.startswith("Corrected “Attention among")
        sample.undo()
        assert user_data(sample.folder) == before

    def test_leaves_what_came_while_the_person_was_typing(self, library: Library) -> None:
        library.import_digest(digest([entry("Bees", identifiers=(ANEMONES,))]))
        seen = self.fields(library)
        library.import_digest(
            digest([entry("B", abstract="Long.", year=2020, identifiers=(ANEMONES,))])
        )
        library.edit_paper(1, replace(seen, title="Bees Dance"), base=seen)

        paper = library.paper(1)
        assert (paper.title, paper.abstract, paper.year) == ("Bees Dance", "Long.", 2020)
        assert library.field_origins(1) == {"title": None, "year": 2, "abstract": 2}

    def test_of_a_year_leaves_a_stand_in_for_the_title(self, library: Library) -> None:
        stand_in = entry("arXiv:2401.00001", identifiers=(ANEMONES,), title_provisional=True)
        library.import_digest(digest([stand_in]))
        library.edit_paper(1, self.fields(library, year=2024))
        library.import_digest(digest([entry("The Real Title", identifiers=(ANEMONES,))]))
        assert library.paper(1).title == "The Real Title"

    @pytest.mark.parametrize("wrong", [{"title": " \n"}, {"year": 0}, {"year": 10_000}])
    def test_refuses_what_cannot_be(self, sample: Library, wrong: dict[str, Any]) -> None:
        with pytest.raises(EditError):
            sample.edit_paper(1, self.fields(sample, **wrong))

    def test_keeps_the_paper_when_its_digest_is_taken_back(self, sample: Library) -> None:
        sample.edit_paper(1, self.fields(sample, venue="Mine"))
        assert sample.take_back_digest(1) == (4, 1)

    def test_of_a_paper_that_is_not_there(self, sample: Library) -> None:
        with pytest.raises(NotFoundError):
            sample.edit_paper(99, PaperFields("A"))


def test_a_paper_says_where_it_was_seen(sample: Library) -> None:
    later = entry("Anemones, Again", identifiers=(ANEMONES, BRIDGES), venue="Elsewhere")
    sample.import_digest(digest(["Else", entry("D", year=2022), later], title="Second"))
    [first, second] = sample.sightings(1)
    assert (first.digest.title, first.position) == ("Trending inventions", 1)
    assert first.fields == ("title", "authors", "year", "venue", "abstract")
    assert (second.digest.title, second.position, second.fields) == ("Second", 3, ())
    assert second.title == "Anemones, Again"
    with pytest.raises(NotFoundError):
        sample.sightings(99)


def test_a_paper_says_where_its_fields_came_from(sample: Library, sample_digest: Digest) -> None:
    result = sample.import_digest(digest([entry(sample_digest.entries[3].title, venue="Days")]))
    origins = sample.field_origins(4)
    assert origins["title"] == 1
    assert origins["venue"] == result.digest_id
