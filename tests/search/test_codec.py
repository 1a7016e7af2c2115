"""A segment has the same arrays however its papers came into it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reader.search.analysis import tokens
from reader.search.codec.array_file import write_arrays
from reader.search.codec.assembling import GAP
from reader.search.codec.building import SegmentBuilder
from reader.search.codec.merging import merge
from reader.search.codec.schema import FINGERPRINT
from reader.search.codec.segment_arrays import FORMAT, SegmentArrays
from reader.search.index import Index
from reader.search.weighting import FIELDS
from tests.search.texts import PAPERS

Arrays = Mapping[str, NDArray[Any]]
Paper = dict[str, str]
NewFolder = Callable[[], Path]


@pytest.fixture(scope="module")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> NewFolder:
    """Makes folders: fast, for property tests, which need many."""
    base, numbers = tmp_path_factory.mktemp("codec"), itertools.count()

    def make() -> Path:
        folder = base / str(next(numbers))
        folder.mkdir()
        return folder

    return make


def built(papers: Sequence[Paper], first: int = 1) -> Arrays:
    """The arrays of a segment that is built at once."""
    builder = SegmentBuilder()
    for paper_id, texts in enumerate(papers, first):
        builder.add(paper_id, texts)
    return builder.arrays()


def opened(arrays: Arrays, folder: Path) -> SegmentArrays:
    file = folder / f"{len(list(folder.iterdir()))}.arrays"
    write_arrays(file, arrays, {"format": FORMAT, "fingerprint": FINGERPRINT})
    return SegmentArrays(file, FINGERPRINT)


def segment_of(index: Index) -> SegmentArrays:
    [file] = index.folder.glob("*.arrays")
    return SegmentArrays(file, FINGERPRINT)


def assert_equal(found: Arrays, expected: Arrays) -> None:
    for name, array in expected.items():
        other = found[name]
        assert (other.dtype, other.shape) == (array.dtype, array.shape), name
        assert np.array_equal(other, array), name
    assert set(found) == set(expected)


def as_dict(segment: SegmentArrays, names: Arrays) -> Arrays:
    return {name: segment.file.array(name) for name in names}


@settings(max_examples=100, deadline=None)
@given(papers=PAPERS.filter(bool))
@example(papers=[{}])
@example(papers=[{"title": ""}, {"note": "\ud800"}])
@example(papers=[{"title": "the of"}, {"abstract": "the of"}])
@example(papers=[{"title": "C#_x"}])
@example(papers=[{"abstract": "word " * 300, "note": "word-word " * 40}])
def test_built_at_once_or_by_whoosh(new_folder: NewFolder, papers: list[Paper]) -> None:
    index = Index.create(new_folder())
    index.update((), list(enumerate(papers, 1)))
    expected = built(papers)
    assert_equal(as_dict(segment_of(index), expected), expected)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), segments=st.lists(PAPERS, min_size=1, max_size=3))
def test_merged_or_built_afresh_of_the_living(
    new_folder: NewFolder, data: st.DataObject, segments: list[list[Paper]]
) -> None:
    folder, parts, living = new_folder(), [], SegmentBuilder()
    numbers = itertools.count(7)
    for papers in segments:
        alive = data.draw(st.lists(st.booleans(), min_size=len(papers), max_size=len(papers)))
        builder = SegmentBuilder()
        for texts, lives in zip(papers, alive, strict=True):
            paper_id = next(numbers)
            builder.add(paper_id, texts)
            if lives:
                living.add(paper_id, texts)
        parts.append((opened(builder.arrays(), folder), np.array(alive, np.bool_)))
    assert_equal(merge(parts), living.arrays())


def test_merged_or_built_afresh_of_many_papers(new_folder: NewFolder) -> None:
    """Enough postings for several of the strides at which positions are noted."""
    papers = [
        {"title": f"paper {n % 7}", "abstract": "word " * (n % 12) + f"w{n % 50}"}
        for n in range(400)
    ]
    alive = np.arange(400) % 3 > 0
    folder, living = new_folder(), SegmentBuilder()
    halves = (papers[:250], alive[:250], 0), (papers[250:], alive[250:], 250)
    parts = [(opened(built(half, first), folder), lives) for half, lives, first in halves]
    for number in np.flatnonzero(alive).tolist():
        living.add(number, papers[number])
    assert_equal(merge(parts), living.arrays())


# --- A plain reading ----------------------------------------------------------------------------


def occurrences(texts: Paper) -> list[tuple[int, bytes]]:
    """Each term of a paper with its position in it."""
    found, start = [], 0
    for field in FIELDS:
        at = start
        for token, _ in tokens(texts.get(field.name, "")):
            terms = token.terms() + (token.common_terms() if field.name == "title" else [])
            found += [
                (at + inside, term.encode("utf-8", "surrogatepass")) for inside, term in terms
            ]
            at += token.positions
        start = at + GAP
    return found


def plain_reading(papers: Sequence[Paper]) -> dict[bytes, list[tuple[int, list[int]]]]:
    """For each term its papers, by their order, and where in them it stands."""
    read: dict[bytes, list[tuple[int, list[int]]]] = {}
    for document, texts in enumerate(papers):
        places: dict[bytes, list[int]] = {}
        for position, term in occurrences(texts):
            places.setdefault(term, []).append(position)
        for term, positions in places.items():
            read.setdefault(term, []).append((document, sorted(positions)))
    return read


@settings(max_examples=100, deadline=None)
@given(papers=PAPERS)
@example(papers=[{"abstract": "word " * n, "title": "word"} for n in range(80)])
def test_postings_and_positions_are_those_of_a_plain_reading(
    new_folder: NewFolder, papers: list[Paper]
) -> None:
    segment, expected = opened(built(papers), new_folder()), plain_reading(papers)
    assert list(segment.vocabulary) == sorted(expected)
    for number, term in enumerate(segment.vocabulary):
        part = segment.postings(number, number + 1)
        documents, lists = zip(*expected[term], strict=True)
        assert segment.documents[part].tolist() == list(documents)
        postings = np.arange(part.start, part.stop)
        assert segment.position_counts(postings).tolist() == [len(one) for one in lists]
        owners, positions = segment.positions_of(postings)
        pairs = [(owner, position) for owner, one in enumerate(lists) for position in one]
        assert list(zip(owners.tolist(), positions.tolist(), strict=True)) == pairs


@settings(max_examples=100, deadline=None)
@given(data=st.data(), papers=PAPERS)
@example(data=None, papers=[{"abstract": "word " * (n % 9), "title": "word"} for n in range(200)])
def test_places_in_some_papers_are_those_of_a_plain_reading(
    new_folder: NewFolder, data: st.DataObject | None, papers: list[Paper]
) -> None:
    segment, expected = opened(built(papers), new_folder()), plain_reading(papers)
    size = len(papers)
    masks = [np.ones(size, np.bool_), np.zeros(size, np.bool_), np.arange(size) % 20 == 3]
    if data is not None:
        drawn = data.draw(st.lists(st.booleans(), min_size=size, max_size=size))
        masks.append(np.array(drawn, np.bool_))
    ranges = [(0, len(expected)), *((n, n + 1) for n in range(len(expected)))]
    for (first, last), wanted in itertools.product(ranges, masks):
        documents = np.flatnonzero(wanted).astype(np.int32)
        [(owners, positions)] = segment.places_of([[(first, last)]], documents)
        assert list(zip(documents[owners].tolist(), positions.tolist(), strict=True)) == [
            (document, position)
            for term in sorted(expected)[first:last]
            for document, places in expected[term]
            if wanted[document]
            for position in places
        ]


@settings(max_examples=60, deadline=None)
@given(papers=PAPERS)
def test_positions_are_inside_the_fields_of_their_words(
    new_folder: NewFolder, papers: list[Paper]
) -> None:
    segment = opened(built(papers), new_folder())
    for field in FIELDS:
        alone = plain_reading([{field.name: texts.get(field.name, "")} for texts in papers])
        for number, term in enumerate(segment.vocabulary):
            everywhere = np.arange(segment.size, dtype=np.int32)
            [(documents, positions)] = segment.places_of([[(number, number + 1)]], everywhere)
            inside = segment.inside_fields((field.name,), documents, positions)
            assert inside is not None
            expected = [document for document, places in alone.get(term, []) for _ in places]
            assert documents[inside].tolist() == expected


def test_no_position_is_looked_for_outside_the_fields_that_there_are(
    new_folder: NewFolder,
) -> None:
    segment = opened(built([{"title": "a word"}]), new_folder())
    nothing = np.empty(0, np.int32), np.empty(0, np.int64)
    assert segment.inside_fields(("text",), *nothing) is None
