"""The one object that the window, the terminal and any script talk to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import platformdirs

from reader.digests.identifiers import identify
from reader.digests.identity import title_key
from reader.digests.refused import Refused
from reader.digests.sandbox import Request, read_each_limited, read_limited
from reader.errors import LibraryError
from reader.exporting import citing
from reader.exporting.base import Options, Resolve
from reader.exporting.formats import format_named
from reader.model import (
    Changes,
    Colour,
    Completion,
    Counts,
    Digest,
    DigestEntry,
    DigestSummary,
    Entry,
    ExportReport,
    Found,
    HighlightOfPaper,
    HistoryItem,
    ImportPlan,
    ImportResult,
    Kind,
    LibraryContents,
    LibraryImport,
    Likeness,
    LinkChoice,
    Listing,
    ListKind,
    Note,
    NoteRevision,
    Overview,
    Paper,
    PaperFields,
    PaperList,
    PaperRow,
    PaperTodos,
    Progress,
    ReadingProgress,
    ReparsePlan,
    Sighting,
    Similar,
    Since,
    SmartList,
    Snippet,
    Sort,
    Status,
    WeekRead,
    Widened,
    count_of,
    no_progress,
)
from reader.operations import (
    citation_keys,
    dumped,
    editing,
    exports,
    format_exports,
    highlighting,
    importing,
    importing_notes,
    keeping,
    likeness,
    link_choices,
    linking,
    merging,
    note_templates,
    noting,
    picturing,
    reparsing,
    restoring,
    searching,
    thinning,
)
from reader.operations.anchoring import Anchor
from reader.operations.completing import Completions
from reader.operations.conditions import Conditions
from reader.operations.importing_notes import NotesPlan
from reader.operations.indexing import Indexer
from reader.operations.likeness import Likings
from reader.operations.note_links import names as link_names
from reader.operations.note_templates import NoteTemplate
from reader.operations.reading_progress import ReadingTimes
from reader.operations.smart_counts import SmartCounts
from reader.operations.todos import open_todos
from reader.settings.libraries import chosen_library
from reader.store import (
    FILE,
    Database,
    Store,
    deleting,
    digests,
    duplicates,
    highlights,
    journal,
    listings,
    lists,
    note_links,
    notes,
    origins,
    overview,
    papers,
    revisions,
    settings,
    sightings,
    smart_lists,
    tags,
    todos,
)
from reader.words import say

if TYPE_CHECKING:
    # These load ruamel.yaml and jinja2, which takes long and is needed for nothing else.
    from reader.exporting.note_form import FilledTemplate
    from reader.exporting.settling import FileConflict

Listener = Callable[[Changes], None]

SIMILAR_LISTED = 50
"""How many papers the list of those similar to one has."""


def default_folder() -> Path:
    """Where the library is: as the settings say, or else in the usual place."""
    return chosen_library() or usual_folder()


def usual_folder() -> Path:
    """Where the library is when nobody says otherwise: the platform's folder for user data."""
    return Path(platformdirs.user_data_dir("reader", appauthor=False))


def is_library(folder: Path) -> bool:
    """Whether there is a library in a folder."""
    return (folder / FILE).is_file()


