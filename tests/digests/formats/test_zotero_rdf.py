"""Zotero's RDF."""

from __future__ import annotations

from tests.digests.formats.facts import ADDED, ANEMONES, BRIDGES, facts, of_text

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:dcterms="http://purl.org/dc/terms/">
<bib:Article rdf:about="https://example.org/a"><z:itemType>journalArticle</z:itemType>
<dcterms:isPartOf rdf:resource="urn:issn:1"/><bib:authors><rdf:Seq>
<rdf:li><foaf:Person><foaf:surname>Tide</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li>
<rdf:li><foaf:Person><foaf:surname>Reef</foaf:surname><foaf:givenName>Bruno</foaf:givenName></foaf:Person></rdf:li>
</rdf:Seq></bib:authors><dc:subject>tides</dc:subject><dc:subject><z:AutomaticTag><rdf:value>Biology</rdf:value>
</z:AutomaticTag></dc:subject><dc:title>Anemones</dc:title><dcterms:abstract>They attend.</dcterms:abstract>
<dc:date>2024-03</dc:date><dcterms:dateSubmitted>2024-03-01 08:00:00</dcterms:dateSubmitted>
<dcterms:isReferencedBy rdf:resource="#note"/></bib:Article>
<bib:Journal rdf:about="urn:issn:1"><dc:title>Slow Animals</dc:title>
<dc:identifier>DOI 10.5555/anemones</dc:identifier></bib:Journal>
<bib:Memo rdf:about="#note"><rdf:value>&lt;p&gt;Mine.&lt;/p&gt;</rdf:value></bib:Memo>
<z:Attachment rdf:about="#x"><z:itemType>attachment</z:itemType><dc:title>Full Text</dc:title></z:Attachment>
<bib:Article rdf:about="#b"><z:itemType>conferencePaper</z:itemType><dc:title>Bridges</dc:title><dc:date>2023</dc:date>
<dc:identifier><dcterms:URI><rdf:value>https://arxiv.org/abs/2301.00002</rdf:value></dcterms:URI></dc:identifier>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Span</foaf:surname><foaf:givenName>Chloe</foaf:givenName>
</foaf:Person></rdf:li></rdf:Seq></bib:authors></bib:Article>
<bib:Document rdf:about="https://example.org/c"><z:itemType>report</z:itemType></bib:Document></rdf:RDF>"""


def test_rdf() -> None:
    digest = of_text(RDF, "zotero.rdf")
    assert digest.format == "zotero-rdf"
    last = ("https://example.org/c", (), None, "", ())
    assert [facts(entry) for entry in digest.entries] == [ANEMONES, BRIDGES, last]
    marks = digest.entries[0].marks
    assert (marks.tags, marks.note, marks.added_at) == (("tides",), "Mine.", ADDED)
    assert digest.entries[0].abstract == "They attend."
