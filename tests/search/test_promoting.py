"""Papers that say what was typed, word after word, come first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.index import Index
from reader.search.parsing import parse
from reader.search.promoting import CANDIDATES, Said, said
from tests.search.test_equality import WORDS

_FILL = "A longer title about quite other matters of no importance here"


@contextmanager
def index_of(folder: Path, titles: Mapping[int, str], **texts: str) -> Iterator[Index]:
    index = Index.create(folder)
    others = [(n, {"title": f"{_FILL} {n}", "abstract": "Nothing."}) for n in range(1000, 1200)]
    index.build([*((n, {"title": title, **texts}) for n, title in titles.items()), *others])
    try:
        yield index
    finally:
        index.close()


def ranked(index: Index, text: str, *, by_title: bool = True) -> list[int]:
    return [n for n in index.search(parse(text), by_title=by_title) if n < 1000]


@pytest.mark.parametrize(
    "title",
    [
        "Attention Is All You Need",
        "Deep Residual Learning for Image Recognition",
        "On the Measure of Intelligence",
        "Self-Attention with Relative Position Representations",
        "BERT: Pre-training of Deep Bidirectional Transformers",
        "C++ for k-NN at GPT-4",
        "深度学习 of α-stable things",
    ],
)
def test_a_title_said_word_for_word_comes_first(tmp_path: Path, title: str) -> None:
    words = title.split()
    titles = {
        1: title,
        2: " ".join(reversed(words)),
        3: f"{' '.join(words[1:])} {words[0]}",
        4: f"{title} and of Many Other Things That Follow upon It in a Long Title",
        5: f"What Follows {title}",
    }
    with index_of(tmp_path / "index", titles) as index:
        for text in (title, title.lower(), f"{title} ", title.upper()):
            assert ranked(index, text)[0] == 1, text


def test_one_that_begins_so_comes_before_one_that_has_it_inside(tmp_path: Path) -> None:
    titles = {1: "On networks graph neural", 2: "Graph networks on neural", 3: "On graph networks"}
    with index_of(tmp_path / "index", titles) as index:
        # Both are as long and have the words side by side.
        assert ranked(index, "graph networks ")[0] == 2
        assert ranked(index, "graph netw")[0] == 2
        assert ranked(index, "neural ")[:2] == [2, 1]  # none begins so: the newer first


def test_words_side_by_side_in_a_title_come_before_those_apart(tmp_path: Path) -> None:
    titles = {1: "Reading of the deep sea", 2: "Reading deep of the sea"}
    with index_of(tmp_path / "index", titles) as index:
        assert ranked(index, "deep sea ", by_title=False) == [2, 1]
        for text in ("deep sea ", "deep sea", "title:deep title:sea ", "deep sea -fish "):
            assert ranked(index, text) == [1, 2], text


def test_words_side_by_side_elsewhere_come_before_those_apart(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "index")
    index.build(
        [
            (1, {"abstract": "reading of the deep sea"}),
            (2, {"abstract": "reading deep of the sea"}),
            *((n, {"abstract": "nothing of that at all"}) for n in range(1000, 1050)),
        ]
    )
    assert ranked(index, "deep sea ", by_title=False) == [2, 1]
    assert ranked(index, "deep sea ") == [1, 2]


def test_a_segment_without_an_answer_is_passed_over(tmp_path: Path) -> None:
    """It has words that begin as what is being typed, but no paper with all words."""
    index = Index.create(tmp_path / "index")
    index.build([(1, {"title": "sea organ"}), (2, {"title": "sea organs"})])
    index.build([(3, {"title": "organ"}), (4, {"title": "organs"}), (5, {"title": "organize"})])
    assert sorted(index.search(parse("sea organ"))) == [1, 2]
    assert sorted(index.search(parse("sea org"))) == [1, 2]


@pytest.mark.parametrize("text", ["attention is all you need", "is attention the need of all "])
def test_very_common_words_never_restrict(tmp_path: Path, text: str) -> None:
    titles = {1: "Attention Is All You Need", 2: "All attention you need", 3: "Attention of all"}
    with index_of(tmp_path / "index", titles) as index:
        plain = " ".join(w for w in text.split() if w not in ("is", "the", "of")) + " " * (
            text[-1] == " "
        )
        assert set(ranked(index, text)) == set(ranked(index, plain))


def test_very_common_words_tell_which_of_two_titles_was_meant(tmp_path: Path) -> None:
    titles = {1: "A survey of attention", 2: "A survey on attention", 3: "A survey with attention"}
    with index_of(tmp_path / "index", titles) as index:
        assert ranked(index, "survey of attention ")[0] == 1
        assert ranked(index, "survey on attention ")[0] == 2
        assert ranked(index, "survey with attention ")[0] == 3


def test_a_query_of_only_common_words_finds_all_and_those_titles_first(tmp_path: Path) -> None:
    titles = {1: "To be with us", 2: "Bees"}
    with index_of(tmp_path / "index", titles) as index:
        found = index.search(parse("to be "))[:]
        assert len(found) == 202
        assert found[0] == 1


def test_only_the_best_of_many_are_looked_at(tmp_path: Path) -> None:
    """More papers than can gain are still all there, and the title that was typed is first."""
    titles = {n: f"Graph of networks {n}" for n in range(1, 2 * CANDIDATES)}
    titles[7] = "Graph networks"
    with index_of(tmp_path / "index", titles) as index:
        found = ranked(index, "graph networks ")
        assert sorted(found) == sorted(titles)
        assert found[0] == 7


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Titles of few words, in two segments, with deletions."""
    index = Index.create(tmp_path_factory.mktemp("promoting") / "index")
    titles = [f"{WORDS[n * 7 % 50]} {WORDS[n * 11 % 47]} {WORDS[n % 43]}" for n in range(90)]
    papers = [(n, {"title": title, "note": titles[n // 2]}) for n, title in enumerate(titles)]
    index.build(papers[:60])
    index.update([3, 4], papers[60:])
    yield index
    index.close()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from((*WORDS, "-tide", "title:model", "OR", '"art"')), max_size=5))
def test_titles_change_the_order_and_never_what_is_found(some: Index, words: list[str]) -> None:
    query = parse(" ".join(words))
    plain = some.search(query, by_title=False).scores()
    promoted = some.search(query).scores()
    assert set(promoted) == set(plain)
    assert all(promoted[n] >= plain[n] - 1e-6 for n in plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deep sea ", [(0, False), (1, False)]),
        ("deep sea", [(0, False), (1, False)]),
        ("the deep ", [(0, True), (1, False)]),
        ("deep s", []),  # too short to look up, and a word alone says little
        ("self-attention map ", [(0, False), (1, False), (2, False)]),
        ("title:deep sea ", [(0, False), (1, False)]),
        ("note:deep sea ", []),
        ("deep OR sea ", []),
        ("deep -cold sea is:read ", [(0, False), (1, False)]),
        ("is:read", []),
        ("", []),
        ("word " * 50, [(at, False) for at in range(12)]),
    ],
)
def test_the_words_of_a_query_are_told_as_a_title_has_them(
    text: str, expected: list[tuple[int, bool]]
) -> None:
    found: tuple[Said, ...] = said(parse(text))
    assert [(one.position, one.common) for one in found] == expected
