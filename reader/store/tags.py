"""Tags: free labels, many per paper; ``/`` nests them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reader.store.connection import Database, storable

TAGGED = (
    "SELECT pt.paper_id FROM paper_tags pt JOIN tags t ON t.id = pt.tag_id "
    "WHERE t.name = ?1 OR substr(t.name, 1, length(?1) + 1) = ?1 || '/'"
)
"""The papers that have the tag ?1 or one that nests in it."""


def clean(name: str) -> str:
    """A tag as it is kept: no ``#`` in front, no stray spaces, no empty levels."""
    levels = (
        " ".join(level.split()) for level in storable(name).strip().removeprefix("#").split("/")
    )
    return "/".join(level for level in levels if level)


def add(database: Database, ids: Iterable[int], names: Sequence[str]) -> None:
    """Puts tags on papers; those that have them already stay as they are."""
    wanted = json.dumps(list(ids))
    for name in names:
        # Only with a paper to carry it: a tag of nothing would stay for ever.
        database.execute(
            "INSERT INTO tags (name) SELECT ? WHERE EXISTS (SELECT 1 FROM papers "
            "WHERE id IN (SELECT value FROM json_each(?))) ON CONFLICT DO NOTHING",
            (name, wanted),
        )
        database.execute(
            "INSERT INTO paper_tags (paper_id, tag_id) "
            "SELECT p.id, t.id FROM papers p, tags t "
            "WHERE p.id IN (SELECT value FROM json_each(?)) AND t.name = ? ON CONFLICT DO NOTHING",
            (wanted, name),
        )


def remove(database: Database, ids: Iterable[int], names: Sequence[str]) -> None:
    """Takes tags off papers; a tag that no paper has any more goes."""
    wanted = json.dumps(list(ids))
    for name in names:
        database.execute(
            "DELETE FROM paper_tags WHERE paper_id IN (SELECT value FROM json_each(?)) "
            "AND tag_id = (SELECT id FROM tags WHERE name = ?)",
            (wanted, name),
        )
        database.execute(
            "DELETE FROM tags WHERE name = ? "
            "AND NOT EXISTS (SELECT 1 FROM paper_tags WHERE tag_id = tags.id)",
            (name,),
        )


def counted(database: Database) -> dict[str, int]:
    """How many papers each tag has, by its name, without those that nest in it."""
    return dict(
        database.rows(
            "SELECT t.name, count(pt.id) FROM tags t JOIN paper_tags pt ON pt.tag_id = t.id "
            "GROUP BY t.id ORDER BY t.name"
        )
    )


def nesting(database: Database, tags: Iterable[str]) -> dict[str, int]:
    """How many papers each level above some tags has, with all that nests in it."""
    levels = [name.split("/") for name in tags]
    above = {"/".join(parts[:end]) for parts in levels for end in range(1, len(parts))}
    count = f"SELECT count(DISTINCT paper_id) FROM ({TAGGED})"
    return {name: database.value(count, (name,)) for name in sorted(above)}


def names(database: Database) -> list[str]:
    """All tags, in order of name."""
    return [name for (name,) in database.rows("SELECT name FROM tags ORDER BY name")]
