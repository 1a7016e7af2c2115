from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import Cancelled, ExportError
from reader.exporting.base import Base, Resolve
from reader.exporting.markdown import render
from reader.model import Highlight, Paper, Status

if TYPE_CHECKING:
    from tests.exporting.conftest import Folder

MakePaper = Callable[..., Paper]
NAME = "2023 Gu - Mamba.md"


def test_a_first_export_writes_each_paper_and_the_index(folder: Folder, paper: MakePaper) -> None:
    report = folder.export(paper()).report
    assert report.written == (NAME, "index.md")
    assert report.unchanged + report.conflicts + report.no_longer_selected == ()
    assert folder.read(NAME) == render(paper())
    assert "(2023%20Gu%20-%20Mamba.md)" in folder.read("index.md")
    assert set(folder.bases) == {paper().reader_id, "index"}


def test_an_export_of_the_same_touches_nothing(folder: Folder, paper: MakePaper) -> None:
    papers = [paper(), paper(reader_id="B", title="Other"), paper(reader_id="C")]
    folder.export(*papers)
    before = folder.snapshot()
    for bases in (folder.bases, {}):
        folder.bases = dict(bases)
        report = folder.export(*papers).report
        assert (report.written, report.conflicts) == ((), ())
        assert len(report.unchanged) == 4
        assert folder.snapshot() == before


