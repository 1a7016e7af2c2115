"""Instapaper."""

from __future__ import annotations

from reader.model import Status
from tests.digests.formats.facts import PAPER, SAVED, brief, of_corpus, of_text


def test_instapaper() -> None:
    digest = of_text(
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        f'{PAPER},Anemones,They attend.,Starred,1600322322,"[""tides""]"\n'
        "https://example.org/b,Bridges | by C. Span | Medium,,Archive,,\n"
        "https://example.org/c,Clouds,,To cite,,\n"
    )
    assert digest.format == "instapaper"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, None, True, ("tides",)),
        ("Bridges", "https://example.org/b", Status.READ, False, ()),
        ("Clouds", "https://example.org/c", None, False, ("To cite",)),
    ]
    assert (digest.entries[0].marks.note, digest.entries[0].marks.added_at) == (
        "> They attend.",
        SAVED,
    )


def test_a_real_export() -> None:
    paper, *_, last = of_corpus("readlater/wallabag__instapaper-export.csv").entries
    assert (paper.marks.status, last.marks.tags) == (None, ("test_tag",))
