"""``reader undo``, ``redo`` and ``history``."""

from __future__ import annotations

import click

from reader.cli.context import Context, as_json, print_json, update_index
from reader.cli.printing import plain, table


@click.command("undo")
@click.pass_obj
def undo(context: Context) -> None:
    """Take back the latest action, also one of the window or of another day."""
    with context.library() as library:
        changes = library.undo()
        click.echo(f"Undone: {plain(changes.label)}." if changes else "There is nothing to undo.")
        update_index(library)


@click.command("redo")
@click.pass_obj
def redo(context: Context) -> None:
    """Do again what was undone last."""
    with context.library() as library:
        changes = library.redo()
        click.echo(
            f"Done again: {plain(changes.label)}." if changes else "There is nothing to redo."
        )
        update_index(library)


@click.command("history")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=20, show_default=True)
@as_json
@click.pass_obj
def history(context: Context, limit: int, json_wanted: bool) -> None:
    """List the latest actions, newest first."""
    with context.library() as library:
        items = library.history(limit)
    if json_wanted:
        documents = [
            {"id": i.id, "label": i.label, "made_at": i.made_at.isoformat(), "undone": i.undone}
            for i in items
        ]
        print_json({"history": documents})
        return
    rows = [
        (f"{i.made_at.astimezone():%Y-%m-%d %H:%M}", "undone" if i.undone else "", i.label)
        for i in items
    ]
    table(("When", "", "What"), rows, empty="Nothing has been done yet.")


COMMANDS = (undo, redo, history)
