"""What a search finds, through the library, and against a scan that is plainly right."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh.lang.porter import stem

from reader.library import Library
from reader.model import Sort, Status
from reader.operations.searching import matches
from reader.search.analysis import tokens
from reader.search.parsing import parse
from tests.libraries.papers import digest, entry


@pytest.fixture
def indexed(sample: Library) -> Library:
    sample.update_index()
    return sample


def found(library: Library, text: str, sort: Sort = Sort.RELEVANCE) -> list[int]:
    result = library.search(text, sort)
    assert result.total == len(result.ids)
    assert result.index_complete
    return list(result.ids)


class TestWords:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("anemones ", {1}),
            ("ANEMONES ", {1}),
            ("anemone ", {1}),
            ("transformer ", {2, 5}),
            ("transformers ", {2, 5}),
            ("transf", {2, 5}),
            ("transf ", set()),
            ("anem", {1}),
            ("tide ", {1, 3}),
            ("tide attention ", {1, 3}),
            ("tide anemones ", {1}),
            ("tide donkeys ", set()),
            ("naive ", {3}),
            ("naïve ", {3}),
            ("chloe ", {2}),
            ("CHLOË ", {2}),
            ("self-attention ", {3}),
            ("self attention ", {3}),
            ("lossy weather for lossless", {3}),
            ("the ", {1, 2, 3, 4, 5}),
            ("tid", {1, 3}),
            ("d", {3, 4}),
        ],
    )
    def test_find(self, indexed: Library, text: str, expected: set[int]) -> None:
        assert set(found(indexed, text)) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ('"attention is all"', {1}),
            ('"all attention"', set()),
            ('"sea anemones"', {1}),
            ('"sea anemone"', {1}),
            ('"anemones sea"', set()),
            ('title:"gentle slopes"', set()),
            ('abstract:"gentle slopes"', {4}),
            ("-attention ", {2, 4, 5}),
            ("tide -anemones ", {3}),
            ('tide -"self attention"', {1}),
            ('tide -"attention self"', {1, 3}),
            ("title:attention ", {1}),
            ("abstract:attention ", {1, 3}),
            ("author:span ", {2}),
            ("title:span ", set()),
            ("-title:attention attention ", {3}),
        ],
    )
    def test_are_narrowed_down(self, indexed: Library, text: str, expected: set[int]) -> None:
        assert set(found(indexed, text)) == expected

    def test_in_a_title_come_before_words_in_an_abstract(self, indexed: Library) -> None:
        assert found(indexed, "attention ") == [1, 3]

    def test_are_found_in_notes_as_soon_as_indexed(self, indexed: Library) -> None:
        indexed.set_note(4, "Remember the marmalade.")
        assert not indexed.search("marmalade ").index_complete
        indexed.update_index()
        assert found(indexed, "marmalade ") == found(indexed, "note:marmalade ") == [4]
        indexed.undo()
        indexed.update_index()
        assert found(indexed, "marmalade ") == []

    def test_are_found_though_most_papers_lack_the_field(self, library: Library) -> None:
        library.import_digest(digest(["A Title and Nothing Else", entry("B", abstract="Rare.")]))
        library.update_index()
        library.set_note(1, "One note.")
        library.update_index()
        assert found(library, "rare ") == [2]
        assert found(library, "nothing ") == [1]
        assert found(library, "note ") == [1]

    def test_of_a_tag_are_words_of_the_paper(self, indexed: Library) -> None:
        indexed.add_tags([4], ["zoology/hooves"])
        indexed.update_index()
        assert found(indexed, "hooves ") == [4]

    def test_sort_as_asked(self, indexed: Library) -> None:
        assert found(indexed, "a", Sort.TITLE) == sorted(found(indexed, "a"))
        assert found(indexed, "tide ", Sort.YEAR) == [3, 1]

    def test_of_papers_that_are_gone_find_nothing(self, indexed: Library) -> None:
        indexed.undo()
        indexed.update_index()
        assert found(indexed, "anemones ") == []

    @pytest.mark.parametrize("text", ["2401.00001", "https://arxiv.org/abs/2401.00001v2"])
    def test_an_identifier_finds_its_paper(self, indexed: Library, text: str) -> None:
        assert found(indexed, text) == [1]


class TestFilters:
    """They are answered by the database: nothing waits for the index."""

    def test_star_and_status(self, indexed: Library) -> None:
        indexed.set_starred([1, 2], True)
        indexed.set_status([2, 3], Status.READ)
        indexed.set_status([4], Status.SKIPPED)
        indexed.set_note(5, "A note.")

        assert set(indexed.search("is:starred").ids) == {1, 2}
        assert set(indexed.search("is:read").ids) == {2, 3}
        assert set(indexed.search("is:unread").ids) == {1, 5}
        assert set(indexed.search("is:starred -is:read").ids) == {1}
        assert set(indexed.search("is:annotated").ids) == {5}
        assert set(indexed.search("tide is:read").ids) == {3}
        indexed.undo()
        indexed.undo()
        assert set(indexed.search("is:skipped").ids) == set()

    def test_tags(self, indexed: Library) -> None:
        indexed.add_tags([1], ["nlp"])
        indexed.add_tags([2], ["NLP/Long context"])
        indexed.add_tags([3], ["nlpx"])

        assert set(indexed.search("tag:nlp ").ids) == {1, 2}
        assert set(indexed.search("tag:nl").ids) == {1, 2, 3}
        assert set(indexed.search('tag:"nlp/long context"').ids) == {2}
        assert set(indexed.search("-tag:nlp ").ids) == {3, 4, 5}
        assert set(indexed.search("tide tag:nlp ").ids) == {1}
        indexed.remove_tags([1], ["nlp"])
        assert set(indexed.search("tag:nlp ").ids) == {2}

    def test_tags_in_other_letters_of_any_script(self, indexed: Library) -> None:
        indexed.add_tags([1], ["Größe/Übung"])
        assert indexed.search("tag:GRÖSSE ").ids == (1,)
        assert indexed.search("tag:größe ").ids == (1,)
        assert indexed.search("tag:GRÖßE/übUNG ").ids == (1,)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
@example("tag:\udcff ")
@example("is:starred \0")
@example('"\ud800')
@example("-")
@example("9" * 5000)
def test_no_query_raises(indexed_once: Library, text: str) -> None:
    result = indexed_once.search(text)
    indexed_once.snippets(text, result.ids)


@pytest.fixture(scope="module")
def indexed_once(tmp_path_factory: pytest.TempPathFactory) -> object:
    with Library(tmp_path_factory.mktemp("search") / "library") as library:
        library.import_digest(invented(random.Random(5), 40))
        library.set_starred(range(1, 20), True)
        library.set_note(7, "modelling the models of models, transformed")
        library.set_note(9, "universal networks with tides")
        library.add_tags([3, 4], ["Models/Net"])
        library.update_index()
        yield library


# --- A scan that is plainly right ---------------------------------------------------------------

WORDS = re.findall(
    r"\w+",
    "model models modelling modeled transform transformer transformers transforming network "
    "networks net universe universal university organ organize organization the of a with tide "
    "tides t m uni naive 3d gpt 4 zebra",
)
STOPS = set(
    re.findall(
        r"\w+", "a an and are as at be by for from in is it of on or that the this to we with"
    )
)


def invented(chance: random.Random, size: int) -> object:
    def words(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randrange(most)))

    return digest(
        [
            entry(f"{words(5)} {n}", abstract=words(12), authors=(words(3),) * chance.randrange(2))
            for n in range(100, 100 + size)
        ],
        title=f"Invented {size}",
    )


def naive(library: Library, clauses: list[tuple[bool, str, list[str], bool]]) -> set[int]:
    """The papers that answer (negated, field, words, typing), by reading them all."""
    answers = set()
    for row in range(1, library.counts().lists["all"] + 1):
        paper = library.paper(row)
        fields = {
            "title": paper.title,
            "abstract": paper.abstract,
            "authors": ", ".join(paper.authors),
            "note": paper.note.text,
            "tags": " ".join(paper.tags),
        }
        texts = {field: re.findall("[a-z0-9]+", text.lower()) for field, text in fields.items()}
        if all(negated != _holds(texts, *rest) for negated, *rest in clauses):
            answers.add(paper.id)
    return answers


def _holds(texts: dict[str, list[str]], field: str, words: list[str], typing: bool) -> bool:
    """Whether the words stand side by side in a field (or the one is being typed)."""
    if typing:
        short = () if field or len(words[0]) > 2 else ("abstract", "note")
        return any(
            _is(word, words[0])
            or (
                name not in short
                and words[0] in (word[: len(words[0])], stem(word)[: len(words[0])])
            )
            for name in ([field] if field else texts)
            for word in texts[name]
            if word not in STOPS
        )
    return any(
        all(_is(word, wanted) for word, wanted in zip(text[at:], words, strict=False))
        for name, text in texts.items()
        if field in ("", name)
        for at in range(len(text) - len(words) + 1)
    )


def _is(word: str, wanted: str) -> bool:
    return stem(wanted) in (word, stem(word))


_CLAUSES = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(["", "", "title", "abstract", "authors", "note"]),
        st.lists(st.sampled_from([w for w in WORDS if w not in STOPS]), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=200, deadline=None)
@given(_CLAUSES, st.booleans(), st.integers(1, 9))
def test_results_equal_a_scan(
    indexed_once: Library,
    clauses: list[tuple[bool, str, list[str]]],
    typing: bool,
    letters: int,
) -> None:
    text, asked = "", []
    for negated, field, words in clauses:
        text += "-" * negated + (f"{field}:" if field else "") + '"' + " ".join(words) + '" '
        asked.append((negated, field, words, False))
    if typing:
        typed = clauses[0][2][0][:letters]
        text += typed
        # What may become a very common word asks for nothing, beside other words.
        if not any(common.startswith(typed.lower()) for common in STOPS):
            asked.append((False, "", [typed], True))
    answer = indexed_once.search(text, literal=True)
    assert set(answer.ids) == naive(indexed_once, asked), text


def test_a_scan_finds_something(indexed_once: Library) -> None:
    """The comparison above would be worth nothing if both sides were empty."""
    sizes = [len(found(indexed_once, word + " ")) for word in WORDS]
    assert sum(0 < size < 40 for size in sizes) > 10


# --- Snippets -----------------------------------------------------------------------------------


def forms(text: str) -> list[str]:
    return [word.form for token, _ in tokens(text) for word in token.words]


_TEXTS = st.lists(
    st.sampled_from([*WORDS, "Naïve", "MODELS,", "(tide)", "x" * 200, "日本語の要約", "\n", "—"])
    | st.text(max_size=4),
    max_size=60,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.sampled_from(["model ", "tran", "tide 3d ", "uni", '"the models"', "naive "]))
def test_matches_point_at_words_that_were_asked_for(text: str, query: str) -> None:
    wanted = {stem(form) for form in forms(query)} - STOPS
    typed = "" if query.endswith((" ", '"')) else forms(query)[-1]
    spans = matches(query, "abstract", text)

    assert list(spans) == sorted(spans)
    for start, end in spans:
        [form] = forms(text[start:end])
        assert stem(form) in wanted or (typed and form.startswith(typed))


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.sampled_from(["model ", "tran", "x", "tide 3d ", "naive ", "日本"]))
def test_a_snippet_marks_whole_words_of_its_text(text: str, query: str) -> None:
    from reader.search.snippets import WIDTH, best

    snippet = best([("abstract", text)], parse(query))
    spans = matches(query, "abstract", text)
    assert (snippet is None) == (not spans)
    if snippet is None:
        return
    words = {text[start:end] for start, end in spans}
    assert snippet.matches
    assert len(snippet.text) <= max(WIDTH, max(map(len, words))) + 2
    for start, end in snippet.matches:
        assert 0 <= start < end <= len(snippet.text)
        assert snippet.text[start:end] in words or len(snippet.text[start:end]) >= WIDTH // 2


def test_a_snippet_shows_where_a_paper_matches(indexed: Library) -> None:
    indexed.set_note(2, "Compare with anemones.")
    snippets = indexed.snippets("anemones tide ", [1, 2, 3, 4])

    assert snippets[1].field == "abstract"
    assert snippets[2].field == "note"
    assert snippets[3].field == "authors"
    assert 4 not in snippets
    [(start, end)] = snippets[2].matches
    assert snippets[2].text[start:end] == "anemones"


def test_without_words_there_are_no_snippets(indexed: Library) -> None:
    assert indexed.snippets("is:unread", [1, 2]) == {}


# --- While there is no index --------------------------------------------------------------------


class TestWithoutAnIndex:
    """The database answers, more simply, and the answer says that it is not complete."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("anemones", {1}),
            ("ANEM", {1}),
            ("tide", {1, 3}),
            ("tide -anemones", {3}),
            ('"gentle slopes"', {4}),
            ("self-attention", {3}),
            ("CHLOË", {2}),
            ("marmalade", {5}),
            ("is:starred", {2}),
            ("span is:starred", {2}),
            ("tide is:starred", set()),
            ("nowhere", set()),
        ],
    )
    def test_find(self, sample: Library, text: str, expected: set[int]) -> None:
        sample.set_starred([2], True)
        sample.set_note(5, "Marmalade.")
        result = sample.search(text)

        assert set(result.ids) == expected
        assert result.index_complete == ("is:" in text and " " not in text)


def test_a_library_made_anew_is_searchable_at_once(
    new_library_folder: Callable[[], Path],
) -> None:
    with Library(new_library_folder()) as library:
        assert library.search("anything").ids == ()
        library.update_index()
        assert library.search("anything").index_complete
