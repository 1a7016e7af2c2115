"""Which papers a list holds, in what order, and how many each list has."""

from __future__ import annotations

from collections.abc import Collection

from reader.model import Counts, Kind, ListKind, PaperList, Sort
from reader.store import digests, duplicates, journal, smart_lists, tags, todos
from reader.store.connection import Database

ALL_KINDS = frozenset(Kind)
STATUS_LISTS = {
    ListKind.INBOX: "inbox",
    ListKind.QUEUED: "queued",
    ListKind.READING: "reading",
    ListKind.READ: "read",
    ListKind.SKIPPED: "skipped",
}
_ANNOTATED = "SELECT paper_id FROM notes WHERE text <> '' UNION SELECT paper_id FROM highlights"
ORDERS = {
    Sort.RELEVANCE: "p.added_at DESC, p.id",
    Sort.ADDED: "p.added_at DESC, p.id",
    Sort.YEAR: "p.year DESC, p.added_at DESC, p.id",
    Sort.TITLE: "p.title_key, p.id",
    Sort.DIGEST: "p.added_at DESC, p.id",
    Sort.LIKENESS: "p.added_at DESC, p.id",
}


def ids(database: Database, papers: PaperList, sort: Sort = Sort.ADDED) -> list[int]:
    """The numbers of the papers of a list, in order. Without a query, relevance is by date added.

    Digest order is the order in which the digest named them; in other lists it is by date added.
    Smart lists are searches: not here.
    """
    condition, parameters = condition_of(papers)
    if papers.kind is ListKind.DIGEST and sort is Sort.DIGEST:
        sql = (
            "SELECT paper_id AS id FROM entries WHERE digest_id = ? "
            "GROUP BY paper_id ORDER BY min(position)"
        )
    else:
        sql = f"SELECT p.id FROM papers p WHERE {condition} ORDER BY {ORDERS[sort]}"
    return database.numbers(sql, parameters)


def condition_of(papers: PaperList) -> tuple[str, tuple[str | int, ...]]:
    """The SQL condition on ``papers p`` that a list is, and its parameters."""
    if papers.kind in STATUS_LISTS:
        return f"p.status = '{STATUS_LISTS[papers.kind]}'", ()
    if papers.kind is ListKind.STARRED:
        return "p.starred = 1", ()
    if papers.kind is ListKind.ANNOTATED:
        return f"p.id IN ({_ANNOTATED})", ()
    if papers.kind is ListKind.TODO:
        return f"p.id IN ({todos.PAPERS})", ()
    if papers.kind is ListKind.TAG:
        return f"p.id IN ({tags.TAGGED})", (papers.value,)
    if papers.kind is ListKind.DIGEST:
        return "p.id IN (SELECT paper_id FROM entries WHERE digest_id = ?1)", (int(papers.value),)
    return "1", ()


def exportable(database: Database) -> list[int]:
    """The papers with a note, a highlight, a star, or read; newest first."""
    sql = (
        f"SELECT p.id FROM papers p WHERE p.starred = 1 OR p.status = 'read' "
        f"OR p.id IN ({_ANNOTATED}) ORDER BY {ORDERS[Sort.ADDED]}"
    )
    return [key for (key,) in database.rows(sql)]


def counts(database: Database, kinds: Collection[Kind] = ALL_KINDS) -> Counts:
    """How many papers each list, tag and digest has; smart lists are not counted here.

    Of ``kinds`` depends what is counted: what others change is left out.
    """
    with database.snapshot():
        direct = tags.counted(database) if Kind.TAGS in kinds else {}
        return Counts(
            _of_lists(database, kinds),
            direct,
            tuple(digests.listed(database)) if Kind.DIGESTS in kinds else (),
            duplicates.count(database) if Kind.PAPERS in kinds else 0,
            tuple(smart_lists.listed(database)) if Kind.SMART_LISTS in kinds else (),
            nesting=tags.nesting(database, direct),
            step=journal.counter(database),
        )


def _of_lists(database: Database, kinds: Collection[Kind]) -> dict[ListKind, int]:
    numbers = {}
    if Kind.PAPERS in kinds:
        by_status = dict(database.rows("SELECT status, count(*) FROM papers GROUP BY status"))
        numbers = {kind: by_status.get(status, 0) for kind, status in STATUS_LISTS.items()}
        numbers[ListKind.ALL] = sum(by_status.values())
        starred = "SELECT count(*) FROM papers WHERE starred = 1"
        numbers[ListKind.STARRED] = database.value(starred)
    if Kind.NOTES in kinds or Kind.HIGHLIGHTS in kinds:
        numbers[ListKind.ANNOTATED] = database.value(f"SELECT count(*) FROM ({_ANNOTATED})")
    if Kind.NOTES in kinds:
        numbers[ListKind.TODO] = database.value(todos.COUNT)
    return numbers
