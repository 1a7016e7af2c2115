"""Zotero's CSV."""

from __future__ import annotations

from tests.digests.formats.facts import ADDED, ANEMONES, BRIDGES, facts, of_text

CSV = """"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date Added","Manual Tags","Automatic Tags","Notes"
"A1","journalArticle","2024","Tide, Ada; Reef, Bruno","Anemones","Slow Animals","10.5555/anemones","https://example.org/a","They attend.","2024-03-01 08:00:00","tides; sea","Biology","<p>Mine.</p>"
"A2","attachment","","","Full Text","","","","","","","",""
"A3","conferencePaper","2023","Span, Chloe","Bridges","","","https://arxiv.org/abs/2301.00002","","","","",""
"A4","report","","","","","","","","","","",""
"""


def test_csv() -> None:
    digest = of_text(CSV, "zotero.csv")
    assert digest.format == "zotero-csv"
    assert [facts(entry) for entry in digest.entries] == [
        ANEMONES,
        BRIDGES,
        ("A4", (), None, "", ()),
    ]
    marks = digest.entries[0].marks
    assert (marks.tags, marks.note, marks.added_at) == (("tides", "sea"), "Mine.", ADDED)
