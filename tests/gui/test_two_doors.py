"""The window and the terminal open on one library at once see what the other does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reader.library import Library
from reader.model import ListKind, Status
from tests.gui.conftest import Person


def terminal(library: Library, *arguments: str) -> str:
    """Runs a command as another program."""
    command = [sys.executable, "-m", "reader", "--library", str(library.folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_window_shows_what_the_terminal_did(person: Person, sample: Library) -> None:
    terminal(sample, "star", "2")
    person.until(lambda: person.count(ListKind.STARRED) == 1)
    terminal(sample, "mark", "read", "1")
    person.until(lambda: 1 not in person.window.list.model.ids)
    # What was done is one more step back, wherever it was done.
    terminal(sample, "undo")
    person.until(lambda: 1 in person.window.list.model.ids)


def test_the_terminal_shows_what_the_window_did(person: Person, sample: Library) -> None:
    person.press("S")
    assert "Sea Anemones" in terminal(sample, "search", "is:starred")
    terminal(sample, "undo")
    person.until(lambda: person.count(ListKind.STARRED) == 0)


def test_an_import_from_the_terminal_comes_into_the_window(
    person: Person, sample: Library, tmp_path: Path
) -> None:
    chosen = person.window.navigation.current
    page = tmp_path / "links.txt"
    page.write_text("https://arxiv.org/abs/2402.00001\nhttps://arxiv.org/abs/2402.00002\n")
    terminal(sample, "import", str(page))
    person.until(lambda: len(person.window.list.model.ids) == 7)
    assert person.window.navigation.current == chosen
    assert sample.paper(chosen or 0).status is Status.INBOX
