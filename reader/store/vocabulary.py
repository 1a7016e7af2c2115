"""The words that papers bring with them, for completing a query. Read-only."""

from __future__ import annotations

from reader.store.connection import Database


def authors(database: Database) -> list[str]:
    """All authors, those with the most papers first."""
    return _names(database, "SELECT name FROM authors GROUP BY name ORDER BY count(*) DESC, name")


def authors_sign(database: Database) -> tuple[object, ...]:
    """Something that is another once an author is, but for rare chance: cheaper than reading."""
    letters = ", ".join(f"total(unicode(substr(name, {at})) * (id % 97))" for at in (1, -1, -2, -3))
    rows = database.rows(f"SELECT count(*), max(id), total(length(name)), {letters} FROM authors")
    return rows[0]


def venues(database: Database) -> list[str]:
    """All venues, those with the most papers first."""
    return _names(
        database,
        "SELECT venue FROM papers WHERE venue <> '' GROUP BY venue ORDER BY count(*) DESC, venue",
    )


def years(database: Database) -> list[str]:
    """All years, the latest first."""
    return _names(
        database,
        "SELECT DISTINCT CAST(year AS TEXT) FROM papers WHERE year > 0 ORDER BY year DESC",
    )


def tags(database: Database) -> list[str]:
    """All tags, those with the most papers first."""
    return _names(
        database,
        "SELECT t.name FROM tags t LEFT JOIN paper_tags pt ON pt.tag_id = t.id "
        "GROUP BY t.id ORDER BY count(pt.id) DESC, t.name",
    )


def digests(database: Database) -> list[str]:
    """The titles of all digests, the latest first."""
    return _names(database, "SELECT title FROM digests GROUP BY title ORDER BY max(id) DESC")


def _names(database: Database, sql: str) -> list[str]:
    return [name for (name,) in database.rows(sql)]
