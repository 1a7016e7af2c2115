"""Zotero's CSV, RDF and database, and Papis."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from reader.digests import read
from reader.errors import DigestError
from tests.digests.formats.facts import facts, links, of_text

ADDED = datetime(2024, 3, 1, 8, tzinfo=UTC)
CSV = """"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date Added","Manual Tags","Automatic Tags","Notes"
"A1","journalArticle","2024","Tide, Ada; Reef, Bruno","Anemones","Slow Animals","10.5555/anemones","https://example.org/a","They attend.","2024-03-01 08:00:00","tides; sea","Biology","<p>Mine.</p>"
"A2","attachment","","","Full Text","","","","","","","",""
"A3","conferencePaper","2023","Span, Chloe","Bridges","","","https://arxiv.org/abs/2301.00002","","","","",""
"A4","report","","","","","","","","","","",""
"""
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
ANEMONES = ("Anemones", ("Ada Tide", "Bruno Reef"), 2024, "Slow Animals", ("doi:10.5555/anemones",))
BRIDGES = ("Bridges", ("Chloe Span",), 2023, "", ("arXiv:2301.00002",))

SCHEMA = """
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT);
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, dateAdded TEXT);
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT);
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT);
CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE itemTags (itemID INT, tagID INT, type INT);
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
INSERT INTO itemTypes VALUES (1, 'journalArticle'), (2, 'attachment'), (3, 'note');
INSERT INTO fields VALUES (1, 'title'), (2, 'abstractNote'), (3, 'date'), (4, 'DOI'), (5, 'url'),
    (6, 'publicationTitle');
INSERT INTO items VALUES (1, 1, '2024-03-01 08:00:00'), (2, 2, ''), (3, 3, ''), (4, 1, ''), (5, 1, ''),
    (6, 1, '');
INSERT INTO itemDataValues VALUES (1, 'Anemones'), (2, 'They attend.'), (3, '2024-03-00 2024-03'),
    (4, '10.5555/anemones'), (5, 'Slow Animals'), (6, 'Bridges'), (7, '2023'),
    (8, 'https://arxiv.org/abs/2301.00002'), (9, 'In the bin'), (10, 'https://example.org/c');
INSERT INTO itemData VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3), (1, 4, 4), (1, 6, 5), (2, 1, 1), (4, 1, 6),
    (4, 3, 7), (4, 5, 8), (5, 1, 9), (6, 5, 10);
INSERT INTO creatorTypes VALUES (1, 'author'), (2, 'editor');
INSERT INTO creators VALUES (1, 'Ada', 'Tide'), (2, 'Bruno', 'Reef'), (3, 'Chloe', 'Span'), (4, 'E', 'Hill');
INSERT INTO itemCreators VALUES (1, 2, 1, 1), (1, 1, 1, 0), (4, 3, 1, 0), (4, 4, 2, 1);
INSERT INTO tags VALUES (1, 'tides'), (2, 'Biology');
INSERT INTO itemTags VALUES (1, 1, 0), (1, 2, 1);
INSERT INTO itemNotes VALUES (3, 1, '<p>Mine.</p>');
INSERT INTO deletedItems VALUES (5);
"""


def database(script: str = SCHEMA) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(script)
    data = bytearray(connection.serialize())
    connection.close()
    data[18:20] = b"\x02\x02"  # as Zotero leaves it when it writes ahead
    return bytes(data)


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


def test_rdf() -> None:
    digest = of_text(RDF, "zotero.rdf")
    assert digest.format == "zotero-rdf"
    last = ("https://example.org/c", (), None, "", ())
    assert [facts(entry) for entry in digest.entries] == [ANEMONES, BRIDGES, last]
    marks = digest.entries[0].marks
    assert (marks.tags, marks.note, marks.added_at) == (("tides",), "Mine.", ADDED)
    assert digest.entries[0].abstract == "They attend."


def test_database() -> None:
    digest = read(database(), "zotero.sqlite")
    assert digest.format == "zotero-database"
    last = ("https://example.org/c", (), None, "", ())
    assert [facts(entry) for entry in digest.entries] == [ANEMONES, BRIDGES, last]
    marks = digest.entries[0].marks
    assert (marks.tags, marks.note, marks.added_at) == (("tides",), "Mine.", ADDED)


def test_databases_of_others_and_damaged_ones_are_refused() -> None:
    with pytest.raises(DigestError, match=r"This is a database"):
        read(database("CREATE TABLE t (a);"), "other.sqlite")
    with pytest.raises(DigestError, match=r"Zotero database cannot be read"):
        read(database()[:9000], "zotero.sqlite")


def test_papis() -> None:
    text = """author: Tide, Ada and Reef, Bruno
author_list: [{family: Tide, given: Ada}, {family: Reef, given: Bruno}]
title: Anemones
journal: Slow Animals
year: 2024
doi: 10.5555/anemones
abstract: They attend.
tags: tides sea
papis_id: 1
time-added: 2024-03-01-08:00:00
---
author: Span, Chloe
title: Bridges
year: '2023'
tags: [a, b c]
url: https://arxiv.org/abs/2301.00002
---
ref: cloud22
"""
    digest = of_text(text, "info.yaml")
    assert digest.format == "papis"
    assert [facts(entry) for entry in digest.entries] == [
        ANEMONES,
        BRIDGES,
        ("cloud22", (), None, "", ()),
    ]
    first, second, _ = digest.entries
    assert (first.marks.tags, second.marks.tags) == (("tides", "sea"), ("a", "b c"))
    assert first.marks.added_at == ADDED
    assert links(second)["page"] == "https://arxiv.org/abs/2301.00002"
