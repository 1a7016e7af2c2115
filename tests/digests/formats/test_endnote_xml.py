"""EndNote's XML."""

from __future__ import annotations

from reader.model import Status
from tests.digests.formats.facts import ENDNOTE, facts, links, of_corpus, of_text

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


def test_xml() -> None:
    digest = of_text(XML, "shelf.xml")
    assert digest.format == "endnote-xml"
    assert [facts(entry) for entry in digest.entries] == list(ENDNOTE)
    marks = digest.entries[0].marks
    assert (marks.status, marks.tags, marks.note) == (Status.READ, ("tides",), "Mine.")
    assert links(digest.entries[0])["pdf"] == "https://example.org/a.pdf"


def test_a_real_export() -> None:
    first, second = of_corpus("endnote/jabref__EndnoteXmlImporterTestArticle2.xml").entries
    assert facts(first)[1:4] == (("A. G. Chapman",), 1937, "Ecology")
    assert second.title == "A survey of soil temperatures in the Chicago area"
