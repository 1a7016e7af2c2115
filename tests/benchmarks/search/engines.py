"""What an engine must do to be measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from tests.benchmarks.search.asked import Asked

Fields: TypeAlias = Mapping[str, str]
Paper: TypeAlias = tuple[int, Fields]

FIELDS = ("title", "authors", "abstract", "note")
LIMIT = 50
# Told apart by name, since each runs in a process that imports no other.
NAMES = ("ours", "tantivy", "fts5")


class CannotError(Exception):
    """The engine has no such kind of query."""


class Engine(Protocol):
    """An index in a folder of its own, open until it is closed."""

    def search(self, query: Asked, limit: int = LIMIT) -> tuple[Sequence[int], int]:
        """The best papers, best first, and the exact number of all. Raises CannotError."""

    def replace(self, number: int, fields: Fields) -> None:
        """Changes one paper; the next search must know it."""

    def close(self) -> None:
        """Lets go of the files."""


class Module(Protocol):
    """What each module of an engine has."""

    build: Callable[[Path, Iterable[Paper]], None]
    open_engine: Callable[[Path], Engine]


def module(name: str) -> Module:
    """The module of an engine, imported now."""
    found: Module = import_module(f"tests.benchmarks.search.engine_{name}")
    return found


def size_on_disk(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
