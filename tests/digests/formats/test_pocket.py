"""Pocket: its CSV, and the page it exported before."""

from __future__ import annotations

from reader.model import Status
from tests.digests.formats.facts import PAPER, SAVED, brief, of_corpus, of_text


def test_pocket() -> None:
    digest = of_text(
        "title,url,time_added,tags,status\n"
        f"[2401.00001] Anemones - arXiv,{PAPER},1600322322,tides|sea,archive\n"
        '"Bridges, in two\nlines",https://example.org/b,1600322322,,unread\n'
        "https://example.org/c,https://example.org/c,,,unread\n"
    )
    assert digest.format == "pocket"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, False, ("tides", "sea")),
        ("Bridges, in two lines", "https://example.org/b", None, False, ()),
        ("https://example.org/c", "https://example.org/c", None, False, ()),
    ]
    first = digest.entries[0]
    assert first.marks.added_at == SAVED
    assert (first.identifiers[0].value, first.title_provisional) == ("2401.00001", True)


def test_the_older_export_of_pocket() -> None:
    digest = of_text(
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        f'<li><a href="{PAPER}" time_added="1600322322" tags="tides,sea">Anemones</a></li></ul>'
        '<h1>Read Archive</h1><ul><li><a href="https://example.org/b" time_added="1">Bridges</a></li>'
        "</ul></body></html>"
    )
    assert digest.format == "pocket"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, None, False, ("tides", "sea")),
        ("Bridges", "https://example.org/b", Status.READ, False, ()),
    ]


def test_a_real_export() -> None:
    pocket = of_corpus("readlater/wallabag__pocket.csv").entries
    assert [entry.marks.status for entry in pocket][3:5] == [Status.READ, None]
    assert pocket[1].title == "Est-ce que j’ai besoin d’un Scrum Master ?"
