"""Exporting again: what need not be looked at is not, and what must be is."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.errors import ExportError
from reader.exporting import folder as exporting_folder
from reader.exporting import scan as scanning
from reader.exporting.markdown import RENDERING
from reader.model import Paper, Status
from tests.exporting.test_markdown import EXPECTED

if TYPE_CHECKING:
    from tests.exporting.conftest import Folder

MakePaper = Callable[..., Paper]
NAME = "2023 Gu - Mamba.md"


def age(folder: Folder) -> None:
    """Makes all files old enough to be trusted, as they are to an export of a later hour."""
    long_ago = time.time_ns() - 3_600_000_000_000
    for path in folder.path.rglob("*.md"):
        os.utime(path, ns=(long_ago, long_ago))


def test_a_change_of_the_rendering_has_another_number() -> None:
    # Another text here needs RENDERING raised in markdown.py: files exported before are then seen
    # to be out of date.
    rendered = hashlib.sha256(EXPECTED.encode()).hexdigest()[:16]
    assert (RENDERING, rendered) == (1, "eaba26669785219d")


def test_what_did_not_change_is_neither_rendered_nor_read(
    folder: Folder, paper: MakePaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = [paper(), paper(reader_id="B", title="Other")]
    folder.export(*papers)
    age(folder)
    folder.export(*papers)

    def no(*_args: object, **_more: object) -> str:
        raise AssertionError("this costs time")

    for module, name in (
        (exporting_folder, "render"),
        (exporting_folder, "render_index"),
        (exporting_folder, "read"),
        (scanning, "read_id"),
    ):
        monkeypatch.setattr(module, name, no)
    assert len(folder.export(*papers).report.unchanged) == 3


def test_a_quick_edit_of_the_same_size_is_seen(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper(), paper(reader_id="B", title="Other"))
    path = folder.path / "2023 Gu - Other.md"
    before = path.stat()
    folder.edit("2023 Gu - Other.md", "reader-id: B\n", "reader-id: C\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    written = folder.export(paper(), paper(reader_id="B", title="Other")).report.written
    assert written == ("2023 Gu - Other (2).md", "index.md")


@pytest.mark.parametrize("old", [False, True])
def test_edits_between_exports_are_merged_whenever_they_were(
    folder: Folder, paper: MakePaper, old: bool
) -> None:
    folder.export(paper())
    if old:
        age(folder)
        folder.export(paper())
    folder.edit(NAME, "## Note\n", "Mine.\n\n## Note\n")
    assert folder.export(paper()).report.unchanged == (NAME, "index.md")
    folder.export(paper(note="New."))
    assert "Mine.\n" in folder.read(NAME)
    assert "New.\n" in folder.read(NAME)


def test_a_file_moved_between_exports_is_listed_where_it_is(
    folder: Folder, paper: MakePaper
) -> None:
    folder.export(paper())
    age(folder)
    folder.export(paper())
    (folder.path / "sub").mkdir()
    (folder.path / NAME).rename(folder.path / "sub" / "x.md")
    assert folder.export(paper()).report.written == ("index.md",)
    assert "(sub/x.md)" in folder.read("index.md")


def test_another_template_writes_all_anew(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    assert folder.export(paper(), template="{{ note }}").report.written == (NAME,)
    assert folder.export(paper(), template="{{ note }}").report.unchanged == (NAME, "index.md")


def test_some_papers_alone_leave_the_rest(folder: Folder, paper: MakePaper) -> None:
    other = paper(reader_id="B", title="Other")
    folder.export(paper(), other)
    exported = folder.export(paper(note="New."), whole=False)
    assert exported.report.written == (NAME,)
    assert exported.report.unchanged + exported.report.no_longer_selected == ()
    assert not exported.index_stale
    assert folder.export(paper(note="New.", status=Status.READING), whole=False).index_stale
    (folder.path / NAME).rename(folder.path / "elsewhere.md")
    exported = folder.export(paper(note="Newer."), whole=False)
    assert exported.report.written == ("elsewhere.md",)
    assert exported.index_stale


def test_a_folder_that_must_be_there_is_not_made(folder: Folder, paper: MakePaper) -> None:
    with pytest.raises(ExportError, match="gone"):
        folder.export(paper(), make=False)
    assert not folder.path.exists()


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ title }} ({{ year }})", "Mamba (2023).md"),
        ("{{ paper.status }}/../{{ author }}", "read .. Gu.md"),
        ("{{ paper.venue }}x.md", "x.md"),
        ("CON", "_CON.md"),
        ("{{ '' }}", "paper.md"),
    ],
)  # fmt: skip
def test_a_template_of_the_person_names_new_files(
    folder: Folder, paper: MakePaper, template: str, expected: str
) -> None:
    assert folder.export(paper(), name=template).report.written == (expected, "index.md")
    assert folder.export(replace(paper(), year=1999)).report.written[0] == expected
    assert sorted(folder.snapshot()) == sorted((expected, "index.md"))


def test_what_an_ended_program_left_is_removed_and_nothing_else(
    folder: Folder, paper: MakePaper
) -> None:
    folder.export(paper())
    (folder.path / "sub").mkdir()
    digits = "0123456789abcdef" * 2
    left = folder.path / "sub" / f".reader-4194304999-{digits}.tmp"
    living = folder.path / f".reader-{os.getppid()}-{digits}.tmp"
    foreign = folder.path / ".other.tmp"
    long_ago = folder.path / f".{digits}.tmp"
    young = folder.path / f".{digits[::-1]}.tmp"
    for path in (left, living, foreign, long_ago, young):
        path.write_text("half", encoding="utf-8")
    os.utime(long_ago, (0, 0))
    folder.export(paper())
    there = {path.name for path in folder.path.rglob("*.tmp")}
    assert there == {living.name, foreign.name, young.name}


def test_a_link_is_read_each_time(folder: Folder, paper: MakePaper, tmp_path: Path) -> None:
    folder.export(paper())
    (folder.path / NAME).rename(folder.path / "real.txt")
    (folder.path / NAME).symlink_to(folder.path / "real.txt")
    for _ in range(2):
        assert folder.export(paper()).report.unchanged == (NAME, "index.md")
    assert folder.export(paper(note="New.")).report.written == (NAME,)
    assert "New.\n" in folder.read("real.txt")
