"""Readwise: documents of its Reader, and highlights."""

from __future__ import annotations

from reader.model import Status
from tests.digests.formats.facts import PAPER, SAVED, brief, of_text


def test_readwise_documents() -> None:
    digest = of_text(
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        f"Anemones,{PAPER},1,\"['tides', 'sea']\",2020-09-17 05:58:42+00:00,1.0,new,True\n"
        "Bridges,https://example.org/b,2,,,0.2,later,False\n"
        "Clouds,https://example.org/c,3,,,0,archive,True\n"
    )
    assert digest.format == "readwise"
    assert [brief(entry) for entry in digest.entries] == [
        ("Anemones", PAPER, Status.READ, False, ("tides", "sea")),
        ("Bridges", "https://example.org/b", Status.QUEUED, False, ()),
        ("Clouds", "https://example.org/c", Status.READ, False, ()),
    ]
    assert digest.entries[0].marks.added_at == SAVED


def test_readwise_highlights_become_one_note_a_document() -> None:
    digest = of_text(
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
        "Highlighted at,Document tags\n"
        'They attend.,Anemones,Ada Tide and Bruno Reef,,Really?,yellow,,page,1,2020-09-17 05:58:42,"a,b"\n'
        "It sways.,Bridges,Chloe Span,,,,,page,2,,\n"
        "To one another.,Anemones,Ada Tide and Bruno Reef,,,,,page,3,2021-01-01 00:00:00,\n"
    )
    first, second = digest.entries
    assert (first.title, first.authors) == ("Anemones", ("Ada Tide", "Bruno Reef"))
    assert first.marks.note == "> They attend.\n\nReally?\n\n> To one another."
    assert (first.marks.tags, first.marks.added_at) == (("a", "b"), SAVED)
    assert (second.title, second.marks.note) == ("Bridges", "> It sways.")
