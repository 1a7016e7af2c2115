"""Who set each field of a paper: a digest, or the person. What a person set no digest changes."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import PaperFields
from reader.store import authors, citation_keys
from reader.store.connection import Database

FIELDS = ("title", "authors", "year", "venue", "abstract")


def claim(database: Database, fields: Iterable[tuple[int, str]], digest_id: int | None) -> None:
    """Notes that a digest, or with None the person, set these fields (paper, name)."""
    database.execute_many(
        "INSERT INTO field_origins (paper_id, field, digest_id) VALUES (?, ?, ?) "
        "ON CONFLICT (paper_id, field) DO UPDATE SET digest_id = excluded.digest_id",
        [(paper_id, field, digest_id) for paper_id, field in fields],
    )


def of_paper(database: Database, paper_id: int) -> dict[str, int | None]:
    """For each field of a paper that was set the digest that did, or None for the person."""
    sql = "SELECT field, digest_id FROM field_origins WHERE paper_id = ?"
    found = dict(database.rows(sql, (paper_id,)))
    return {field: found[field] for field in FIELDS if field in found}


def disclaim(database: Database, paper_id: int, field: str) -> None:
    """Notes that nobody set a field."""
    sql = "DELETE FROM field_origins WHERE paper_id = ? AND field = ?"
    database.execute(sql, (paper_id, field))


def disclaim_all(database: Database, digest_id: int) -> None:
    """Notes that what a digest set, which goes, is nobody's; least of all the person's."""
    database.execute("DELETE FROM field_origins WHERE digest_id = ?", (digest_id,))


def fields_of(database: Database, paper_id: int) -> PaperFields:
    """The fields of a paper as they are."""
    [(title, year, venue, abstract, key)] = database.rows(
        "SELECT title, year, venue, abstract, ifnull(citation_key, '') FROM papers WHERE id = ?",
        (paper_id,),
    )
    sql = "SELECT name FROM authors WHERE paper_id = ? ORDER BY position"
    names = tuple(name for (name,) in database.rows(sql, (paper_id,)))
    return PaperFields(title, names, year, venue, abstract, key)


def edit(
    database: Database, paper_id: int, fields: PaperFields, base: PaperFields, title_key: str
) -> None:
    """Gives a paper those fields that differ from ``base``, what the person saw; they are theirs.

    What came meanwhile for other fields stays. Raises EditError for a citation key that is taken.
    """
    changed = [name for name in FIELDS if getattr(fields, name) != getattr(base, name)]
    for name in changed:
        if name == "authors":
            authors.replace(database, paper_id, fields.authors)
        else:
            sql = f"UPDATE papers SET {name} = ? WHERE id = ?"
            database.execute(sql, (getattr(fields, name), paper_id))
    if "title" in changed:
        sql = "UPDATE papers SET title_key = ?, title_provisional = 0 WHERE id = ?"
        database.execute(sql, (title_key, paper_id))
    claim(database, [(paper_id, name) for name in changed], None)
    if fields.citation_key is not None and fields.citation_key != base.citation_key:
        citation_keys.choose(database, paper_id, fields.citation_key)
