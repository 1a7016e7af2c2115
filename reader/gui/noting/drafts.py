"""What was typed for papers and not yet added to their notes: kept with the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.gui.jobs import Jobs
from reader.library import Library

Ids = Sequence[int]


class Drafts:
    """One text for each paper, and one for whichever several papers are selected."""

    def __init__(self, library: Library, jobs: Jobs) -> None:
        self._library = library
        self._jobs = jobs
        self._known: dict[str, str] = {}

    def fetch(self, ids: Ids, show: Callable[[str], None]) -> None:
        """Hands over what was typed for papers, now or once it has been read."""
        name = setting(ids)
        if name in self._known:
            show(self._known[name])
            return

        def read(text: str) -> None:
            # What was typed meanwhile is newer.
            if name not in self._known:
                self._known[name] = text
            show(text)

        self._jobs.query(lambda: self._library.setting(name), read)

    def keep(self, ids: Ids, text: str) -> None:
        """Puts what is typed for papers on disk, if it is not there."""
        name = setting(ids)
        if self._known.get(name) != text:
            self._known[name] = text
            self._jobs.change(lambda: self._library.set_setting(name, text))

    def take(self, ids: Ids) -> None:
        """Forgets what was typed; on disk it stays until who takes it has put it elsewhere."""
        self._known[setting(ids)] = ""

    def give_back(self, ids: Ids, text: str) -> None:
        """Keeps what was taken and could not be put elsewhere, with what was typed since."""
        since = self._known.get(setting(ids), "")
        self.keep(ids, joined(text, since))


def setting(ids: Ids) -> str:
    """The name under which the library keeps what was typed for papers."""
    return f"quick-note:{ids[0] if len(ids) == 1 else 'several'}"


def joined(earlier: str, later: str) -> str:
    """Two texts as one, none of them lost."""
    return "\n".join(text for text in (earlier, later) if text)
