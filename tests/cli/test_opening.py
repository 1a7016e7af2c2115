"""``reader FILE…`` opens the window with the files; a mistyped command is still a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli, FakeDesktop


def test_files_are_for_the_window(
    cli: Cli, desktop: FakeDesktop, page: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.chdir(page.parent)
    other = page.with_name("other.txt")
    other.touch()
    assert cli(page.name, other).status == 0
    assert desktop.opened == [folder]
    assert desktop.files == [page, other]


def test_a_command_goes_before_a_file_of_its_name(
    cli: Cli, desktop: FakeDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("digests").touch()
    assert cli("digests").status == 0
    assert desktop.opened == []
    assert cli("./digests").status == 0
    assert desktop.files == [tmp_path / "digests"]


def test_a_mistyped_command_is_a_mistake_with_a_suggestion(cli: Cli, desktop: FakeDesktop) -> None:
    outcome = cli("imprt")
    assert outcome.status == 2
    assert "Did you mean 'import'?" in outcome.err
    assert desktop.opened == []


@pytest.mark.parametrize("missing", ["none.bib", "a-folder"])
def test_what_is_no_file_is_a_mistake(
    cli: Cli, desktop: FakeDesktop, page: Path, missing: str
) -> None:
    (page.parent / "a-folder").mkdir()
    assert cli(page.parent / missing).status == 2
    assert cli(page, page.parent / missing).status == 2
    assert desktop.opened == []


def test_the_files_are_not_a_command_that_help_lists(cli: Cli) -> None:
    out = cli("--help").out
    assert "reader FILE…" in out
    assert "  open " not in out
