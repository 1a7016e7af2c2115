"""The query language, read without a library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Filter
from reader.search.query import STATES, Clause, parse

_ANYTHING = st.text(st.characters(exclude_categories=()))
_PIECES = st.lists(
    st.sampled_from(['"', "-", ":", "is:", "tag:", "title:", " ", "\t", "a", "Ünï", "*", "(", "/"])
    | _ANYTHING
).map("".join)


@given(_PIECES)
def test_no_text_raises(text: str) -> None:
    query = parse(text)
    assert bool(query) == bool(query.clauses or query.filters)


@given(_PIECES)
def test_nothing_that_was_typed_goes_unmentioned(text: str) -> None:
    """Each letter or digit is in a clause, a filter, or among what was not understood."""
    query = parse(text)
    parts = [clause.text + clause.field for clause in query.clauses]
    parts += [condition.field + condition.value for condition in query.filters]
    mentioned = "".join((*parts, *query.not_understood)).lower()
    left = {letter for letter in text.lower() if letter.isalnum()} - set(mentioned)
    assert left <= set("authors")  # `author:` is the field authors, and so on


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("two words ", [Clause("two"), Clause("words")]),
        ("half typ", [Clause("half"), Clause("typ", typing=True)]),
        ('"a phrase"', [Clause("a phrase", phrase=True)]),
        ('"half a phr', [Clause("half a phr", phrase=True, typing=True)]),
        ("-not ", [Clause("not", negated=True)]),
        ('-"not this"', [Clause("not this", negated=True, phrase=True)]),
        ("title:deep ", [Clause("deep", "title")]),
        ("TITLE:deep ", [Clause("deep", "title")]),
        ('title:"deep sea"', [Clause("deep sea", "title", phrase=True)]),
        ("-author:tide ", [Clause("tide", "authors", negated=True)]),
        ("authors:tide ", [Clause("tide", "authors")]),
        ("note:mine abstract:theirs ", [Clause("mine", "note"), Clause("theirs", "abstract")]),
        ("unknown:word ", [Clause("unknown word")]),
        ("self-attention ", [Clause("self-attention")]),
        ("", []),
        ("   ", []),
        ("-", []),
        ('"', []),
        ('""', []),
        ("title:", [Clause("title:", typing=True)]),
    ],
)
def test_words(text: str, clauses: list[Clause]) -> None:
    assert list(parse(text).clauses) == clauses


@pytest.mark.parametrize("state", STATES)
def test_states(state: str) -> None:
    assert parse(f"is:{state}").filters == (Filter("is", state),)
    assert parse(f"-is:{state.upper()} ").filters == (Filter("is", state, negated=True),)


def test_tags() -> None:
    assert parse("tag:nlp ").filters == (Filter("tag", "nlp"),)
    assert parse("tag:#nlp/long ").filters == (Filter("tag", "nlp/long"),)
    assert parse("tag:nl").filters == (Filter("tag", "nl*"),), "a tag being typed is a beginning"
    assert parse('-tag:"two words"').filters == (Filter("tag", "two words", negated=True),)


@pytest.mark.parametrize("text", ["is:strange", "!!!", "--", "is:", "tag:#"])
def test_what_makes_no_sense_is_said(text: str) -> None:
    query = parse(text)
    assert query.not_understood == (text,) or query.clauses
