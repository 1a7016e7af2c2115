"""The query language, read without a library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Filter, NotUnderstood, Sort
from reader.search.parsing import FILTERS, HAVING, STATES, parse, without_filters
from reader.search.query import And, Clause, Match, Node, Not, Or

_ANYTHING = st.text(st.characters(exclude_categories=()))
_SIGNS = ('"', "-", ":", " ", "\t", "*", "(", ")", "/", "~", "a", "Ünï", "C++", " OR ", "OR")
_NAMES = ("is:", "tag:", "title:", "year:", "added:", "sort:", "2020..", "-(", "title:(", "has:pdf")
PIECES = st.lists(st.sampled_from((*_SIGNS, *_NAMES)) | _ANYTHING).map("".join)


@given(PIECES)
def test_no_text_raises(text: str) -> None:
    query = parse(text)
    assert bool(query) == bool(query.clauses() or query.filters())


@given(PIECES)
def test_nothing_that_was_typed_goes_unmentioned(text: str) -> None:
    """Each letter or digit is in a clause, a filter, or among what was not understood."""
    query = parse(text)
    parts = [clause.text + clause.field for clause in query.clauses()]
    parts += [condition.field + condition.value for condition in query.filters()]
    parts += [part.text for part in query.not_understood]
    parts += ["sort", query.sort or "", "OR", "authors title"]
    mentioned = "".join(parts).lower()
    assert {letter for letter in text.lower() if letter.isalnum()} <= set(mentioned)


@given(PIECES)
def test_what_is_not_understood_is_where_it_says(text: str) -> None:
    for part in parse(text).not_understood:
        assert text[part.start : part.end] == part.text
        assert part.text.strip()


PHRASE = Match.PHRASE


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("two words ", [Clause("two"), Clause("words")]),
        ("half typ", [Clause("half"), Clause("typ", typing=True)]),
        ('"a phrase"', [Clause("a phrase", match=PHRASE)]),
        ('"half a phr', [Clause("half a phr", match=PHRASE, typing=True)]),
        ("title:deep ", [Clause("deep", "title")]),
        ("TITLE:deep ", [Clause("deep", "title")]),
        ('title:"deep sea"', [Clause("deep sea", "title", PHRASE)]),
        ("authors:tide ", [Clause("tide", "authors")]),
        ("note:mine abstract:theirs ", [Clause("mine", "note"), Clause("theirs", "abstract")]),
        ("unknown:word ", [Clause("unknown word")]),
        ("self-attention ", [Clause("self-attention")]),
        ("title:", [Clause("title:", typing=True)]),
        ("wor*d", [Clause("wor*d", match=Match.WILDCARD)]),
        ("title:word~ ", [Clause("word", "title", Match.FUZZY)]),
        ("C++ ", [Clause("C++")]),
        ("a AND b ", [Clause("a"), Clause("b")]),
        ("", []),
        ("   ", []),
        ("-", []),
        ('"', []),
        ('""', []),
        ("()", []),
        ("OR", []),
    ],
)
def test_words(text: str, clauses: list[Clause]) -> None:
    assert parse(text).clauses() == clauses


A, B, C = Clause("a"), Clause("b"), Clause("c")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("a ", A),
        ("a b ", And((A, B))),
        ("a OR b ", Or((A, B))),
        ("a b OR c ", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("(a", Clause("a", typing=True)),
        ("((a ) ", A),
        ("a )b ", And((A, B))),
        ("a OR ", A),
        ("OR a ", A),
        ("-a ", Not(A)),
        ("--a ", Not(A)),
        ('-"a b"', Not(Clause("a b", match=PHRASE))),
        ("-(a b )", Not(And((A, B)))),
        ("title:(a OR b )", Or((Clause("a", "title"), Clause("b", "title")))),
        ("-title:(a )", Not(Clause("a", "title"))),
        ("title:(author:a b )", And((Clause("a", "authors"), Clause("b", "title")))),
        ("is:read OR a ", Or((Filter("is", "read"), A))),
        ("-is:read a ", And((Not(Filter("is", "read")), A))),
    ],
)
def test_how_parts_are_joined(text: str, root: Node) -> None:
    assert parse(text).root == root


def test_a_pasted_page_is_read_in_part() -> None:
    query = parse("word " * 5000)
    assert len(query.clauses()) == 100
    assert parse("(" * 100_000 + "a ").root == A


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        *((f"is:{state}", Filter("is", state)) for state in STATES),
        *((f"has:{what.upper()} ", Filter("has", what)) for what in HAVING),
        ("tag:nlp ", Filter("tag", "nlp")),
        ("tag:#nlp/long ", Filter("tag", "nlp/long")),
        ("tag:nl", Filter("tag", "nl*")),
        ('tag:"two words"', Filter("tag", "two words")),
        ("year:2023", Filter("year", "2023")),
        ("year:2020..2024", Filter("year", "2020..2024")),
        ("year:2020..", Filter("year", "2020..")),
        ("year:..1999", Filter("year", "..1999")),
        ("added:7d", Filter("added", "7d")),
        ("added:TODAY", Filter("added", "today")),
        ("added:2024-05", Filter("added", "2024-05")),
        ("added:2024-05-01..2024-06", Filter("added", "2024-05-01..2024-06")),
        ("venue:neurips", Filter("venue", "neurips")),
        ('digest:"Daily papers"', Filter("digest", "Daily papers")),
        ("arxiv:2401.00001", Filter("arxiv", "2401.00001")),
        ("doi:10.1000/182", Filter("doi", "10.1000/182")),
    ],
)
def test_filters(text: str, condition: Filter) -> None:
    assert parse(text).root == condition


def test_sorting() -> None:
    assert parse("a sort:year ").sort is Sort.YEAR
    assert parse("a sort:year ").root == A
    assert parse("a ").sort is None


@pytest.mark.parametrize(
    "text",
    [
        "is:strange",
        "!!!",
        "--",
        "is:",
        "tag:#",
        "year:soon",
        "year:..",
        "sort:size",
        "added:..",
        ")",
    ],
)
def test_what_makes_no_sense_is_said(text: str) -> None:
    query = parse(text)
    assert query.not_understood == (NotUnderstood(text, 0, len(text)),) or query.clauses()


@pytest.mark.parametrize(
    ("text", "wider", "left_out"),
    [
        ("tides", "tides", ()),
        ("tides is:read", "tides", ("is",)),
        ("year:1999 tides -tag:sea  stripes", "tides stripes", ("year", "tag")),
        ("tides AND is:read AND is:starred", "tides", ("is",)),
        ('is:read title:"two  tides"', 'title:"two  tides"', ("is",)),
        ('tides tag:"big cats', "tides", ("tag",)),
        ("is:read", "", ("is",)),
        # What is no filter is not left out, nor what only says which of several papers.
        ("tides year:soon", "tides year:soon", ()),
        ("tides OR is:read", "tides OR is:read", ()),
        ("tides (is:read OR is:starred)", "tides (is:read OR is:starred)", ()),
        ("(tides OR is:read) year:1999", "(tides OR is:read)", ("year",)),
        ("tides sort:year is:read", "tides sort:year", ("is",)),
    ],
)
def test_filters_are_left_out(text: str, wider: str, left_out: tuple[str, ...]) -> None:
    assert without_filters(text) == (wider, left_out)


@given(PIECES)
def test_without_filters_the_words_are_the_same(text: str) -> None:
    wider, left_out = without_filters(text)
    before, after = parse(text), parse(wider)
    assert [clause.text for clause in after.clauses()] == [one.text for one in before.clauses()]
    assert after.sort == before.sort
    assert set(left_out) <= FILTERS.keys()
    assert len(after.filters()) < len(before.filters()) if left_out else wider == text
