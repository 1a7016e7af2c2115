"""Zotero's database."""

from __future__ import annotations

import sqlite3

import pytest

from reader.digests import read
from reader.errors import DigestError
from tests.digests.formats.facts import ADDED, ANEMONES, BRIDGES, facts

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
