"""What was taken in the palette last, and the papers opened last. Kept over restarts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.gui.jobs import Jobs
from reader.library import Library
from reader.model import PaperRow

_SETTING = "palette_recent"
# So many of the papers, and so many of all else: neither takes the place of the other.
_KEPT = 12
_PAPER, _QUERY = "paper:", "query:"


def paper_key(paper_id: int) -> str:
    """How a paper is remembered."""
    return f"{_PAPER}{paper_id}"


def query_key(query: str) -> str:
    """How a query is remembered."""
    return f"{_QUERY}{query}"


class Recent(QObject):
    """Keys of items of the palette, the newest first. ``learned`` says that the papers are known.

    The papers are asked for anew each time the palette opens: they may be others by then, or gone.
    """

    learned = Signal()

    def __init__(self, library: Library, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._kept: list[str] | None = None
        self.papers: Sequence[PaperRow] = ()

    @property
    def keys(self) -> Sequence[str]:
        """The keys of what was used, the newest first."""
        if self._kept is None:
            self._kept = _read(self._library)
        return self._kept

    @property
    def queries(self) -> list[str]:
        """The queries among them."""
        return [key.removeprefix(_QUERY) for key in self.keys if key.startswith(_QUERY)]

    def remember(self, key: str) -> None:
        """Puts something before all that was used earlier."""
        if list(self.keys[:1]) == [key]:
            return
        kept = _trimmed([key, *(other for other in self.keys if other != key)])
        self._kept = kept
        self._jobs.change(lambda: self._library.set_setting(_SETTING, json.dumps(kept)))

    def remember_paper(self, paper_id: int) -> None:
        """Remembers that a paper was opened."""
        self.remember(paper_key(paper_id))

    def ask(self) -> None:
        """Asks what the papers are called now."""
        numbers = (key.removeprefix(_PAPER) for key in self.keys if key.startswith(_PAPER))
        ids = [int(number) for number in numbers if number.isdecimal()]
        self._jobs.query(lambda: self._library.rows(ids), self._learn, "recent papers", aside=True)

    def _learn(self, rows: list[PaperRow]) -> None:
        if rows != self.papers:
            self.papers = rows
            self.learned.emit()


def _read(library: Library) -> list[str]:
    try:
        kept = json.loads(library.setting(_SETTING) or "[]")
    except ValueError:
        return []
    if not isinstance(kept, list):
        return []
    return _trimmed(key for key in kept if isinstance(key, str))


def _trimmed(keys: Iterable[str]) -> list[str]:
    seen: Counter[bool] = Counter()
    kept = []
    for key in keys:
        of_papers = key.startswith(_PAPER)
        seen[of_papers] += 1
        if seen[of_papers] <= _KEPT:
            kept.append(key)
    return kept
