"""What is in the folder of an index, and what two users of one folder see of each other."""

from __future__ import annotations

import gc
import json
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.errors import Cancelled, IndexDamagedError
from reader.search import index as index_module
from reader.search.codec import contents
from reader.search.index import Index, IndexBusyError, IndexNotWrittenError, Paper
from reader.search.parsing import parse

MANY = 60
"""So many papers make a segment at once; fewer go through Whoosh."""


def papers(numbers: range, word: str = "tide") -> list[Paper]:
    return [(n, {"title": f"{word} number{n}", "abstract": "of the sea"}) for n in numbers]


def found(index: Index, text: str = "tide ") -> list[int]:
    return sorted(index.search(parse(text)))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """An index with a built segment, a written one, and deletions."""
    made = Index.create(tmp_path / "index")
    made.build(papers(range(1, 1 + MANY)))
    made.update([3], papers(range(100, 103)))
    yield made
    made.close()


EXPECTED = sorted({*range(1, 1 + MANY), 100, 101, 102} - {3})


class TestTheFolder:
    def test_has_files_of_our_own_kinds_only(self, index: Index) -> None:
        names = {file.suffix for file in index.folder.iterdir()}
        assert names == {".arrays", ".toc", ""}
        [lock] = [file for file in index.folder.iterdir() if not file.suffix]
        assert lock.name == "MAIN_WRITELOCK"
        assert lock.read_bytes() == b""

    def test_has_no_pickles(self, index: Index) -> None:
        for file in index.folder.iterdir():
            data = file.read_bytes()
            assert not data.startswith(b"\x80")  # as pickles do from protocol 2 on
        [toc] = index.folder.glob("*.toc")
        checksum, text = toc.read_text("ascii").splitlines()
        assert len(checksum) == 8
        assert set(json.loads(text)) == {"fingerprint", "generation", "segments"}

    def test_is_written_and_read_without_pickling(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_args: object, **_options: object) -> None:
            raise AssertionError("a pickle")

        for name in ("load", "loads", "dump", "dumps", "Pickler", "Unpickler"):
            monkeypatch.setattr(pickle, name, refuse)
        made = Index.create(tmp_path / "index")
        made.build(papers(range(MANY)))
        for number in range(12):
            made.update([number], papers(range(100 + number, 102 + number)))
        assert len(found(Index(tmp_path / "index"))) == MANY + 1

    def test_keeps_nothing_that_is_superseded(self, index: Index) -> None:
        for number in range(30):
            index.update([], papers(range(number, number + 1)))
        assert len(list(index.folder.glob("*.toc"))) == 1
        [toc] = index.folder.glob("*.toc")
        segments = json.loads(toc.read_text("ascii").splitlines()[1])["segments"]
        assert {file.name for file in index.folder.glob("*.arrays")} == {
            f"MAIN_{segment['id']}.arrays" for segment in segments
        }

    def test_of_older_generations_and_others_leftovers_is_cleaned(self, index: Index) -> None:
        for name in ("MAIN_abcdefgh.arrays", "_MAIN_0.toc"):
            (index.folder / name).write_bytes(b"left over by a kill")
        assert found(index) == EXPECTED
        index.update([1], [])
        assert not (index.folder / "MAIN_abcdefgh.arrays").exists()
        assert not (index.folder / "_MAIN_0.toc").exists()


class TestDeletions:
    def test_survive_opening_again(self, index: Index) -> None:
        index.update([5, 100], [])
        left = sorted({*EXPECTED} - {5, 100})
        assert found(index) == found(Index(index.folder)) == left
        assert Index(index.folder).document_count() == len(left)

    def test_of_papers_that_are_not_there_are_nothing(self, index: Index) -> None:
        index.update([3, 999], [])
        assert found(index) == EXPECTED

    def test_of_all_papers_leave_an_index(self, index: Index) -> None:
        index.update(EXPECTED, [])
        assert found(index) == found(Index(index.folder)) == []
        assert index.document_count() == 0
        index.update([], papers(range(7, 8)))
        assert found(index) == [7]

    def test_by_replacing_are_of_the_older_words(self, index: Index) -> None:
        index.update([], papers(range(1, 2), "fern"))
        index.update([], papers(range(4, 4 + MANY), "fern"))
        assert found(index, "fern ") == sorted({1, *range(4, 4 + MANY)})
        assert found(index) == [2, 100, 101, 102]


