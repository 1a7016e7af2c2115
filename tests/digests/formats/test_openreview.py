"""Answers of OpenReview's API."""

from __future__ import annotations

import json

from tests.digests.formats.facts import facts, links, of_cut_json, of_text

DOCUMENT = {
    "notes": [
        {"id": "abcDEF123_", "forum": "abcDEF123_", "pdate": 1704067200000, "content": {
            "title": {"value": "Anemones"}, "authors": {"value": ["Ada Tide", "Bruno Reef"]},
            "abstract": {"value": "They attend."}, "venue": {"value": "Crossings 2024"},
            "pdf": {"value": "/pdf/x.pdf"}}},
        {"id": "review", "forum": "abcDEF123_", "replyto": "abcDEF123_", "content": {"review": "Good."}},
        {"id": "bridges12", "forum": "bridges12", "cdate": 1672531200000, "content": {
            "title": "Bridges", "authors": ["Chloe Span"], "TL;DR": "It sways."}},
        {"id": "clouds123", "forum": "clouds123", "content": {}},
    ]
}  # fmt: skip
EXPECTED = [
    (
        "Anemones",
        ("Ada Tide", "Bruno Reef"),
        2024,
        "Crossings 2024",
        ("OpenReview:abcDEF123_",),
    ),
    ("Bridges", ("Chloe Span",), 2023, "", ("OpenReview:bridges12",)),
    ("https://openreview.net/forum?id=clouds123", (), None, "", ("OpenReview:clouds123",)),
]


def test_every_record() -> None:
    digest = of_text(json.dumps(DOCUMENT), "x.json")
    assert digest.format == "openreview"
    assert [facts(entry) for entry in digest.entries] == EXPECTED


def test_a_document_that_was_cut_gives_what_is_whole() -> None:
    digest = of_cut_json(DOCUMENT, "Bridges")
    assert digest.format == "openreview"
    assert facts(digest.entries[0]) == EXPECTED[0]
    assert "cut off" in digest.warnings[0].message


def test_abstracts_links_and_more() -> None:
    first, second, *_ = of_text(json.dumps(DOCUMENT)).entries
    assert first.abstract.startswith("They attend")
    assert links(first)["pdf"] == "https://openreview.net/pdf/x.pdf"
    assert second.snippet == "It sways."
