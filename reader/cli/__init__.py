"""The terminal: one module a group of commands, all of them thin over ``Library``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reader import __version__
from reader.cli.context import Context, Desktop
from reader.cli.opening import Door
from reader.errors import ReaderError
from reader.library import default_folder

__all__ = ["reader", "run"]


@click.group(
    cls=Door, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--library",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="READER_LIBRARY",
    help="The library's folder; by default the platform's folder for user data.",
)
@click.version_option(__version__, prog_name="reader")
@click.pass_context
def reader(context: click.Context, folder: Path | None) -> None:
    """A reading list for research papers. Without a command it opens the window.

    `reader FILE…` opens it and imports the files.
    """
    context.obj = Context(folder or default_folder(), context.obj)
    if context.invoked_subcommand is None:
        context.exit(context.obj.desktop.open(context.obj.folder, ()))


_COMMANDS = (
    "importing",
    "digests",
    "looking",
    "highlights",
    "changing",
    "noting",
    "editing",
    "duplicates",
    "history",
    "exporting",
    "importing_notes",
    "citing",
    "stats",
    "tour",
)
assert isinstance(reader, Door)
reader.modules = tuple(f"{__name__}.{name}" for name in _COMMANDS)


def run(desktop: Desktop) -> None:
    """Runs the command line and exits: 0 done, 1 refused or failed, 2 usage."""
    try:
        reader(obj=desktop)
    except ReaderError as error:
        click.echo(f"reader: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output (`| head`) has enough; that is no failure.
        sys.stderr.close()
        sys.exit(0)
