"""What several papers have in common, counted by the database: they may be all there are."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.model import Overview, Status
from reader.store.connection import Database

_CHOSEN = "IN (SELECT value FROM json_each(?))"


def of(database: Database, ids: Sequence[int]) -> Overview:
    """The common facts of papers, without those that are gone. A read-only operation."""
    chosen = (json.dumps(ids),)
    by_status = database.rows(
        "SELECT status, count(*), sum(starred), min(year), max(year) FROM papers "
        f"WHERE id {_CHOSEN} GROUP BY status",
        chosen,
    )
    noted = database.value(
        f"SELECT count(*) FROM notes WHERE text <> '' AND paper_id {_CHOSEN}", chosen
    )
    tags = database.rows(
        "SELECT t.name, count(*) AS number FROM paper_tags pt JOIN tags t ON t.id = pt.tag_id "
        f"WHERE pt.paper_id {_CHOSEN} GROUP BY t.id ORDER BY number DESC, t.name",
        chosen,
    )
    first = [year for *_, year, _ in by_status if year is not None]
    last = [year for *_, year in by_status if year is not None]
    return Overview(
        total=sum(number for _, number, *_ in by_status),
        statuses={Status(status): number for status, number, *_ in by_status},
        starred=sum(starred for _, _, starred, *_ in by_status),
        noted=noted,
        years=(min(first), max(last)) if first else None,
        tags=dict(tags),
    )
