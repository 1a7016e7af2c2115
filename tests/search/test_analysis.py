"""How text becomes terms, and that the ways which are fast or Whoosh's give the same ones."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.search.analysis import PaperTokenizer, Token, chunks, fold, tokens
from tests.search.texts import ANY_LETTERS, TEXTS


def meaning(text: str) -> list[Token]:
    return [token for token, _ in tokens(text)]


def in_plain_letters(text: str) -> str:
    return text.encode("ascii", "replace").decode("ascii")


@settings(max_examples=300, deadline=None)
@given(TEXTS | ANY_LETTERS | TEXTS.map(in_plain_letters) | st.text(st.characters(codec="ascii")))
@example("c#_x")
@example("F#_ is")
def test_the_pieces_of_a_text_have_its_tokens(text: str) -> None:
    """Pieces are in small letters, which changes where a word starts in none of its tokens."""
    pieces = [token for piece in chunks(text) for token in meaning(piece)]
    assert [token.terms() for token in pieces] == [token.terms() for token in meaning(text)]
    assert [token.common_terms() for token in pieces] == [
        token.common_terms() for token in meaning(text)
    ]
    assert [token.positions for token in pieces] == [token.positions for token in meaning(text)]


@pytest.mark.parametrize("of_titles", [False, True])
@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_whoosh_is_told_the_terms_of_each_token(text: str, of_titles: bool) -> None:
    expected, at = [], 0
    for token, start in tokens(text):
        terms = token.terms() + (token.common_terms() if of_titles else [])
        expected += [(term, at + position, start) for position, term in terms]
        at += token.positions
    told = PaperTokenizer(of_titles=of_titles)(text, mode="index")
    assert [(one.text, one.pos, one.startchar) for one in told] == expected


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_words_stand_where_they_say_and_in_order(text: str) -> None:
    ends = [0]
    for token, at in tokens(text):
        for word in token.words:
            start, end = at + word.start, at + word.end
            assert fold(text[start:end]).startswith(word.form[:1])
            # Pairs of letters overlap; other words do not.
            assert ends[-1] - 1 <= start < end <= len(text)
            ends.append(end)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_terms_are_of_the_positions_of_their_token(text: str) -> None:
    for token in meaning(text):
        terms = token.terms() + token.common_terms()
        assert all(0 <= position < token.positions for position, _ in terms)
        assert len(set(terms)) == len(terms)
        assert all(term for _, term in terms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("models", ["models", "model"]),
        ("model", ["model"]),
        ("the", []),
        ("self-attention", ["self", "attention", "attent", "selfattention", "selfattent",
                            "self-attention"]),
        ("state-of-the-art", ["state", "art", "stateoftheart"]),
        ("C++", ["c++"]),
        ("C# and C", ["c#", "c"]),
        ("α-stable", ["alpha", "stable", "stabl", "alphastable", "alphast", "alpha-stable"]),
        ("深度学", ["深度", "度学", "学"]),
        ("Łódź naïve", ["lodz", "naive", "naiv"]),
    ],
)  # fmt: skip
def test_terms_of(text: str, expected: list[str]) -> None:
    assert [term for token in meaning(text) for _, term in token.terms()] == expected
