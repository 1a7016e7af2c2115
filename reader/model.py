"""The words of the product as plain data. Imports nothing of ours, touches nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from reader.words import say


class Status(StrEnum):
    """Where a paper stands. One value per paper."""

    INBOX = "inbox"
    QUEUED = "queued"
    READING = "reading"
    READ = "read"
    SKIPPED = "skipped"

    @property
    def unread(self) -> bool:
        """Any status but read and skipped."""
        return self not in (Status.READ, Status.SKIPPED)


class LinkKind(StrEnum):
    """What a link of a paper leads to."""

    PAGE = "page"
    PDF = "pdf"
    CODE = "code"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name of a paper in a public scheme, normalised: ``Identifier("arxiv", "2312.00752")``.

    Schemes in use: arxiv, doi, openreview, acl, pubmed, s2.
    """

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address of a paper on the web."""

    kind: LinkKind
    url: str


# --- What a digest says -------------------------------------------------------------------------


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


# --- What the library holds ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DigestSummary:
    """A digest of the library, as lists show it. ``papers`` counts its papers.

    ``format`` and ``parser_version`` name the parser that read it last.
    """

    id: int
    title: str
    date: date | None
    format: str
    source: str
    imported_at: datetime
    papers: int
    parser_version: int = 1


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """What a digest of the library named at a position: the paper, and the title it gave it."""

    position: int
    paper_id: int
    title: str
    doubt: str
    line: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place at which a digest named a paper, with the title it gave it.

    ``fields`` are those of the paper that this digest set: title, authors, year, venue, abstract.
    """

    digest: DigestSummary
    position: int
    title: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperFields:
    """What a person may correct of a paper. See ``Library.edit_paper``.

    A citation key of None stays as it is; an empty one is made anew when it is next asked for.
    """

    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    venue: str = ""
    abstract: str = ""
    citation_key: str | None = None


class Colour(StrEnum):
    """The colours of highlights, in the order of their keys."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage, anchored by quote with prefix and suffix (W3C TextQuoteSelector).

    ``field`` is title or abstract. One that is ``orphaned`` is not in the text any more.
    """

    id: int
    field: str
    quote: str
    prefix: str
    suffix: str
    colour: str
    comment: str = ""
    orphaned: bool = False


@dataclass(frozen=True, slots=True)
class HighlightOfPaper:
    """A highlight with the paper that it is in, as lists of them over all papers show it."""

    highlight: Highlight
    paper_id: int
    reader_id: str
    title: str
    tags: tuple[str, ...]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a paper. ``version`` grows with each save, for finding conflicting edits."""

    text: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Todo:
    """Something still to do, as a checklist in a note has it; ``line`` of the note, from 0."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class PaperTodos:
    """What the note of a paper says is still to do, in its order."""

    paper_id: int
    reader_id: str
    title: str
    todos: tuple[Todo, ...]


