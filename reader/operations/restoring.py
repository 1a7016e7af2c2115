"""Imports a library that was exported as JSON Lines: as it was, or united with what is here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from reader.digests.identity import same_work, title_key
from reader.model import Identifier, LibraryImport, Link, LinkKind, Status, is_citation_key
from reader.operations.dumped import Line, read
from reader.store import Database, adding, deleting, digests, origins, restoring
from reader.store.dumping import HIGHLIGHT
from reader.store.restoring import DumpedPaper

_CHUNK = 500
_COLOURS = ("yellow", "green", "blue", "pink")


def restore(database: Database, stream: Iterable[bytes], now: datetime) -> LibraryImport:
    """Brings a dump in. Raises DigestError; inside a transaction, which then is to be undone."""
    restorer = _Restorer(database, now)
    for line in read(stream):
        restorer.take(line)
    return restorer.finish()


class _Restorer:
    """Takes a dump line by line. Papers wait for some more of them, entries go in the same way."""

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._now = now
        self._keep_numbers = restoring.numbers_free(database)
        self._deleted = deleting.deleted(database)
        self._deleted_ids = restoring.deleted_ids(database)
        self._with_revisions = restoring.with_revisions(database)
        # What the names of the dump are here: digests and papers; None for what was passed over.
        self._digests: dict[str, int] = {}
        self._new_digests: set[int] = set()
        self._papers: dict[str, int | None] = {}
        self._reader_ids: dict[str, str] = {}
        self._claimed: set[int] = set()
        self._taken: set[str | int] = set()
        self._waiting: list[DumpedPaper] = []
        self._entries: list[tuple[int, int, int, str, int]] = []
        self._revisions: list[tuple[str, str, str]] = []
        self._to_merge: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._counts = {"new": 0, "known": 0, "passed_over": 0}
        self._kinds = {
            "digest": self._digest,
            "paper": self._paper,
            "entry": self._entry,
            "revision": self._revision,
            "smart_list": self._smart_list,
            "possible_duplicate": self._pair,
            "deleted_paper": self._deleted_paper,
            "image": self._image,
        }

    def take(self, line: Line) -> None:
        """One record."""
        if line.kind != "paper":
            self._bring_waiting()
        handle = self._kinds.get(line.kind)
        if handle is None:
            raise line.wrong("kind", f"one of {', '.join(self._kinds)}")
        handle(line)

    def finish(self) -> LibraryImport:
        """What waits, and the outcome."""
        self._bring_waiting()
        self._flush()
        for reader_id, revisions in self._to_merge.items():
            restoring.merge_revisions(self._database, reader_id, revisions)
        return LibraryImport(digests=len(self._new_digests), **self._counts)

    def _digest(self, line: Line) -> None:
        hash_ = line.text("hash", empty=False)
        known = digests.by_hash(self._database, hash_)
        if known is not None:
            self._digests[hash_] = known.id
            return
        values = {
            "content_hash": hash_,
            "title": line.text("title"),
            "date": _day(line),
            "source": line.text("source"),
            "format": line.text("format"),
            "parser_version": line.whole("parser_version"),
            "imported_at": line.moment("imported_at"),
            "left_out": line.json("left_out", list),
        }
        key = restoring.add_digest(self._database, values, line.data("raw"))
        self._digests[hash_] = key
        self._new_digests.add(key)

    def _paper(self, line: Line) -> None:
        paper = _dumped(line, self._digests)
        for name, value in (("reader_id", paper.reader_id), ("number", paper.number)):
            if value in self._taken:
                raise line.wrong(name, "another than that of an earlier paper")
            self._taken.add(value)
        self._waiting.append(paper)
        if len(self._waiting) >= _CHUNK:
            self._bring_waiting()

    def _bring_waiting(self) -> None:
        papers, self._waiting = self._waiting, []
        if not papers:
            return
        known = {} if self._keep_numbers else self._known(papers)
        new: list[DumpedPaper] = []
        for paper in papers:
            key = known.get(paper.reader_id)
            if key is not None:
                restoring.merge_paper(self._database, key, paper, self._now)
                self._papers[paper.reader_id] = key
                self._counts["known"] += 1
            elif self._stays_deleted(paper):
                self._papers[paper.reader_id] = None
                self._counts["passed_over"] += 1
            else:
                new.append(paper)
        added = restoring.add_papers(self._database, new, keep_numbers=self._keep_numbers)
        self._papers |= added
        self._claimed |= set(added.values())
        self._counts["new"] += len(new)

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
            alike = (one for one in titled.get(paper.title_key, []) if same_work(paper, one))
            for candidate in (*candidates, *alike):
                if candidate.id not in self._claimed:
                    known[paper.reader_id] = candidate.id
                    self._claimed.add(candidate.id)
                    self._reader_ids[paper.reader_id] = restoring.name_of(database, candidate.id)
                    break
        return known

    def _stays_deleted(self, paper: DumpedPaper) -> bool:
        """A paper that the person deleted here comes back only with something written on it."""
        if paper.written or (self._keep_numbers and not self._deleted_ids):
            return False
        return paper.reader_id in self._deleted_ids or any(
            same_work(paper, gone) for gone in self._deleted
        )

    def _entry(self, line: Line) -> None:
        digest, paper = self._digest_of(line), self._paper_of(line, "paper")
        said = line.json("said", dict)
        if digest in self._new_digests and paper is not None:
            row = (digest, line.whole("position"), paper, said, line.whole("line"))
            self._entries.append(row)
            if len(self._entries) >= _CHUNK:
                self._flush()

    def _revision(self, line: Line) -> None:
        there = line.text("paper", empty=False)
        here = self._reader_ids.get(there, there)
        text, at = line.text("text"), line.moment("made_at")
        if here in self._with_revisions:
            self._to_merge[here].append((text, at))
        else:
            self._revisions.append((here, text, at))
            if len(self._revisions) >= _CHUNK:
                self._flush()

    def _flush(self) -> None:
        restoring.add_entries(self._database, self._entries)
        restoring.add_revisions(self._database, self._revisions)
        self._entries, self._revisions = [], []

    def _smart_list(self, line: Line) -> None:
        restoring.add_smart_list(
            self._database,
            line.text("name", empty=False),
            line.text("icon"),
            line.text("query"),
            line.whole("position"),
        )

    def _pair(self, line: Line) -> None:
        paper, other = self._paper_of(line, "paper"), self._paper_of(line, "other")
        if paper is not None and other is not None and paper != other:
            restoring.add_pair(self._database, paper, other, line.flag("different"))

    def _deleted_paper(self, line: Line) -> None:
        row = (
            line.text("reader_id", empty=False),
            line.text("title_key"),
            line.whole_or_none("year"),
            line.json("authors", list),
            line.json("identifiers", list),
        )
        line.texts("authors")
        restoring.add_deleted(self._database, row)

    def _image(self, line: Line) -> None:
        restoring.add_image(
            self._database,
            line.text("hash", empty=False),
            line.text("media_type"),
            line.data("data"),
            line.moment("added_at"),
        )

    def _digest_of(self, line: Line) -> int:
        hash_ = line.text("digest")
        if hash_ not in self._digests:
            raise line.wrong("digest", "the hash of a digest above")
        return self._digests[hash_]

    def _paper_of(self, line: Line, name: str) -> int | None:
        reader_id = line.text(name)
        if reader_id not in self._papers:
            raise line.wrong(name, "the reader-id of a paper above")
        return self._papers[reader_id]


def _day(line: Line) -> str | None:
    day = line.text_or_none("date")
    if day is not None:
        try:
            datetime.strptime(day, "%Y-%m-%d")
        except ValueError:
            raise line.wrong("date", "a day such as 2026-05-01") from None
    return day


def _dumped(line: Line, known_digests: dict[str, int]) -> DumpedPaper:
    note = line.object_or_none("note")
    title = line.text("title", empty=False)
    return DumpedPaper(
        number=_number(line),
        title_key=title_key(title),
        values=_values(line),
        authors=tuple(line.texts("authors")),
        identifiers=tuple(
            Identifier(one.text("scheme"), one.text("value")) for one in line.objects("identifiers")
        ),
        links=tuple(
            Link(LinkKind(one.one_of("kind", LinkKind)), one.text("url"))
            for one in line.objects("links")
        ),
        tags=tuple(line.texts("tags")),
        origins=_origins(line, known_digests),
        note=(note.text("text"), note.moment("changed_at")) if note is not None else None,
        highlights=tuple(_highlight(one) for one in line.objects("highlights")),
    )


def _number(line: Line) -> int:
    number = line.whole("number")
    if number < 1:
        raise line.wrong("number", "at least 1")
    return number


def _values(line: Line) -> dict[str, str | int | None]:
    key = line.text_or_none("citation_key") or ""
    return {
        "reader_id": line.text("reader_id", empty=False),
        "title": line.text("title", empty=False),
        "title_provisional": int(line.flag("title_provisional")),
        "abstract": line.text("abstract"),
        "snippet": line.text("snippet"),
        "year": line.whole_or_none("year"),
        "venue": line.text("venue"),
        "version": line.whole_or_none("version"),
        "status": line.one_of("status", Status),
        "starred": int(line.flag("starred")),
        "added_at": line.moment("added_at"),
        "status_at": line.moment_or_none("status_at"),
        "starred_at": line.moment_or_none("starred_at"),
        "read_at": line.moment_or_none("read_at"),
        "citation_key": key if is_citation_key(key) else None,
    }


def _origins(line: Line, known_digests: dict[str, int]) -> dict[str, int | None]:
    given = line.object_or_none("origins")
    found: dict[str, int | None] = {}
    for field in origins.FIELDS:
        if given is None or field not in given.fields:
            continue
        hash_ = given.text_or_none(field)
        if hash_ is not None and hash_ not in known_digests:
            raise given.wrong(field, "the hash of a digest above")
        found[field] = None if hash_ is None else known_digests[hash_]
    return found


def _highlight(one: Line) -> tuple[str, ...]:
    checked = {
        "field": one.one_of("field", ("title", "abstract")),
        "colour": one.one_of("colour", _COLOURS),
        "made_at": one.moment("made_at"),
    }
    return tuple(checked.get(name) or one.text(name) for name in HIGHLIGHT)
