"""Reading a digest again with a better parser: what comes, what goes, what stays the person's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.digests import sandbox
from reader.errors import NotFoundError
from reader.library import Library
from reader.model import (
    Digest,
    Entry,
    Identifier,
    Link,
    LinkKind,
    ListKind,
    Marks,
    PaperFields,
    PaperList,
    Status,
)
from tests.conftest import user_data
from tests.libraries.papers import ANEMONES, BRIDGES, SAMPLE_TEXT, digest, entry

ALL = PaperList(ListKind.ALL)


class Parser:
    """Stands for the parser of today: gives the entries that a test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.entries: list[Entry | str] = []
        monkeypatch.setattr("reader.library.read_limited", self._read)

    def _read(self, request: sandbox.Request, **_: object) -> Digest:
        return replace(digest(self.entries, data=request.data), parser_version=2)


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> Parser:
    return Parser(monkeypatch)


def reparse(library: Library, digest_id: int = 1) -> None:
    library.reparse_digest(library.plan_reparse(digest_id))


FERNS = entry("Ferns Count in Threes", abstract="A fern. Previous", authors=("F. One",), line=3)


class TestThePlan:
    def test_says_what_is_new_gone_and_other(self, library: Library, parser: Parser) -> None:
        library.import_digest(digest([FERNS, "Subscribe to our letters", "Gulls Share Nothing"]))
        parser.entries = [
            replace(FERNS, abstract="A fern.", year=2024),
            "Gulls Share Nothing",
            "Mosses Do Not Mind",
        ]
        before = user_data(library.folder)
        plan = library.plan_reparse(1)

        [changed] = plan.changed
        assert [(c.field, c.before, c.after) for c in changed.changes] == [
            ("year", "", "2024"),
            ("abstract", "A fern. Previous", "A fern."),
        ]
        assert [one.title for one in plan.new] == ["Mosses Do Not Mind"]
        assert [one.title for one in plan.gone] == ["Subscribe to our letters"]
        assert plan.unchanged == 1
        assert user_data(library.folder) == before

    def test_of_the_same_reading_is_empty(self, library: Library) -> None:
        library.import_digest(library.read_digest(SAMPLE_TEXT.encode(), "page.txt"))
        plan = library.plan_reparse(1)

        assert not plan
        assert (plan.unchanged, plan.parsed.format) == (2, "trending")

    def test_as_another_format(self, library: Library) -> None:
        text = "Ferns\nhttps://arxiv.org/abs/2401.00009\n"
        library.import_digest(library.read_digest(text.encode(), "a.txt", format="trending"))

        assert library.plan_reparse(1).parsed.format == "trending"
        assert library.plan_reparse(1, format="links").parsed.format == "links"
        assert library.plan_reparse(1, format="").parsed.format == "links"

    def test_of_a_digest_that_is_not_there(self, library: Library) -> None:
        with pytest.raises(NotFoundError):
            library.plan_reparse(7)

    def test_knows_an_entry_by_its_line_when_its_title_was_misread(
        self, library: Library, parser: Parser
    ) -> None:
        library.import_digest(digest([entry("Ferns Count in", line=9), entry("Gulls", line=20)]))
        library.set_starred([1], True)
        parser.entries = [entry("Ferns Count in Threes", line=9), entry("Gulls", line=20)]
        reparse(library)

        assert [library.paper(i).title for i in (1, 2)] == ["Ferns Count in Threes", "Gulls"]
        assert library.paper(1).starred


