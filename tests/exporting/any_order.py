"""A model of a person with a library and a vault, for tests of any order of what they do.

The model knows only lines: each one written is unlike all others, so that it can be looked for. A
line may go from where it was only if the person deleted it; what loses in a decision is found among
the versions of the note.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from reader.exporting.base import Resolve
from reader.library import Library
from reader.model import Colour, PaperFields, Status
from reader.operations.anchoring import Anchor
from tests.libraries.papers import digest, entry

PAPERS = st.sampled_from([1, 2])
TAGS = st.sampled_from(["a", "b", "c/d"])
DECISIONS = st.sampled_from([Resolve.OURS, Resolve.THEIRS, Resolve.REPORT])
SIDES = st.sampled_from([Resolve.OURS, Resolve.THEIRS, Resolve.BOTH])
_LINE = re.compile(r"(?:here|there)-\d+")
# In memory where that can be: every export waits for the disk.
_ROOM = "/dev/shm" if Path("/dev/shm").is_dir() else None
_PASSAGES = ("Ferns", "unfold", "slowly", "most")


_VALUES = (
    (r"^status: .*$", "status: queued"),
    (r"^status: .*$", "status: read"),
    (r"^starred: .*$", "starred: false"),
    (r"^tags: .*$", "tags: [there]"),
    (r"^title: .*$", "title: Mine"),
    (r"^added: .*$", ""),
)


@dataclass(frozen=True, slots=True)
class Edit:
    """At a place of a text some lines go and some come."""

    paper: int
    place: int
    gone: int
    more: int
    extra: tuple[str, ...]


EDITS = st.builds(
    Edit,
    PAPERS,
    st.integers(0, 8),
    st.integers(0, 2),
    st.integers(0, 2),
    st.sampled_from([(), (), ("",), ("# Heading",), ("## Note",), ("```",), ("- [ ] do",)]),
)


@cache
def _pristine() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="reader-pristine-", dir=_ROOM)
    with Library(Path(folder.name)) as library:
        papers = [entry(title, abstract="Ferns unfold slowly, most of them.") for title in "AB"]
        library.import_digest(digest(papers))
        library.set_starred([1, 2], True)
    return folder


class AnyOrder(RuleBasedStateMachine):
    """Writes, decides, exports and reads back in any order; no line gets lost."""

    def __init__(self) -> None:
        super().__init__()
        self._scratch = tempfile.TemporaryDirectory(prefix="reader-any-order-", dir=_ROOM)
        root = Path(self._scratch.name)
        shutil.copytree(_pristine().name, root / "library")
        self.now = datetime(2026, 5, 1, tzinfo=UTC)
        self.library = Library(root / "library", now=lambda: self.now)
        self.folder = root / "vault"
        self.begun = len(self.library.history())
        self.count = 0
        self.alive: dict[str, int] = {}
        for paper in (1, 2):
            lines = [self._new(paper, "here") for _ in range(4)]
            self.library.set_note(paper, "\n".join(lines))
        self.library.keep_exported(self.folder)
        self.export(Resolve.REPORT)

    def teardown(self) -> None:
        self.library.close()
        self._scratch.cleanup()

    # --- What is written ------------------------------------------------------------------------

    @rule(edit=EDITS)
    def write_note(self, edit: Edit) -> None:
        paper = edit.paper
        lines = self._edited(self._note(paper).split("\n"), edit, "here")
        self.library.set_note(paper, "\n".join(lines))

    @rule(edit=EDITS, in_note=st.booleans())
    def write_body(self, edit: Edit, in_note: bool) -> None:
        head, body = self._parts(edit.paper)
        lines = body.split("\n")
        start = lines.index("## Note") + 1 if in_note and "## Note" in lines else 0
        edited = self._edited(lines[start:], edit, "there")
        self._save(edit.paper, head + "\n".join([*lines[:start], *edited]))

    @rule(here=EDITS, there=EDITS)
    def write_both(self, here: Edit, there: Edit) -> None:
        self.write_note(here)
        self.write_body(replace(there, paper=here.paper), True)

    @rule(steps=st.integers(-3, 3))
    def undo_or_redo(self, steps: int) -> None:
        for _ in range(abs(steps)):
            if steps > 0:
                self.library.redo()
            elif self._undoable():
                self.library.undo()

    @rule(paper=PAPERS, data=st.data())
    def change_paper(self, paper: int, data: st.DataObject) -> None:
        library = self.library
        match data.draw(st.sampled_from(["status", "star", "tag", "untag", "title", "highlight"])):
            case "status":
                library.set_status([paper], data.draw(st.sampled_from(Status)))
            case "star":
                library.set_starred([paper], data.draw(st.booleans()))
            case "tag":
                library.add_tags([paper], [data.draw(TAGS)])
            case "untag":
                library.remove_tags([paper], [data.draw(TAGS)])
            case "title":
                title = data.draw(st.sampled_from(["Other: title", "---", "Ferns unfold"]))
                abstract = library.paper(paper).abstract
                library.edit_paper(paper, PaperFields(title, abstract=abstract))
            case _:
                passage = Anchor(data.draw(st.sampled_from(_PASSAGES)), "", "")
                comment = data.draw(st.sampled_from(["", "x", "*"]))
                library.highlight(paper, "abstract", passage, Colour.YELLOW, comment)

    @rule(paper=PAPERS, data=st.data())
    def change_file(self, paper: int, data: st.DataObject) -> None:
        head, body = self._parts(paper)
        file = self._file(paper)
        match data.draw(st.sampled_from(["key", "values", "move", "line ends", "section"])):
            case "key":
                line = self._new(paper, "there")
                self._save(paper, f"{head[:-4]}{line}: mine\n---\n{body}")
            case "values":
                old, new = data.draw(st.sampled_from(_VALUES))
                self._save(paper, re.sub(old, new, head, count=1, flags=re.MULTILINE) + body)
            case "move":
                name = data.draw(st.sampled_from(["x.md", "deep/er/y.md", "é (1).md"]))
                target = self.folder / f"{paper} {name}"
                target.parent.mkdir(parents=True, exist_ok=True)
                file.rename(target)
            case "line ends":
                data_ = file.read_bytes().replace(b"\r\n", b"\n")
                file.write_bytes(data_.replace(b"\n", b"\r\n"))
            case _:
                heading = data.draw(st.sampled_from(["## Note", "\n## Mine", "```", "---"]))
                self._save(paper, f"{head}{body}{heading}\n{self._new(paper, 'there')}\n")

    @rule(seconds=st.sampled_from([1, 60, 200_000]))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.library.thin_note_revisions()

    # --- What goes between them -----------------------------------------------------------------

    @rule(decision=DECISIONS)
    def export(self, decision: Resolve) -> None:
        self.library.export(self.folder, [1, 2], resolve=decision)
        before = self._snapshot()
        self.library.export(self.folder, [1, 2])
        assert self._snapshot() == before, "an export of the same writes"

    @rule(papers=st.none() | st.sets(PAPERS))
    def keep(self, papers: set[int] | None) -> None:
        self.library.refresh_kept(papers)
        self.library.refresh_kept()

    @rule(decision=DECISIONS, exported=st.booleans())
    def bring_back(self, decision: Resolve, exported: bool) -> None:
        in_step = exported and self._in_step()
        plan = self.library.plan_notes(self.folder, resolve=decision)
        before = self._snapshot()
        done = self.library.import_notes(plan)
        assert not done.left
        assert self._snapshot() == before, "reading back writes into the folder"
        again = self.library.plan_notes(self.folder, resolve=decision)
        assert not again, "what was read back comes again"
        if in_step and not any(change.status for change in plan.changes):
            files = [name for name in before if not name.endswith("index.md")]
            self.library.export(self.folder, [1, 2])
            after = self._snapshot()
            assert [name for name in files if after[name] != before[name]] == []

    @rule(sides=st.lists(SIDES, min_size=40, max_size=40))
    def settle(self, sides: list[Resolve]) -> None:
        decided = []
        for conflict in self.library.export_conflicts(self.folder):
            chosen = [
                Resolve.OURS if place.key and side is Resolve.BOTH else side
                for place, side in zip(conflict.places, sides, strict=False)
            ]
            if conflict.places:
                decided.append((conflict, chosen))
        self.library.settle_conflicts(self.folder, decided)
        assert not any(one.places for one in self.library.export_conflicts(self.folder))

    # --- What must hold -------------------------------------------------------------------------

    @invariant()
    def no_line_is_lost(self) -> None:
        for paper in (1, 2):
            texts = [self._note(paper), self._file(paper).read_text(encoding="utf-8")]
            texts += [one.text for one in self.library.note_revisions(paper)]
            there = set(_LINE.findall("\n".join(texts)))
            written = {line for line, of in self.alive.items() if of == paper}
            assert written <= there, sorted(written - there)

    def _in_step(self) -> bool:
        """Whether the folder has all that the library says."""
        report = self.library.export(self.folder, [1, 2])
        return not report.conflicts

    def _undoable(self) -> bool:
        return sum(not step.undone for step in self.library.history(1000)) > self.begun

    def _edited(self, lines: list[str], edit: Edit, where: str) -> list[str]:
        """Lines with some deleted, and new ones put in their place."""
        at = edit.place % (len(lines) + 1)
        for line in lines[at : at + edit.gone]:
            self._forget(line)
        new = [self._new(edit.paper, where) for _ in range(edit.more)]
        return [*lines[:at], *edit.extra, *new, *lines[at + edit.gone :]]

    def _new(self, paper: int, where: str) -> str:
        self.count += 1
        line = f"{where}-{self.count}"
        self.alive[line] = paper
        return line

    def _forget(self, line: str) -> None:
        for one in _LINE.findall(line):
            self.alive.pop(one, None)

    def _note(self, paper: int) -> str:
        return self.library.paper(paper).note.text

    def _file(self, paper: int) -> Path:
        reader_id = self.library.paper(paper).reader_id
        for path in self.folder.rglob("*.md"):
            if f"reader-id: {reader_id}" in path.read_text(encoding="utf-8"):
                return path
        raise AssertionError("the file is gone")

    def _parts(self, paper: int) -> tuple[str, str]:
        """The front matter with its fences, and the body, as an editor shows them."""
        text = self._file(paper).read_text(encoding="utf-8")
        end = text.index("---\n", 4) + 4
        return text[:end], text[end:]

    def _save(self, paper: int, text: str) -> None:
        self._file(paper).write_text(text, encoding="utf-8")

    def _snapshot(self) -> dict[str, tuple[bytes, int]]:
        return {
            path.relative_to(self.folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.folder.rglob("*.md"))
        }
