"""Libraries for tests: an empty one, one with five papers, and a clock that the test moves."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import Changes, Digest
from tests.libraries.papers import digest, sample_entries

# Windows of tests need no screen, whoever starts them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Programs that tests start find their modules compiled, as installed ones do.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


class Clock:
    """A time that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **duration: float) -> None:
        self.now += timedelta(**duration)


@pytest.fixture(scope="session")
def _runtime() -> Iterator[str]:
    """A folder for sockets; the paths of pytest are too long for them."""
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        yield folder


@pytest.fixture(autouse=True)
def _nobodys_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, _runtime: str
) -> None:
    """No test may find, let alone touch, what belongs to the person who runs it."""
    home = tmp_path_factory.getbasetemp() / "home"
    monkeypatch.setenv("READER_LIBRARY", str(home / "library"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", _runtime)
    # New for each test, for a test may choose.
    monkeypatch.setenv("READER_CONFIG", str(tmp_path_factory.mktemp("config")))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_library(tmp_path: Path, clock: Clock, _pristine: Path) -> Iterator[Callable[..., Library]]:
    """Opens libraries (by default always the same folder) and closes them after the test."""
    opened: list[Library] = []
    usual = tmp_path / "library"

    def open_(folder: Path | None = None) -> Library:
        if folder is None and not usual.exists():
            shutil.copytree(_pristine, usual)  # a third of the time that making it takes
        opened.append(Library(folder or usual, now=clock))
        return opened[-1]

    yield open_
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    """An empty library."""
    return open_library()


@pytest.fixture
def sample_digest() -> Digest:
    """Five invented papers."""
    return digest(sample_entries(), title="Trending inventions")


@pytest.fixture
def sample(library: Library, sample_digest: Digest) -> Library:
    """A library with the five papers of ``sample_digest``, numbered 1 to 5."""
    library.import_digest(sample_digest)
    return library


@pytest.fixture
def heard(library: Library) -> list[Changes]:
    """All changes that ``library`` tells of from here on."""
    changes: list[Changes] = []
    library.subscribe(changes.append)
    return changes


@pytest.fixture(scope="session")
def _pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pristine") / "library"
    with Library(folder):
        pass
    return folder


@pytest.fixture(scope="session")
def new_library_folder(
    _pristine: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Path]:
    """Makes folders of empty libraries, fast: for property tests, which need many."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("case") / "library"
        shutil.copytree(_pristine, folder)
        return folder

    return make


def raw_rows(folder: Path, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    """Reads the database behind the program's back."""
    connection = sqlite3.connect(f"file:{folder / 'library.db'}?mode=ro", uri=True)
    try:
        return connection.execute(sql, parameters).fetchall()
    finally:
        connection.close()


_NOT_THE_USERS = {"journal", "settings", "index_queue", "note_revisions", "exported_files"}


def user_data(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that holds what the person has: what undo must bring back."""
    tables = raw_rows(
        folder, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*sqlite_*'"
    )
    names = sorted({str(name) for (name,) in tables} - _NOT_THE_USERS)
    return {name: raw_rows(folder, f"SELECT * FROM {name} ORDER BY 1") for name in names}
