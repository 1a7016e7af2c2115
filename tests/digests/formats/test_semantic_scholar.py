"""Answers of Semantic Scholar's API."""

from __future__ import annotations

import json

from tests.digests.formats.facts import facts, links, of_cut_json, of_text

DOCUMENT = {
    "data": [
        {"paperId": "a" * 40, "title": "Anemones", "abstract": "They attend.", "year": 2024,
         "externalIds": {"ArXiv": "2401.00001", "DOI": "10.5555/anemones", "CorpusId": 77},
         "authors": [{"name": "Ada Tide"}, {"name": "Bruno Reef"}], "venue": "Slow Animals",
         "openAccessPdf": {"url": "https://example.org/a.pdf"}},
        {"citingPaper": {"paperId": "b" * 40, "title": "Bridges", "year": 2023, "authors": None,
                         "tldr": {"text": "It sways less."}}},
        {"paperId": None, "title": "Clouds", "publicationDate": "2021-05-01"},
    ]
}  # fmt: skip
EXPECTED = [
    (
        "Anemones",
        ("Ada Tide", "Bruno Reef"),
        2024,
        "Slow Animals",
        ("arXiv:2401.00001", "doi:10.5555/anemones", "s2:" + "a" * 40, "CorpusID:77"),
    ),
    ("Bridges", (), 2023, "", ("s2:" + "b" * 40,)),
    ("Clouds", (), 2021, "", ()),
]


def test_every_record() -> None:
    digest = of_text(json.dumps(DOCUMENT), "x.json")
    assert digest.format == "semantic-scholar"
    assert [facts(entry) for entry in digest.entries] == EXPECTED


def test_a_document_that_was_cut_gives_what_is_whole() -> None:
    digest = of_cut_json(DOCUMENT, "Bridges")
    assert digest.format == "semantic-scholar"
    assert facts(digest.entries[0]) == EXPECTED[0]
    assert "cut off" in digest.warnings[0].message


def test_abstracts_links_and_more() -> None:
    first, second, *_ = of_text(json.dumps(DOCUMENT)).entries
    assert first.abstract.startswith("They attend")
    assert links(first)["pdf"] == "https://example.org/a.pdf"
    assert second.snippet == "It sways less."