class TestDoingIt:
    def test_brings_new_papers_and_takes_those_that_are_none(
        self, library: Library, parser: Parser
    ) -> None:
        library.import_digest(digest([FERNS, "Subscribe to our letters"]))
        parser.entries = [FERNS, "Mosses Do Not Mind"]
        reparse(library)

        titles = {library.paper(i).title for i in library.list_ids(ALL)}
        assert titles == {"Ferns Count in Threes", "Mosses Do Not Mind"}
        assert [e.title for e in library.digest_entries(1)] == [
            "Ferns Count in Threes",
            "Mosses Do Not Mind",
        ]
        assert library.digest(1).parser_version == 2
        assert not library.plan_reparse(1)

    def test_fills_changes_and_empties_the_fields_the_digest_gave(
        self, library: Library, parser: Parser
    ) -> None:
        library.import_digest(digest([replace(FERNS, venue="byAK", identifiers=(ANEMONES,))]))
        link = Link(LinkKind.CODE, "https://github.com/example/ferns")
        parser.entries = [
            replace(
                FERNS, authors=("Ada Fern", "Bo Moss"), year=2024, venue="", identifiers=(BRIDGES,),
                links=(link,),
            )
        ]  # fmt: skip
        reparse(library)

        paper = library.paper(1)
        assert paper.authors == ("Ada Fern", "Bo Moss")
        assert (paper.year, paper.venue) == (2024, "")
        assert paper.identifiers == (BRIDGES,)
        assert paper.links == (link,)

    def test_keeps_names_that_another_digest_gave(self, library: Library, parser: Parser) -> None:
        first = replace(FERNS, identifiers=(ANEMONES,), abstract="")
        library.import_digest(digest([first]))
        second = replace(first, abstract="From elsewhere.", identifiers=(ANEMONES, BRIDGES))
        library.import_digest(digest([second], title="Another"))
        parser.entries = [replace(FERNS, abstract="", identifiers=())]
        reparse(library, 1)

        paper = library.paper(1)
        assert set(paper.identifiers) == {ANEMONES, BRIDGES}
        assert paper.abstract == "From elsewhere."

    def test_leaves_what_the_person_did(self, library: Library, parser: Parser) -> None:
        library.import_digest(digest([FERNS, "Subscribe to our letters", "Gulls Share Nothing"]))
        library.edit_paper(1, PaperFields("Ferns, Corrected", ("Me",), 1999, "", "Mine."))
        library.set_note(2, "Interesting after all.")
        library.delete_papers([3])
        parser.entries = [
            replace(FERNS, title="Ferns Count in Fours", year=2001), "Gulls Share Nothing"
        ]  # fmt: skip
        reparse(library)

        paper = library.paper(1)
        assert (paper.title, paper.authors, paper.year) == ("Ferns, Corrected", ("Me",), 1999)
        assert paper.abstract == "Mine."
        assert library.paper(2).note.text == "Interesting after all."
        assert len(library.list_ids(ALL)) == 2

    def test_does_not_bring_what_was_left_out_at_the_import(
        self, library: Library, parser: Parser
    ) -> None:
        both = digest([FERNS, "Gulls Share Nothing"])
        library.import_digest(both, both.entries[:1])
        parser.entries = [FERNS, "Gulls Share Nothing", "Mosses Do Not Mind"]

        assert [one.title for one in library.plan_reparse(1).new] == ["Mosses Do Not Mind"]

    def test_keeps_a_title_that_was_edited_in_the_preview(
        self, library: Library, parser: Parser
    ) -> None:
        made = digest([FERNS])
        library.import_digest(made, [replace(made.entries[0], title="My Ferns", title_key="my")])
        parser.entries = [FERNS]

        assert not library.plan_reparse(1)
        parser.entries = [replace(FERNS, title="Ferns Count!")]
        reparse(library)
        assert library.paper(1).title == "My Ferns"

    def test_brings_marks_that_are_now_understood(self, library: Library, parser: Parser) -> None:
        library.import_digest(digest([FERNS]))
        parser.entries = [replace(FERNS, marks=Marks(status=Status.READ, tags=("plants",)))]
        reparse(library)
        library.remove_tags([1], ["plants"])
        parser.entries = [replace(parser.entries[0], year=2020)]  # type: ignore[type-var]
        reparse(library)

        paper = library.paper(1)
        assert (paper.status, paper.tags, paper.year) == (Status.READ, (), 2020)

    def test_is_one_step_that_can_be_undone_and_done_again(
        self, library: Library, parser: Parser
    ) -> None:
        library.import_digest(digest([FERNS, "Subscribe to our letters"]))
        before = user_data(library.folder)
        parser.entries = ["Mosses Do Not Mind", replace(FERNS, year=2024)]
        reparse(library)
        after = user_data(library.folder)
        library.undo()

        assert user_data(library.folder) == before
        library.redo()
        assert user_data(library.folder) == after

    def test_entries_that_change_places(self, library: Library, parser: Parser) -> None:
        library.import_digest(digest([f"Paper of the {word} kind" for word in "abc"]))
        parser.entries = [f"Paper of the {word} kind" for word in "cab"]
        reparse(library)

        assert [e.paper_id for e in library.digest_entries(1)] == [3, 1, 2]


