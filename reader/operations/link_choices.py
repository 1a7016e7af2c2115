"""Which papers a link being written may mean."""

from __future__ import annotations

import re

from reader.digests.identity import title_key
from reader.model import LinkChoice
from reader.operations import linking
from reader.operations.note_links import written
from reader.store import Database, papers, titles

MOST = 12
_WORDS = re.compile(r"\w+")
# What was typed is compared with so many titles that have its words somewhere, the newest ones.
_CANDIDATES = 400


def choices(database: Database, typed: str) -> list[LinkChoice]:
    """The papers of which the title has all words typed, best first, at most MOST.

    Before anything is typed they are those whose notes were written last, then the newest.
    """
    keys = [key for word in _WORDS.findall(typed) if (key := title_key(word))]
    if keys:
        found = titles.containing(database, keys, _CANDIDATES)
        ranked = sorted(found, key=lambda one: _rank(one[1], keys))
        ids = [paper_id for paper_id, _ in ranked[:MOST]]
    else:
        ids = titles.latest(database, MOST)
    return [
        LinkChoice(row.id, row.title, row.year, written(*linking.reference(database, row.id)))
        for row in papers.rows(database, ids)
    ]


def _rank(title: str, keys: list[str]) -> tuple[bool, int, int]:
    """Orders titles: those that begin so, those with words that do, the shorter ones."""
    words = [title_key(word) for word in _WORDS.findall(title)]
    inside = sum(not any(word.startswith(key) for word in words) for key in keys)
    return not title_key(title).startswith("".join(keys)), inside, len(title)
