"""What digests say, what an import of them will do, and what it did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reader.model.papers import DigestSummary, FieldChange, Identifier, Link, Status


@dataclass(frozen=True, slots=True)
class Marks:
    """What the person had thought of a paper before, where a source such as JabRef says so.

    Times are UTC. A status of None, and everything empty, says nothing. ``citation_key`` is the one
    by which the person's bibliography cites the paper.
    """

    status: Status | None = None
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    added_at: datetime | None = None
    read_at: datetime | None = None
    citation_key: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper as a digest names it. Text is decoded and readable; ``raw`` is as it came.

    ``title_key`` is the title reduced for comparison (see reader.digests.identity). ``doubt`` is
    empty or says in a few words why a person should look ("no abstract"). ``title_provisional``
    marks a title that is only a stand-in, such as an identifier in a list of links. ``snippet`` is
    a piece of an abstract that the source cut; ``version`` that of an arXiv paper, from 1.
    """

    position: int
    title: str
    title_key: str
    abstract: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    identifiers: tuple[Identifier, ...] = ()
    links: tuple[Link, ...] = ()
    doubt: str = ""
    title_provisional: bool = False
    snippet: str = ""
    version: int | None = None
    marks: Marks = Marks()
    raw: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Warning:
    """Something in a digest that was passed over or repaired. ``entry`` is a position, or None."""

    message: str
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """What one import brought: its papers in order, and where they came from.

    ``content_hash`` is the SHA-256 of ``data`` in hexadecimal, ``format`` the name of the parser
    and ``parser_version`` its version, so that a better one can read ``data`` again.
    """

    name: str
    format: str
    parser_version: int
    title: str
    date: date | None
    entries: tuple[Entry, ...]
    data: bytes
    content_hash: str
    warnings: tuple[Warning, ...] = ()


class Match(StrEnum):
    """How an entry of a digest relates to the library."""

    NEW = "new"
    KNOWN = "known"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry and what importing it would do.

    ``paper_title`` is of the known or similar paper: one of the library has ``paper_id``, one that
    the same digest names before has ``earlier``, its place in the plan. A deleted one is a paper
    that the person deleted: importing passes it over.
    """

    entry: Entry
    match: Match
    paper_id: int | None = None
    paper_title: str = ""
    earlier: int | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; shown before anything is written."""

    digest: Digest
    rows: tuple[PlannedEntry, ...]
    already_imported: datetime | None = None

    def count(self, match: Match) -> int:
        """The number of entries of one kind."""
        return sum(row.match is match for row in self.rows)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. ``digest_id`` is the digest's number, also when it was there before."""

    digest_id: int
    title: str
    date: date | None
    new: int
    known: int
    possible_duplicates: int
    deleted: int = 0
    already_imported: datetime | None = None


@dataclass(frozen=True, slots=True)
class LibraryContents:
    """How much an exported library holds."""

    papers: int
    digests: int
    notes: int
    highlights: int


@dataclass(frozen=True, slots=True)
class LibraryImport:
    """What importing an exported library did: papers that were new, that were known and got what
    they lacked, that stay deleted; new digests; and notes that had a text on both sides, of which
    the older is now in the history.
    """

    new: int
    known: int
    passed_over: int
    digests: int
    notes: int


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """What a digest of the library named at a position: the paper, and the title it gave it."""

    position: int
    paper_id: int
    title: str
    doubt: str
    line: int


@dataclass(frozen=True, slots=True)
class Reread:
    """An entry of a digest that, read again, says something else. ``paper_id`` is its paper."""

    paper_id: int
    entry: Entry
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ReparsePlan:
    """What reading a digest again with the parser of today would change. See ``plan_reparse``.

    ``new`` are entries that were not found before, ``gone`` those that are no longer found.
    """

    digest: DigestSummary
    parsed: Digest
    changed: tuple[Reread, ...] = ()
    new: tuple[Entry, ...] = ()
    gone: tuple[DigestEntry, ...] = ()
    unchanged: int = 0

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.gone)
