"""What the person decided about papers, the latest first. Read-only operations."""

from __future__ import annotations

from reader.store.connection import Database

_LIKED = """
SELECT id FROM papers WHERE starred = 1 OR status = 'read'
ORDER BY max(ifnull(starred_at, ''), ifnull(status_at, '')) DESC, id DESC LIMIT ?
"""
_PASSED = """
SELECT id FROM papers WHERE status = 'skipped' AND starred = 0
ORDER BY status_at DESC, id DESC LIMIT ?
"""
_ANY_LIKED = (
    "SELECT EXISTS (SELECT 1 FROM papers WHERE starred = 1) "
    "OR EXISTS (SELECT 1 FROM papers WHERE status = 'read')"
)


def any_liked(database: Database) -> bool:
    """Whether any paper is starred or read."""
    return bool(database.value(_ANY_LIKED))


def liked(database: Database, most: int) -> list[int]:
    """The papers that are starred or read."""
    return [key for (key,) in database.rows(_LIKED, (most,))]


def passed(database: Database, most: int) -> list[int]:
    """The papers that are skipped, unless they are starred all the same."""
    return [key for (key,) in database.rows(_PASSED, (most,))]
