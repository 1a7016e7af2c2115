"""``reader export FILE``: one file for other programs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from reader.library import Library
from tests.cli.conftest import Cli
from tests.cli.test_commands import refused
from tests.libraries.papers import digest, sample_entries


@pytest.fixture
def five(cli: Cli, folder: Path) -> Cli:
    """The command line of a library with five invented papers."""
    with Library(folder) as library:
        library.import_digest(digest(sample_entries()))
    return cli


@pytest.mark.parametrize(
    ("name", "format_", "sign"),
    [
        ("p.bib", "bibtex", "@article{tide2024attention,"),
        ("p.ris", "ris", "TY  - JOUR"),
        ("p.json", "csl-json", '"id": "tide2024attention"'),
        ("p.csv", "csv", '"citation key"'),
        ("p.html", "html", "<!doctype html>"),
        ("p.biblatex", "biblatex", "journaltitle = {Journal of Slow Animals}"),
    ],
)
def test_the_ending_says_the_format(
    five: Cli, tmp_path: Path, name: str, format_: str, sign: str
) -> None:
    file = tmp_path / "new" / name
    outcome = five("export", file)
    assert outcome.status == 0
    assert "5 papers written to" in outcome.out
    assert sign in file.read_text(encoding="utf-8-sig")
    other = tmp_path / "other.txt"
    assert five("export", other, "--format", format_).status == 0
    assert other.read_bytes() == file.read_bytes()
    assert five("export", "-", "--format", format_).out.replace("\r\n", "\n") == (
        file.read_text(encoding="utf-8").replace("\r\n", "\n")
    )


def test_a_query_chooses(five: Cli, tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    document = five("export", file, "--query", "anemones", "--json").json
    assert document["written"] == [str(file)]
    assert (document["format"], document["papers"]) == ("csv", 1)
    [row] = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
    assert row["title"].startswith("Attention among Sea Anemones")


def test_a_folder_stays_a_folder(five: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "notes.bib"
    folder.mkdir()
    five("star", 1)
    assert five("export", folder, "--json").json["written"]
    assert list(folder.glob("*.md"))


def test_what_cannot_be_meant_is_refused(five: Cli, tmp_path: Path) -> None:
    refused(five("export", "-"), status=2)
    refused(five("export", "--format", "bibtex"), status=2)
    refused(five("export", tmp_path / "p.bib", "--ours"), status=2)
    refused(five("export", "-", "--format", "ris", "--json"), status=2)
    refused(five("export", tmp_path / "p", "--format", "word"), status=2)
    (tmp_path / "d").mkdir()
    assert "d" in refused(five("export", tmp_path / "d", "--format", "bibtex"))


def test_the_old_file_stays_when_the_new_cannot_be_written(five: Cli, tmp_path: Path) -> None:
    file = tmp_path / "p.bib"
    file.write_text("mine")
    file.chmod(0o444)
    refused(five("export", file))
    assert file.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_a_key_is_shown_edited_and_exported(five: Cli, tmp_path: Path) -> None:
    assert five("show", 1, "--json").json["citation_key"] is None
    assert five("edit", 1, "--citation-key", "Tide:24").status == 0
    assert "cited as Tide:24" in five("show", 1).out
    assert five("show", 1, "--json").json["citation_key"] == "Tide:24"
    assert "taken" in refused(five("edit", 2, "--citation-key", "tide:24"))
    assert "cannot be" in refused(five("edit", 2, "--citation-key", "a b"))
    five("export", tmp_path / "p.json")
    items = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    assert "Tide:24" in {item["id"] for item in items}
    five("undo")
    assert five("show", 1, "--json").json["citation_key"] is None
