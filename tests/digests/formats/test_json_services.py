"""CSL-JSON, Semantic Scholar, OpenAlex and OpenReview."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.digests.formats.facts import facts, links, of_text

CSL = [
    {
        "id": "tide24", "type": "article-journal", "title": "Anemones <i>in</i> the bay",
        "author": [{"family": "Tide", "given": "Ada"},
                   {"family": "Reef", "given": "Bruno", "non-dropping-particle": "von", "suffix": "Jr."},
                   {"literal": "Bay, Reef and Co."}],
        "issued": {"date-parts": [["2024", 3, 1]]}, "container-title": "Slow Animals",
        "DOI": "10.5555/ANEMONES", "PMID": "7", "URL": "https://example.org/a", "abstract": "They attend.",
        "keyword": "tides, sea", "annote": "Mine.",
    },
    {"id": 2, "type": "paper-conference", "title": "Bridges", "author": [{"family": "Span"}],
     "issued": {"raw": "May 2023"}, "URL": "https://arxiv.org/abs/2301.00002"},
    {"id": "cloud", "type": "report", "title": "", "issued": None},
]  # fmt: skip
S2 = {
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
OPENALEX = {
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
OPENREVIEW = {
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

EXPECTED: dict[str, tuple[Any, list[tuple[Any, ...]]]] = {
    "csl-json": (
        CSL,
        [
            (
                "Anemones in the bay",
                ("Ada Tide", "Bruno von Reef, Jr.", "Bay, Reef and Co."),
                2024,
                "Slow Animals",
                ("doi:10.5555/anemones", "PMID:7"),
            ),
            ("Bridges", ("Span",), 2023, "", ("arXiv:2301.00002",)),
            ("cloud", (), None, "", ()),
        ],
    ),
    "semantic-scholar": (
        S2,
        [
            (
                "Anemones",
                ("Ada Tide", "Bruno Reef"),
                2024,
                "Slow Animals",
                ("arXiv:2401.00001", "doi:10.5555/anemones", "s2:" + "a" * 40, "CorpusID:77"),
            ),
            ("Bridges", (), 2023, "", ("s2:" + "b" * 40,)),
            ("Clouds", (), 2021, "", ()),
        ],
    ),
    "openalex": (
        OPENALEX,
        [
            (
                "Anemones",
                ("Ada Tide",),
                2024,
                "Slow Animals",
                ("doi:10.5555/anemones", "arXiv:2401.00001"),
            ),
            ("Bridges", (), 2023, "", ()),
            ("https://openalex.org/W3", (), None, "", ()),
        ],
    ),
    "openreview": (
        OPENREVIEW,
        [
            (
                "Anemones",
                ("Ada Tide", "Bruno Reef"),
                2024,
                "Crossings 2024",
                ("OpenReview:abcDEF123_",),
            ),
            ("Bridges", ("Chloe Span",), 2023, "", ("OpenReview:bridges12",)),
            ("https://openreview.net/forum?id=clouds123", (), None, "", ("OpenReview:clouds123",)),
        ],
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_record(name: str) -> None:
    document, expected = EXPECTED[name]
    digest = of_text(json.dumps(document), "x.json")
    assert digest.format == name
    assert [facts(entry) for entry in digest.entries] == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_a_document_that_was_cut_gives_what_is_whole(name: str) -> None:
    text = json.dumps(EXPECTED[name][0])
    digest = of_text(text[: text.index("Bridges")])
    assert digest.format == name
    assert facts(digest.entries[0]) == EXPECTED[name][1][0]
    assert "cut off" in digest.warnings[0].message


@pytest.mark.parametrize(
    ("name", "kind", "url"),
    [
        ("csl-json", "other", "https://example.org/a"),
        ("semantic-scholar", "pdf", "https://example.org/a.pdf"),
        ("openalex", "pdf", "https://e.org/a.pdf"),
        ("openreview", "pdf", "https://openreview.net/pdf/x.pdf"),
    ],
)
def test_abstracts_and_links(name: str, kind: str, url: str) -> None:
    first = of_text(json.dumps(EXPECTED[name][0])).entries[0]
    assert first.abstract.startswith("They attend")
    assert links(first)[kind] == url


def test_marks_and_snippets() -> None:
    marks = of_text(json.dumps(CSL)).entries[0].marks
    assert (marks.tags, marks.note) == (("tides", "sea"), "Mine.")
    assert of_text(json.dumps(S2)).entries[1].snippet == "It sways less."
    assert of_text(json.dumps(OPENREVIEW)).entries[1].snippet == "It sways."
