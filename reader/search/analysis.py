"""How text becomes terms: the same chain for papers, notes and queries.

Words are lowered, freed of accents and stemmed. A word goes into the index in its own form and as
its stem, at one position, so that a half-typed word finds it by its form and a finished one by its
stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from whoosh.analysis import (
    CharsetFilter,
    Composable,
    Filter,
    LowercaseFilter,
    RegexTokenizer,
    StopFilter,
    Token,
)
from whoosh.lang.porter import stem
from whoosh.support.charset import accent_map

# Letters and digits of any script; an underscore joins nothing.
_WORD = re.compile(r"[^\W_]+")
_STOP_WORDS = frozenset(
    {
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "this",
        "to",
        "we",
        "with",
    }
)


class FormAndStem(Filter):  # type: ignore[misc]
    """Passes each word on in its own form and, where it differs, as its Porter stem."""

    def __call__(self, tokens: Iterator[Token]) -> Iterator[Token]:  # noqa: D102
        for token in tokens:
            form = token.text
            yield token
            stemmed = stem(form)
            if stemmed != form:
                token.text = stemmed
                yield token


def _words() -> Composable:
    return RegexTokenizer(_WORD) | LowercaseFilter() | CharsetFilter(accent_map)


FORMS = _words() | StopFilter(_STOP_WORDS, minsize=1)
INDEXED = FORMS | FormAndStem()
_ALL_FORMS = _words()


def forms(text: str, *, keep_stop_words: bool = False) -> list[str]:
    """The words of a text as they are compared, unstemmed; very common ones left out."""
    chain: Any = _ALL_FORMS if keep_stop_words else FORMS
    return [token.text for token in chain(text)]


def stems(text: str) -> list[str]:
    """The stems of the words of a text; very common words left out."""
    return [stem(form) for form in forms(text)]


def spans(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Each word's form and stem, and where it starts and ends in the text."""
    for token in _ALL_FORMS(text, chars=True):
        yield token.text, stem(token.text), token.startchar, token.endchar
