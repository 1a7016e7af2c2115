"""By how much a step of the history changes what is counted, without counting all again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from reader.model import ListKind
from reader.store.connection import Database

# Tables of what no list of the sidebar counts.
_UNCOUNTED = frozenset({"authors", "identifiers", "links", "field_origins"})
# To count all is quicker than so many papers one by one.
_MOST = 1000


def moved(database: Database, changes: Sequence[list[Any]]) -> dict[ListKind, int] | None:
    """By how many papers lists grew; None where more than status and star changed of what counts.

    ``changes`` are those of a step as the journal has them, in the transaction that made them.
    """
    before: dict[int, dict[str, Any]] = {}
    for op, table, row_id, old in changes:
        if table in _UNCOUNTED:
            continue
        if (op, table) != ("update", "papers") or len(before) > _MOST:
            return None
        # Of several changes of a paper the first one tells what it was.
        before[row_id] = old | before.get(row_id, {})
    sql = (
        "SELECT p.id, p.status, p.starred FROM json_each(?) wanted "
        "CROSS JOIN papers p ON p.id = wanted.value"
    )
    grown: Counter[ListKind] = Counter()
    for key, status, starred in database.rows(sql, (json.dumps(list(before)),)):
        grown[ListKind(before[key].get("status", status))] -= 1
        grown[ListKind(status)] += 1
        grown[ListKind.STARRED] += starred - before[key].get("starred", starred)
    return dict(grown)
