"""Raindrop."""

from __future__ import annotations

from tests.digests.formats.facts import PAPER, SAVED, brief, of_text


def test_raindrop() -> None:
    digest = of_text(
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
        f'1,Anemones,Mine.,They attend …,{PAPER},Sea / Slow,"tides, sea",2020-09-17T05:58:42.000Z,,'
        '"Highlight:They attend\n\nHighlight:to one another",true\n'
        "2,Bridges,,,https://example.org/b,Unsorted,,,,,false\n"
        "3,Clouds,,,https://example.org/c,,,,,,\n"
    )
    assert digest.format == "raindrop"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, None, True, ("Sea/Slow", "tides", "sea")),
        ("Bridges", "https://example.org/b", None, False, ()),
        ("Clouds", "https://example.org/c", None, False, ()),
    ]
    first = digest.entries[0]
    assert first.marks.note == "Mine.\n\n> They attend\n\n> to one another"
    assert (first.snippet, first.abstract, first.marks.added_at) == ("They attend …", "", SAVED)
