"""Gives papers their citation keys when they are first asked for; then they stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.exporting.citation_keys import free_key
from reader.model import Paper
from reader.store import Store, citation_keys, papers


def keyed(store: Store, ids: Sequence[int]) -> list[Paper]:
    """Whole papers in the order of ``ids``, each with its key. Writes only what was missing.

    That is no step of the history: undoing it would change keys that are in use elsewhere.
    """
    found = papers.full_many(store.reading(), ids)
    if not _wanting(found, citation_keys.taken(store.reading())):
        return found
    with store.write() as database:
        taken = citation_keys.taken(database)
        known = citation_keys.of_papers(database, ids)
        found = [replace(paper, citation_key=known.get(paper.id, "")) for paper in found]
        made: dict[int, str] = {}
        # The oldest first, so that it does not depend on the order of a list who gets the letter.
        for paper in sorted(_wanting(found, taken), key=lambda paper: paper.id):
            made[paper.id] = free_key(paper, taken)
            taken[made[paper.id].lower()] = paper.id
        citation_keys.put(database, made)
    return [replace(paper, citation_key=made.get(paper.id, paper.citation_key)) for paper in found]


def _wanting(found: Sequence[Paper], taken: dict[str, int]) -> list[Paper]:
    """Those without a key, or with one that an older paper has: undoing can bring that about."""
    return [
        paper
        for paper in found
        if not paper.citation_key or taken.get(paper.citation_key.lower(), paper.id) != paper.id
    ]
