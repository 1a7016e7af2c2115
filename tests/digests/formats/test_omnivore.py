"""Omnivore."""

from __future__ import annotations

import json

from reader.model import Status
from tests.digests.formats.facts import PAPER, SAVED, brief, of_corpus, of_text


def test_omnivore() -> None:
    item = {"id": "1", "slug": "a", "title": "Anemones | OpenReview", "url": PAPER, "labels": ["tides"],
            "state": "Archived", "readingProgress": 0, "savedAt": "2020-09-17T05:58:42.000Z",
            "author": "Ada Tide", "description": "They attend", "publishedAt": "2020-01-01"}  # fmt: skip
    others = [
        item
        | {
            "title": "Bridges",
            "state": "Active",
            "readingProgress": 100,
            "labels": [{"name": "x"}],
        },
        item | {"title": "Clouds", "state": "Active", "labels": []},
    ]
    digest = of_text(json.dumps([item, *others]))
    assert digest.format == "omnivore"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, False, ("tides",)),
        ("Bridges", PAPER, Status.READ, False, ("x",)),
        ("Clouds", PAPER, None, False, ()),
    ]
    first = digest.entries[0]
    assert (first.authors, first.year, first.snippet) == (("Ada Tide",), 2020, "They attend")
    assert first.marks.added_at == SAVED


def test_a_real_export() -> None:
    omnivore = of_corpus("readlater/wallabag__omnivore.json").entries
    assert (omnivore[0].marks.status, omnivore[0].marks.tags) == (Status.READ, ("RSS",))
    assert omnivore[0].authors == ("Juliette Garnier",)
