"""CSL-JSON."""

from __future__ import annotations

import json

from tests.digests.formats.facts import facts, links, of_cut_json, of_text

DOCUMENT = [
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
EXPECTED = [
    (
        "Anemones in the bay",
        ("Ada Tide", "Bruno von Reef, Jr.", "Bay, Reef and Co."),
        2024,
        "Slow Animals",
        ("doi:10.5555/anemones", "PMID:7"),
    ),
    ("Bridges", ("Span",), 2023, "", ("arXiv:2301.00002",)),
    ("cloud", (), None, "", ()),
]


def test_every_record() -> None:
    digest = of_text(json.dumps(DOCUMENT), "x.json")
    assert digest.format == "csl-json"
    assert [facts(entry) for entry in digest.entries] == EXPECTED


def test_a_document_that_was_cut_gives_what_is_whole() -> None:
    digest = of_cut_json(DOCUMENT, "Bridges")
    assert digest.format == "csl-json"
    assert facts(digest.entries[0]) == EXPECTED[0]
    assert "cut off" in digest.warnings[0].message


def test_abstracts_links_and_more() -> None:
    first, *_ = of_text(json.dumps(DOCUMENT)).entries
    assert first.abstract.startswith("They attend")
    assert links(first)["other"] == "https://example.org/a"
    assert (first.marks.tags, first.marks.note) == (("tides", "sea"), "Mine.")
