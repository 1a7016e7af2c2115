"""What the search field offers while a query is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.library import Library
from reader.model import Completion, Entry, PaperFields
from tests.libraries.papers import digest, entry


def labels(library: Library, text: str) -> list[str]:
    """What is offered where ``|`` stands in the text."""
    cursor = text.index("|") if "|" in text else len(text)
    return [one.label for one in library.completions(text.replace("|", ""), cursor)]


def accepted(library: Library, text: str, at: int = 0) -> str:
    """The text once a completion is taken."""
    cursor = text.index("|") if "|" in text else len(text)
    text = text.replace("|", "")
    one = library.completions(text, cursor)[at]
    return text[: one.start] + one.replacement + text[one.end :]


def test_names_of_fields(library: Library) -> None:
    assert labels(library, "ta") == ["tag:"]
    assert labels(library, "slow -AU") == ["author:"]
    assert labels(library, "(ti") == ["title:"]
    assert accepted(library, "slow -au") == "slow -author:"
    for text in ("", "t", "tagged", "slow ", '"ta', "tag|s", "42"):
        assert labels(library, text) == ([] if text != "tag|s" else ["tag:"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is:un", ["unread"]),
        ("is:re", ["read", "reading"]),
        ("has:", ["note", "highlight", "todo", "code", "pdf", "abstract"]),
        ("sort:re", ["relevance"]),
        ("added:y", ["yesterday"]),
        ("is:x", []),
        ("strange:x", []),
        ("title:an", []),
    ],
)
def test_values_that_are_always_the_same(library: Library, text: str, expected: list[str]) -> None:
    assert labels(library, text) == expected


def test_values_from_the_library(sample: Library) -> None:
    sample.add_tags([1, 2], ["sea/life"])
    sample.add_tags([3], ["weather"])
    assert labels(sample, "tag:") == ["sea/life", "weather"]
    assert labels(sample, "tag:li") == ["sea/life"]
    assert labels(sample, "tag:#SEA") == ["sea/life"]
    assert labels(sample, "author:") == ["Ada Tide", "Bruno Reef", "Chloë Span", "Dmitri Cumulus"]
    assert labels(sample, "author:chloe") == ["Chloë Span"]
    assert labels(sample, "authors:CUM") == ["Dmitri Cumulus"]
    assert labels(sample, "venue:pro") == ["Proceedings of Crossings"]
    assert labels(sample, "digest:inv") == ["Trending inventions"]
    assert labels(sample, "year:") == ["2025", "2024", "2023", "2022"]
    assert labels(sample, "year:2024") == ["2024"]


def test_the_part_at_the_cursor_is_replaced(sample: Library) -> None:
    assert sample.completions("is:read author:re end", 17) == [
        Completion('"Bruno Reef"', 15, 17, "Bruno Reef")
    ]
    assert accepted(sample, "-author:ad") == '-author:"Ada Tide"'
    assert accepted(sample, 'author:"ada t') == 'author:"Ada Tide"'
    assert accepted(sample, 'author:"ad|a x" slow') == 'author:"Ada Tide" slow'
    assert accepted(sample, "is:un|x slow") == "is:unread slow"
    assert accepted(sample, "(author:ad|)") == '(author:"Ada Tide")'
    assert labels(sample, 'author:"Ada Tide"') == []
    assert labels(sample, 'author:"Ada Tide" ') == []


def test_what_is_taken_is_understood(library: Library) -> None:
    titles = ('The "best" of (May)', '"Quoted" from the start', "Week #7; a, b")
    for title in titles:
        library.import_digest(digest([f"Paper of {title}"], title=title))
    for at in range(3):
        found = library.search(accepted(library, "digest:", at))
        assert (found.total, found.not_understood) == (1, ())


def many(count: int) -> list[Entry]:
    return [entry(f"Paper number {n}", authors=(f"Ann A{n:02}",)) for n in range(count)]


def test_no_more_than_twelve(library: Library) -> None:
    library.import_digest(digest(many(30)))
    assert labels(library, "author:a")[0] == "Ann A00"
    assert len(labels(library, "author:a")) == 12


def test_new_names_are_known_and_gone_ones_forgotten(
    sample: Library, open_library: Callable[..., Library]
) -> None:
    assert labels(sample, "author:zo") == labels(sample, "venue:zo") == []
    paper = sample.paper(3)
    fields = PaperFields(paper.title, ("Zoë Marsh", "Ada Tide"), paper.year, "Zoology")
    sample.edit_paper(3, fields)
    assert labels(sample, "author:zo") == ["Zoë Marsh"]
    assert labels(sample, "author:cumu") == []
    assert labels(sample, "venue:zo") == ["Zoology"]
    other = open_library()
    other.edit_paper(3, replace(fields, authors=("Xu Li",)))
    sample.notice_others()
    assert (labels(sample, "author:zo"), labels(sample, "author:xu")) == ([], ["Xu Li"])
    sample.undo()
    assert labels(sample, "author:zo") == ["Zoë Marsh"]