def test_the_edits_of_both_sides_arrive(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    folder.edit(NAME, "## Highlights\n", "My own thoughts.\n\n## Highlights\n")
    folder.edit(NAME, "year: 2023\n", "year: 2023\nrating: 5 # stars\n")
    changed = paper(status=Status.SKIPPED, note="Compare with S4 and H3.")
    assert folder.export(changed).report.written == (NAME, "index.md")
    text = folder.read(NAME)
    for piece in ("My own thoughts.\n", "rating: 5 # stars\n", "status: skipped\n", "S4 and H3.\n"):
        assert piece in text
    assert folder.export(changed).report.written == ()
    assert folder.export(paper()).report.conflicts == ()
    assert "My own thoughts" in folder.read(NAME)


def test_nothing_is_appended_twice_when_highlights_come_and_go(
    folder: Folder, paper: MakePaper
) -> None:
    one = Highlight(1, "abstract", "one", "", "", "yellow")
    two = Highlight(2, "abstract", "two", "", "", "green")
    for highlights in ((one,), (one, two), (two,), (one, two), ()):
        folder.export(paper(highlights=highlights))
        text = folder.read(NAME)
        assert text.count("## Highlights") == bool(highlights)
        assert [text.count(f"=={name}==") for name in ("one", "two")] == [
            one in highlights,
            two in highlights,
        ]


def test_a_conflict_is_reported_and_the_file_left(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    folder.edit(NAME, "Compare with S4.", "Mine.")
    before = folder.snapshot()[NAME]
    ours = paper(note="Library.", status=Status.READING)
    for _ in range(2):
        report = folder.export(ours).report
        assert report.conflicts == (NAME,)
        assert folder.snapshot()[NAME] == before


@pytest.mark.parametrize(
    ("resolve", "there", "away"),
    [(Resolve.OURS, "Library.", "Mine."), (Resolve.THEIRS, "Mine.", "Library.")],
)
def test_a_conflict_is_decided_once(
    folder: Folder, paper: MakePaper, resolve: Resolve, there: str, away: str
) -> None:
    folder.export(paper())
    folder.edit(NAME, "Compare with S4.", "Mine.")
    ours = paper(note="Library.", status=Status.READING)
    assert folder.export(ours, resolve=resolve).report.written == (NAME, "index.md")
    text = folder.read(NAME)
    assert there in text
    assert away not in text
    assert "status: reading" in text
    assert folder.export(ours).report.unchanged == (NAME, "index.md")


@pytest.mark.parametrize("resolve", list(Resolve))
def test_a_broken_front_matter_is_a_conflict(
    folder: Folder, paper: MakePaper, resolve: Resolve
) -> None:
    folder.export(paper())
    folder.edit(NAME, "authors: [", "authors: [[")
    before = folder.snapshot()[NAME]
    for bases in (folder.bases, {}):
        folder.bases = dict(bases)
        report = folder.export(paper(year=2024), resolve=resolve).report
        assert report.conflicts == (NAME,)
        assert folder.snapshot()[NAME] == before


def test_files_are_found_again_when_renamed_and_moved(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    (folder.path / "deep" / "er").mkdir(parents=True)
    (folder.path / NAME).rename(folder.path / "deep" / "er" / "Mine (x).md")
    report = folder.export(paper(title="New title")).report
    assert report.written == ("deep/er/Mine (x).md", "index.md")
    assert "(deep/er/Mine%20%28x%29.md)" in folder.read("index.md")
    assert folder.bases[paper().reader_id].path == "deep/er/Mine (x).md"
    assert not (folder.path / NAME).exists()


def test_a_copy_does_not_take_the_place_of_the_original(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    (folder.path / "0 copy.md").write_text(folder.read(NAME), encoding="utf-8")
    (folder.path / ".trash").mkdir()
    (folder.path / ".trash" / "x.md").write_text(folder.read(NAME), encoding="utf-8")
    assert folder.export(paper(note="New")).report.written == (NAME,)


def test_a_file_that_lost_its_reader_id_is_still_the_papers(
    folder: Folder, paper: MakePaper
) -> None:
    folder.export(paper())
    folder.edit(NAME, f"reader-id: {paper().reader_id}\n", "")
    assert folder.export(paper(note="New")).report.written == (NAME,)
    assert "reader-id" not in folder.read(NAME)
    assert "## Note\nNew\n" in folder.read(NAME)


def test_without_a_base_what_lacks_is_added_and_nothing_replaced(
    folder: Folder, paper: MakePaper
) -> None:
    folder.path.mkdir()
    mine = f"---\nreader-id: {paper().reader_id}\nstatus: mine\n---\n# Hi\n\n## Note\nMine.\n"
    (folder.path / "x.md").write_text(mine, encoding="utf-8")
    assert folder.export(paper(), resolve=Resolve.OURS).report.written == ("x.md", "index.md")
    text = folder.read("x.md")
    for piece in ("status: mine\n", "# Hi\n", "## Note\nMine.\n", "year: 2023\n", "[!abstract]"):
        assert text.count(piece) == 1
    assert text.count("## Highlights\n- ==now powering==") == 1
    assert "S4" not in text
    assert folder.export(paper()).report.unchanged == ("x.md", "index.md")


def test_foreign_files_are_never_overwritten(folder: Folder, paper: MakePaper) -> None:
    folder.path.mkdir()
    for name in (NAME.upper(), "index.md"):
        (folder.path / name).write_text("mine", encoding="utf-8")
    report = folder.export(paper()).report
    assert report.written == ("2023 Gu - Mamba (2).md", "index (2).md")
    assert folder.read(NAME.upper()) == folder.read("index.md") == "mine"
    assert folder.export(paper()).report.unchanged == report.written


def test_papers_never_fight_for_a_file(folder: Folder, paper: MakePaper) -> None:
    papers = [
        paper(reader_id=name, title=title)
        for name, title in zip("ABCD", ["X", "x", "X", "index"], strict=True)
    ]
    report = folder.export(
        *papers, paper(reader_id="E", title="index", year=None, authors=())
    ).report
    assert len({path.casefold() for path in report.written}) == 6
    stolen = {
        base.reader_id: Base(base.reader_id, report.written[0], base.text)
        for base in folder.bases.values()
    }
    folder.bases = stolen
    assert folder.export(*papers).report.written == ("index.md",)
    assert len(folder.snapshot()) == 6


def test_papers_no_longer_selected_are_reported_and_kept(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper(), paper(reader_id="B", title="Other"))
    report = folder.export(paper()).report
    assert report.no_longer_selected == ("2023 Gu - Other.md",)
    assert "B" in folder.bases
    (folder.path / "2023 Gu - Other.md").unlink()
    assert folder.export(paper()).report.no_longer_selected == ()


def test_a_deleted_file_comes_back(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    (folder.path / NAME).unlink()
    assert folder.export(paper()).report.written == (NAME,)


def test_the_index_keeps_what_the_person_wrote(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    folder.edit("index.md", "# Reading list\n", "# My list\n\nHello.\n")
    folder.export(paper(), paper(reader_id="B", title="Other"))
    text = folder.read("index.md")
    assert "# My list\n\nHello.\n" in text
    assert "[Other](2023%20Gu%20-%20Other.md)" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n", "\r\n"), ("---\ntitle", "\ufeff---\ntitle"), ("S4.\n", "S4."), ("S4.\n", "S4.\n\n\n")],
)
def test_line_ends_bom_and_final_newline_stay(
    folder: Folder, paper: MakePaper, old: str, new: str
) -> None:
    folder.export(paper())
    folder.edit(NAME, old, new)
    before = folder.snapshot()[NAME]
    folder.export(paper())
    assert folder.snapshot()[NAME] == before
    folder.export(paper(note="Compare with S4.", status=Status.QUEUED))
    assert folder.read(NAME) == before[0].decode().replace(
        "status: read\n", "status: queued\n"
    ).replace("status: read\r\n", "status: queued\r\n")


def test_links_are_not_followed_out(folder: Folder, paper: MakePaper, tmp_path: Path) -> None:
    folder.path.mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.md").write_text(render(paper()), encoding="utf-8")
    (folder.path / "sub").symlink_to(outside)
    (folder.path / "link.md").symlink_to(outside / "x.md")
    (folder.path / NAME).symlink_to(outside / "new.md")
    os.mkfifo(folder.path / "fifo.md")
    folder.bases = {paper().reader_id: Base(paper().reader_id, "../outside/x.md", "")}
    assert folder.export(paper(note="New")).report.written == ("2023 Gu - Mamba (2).md", "index.md")
    assert (outside / "x.md").read_text(encoding="utf-8") == render(paper())
    assert list(outside.iterdir()) == [outside / "x.md"]


def test_a_link_inside_the_folder_stays_a_link(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    (folder.path / "real").mkdir()
    (folder.path / NAME).rename(folder.path / "real" / "a.txt")
    (folder.path / NAME).symlink_to(folder.path / "real" / "a.txt")
    assert folder.export(paper(note="New")).report.written == (NAME,)
    assert (folder.path / NAME).is_symlink()
    assert "New" in folder.read("real/a.txt")


def test_cancelling_and_a_full_disk_change_nothing(
    folder: Folder, paper: MakePaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = [paper(reader_id=name, title=name) for name in "ABC"]
    folder.export(*papers)
    before = folder.snapshot()
    changed = [paper(reader_id=name, title=name, note="New") for name in "ABC"]

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        folder.export(*changed, progress=stop)
    assert folder.snapshot() == before

    synced = os.fsync

    def full(descriptor: int, left: list[int] = [2]) -> None:  # noqa: B006
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "full")
        synced(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="disk is full"):
        folder.export(*changed)
    assert folder.snapshot() == before


def test_a_folder_that_cannot_be_is_explained(folder: Folder, paper: MakePaper) -> None:
    folder.path.write_text("a file", encoding="utf-8")
    with pytest.raises(ExportError, match="choose another folder"):
        folder.export(paper())


def test_what_is_no_text_is_a_conflict(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())
    with (folder.path / NAME).open("ab") as stream:
        stream.write(b"\xff\xfe")
    assert folder.export(paper(note="New")).report.conflicts == (NAME,)


def test_a_file_edited_during_the_export_is_left_alone(folder: Folder, paper: MakePaper) -> None:
    folder.export(paper())

    def edit(done: int, total: int) -> None:
        if done == total:
            folder.edit(NAME, "## Note\n", "## Note\nJust now.\n")

    report = folder.export(paper(note="New"), progress=edit).report
    assert report.conflicts == (NAME,)
    assert "Just now." in folder.read(NAME)
    assert folder.bases[paper().reader_id].text == render(paper())


MINE = "\N{SNOWMAN} mine"
LINES = st.lists(st.sampled_from(["# A", "", "- b", "text", "==c=="]), max_size=6).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(st.data(), LINES, LINES, st.sampled_from(list(Resolve)))
def test_a_line_of_the_person_survives_anywhere(
    new_folder: Callable[[], Folder],
    paper: MakePaper,
    data: st.DataObject,
    before: str,
    after: str,
    resolve: Resolve,
) -> None:
    folder = new_folder()
    folder.export(paper(note=before))
    lines = folder.read(NAME).split("\n")
    lines.insert(data.draw(st.integers(lines.index("---", 1) + 1, len(lines) - 1)), MINE)
    (folder.path / NAME).write_bytes("\n".join(lines).encode())
    changed = paper(note=after, status=Status.QUEUED)
    report = folder.export(changed, resolve=resolve).report
    # OURS alone may give up the person's line, and only where the library changed the same place.
    if resolve is not Resolve.OURS or before == after:
        assert MINE in folder.read(NAME)
    if not report.conflicts:
        snapshot = folder.snapshot()
        assert folder.export(changed).report.written == ()
        assert folder.snapshot() == snapshot


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=20) | st.sampled_from(["../x", "/x", "CON", "..", "a/b"]),
            st.text(max_size=5),
        ),
        max_size=5,
    )
)
def test_hostile_names_never_leave_the_folder(
    new_folder: Callable[[], Folder], paper: MakePaper, names: list[tuple[str, str]]
) -> None:
    folder = new_folder()
    papers = [
        paper(reader_id=f"R{number}", title=title, authors=(author,))
        for number, (title, author) in enumerate(names)
    ]
    written = folder.export(*papers).report.written
    assert len(written) == len(papers) + 1
    assert sorted(written) == sorted(folder.snapshot())
    assert all("/" not in name for name in written)
    assert list(folder.path.parent.iterdir()) == [folder.path]
    before = folder.snapshot()
    folder.export(*papers)
    assert folder.snapshot() == before
