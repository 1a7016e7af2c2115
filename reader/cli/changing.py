"""``reader mark``, ``star``, ``unstar``, ``tag`` and ``untag``."""

from __future__ import annotations

import click

from reader.cli.context import Context, find_all, update_index
from reader.cli.printing import plain
from reader.library import Library
from reader.model import Changes, Status

_MARKS = {
    "read": Status.READ,
    "unread": Status.INBOX,
    "inbox": Status.INBOX,
    "queued": Status.QUEUED,
    "reading": Status.READING,
    "skipped": Status.SKIPPED,
}
_ids = click.argument("names", nargs=-1, required=True, metavar="ID…")


@click.command("mark")
@click.argument("status", type=click.Choice(list(_MARKS)))
@_ids
@click.pass_obj
def mark(context: Context, status: str, names: tuple[str, ...]) -> None:
    """Mark papers read, unread, queued, reading or skipped."""
    with context.library() as library:
        say_what_happens(library)
        library.set_status(find_all(library, names), _MARKS[status])


@click.command("star")
@_ids
@click.pass_obj
def star(context: Context, names: tuple[str, ...]) -> None:
    """Star papers."""
    with context.library() as library:
        say_what_happens(library)
        library.set_starred(find_all(library, names), True)


@click.command("unstar")
@_ids
@click.pass_obj
def unstar(context: Context, names: tuple[str, ...]) -> None:
    """Take the star off papers."""
    with context.library() as library:
        say_what_happens(library)
        library.set_starred(find_all(library, names), False)


@click.command("tag")
@click.argument("name", metavar="ID")
@click.argument("tags", nargs=-1, required=True)
@click.pass_obj
def tag(context: Context, name: str, tags: tuple[str, ...]) -> None:
    """Put tags on a paper; nlp/long-context is long-context within nlp."""
    with context.library() as library:
        say_what_happens(library)
        library.add_tags([library.find(name)], tags)
        update_index(library)


@click.command("untag")
@click.argument("name", metavar="ID")
@click.argument("tags", nargs=-1, required=True)
@click.pass_obj
def untag(context: Context, name: str, tags: tuple[str, ...]) -> None:
    """Take tags off a paper."""
    with context.library() as library:
        say_what_happens(library)
        library.remove_tags([library.find(name)], tags)
        update_index(library)


COMMANDS = (mark, star, unstar, tag, untag)


def say_what_happens(library: Library) -> None:
    """Prints the label of the action, or that nothing changed when the program ends without one."""

    def say(changes: Changes) -> None:
        if changes.label:
            click.echo(f"{plain(changes.label)}.")

    library.subscribe(say)
