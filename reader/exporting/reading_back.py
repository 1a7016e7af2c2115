"""Reads exported files back: what a person changed in them since they were written.

Only processes text. What a file says is compared with what was last brought into it (its base) and
with the paper as it now is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.exporting import front_matter
from reader.exporting.base import Base, Resolve
from reader.exporting.comment_lines import comments_in, written
from reader.exporting.escaping import plain, verbatim
from reader.exporting.files import NotTextError
from reader.exporting.front_matter import MalformedError, Parts, split
from reader.exporting.merge import Conflict, merge
from reader.exporting.note_section import (
    NoSectionError,
    heading_in,
    heading_now,
    note_at,
    with_note,
)
from reader.exporting.pictures import relinked
from reader.exporting.reading_folder import FileText, FolderTexts, Refused
from reader.model import Paper, Status
from reader.words import say


@dataclass(frozen=True, slots=True)
class FileChange:
    """What one file would change of its paper, and what it cannot.

    ``note``, ``status`` and ``starred`` are None where nothing changes. ``conflicts`` names what
    was changed there and here, ``problems`` says what cannot be understood; neither is in the rest.
    ``aside`` is a note that loses against the library's and is worth keeping as a version.
    ``base`` is what counts as last written once all this is in the library.
    """

    path: str
    paper: Paper
    note: str | None = None
    merged: bool = False
    aside: str = ""
    tags_added: tuple[str, ...] = ()
    tags_removed: tuple[str, ...] = ()
    status: Status | None = None
    starred: bool | None = None
    comments: tuple[tuple[int, str], ...] = ()
    conflicts: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    base: Base | None = None

    def __bool__(self) -> bool:
        """Whether anything of the paper would change."""
        found = (self.note, self.status, self.starred)
        sets = (self.aside, self.tags_added, self.tags_removed, self.comments)
        return any(one is not None for one in found) or any(sets)


def compare(paper: Paper, file: FileText, base: Base | None, resolve: Resolve) -> FileChange:
    """What a file changes of its paper. Raises NotTextError with the reason when none can say.

    What only the person changed arrives. With OURS or THEIRS the library or the file wins what
    both changed. Without a base, whatever differs may have been changed by either.
    """
    try:
        # As the library names pictures, wherever the file was moved.
        before = None if base is None else replace(base, text=relinked(base.text))
        comparison = _Comparison(paper, before, split(relinked(file.text)), resolve)
        change = FileChange(file.path, paper)
        for step in (comparison.note, comparison.tags, comparison.marks, comparison.comments):
            change = step(change)
        return replace(
            change,
            conflicts=tuple(comparison.conflicts),
            problems=tuple(comparison.problems),
            base=comparison.base_after(file.path),
        )
    except MalformedError as error:
        reason = str(error).strip().split("\n")[0][:200]
        raise NotTextError(say("its front matter cannot be read ({})").format(reason)) from error


class _Comparison:
    """One file against its base and its paper; gathers what cannot be decided."""

    def __init__(self, paper: Paper, base: Base | None, now: Parts, resolve: Resolve) -> None:
        self._paper = paper
        self._base = base
        self._resolve = resolve
        self._body = now.body
        self._before = Parts(None, "") if base is None else split(base.text)
        # Reading YAML takes milliseconds; most often nobody touched it.
        touched = base is None or now.front != self._before.front
        front, front_before = (now.front, self._before.front) if touched else (None, None)
        self._front: Mapping[str, Any] = front_matter.load(front or "")
        self._front_before: Mapping[str, Any] = front_matter.load(front_before or "")
        self._new_values: dict[str, Any] = {}
        self._new_body = self._before.body
        self.conflicts: list[str] = []
        self.problems: list[str] = []

    def note(self, change: FileChange) -> FileChange:
        """The note, merged by lines."""
        base_body = None if self._base is None else self._before.body
        try:
            heading = heading_now(base_body, self._body)
        except NoSectionError as error:
            self.problems.append(say("{}, so the note was not read").format(error))
            return change
        theirs, ours = note_at(self._body, heading), verbatim(self._paper.note.text)
        start = heading_in(self._before.body)
        before = note_at(self._before.body, start)
        if theirs == ours or (self._base is not None and theirs == before):
            return change
        merged = self._merged(before, theirs, ours)
        if merged is None:
            self.conflicts.append("note")
            return change
        self._new_body = with_note(self._new_body, start, theirs)
        aside = theirs if self._resolve is Resolve.OURS and merged != theirs else ""
        note = merged if merged != ours else None
        return replace(change, note=note, merged=ours != before and merged != theirs, aside=aside)

    def _merged(self, before: str, theirs: str, ours: str) -> str | None:
        if self._base is not None:
            result = merge(before, theirs, ours, resolve=self._resolve)
            return None if isinstance(result, Conflict) else result
        if not ours:
            return theirs
        return {Resolve.OURS: ours, Resolve.THEIRS: theirs}.get(self._resolve)

    def tags(self, change: FileChange) -> FileChange:
        """The tags, merged as sets, where no two changes contradict each other."""
        if "tags" not in self._front:
            return change
        theirs = self._front["tags"]
        theirs = [] if theirs is None else theirs
        if not isinstance(theirs, list) or not all(isinstance(tag, str) for tag in theirs):
            self.problems.append(say("its tags are no list of texts, so they were not read"))
            return change
        now = [tag for tag in (plain(tag).removeprefix("#") for tag in theirs) if tag]
        before = [str(tag) for tag in self._front_before.get("tags") or ()]
        ours = {plain(tag): tag for tag in self._paper.tags}
        came = [tag for tag in dict.fromkeys(now) if tag not in before]
        gone = [tag for tag in before if tag not in now]
        if came or gone:
            self._new_values["tags"] = [t for t in before if t not in gone] + came or None
        added = tuple(tag for tag in came if tag not in ours)
        removed = tuple(ours[tag] for tag in gone if tag in ours)
        return replace(change, tags_added=added, tags_removed=removed)

    def marks(self, change: FileChange) -> FileChange:
        """Status and star."""
        status = self._decided("status", self._paper.status.value)
        if status is not None and status not in list(Status):
            known = ", ".join(Status)
            self.problems.append(say("its status is none of {}, so it was not read").format(known))
            status = None
        starred = self._decided("starred", self._paper.starred)
        if starred is not None and not isinstance(starred, bool):
            self.problems.append(say("“starred” is neither true nor false, so it was not read"))
            starred = None
        for key, value in (("status", status), ("starred", starred)):
            if value is not None:
                self._new_values[key] = value
        status = None if status is None else Status(status)
        return replace(change, status=status, starred=starred)

    def _decided(self, key: str, ours: Any) -> Any:
        """The value that a person gave a key in the file and that counts; ours if ours wins."""
        theirs, before = self._front.get(key), self._front_before.get(key)
        if theirs is None or theirs in (before, ours):
            return None
        if self._base is not None and ours == before:
            return theirs
        if self._resolve is Resolve.THEIRS:
            return theirs
        if self._resolve is Resolve.OURS:
            # The file's is what was seen there; ours goes there with the next export.
            self._new_values[key] = theirs
        else:
            self.conflicts.append(key)
        return None

    def comments(self, change: FileChange) -> FileChange:
        """The comments of highlights, of those whose line is as it was written."""
        if self._base is None:
            return change
        lines = self._new_body.split("\n")
        before = comments_in(self._before.body.split("\n"), self._paper.highlights)
        now = comments_in(self._body.split("\n"), self._paper.highlights)
        known = {highlight.id: highlight for highlight in self._paper.highlights}
        found = []
        for key in [key for key in before if key in now]:
            highlight, theirs = known[key], now[key].comment
            ours = plain(highlight.comment)
            if theirs in (before[key].comment, ours):
                continue
            decided = self._resolve in (Resolve.OURS, Resolve.THEIRS)
            if ours != before[key].comment and not decided:
                self.conflicts.append(say("comment on “{}”").format(plain(highlight.quote)[:60]))
                continue
            lines[before[key].line] = written(highlight, theirs)
            if ours == before[key].comment or self._resolve is Resolve.THEIRS:
                found.append((key, theirs))
        self._new_body = "\n".join(lines)
        return replace(change, comments=tuple(found))

    def base_after(self, path: str) -> Base | None:
        """The base with what was taken from the file, so that the next export finds it agreed.

        The rest of it stays: what the library changed meanwhile is still to arrive in the file.
        """
        if self._base is None:
            return None
        front = self._before.front or ""
        if self._new_values:
            front = front_matter.with_values(front, self._new_values)
        text = replace(self._before, front=front, body=self._new_body).join()
        if text == self._base.text:
            return None
        return replace(self._base, path=path, text=text, source="", mark="")


def changes_of(
    texts: FolderTexts,
    papers: Mapping[str, Paper],
    bases: Mapping[str, Base],
    resolve: Resolve,
) -> Iterator[FileChange | Refused]:
    """What each file changes, or why it cannot; in the order of the files."""
    for reader_id, file in texts.files.items():
        paper = papers.get(reader_id)
        if paper is None:
            yield Refused(file.path, say("no paper of this library has its reader-id"))
            continue
        try:
            yield compare(paper, file, bases.get(reader_id), resolve)
        except NotTextError as error:
            yield Refused(file.path, str(error))
