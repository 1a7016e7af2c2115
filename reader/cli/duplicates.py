"""``reader duplicates``, ``merge``, ``different`` and ``delete``: one paper or two, or none."""

from __future__ import annotations

import click

from reader.cli.context import Context, as_json, find_all, print_json, update_index
from reader.cli.printing import table


@click.command("duplicates")
@as_json
@click.pass_obj
def duplicates(context: Context, json_wanted: bool) -> None:
    """List papers whose titles are so alike that you should decide."""
    with context.library() as library:
        pairs = library.possible_duplicates()
        titles = {
            row.id: row.title for row in library.rows(sorted({id_ for p in pairs for id_ in p}))
        }
    if json_wanted:
        sides = [[{"id": side, "title": titles[side]} for side in pair] for pair in pairs]
        print_json({"duplicates": sides})
        return
    rows = [(str(one), titles[one], str(other), titles[other]) for one, other in pairs]
    table(("", "Paper", "", "Looks like"), rows, empty="No possible duplicates.")


@click.command("merge")
@click.argument("kept")
@click.argument("merged")
@click.pass_obj
def merge(context: Context, kept: str, merged: str) -> None:
    """Make one paper of two: KEPT gets all that MERGED has."""
    with context.library() as library:
        library.merge_papers(*find_all(library, [kept, merged]))
        update_index(library)


@click.command("different")
@click.argument("one")
@click.argument("other")
@click.pass_obj
def different(context: Context, one: str, other: str) -> None:
    """Remember that two papers are not the same."""
    with context.library() as library:
        library.keep_apart(*find_all(library, [one, other]))


@click.command("delete")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.pass_obj
def delete(context: Context, ids: tuple[str, ...]) -> None:
    """Delete papers for good; no later digest brings them back (undo does)."""
    with context.library() as library:
        library.delete_papers(find_all(library, ids))
        update_index(library)


COMMANDS = (duplicates, merge, different, delete)