class Library:
    """A library: one folder with ``library.db`` (the truth), ``index/`` and ``reader.log``.

    Any thread may call any method; what an action changed is told to the listeners on the thread
    that acted. Every action of the user is one undoable step. All methods raise LibraryError when
    the database cannot be used.
    """

    def __init__(
        self, folder: Path | None = None, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """Opens the library in ``folder`` and makes it if there is none yet.

        Raises LibraryError when it cannot be made or opened, or was made by a newer reader.
        """
        self.folder = folder or default_folder()
        _make(self.folder)
        self._now = now
        self._store = Store(self.folder / FILE, link_names=link_names, open_todos=open_todos)
        self._log = _log_to(self.folder / "reader.log")
        self._conditions = Conditions(self._store)
        self._indexer = Indexer(self._store, self.folder / "index")
        self._likings = Likings(self._store, self._indexer)
        self._smart_counts = SmartCounts()
        self._completions = Completions()
        self._reading_times = ReadingTimes()
        self._listeners: list[Listener] = []
        self._seen = journal.counter(self._store.reading())

    def close(self) -> None:
        """Closes the files. The library must not be used afterwards."""
        self._listeners.clear()
        self._indexer.close()
        self._store.close()
        logging.getLogger("reader").removeHandler(self._log)
        self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- Events ---------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls ``listener`` with the Changes of each action from now on; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def notice_others(self) -> bool:
        """Tells the listeners when another program has changed the library; asked each second.

        Call it on the thread that makes this program's own changes, or those look like another's.
        """
        count = journal.counter(self._store.reading())
        if count == self._seen:
            return False
        self._seen = count
        self._publish(Changes(frozenset(Kind), None))
        return True

    # --- Digests --------------------------------------------------------------------------------

    def read_digest(
        self,
        data: bytes,
        name: str = "",
        *,
        format: str | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Digest:
        """Understands a digest, in a child process with limits. Raises DigestError, Cancelled."""
        return read_limited(self._request(data, name, format), cancelled=cancelled)

    def read_digests(
        self,
        data: bytes,
        name: str = "",
        *,
        format: str | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[Digest | Refused]:
        """Like ``read_digest``, but the digests of an archive or a mailbox apart.

        What could not be understood in one of those is a Refused in its place.
        """
        return read_each_limited(self._request(data, name, format), cancelled=cancelled)

    def plan_import(self, digest: Digest, entries: Sequence[Entry] | None = None) -> ImportPlan:
        """What importing these entries (default: all) would do; changes nothing."""
        return importing.plan(self._store.reading(), digest, entries)

    def import_digest(
        self,
        digest: Digest,
        entries: Sequence[Entry] | None = None,
        progress: Progress = no_progress,
    ) -> ImportResult:
        """Imports a digest as one undoable step, all or nothing; the same bytes only once.

        ``progress`` may raise Cancelled.
        """
        with self._step(say("Imported “{}”").format(digest.title)) as database:
            known = digests.by_hash(database, digest.content_hash)
            plan = importing.plan(database, digest, entries)
            if known is not None:
                return importing.result(plan, known.id)
            return importing.carry_out(database, plan, self._now(), progress)

    def digests(self) -> list[DigestSummary]:
        """All digests, the newest first."""
        return digests.listed(self._store.reading())

    def digest(self, digest_id: int) -> DigestSummary:
        """One digest. Raises NotFoundError."""
        return digests.get(self._store.reading(), digest_id)

    def digest_entries(self, digest_id: int) -> list[DigestEntry]:
        """What a digest named, in its order. Raises NotFoundError."""
        found = sightings.of_digest(self._store.reading(), digest_id)
        return [sightings.as_digest_entry(stored) for stored in found]

    def plan_reparse(
        self,
        digest_id: int,
        *,
        format: str | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ReparsePlan:
        """Reads a digest again, as the format it had or another one, and says what would change.

        Changes nothing; see ``reparse_digest``. An empty ``format`` recognises it anew. Raises
        NotFoundError, DigestError, Cancelled.
        """
        database = self._store.reading()
        digest = digests.get(database, digest_id)
        chosen = digest.format if format is None else format or None
        day = digest.imported_at.astimezone().date()
        request = Request(digests.raw(database, digest_id), digest.source, chosen, day)
        return reparsing.plan(database, digest_id, read_limited(request, cancelled=cancelled))

    def reparse_digest(self, reparse: ReparsePlan) -> ReparsePlan:
        """Brings what a digest says, read again, into the library; returns what that changed.

        Fields that the person edited, papers they touched and entries they left out stay as they
        are. Raises NotFoundError.
        """
        with self._step(say("Read “{}” again").format(reparse.digest.title)) as database:
            return reparsing.carry_out(database, reparse.digest.id, reparse.parsed, self._now())

    def take_back_digest(self, digest_id: int) -> tuple[int, int]:
        """Takes a digest back, with the papers that it alone brought and nobody has touched.

        Returns how many papers went and how many stayed. Raises NotFoundError.
        """
        title = digests.get(self._store.reading(), digest_id).title
        outcome = (0, 0)

        def label() -> str:
            words = say("Took “{}” back").format(title)
            if outcome[1]:
                kept = say("; {} that you have touched or another digest names stayed")
                words += kept.format(count_of(outcome[1]))
            return words

        with self._step(label) as database:
            outcome = deleting.take_back(database, digest_id, title_key)
        return outcome

    # --- Looking --------------------------------------------------------------------------------

    def find(self, name: str) -> int:
        """The number of the paper that is meant by its number, reader-id, arXiv id or DOI.

        Raises NotFoundError.
        """
        identifier = identify(name)
        return papers.find(self._store.reading(), name, [identifier] if identifier else [])

    def paper(self, paper_id: int) -> Paper:
        """All that is known of a paper. Raises NotFoundError."""
        return papers.full(self._store.reading(), paper_id)

    def papers(self, ids: Sequence[int]) -> list[Paper]:
        """Whole papers in the order of ``ids``; those that are gone are left out."""
        return papers.full_many(self._store.reading(), ids)

    def rows(self, ids: Sequence[int]) -> list[PaperRow]:
        """Papers as a list shows them, in the order of ``ids``, without those that are gone."""
        return papers.rows(self._store.reading(), ids)

    def overview(self, ids: Sequence[int]) -> Overview:
        """What papers have in common: how many have which status, star, note and tags."""
        return overview.of(self._store.reading(), ids)

    def list_ids(self, papers_list: PaperList, sort: Sort = Sort.ADDED) -> list[int]:
        """The numbers of the papers of a list, in order; none when a smart list is gone.

        Of similar papers, the order of relevance has the most similar first.
        """
        if papers_list.kind is ListKind.SMART:
            kept = {str(smart.id): smart.query for smart in self.smart_lists()}
            return list(self.search(kept.get(papers_list.value, ""), sort, literal=True).ids)
        if papers_list.kind is ListKind.SIMILAR:
            number = int(papers_list.value or 0)
            similar = [one.paper_id for one in self.similar(number, SIMILAR_LISTED)]
            return list(searching.ordered(self._conditions, self._likings, similar, sort))
        ids = lists.ids(self._store.reading(), papers_list, sort)
        return self._likings.ordered(ids) if sort is Sort.LIKENESS else ids

    def listing(
        self, papers_list: PaperList, sort: Sort = Sort.ADDED, since: Since | None = None
    ) -> Listing:
        """Like ``list_ids``, but made from what the list was before where that can be."""
        if listings.can_follow(papers_list, sort):
            return listings.listing(self._store.reading(), papers_list, sort, since)
        return Listing(self.list_ids(papers_list, sort))

    def followed(self, papers_list: PaperList, sort: Sort, since: Since) -> Listing | None:
        """The listing where it can be made from what the list was; else nothing is asked.

        Of a few papers that takes less than a millisecond, however long the list is.
        """
        return listings.followed(self._store.reading(), papers_list, sort, since)

    def counts(self, kinds: Collection[Kind] = lists.ALL_KINDS) -> Counts:
        """How many papers each list, tag and digest has; see ``smart_counts`` for the others.

        Of ``kinds`` only what changes of those kinds may have changed is counted.
        """
        return lists.counts(self._store.reading(), kinds)

    def reading_progress(self, year: int | None = None) -> ReadingProgress:
        """What was read in a year of the calendar, or in the year to now, and how long it waited.

        Each figure knows the query that lists its papers.
        """
        return self._reading_times.progress(self._store.reading(), self._now(), year)

    def reading_week(self) -> WeekRead:
        """What was read this week, against what came in."""
        return self._reading_times.week(self._store.reading(), self._now())

    def tags(self) -> list[str]:
        """All tags, in order."""
        return tags.names(self._store.reading())

    def search(self, text: str, sort: Sort = Sort.RELEVANCE, *, literal: bool = False) -> Found:
        """The papers that answer a query; no text raises. See reader.search.parsing.

        ``literal`` answers just what was typed, and never another query in its place.
        """
        return searching.find(
            self._store,
            self._indexer,
            self._conditions,
            self._likings,
            text,
            sort,
            self._now(),
            literal=literal,
        )

    def widened(self, text: str) -> Widened | None:
        """What answers a query that has no answers, once its filters are left out; None: nothing.

        ``"attention year:1950 is:read"`` has those of ``"attention"``.
        """
        return searching.widened(
            self._store, self._indexer, self._conditions, self._likings, text, self._now()
        )

    def snippets(self, text: str, ids: Sequence[int]) -> dict[int, Snippet]:
        """For each paper the piece of text that matches a query best, where one does."""
        return searching.snippets(self._store, text, ids)

    def similar(self, paper_id: int, limit: int = 20) -> list[Similar]:
        """The papers most like one in title, abstract and note, and the words that say so."""
        return likeness.similar(self._store, self._indexer, paper_id, limit)

    def likeness(self, ids: Sequence[int]) -> dict[int, Likeness]:
        """How much papers are like what was starred and read, against what was skipped, and why.

        Empty where nothing can be learnt yet; see ``likeness_known``.
        """
        return self._likings.of(ids)

    def likeness_known(self) -> bool:
        """Whether anything is starred or read: else the order of likeness is by date added."""
        return self._likings.known()

    def completions(self, text: str, cursor: int) -> list[Completion]:
        """What a query may go on with at the cursor, best first, at most twelve."""
        return self._completions.find(self._store.reading(), text, cursor)

    # --- Smart lists ----------------------------------------------------------------------------

    def smart_lists(self) -> list[SmartList]:
        """The smart lists, in order."""
        return smart_lists.listed(self._store.reading())

    def smart_counts(self) -> dict[int, int]:
        """How many papers each smart list has, by its number: a search for each after a change."""
        known = self.smart_lists()
        numbers = self._smart_counts.count(
            [smart.query for smart in known],
            date_of(self._now()),
            lambda query: self.search(query, literal=True).total,
            index_waiting=self._indexer.waiting() > 0,
        )
        return {smart.id: numbers[smart.query] for smart in known}

    def save_smart_list(self, name: str, query: str, icon: str = "") -> SmartList:
        """Keeps a query as a smart list. Raises EditError when the name is taken or empty."""
        with self._step(
            say("Saved the smart list “{}”").format(smart_lists.clean(name))
        ) as database:
            return smart_lists.save(database, name, query, icon)

    def rename_smart_list(self, list_id: int, name: str, icon: str | None = None) -> None:
        """Gives a smart list another name, and an icon if one is given.

        Raises NotFoundError, EditError.
        """
        before = smart_lists.get(self._store.reading(), list_id)
        wanted, label = smart_lists.clean(name), say("Renamed “{}” to “{}”")
        if wanted == before.name:
            label = say("Changed the icon of “{}”")
        with self._step(label.format(before.name, wanted)) as database:
            smart_lists.rename(database, list_id, name, before.icon if icon is None else icon)

    def delete_smart_list(self, list_id: int) -> None:
        """Deletes a smart list; its papers stay. Raises NotFoundError."""
        name = smart_lists.get(self._store.reading(), list_id).name
        with self._step(say("Deleted the smart list “{}”").format(name)) as database:
            smart_lists.delete(database, list_id)

    # --- Acting on papers -----------------------------------------------------------------------

    def set_status(self, ids: Iterable[int], status: Status) -> None:
        """Gives papers a status."""
        wanted = list(ids)
        with self._step(_status_label(status), wanted) as database:
            papers.set_status(database, wanted, status, self._now())

    def set_starred(self, ids: Iterable[int], starred: bool) -> None:
        """Stars papers or takes their star away."""
        wanted = list(ids)
        with self._step(say("Starred {}") if starred else say("Unstarred {}"), wanted) as database:
            papers.set_starred(database, wanted, starred, self._now())

    def add_tags(self, ids: Iterable[int], names: Iterable[str]) -> None:
        """Puts tags on papers. Empty names are passed over."""
        wanted, cleaned = list(ids), _clean(names)
        with self._step(
            say("Tagged {} with {tags}").replace("{tags}", ", ".join(cleaned)), wanted
        ) as database:
            tags.add(database, wanted, cleaned)

    def remove_tags(self, ids: Iterable[int], names: Iterable[str]) -> None:
        """Takes tags off papers."""
        wanted, cleaned = list(ids), _clean(names)
        with self._step(
            say("Untagged {} of {tags}").replace("{tags}", ", ".join(cleaned)), wanted
        ) as database:
            tags.remove(database, wanted, cleaned)

    def delete_papers(self, ids: Iterable[int]) -> None:
        """Deletes papers; no later digest brings them back."""
        wanted = list(ids)
        with self._step(say("Deleted {}"), wanted) as database:
            deleting.delete(database, wanted, title_key)

    def possible_duplicates(self) -> list[tuple[int, int]]:
        """Pairs of papers with titles so alike that a person should decide; the older first."""
        return duplicates.undecided(self._store.reading())

    def similar_titles(self, paper_id: int) -> list[int]:
        """The papers that this one may be a duplicate of, as far as nobody has decided."""
        return duplicates.undecided_of(self._store.reading(), paper_id)

    def merge_papers(self, kept: int, merged: int) -> None:
        """Makes one paper of two; nothing written on either is lost. Raises NotFoundError."""
        with self._step(say("Merged another into {}"), [kept]) as database:
            for paper_id in (kept, merged):
                papers.require(database, paper_id)
            if kept != merged:
                linking.merge(database, kept, merged, self._now())

    def keep_apart(self, one: int, other: int) -> None:
        """Remembers that two papers are not the same. Raises NotFoundError."""
        with self._step(say("Kept {} apart"), [one]) as database:
            for paper_id in (one, other):
                papers.require(database, paper_id)
            duplicates.keep_apart(database, one, other)

    def edit_paper(
        self, paper_id: int, fields: PaperFields, *, base: PaperFields | None = None
    ) -> None:
        """Corrects a paper; no digest changes what the person set. Raises NotFoundError, EditError.

        Only fields that differ from ``base``, what the person saw (by default what the paper has),
        change and become the person's.
        """
        fields = editing.cleaned(fields)
        with self._step(say("Corrected {}"), [paper_id]) as database:
            papers.require(database, paper_id)
            seen = editing.cleaned(base or origins.fields_of(database, paper_id))
            origins.edit(database, paper_id, fields, seen, title_key(fields.title))

    def field_origins(self, paper_id: int) -> dict[str, int | None]:
        """For each field of a paper the number of the digest that set it, or None for the user."""
        return origins.of_paper(self._store.reading(), paper_id)

    def sightings(self, paper_id: int) -> list[Sighting]:
        """Where digests named a paper, the first one first. Raises NotFoundError."""
        return sightings.of_paper(self._store.reading(), paper_id)

    def set_note(self, paper_id: int, text: str, *, base_version: int | None = None) -> Note:
        """Saves the note of a paper, with a revision, and returns it as saved.

        ``base_version`` is the version that the text was written on; when somebody else saved
        meanwhile both texts are kept. Raises NotFoundError when the paper is gone.
        """
        with self._step(say("Edited the note of {}"), [paper_id], f"note:{paper_id}") as database:
            papers.require(database, paper_id)
            current = notes.get(database, paper_id)
            notes.save(database, paper_id, noting.settled(current, text, base_version), self._now())
            return notes.get(database, paper_id)

    def append_to_notes(self, ids: Iterable[int], text: str) -> None:
        """Adds a paragraph to the notes of papers. Raises NotFoundError, then adds it to none."""
        wanted = list(ids)
        with self._step(say("Added to the note of {}"), wanted) as database:
            for paper_id in wanted:
                papers.require(database, paper_id)
                before = notes.get(database, paper_id).text
                notes.save(database, paper_id, noting.appended(before, text), self._now())

    def note_revisions(self, paper_id: int) -> list[NoteRevision]:
        """The texts that the note of a paper had, newest first."""
        return revisions.of_paper(self._store.reading(), paper_id)

    def restore_note(self, paper_id: int, revision_id: int) -> Note:
        """Gives a note a text that it had, as a new revision. Raises NotFoundError."""
        with self._step(say("Restored an earlier note of {}"), [paper_id]) as database:
            text = revisions.text_of(database, paper_id, revision_id)
            notes.save(database, paper_id, text, self._now())
            return notes.get(database, paper_id)

    def thin_note_revisions(self) -> int:
        """Lets superfluous old texts of notes go, at most once a day; no line gets lost.

        Not an action: there is nothing to undo. Meant for a moment when nothing else happens.
        """
        return thinning.thin(self._store, self._now())

    def note_templates(self) -> list[NoteTemplate]:
        """The templates for a new note, by name: ours and the person's own."""
        return note_templates.known()

    def fill_note_template(self, name: str, paper_id: int) -> FilledTemplate:
        """How a note of a paper begins by a template; changes nothing.

        Raises NotFoundError, and EditError with file and line when the template is at fault.
        """
        return note_templates.filled(name, self.paper(paper_id), date_of(self._now()))

    def keep_picture(self, picture: bytes | Path) -> str:
        """Keeps a picture for notes to show; returns what they call it: images/HASH.png.

        Not an action: there is nothing to undo. Raises EditError when it is of no kind that notes
        show, too large, or a file that cannot be read.
        """
        return picturing.keep(self._store, picture, self._now())

    def picture(self, name: str) -> bytes | None:
        """The picture that notes call by a name, None when it is not kept here."""
        return picturing.data_of(self._store, name)

    def backlinks(self, paper_id: int) -> list[int]:
        """The other papers whose notes link to a paper, by title."""
        return note_links.backlinks(self._store.reading(), paper_id)

    def linked_papers(self, targets: Iterable[str]) -> dict[str, int]:
        """The papers that the texts of links (``[[…]]``) lead to, as far as they lead anywhere."""
        return linking.linked(self._store.reading(), targets)

    def link_choices(self, typed: str) -> list[LinkChoice]:
        """The papers that a link being written may mean, best first, at most twelve."""
        return link_choices.choices(self._store.reading(), typed)

    def todos(self, ids: Sequence[int] | None = None) -> list[PaperTodos]:
        """What notes say is to do, of some papers or of all, by paper, the newest papers first."""
        return todos.listed(self._store.reading(), ids)

    # --- Highlights -----------------------------------------------------------------------------

    def highlight(
        self,
        paper_id: int,
        field: str,
        passage: Anchor,
        colour: Colour = Colour.YELLOW,
        comment: str = "",
    ) -> int:
        """Marks a passage of the title or abstract; returns the number of the highlight.

        Raises NotFoundError, and EditError when the text does not have the passage.
        """
        with self._step(say("Highlighted a passage of {}"), [paper_id]) as database:
            return highlighting.mark(
                database, paper_id, field, passage, colour, comment, self._now()
            )

    def recolour_highlight(self, highlight_id: int, colour: Colour) -> None:
        """Gives a highlight another colour. Raises NotFoundError."""
        paper_id = highlights.paper_of(self._store.reading(), highlight_id)
        with self._step(say("Recoloured a highlight of {}"), [paper_id]) as database:
            highlights.set_colour(database, highlight_id, colour.value)

    def comment_highlight(self, highlight_id: int, comment: str) -> None:
        """Gives a highlight another comment, on one line. Raises NotFoundError."""
        paper_id = highlights.paper_of(self._store.reading(), highlight_id)
        with self._step(say("Commented on a highlight of {}"), [paper_id]) as database:
            highlights.set_comment(database, highlight_id, highlighting.cleaned(comment))

    def delete_highlight(self, highlight_id: int) -> None:
        """Deletes a highlight with its comment. Raises NotFoundError."""
        paper_id = highlights.paper_of(self._store.reading(), highlight_id)
        with self._step(say("Deleted a highlight of {}"), [paper_id]) as database:
            highlights.delete(database, [highlight_id])

    def highlights(self, colour: Colour | None = None, tag: str = "") -> list[HighlightOfPaper]:
        """The highlights of all papers, newest first; of one colour, or of a tag and below it."""
        return highlights.listed(self._store.reading(), colour.value if colour else "", tag)

    # --- History --------------------------------------------------------------------------------

    def undo(self) -> Changes | None:
        """Takes back the latest action, of any program on this library; None if there is none."""
        return self._replayed(journal.undo)

    def redo(self) -> Changes | None:
        """Does again what was undone last; None if there is nothing."""
        return self._replayed(journal.redo)

    def history(self, limit: int = 100) -> list[HistoryItem]:
        """The latest actions, newest first."""
        return journal.history(self._store.reading(), limit)

    # --- Index and export -----------------------------------------------------------------------

    def update_index(self, progress: Progress = no_progress) -> int:
        """Brings the search index up to date; returns how many papers that took.

        Meant for a background thread: 10,000 new papers take some 15 s.
        """
        indexed = self._indexer.drain(progress)
        if indexed:
            self._publish(Changes(frozenset({Kind.INDEX}), None))
        return indexed

    def index_waiting(self) -> int:
        """How many papers the search index does not know as they now are."""
        return self._indexer.waiting()

    def export(
        self,
        folder: Path,
        ids: Sequence[int],
        *,
        resolve: Resolve = Resolve.REPORT,
        template: str | None = None,
        name: str | None = None,
        progress: Progress = no_progress,
    ) -> ExportReport:
        """Writes papers as Markdown files into ``folder``. Raises ExportError, Cancelled.

        ``template`` is for the body of a file, ``name`` for the names of new ones.
        """
        options = Options(resolve, template, name)
        return exports.to_folder(self._store, ids, folder, options, progress, self._now())

    def plan_notes(
        self,
        folder: Path,
        *,
        resolve: Resolve = Resolve.REPORT,
        progress: Progress = no_progress,
    ) -> NotesPlan:
        """What was changed in a folder exported before and would come back; changes nothing.

        Raises ExportError, Cancelled.
        """
        return importing_notes.plan(self._store, folder, resolve, progress)

    def import_notes(
        self, plan: NotesPlan, files: Collection[str] | None = None
    ) -> importing_notes.NotesImported:
        """Brings what ``plan_notes`` found into the library as one undoable step.

        ``files`` are the paths of those to bring, by default all. Papers changed since the plan
        are left alone and said.
        """
        chosen = plan.chosen(files)
        label = say("Imported notes of {}")
        with self._step(label, [change.paper.id for change in chosen]) as database:
            return importing_notes.carry_out(database, plan, chosen, self._now())

    def export_conflicts(self, folder: Path) -> list[FileConflict]:
        """The files that an export leaves alone, as both sides changed the same place of them."""
        return merging.conflicts(self._store, folder)

    def settle_conflicts(self, folder: Path, decided: merging.Decided) -> None:
        """Writes what was decided of conflicts into the files and the library, as one step.

        Raises ExportError when a file or a paper was changed meanwhile; then nothing is done.
        """
        settled = merging.write(self._store, folder, decided, self._now())
        label = say("Merged notes of {}")
        with self._step(label, [one.paper.id for one in settled]) as database:
            merging.follow(database, folder, settled, self._now())

    def kept_folder(self) -> Path | None:
        """The folder that is kept up to date with the notes, None when the person wants none."""
        return keeping.folder_of(self._store)

    def keep_exported(self, folder: Path | None) -> None:
        """Remembers which folder to keep up to date with the notes; None for none."""
        self.set_setting(keeping.SETTING, str(folder.resolve()) if folder else "")

    def refresh_kept(self, changed: Collection[int] | None = None) -> ExportReport | None:
        """Brings the kept folder up to date, None when there is none. Raises ExportError.

        ``changed`` are the papers that may differ from what was last exported; None for any.
        """
        return keeping.refresh(self._store, changed, self._now())

    def export_single(
        self,
        file: Path,
        ids: Sequence[int],
        *,
        resolve: Resolve = Resolve.REPORT,
        template: str | None = None,
    ) -> ExportReport:
        """Writes papers as one Markdown document. Raises ExportError."""
        return exports.to_file(self._store, ids, file, resolve, template)

    def citation(self, ids: Sequence[int], style: citing.Style) -> citing.Citation:
        """Papers as entries of a list of references, each on its line, as the style orders them."""
        return citing.cite_all(self.papers(ids), style)

    def citation_keys(self, ids: Sequence[int]) -> list[str]:
        """The keys by which a bibliography cites papers; made now where there are none yet."""
        return [paper.citation_key for paper in citation_keys.keyed(self._store, ids)]

    def export_as(
        self,
        file: Path | BinaryIO,
        ids: Sequence[int],
        format: str,
        progress: Progress = no_progress,
    ) -> int:
        """Writes papers into a file as BibTeX and so on, see reader.exporting.formats.

        Returns how many. Raises ExportError, Cancelled.
        """
        return format_exports.to_file(self._store, ids, file, format_named(format), progress)

    def export_library(self, file: Path | BinaryIO, progress: Progress = no_progress) -> None:
        """Writes everything as JSON Lines, see docs/exports.md. Raises ExportError, Cancelled."""
        format_exports.write(file, dumped.lines(self._store.reading(), progress))

    def look_at_library(self, file: BinaryIO, progress: Progress = no_progress) -> LibraryContents:
        """What a file of ``export_library`` holds, once it is seen to be sound; changes nothing.

        Raises DigestError, Cancelled.
        """
        return dumped.look_at(file, progress)

    def import_library(
        self,
        file: BinaryIO,
        name: str,
        progress: Progress = no_progress,
        *,
        dry_run: bool = False,
    ) -> LibraryImport:
        """Brings in what ``export_library`` wrote, as one undoable step, all or nothing.

        Where papers are here already both are united, and nothing written is lost. Raises
        DigestError when it is damaged, Cancelled.
        """
        if dry_run:
            with self._store.trial() as database:
                return restoring.restore(database, file, progress)
        outcome: LibraryImport | None = None
        with self._step(lambda: restoring.label(name, outcome)) as database:
            outcome = restoring.restore(database, file, progress)
        return outcome

    def exportable_ids(self) -> list[int]:
        """The papers worth exporting unasked: with a note, highlight, star or read."""
        return lists.exportable(self._store.reading())

    # --- Settings -------------------------------------------------------------------------------

    def setting(self, name: str) -> str:
        """A small fact kept with the library, empty when it never was set."""
        return settings.get(self._store.reading(), name)

    def set_setting(self, name: str, value: str) -> None:
        """Keeps a small fact with the library. Not an action: there is nothing to undo."""
        with self._store.write() as database:
            settings.put(database, name, value)

    def _request(self, data: bytes, name: str, format_name: str | None) -> Request:
        return Request(data, name, format_name, self._now().astimezone().date())

    # --- How actions are made -------------------------------------------------------------------

    @contextmanager
    def _step(
        self, label: str | Callable[[], str], ids: Sequence[int] = (), merge_key: str = ""
    ) -> Iterator[Database]:
        """One transaction and one step of the history; the listeners hear of it afterwards.

        In a label ``{}`` names the papers ``ids``; one that is a function is asked at the end.
        """
        with self._store.write() as database:
            named = label
            if isinstance(label, str) and ids:
                named = label.replace("{}", _named(database, ids), 1)
            with journal.recorded(database, named, self._now(), merge_key) as step:
                yield database
                linking.follow_titles(database, self._now())
                highlighting.follow_texts(database)
            seen = journal.counter(database)
        self._acted(step.changes, seen)

    def _replayed(self, replay: Callable[[Database], Changes | None]) -> Changes | None:
        with self._store.write() as database:
            changes = replay(database)
            seen = journal.counter(database)
        if changes is not None:
            self._acted(changes, seen)
        return changes

    def _acted(self, changes: Changes, seen: int) -> None:
        if not changes:
            return
        # A gap means that another program acted too: leave it for notice_others to find.
        if seen == self._seen + 1:
            self._seen = seen
        self._publish(changes)

    def _publish(self, changes: Changes) -> None:
        self._likings.hear(changes)
        self._smart_counts.hear(changes)
        self._completions.hear(changes)
        self._reading_times.hear(changes)
        for listener in tuple(self._listeners):
            listener(changes)


def date_of(moment: datetime) -> date:
    """The day of a moment where the person is."""
    return moment.astimezone().date()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            say("There cannot be a library in {}: {}.").format(folder, error.strerror),
            advice=say("Choose another folder with --library or READER_LIBRARY."),
        ) from error


def _log_to(file: Path) -> logging.Handler:
    """Logs of the program, without the person's texts, beside the library."""
    handler = RotatingFileHandler(
        file, maxBytes=500_000, backupCount=2, delay=True, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("reader").addHandler(handler)
    return handler


def _named(database: Database, ids: Sequence[int]) -> str:
    """How a label speaks of papers: “Title” or 12 papers."""
    if len(ids) != 1:
        return count_of(len(ids))
    title = papers.title(database, ids[0])
    return say("“{}”").format(f"{title[:60].rstrip()}…" if len(title) > 60 else title)


def _status_label(status: Status) -> str:
    """What is said of papers that were given a status."""
    return {
        Status.INBOX: say("Moved {} back to the Inbox"),
        Status.QUEUED: say("Queued {} to read"),
        Status.READING: say("Began reading {}"),
        Status.READ: say("Marked {} read"),
        Status.SKIPPED: say("Skipped {}"),
    }[status]


def _clean(names: Iterable[str]) -> list[str]:
    cleaned = (tags.clean(name) for name in names)
    return [name for name in dict.fromkeys(cleaned) if name]
