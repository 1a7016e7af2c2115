"""A vocabulary is a sorted list of terms, and finds in it what a plain search would."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.codec.array_file import ArrayFile, write_arrays
from reader.search.codec.vocabulary import FIRST_WORD, Vocabulary, vocabulary_arrays
from reader.search.plan import Pattern
from reader.search.postings import _matching_pattern

# Few letters, so that terms begin alike far beyond the eight bytes of a key.
_CLOSE = st.text("ab-\0\x01é深\U0010ffff", min_size=1, max_size=12).map(str.encode)
_LONG = st.tuples(st.sampled_from((b"embedded", b"embedding", b"a\0\0\0\0\0\0\0")), _CLOSE)
TERM = _CLOSE | _LONG.map(b"".join) | st.binary(min_size=1, max_size=10)
TERMS = st.lists(TERM, unique=True, max_size=30).map(sorted)


@pytest.fixture(scope="module")
def vocabulary_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Sequence[bytes]], Vocabulary]:
    file = tmp_path_factory.mktemp("vocabulary") / "terms"

    def make(terms: Sequence[bytes]) -> Vocabulary:
        file.unlink(missing_ok=True)
        write_arrays(file, vocabulary_arrays(terms), {})
        return Vocabulary(ArrayFile(file))

    return make


Maker = Callable[[Sequence[bytes]], Vocabulary]


@settings(max_examples=150, deadline=None)
@given(terms=TERMS)
def test_it_holds_the_terms_in_order(vocabulary_of: Maker, terms: list[bytes]) -> None:
    vocabulary = vocabulary_of(terms)
    assert list(vocabulary) == terms
    assert [vocabulary[number] for number in range(len(terms))] == terms
    assert vocabulary.lengths().tolist() == [len(term) for term in terms]
    assert vocabulary.plain().tolist() == [term.isascii() for term in terms]
    assert list(vocabulary.between(1, len(terms) - 1)) == terms[1:-1]


@settings(max_examples=150, deadline=None)
@given(terms=TERMS, others=st.lists(TERM | st.just(b""), max_size=10))
def test_terms_are_found_at_their_places(
    vocabulary_of: Maker, terms: list[bytes], others: list[bytes]
) -> None:
    vocabulary = vocabulary_of(terms)
    for term in [*terms, *others]:
        assert vocabulary.place(term) == sum(one < term for one in terms)
        assert vocabulary.find(term) == (terms.index(term) if term in terms else -1)


@settings(max_examples=150, deadline=None)
@given(terms=TERMS, others=st.lists(TERM, max_size=10))
def test_those_that_begin_so_are_a_range(
    vocabulary_of: Maker, terms: list[bytes], others: list[bytes]
) -> None:
    vocabulary = vocabulary_of(terms)
    beginnings = {term[:length] for term in [*terms, *others] for length in (0, 1, 3, 8, 9, 99)}
    for prefix in [*beginnings, b"\xff", b"\xff\xff", b"a\xff"]:
        first, last = vocabulary.beginning_with(prefix)
        assert terms[first:last] == [term for term in terms if term.startswith(prefix)]


@settings(max_examples=150, deadline=None)
@given(terms=TERMS, number=st.integers(0, 10))
def test_hyphenations_are_the_terms_that_differ_by_hyphens(
    vocabulary_of: Maker, terms: list[bytes], number: int
) -> None:
    terms = sorted({*terms, *(term.replace(b"-", b"") for term in terms[:number])} - {b""})
    vocabulary = vocabulary_of(terms)
    for term in [*terms, b"absent"]:
        expected = [one for one in terms if b"-" in one and one.replace(b"-", b"") == term]
        assert vocabulary.hyphenations(term) == (expected if term in terms else [])


@settings(max_examples=100, deadline=None)
@given(terms=TERMS)
def test_words_are_the_terms_that_are_searched_for(
    vocabulary_of: Maker, terms: list[bytes]
) -> None:
    words = vocabulary_of(terms).words()
    assert [terms[number] for number in words] == [term for term in terms if term >= FIRST_WORD]


@settings(max_examples=100, deadline=None)
@given(terms=TERMS, length=st.integers(1, 9))
def test_letters_are_those_of_the_terms(
    vocabulary_of: Maker, terms: list[bytes], length: int
) -> None:
    numbers = np.array([n for n, term in enumerate(terms) if len(term) == length], np.intp)
    rows = vocabulary_of(terms).letters(numbers, length)
    assert rows.shape == (len(numbers), length)
    assert [row.tobytes() for row in rows] == [terms[number] for number in numbers]


def fits(term: str, parts: tuple[str, ...]) -> bool:
    """Whether a term is the parts with anything between them, by trying every place."""
    first, *others = parts
    if not others:
        return term == first
    rest = term[len(first) :]
    return term.startswith(first) and any(
        fits(rest[at:], tuple(others)) for at in range(len(rest) + 1)
    )


@settings(max_examples=200, deadline=None)
@given(
    terms=st.lists(st.text("abé.\n", min_size=1, max_size=7), unique=True, max_size=20),
    parts=st.lists(st.text("abé.", max_size=2), min_size=2, max_size=4).map(tuple),
)
def test_a_pattern_has_the_terms_that_it_fits(
    vocabulary_of: Maker, terms: list[str], parts: tuple[str, ...]
) -> None:
    words = sorted(terms, key=str.encode)
    found = _matching_pattern(vocabulary_of([word.encode() for word in words]), Pattern(parts))
    assert {words[number] for number in found} == {word for word in words if fits(word, parts)}


def test_a_pattern_of_many_stars_comes_to_an_end(vocabulary_of: Maker) -> None:
    vocabulary = vocabulary_of([b"a" * 63, b"a" * 63 + b"b"])
    assert _matching_pattern(vocabulary, Pattern(("",) * 40)) == {0, 1}
    assert _matching_pattern(vocabulary, Pattern(("", *"a" * 30, "b"))) == {1}
    assert _matching_pattern(vocabulary, Pattern(("a",) * 31 + ("bc",))) == set()


def test_an_empty_one_has_nothing(vocabulary_of: Maker, tmp_path: Path) -> None:
    vocabulary = vocabulary_of([])
    assert list(vocabulary) == []
    assert vocabulary.find(b"a") == -1
    assert vocabulary.beginning_with(b"a") == (0, 0)
    assert vocabulary.hyphenations(b"a") == []
    assert list(vocabulary.words()) == []
