"""``reader FILE…``: what a double click on a file does."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from reader.cli.context import Context


class Door(click.Group):
    """The group of commands, at whose place there may be files that exist.

    A command goes before a file of that name (``./import`` is the file). What is neither stays a
    mistake of the person, with click's words on it.

    The commands are loaded when one is looked for: the window starts sooner without them.
    """

    modules: Sequence[str] = ()
    _loaded = False

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands."""
        self._load()
        return super().list_commands(context)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        self._load()
        return super().get_command(context, name)

    def _load(self) -> None:
        if not self._loaded:
            self._loaded = True
            for module in self.modules:
                for command in import_module(module).COMMANDS:
                    self.add_command(command)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Takes what is no command, but a file, as files for the window."""
        first = arguments[0]
        if self.get_command(context, first) is None and Path(first).is_file():
            return _open.name, _open, arguments
        return super().resolve_command(context, arguments)


@click.command("open", hidden=True)
@click.argument(
    "files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True
)
@click.pass_context
def _open(context: click.Context, files: Sequence[Path]) -> None:
    """Opens the window and imports files."""
    given: Context = context.obj
    context.exit(given.desktop.open(given.folder, [file.absolute() for file in files]))
