"""``reader export FILE.jsonl`` and ``reader import`` of it: a library moves house."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from tests.cli.conftest import Cli
from tests.cli.test_commands import IMPORT_KEYS, refused
from tests.conftest import user_data
from tests.libraries.papers import digest, sample_entries


@pytest.fixture
def moved(cli: Cli, folder: Path, tmp_path: Path) -> Path:
    """A library as a file; the command line then has an empty one."""
    with Library(folder) as library:
        library.import_digest(digest(sample_entries()))
        library.set_note(1, "Slow, but they do attend.")
        library.set_starred([2], True)
    file = tmp_path / "mine.jsonl"
    outcome = cli("export", file, "--json")
    assert outcome.json["papers"] == 5
    folder.rename(tmp_path / "there")
    return file


def test_it_comes_back_and_is_found(cli: Cli, moved: Path, folder: Path, tmp_path: Path) -> None:
    outcome = cli("import", moved)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == f"{moved} brought 5 new papers, 1 new digest.\n"
    there, here = user_data(tmp_path / "there"), user_data(folder)
    assert {name: len(rows) for name, rows in here.items()} == {
        name: len(rows) for name, rows in there.items()
    }
    assert cli("search", "attend", "--json").json["total"] == 1
    again = tmp_path / "again.jsonl"
    assert cli("export", again, "--format", "jsonl").status == 0
    assert again.read_bytes() == moved.read_bytes()
    assert cli("export", "-", "--format", "jsonl").out.encode() == moved.read_bytes()
    assert "Imported the library “mine.jsonl”" in cli("undo").out
    assert cli("list", "--json").json["total"] == 0


def test_it_is_known_by_its_first_line_and_not_by_its_name(
    cli: Cli, moved: Path, tmp_path: Path
) -> None:
    other = moved.rename(tmp_path / "library.txt")
    [imported] = cli("import", other, "--json").json["imports"]
    assert set(imported) == IMPORT_KEYS | {"digests"}
    assert (imported["format"], imported["digest"], imported["digests"]) == ("jsonl", None, 1)
    assert (imported["entries"], imported["new"], imported["known"]) == (5, 5, 0)
    [imported] = cli("import", "-", "--json", stdin=other.read_bytes()).json["imports"]
    assert (imported["file"], imported["new"], imported["known"]) == ("stdin", 0, 5)


def test_notes_of_both_sides_are_said(cli: Cli, moved: Path, folder: Path) -> None:
    with Library(folder) as library:
        library.import_digest(digest(sample_entries()[:1]))
        library.set_note(1, "Written here, later.")
    outcome = cli("import", moved)
    assert outcome.status == 0
    assert "brought 4 new papers, united 1 with what was here" in outcome.out
    assert "1 note had another text here than there" in outcome.err
    assert "Written here, later." in cli("show", 1).out
    assert cli("note", 1, "--restore", 1).status == 0
    assert "Slow, but they do attend." in cli("show", 1).out


def test_a_dry_run_changes_nothing(cli: Cli, moved: Path, folder: Path) -> None:
    assert "would bring 5 new papers" in cli("import", moved, "--dry-run").out
    [imported] = cli("import", moved, "--dry-run", "--json").json["imports"]
    assert imported["new"] == 5
    assert not any(user_data(folder).values())
    assert cli("history", "--json").json == {"history": []}


def test_what_is_damaged_is_refused_with_its_line(cli: Cli, moved: Path, folder: Path) -> None:
    moved.write_bytes(moved.read_bytes().replace(b'"starred": true', b'"starred": "yes"'))
    message = refused(cli("import", moved))
    assert "“starred” should be true or false. It is line 4." in message
    assert set(cli("import", moved, "--json").json["imports"][0]) == {"file", "error"}
    assert not any(user_data(folder).values())


def test_a_part_of_a_library_is_not_to_be_had(cli: Cli, moved: Path, tmp_path: Path) -> None:
    assert "whole library" in refused(
        cli("export", tmp_path / "p.jsonl", "--query", "is:read"), status=2
    )
