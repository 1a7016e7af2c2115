"""Fields of papers follow the digests that gave them, when one is read again or taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reader.store import authors, origins
from reader.store.connection import Database

TitleKey = Callable[[str], str]
"""Reduces a title for comparison; see reader.digests.identity."""


@dataclass(frozen=True, slots=True)
class _Saying:
    """What an entry says of a paper, and whether it is the one that had given a field."""

    id: int
    digest_id: int
    said: dict[str, Any]

    def rank(self, field: str, digest_id: int, gave: bool) -> tuple[bool, bool, bool, int]:
        """Orders sayings, the one to believe first: titles before stand-ins for titles."""
        provisional = field == "title" and self.said.get("title_provisional", False)
        return provisional, self.digest_id != digest_id, not gave, self.id


def follow(
    database: Database,
    ids: Iterable[int],
    digest_id: int,
    before: Mapping[int, dict[str, Any]],
    title_key: TitleKey,
) -> None:
    """Gives papers anew the fields that a digest had given them.

    A field comes from the entry that had given it (``before`` has what entries said before, by
    their keys), else from another entry of the digest, else from another digest, whose it then is.
    What no entry says is emptied and nobody's; only a title stays.
    """
    for paper_id in ids:
        ours = [f for f, d in origins.of_paper(database, paper_id).items() if d == digest_id]
        if not ours:
            continue
        current = origins.fields_of(database, paper_id)
        sayings = _sayings(database, paper_id)
        for field in ours:
            value = getattr(current, field)
            given = list(value) if field == "authors" else value
            ranked = sorted(
                (one for one in sayings if one.said.get(field)),
                key=lambda one: one.rank(
                    field, digest_id, before.get(one.id, {}).get(field) == given
                ),
            )
            _give(database, paper_id, field, ranked[0] if ranked else None, title_key)


def _sayings(database: Database, paper_id: int) -> list[_Saying]:
    rows = database.rows(
        "SELECT id, digest_id, said FROM entries WHERE paper_id = ? ORDER BY id", (paper_id,)
    )
    return [_Saying(key, digest_id, json.loads(said)) for key, digest_id, said in rows]


def _give(
    database: Database, paper_id: int, field: str, saying: _Saying | None, title_key: TitleKey
) -> None:
    value = saying.said[field] if saying is not None else None
    if field == "authors":
        authors.replace(database, paper_id, value or ())
    elif field == "title":
        if saying is not None:
            provisional = bool(saying.said.get("title_provisional", False))
            sql = "UPDATE papers SET title = ?, title_key = ?, title_provisional = ? WHERE id = ?"
            database.execute(sql, (value, title_key(str(value)), provisional, paper_id))
    else:
        empty = None if field == "year" else ""
        sql = f"UPDATE papers SET {field} = ? WHERE id = ?"
        database.execute(sql, (empty if value is None else value, paper_id))
    if saying is None:
        origins.disclaim(database, paper_id, field)
    else:
        origins.claim(database, [(paper_id, field)], saying.digest_id)
