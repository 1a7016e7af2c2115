"""The program that a campaign kills: acts on a library and says what is saved.

``python -m tests.campaigns.worker FOLDER SEED`` prints a line of JSON before each action (what all
will be once it is done) and one after it (that it is). Its expectations come from a plain model of
its own, never from the library.
"""

from __future__ import annotations

import copy
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.library import Library
from reader.model import ListKind, PaperList, Status
from tests.libraries.papers import digest

WORDS = ("tide", "fern", "gull", "attention", "kept", "slow", "marmalade")
State = dict[str, dict[str, Any]]


def state_of(library: Library) -> State:
    """What a person has: each paper's title with status, star, tags and note."""
    return {
        paper.title: {
            "status": paper.status.value,
            "starred": paper.starred,
            "tags": sorted(paper.tags),
            "note": paper.note.text,
        }
        for paper in library.papers(library.list_ids(PaperList(ListKind.ALL)))
    }


class Worker:
    """Random actions on a library and, in step with them, on the model."""

    def __init__(self, library: Library, folder: Path, seed: int) -> None:
        self.library = library
        self.exports = folder / "exports"
        self.chance = random.Random(seed)
        self.seed = seed
        self.state = state_of(library)
        self.past: list[tuple[str, State | None]] = []
        self.imports = 0

    def act(self) -> None:
        """One action, announced and acknowledged."""
        actions = [self.star, self.mark, self.tag, self.note, self.note, self.import_, self.undo]
        self.chance.choice([*actions, self.index, self.export])() if self.state else self.import_()

    def saved(self, after: State, action: Callable[[], object], merge: str = "") -> None:
        _say("will", after)
        action()
        _say("done", after)
        if after != self.state and not (merge and self.past and self.past[-1][0] == merge):
            # The first note after a restart or an undo may join a step that the model knows
            # nothing of: what undoing it leads to is not known then.
            known = self.past or not merge
            self.past.append((merge, self.state if known else None))
        self.state = after

    def change(self, field: str, value: Any, action: Callable[[int, Any], object]) -> None:
        title = self.chance.choice(sorted(self.state))
        number = self.number(title)
        after = copy.deepcopy(self.state)
        after[title][field] = value
        merge = f"note:{number}" if field == "note" else ""
        self.saved(after, lambda: action(number, value), merge)

    def number(self, title: str) -> int:
        ids = self.library.list_ids(PaperList(ListKind.ALL))
        return next(row.id for row in self.library.rows(ids) if row.title == title)

    def star(self) -> None:
        starred = self.chance.random() < 0.5
        self.change("starred", starred, lambda n, v: self.library.set_starred([n], v))

    def mark(self) -> None:
        status = self.chance.choice(list(Status))
        self.change("status", status.value, lambda n, _: self.library.set_status([n], status))

    def note(self) -> None:
        text = " ".join(self.chance.choices(WORDS, k=self.chance.choice([1, 5, 400])))
        self.change("note", text, self.library.set_note)

    def tag(self) -> None:
        title, name = self.chance.choice(sorted(self.state)), self.chance.choice(WORDS)
        after = copy.deepcopy(self.state)
        has = name in after[title]["tags"]
        after[title]["tags"] = sorted({*after[title]["tags"], name} - ({name} if has else set()))
        act = self.library.remove_tags if has else self.library.add_tags
        number = self.number(title)
        self.saved(after, lambda: act([number], [name]))

    def import_(self) -> None:
        self.imports += 1
        size = self.chance.choice([1, 3, 30])
        titles = [f"Paper {n} of digest {self.imports} of run {self.seed}" for n in range(size)]
        fresh = {"status": "inbox", "starred": False, "tags": [], "note": ""}
        after = copy.deepcopy(self.state) | {title: copy.deepcopy(fresh) for title in titles}
        made = digest(titles, title=f"Digest {self.imports} of run {self.seed}")
        self.saved(after, lambda: self.library.import_digest(made))

    def undo(self) -> None:
        before = self.past.pop()[1] if self.past else None
        if before is None:
            self.past.clear()
            return
        _say("will", before)
        self.library.undo()
        _say("done", before)
        self.past.clear()
        self.state = before

    def index(self) -> None:
        self.library.update_index()

    def export(self) -> None:
        self.library.export(self.exports, self.library.exportable_ids())


def _say(word: str, state: State) -> None:
    print(json.dumps([word, state]), flush=True)


def main() -> None:
    """Acts until somebody ends it."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    with Library(folder / "library") as library:
        worker = Worker(library, folder, seed)
        _say("done", worker.state)
        while True:
            worker.act()


if __name__ == "__main__":
    main()
