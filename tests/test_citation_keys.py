"""Citation keys: made once, kept, edited, never two the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from reader.errors import EditError
from reader.exporting.citation_keys import base_key, free_key
from reader.library import Library
from reader.model import Marks, Paper, PaperFields, is_citation_key
from tests.exporting.conftest import make
from tests.exporting.hostile import papers
from tests.libraries.papers import digest, entry

TWINS = (
    entry("Tides of the First Kind", authors=("Ada Tide",), year=2024),
    entry("The Tides, a Study in Blue", authors=("Ada Tide",), year=2024),
    entry("Tides: an Afterword", authors=("Bea Tide",), year=2024),
)


@pytest.fixture
def tides(library: Library) -> Library:
    library.import_digest(digest(TWINS))
    return library


def keys(library: Library, *ids: int) -> list[str]:
    return library.citation_keys(ids)


def fields(library: Library, paper_id: int, key: str) -> PaperFields:
    paper = library.paper(paper_id)
    return PaperFields(
        paper.title, paper.authors, paper.year, paper.venue, paper.abstract, citation_key=key
    )


@pytest.mark.parametrize(
    ("title", "authors", "year", "key"),
    [
        ("Mamba: Linear-Time Sequence Modeling", ("Albert Gu",), 2023, "gu2023mamba"),
        ("On the Measure of Intelligence", ("François Chollet",), 2019, "chollet2019measure"),
        ("The Who", (), None, "the"),
        ("t-SNE", ("Laurens van der Maaten",), 2008, "maaten2008tsne"),
        ("3D Øresund", ("Søren Kierkegård",), 1843, "kierkegard18433d"),
        ("漢字", ("李明",), 2020, "2020"),
        ("漢字", (), None, "paper"),
    ],
)
def test_what_a_key_is_made_of(
    title: str, authors: tuple[str, ...], year: int | None, key: str
) -> None:
    assert base_key(make(title=title, authors=authors, year=year)) == key


@given(paper=papers())
def test_any_paper_gets_a_key_that_can_be_one(paper: Paper) -> None:
    key = free_key(paper, ())
    assert is_citation_key(key)
    assert key.isascii()
    assert free_key(paper, {key}) == f"{key}a"
    every = {key, *(f"{key}{chr(letter)}" for letter in range(97, 123))}
    assert free_key(paper, every) == f"{key}aa"


def test_twins_get_letters_in_the_order_they_came(tides: Library) -> None:
    assert keys(tides, 3, 1, 2) == ["tide2024tidesb", "tide2024tides", "tide2024tidesa"]


def test_a_key_stays_whatever_happens_to_the_paper(tides: Library) -> None:
    [key] = keys(tides, 1)
    tides.edit_paper(1, PaperFields("Another title", ("Zoe Other",), 1999))
    assert keys(tides, 1) == [key]
    tides.delete_papers([2])
    assert keys(tides, 1, 3) == [key, f"{key}a"]
    tides.undo()
    # The deleted one had none yet: it gets the next.
    assert keys(tides, 2) == [f"{key}b"]


def test_asking_for_keys_is_no_step_to_undo(tides: Library) -> None:
    before = [item.label for item in tides.history()]
    keys(tides, 1, 2, 3)
    assert [item.label for item in tides.history()] == before


def test_a_key_is_edited_and_the_edit_undone(tides: Library) -> None:
    assert tides.paper(1).citation_key == ""
    tides.edit_paper(1, fields(tides, 1, "Tide:2024_first"))
    assert keys(tides, 1) == ["Tide:2024_first"]
    tides.undo()
    assert keys(tides, 1) == ["tide2024tides"]
    tides.redo()
    assert keys(tides, 1) == ["Tide:2024_first"]
    tides.edit_paper(1, fields(tides, 1, ""))
    assert tides.paper(1).citation_key == ""


def test_who_does_not_speak_of_the_key_leaves_it(tides: Library) -> None:
    tides.edit_paper(1, fields(tides, 1, "mine"))
    tides.edit_paper(1, PaperFields("Other"))
    assert tides.paper(1).citation_key == "mine"


def test_no_two_papers_have_one_key_whatever_its_case(tides: Library) -> None:
    tides.edit_paper(1, fields(tides, 1, "mine"))
    with pytest.raises(EditError, match=r"“Mine” is taken: paper 1 has it, “Tides of the First"):
        tides.edit_paper(2, fields(tides, 2, "Mine"))
    assert tides.paper(2).citation_key == ""
    tides.edit_paper(1, fields(tides, 1, "MINE"))
    assert tides.paper(1).citation_key == "MINE"


@pytest.mark.parametrize("key", ["two words", "a{b", "a,b", "x" * 101, "per%cent"])
def test_what_can_be_no_key_is_refused(tides: Library, key: str) -> None:
    with pytest.raises(EditError, match="cannot be a citation key"):
        tides.edit_paper(1, fields(tides, 1, key))


def test_a_key_that_came_back_by_undo_gives_way(tides: Library) -> None:
    tides.edit_paper(3, fields(tides, 3, "mine"))
    tides.delete_papers([3])
    tides.edit_paper(1, fields(tides, 1, "mine"))
    with_both = tides.history()
    assert with_both
    tides.undo()
    tides.undo()
    tides.edit_paper(2, fields(tides, 2, "other"))
    assert len({key.lower() for key in keys(tides, 1, 2, 3)}) == 3


def test_imported_keys_are_kept_where_they_can_be(library: Library) -> None:
    marked = [replace(one, marks=Marks(citation_key="Tide24")) for one in TWINS]
    library.import_digest(digest([*marked[:2], replace(TWINS[2], marks=Marks(citation_key="x y"))]))
    assert keys(library, 1, 2, 3) == ["Tide24", "tide2024tides", "tide2024tidesa"]


def test_a_bib_file_brings_its_keys(library: Library) -> None:
    text = "@article{Knuth:84, title={Literate Programming for Everyone}, author={Knuth, Donald}}"
    library.import_digest(library.read_digest(text.encode(), "a.bib"))
    assert library.paper(1).citation_key == "Knuth:84"


def test_two_programs_at_once_give_no_key_twice(open_library: Callable[..., Library]) -> None:
    one, other = open_library(), open_library()
    one.import_digest(digest(TWINS))
    assert keys(one, 1) == ["tide2024tides"]
    assert keys(other, 2) == ["tide2024tidesa"]
    assert keys(one, 1, 2, 3) == ["tide2024tides", "tide2024tidesa", "tide2024tidesb"]
