"""Words that people write in several ways find each other; those that only look alike do not."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.model import ListKind, PaperList
from reader.operations.searching import matches
from tests.libraries.papers import digest, entry

TEXTS = {
    1: "Self-attention in practice",
    2: "Selfattention in practice",
    3: "Self attention in practice",
    4: "Attention to the self",
    5: "GPT-4 reported",
    6: "GPT4 reported",
    7: "GPT 4 reported",
    8: "k-NN lookup",
    9: "kNN lookup",
    10: "C++ for everyone",
    11: "C for everyone",
    12: "C# for everyone",
    13: "α-stable laws",
    14: "Alpha stable laws",
    15: "深度学习方法",
    16: "学习",
    17: "Łódź: naïve Müller",
    18: "Lodz: naive Muller",
    19: "State-of-the-art baselines",
    20: "ベイズ推定の話",
    21: "한국어 모델",
    22: "Straße und Æther",
    23: "Universities of universes",
    24: "University rankings",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> object:
    with Library(tmp_path_factory.mktemp("notations") / "library") as library:
        # Titles that are as like as these would be of one paper.
        library.import_digest(digest(entry(f"Nr{n}", abstract=TEXTS[n]) for n in TEXTS))
        library.update_index()
        yield library


def found(library: Library, text: str) -> set[int]:
    result = library.search(text, literal=True)
    assert result.index_complete
    return set(result.ids)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Hyphens
        ("self-attention ", {1, 2, 3}),
        ("selfattention ", {1, 2, 3}),
        ("self attention ", {1, 2, 3, 4}),
        ('"self attention"', {1, 3}),
        ('"self-attention"', {1, 3}),
        ("self\u2010attention ", {1, 2, 3}),
        ("SELF-ATTENTION ", {1, 2, 3}),
        ("self-att", {1, 2, 3, 4}),
        ("self-", {1, 2, 3, 4}),
        ("gpt-4 ", {5, 6, 7}),
        ("gpt4 ", {5, 6, 7}),
        ("GPT 4 ", {5, 6, 7}),
        ("GPT-4", {5, 6, 7}),
        ("gpt", {5, 6, 7}),
        ("k-NN ", {8, 9}),
        ("knn ", {8, 9}),
        ("k nn ", {8, 9}),
        ("state-of-the-art ", {19}),
        ("state of the art ", {19}),
        ("stateoftheart ", {19}),
        ("state-of-the-a", {19}),
        # Signs
        ("C++ ", {10}),
        ("c++", {10}),
        ("C# ", {12}),
        ("C#", {12}),
        ("C ", {11}),
        ('"C for everyone"', {11}),
        # Greek
        ("α-stable ", {13, 14}),
        ("alpha-stable ", {13, 14}),
        ("alpha ", {13, 14}),
        ("α ", {13, 14}),
        ("alph", {13, 14}),
        # Scripts without blanks
        ("深度学习", {15}),
        ("学习", {15, 16}),
        ("学", {15, 16}),
        ("度学习方", {15}),
        ("习学", set()),
        ("方法 ", {15}),
        ("法", {15}),
        ("推定", {20}),
        ("ベイズ推", {20}),
        ("한국", {21}),
        ("한국어 ", {21}),
        ("국어", {21}),
        ("모", {21}),
        ('"한국어 모"', {21}),
        ("어한", set()),
        ("모델 ", {21}),
        ('"学习方法"', {15}),
        # Accents
        ("lodz ", {17, 18}),
        ("ŁÓDŹ ", {17, 18}),
        ("nai\u0308ve ", {17, 18}),
        ("müller ", {17, 18}),
        ("mull", {17, 18}),
        ("strasse ", {22}),
        ("straße ", {22}),
        ("aether ", {22}),
        # Stems
        ("universes ", {23, 24}),  # Porter stems both to univers
        ("universities ", {23, 24}),
        ("university ", {23, 24}),
        ("univers", {23, 24}),
    ],
)
def test_what_is_found(library: Library, text: str, expected: set[int]) -> None:
    assert found(library, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("att*", {1, 3, 4}),
        ("*attention ", {1, 2, 3, 4}),
        ("s*f ", {1, 3, 4}),
        ("uni*s*ties ", {23}),
        ("*", set()),
        ("**", set()),
        ("gpt* reported", {5, 6, 7}),
        ("abstract:univ* ", {23, 24}),
        ("note:univ* ", set()),
        ("NAÏ* ", {17, 18}),
        ("s*-at* ", {1}),
        ("深*", {15}),
    ],
)
def test_what_a_star_stands_for(library: Library, text: str, expected: set[int]) -> None:
    assert found(library, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("attenton~ ", {1, 3, 4}),
        ("atention~ ", {1, 3, 4}),
        ("attentoin~ ", {1, 3, 4}),
        ("attentions~ ", {1, 3, 4}),
        ("xttention~ ", {1, 3, 4}),
        ("attntn~ ", set()),
        ("university~ ", {24}),
        ("lodx~ ", {17, 18}),
        ("abstract:knm~ ", {8, 9}),
        ("title:knm~ ", set()),
        ("~ ", set()),
        ("学刁~ ", {15, 16}),
    ],
)
def test_what_one_typo_stands_for(library: Library, text: str, expected: set[int]) -> None:
    assert found(library, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lodz OR aether ", {17, 18, 22}),
        ("lodz OR ", {17, 18}),
        (" OR lodz ", {17, 18}),
        ("lodz or aether ", set()),
        ("everyone (c OR c# ) ", {11, 12}),
        ("everyone -(c OR c# ) ", {10}),
        ("(gpt OR attention) (4 OR practice) ", {1, 3, 5, 7}),
        ("abstract:(gpt OR lookup) ", {5, 7, 8, 9}),
        ("title:(gpt OR lookup) ", set()),
        ("-abstract:(gpt OR lookup) abstract:(reported OR lodz) ", {6, 17, 18}),
        ("((((lodz)))) ", {17, 18}),
        ("(lodz OR (aether strasse)) ", {17, 18, 22}),
        ("(lodz", {17, 18}),
        ("lodz) ", {17, 18}),
        ("gpt -reported OR lodz ", {17, 18}),
        ("everyone -c++ -c# ", {11}),
        ("--lodz abstract:muller", set()),
        ("() ", set()),
    ],
)
def test_what_or_and_brackets_mean(library: Library, text: str, expected: set[int]) -> None:
    assert found(library, text) == expected


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("深度学习 ", "深度学习 与 复习", ["深度学习"]),
        ("深度学习", "深度学习 与 复习", ["深度学习"]),
        ("深度", "在深度学习中", ["深度"]),
        ("학습", "기계학습 복습", ["학습"]),
        ("学 ", "学 习", ["学"]),
        ("习", "复习", ["习"]),
        ("第3章 ", "第3章 第3回", ["第3章", "第3"]),
        ("naïve ", "Naive and naïve", ["Naive", "naïve"]),
        ("c++ ", "C, C++ and C#", ["C++"]),
    ],
)
def test_what_is_marked(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in matches(query, "abstract", text)] == marked


def test_letters_between_others_restrict_too(library: Library) -> None:
    first = max(library.list_ids(PaperList(ListKind.ALL)), default=0)
    titles = ("第3章の終わり", "A型について", "第3回の話")
    library.import_digest(digest([entry(title) for title in titles], data=b"letters"))
    library.update_index()
    asked = {"第3章 ": {1}, "A型 ": {2}, '"第3章"': {1}, "第3 ": {1, 3}, "章 ": {1}}
    for text, expected in asked.items():
        assert found(library, text) == {first + number for number in expected}, text
