"""Highlights of a library: made, changed, found again when texts change, and undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import EditError, NotFoundError
from reader.library import Library
from reader.model import Changes, Colour, Highlight, Kind, PaperFields, ReparsePlan
from reader.operations.anchoring import Anchor, anchor
from tests.conftest import Clock
from tests.libraries.papers import digest, entry

ANEMONES, BRIDGES, DONKEYS = 1, 2, 4


def text_of(library: Library, paper_id: int, field: str = "abstract") -> str:
    paper = library.paper(paper_id)
    return paper.title if field == "title" else paper.abstract or paper.snippet


def mark(
    library: Library,
    paper_id: int,
    quote: str,
    colour: Colour = Colour.YELLOW,
    comment: str = "",
    field: str = "abstract",
) -> int:
    """Marks the first place of some words."""
    text = text_of(library, paper_id, field)
    start = text.index(quote)
    passage = anchor(text, start, start + len(quote))
    return library.highlight(paper_id, field, passage, colour, comment)


def fields(library: Library, paper_id: int) -> PaperFields:
    paper = library.paper(paper_id)
    return PaperFields(paper.title, paper.authors, paper.year, paper.venue, paper.abstract)


def correct(library: Library, paper_id: int, old: str, new: str) -> None:
    """Corrects some words of the abstract."""
    before = fields(library, paper_id)
    abstract = before.abstract.replace(old, new)
    library.edit_paper(paper_id, replace(before, abstract=abstract))


def facts(library: Library, paper_id: int) -> list[tuple[str, str, str, bool]]:
    return [
        (one.quote, one.colour, one.comment, one.orphaned)
        for one in library.paper(paper_id).highlights
    ]


class TestMarking:
    def test_a_passage_keeps_its_colour_and_comment(
        self, sample: Library, heard: list[Changes]
    ) -> None:
        mark(sample, ANEMONES, "attend to one another", Colour.BLUE, "  like\nus ")
        mark(sample, ANEMONES, "Sea Anemones", field="title")
        assert facts(sample, ANEMONES) == [
            ("attend to one another", "blue", "like us", False),
            ("Sea Anemones", "yellow", "", False),
        ]
        assert [change.kinds for change in heard] == [{Kind.HIGHLIGHTS}] * 2
        assert heard[0].label == (
            "Highlighted a passage of “Attention among Sea Anemones: A Field Study”"
        )
        assert list(sample.search("has:highlight").ids) == [ANEMONES]

    def test_space_around_it_is_not_of_it(self, sample: Library) -> None:
        mark(sample, ANEMONES, " anemones ")
        assert facts(sample, ANEMONES)[0][0] == "anemones"

    def test_a_passage_is_marked_once(self, sample: Library) -> None:
        first = mark(sample, ANEMONES, "anemones", Colour.PINK, "soft")
        assert mark(sample, ANEMONES, "anemones", Colour.GREEN) == first
        assert facts(sample, ANEMONES) == [("anemones", "green", "soft", False)]
        mark(sample, ANEMONES, "watch anemones", Colour.GREEN)
        assert len(facts(sample, ANEMONES)) == 2

    @pytest.mark.parametrize(
        ("passage", "field", "words"),
        [
            (Anchor("walruses", "", ""), "abstract", "does not say “walruses”"),
            (Anchor(" ", "watch", "anemones"), "abstract", "does not say"),
            (Anchor("", "", ""), "abstract", "does not say"),
            (Anchor("Tide", "", ""), "authors", "not in 'authors'"),
        ],
    )
    def test_what_is_not_there_is_not_marked(
        self, sample: Library, passage: Anchor, field: str, words: str
    ) -> None:
        with pytest.raises(EditError, match=words):
            sample.highlight(ANEMONES, field, passage)
        assert facts(sample, ANEMONES) == []

    def test_a_piece_of_an_abstract_can_be_marked_and_is_found_in_the_whole(
        self, library: Library
    ) -> None:
        library.import_digest(digest([entry("Eels", snippet="Eels turn, and turn again…")]))
        mark(library, 1, "turn, and turn again")
        library.edit_paper(1, PaperFields("Eels", abstract="In rivers eels turn, and turn again."))
        assert facts(library, 1) == [("turn, and turn again", "yellow", "", False)]

    def test_what_does_not_exist_is_not_found(self, sample: Library) -> None:
        for act in (
            lambda: sample.highlight(99, "title", Anchor("x", "", "")),
            lambda: sample.recolour_highlight(99, Colour.PINK),
            lambda: sample.comment_highlight(99, "x"),
            lambda: sample.delete_highlight(99),
        ):
            with pytest.raises(NotFoundError):
                act()


def test_changes_are_undone_and_done_again(sample: Library) -> None:
    one = mark(sample, ANEMONES, "anemones")
    sample.recolour_highlight(one, Colour.PINK)
    sample.comment_highlight(one, "why?")
    states = [("anemones", "pink", "why?", False)]
    sample.delete_highlight(one)
    assert facts(sample, ANEMONES) == []
    sample.undo()
    assert facts(sample, ANEMONES) == states
    sample.undo()
    assert facts(sample, ANEMONES) == [("anemones", "pink", "", False)]
    sample.undo()
    sample.undo()
    assert facts(sample, ANEMONES) == []
    for _ in range(3):
        sample.redo()
    assert facts(sample, ANEMONES) == states


class TestTextsThatChange:
    def test_it_follows_a_corrected_abstract(self, sample: Library) -> None:
        mark(sample, ANEMONES, "Attention is all they have", comment="all?")
        correct(sample, ANEMONES, "Attention is all", "Attention is nearly all")
        correct(sample, ANEMONES, "We watch anemones attend to one another. ", "")
        expected = ("Attention is nearly all they have", "yellow", "all?", False)
        assert facts(sample, ANEMONES) == [expected]

    def test_one_whose_words_went_is_an_orphan_until_they_come_back(self, sample: Library) -> None:
        mark(sample, ANEMONES, "all they have", comment="mine")
        was = sample.paper(ANEMONES)
        correct(sample, ANEMONES, "Attention is all they have.", "They hardly move.")
        assert facts(sample, ANEMONES) == [("all they have", "yellow", "mine", True)]
        assert sample.highlights()[0].highlight.orphaned
        sample.edit_paper(ANEMONES, replace(fields(sample, ANEMONES), abstract=was.abstract))
        assert sample.paper(ANEMONES).highlights == was.highlights

    def test_undo_takes_it_back_to_where_it_was(self, sample: Library) -> None:
        mark(sample, ANEMONES, "Attention is all they have")
        before = sample.paper(ANEMONES).highlights
        correct(sample, ANEMONES, "is all", "is nearly all")
        after = sample.paper(ANEMONES).highlights
        sample.undo()
        assert sample.paper(ANEMONES).highlights == before
        sample.redo()
        assert sample.paper(ANEMONES).highlights == after

    def test_it_follows_a_title_and_leaves_other_papers_alone(self, sample: Library) -> None:
        mark(sample, ANEMONES, "Sea Anemones", field="title")
        mark(sample, BRIDGES, "Bridges", field="title")
        others = sample.paper(BRIDGES).highlights
        new = "On Attention among Sea Anemones: Two Field Studies"
        sample.edit_paper(ANEMONES, replace(fields(sample, ANEMONES), title=new))
        assert facts(sample, ANEMONES) == [("Sea Anemones", "yellow", "", False)]
        assert sample.paper(BRIDGES).highlights == others

    def test_a_digest_read_again_with_another_abstract(self, library: Library) -> None:
        abstract = "We watch anemones at- tend to one another. Attention is all they have."
        first = digest([entry("Anemones", abstract=abstract)])
        library.import_digest(first)
        mark(library, 1, "anemones at- tend to one another")
        better = replace(first.entries[0], abstract=abstract.replace("at- tend", "attend"))
        library.reparse_digest(ReparsePlan(library.digest(1), replace(first, entries=(better,))))
        assert facts(library, 1) == [("anemones attend to one another", "yellow", "", False)]

    def test_merging_takes_them_along(self, sample: Library) -> None:
        near = "Anemones, watched, attend to one another. Attention is all they have, we find."
        sample.import_digest(digest([entry("Attention among Anemones", abstract=near)], title="B"))
        mark(sample, ANEMONES, "all they have", comment="same")
        mark(sample, ANEMONES, "We watch anemones")
        mark(sample, 6, "Attention is all they have", Colour.GREEN, "theirs")
        mark(sample, 6, "we find", Colour.BLUE)
        mark(sample, 6, "all they have", comment="same")
        sample.merge_papers(ANEMONES, 6)
        assert facts(sample, ANEMONES) == [
            ("all they have", "yellow", "same", False),
            ("We watch anemones", "yellow", "", False),
            ("Attention is all they have", "green", "theirs", False),
            ("we find", "blue", "", True),
        ]
        sample.undo()
        assert len(facts(sample, 6)) == 3
        assert not any(orphaned for *_, orphaned in facts(sample, 6))


def test_all_of_them_by_colour_and_tag(sample: Library, clock: Clock) -> None:
    mark(sample, ANEMONES, "anemones", Colour.BLUE, "x")
    clock.advance(hours=1)
    mark(sample, BRIDGES, "A bridge", Colour.GREEN)
    sample.add_tags([BRIDGES], ["crossings/old", "b"])
    sample.add_tags([ANEMONES], ["crossingsome"])
    first, second = sample.highlights()
    assert (first.paper_id, first.title, first.tags) == (
        BRIDGES,
        "Bridges That Remember Their Walkers",
        ("b", "crossings/old"),
    )
    assert second.highlight == sample.paper(ANEMONES).highlights[0]
    assert sample.highlights(Colour.BLUE) == [second]
    assert sample.highlights(tag="crossings") == [first]
    assert sample.highlights(Colour.BLUE, "crossings") == []


WORDS = st.lists(st.sampled_from(["the", "tide", "is", "old", "and", "so", "we"]), max_size=12)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5), st.data())
def test_whatever_is_written_a_highlight_is_where_its_words_are_or_an_orphan(
    new_library_folder: Callable[[], Path],
    texts: list[tuple[list[str], list[str]]],
    data: st.DataObject,
) -> None:
    with Library(new_library_folder()) as library:
        library.import_digest(digest([entry("Tides", abstract="The tide is old. We are not.")]))
        mark(library, 1, data.draw(st.sampled_from(["tide is", "old", "We are not", "The"])))
        before: list[tuple[Highlight, ...]] = []
        made = len(library.history())
        for start, end in texts:
            before.append(library.paper(1).highlights)
            abstract = " ".join([*start, "The tide is old.", *end])
            if data.draw(st.booleans()):
                abstract = abstract.replace("tide is", "sea was")
            library.edit_paper(1, PaperFields("Tides", abstract=abstract))
            [highlight] = library.paper(1).highlights
            stands = highlight.prefix + highlight.quote + highlight.suffix
            assert highlight.orphaned != (stands in library.paper(1).abstract)
            if len(library.history()) == made:
                before.pop()  # it was the same text
            made = len(library.history())
        for state in reversed(before):
            library.undo()
            assert library.paper(1).highlights == state


@pytest.mark.parametrize("index", [True, False])
def test_a_comment_is_found_and_shown_as_what_was_noted(sample: Library, index: bool) -> None:
    def found(query: str) -> list[int]:
        if index:
            sample.update_index()
        return list(sample.search(query).ids)

    highlight = mark(sample, ANEMONES, "Attention", comment="Why so marmalade?")
    assert found("marmalade") == found("note:marmal") == [1]
    assert "marmalade" in sample.snippets("marmalade", [1])[1].text
    sample.comment_highlight(highlight, "Because of quinces.")
    assert (found("marmalade "), found("quinces")) == ([], [1])
    sample.delete_highlight(highlight)
    assert found("quinces") == []
    sample.undo()
    assert found("quinces") == [1]
