"""Imports a library that was exported as JSON Lines: as it was, or united with what is here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import BinaryIO

from reader.digests.identity import same_work, title_key
from reader.model import LibraryImport, Progress
from reader.operations.dumped import Line, read
from reader.store import (
    Database,
    adding,
    citation_keys,
    deleting,
    digests,
    duplicates,
    restoring,
    uniting,
)
from reader.store.restoring import DumpedPaper, Text
from reader.words import say

_CHUNK = 500


def restore(database: Database, file: BinaryIO, progress: Progress) -> LibraryImport:
    """Brings a dump in. Raises DigestError, Cancelled; the transaction is then to be undone."""
    restorer = _Restorer(database)
    for line in read(file, progress):
        restorer.take(line)
    return restorer.finish()


def label(name: str, done: LibraryImport | None) -> str:
    """What the history says of it; where texts were decided on, the person is told so."""
    words = say("Imported the library “{}”").format(name)
    if done is not None and done.notes:
        decided = say(". Notes with another text here: {}; the newer stands, the other is kept too")
        words += decided.format(done.notes)
    return words


class _Restorer:
    """Takes a dump line by line. Papers wait for some more of them, entries go in the same way."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._keep_numbers = restoring.numbers_free(database)
        self._deleted = deleting.deleted(database)
        self._deleted_ids = restoring.deleted_ids(database)
        # What the names of the dump are here: digests and papers; None for what was passed over.
        self._digests: dict[str, int] = {}
        self._new_digests: set[int] = set()
        self._papers: dict[str, int | None] = {}
        self._reader_ids: dict[str, str] = {}
        self._claimed: set[int] = set()
        self._taken: set[str | int] = set()
        self._waiting: list[DumpedPaper] = []
        self._entries: list[tuple[int, int, int, str, int]] = []
        # Texts of notes by the names of their papers here: all those of a history, and of those
        # notes that were not taken over, which a history may not have.
        self._with_history = restoring.with_revisions(database)
        self._revisions: list[tuple[str, Text]] = []
        self._history: dict[str, list[Text]] = defaultdict(list)
        self._replaced: dict[str, list[Text]] = defaultdict(list)
        self._keys: list[tuple[int, str]] = []
        self._counts = {"new": 0, "known": 0, "passed_over": 0, "notes": 0}
        self._kinds: dict[str, Callable[[Line], object]] = {
            "digest": self._digest,
            "paper": self._paper,
            "entry": self._entry,
            "revision": self._revision,
            "smart_list": lambda line: restoring.add_smart_list(database, **line.values),
            "possible_duplicate": self._pair,
            "deleted_paper": lambda line: restoring.add_deleted(database, line.values),
            "image": lambda line: restoring.add_image(database, line.values),
            "setting": lambda line: restoring.add_setting(database, **line.values),
        }

    def take(self, line: Line) -> None:
        """One record."""
        if line.kind != "paper":
            self._bring_waiting()
        self._kinds[line.kind](line)

    def finish(self) -> LibraryImport:
        """What waits, and the outcome."""
        self._bring_waiting()
        self._flush()
        for reader_id in {**self._history, **self._replaced}:
            uniting.unite_histories(
                self._database, reader_id, self._history[reader_id], self._replaced[reader_id]
            )
        citation_keys.adopt(self._database, self._keys)
        return LibraryImport(digests=len(self._new_digests), **self._counts)

    def _digest(self, line: Line) -> None:
        known = digests.by_hash(self._database, line["hash"])
        if known is not None:
            self._digests[line["hash"]] = known.id
            return
        key = restoring.add_digest(self._database, line.values)
        self._digests[line["hash"]] = key
        self._new_digests.add(key)

    def _paper(self, line: Line) -> None:
        for name in ("reader_id", "number"):
            if line[name] in self._taken:
                raise line.wrong(name, say("another than that of an earlier paper"))
            self._taken.add(line[name])
        for field, hash_ in line["origins"].items():
            if hash_ is not None and hash_ not in self._digests:
                raise line.wrong("origins", say("the hash of a digest above, for {}").format(field))
        origins = {f: h and self._digests[h] for f, h in line["origins"].items()}
        self._waiting.append(DumpedPaper(title_key(line["title"]), line.values, origins))
        if len(self._waiting) >= _CHUNK:
            self._bring_waiting()

    def _bring_waiting(self) -> None:
        papers, self._waiting = self._waiting, []
        if not papers:
            return
        known = {} if self._keep_numbers else self._known(papers)
        new: list[DumpedPaper] = []
        for paper in papers:
            if paper.reader_id in known:
                self._unite(known[paper.reader_id], paper)
            elif self._stays_deleted(paper):
                self._papers[paper.reader_id] = None
                self._counts["passed_over"] += 1
            else:
                new.append(paper)
        added = restoring.add_papers(self._database, new, keep_numbers=self._keep_numbers)
        self._papers |= added
        self._claimed |= set(added.values())
        self._keys += [(added[p.reader_id], p.values["citation_key"] or "") for p in new]
        self._counts["new"] += len(new)

    def _unite(self, key: int, paper: DumpedPaper) -> None:
        name = restoring.name_of(self._database, key)
        self._papers[paper.reader_id] = key
        self._reader_ids[paper.reader_id] = name
        self._with_history.add(name)
        self._keys.append((key, paper.values["citation_key"] or ""))
        replaced = uniting.unite(self._database, key, paper)
        if replaced is not None:
            self._replaced[name].append(replaced)
            self._counts["notes"] += 1
        self._counts["known"] += 1

    def _known(self, papers: list[DumpedPaper]) -> dict[str, int]:
        """Which paper here each of some is; no two are the same one."""
        database = self._database
        known = restoring.with_reader_ids(database, [paper.reader_id for paper in papers])
        self._claimed |= set(known.values())
        named = adding.with_identifiers(database, {i for p in papers for i in p.identifiers})
        titled = adding.with_title_keys(database, {paper.title_key for paper in papers})
        for paper in papers:
            if paper.reader_id in known:
                continue
            candidates = [named[i] for i in paper.identifiers if i in named]
            candidates += [p for p in titled.get(paper.title_key, []) if same_work(paper, p)]
            free = next((p.id for p in candidates if p.id not in self._claimed), None)
            if free is not None:
                known[paper.reader_id] = free
                self._claimed.add(free)
        return known

    def _stays_deleted(self, paper: DumpedPaper) -> bool:
        """A paper that the person deleted here comes back only with something written on it."""
        if paper.written or (self._keep_numbers and not self._deleted_ids):
            return False
        return paper.reader_id in self._deleted_ids or any(
            same_work(paper, gone) for gone in self._deleted
        )

    def _entry(self, line: Line) -> None:
        if line["digest"] not in self._digests:
            raise line.wrong("digest", say("the hash of a digest above"))
        digest, paper = self._digests[line["digest"]], self._paper_of(line, "paper")
        if digest in self._new_digests and paper is not None:
            row = (digest, line["position"], paper, line["said"], line["line"])
            self._entries.append(row)
            if len(self._entries) >= _CHUNK:
                self._flush()

    def _revision(self, line: Line) -> None:
        name = self._reader_ids.get(line["paper"], line["paper"])
        text = Text(line["text"], line["made_at"])
        if name in self._with_history:
            self._history[name].append(text)
        else:
            self._revisions.append((name, text))
            if len(self._revisions) >= _CHUNK:
                self._flush()

    def _flush(self) -> None:
        restoring.add_entries(self._database, self._entries)
        restoring.add_revisions(self._database, self._revisions)
        self._entries, self._revisions = [], []

    def _pair(self, line: Line) -> None:
        paper, other = self._paper_of(line, "paper"), self._paper_of(line, "other")
        if paper is not None and other is not None and paper != other:
            duplicates.add_pair(self._database, paper, other, line["different"])

    def _paper_of(self, line: Line, name: str) -> int | None:
        if line[name] not in self._papers:
            raise line.wrong(name, say("the reader-id of a paper above"))
        return self._papers[line[name]]
