"""zotero.sqlite, the database of Zotero:
https://www.zotero.org/support/dev/client_coding/direct_sqlite_database_access

A copy in memory is read, never the file. This is the one place outside the store that speaks SQL,
and it speaks to a database that is not ours.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from reader.digests.entries import link_to, make_entry
from reader.digests.identifiers import identify, named
from reader.digests.limits import MOST_ENTRIES, check_count
from reader.digests.registry import Format, Parsed, Source
from reader.digests.structured.json_records import raw
from reader.digests.text.dates import moment_of, year_in
from reader.digests.text.markup import without_markup
from reader.digests.text.names import people
from reader.errors import DigestError
from reader.model import Entry, Identifier, Marks
from reader.words import say, to_say

_MAGIC = b"SQLite format 3\x00"
_ITEMS = """
SELECT i.itemID, i.dateAdded, f.fieldName, v.value
FROM items i JOIN itemTypes t USING (itemTypeID)
JOIN itemData d ON d.itemID = i.itemID JOIN fields f USING (fieldID)
JOIN itemDataValues v USING (valueID)
WHERE t.typeName NOT IN ('attachment', 'note', 'annotation')
  AND i.itemID NOT IN (SELECT itemID FROM deletedItems)
ORDER BY i.itemID
"""
_CREATORS = """
SELECT ic.itemID, trim(ifnull(c.firstName, '') || ' ' || ifnull(c.lastName, ''))
FROM itemCreators ic JOIN creators c USING (creatorID) JOIN creatorTypes t USING (creatorTypeID)
WHERE t.creatorType IN ('author', 'inventor', 'presenter') ORDER BY ic.itemID, ic.orderIndex
"""
_TAGS = """
SELECT it.itemID, t.name FROM itemTags it JOIN tags t USING (tagID)
WHERE it.type = 0 ORDER BY it.itemID, t.name
"""
_NOTES = """
SELECT parentItemID, note FROM itemNotes WHERE parentItemID IS NOT NULL
  AND itemID NOT IN (SELECT itemID FROM deletedItems) ORDER BY itemID
"""


@dataclass(slots=True)
class _Item:
    """An item as its rows are put together."""

    added: str
    fields: dict[str, str] = field(default_factory=dict)


def sniff(source: Source) -> int:
    """Sure of a SQLite database with Zotero's tables in its schema."""
    ours = b"itemDataValues" in source.data and b"itemCreators" in source.data
    return 97 if source.data.startswith(_MAGIC) and ours else 0


def parse(source: Source) -> Parsed:
    """The items that are not in the bin. Raises DigestError for a damaged or other database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(_without_wal(source.data))
            entries = tuple(_entries(connection))
        except sqlite3.Error as error:
            raise DigestError(
                say("This Zotero database cannot be read: {}.").format(error),
                advice=say("Close Zotero and try again, or export the library from it as RDF."),
            ) from error
    return Parsed("Zotero library", entries)


FORMAT = Format(
    name="zotero-database",
    title=to_say("Zotero database"),
    version=1,
    expects=to_say("a zotero.sqlite"),
    sniff=sniff,
    parse=parse,
    binary=True,
)


def _without_wal(data: bytes) -> bytes:
    """The bytes with the header that says so changed from WAL to a journal, which memory can."""
    return data[:18] + b"\x01\x01" + data[20:]


def _entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    items: dict[int, _Item] = {}
    for key, added, name, value in connection.execute(_ITEMS):
        items.setdefault(key, _Item(str(added or ""))).fields[str(name)] = str(value)
        check_count(len(items))
    authors, tags, notes = (_grouped(connection, sql) for sql in (_CREATORS, _TAGS, _NOTES))
    for position, (key, item) in enumerate(items.items(), start=1):
        yield _entry(position, item, authors[key], tags[key], notes[key])


def _grouped(connection: sqlite3.Connection, sql: str) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = defaultdict(list)
    for key, value in connection.execute(sql).fetchmany(100 * MOST_ENTRIES):
        groups[key].append(str(value or ""))
    return groups


def _entry(
    position: int, item: _Item, authors: list[str], tags: list[str], notes: list[str]
) -> Entry:
    fields = item.fields
    venues = ("publicationTitle", "proceedingsTitle", "bookTitle", "conferenceName", "publisher")
    return make_entry(
        position,
        fields.get("title", ""),
        fields.get("abstractNote", ""),
        raw=raw(fields),
        authors=people(authors),
        year=year_in(fields.get("date", "")),
        venue=next((fields[name] for name in venues if fields.get(name)), ""),
        identifiers=list(_identifiers(fields)),
        links=link_to(fields.get("url", "")),
        marks=Marks(
            tags=tuple(tags),
            note="\n\n".join(without_markup(note).strip() for note in notes),
            added_at=moment_of(item.added),
        ),
    )


def _identifiers(fields: dict[str, str]) -> Iterator[Identifier]:
    yield from named("doi", fields.get("DOI", ""))
    for name in ("url", "archiveID", "extra"):
        found = identify(fields.get(name, "")[:2000])
        if found is not None:
            yield found