def test_two_entries_of_one_identifier_stay_two(library: Library, parser: Parser) -> None:
    name = Identifier("doi", "10.1/x")
    pair = [entry("Ferns Count", identifiers=(name,)), entry("Ferns Again", identifiers=(name,))]
    library.import_digest(digest(pair))
    parser.entries = list(pair)

    assert library.plan_reparse(1).unchanged == 2


def test_a_paper_that_a_digest_names_twice_keeps_what_either_says(
    library: Library, parser: Parser
) -> None:
    name = (Identifier("doi", "10.1/x"),)
    first = entry("Ferns Count", identifiers=name, year=2020, line=1)
    second = entry("Ferns Count, Continued", identifiers=name, abstract="A fern.", line=5)
    library.import_digest(digest([first, second]))
    parser.entries = [
        replace(first, authors=("Ada Fern",)),
        replace(second, title="Ferns Count, Concluded", year=1999),
    ]
    reparse(library)

    paper = library.paper(1)
    assert (paper.title, paper.year) == ("Ferns Count", 2020)
    assert (paper.abstract, paper.authors) == ("A fern.", ("Ada Fern",))


FIRST, SECOND = Identifier("arxiv", "2401.00001"), Identifier("arxiv", "2401.00002")
BEES, MOSSES = "Bees Dance in Circles", "Mosses Do Not Mind Rain"


class TestWhichEntryIsWhich:
    def test_an_identifier_that_moves_to_its_true_neighbour_moves_no_note(
        self, library: Library, parser: Parser
    ) -> None:
        bees, mosses = entry(BEES, line=1), entry(MOSSES, line=5)
        library.import_digest(digest([replace(bees, identifiers=(SECOND,)), mosses]))
        library.set_note(1, "on bees")
        library.set_note(2, "on mosses")
        parser.entries = [bees, replace(mosses, identifiers=(SECOND,))]
        reparse(library)

        papers = [library.paper(1), library.paper(2)]
        assert [(p.title, p.identifiers, p.note.text) for p in papers] == [
            (BEES, (), "on bees"),
            (MOSSES, (SECOND,), "on mosses"),
        ]

    def test_a_record_that_was_torn_in_two_becomes_one_with_all_its_names(
        self, library: Library, parser: Parser
    ) -> None:
        doi = Identifier("doi", "10.1/a")
        torn = [entry(BEES, identifiers=(doi,)), entry("arXiv:2401.00001", identifiers=(FIRST,))]
        library.import_digest(digest(torn))
        parser.entries = [entry(BEES, identifiers=(doi, FIRST))]
        reparse(library)

        assert library.list_ids(ALL) == [1]
        assert set(library.paper(1).identifiers) == {doi, FIRST}

    def test_papers_that_were_wrongly_one_come_apart(
        self, library: Library, parser: Parser
    ) -> None:
        both = [entry(BEES, identifiers=(FIRST,)), entry(MOSSES, identifiers=(FIRST,))]
        library.import_digest(digest(both))
        assert library.list_ids(ALL) == [1]
        parser.entries = [both[0], replace(both[1], identifiers=(SECOND,))]
        reparse(library)

        papers = [library.paper(paper_id) for paper_id in sorted(library.list_ids(ALL))]
        assert [(p.title, p.identifiers) for p in papers] == [(BEES, (FIRST,)), (MOSSES, (SECOND,))]
        assert not library.plan_reparse(1)

    def test_papers_that_the_person_merged_stay_one(self, library: Library, parser: Parser) -> None:
        made = [entry(BEES, abstract="First."), entry(BEES + "!", abstract="Second.", line=4)]
        library.import_digest(digest([made[0], replace(made[1], identifiers=(SECOND,)), MOSSES]))
        for paper_id in library.list_ids(ALL):
            if library.paper(paper_id).abstract == "Second.":
                library.merge_papers(paper_id, 1)
        [kept] = [p for p in library.list_ids(ALL) if library.paper(p).title != MOSSES]
        parser.entries = [
            made[0], replace(made[1], identifiers=(SECOND,), year=2020), MOSSES
        ]  # fmt: skip
        reparse(library)

        assert library.paper(kept).abstract == "Second."
        assert len(library.list_ids(ALL)) == 2


