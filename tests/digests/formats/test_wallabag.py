"""wallabag."""

from __future__ import annotations

import json

from reader.model import Status
from tests.digests.formats.facts import PAPER, SAVED, brief, of_text


def test_wallabag() -> None:
    item = {"is_archived": 1, "is_starred": 1, "tags": ["tides"], "title": "Anemones", "url": PAPER,
            "content": "<p>x</p>" * 999, "created_at": "2020-09-17T05:58:42+0000",
            "annotations": [{"quote": "They attend.", "text": "Mine."}]}  # fmt: skip
    plain = {"is_archived": 0, "is_starred": 0, "url": "https://example.org/b", "title": "Bridges"}
    tagged = plain | {"title": "Clouds", "tags": [{"label": "box"}]}
    digest = of_text(json.dumps([item, plain, tagged]))
    assert digest.format == "wallabag"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, True, ("tides",)),
        ("Bridges", "https://example.org/b", None, False, ()),
        ("Clouds", "https://example.org/b", None, False, ("box",)),
    ]
    assert digest.entries[0].marks.note == "> They attend.\n\nMine."
    assert digest.entries[0].marks.added_at == SAVED
    assert len(digest.entries[0].raw) < 1000
