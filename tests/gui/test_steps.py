"""Words and sentences, and steps between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.highlights.steps import Marked, extended, sentences, stepped, words


def cut(text: str, places: tuple[tuple[int, int], ...]) -> list[str]:
    units = text.encode("utf-16-le", "surrogatepass")
    return [units[2 * a : 2 * b].decode("utf-16-le", "surrogatepass") for a, b in places]


def test_words_and_sentences_of_several_scripts() -> None:
    text = "We show that 𝛼-models (S4) win.  They do!\n他们提出了模型。很好。"
    assert cut(text, words(text))[:8] == ["We", "show", "that", "𝛼", "models", "S4", "win", "They"]
    assert cut(text, sentences(text)) == [
        "We show that 𝛼-models (S4) win.",
        "They do!",
        "他们提出了模型。",
        "很好。",
    ]


@given(st.text(max_size=80))
def test_they_are_in_order_and_none_is_empty(text: str) -> None:
    for places in (words(text), sentences(text)):
        ends = [end for place in places for end in place]
        assert ends == sorted(ends)
        assert all(piece.strip() for piece in cut(text, places))


WORDS = ((0, 2), (3, 8), (9, 12), (13, 20))


@pytest.mark.parametrize(
    ("marked", "by", "expected"),
    [
        (Marked(0, 2), 1, Marked(3, 8)),
        (Marked(13, 20), 1, None),
        (Marked(0, 2), -1, None),
        (Marked(0, 12), 1, Marked(0, 2)),
        (Marked(0, 12), -1, Marked(9, 12)),
        (Marked(4, 5), 1, Marked(3, 8)),
        (Marked(2, 3), 1, Marked(3, 8)),
    ],
)
def test_steps(marked: Marked, by: int, expected: Marked | None) -> None:
    assert stepped(WORDS, marked, by) == expected


@given(st.lists(st.sampled_from([1, -1]), max_size=12), st.sampled_from(WORDS))
def test_a_selection_grows_and_shrinks_by_whole_words(
    steps: list[int], begun: tuple[int, int]
) -> None:
    marked, fresh = Marked(*begun), True
    for by in steps:
        before = marked
        marked = extended(WORDS, marked, by, fresh=fresh)
        fresh = False
        edges = {*begun, *(start for start, _ in WORDS), *(end for _, end in WORDS)}
        assert {marked.fixed, marked.moving} <= edges
        if by > 0:
            assert marked.end >= before.end or marked.start > before.start
        else:
            assert marked.start <= before.start or marked.end < before.end
