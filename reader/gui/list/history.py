"""The searches that were of use, to come back to."""

from __future__ import annotations

import json

from reader.gui.jobs import Jobs
from reader.library import Library

KEPT = 50
_NAME = "searches"


class SearchHistory:
    """The last queries, kept with the library, and where in them the person is walking."""

    def __init__(self, library: Library, jobs: Jobs) -> None:
        self._library = library
        self._jobs = jobs
        self._queries = _read(library)
        self._at: int | None = None
        self._draft = ""

    def remember(self, query: str) -> None:
        """Makes a query the newest one."""
        self.stop()
        query = query.strip()
        if not query or query in self._queries[:1]:
            return
        self._queries = _with(query, self._queries)

        def keep() -> None:
            # Another window on the library may have kept others meanwhile.
            queries = _with(query, _read(self._library))
            self._library.set_setting(_NAME, json.dumps(queries, ensure_ascii=False))

        self._jobs.change(keep)

    def older(self, text: str) -> str | None:
        """The query before the one shown; ``text`` is what was typed, to come back to."""
        if self._at is None:
            self._draft = text
            # What is in the field is no news.
            following = 1 if self._queries[:1] == [text.strip()] else 0
        else:
            following = self._at + 1
        if following >= len(self._queries):
            return None
        self._at = following
        return self._queries[following]

    def newer(self) -> str | None:
        """The query after the one shown, or what was typed; None past the newest."""
        if self._at is None:
            return None
        if self._at > 0:
            self._at -= 1
            return self._queries[self._at]
        draft = self._draft
        self.stop()
        return draft if draft.strip() not in ("", self._queries[0]) else None

    def stop(self) -> None:
        """Ends the walk: something was typed."""
        self._at, self._draft = None, ""


def _with(query: str, queries: list[str]) -> list[str]:
    return [query, *(other for other in queries if other != query)][:KEPT]


def _read(library: Library) -> list[str]:
    try:
        kept = json.loads(library.setting(_NAME) or "[]")
    except ValueError:
        return []
    return [query for query in kept if isinstance(query, str)] if isinstance(kept, list) else []
