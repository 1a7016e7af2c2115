"""Terms near a word, and the query that was meant by one that finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from reader.library import Library
from reader.search.codec.array_file import ArrayFile, write_arrays
from reader.search.codec.vocabulary import FIRST_WORD, Vocabulary, vocabulary_arrays
from reader.search.spelling import Spellings
from tests.libraries.papers import digest, entry

# --- Terms --------------------------------------------------------------------------------------

_ASCII = st.text("abc-", min_size=1, max_size=6)
_ANY = st.text("ab深éß\U0001f642", min_size=1, max_size=5)
_COMMON = st.sampled_from(("\0a", "\0ab", "\0the"))
WORDS = _ASCII | _ANY | st.sampled_from(("attention", "attenton", "attentoin", "tention"))
Maker = Callable[[Sequence[str]], Spellings]


@pytest.fixture(scope="module")
def spellings_of(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    file = tmp_path_factory.mktemp("spelling") / "terms"

    def make(words: Sequence[str]) -> Spellings:
        file.unlink(missing_ok=True)
        write_arrays(file, vocabulary_arrays(sorted(word.encode() for word in words)), {})
        return Spellings(Vocabulary(ArrayFile(file)))

    return make


@settings(max_examples=300, deadline=None)
@given(words=st.lists(WORDS | _COMMON, unique=True, max_size=30), form=WORDS)
@example(words=["\0a", "ab"], form="a")
@example(words=[], form="a")
@example(words=["é", "a"], form="a")
@example(words=["ab", "ba", "a", "b", "abab"], form="ab")
def test_those_within_one_typo_are_all_that_are(
    spellings_of: Maker, words: list[str], form: str
) -> None:
    terms = sorted(word.encode() for word in words)
    expected = [
        term.decode()
        for term in terms
        if term >= FIRST_WORD and OSA.distance(term.decode(), form) <= 1
    ]
    found = spellings_of(words).within_one_typo(form)
    assert [terms[number].decode() for number in found] == expected


@settings(max_examples=100, deadline=None)
@given(words=st.lists(WORDS, unique=True, max_size=20), form=WORDS, typos=st.integers(1, 2))
def test_those_close_to_a_word_say_how_close(
    spellings_of: Maker, words: list[str], form: str, typos: int
) -> None:
    terms = sorted(word.encode() for word in words)
    found = spellings_of(words).close_to(form, typos, range(1, len(words)))
    distances = {n: OSA.distance(terms[n].decode(), form) for n in range(1, len(words))}
    assert dict(found) == {n: far for n, far in distances.items() if far <= typos}


# --- Queries ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Papers of which some words are common, some are rare, and no one is just a stem."""
    titles = [
        "Attention for Transformers",
        "Transformers with Sparse Attention",
        "Recurrent Networks and Attention",
        "Diffusion of Proteins",
        "Recurrent Diffusion",
        "Gradient Descent on Slopes",
        "Gradients of Deep Networks",
    ]
    with Library(tmp_path_factory.mktemp("correcting") / "library") as library:
        library.import_digest(digest(entry(title, authors=("Ada Tide",)) for title in titles))
        library.set_starred([1], True)
        library.update_index()
        yield library


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        # One typo of each kind, and two.
        ("transfomers ", "transformers "),
        ("trransformers ", "transformers "),
        ("tranzformers ", "transformers "),
        ("transfromers ", "transformers "),
        ("tranzfomers ", "transformers "),
        ("difusion ", "diffusion "),
        ("ATTENTOIN ", "attention "),
        # What was right stays as it was typed, to the blank.
        ("Sparse  attenton ", "Sparse  attention "),
        ("attenton sparse ", "attention sparse "),
        ("  attenton  Sparse", "  attention  Sparse"),
        # Two words of which no paper has either.
        ("recurent difusion ", "recurrent diffusion "),
        ("grdient desent ", "gradient descent "),
        ("attenton of attenton ", "attention of attention "),
        ("attenton of attenton difusion ", ""),  # no paper has both
        ("attenton OR difusion ", "attention OR diffusion "),  # nor need it
        # The last word is half-typed.
        ("sparse attenton", "sparse attention"),
        ("attenton spar", "attention spar"),
        # Fields, filters, quotes and signs around.
        ("title:attenton ", "title:attention "),
        ("author:Ada title:attenton ", "author:Ada title:attention "),
        ('"Sparse Attention" transfomers ', '"Sparse Attention" transformers '),
        ("is:starred attenton ", "is:starred attention "),
        ("attenton is:starred ", "attention is:starred "),
        ("(recurent OR difusion) -slopes ", "(recurrent OR diffusion) -slopes "),
        ("attenton -difusion ", "attention -difusion "),
        ("attenton sort:year", "attention sort:year"),
    ],
)
def test_a_misspelt_query_is_answered_as_it_was_meant(
    library: Library, text: str, corrected: str
) -> None:
    answer = library.search(text)
    assert answer.corrected == corrected
    assert bool(answer.ids) == bool(corrected)
    assert answer.ids == library.search(corrected).ids


