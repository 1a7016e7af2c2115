from __future__ import annotations

import json

from tests.digests.formats.facts import facts, links, of_corpus, of_text

PAPERS = [
    {
        "title": "Anemones that $\\alpha$ttend",
        "author": "Ada Tide; Bruno Reef",
        "status": "Poster",
        "abstract": "They attend.",
        "bibtex": "@inproceedings{x, year = {2024}}",
        "openreview": "https://openreview.net/forum?id=abcDEF123_",
        "pdf": "https://example.org/a.pdf",
        "github": "https://example.org/code",
    },
    {"title": "Bridges", "authors": ["Chloe Span"], "year": 3320, "venue": "Crossings", "url": ""},
    {
        "title": "Clouds",
        "authors": [{"name": "Dara Cloud"}],
        "year": "2021",
        "doi": "10.5555/clouds",
    },
]
EXPECTED = [
    ("Anemones that αttend", ("Ada Tide", "Bruno Reef"), 2024, "", ("OpenReview:abcDEF123_",)),
    ("Bridges", ("Chloe Span",), None, "Crossings", ()),
    ("Clouds", ("Dara Cloud",), 2021, "", ("doi:10.5555/clouds",)),
]


def test_a_list_and_json_lines_alike() -> None:
    for text in (json.dumps(PAPERS), "\n".join(map(json.dumps, PAPERS))):
        digest = of_text(text, "crossings.json")
        assert (digest.format, digest.title) == ("conference", "crossings")
        assert [facts(entry) for entry in digest.entries] == EXPECTED
    assert digest.entries[1].doubt == "year 3320 cannot be"
    assert links(digest.entries[0])["pdf"] == "https://example.org/a.pdf"
    assert links(digest.entries[0])["code"] == "https://example.org/code"
    assert digest.entries[0].marks.tags == ()


def test_the_year_may_be_in_the_name_of_the_file() -> None:
    [entry] = of_text(json.dumps([{"title": "T", "author": "A B"}]), "crossings2019.json").entries
    assert entry.year == 2019


def test_damaged_lines_are_reported() -> None:
    lines = [*map(json.dumps, PAPERS)]
    lines[1] = lines[1][:10]
    digest = of_text("\n".join(lines))
    assert [entry.title for entry in digest.entries] == [EXPECTED[0][0], "Clouds"]
    assert "Line 2 is damaged" in digest.warnings[0].message


def test_a_real_conference() -> None:
    digest = of_corpus("conf_json/paperlists__nips2018.json")
    assert len(digest.entries) == 1009
    assert facts(digest.entries[0])[:3] == (
        "ℓ₁-regression with Heavy-tailed Distributions",
        ("Lijun Zhang", "Zhi-Hua Zhou"),
        2018,
    )
