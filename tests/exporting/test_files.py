from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ExportError
from reader.exporting.files import Batch, NotTextError, TextFile, encoded, inside, read


def found(data: bytes) -> TextFile:
    return TextFile(Path("x"), data.decode("utf-8"), (0, 0, 0))


def put(path: Path, data: bytes) -> None:
    with Batch() as batch:
        batch.add(path, data, read(path))
        batch.commit()


@given(st.text(alphabet="ab\n\r\ufeff\u2028"))
def test_a_text_that_did_not_change_is_the_same_bytes(content: str) -> None:
    file = found(content.encode())
    if "\r" not in content.replace("\r\n", "") and content not in ("", "\ufeff"):
        assert encoded(file.text, file) == content.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\n", b"a\nb\nc\n"),
        (b"a\r\nb\r\n", b"a\r\nb\r\nc\r\n"),
        (b"\xef\xbb\xbfa\r\nb", b"\xef\xbb\xbfa\r\nb\r\nc"),
        (b"a\nb\n\n\n", b"a\nb\nc\n\n\n"),
        (b"a\r\nb\n", b"a\r\nb\nc\n"),
        (b"", b"a\nb\nc\n"),
    ],
)
def test_bom_line_ends_and_final_newline_are_kept(before: bytes, after: bytes) -> None:
    assert encoded("a\nb\nc\n", found(before)) == after


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a/../../x", "", ".", "a\0b", "out/x", "loop", "out"]
)
def test_nothing_outside_is_inside(tmp_path: Path, name: str) -> None:
    root = (tmp_path / "root").resolve()
    root.mkdir()
    (root / "out").symlink_to(tmp_path)
    (root / "loop").symlink_to(root / "loop")
    path = inside(root, name)
    assert path is None or (name == "loop" and path.is_relative_to(root))


def test_other_encodings_are_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes("é".encode("latin-1"))
    with pytest.raises(NotTextError):
        read(tmp_path / "x")


def test_without_commit_nothing_is_left(tmp_path: Path) -> None:
    with Batch() as batch:
        batch.add(tmp_path / "x", b"1", None)
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_changed_in_the_meantime_is_left_alone(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"1")
    with Batch() as batch:
        batch.add(old, b"2", read(old))
        batch.add(new, b"2", None)
        old.write_bytes(b"theirs")
        new.write_bytes(b"theirs")
        assert batch.commit() == {old, new}
    assert old.read_bytes() == new.read_bytes() == b"theirs"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("number", "word"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "permission"), (errno.EIO, "Put it right")],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_each_failure_is_a_sentence_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, word: str, call: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(ExportError, match=word):
        put(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_read_only_file_is_respected_and_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o640)
    put(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    path.chmod(0o444)
    with pytest.raises(ExportError, match="permission"):
        put(path, b"newer")
    assert path.read_bytes() == b"new"
