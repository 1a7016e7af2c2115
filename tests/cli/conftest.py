"""The command line as a person meets it: arguments in; stdout, stderr and exit status out."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reader.cli import run
from tests.libraries.papers import SAMPLE_TEXT


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document that stdout is."""
        return json.loads(self.out)


class FakeDesktop:
    """Remembers that a window was asked for."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.files: list[Path] = []

    def open(self, folder: Path, files: Sequence[Path]) -> int:
        self.opened.append(folder)
        self.files += files
        return 0

    def screenshot(self, folder: Path, picture: Path) -> None:
        picture.touch()


Cli = Callable[..., Outcome]


@pytest.fixture
def desktop() -> FakeDesktop:
    return FakeDesktop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def cli(folder: Path, desktop: FakeDesktop, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Runs ``reader ARGUMENTS`` on a library of the test, through the program's own front door."""
    monkeypatch.setenv("READER_LIBRARY", str(folder))
    monkeypatch.setenv("COLUMNS", "200")

    def cli(*arguments: object, stdin: str | bytes = "") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["reader", *map(str, arguments)])
        with CliRunner().isolation(input=stdin) as (out, err, _):
            try:
                run(desktop)
                status = 0
            except SystemExit as end:
                status = int(end.code or 0)
            sys.stdout.flush()
            sys.stderr.flush()
            return Outcome(status, out.getvalue().decode(), err.getvalue().decode())

    return cli


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A file with a copied page of two papers."""
    file = tmp_path / "trending.txt"
    file.write_text(SAMPLE_TEXT, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def imported_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the library of ``filled`` is kept, once the first test that needs it has made it."""
    return tmp_path_factory.mktemp("imported") / "library"


@pytest.fixture
def filled(cli: Cli, page: Path, folder: Path, imported_library: Path) -> Cli:
    """The command line of a library with the two papers of ``page``, numbered 1 and 2."""
    if imported_library.exists():
        shutil.copytree(imported_library, folder)
        return cli
    assert cli("import", page).status == 0
    shutil.copytree(folder, imported_library)
    return cli
