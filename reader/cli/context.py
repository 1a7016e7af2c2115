"""What every command needs: the library, the window, and how results are printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import click

from reader.library import Library

# An index that is this far behind is worth a word on why the answer takes a while.
_SAYS_SO_FROM = 500


class Desktop(Protocol):
    """The window, as far as the terminal knows it."""

    def open(self, folder: Path, files: Sequence[Path]) -> int:
        """Shows the window until it is closed; returns the exit status."""

    def screenshot(self, folder: Path, picture: Path) -> None:
        """Saves a picture of the window on a library."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the group hands to its commands."""

    folder: Path
    desktop: Desktop

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library, closed afterwards."""
        with Library(self.folder) as library:
            yield library


def as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option ``--json``: one JSON document on stdout and nothing else there."""
    decorate = click.option("--json", "json_wanted", is_flag=True, help="Print one JSON document.")
    return decorate(command)


def print_json(document: object) -> None:
    """Prints a document as JSON, readable and in Unicode."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def update_index(library: Library) -> None:
    """Makes what this command changed findable; says so on stderr when it takes long."""
    waiting = library.index_waiting()
    if not waiting:
        return
    if waiting < _SAYS_SO_FROM or not sys.stderr.isatty():
        library.update_index()
        return
    with click.progressbar(length=waiting, label="Indexing", file=sys.stderr) as bar:
        library.update_index(lambda done, _total: bar.update(done - bar.pos))


def find_all(library: Library, names: Sequence[str]) -> list[int]:
    """The papers that a person named. Raises NotFoundError at the first that is not there."""
    return [library.find(name) for name in names]


def read_stdin() -> bytes:
    """All of stdin, as bytes."""
    return sys.stdin.buffer.read()
