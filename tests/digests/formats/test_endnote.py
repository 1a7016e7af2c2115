"""EndNote's two formats."""

from __future__ import annotations

from reader.model import Status
from tests.digests.formats.facts import facts, links, of_corpus, of_text

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

STYLED = '<style face="normal" font="default" size="100%">{}</style>'
XML = f"""<?xml version="1.0" encoding="UTF-8"?><xml><records>
<record><source-app name="EndNote">EndNote</source-app><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{STYLED.format("Tide, Ada")}</author>
<author>{STYLED.format("Reef, Bruno")}</author></authors></contributors>
<titles><title>{STYLED.format("Anemones in")}{STYLED.format(" the bay")}</title></titles>
<periodical><full-title>{STYLED.format("Journal of Slow Animals")}</full-title></periodical>
<dates><year>{STYLED.format("2024")}</year></dates><abstract>{STYLED.format("They attend.")}</abstract>
<keywords><keyword>{STYLED.format("tides")}</keyword></keywords><notes>{STYLED.format("Mine.")}</notes>
<electronic-resource-num>10.5555/anemones</electronic-resource-num><read-status>1</read-status>
<urls><pdf-urls><url>https://example.org/a.pdf</url></pdf-urls></urls></record>
<record><titles><title>Bridges</title><secondary-title>Crossings</secondary-title></titles>
<contributors><authors><author>Span, Chloe</author></authors></contributors>
<dates><year>2023</year></dates></record><record><label>cloud22</label></record></records></xml>"""

EXPECTED = [
    (
        "Anemones in the bay",
        ("Ada Tide", "Bruno Reef"),
        2024,
        "Journal of Slow Animals",
        ("doi:10.5555/anemones",),
    ),
    ("Bridges", ("Chloe Span",), 2023, "Crossings", ()),
    ("cloud22", (), None, "", ()),
]


def test_tagged() -> None:
    digest = of_text(TAGGED, "shelf.enw")
    assert digest.format == "endnote-tagged"
    assert [facts(entry) for entry in digest.entries] == EXPECTED
    first = digest.entries[0]
    assert (first.abstract, first.marks.tags) == ("They attend.", ("tides sea",))
    assert links(first)["other"] == "https://example.org/anemones"


def test_xml() -> None:
    digest = of_text(XML, "shelf.xml")
    assert digest.format == "endnote-xml"
    assert [facts(entry) for entry in digest.entries] == EXPECTED
    marks = digest.entries[0].marks
    assert (marks.status, marks.tags, marks.note) == (Status.READ, ("tides",), "Mine.")
    assert links(digest.entries[0])["pdf"] == "https://example.org/a.pdf"


def test_real_exports() -> None:
    first, second = of_corpus("endnote/jabref__EndnoteXmlImporterTestArticle2.xml").entries
    assert facts(first)[1:4] == (("A. G. Chapman",), 1937, "Ecology")
    assert second.title == "A survey of soil temperatures in the Chicago area"
    assert len(of_corpus("endnote/jabref__Endnote.entries.enw").entries) == 12
