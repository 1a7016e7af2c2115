"""What a few letters may mean among the tags that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.paper.tag_names import MOST, completions

KNOWN = {
    "nlp": 9,
    "nlp/long-context": 4,
    "nlp/tokens": 7,
    "vision/video": 2,
    "longevity": 1,
    "to read slowly": 3,
    "annals": 1,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nl", ["nlp", "nlp/tokens", "nlp/long-context"]),
        ("NLP/", ["nlp/tokens", "nlp/long-context"]),
        ("long", ["longevity", "nlp/long-context"]),
        ("n/lo", ["nlp/long-context"]),
        ("#vid", ["vision/video"]),
        ("context", ["nlp/long-context"]),
        ("slow", ["to read slowly"]),
        ("nna", ["annals"]),
        ("", ["nlp", "nlp/tokens", "nlp/long-context", "to read slowly", "vision/video"]),
        ("zebra", []),
    ],
)
def test_the_most_likely_comes_first(text: str, expected: list[str]) -> None:
    assert completions(text, KNOWN)[: len(expected) or 1] == expected


def test_what_is_there_already_is_not_offered() -> None:
    assert completions("nlp", KNOWN, ("nlp", "nlp/tokens")) == ["nlp/long-context"]


names = st.text("abAB/ -ß", min_size=1, max_size=8)


@given(st.text("abAB/ -#ß", max_size=5), st.dictionaries(names, st.integers(1, 9), max_size=30))
def test_each_name_is_offered_once_and_every_name_is_found_by_itself(
    text: str, known: dict[str, int]
) -> None:
    found = completions(text, known)
    assert len(found) == len(set(found)) <= MOST
    assert set(found) <= set(known)
    for name in known:
        if name.strip().removeprefix("#") == name:
            assert name in completions(name, {name: known[name]})
