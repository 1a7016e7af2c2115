from __future__ import annotations

import html
import json
from datetime import date

from tests.digests.formats.facts import facts, links, of_corpus, of_text


def paper(number: int, title: str) -> dict[str, object]:
    return {
        "id": f"2604.0000{number}",
        "title": title,
        "summary": f"About {title.lower()}.",
        "authors": [{"name": "Ada Tide"}, {"name": "Bruno Reef"}],
        "publishedAt": "2026-04-15T00:00:00.000Z",
        "upvotes": 7,
        "githubRepo": "https://github.com/tide/anemones",
    }


TITLES = ("Anemones", "Bridges", "Clouds")
DAILY = [
    {"paper": paper(n, title), "publishedAt": f"2026-04-1{n}T00:00:00Z"}
    for n, title in enumerate(TITLES, start=1)
]
PEOPLE = ("Ada Tide", "Bruno Reef")
EXPECTED = [
    (title, PEOPLE, 2026, "", (f"arXiv:2604.0000{n}",)) for n, title in enumerate(TITLES, start=1)
]


def test_the_daily_list() -> None:
    digest = of_text(json.dumps(DAILY))
    assert (digest.format, digest.title) == ("hugging-face", "Hugging Face papers, Apr 13")
    assert digest.date == date(2026, 4, 13)
    assert [facts(entry) for entry in digest.entries] == EXPECTED
    assert digest.entries[0].abstract == "About anemones."
    assert links(digest.entries[0])["code"] == "https://github.com/tide/anemones"


def test_search_results_and_a_saved_page() -> None:
    flat = of_text(json.dumps([one["paper"] for one in DAILY]))
    props = html.escape(json.dumps({"dailyPapers": DAILY}), quote=True)
    page = f'<!doctype html><html><body><div data-target="DailyPapers" data-props="{props}"></div>'
    saved = of_text(page + "</body></html>", "page.html")
    for digest in (flat, saved):
        assert digest.format == "hugging-face"
        assert [facts(entry) for entry in digest.entries] == EXPECTED


def test_a_list_that_was_cut_gives_its_whole_papers() -> None:
    text = json.dumps(DAILY)
    digest = of_text(text[: text.index("Clouds")])
    assert [entry.title for entry in digest.entries] == ["Anemones", "Bridges"]
    assert "cut off" in digest.warnings[0].message


def test_values_of_other_kinds_are_passed_over() -> None:
    odd = {"paper": {"id": ["x"], "title": 7, "authors": {"a": 1}, "summary": None, "upvotes": "x"}}
    [entry] = of_text(json.dumps([odd])).entries
    assert (entry.title, entry.authors, entry.identifiers) == ("7", (), ())


def test_a_real_list() -> None:
    digest = of_corpus("hf_json/Daily-HuggingFace-AI-Papers__latest.json")
    first = digest.entries[0]
    assert (len(digest.entries), digest.date) == (26, date(2026, 8, 22))
    assert facts(first) == (
        "EnvHarness: Awakening Static Worlds for Agent Learning",
        (),
        None,
        "",
        ("arXiv:2608.19880",),
    )
    assert links(first)["code"] == "https://github.com/google-research/envharness"
