"""The conditions of a query that the database answers: ``is:unread``, ``tag:nlp``…"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from reader.model import Filter, ListKind, PaperList, Sort
from reader.store.connection import Database
from reader.store.lists import ORDERS, condition_of
from reader.store.moments import begins, stored
from reader.store.reading_times import DECIDED, READ, WAITED

_IS = {
    "unread": "p.status NOT IN ('read', 'skipped')",
    "read": "p.status = 'read'",
    "inbox": "p.status = 'inbox'",
    "queued": "p.status = 'queued'",
    "reading": "p.status = 'reading'",
    "skipped": "p.status = 'skipped'",
    "starred": "p.starred = 1",
    "annotated": condition_of(PaperList(ListKind.ANNOTATED))[0],
}
_HAS = {
    "note": "p.id IN (SELECT paper_id FROM notes WHERE text <> '')",
    "highlight": "p.id IN (SELECT paper_id FROM highlights)",
    "todo": condition_of(PaperList(ListKind.TODO))[0],
    "code": "p.id IN (SELECT paper_id FROM links WHERE kind = 'code')",
    "pdf": "p.id IN (SELECT paper_id FROM links WHERE kind = 'pdf')",
    "abstract": "p.abstract <> ''",
}
_TAGGED = (
    "p.id IN (SELECT paper_id FROM paper_tags WHERE tag_id IN (SELECT value FROM json_each(?)))"
)
_FROM_DIGEST = (
    "p.id IN (SELECT paper_id FROM entries WHERE digest_id IN (SELECT value FROM json_each(?)))"
)
_IDENTIFIED = "p.id IN (SELECT paper_id FROM identifiers WHERE scheme = ? AND value = ?)"
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_LAST_YEAR = 9999
_LARGEST = 10**9
_MOST_WORDS = 100
_FIRST_MOMENT, _LAST_MOMENT = "0000", "9999-99"


def ids(database: Database, condition: Filter, now: datetime) -> list[int]:
    """The papers that meet a filter, in no order. ``now`` is what ``added:7d`` counts from.

    A filter must be as ``reader.search.parsing`` makes them.
    """
    sql, parameters = _condition(database, condition, now)
    return database.numbers(f"SELECT p.id FROM papers p WHERE {sql}", parameters)


def _condition(database: Database, condition: Filter, now: datetime) -> tuple[str, tuple[Any, ...]]:
    """The SQL condition on ``papers p``, and its parameters."""
    value = condition.value
    match condition.field:
        case "is":
            return _IS[value], ()
        case "has":
            return _HAS[value], ()
        case "tag":
            return _TAGGED, (json.dumps(_tags(database, value)),)
        case "digest":
            return _FROM_DIGEST, (json.dumps(_digests(database, value)),)
        case "venue":
            return "p.venue IN (SELECT value FROM json_each(?))", (_venues(database, value),)
        case "year":
            return "p.year BETWEEN ? AND ?", _numbers(value)
        case "added":
            return "p.added_at >= ? AND p.added_at < ?", _moments(value, now)
        case "read":
            return READ, _moments(value, now)
        case "decided":
            return DECIDED, _moments(value, now)
        case "waited":
            decided = "p.status <> 'inbox' AND p.status_at IS NOT NULL"
            return f"{decided} AND {WAITED} BETWEEN ? AND ?", _numbers(value)
        case scheme:
            number = re.sub(r"v\d+$", "", value.lower()) if scheme == "arxiv" else value.lower()
            return _IDENTIFIED, (scheme, number)


def _tags(database: Database, value: str) -> list[int]:
    """The tags that are meant: with those nested in it; ending in *, all that begin so.

    Case is the same in every script, which SQLite's own lower() does not know.
    """
    wanted = value.casefold()

    def meant(name: str) -> bool:
        if wanted.endswith("*"):
            return name.startswith(wanted[:-1])
        return name == wanted or name.startswith(f"{wanted}/")

    rows = database.rows("SELECT id, name FROM tags")
    return [key for key, name in rows if meant(name.casefold())]


def _digests(database: Database, value: str) -> list[int]:
    """The digest of that number, or those with the words in their title."""
    wanted = value.casefold()
    rows = database.rows("SELECT id, title FROM digests")
    return [key for key, title in rows if wanted == str(key) or wanted in title.casefold()]


def _venues(database: Database, value: str) -> str:
    """The venues with the words in their name, as JSON."""
    wanted = value.casefold()
    rows = database.rows("SELECT DISTINCT venue FROM papers WHERE venue <> ''")
    return json.dumps([venue for (venue,) in rows if wanted in venue.casefold()])


def _numbers(value: str) -> tuple[int, int]:
    first, dots, last = value.partition("..")
    return int(first or 0), int((last or _LARGEST) if dots else first)


def _moments(value: str, now: datetime) -> tuple[str, str]:
    """From when (inclusive) until when (exclusive), as the database writes times."""
    midnight = datetime.combine(now.astimezone().date(), time()).astimezone()
    if value == "today":
        return stored(midnight), _LAST_MOMENT
    if value == "yesterday":
        return stored(midnight - timedelta(days=1)), stored(midnight)
    if value[-1] in _DAYS_OF:
        # Ages before the first year mean all time.
        days = min(int(value[:-1]) * _DAYS_OF[value[-1]], midnight.toordinal() - 2)
        return stored(midnight - timedelta(days=days)), _LAST_MOMENT
    first, dots, last = value.partition("..")
    return _begins(first) or _FIRST_MOMENT, _ends(last if dots else first)


def _begins(day: str) -> str:
    """The first moment of a year, month or day; empty for none."""
    if not day:
        return ""
    year, month, of_month = (*map(int, day.split("-")), 1, 1)[:3]
    try:
        return begins(date(year, month, of_month))
    except (ValueError, OverflowError):
        return day  # no day of any calendar: between those that are, as text sorts


def _ends(day: str) -> str:
    """The first moment after a year, month or day."""
    if not day:
        return _LAST_MOMENT
    numbers = [*map(int, day.split("-"))]
    numbers[-1] += 1
    if len(numbers) == 2 and numbers[1] > 12:
        numbers = [numbers[0] + 1, 1]
    if len(numbers) == 3:
        try:
            after = date(numbers[0], numbers[1], numbers[2] - 1) + timedelta(days=1)
        except (ValueError, OverflowError):
            return day
        numbers = [after.year, after.month, after.day]
    if numbers[0] > _LAST_YEAR:
        return _LAST_MOMENT
    return _begins("-".join([f"{numbers[0]:04}", *(f"{part:02}" for part in numbers[1:])]))


def everything(database: Database, sort: Sort) -> list[int]:
    """All papers, in order."""
    sql = f"SELECT p.id FROM papers p ORDER BY {ORDERS[sort]}"
    return database.numbers(sql)


def scan(database: Database, words: Sequence[str]) -> set[int]:
    """Papers with all the words somewhere, by reading them all: for while there is no index."""
    text = (
        "lower(p.title || ' ' || p.abstract || ' ' || "
        "coalesce((SELECT n.text FROM notes n WHERE n.paper_id = p.id), '') || ' ' || "
        "coalesce((SELECT group_concat(h.comment, ' ') FROM highlights h "
        "WHERE h.paper_id = p.id), '') || ' ' || "
        "coalesce((SELECT group_concat(a.name, ' ') FROM authors a WHERE a.paper_id = p.id), ''))"
    )
    # SQLite takes no longer conditions; who pastes a page wants the first of it.
    words = list(dict.fromkeys(words))[:_MOST_WORDS]
    where = " AND ".join(f"instr({text}, ?)" for _ in words) or "1"
    sql = f"SELECT p.id FROM papers p WHERE {where}"
    return {key for (key,) in database.rows(sql, [word.lower() for word in words])}
