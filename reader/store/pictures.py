"""The pictures that notes show, for taking them along."""

from __future__ import annotations

import json
from collections.abc import Iterable

from reader.store.connection import Database


def kept(database: Database, hashes: Iterable[str]) -> dict[str, tuple[str, bytes]]:
    """Media type and bytes of those pictures that are there, by their hashes."""
    rows = database.rows(
        "SELECT hash, media_type, data FROM images WHERE hash IN (SELECT value FROM json_each(?))",
        (json.dumps(list(hashes)),),
    )
    return {key: (media_type, data) for key, media_type, data in rows}