@pytest.mark.parametrize(
    "text",
    [
        "attention ",
        "attention networks ",
        "atten",
        # Too short to guess at, and nothing near.
        "xqz ",
        "quaternions ",
        "quaternions attenton ",
        # Not a word by itself.
        '"attenton for"',
        "attent*n*x ",
        "attxxxon~ ",
        "-attenton -attention is:read ",
        "-attention -networks -diffusion -gradients ",
        "",
        "is:read",
    ],
)
def test_other_queries_are_left_as_they_are(library: Library, text: str) -> None:
    assert library.search(text).corrected == ""


@pytest.mark.parametrize("text", ["transfomers ", "recurent difusion ", "sparse attenton"])
def test_a_literal_search_finds_what_was_typed_or_nothing(library: Library, text: str) -> None:
    answer = library.search(text, literal=True)
    assert answer.corrected == ""
    assert answer.ids == ()


@pytest.mark.parametrize(
    "text", ["attention is:read ", "attention tag:none ", "attention year:1999 ", "is:read slopes"]
)
def test_a_filter_that_leaves_nothing_is_not_spelled_otherwise(library: Library, text: str) -> None:
    answer = library.search(text)
    assert answer.corrected == ""
    assert answer.ids == ()


def test_a_correction_that_a_filter_leaves_nothing_of_is_not_told(library: Library) -> None:
    answer = library.search("difusion is:starred ")
    assert answer.corrected == ""
    assert answer.ids == ()


def test_words_that_no_paper_has_together_are_spelled_so_that_one_has(library: Library) -> None:
    """Each is written somewhere; together they were meant otherwise."""
    library.import_digest(digest([entry("Dents in Cars"), entry("Descent of Cars")], title="Cars"))
    library.update_index()
    answer = library.search("gradient decent ")
    assert answer.corrected == "gradient descent "


def test_no_stem_is_suggested(library: Library) -> None:
    """“attent” is in the index, as the stem of attention, but no paper has that word."""
    for text in ("attenr ", "attnt ", "atent ", "networx ", "netwrok ", "gradent ", "proten "):
        corrected = library.search(text).corrected.strip()
        assert corrected in ("", "attention", "networks", "network", "gradient", "gradients",
                             "proteins", "protein")  # fmt: skip
    written = {"attent", "transform", "diffus", "recurr", "protein", "network", "spars", "slope"}
    for stem in written:
        for typo in (stem[:-1], stem + "x", stem[0] + stem[2] + stem[1] + stem[3:]):
            assert library.search(typo + " ").corrected.strip() not in written


def test_a_stem_that_papers_also_write_is_suggested(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with Library(tmp_path_factory.mktemp("stems") / "library") as library:
        library.import_digest(digest(["A network", "Of networks", "Another network"]))
        library.update_index()
        assert library.search("netwrok ").corrected == "network "


def test_of_several_the_one_of_most_papers_is_shown(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with Library(tmp_path_factory.mktemp("several") / "library") as library:
        library.import_digest(digest(["A horse", "One horse", "That house", "House, or horse"]))
        library.update_index()
        assert library.search("hoyse ").corrected == "horse "
        library.delete_papers([1, 2])
        library.update_index()
        assert library.search("hoyse ").corrected == "house "
