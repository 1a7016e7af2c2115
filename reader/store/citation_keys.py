"""Citation keys: no two papers have the same, whatever the case, and an old one never changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from reader.errors import EditError
from reader.model import is_citation_key
from reader.store.connection import Database
from reader.words import say


def taken(database: Database) -> dict[str, int]:
    """The keys in use, in small letters, each with the first paper that has it."""
    rows = database.rows(
        "SELECT citation_key, id FROM papers WHERE citation_key IS NOT NULL ORDER BY id DESC"
    )
    return {key.lower(): paper_id for key, paper_id in rows}


def of_papers(database: Database, ids: Iterable[int]) -> dict[int, str]:
    """The keys of those papers that have one."""
    rows = database.rows(
        "SELECT id, citation_key FROM papers WHERE citation_key IS NOT NULL "
        "AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return dict(rows)


def put(database: Database, keys: Mapping[int, str]) -> None:
    """Gives papers keys that the caller knows to be free."""
    database.execute_many(
        "UPDATE papers SET citation_key = ? WHERE id = ?",
        [(key, paper_id) for paper_id, key in keys.items()],
    )


def adopt(database: Database, keys: Iterable[tuple[int, str]]) -> None:
    """Keeps keys that came from elsewhere, where the paper has none and no other has the key."""
    wanted = [(paper_id, key) for paper_id, key in keys if is_citation_key(key)]
    if not wanted:
        return
    used = set(taken(database))
    with_key = set(of_papers(database, [paper_id for paper_id, _ in wanted]))
    adopted: dict[int, str] = {}
    for paper_id, key in wanted:
        if paper_id not in with_key and key.lower() not in used:
            adopted[paper_id] = key
            with_key.add(paper_id)
            used.add(key.lower())
    put(database, adopted)


def choose(database: Database, paper_id: int, key: str) -> None:
    """Gives a paper the key that the person typed; an empty one takes it away.

    Raises EditError when another paper has it.
    """
    other = taken(database).get(key.lower()) if key else None
    if other is not None and other != paper_id:
        title = database.value("SELECT title FROM papers WHERE id = ?", (other,))
        raise EditError(
            say("The citation key “{}” is taken: paper {} has it, “{}”.").format(
                key, other, str(title)[:80]
            ),
            advice=say("Choose another one."),
        )
    database.execute(
        "UPDATE papers SET citation_key = ?1 WHERE id = ?2 AND citation_key IS NOT ?1",
        (key or None, paper_id),
    )
