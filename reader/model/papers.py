"""A paper and what a person has of it: status, tags, note, highlights, what is to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a paper. ``version`` grows with each save, for finding conflicting edits."""

    text: str = ""
    version: int = 0


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


_NOT_IN_KEYS = frozenset("{}(),=\\\"'#%~@&$^`<>|;*?!")


_LONGEST_KEY = 100


def is_citation_key(text: str) -> bool:
    """Whether BibTeX, BibLaTeX and pandoc can all cite by this."""
    return 0 < len(text) <= _LONGEST_KEY and all(
        letter.isprintable() and not letter.isspace() and letter not in _NOT_IN_KEYS
        for letter in text
    )
