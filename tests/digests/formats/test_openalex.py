"""Answers of OpenAlex."""

from __future__ import annotations

import json

from tests.digests.formats.facts import facts, links, of_cut_json, of_text

DOCUMENT = {
    "meta": {"count": 3},
    "results": [
        {"id": "https://openalex.org/W1", "doi": "https://doi.org/10.5555/anemones", "title": "Anemones",
         "authorships": [{"author": {"display_name": "Ada Tide"}}], "publication_year": 2024,
         "abstract_inverted_index": {"attend": [1, 3], "They": [0], "and": [2]},
         "primary_location": {"source": {"display_name": "Slow Animals"}, "pdf_url": "https://e.org/a.pdf"},
         "locations": [{"landing_page_url": "https://arxiv.org/abs/2401.00001"}]},
        {"id": "https://openalex.org/W2", "display_name": "Bridges", "authorships": [],
         "publication_date": "2023-02-01", "open_access": {"is_oa": True, "oa_url": "https://e.org/b"}},
        {"id": "https://openalex.org/W3", "title": None, "authorships": "x", "cited_by_count": 1},
    ],
}  # fmt: skip
EXPECTED = [
    (
        "Anemones",
        ("Ada Tide",),
        2024,
        "Slow Animals",
        ("doi:10.5555/anemones", "arXiv:2401.00001"),
    ),
    ("Bridges", (), 2023, "", ()),
    ("https://openalex.org/W3", (), None, "", ()),
]


def test_every_record() -> None:
    digest = of_text(json.dumps(DOCUMENT), "x.json")
    assert digest.format == "openalex"
    assert [facts(entry) for entry in digest.entries] == EXPECTED


def test_a_document_that_was_cut_gives_what_is_whole() -> None:
    digest = of_cut_json(DOCUMENT, "Bridges")
    assert digest.format == "openalex"
    assert facts(digest.entries[0]) == EXPECTED[0]
    assert "cut off" in digest.warnings[0].message


def test_abstracts_links_and_more() -> None:
    first, *_ = of_text(json.dumps(DOCUMENT)).entries
    assert first.abstract.startswith("They attend")
    assert links(first)["pdf"] == "https://e.org/a.pdf"
