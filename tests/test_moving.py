"""Moving a library: all of it is there, or it is where it was."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.operations import moving
from reader.store import copying
from tests.libraries.papers import digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    with Library(folder) as library:
        library.import_digest(digest(f"Paper {n}" for n in range(5)))
        library.set_note(3, "Kept.")
        library.update_index()
    return folder


@pytest.fixture
def other_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders called "old" cannot be renamed, as where the target is on another disk."""
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "old":
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)


def is_whole(folder: Path) -> None:
    with Library(folder) as library:
        assert library.paper(3).note.text == "Kept."
        assert list(library.search("kept").ids) == [3]
        assert not library.index_waiting()
        assert library.undo()


def test_on_the_same_disk_nothing_is_left(folder: Path, tmp_path: Path) -> None:
    assert moving.move(folder, tmp_path / "deep" / "new")
    assert not folder.exists()
    is_whole(tmp_path / "deep" / "new")


def test_an_empty_folder_is_taken(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new"
    target.mkdir()
    assert moving.move(folder, target)
    is_whole(target)


@pytest.mark.usefixtures("other_disk")
def test_to_another_disk_it_is_copied_and_the_old_one_stays(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new"
    assert not moving.move(folder, target)
    is_whole(target)
    is_whole(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "old"]


@pytest.mark.usefixtures("other_disk")
def test_what_another_program_has_not_folded_in_is_copied_too(folder: Path, tmp_path: Path) -> None:
    with Library(folder) as other:
        other.set_note(4, "In the write-ahead log only.")
        moving.move(folder, tmp_path / "new")
    with Library(tmp_path / "new") as library:
        assert library.paper(4).note.text == "In the write-ahead log only."


@pytest.mark.usefixtures("other_disk")
@pytest.mark.parametrize("step", ["copy_to", "copytree", "check"])
def test_a_disk_that_is_full_leaves_the_library_where_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def empty(_: object, path: Path) -> None:
        sqlite3.connect(path).close()
        path.touch()

    if step == "copytree":
        monkeypatch.setattr(shutil, "copytree", full)
    else:
        makes: Callable[..., None] = full if step == "copy_to" else empty
        monkeypatch.setattr(copying.Database, "copy_to", makes)
    with pytest.raises(LibraryError) as refused:
        moving.move(folder, tmp_path / "new")
    assert "cannot be moved" in str(refused.value) or "is not what" in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    is_whole(folder)


def test_where_it_cannot_go_is_said(folder: Path, tmp_path: Path) -> None:
    full, file = tmp_path / "full", tmp_path / "file"
    full.mkdir()
    (full / "a.txt").touch()
    file.touch()
    for target, said in (
        (full, "other files"),
        (file, "other files"),
        (folder, "own folder"),
        (folder / "deeper", "own folder"),
        (file / "below", "cannot be moved"),
    ):
        with pytest.raises(LibraryError, match=said):
            moving.move(folder, target)
    is_whole(folder)
