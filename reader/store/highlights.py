"""Highlights: marked passages of titles and abstracts.

One is orphaned while its passage, with what is around it, is not in the text. No column says so,
since the text does: what a step changes in texts and highlights comes back with its undo.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from reader.errors import NotFoundError
from reader.model import Highlight, HighlightOfPaper
from reader.store.connection import Database, storable
from reader.store.tags import TAGGED
from reader.words import say

# A digest may have had only a piece of the abstract; then that is what is read and marked.
_TEXT = (
    "CASE h.field WHEN 'title' THEN p.title ELSE iif(p.abstract = '', p.snippet, p.abstract) END"
)
_COLUMNS = (
    "h.id, h.field, h.quote, h.prefix, h.suffix, h.colour, h.comment, "
    f"instr({_TEXT}, h.prefix || h.quote || h.suffix) = 0"
)
_FROM = "FROM highlights h JOIN papers p ON p.id = h.paper_id"


def of_papers(database: Database, wanted: str) -> dict[int, list[Highlight]]:
    """The highlights of papers, whose numbers are a JSON array; of each in the order made."""
    rows = database.rows(
        f"SELECT h.paper_id, {_COLUMNS} {_FROM} "
        "WHERE h.paper_id IN (SELECT value FROM json_each(?)) ORDER BY h.id",
        (wanted,),
    )
    found: dict[int, list[Highlight]] = defaultdict(list)
    for paper_id, *values in rows:
        found[paper_id].append(_highlight(values))
    return found


def listed(database: Database, colour: str = "", tag: str = "") -> list[HighlightOfPaper]:
    """The highlights of all papers, the newest first; of one colour, of a tag and below it."""
    rows = database.rows(
        f"SELECT {_COLUMNS}, h.paper_id, p.reader_id, p.title, h.made_at, "
        "(SELECT json_group_array(t.name) FROM paper_tags pt JOIN tags t ON t.id = pt.tag_id "
        f"WHERE pt.paper_id = p.id) {_FROM} "
        f"WHERE (?2 = '' OR h.colour = ?2) AND (?1 = '' OR h.paper_id IN ({TAGGED})) "
        "ORDER BY h.made_at DESC, h.id DESC",
        (tag, colour),
    )
    return [
        HighlightOfPaper(
            highlight=_highlight(values),
            paper_id=paper_id,
            reader_id=reader_id,
            title=title,
            tags=tuple(sorted(json.loads(tags))),
            made_at=datetime.fromisoformat(made_at),
        )
        for *values, paper_id, reader_id, title, made_at, tags in rows
    ]


def _highlight(values: Sequence[Any]) -> Highlight:
    *values, orphaned = values
    return replace(Highlight(*values), orphaned=bool(orphaned))


def text_of(database: Database, paper_id: int, field: str) -> str:
    """The text of a paper that highlights of a field are in."""
    sql = f"SELECT {_TEXT} FROM papers p, (SELECT ? AS field) h WHERE p.id = ?"
    return str(database.value(sql, (field, paper_id)) or "")


def paper_of(database: Database, highlight_id: int) -> int:
    """The paper that a highlight is in. Raises NotFoundError."""
    found = database.value("SELECT paper_id FROM highlights WHERE id = ?", (highlight_id,))
    if found is None:
        raise NotFoundError(say("There is no highlight {} in this library.").format(highlight_id))
    return int(found)


def add(database: Database, paper_id: int, highlight: Highlight, now: datetime) -> int:
    """Gives a paper a highlight and returns its number; that of ``highlight`` does not count."""
    return database.insert(
        "INSERT INTO highlights (paper_id, field, quote, prefix, suffix, colour, comment, made_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            paper_id,
            highlight.field,
            highlight.quote,
            highlight.prefix,
            highlight.suffix,
            highlight.colour,
            storable(highlight.comment),
            now.isoformat(timespec="milliseconds"),
        ),
    )


def set_colour(database: Database, highlight_id: int, colour: str) -> None:
    """Gives a highlight another colour."""
    database.execute("UPDATE highlights SET colour = ? WHERE id = ?", (colour, highlight_id))


def set_comment(database: Database, highlight_id: int, comment: str) -> None:
    """Gives a highlight another comment; an empty one is none."""
    sql = "UPDATE highlights SET comment = ? WHERE id = ?"
    database.execute(sql, (storable(comment), highlight_id))


def set_place(database: Database, highlight_id: int, quote: str, prefix: str, suffix: str) -> None:
    """Says anew which passage a highlight marks."""
    database.execute(
        "UPDATE highlights SET quote = ?, prefix = ?, suffix = ? WHERE id = ?",
        (quote, prefix, suffix, highlight_id),
    )


def delete(database: Database, ids: Iterable[int]) -> None:
    """Deletes highlights; those that are gone already are passed over."""
    database.execute(
        "DELETE FROM highlights WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )


def of_changed_texts(database: Database) -> dict[int, list[Highlight]]:
    """The highlights, by paper, of which this step changed the text or the paper.

    To be asked inside ``journal.recorded``.
    """
    rows = database.rows(
        "SELECT c.row_id FROM captured c WHERE c.table_name = 'papers' AND c.op = 'update' AND "
        "coalesce(c.old ->> 'title', c.old ->> 'abstract', c.old ->> 'snippet') IS NOT NULL "
        "AND EXISTS (SELECT 1 FROM highlights h WHERE h.paper_id = c.row_id) "
        "UNION SELECT h.paper_id FROM captured c JOIN highlights h ON h.id = c.row_id "
        "WHERE c.table_name = 'highlights' AND c.op = 'update' "
        "AND c.old ->> 'paper_id' IS NOT NULL"
    )
    return of_papers(database, json.dumps([key for (key,) in rows])) if rows else {}
