"""``reader digests``: what was imported, what each digest named, and taking one back."""

from __future__ import annotations

import click

from reader.cli.context import Context, as_json, print_json, update_index
from reader.cli.printing import plain, table
from reader.cli.reparsing import reparse
from reader.library import date_of
from reader.model import DigestSummary, count_of


@click.group("digests", invoke_without_command=True)
@as_json
@click.pass_context
def digests(command: click.Context, json_wanted: bool) -> None:
    """List the digests, the newest first; or look at one, or take it back."""
    if command.invoked_subcommand is not None:
        return
    context: Context = command.obj
    with context.library() as library:
        found = library.digests()
    if json_wanted:
        print_json({"digests": [_public(digest) for digest in found]})
        return
    rows = [
        (str(d.id), d.title, str(d.papers), d.source, date_of(d.imported_at).isoformat())
        for d in found
    ]
    table(("", "Digest", "Papers", "From", "Imported"), rows, empty="No digests yet.")


@digests.command("show")
@click.argument("digest_id", type=int, metavar="ID")
@as_json
@click.pass_obj
def show(context: Context, digest_id: int, json_wanted: bool) -> None:
    """Show what a digest named, in its order."""
    with context.library() as library:
        entries = library.digest_entries(digest_id)
        digest = library.digest(digest_id)
    if json_wanted:
        named = [
            {"position": e.position, "paper": e.paper_id, "title": e.title, "doubt": e.doubt}
            for e in entries
        ]
        print_json(_public(digest) | {"entries": named})
        return
    click.echo(f"{plain(digest.title)} ({digest.format}, from {plain(digest.source)})")
    rows = [(str(e.position), str(e.paper_id), e.title, e.doubt) for e in entries]
    table(("", "Paper", "Title", "Look at"), rows, empty="It named no papers.")


@digests.command("remove")
@click.argument("digest_id", type=int, metavar="ID")
@click.pass_obj
def remove(context: Context, digest_id: int) -> None:
    """Take back an import: the digest and the papers that it alone brought.

    Papers that you have starred, tagged, annotated or decided about since then stay.
    """
    with context.library() as library:
        went, stayed = library.take_back_digest(digest_id)
        update_index(library)
    click.echo(f"{count_of(went)} went; {stayed:,} stayed.")


digests.add_command(reparse)

COMMANDS = (digests,)


def _public(digest: DigestSummary) -> dict[str, object]:
    return {
        "id": digest.id,
        "title": digest.title,
        "date": digest.date.isoformat() if digest.date else None,
        "format": digest.format,
        "source": digest.source,
        "imported_at": digest.imported_at.isoformat(),
        "papers": digest.papers,
    }
