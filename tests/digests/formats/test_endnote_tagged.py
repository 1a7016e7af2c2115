"""EndNote's tagged format (.enw)."""

from __future__ import annotations

from tests.digests.formats.facts import ENDNOTE, facts, links, of_corpus, of_text

TAGGED = """%0 Journal Article
%T Anemones in the bay
%A Tide, Ada
%A Reef, Bruno
%J Journal of Slow Animals
%D 2024
%R doi:10.5555/anemones
%X They attend.
%K tides
sea
%U https://example.org/anemones

%0 Conference Paper
%A Span, Chloe
%T Bridges
%B Crossings
%D 2023
%0 Thesis
%F cloud22
"""


def test_tagged() -> None:
    digest = of_text(TAGGED, "shelf.enw")
    assert digest.format == "endnote-tagged"
    assert [facts(entry) for entry in digest.entries] == list(ENDNOTE)
    first = digest.entries[0]
    assert (first.abstract, first.marks.tags) == ("They attend.", ("tides sea",))
    assert links(first)["other"] == "https://example.org/anemones"


def test_a_real_export() -> None:
    assert len(of_corpus("endnote/jabref__Endnote.entries.enw").entries) == 12
