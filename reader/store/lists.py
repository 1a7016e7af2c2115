"""Which papers a list holds, in what order, and how many each list has."""

from __future__ import annotations

from reader.model import Counts, ListKind, PaperList, Sort
from reader.store import digests, duplicates, smart_lists, tags
from reader.store.connection import Database

_STATUS_LISTS = {
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
            "SELECT paper_id FROM entries WHERE digest_id = ? "
            "GROUP BY paper_id ORDER BY min(position)"
        )
    else:
        sql = f"SELECT p.id FROM papers p WHERE {condition} ORDER BY {ORDERS[sort]}"
    return [key for (key,) in database.rows(sql, parameters)]


def condition_of(papers: PaperList) -> tuple[str, tuple[str | int, ...]]:
    """The SQL condition on ``papers p`` that a list is, and its parameters."""
    if papers.kind in _STATUS_LISTS:
        return f"p.status = '{_STATUS_LISTS[papers.kind]}'", ()
    if papers.kind is ListKind.STARRED:
        return "p.starred = 1", ()
    if papers.kind is ListKind.ANNOTATED:
        return f"p.id IN ({_ANNOTATED})", ()
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


def counts(database: Database) -> Counts:
    """How many papers each list, tag and digest has; smart lists are not counted here."""
    by_status = dict(database.rows("SELECT status, count(*) FROM papers GROUP BY status"))
    numbers = {kind: by_status.get(status, 0) for kind, status in _STATUS_LISTS.items()}
    numbers[ListKind.ALL] = sum(by_status.values())
    numbers[ListKind.STARRED] = database.value("SELECT count(*) FROM papers WHERE starred = 1")
    numbers[ListKind.ANNOTATED] = database.value(f"SELECT count(*) FROM ({_ANNOTATED})")
    pairs = duplicates.count(database)
    return Counts(
        numbers,
        tags.counted(database),
        tuple(digests.listed(database)),
        pairs,
        tuple(smart_lists.listed(database)),
    )