class TestWhatIsNobodyElses:
    def test_a_merged_paper_keeps_the_title_the_person_typed(
        self, library: Library, parser: Parser
    ) -> None:
        stand_in = entry("arXiv:2401.00001", identifiers=(FIRST,), title_provisional=True)
        library.import_digest(digest([stand_in]))
        library.import_digest(digest([MOSSES], title="Other"))
        library.edit_paper(2, PaperFields("My Own Title", ("Me",)))
        library.merge_papers(1, 2)
        assert library.field_origins(1)["title"] is None
        parser.entries = [replace(stand_in, links=(Link(LinkKind.CODE, "https://e.org/x"),))]
        reparse(library, 1)

        assert library.paper(1).title == "My Own Title"

    def test_a_field_that_is_no_longer_said_comes_from_another_digest(
        self, library: Library, parser: Parser
    ) -> None:
        name = (FIRST,)
        library.import_digest(digest([entry(BEES, abstract="Subscribe!", identifiers=name)]))
        later = entry(BEES, abstract="Bees dance.", identifiers=name, year=2020)
        library.import_digest(digest([later], title="Later"))
        parser.entries = [entry(BEES, identifiers=name)]
        reparse(library, 1)

        assert library.paper(1).abstract == "Bees dance."
        assert library.field_origins(1)["abstract"] == 2

    def test_a_deleted_paper_stays_deleted_whatever_it_was_called(
        self, library: Library, parser: Parser
    ) -> None:
        misread = entry("Bees Dnce in Circles", line=3)
        library.import_digest(digest([misread, MOSSES]))
        library.edit_paper(1, PaperFields(BEES))
        library.delete_papers([1])
        parser.entries = [misread, MOSSES]
        assert not library.plan_reparse(1)
        parser.entries = [replace(misread, title=BEES, title_key="beesdanceincircles"), MOSSES]
        assert not library.plan_reparse(1)
        library.undo()
        assert library.plan_reparse(1).changed

    def test_a_deleted_title_of_another_digest_keeps_nothing_out(
        self, library: Library, parser: Parser
    ) -> None:
        library.import_digest(digest([entry("Editorial", identifiers=(FIRST,))]))
        library.delete_papers([1])
        library.import_digest(digest([MOSSES], title="Second"))
        parser.entries = [MOSSES, entry("Editorial", identifiers=(SECOND,))]

        assert [one.title for one in library.plan_reparse(2).new] == ["Editorial"]

    def test_marks_that_were_undone_do_not_come_back_with_new_ones(
        self, library: Library, parser: Parser
    ) -> None:
        marks = Marks(starred=True, tags=("a", "b"), note="Brought.")
        library.import_digest(digest([entry(BEES, marks=marks)]))
        library.remove_tags([1], ["a"])
        library.set_starred([1], False)
        library.set_note(1, "Mine.")
        parser.entries = [entry(BEES, marks=replace(marks, tags=("a", "b", "c")))]
        reparse(library)

        paper = library.paper(1)
        assert (paper.tags, paper.starred, paper.note.text) == (("b", "c"), False, "Mine.")

    def test_an_entry_that_goes_takes_its_paper_with_the_marks_it_brought(
        self, library: Library, parser: Parser
    ) -> None:
        library.import_digest(digest([entry(BEES, marks=Marks(tags=("a",))), MOSSES]))
        parser.entries = [MOSSES]
        reparse(library)

        assert library.list_ids(ALL) == [2]
