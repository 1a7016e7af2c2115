"""Texts of papers for property tests: odd letters, and the words that the analysis treats apart."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.search.weighting import FIELDS

ANY_LETTERS = st.text(st.characters(exclude_categories=()), max_size=6)
"""Any Unicode, halves of pairs (surrogates) too."""
_WORDS = (
    "the", "The", "of", "a", "model", "Models", "modelling", "attention", "self", "self-attention",
    "selfattention", "state-of-the-art", "a-b-c-d-e-f", "-a-", "a--b", "GPT-4", "gpt4", "k-NN",
    "C", "C++", "C#", "c#x", "F#_", "c++11", "x+y", "α", "Ω", "α-stable", "alpha", "λ", "ς",
    "深度学习", "深", "GPT深度4", "かな", "한국어", "深度-学习", "naïve", "nai\u0308ve", "\u0308",
    "a\u0301-\u0308b", "Łódź", "ﬁne", "ǅ", "İstanbul", "ß", "straße", "\ud800", "a\udfff", "\x00",
    "x_y", "3d", "1.5", "10.1/x", "a\u2010b", "a\u2011b", "don't", "x" * 70, "y" * 64, "y" * 63,
    "é" * 70, "深" * 70, "-".join("ab" * 20), "\n", "…", "🙂", "²", "½", "٣", "Ⅷ", "¼-a",
)  # fmt: skip
_BETWEEN = st.sampled_from((" ", " ", " ", "", "-", "\n", ", ", "_", ".", "+", "#", "\u2010"))
TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS) | ANY_LETTERS, _BETWEEN), max_size=12).map(
    lambda pieces: "".join(word + sign for word, sign in pieces)
)
PAPERS = st.lists(
    st.fixed_dictionaries({}, optional={field.name: TEXTS for field in FIELDS}), max_size=6
)
"""Papers as the text of their fields; some fields are missing, some empty."""