@dataclass(frozen=True, slots=True)
class NoteRevision:
    """A text that a note had, and when it was written."""

    id: int
    made_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as a list shows it. ``date`` is that of its first digest, or when it was added.

    ``beginning`` is how the abstract (or else the snippet) begins, at most 160 letters.
    """

    id: int
    title: str
    authors: tuple[str, ...]
    year: int | None
    venue: str
    status: Status
    starred: bool
    tags: tuple[str, ...]
    has_note: bool
    highlights: int
    date: date
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with all that is known of it. Times are UTC; None means it never happened.

    ``snippet`` is a piece of the abstract that a source cut, of use while there is no abstract;
    ``version`` that of an arXiv paper, where one is known. ``citation_key`` is empty until one is
    asked for, see ``Library.citation_keys``.
    """

    id: int
    reader_id: str
    title: str
    abstract: str
    authors: tuple[str, ...]
    year: int | None
    venue: str
    status: Status
    starred: bool
    tags: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    links: tuple[Link, ...]
    note: Note
    highlights: tuple[Highlight, ...]
    digests: tuple[DigestSummary, ...]
    added_at: datetime
    read_at: datetime | None
    snippet: str = ""
    version: int | None = None
    citation_key: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """What several papers have in common. ``years`` is the first and the last, where one is known.

    ``tags`` says of each tag on any of them how many have it, the most frequent first.
    """

    total: int
    statuses: dict[Status, int] = field(default_factory=dict)
    starred: int = 0
    noted: int = 0
    years: tuple[int, int] | None = None
    tags: dict[str, int] = field(default_factory=dict)

    @property
    def shared(self) -> tuple[str, ...]:
        """The tags that all of them have."""
        return tuple(tag for tag, number in self.tags.items() if number == self.total)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a digest said of a field of an entry, and what it says read again; as text."""

    field: str
    before: str
    after: str


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


class ListKind(StrEnum):
    """The lists of the sidebar, and the papers that are similar to one."""

    INBOX = "inbox"
    QUEUED = "queued"
    READING = "reading"
    STARRED = "starred"
    ANNOTATED = "annotated"
    TODO = "todo"
    READ = "read"
    SKIPPED = "skipped"
    ALL = "all"
    SMART = "smart"
    TAG = "tag"
    DIGEST = "digest"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class PaperList:
    """One list of papers.

    ``value`` is a tag's name, the number of a digest or smart list, that of the paper to which
    others are similar, else empty.
    """

    kind: ListKind
    value: str = ""


class Sort(StrEnum):
    """Orders of a list."""

    RELEVANCE = "relevance"
    ADDED = "added"
    YEAR = "year"
    TITLE = "title"
    DIGEST = "digest"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on papers that the database answers: ``Filter("is", "unread")``."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A part of a query that means nothing, and where it stands in what was typed."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Completion:
    """What may replace ``start`` to ``end`` of a query being typed, and how a list names it.

    ``unfinished`` says that what stands there is hardly what is meant, such as ``is:unr``.
    """

    replacement: str
    start: int
    end: int
    label: str
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """A paper that a link being written may mean. ``written`` is the link, such as [[Title]]."""

    paper_id: int
    title: str
    year: int | None
    written: str


@dataclass(frozen=True, slots=True)
class SmartList:
    """A query kept under a name. ``icon`` is empty for the usual one."""

    id: int
    name: str
    query: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many papers each list of the sidebar has, and how many pairs may be duplicates.

    ``smart`` counts smart lists by their number, as far as they have been counted. ``tags`` counts
    the papers that have just that tag, ``nesting`` those of each level above tags with all below.
    ``step`` is the number of the history's steps that are in them.
    """

    lists: dict[ListKind, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    digests: tuple[DigestSummary, ...] = ()
    possible_duplicates: int = 0
    smart_lists: tuple[SmartList, ...] = ()
    smart: dict[int, int] = field(default_factory=dict)
    nesting: dict[str, int] = field(default_factory=dict)
    step: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """The papers of a list, in order, after so many steps of the history; 0: nobody knows.

    Made from an earlier one (see ``Since``) it says how it differs: ``taken`` are the places there
    of what is no longer so placed, ``put`` the places here of what is. Else they are None.
    """

    ids: Sequence[int]
    step: int = 0
    taken: tuple[int, ...] | None = None
    put: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier Listing, and the papers that all the steps from there to ``step`` touched."""

    listing: Listing
    touched: frozenset[int]
    step: int


@dataclass(frozen=True, slots=True)
class Found:
    """The papers that answer a query, best first. ``total`` counts all, ``ids`` may be a page.

    ``corrected`` is the query that was answered instead, where what was typed has no answer.
    """

    ids: Sequence[int]
    total: int
    not_understood: tuple[NotUnderstood, ...] = ()
    index_complete: bool = True
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Similar:
    """A paper that is like another: how much, from 0 to 1, and the words that both have.

    The words that count most come first, as they are written in the other.
    """

    paper_id: int
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a paper is like what was starred and read, against what was skipped, and why.

    ``title`` is of the nearest paper that the person starred (``starred``) or read, or empty where
    none is near. ``words`` are what speaks for the paper most, as it writes them; none where
    nothing does.
    """

    score: float
    title: str = ""
    starred: bool = False
    words: tuple[str, ...] = ()

    @property
    def because(self) -> str:
        """The reason in words: because you starred “…”."""
        if self.title:
            return f"because you {'starred' if self.starred else 'read'} “{self.title}”"
        return f"because of {', '.join(self.words)}" if self.words else ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text with the places that matched, as (start, end) offsets into ``text``."""

    field: str
    text: str
    matches: tuple[tuple[int, int], ...]


# --- Reading progress ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DaysRead:
    """How many papers became read from one day to another, both included."""

    first: date
    last: date
    papers: int

    @property
    def query(self) -> str:
        """The query that lists them: ``read:2026-11-25``, ``read:2026-11``, ``read:A..B``."""
        return f"read:{_days(self.first, self.last)}"


@dataclass(frozen=True, slots=True)
class Waited:
    """How many papers waited so many whole days until they were decided about.

    ``most`` None is without end. The decision was made from ``first`` to ``last``.
    """

    least: int
    most: int | None
    papers: int
    first: date
    last: date

    @property
    def query(self) -> str:
        """The query that lists them."""
        most = "" if self.most is None else self.most
        days = f"{self.least}" if self.least == self.most else f"{self.least}..{most}"
        return f"waited:{days} decided:{_days(self.first, self.last)}"


@dataclass(frozen=True, slots=True)
class TagRead:
    """How many papers with a tag, or one nested in it, became read in each of some months."""

    tag: str
    months: tuple[DaysRead, ...]

    def query(self, month: DaysRead) -> str:
        """The query that lists those of a month."""
        quoted = f'"{self.tag}"' if any(letter in self.tag for letter in " ()") else self.tag
        return f"tag:{quoted} {month.query}"


@dataclass(frozen=True, slots=True)
class WeekRead:
    """A week from Monday on: how many papers became read each day, how many came in at all."""

    today: date
    days: tuple[DaysRead, ...]
    came_in: int

    @property
    def papers(self) -> int:
        """How many became read in the week."""
        return sum(day.papers for day in self.days)


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """What a person read in a year, by day, week and month, and how long papers waited.

    ``last`` is never later than ``today``. ``months`` are whole ones that may end after it, and
    each of ``tags`` has one number for each of them. ``in_inbox`` are still undecided;
    ``first_year`` is that of the oldest paper in the library.
    """

    today: date
    first: date
    last: date
    days: tuple[DaysRead, ...]
    weeks: tuple[DaysRead, ...]
    months: tuple[DaysRead, ...]
    waited: tuple[Waited, ...]
    tags: tuple[TagRead, ...]
    week: WeekRead
    in_inbox: int
    first_year: int

    @property
    def papers(self) -> int:
        """How many papers became read."""
        return sum(day.papers for day in self.days)

    @property
    def decided(self) -> int:
        """How many papers were decided about."""
        return sum(bucket.papers for bucket in self.waited)

    @property
    def full_day(self) -> int:
        """How many papers make a day look full: as many as on nearly the best of the days.

        One day on which a whole shelf was marked read must not make all others look empty.
        """
        read = sorted(day.papers for day in self.days if day.papers)
        return read[round((len(read) - 1) * 0.95)] if read else 1


def _days(first: date, last: date) -> str:
    """A stretch of days as the query language writes it."""
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.month == first.month and (last + timedelta(days=1)).day == 1:
        return f"{first:%Y-%m}"
    return f"{first.isoformat()}..{last.isoformat()}"


# --- What happens -------------------------------------------------------------------------------


class Kind(StrEnum):
    """The kinds of things that change."""

    PAPERS = "papers"
    TAGS = "tags"
    NOTES = "notes"
    HIGHLIGHTS = "highlights"
    DIGESTS = "digests"
    SMART_LISTS = "smart_lists"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action changed. ``paper_ids`` None means: anything may have changed.

    ``label`` names the action for the toast ("Starred 2 papers") and is empty when no undo step was
    recorded. ``undone`` tells undo from doing and redoing. ``step`` is the number of the history's
    steps with this one, see ``Listing``; 0 for what is none. ``moved`` says by how many papers each
    status and the starred grew, where nothing else that is counted changed; else it is None.
    """

    kinds: frozenset[Kind]
    paper_ids: frozenset[int] | None
    label: str = ""
    undone: bool = False
    step: int = field(default=0, compare=False)
    moved: dict[ListKind, int] | None = field(default=None, compare=False)

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def touches(self, paper_id: int) -> bool:
        """Whether a view that shows this paper must look again."""
        return bool(self.kinds) and (self.paper_ids is None or paper_id in self.paper_ids)


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """A step of the undo history, newest first when listed."""

    id: int
    label: str
    made_at: datetime
    undone: bool


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did: paths relative to the folder, in order."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    no_longer_selected: tuple[str, ...] = ()


_NOT_IN_KEYS = frozenset("{}(),=\\\"'#%~@&$^`<>|;*?!")
_LONGEST_KEY = 100


def is_citation_key(text: str) -> bool:
    """Whether BibTeX, BibLaTeX and pandoc can all cite by this."""
    return 0 < len(text) <= _LONGEST_KEY and all(
        letter.isprintable() and not letter.isspace() and letter not in _NOT_IN_KEYS
        for letter in text
    )


Progress = Callable[[int, int], None]
"""Called with (done, total) now and then by long work; it may raise Cancelled to stop it."""


def no_progress(_done: int, _total: int) -> None:
    """The Progress of a caller that does not care."""


def count_of(number: int) -> str:
    """How a number of papers is written: ``1 paper``, ``1,234 papers``."""
    return say("%Ln paper(s)", number)