class TestTwoIndexesOnOneFolder:
    def test_see_each_others_commits(self, index: Index) -> None:
        other = Index(index.folder)
        index.update([1], papers(range(200, 201)))
        assert 200 in found(other)
        other.update([2], papers(range(300, 300 + MANY)))
        assert found(index) == found(other)
        assert {200, 300} <= set(found(index))
        assert not {1, 2, 3} & set(found(index))

    def test_answer_from_files_that_the_other_superseded(self, index: Index) -> None:
        """A ranking that is read slowly, and a segment that is mapped."""
        ranking = index.search(parse("tide "))
        reader = index.whoosh().reader()
        before = {file.name for file in index.folder.glob("*.arrays")}
        other = Index(index.folder)
        other.update(range(1, 50), papers(range(400, 400 + MANY)))
        assert before != {file.name for file in index.folder.glob("*.arrays")}
        gc.collect()
        assert sorted(ranking) == EXPECTED
        assert reader.doc_count() == len(EXPECTED)
        assert {400, 459, 50, 100} <= set(found(index))
        assert not set(range(1, 50)) & set(found(index))

    def test_one_made_anew_is_seen_too(self, index: Index) -> None:
        assert found(index) == EXPECTED
        Index.create(index.folder).update([], papers(range(9, 10)))
        assert found(index) == [9]

    def test_no_commit_that_comes_while_segments_are_opened_is_damage(
        self, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Between the contents and the segments that they name, the other does away with those."""
        late, other = Index(index.folder), Index(index.folder)
        read, gone = index_module.read_contents, [range(40, 60), range(1, 40)]

        def interrupted(storage: object) -> object:
            said = read(storage)
            if gone:
                other.update(gone.pop(), [])
            return said

        monkeypatch.setattr(index_module, "read_contents", interrupted)
        assert found(late) == [60, 100, 101, 102]

    def test_no_commit_that_comes_while_the_contents_are_opened_is_damage(
        self, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other, latest, gone = Index(index.folder), contents.latest_generation, [5]

        def interrupted(storage: object) -> int:
            generation = latest(storage)
            if gone:
                other.update([gone.pop()], [])
            return generation

        monkeypatch.setattr(contents, "latest_generation", interrupted)
        assert 5 not in found(Index(index.folder))

    def test_do_not_write_at_once(self, index: Index) -> None:
        other = Index(index.folder)
        writer = index.whoosh().writer()
        for write in (
            lambda: other.update([1], []),
            lambda: other.build(papers(range(200, 210))),
        ):
            with pytest.raises(IndexBusyError):
                write()
        assert found(other) == EXPECTED
        writer.cancel()
        other.update([1], [])
        assert 1 not in found(index)


def after(calls: int) -> Callable[[], None]:
    """A check that stops the work at one of its calls."""
    left = iter(range(calls))

    def check() -> None:
        if next(left, None) is None:
            raise Cancelled

    return check


class TestAWriterThatFails:
    @pytest.mark.parametrize("calls", [0, 1, 10])
    @pytest.mark.parametrize("size", [20, MANY])
    def test_in_an_update_leaves_the_last_commit(self, index: Index, size: int, calls: int) -> None:
        with pytest.raises(Cancelled):
            index.update([1, 2], papers(range(10, 10 + size), "fern"), after(calls))
        for one in (index, Index(index.folder)):
            assert found(one) == EXPECTED
            assert found(one, "fern ") == []
        index.update([1, 2], papers(range(10, 10 + size), "fern"))
        assert found(index, "fern ") == list(range(10, 10 + size))

    @pytest.mark.parametrize("calls", [0, 1, 70])
    def test_in_a_build_leaves_the_last_commit(self, index: Index, calls: int) -> None:
        with pytest.raises(Cancelled):
            index.build(papers(range(200, 300), "fern"), after(calls))
        assert found(index) == found(Index(index.folder)) == EXPECTED
        index.build(papers(range(200, 300), "fern"))
        assert found(index, "fern ") == list(range(200, 300))

    def test_because_the_disk_is_full_says_so_and_leaves_the_last_commit(
        self, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_file: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        for size in (1, MANY):
            with pytest.raises(IndexNotWrittenError, match="No space left"):
                index.update([1], papers(range(200, 200 + size)))
        monkeypatch.undo()
        assert found(index) == found(Index(index.folder)) == EXPECTED
        index.update([1], [])
        assert 1 not in found(index)

    def test_because_a_paper_cannot_be_read_leaves_the_last_commit(self, index: Index) -> None:
        def broken() -> Iterator[Paper]:
            yield from papers(range(200, 300))
            raise RuntimeError("a bug elsewhere")

        with pytest.raises(IndexDamagedError, match="a bug elsewhere"):
            index.build(broken())
        assert found(index) == EXPECTED
