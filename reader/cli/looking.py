"""``reader list``, ``search``, ``show`` and ``similar``: they change nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from reader.cli.context import Context, as_json, print_json, update_index
from reader.cli.printing import (
    as_document,
    as_whole_document,
    paper_rows,
    print_backlinks,
    print_paper,
    print_sightings,
    table,
)
from reader.errors import NotFoundError
from reader.library import Library
from reader.model import ListKind, PaperList, Snippet, Sort

_ORDERS = {ListKind.DIGEST: Sort.DIGEST, ListKind.SMART: Sort.RELEVANCE}
_HEADINGS = ("", "", "Status", "Title", "Tags")

Why = Callable[[Sequence[int]], Mapping[int, str]]
"""Gives the reasons for which papers are where they are."""


def paged(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose a page of a list."""
    for option in (
        click.option("--sort", type=click.Choice([sort.value for sort in Sort]), default=None),
        click.option("--offset", type=click.IntRange(0), default=0, show_default=True),
        click.option("--limit", type=click.IntRange(0), default=50, show_default=True),
    ):
        command = option(command)
    return command


@click.command("list")
@click.argument("which", required=False, default="all", metavar="[LIST]")
@click.option("--todo", is_flag=True, help="The papers whose notes have something to do.")
@click.option("--tag", help="The papers with this tag.")
@click.option("--smart", metavar="NAME", help="The papers of this smart list.")
@click.option(
    "--digest", type=click.IntRange(0, 2**63 - 1), help="The papers of this digest, by its number."
)
@paged
@as_json
@click.pass_obj
def list_(
    context: Context,
    which: str,
    *,
    todo: bool,
    tag: str | None,
    smart: str | None,
    digest: int | None,
    limit: int,
    offset: int,
    sort: str | None,
    json_wanted: bool,
) -> None:
    """List the papers of a list, or all.

    Lists are inbox, queued, reading, starred, annotated, todo, read, skipped and all.
    """
    chosen = _chosen(ListKind.TODO if todo else which, tag, digest)
    with context.library() as library:
        if smart is not None:
            chosen = _smart(library, smart)
        order = Sort(sort) if sort else _ORDERS.get(chosen.kind, Sort.ADDED)
        why = _why(library, order)
        ids = library.list_ids(chosen, order)
        _print_page(library, ids, limit, offset, json_wanted=json_wanted, why=why)


@click.command("search")
@click.argument("query", nargs=-1, required=True)
@paged
@click.option("--literal", is_flag=True, help="Never answer another spelling.")
@as_json
@click.pass_obj
def search(
    context: Context,
    query: tuple[str, ...],
    *,
    literal: bool,
    limit: int,
    offset: int,
    sort: str | None,
    json_wanted: bool,
) -> None:
    """Search titles, abstracts, authors, notes and tags.

    Words are joined; "a phrase", -not, OR, ( ), wor*d, word~, title:, author:, note:, tag:, year:,
    added: and is: (unread, starred…) narrow it down. Put -- before a query that begins with a
    minus.
    """
    text = " ".join(query)
    with context.library() as library:
        update_index(library)
        order = Sort(sort) if sort else Sort.RELEVANCE
        why = _why(library, order)
        found = library.search(text, order, literal=literal)
        if not found.index_complete:  # damaged in a way that only searching shows
            library.update_index()
            found = library.search(text, order, literal=literal)
        for part in found.not_understood:
            click.echo(f"Not understood: {part.text}", err=True)
        if found.corrected:
            said = f"Showing results for {found.corrected}; --literal searches what you typed."
            click.echo(said, err=True)
        snippets = library.snippets(found.corrected or text, found.ids[offset : offset + limit])
        _print_page(library, found.ids, limit, offset, snippets, json_wanted=json_wanted, why=why)


@click.command("show")
@click.argument("name", metavar="ID")
@as_json
@click.pass_obj
def show(context: Context, name: str, json_wanted: bool) -> None:
    """Show a paper with its abstract and note, and where each came from."""
    with context.library() as library:
        paper = library.paper(library.find(name))
        origins, sightings = library.field_origins(paper.id), library.sightings(paper.id)
        linking = library.papers(library.backlinks(paper.id))
    if json_wanted:
        print_json(as_whole_document(paper, origins, linking))
    else:
        print_paper(paper)
        print_backlinks(linking)
        print_sightings(sightings, origins)


@click.command("similar")
@click.argument("name", metavar="ID")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True)
@as_json
@click.pass_obj
def similar(context: Context, name: str, limit: int, json_wanted: bool) -> None:
    """List the papers most like one, and the words that they share."""
    with context.library() as library:
        paper_id = library.find(name)
        update_index(library)
        found = {one.paper_id: one for one in library.similar(paper_id, limit)}
        papers = library.papers(list(found))
    if json_wanted:
        documents = [
            as_document(paper)
            | {"score": found[paper.id].score, "words": list(found[paper.id].words)}
            for paper in papers
        ]
        print_json({"total": len(documents), "papers": documents})
        return
    words = {key: ", ".join(one.words) for key, one in found.items()}
    table((*_HEADINGS, "Shared words"), paper_rows(papers, words), empty="No paper is like it.")


COMMANDS = (list_, search, show, similar)


def _why(library: Library, order: Sort) -> Why | None:
    """What gives the reasons where papers are in the order of likeness; says when it cannot be."""
    if order is not Sort.LIKENESS:
        return None
    update_index(library)
    if not library.likeness_known():
        click.echo("Nothing is starred or read yet to learn from: by date added.", err=True)

    def why(ids: Sequence[int]) -> dict[int, str]:
        return {key: likeness.because for key, likeness in library.likeness(ids).items()}

    return why


def _smart(library: Library, name: str) -> PaperList:
    for smart in library.smart_lists():
        if smart.name == name:
            update_index(library)
            return PaperList(ListKind.SMART, str(smart.id))
    raise NotFoundError(
        f"There is no smart list {name!r}.", advice="Ctrl+S in the window saves a search as one."
    )


def _chosen(which: str, tag: str | None, digest: int | None) -> PaperList:
    if tag is not None:
        return PaperList(ListKind.TAG, tag)
    if digest is not None:
        return PaperList(ListKind.DIGEST, str(digest))
    try:
        kind = ListKind(which)
    except ValueError:
        kind = ListKind.TAG
    if kind in (ListKind.TAG, ListKind.DIGEST, ListKind.SMART, ListKind.SIMILAR):
        raise NotFoundError(
            f"There is no list {which!r}.",
            advice="Lists are inbox, queued, reading, starred, annotated, todo, read, skipped "
            "and all.",
        )
    return PaperList(kind)


def _print_page(
    library: Library,
    ids: Sequence[int],
    limit: int,
    offset: int,
    snippets: Mapping[int, Snippet] | None = None,
    *,
    json_wanted: bool,
    why: Why | None = None,
) -> None:
    page = ids[offset : offset + limit]
    papers = library.papers(page)
    reasons = why(page) if why is not None else None
    if json_wanted:
        documents = [as_document(paper, (snippets or {}).get(paper.id)) for paper in papers]
        if reasons is not None:
            documents = [one | {"because": reasons.get(one["id"]) or None} for one in documents]
        print_json({"total": len(ids), "papers": documents})
        return
    headings = _HEADINGS if reasons is None else (*_HEADINGS, "Why")
    table(headings, paper_rows(papers, reasons), empty="No papers.")
    if len(ids) > len(papers):
        click.echo(f"{len(papers)} of {len(ids)}; --limit and --offset show the rest.", err=True)
