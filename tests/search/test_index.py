"""The index is disposable: whatever happens to it, search answers and it comes back."""

from __future__ import annotations

import errno
import json
import random
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import reader
from reader.errors import Cancelled
from reader.library import Library
from reader.model import ListKind, PaperList, Status
from tests.libraries.papers import digest, entry

QUERIES = ("tide ", "attention ", "transf", '"sea anemones"', "a", "-attention ", "note:kept ")
ALL = PaperList(ListKind.ALL)


def answers(library: Library) -> dict[str, list[int]]:
    return {query: sorted(library.search(query).ids) for query in QUERIES}


def answers_of_a_fresh_index(library: Library, folder: Path) -> dict[str, list[int]]:
    """The answers of an index that was built in one go."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(library.folder / "library.db", folder / "library.db")
    wal = library.folder / "library.db-wal"
    if wal.exists():
        shutil.copy(wal, folder / "library.db-wal")
    with Library(folder) as fresh:
        fresh.update_index()
        return answers(fresh)


@pytest.fixture
def indexed(sample: Library) -> Library:
    sample.set_note(4, "Kept.")
    sample.update_index()
    return sample


def files(library: Library) -> list[Path]:
    return sorted(path for path in (library.folder / "index").rglob("*") if path.is_file())


def delete(file: Path) -> None:
    file.unlink()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def garbage(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(file.stat().st_size))


def replace_by_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


class TestDamage:
    @pytest.mark.parametrize(
        "harm", [delete, empty, truncate, garbage, replace_by_a_folder], ids=lambda f: f.__name__
    )
    def test_to_any_file_is_answered_and_mended(
        self,
        indexed: Library,
        open_library: Callable[..., Library],
        new_library_folder: Callable[[], Path],
        harm: Callable[[Path], None],
    ) -> None:
        expected = answers(indexed)
        indexed.close()
        intact = indexed.folder
        for file in files(indexed):
            folder = new_library_folder().parent / "damaged"
            shutil.copytree(intact, folder)
            harm(folder / file.relative_to(intact))
            with Library(folder) as library:
                for query in QUERIES:
                    library.search(query)
                library.update_index()
                assert answers(library) == expected, file.name
                assert library.search("tide ").index_complete

    def test_by_flipped_bytes_never_raises(
        self, indexed: Library, new_library_folder: Callable[[], Path]
    ) -> None:
        indexed.close()
        chance = random.Random(20260501)
        for _ in range(40):
            folder = new_library_folder().parent / "damaged"
            shutil.copytree(indexed.folder, folder)
            full = [file for file in files(indexed) if file.stat().st_size]
            file = folder / chance.choice(full).relative_to(indexed.folder)
            data = bytearray(file.read_bytes())
            for _ in range(chance.randrange(1, 6)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            file.write_bytes(data)
            with Library(folder) as library:
                for query in QUERIES:
                    library.search(query)
                library.set_note(1, "Something to index.")
                library.update_index()
                library.search("something ")

    def test_of_the_whole_folder_is_mended(self, indexed: Library) -> None:
        expected = answers(indexed)
        shutil.rmtree(indexed.folder / "index")
        indexed.close()
        with Library(indexed.folder) as library:
            assert not library.search("tide ").index_complete
            assert library.update_index() == 5
            assert answers(library) == expected

    def test_under_an_open_library_is_mended(self, indexed: Library) -> None:
        expected = answers(indexed)
        shutil.rmtree(indexed.folder / "index")
        for query in QUERIES:
            indexed.search(query)
        indexed.set_starred([1], True)
        indexed.set_note(5, "A change, so that there is something to index.")
        indexed.update_index()
        indexed.set_note(5, "")
        indexed.update_index()
        assert answers(indexed) == expected

    def test_by_a_file_where_the_folder_should_be_is_mended(self, indexed: Library) -> None:
        expected = answers(indexed)
        indexed.close()
        shutil.rmtree(indexed.folder / "index")
        (indexed.folder / "index").write_text("in the way", encoding="utf-8")
        with Library(indexed.folder) as library:
            assert set(library.search("anemones").ids) == {1}
            library.update_index()
            assert answers(library) == expected

    def test_of_another_version_is_made_again(self, indexed: Library) -> None:
        expected = answers(indexed)
        indexed.close()
        (contents,) = (indexed.folder / "index").glob("*.toc")
        text = contents.read_text("ascii").splitlines()[1]
        other = json.dumps(json.loads(text) | {"fingerprint": "another"})
        contents.write_text(f"{zlib.crc32(other.encode()):08x}\n{other}\n", "ascii")
        with Library(indexed.folder) as library:
            assert not library.search("tide ").index_complete
            assert library.update_index() == 5
            assert answers(library) == expected


def test_after_random_edits_and_undos_it_equals_one_built_afresh(
    library: Library, tmp_path: Path
) -> None:
    chance = random.Random(7)
    words = ["tide", "attention", "transform", "transformers", "kept", "sea", "anemones", "a"]

    def phrase() -> str:
        return " ".join(chance.choices(words, k=chance.randrange(1, 8)))

    for round_ in range(60):
        ids = library.list_ids(ALL) or [0]
        some = chance.sample(ids, min(len(ids), 3))
        action = chance.randrange(8)
        if action == 0 or ids == [0]:
            made = [entry(f"{phrase()} {round_}{n}", abstract=phrase()) for n in range(4)]
            library.import_digest(digest(made, title=f"Round {round_}"))
        elif action == 1:
            library.set_note(some[0], phrase())
        elif action == 2:
            library.add_tags(some, [chance.choice(words)])
        elif action == 3:
            library.remove_tags(some, [chance.choice(words)])
        elif action == 4:
            library.set_status(some, chance.choice(list(Status)))
        elif action == 5:
            library.redo()
        else:
            library.undo()
        if chance.random() < 0.4:
            library.update_index()
        if round_ % 10 == 9:
            library.update_index()
            assert answers(library) == answers_of_a_fresh_index(library, tmp_path / "fresh")
    assert any(answers(library).values())


class TestCancelling:
    @pytest.mark.parametrize("call", [1, 2, 3, 100, 250])
    def test_stops_and_the_rest_waits(self, library: Library, call: int) -> None:
        library.import_digest(digest([f"Paper number {n} of some tides" for n in range(300)]))
        calls: list[tuple[int, int]] = []

        def progress(done: int, total: int) -> None:
            calls.append((done, total))
            if len(calls) == call:
                raise Cancelled

        with pytest.raises(Cancelled):
            library.update_index(progress)
        assert len(calls) == call, "it stopped at once"
        assert all(done <= total == 300 for done, total in calls)

        library.update_index()
        assert library.index_waiting() == 0
        assert library.search("tides ").total == 300


_INDEXER = """
import sys
import zlib
from pathlib import Path
from reader.library import Library
with Library(Path(sys.argv[1])) as library:
    for n in range(30):
        library.set_note(int(sys.argv[2]), "number " + " ".join("word%d" % i for i in range(n)))
        library.update_index()
        library.search("word1 ")
"""


def test_two_programs_index_one_library(indexed: Library, tmp_path: Path) -> None:
    root = Path(reader.__file__).parents[1]
    programs = [
        subprocess.Popen([sys.executable, "-c", _INDEXER, str(indexed.folder), n], cwd=root)
        for n in "12"
    ]
    assert [program.wait(60) for program in programs] == [0, 0]
    indexed.update_index()

    assert indexed.index_waiting() == 0
    assert set(indexed.search("word28 ").ids) == {1, 2}
    assert answers(indexed) == answers_of_a_fresh_index(indexed, tmp_path / "fresh")


def test_a_full_disk_leaves_the_index_as_it_was(
    indexed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = answers(indexed)

    def refuse(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    indexed.set_note(1, "Something to index.")
    with monkeypatch.context() as patch:
        patch.setattr("reader.search.codec.codec.write_arrays", refuse)
        assert indexed.update_index() == 0
        assert answers(indexed) == expected
    assert indexed.index_waiting() == 1
    indexed.update_index()
    assert set(indexed.search("something ").ids) == {1}


def test_no_index_is_made_while_another_program_writes_one(indexed: Library) -> None:
    from reader.search.index import Index, IndexBusyError

    folder = indexed.folder / "index"
    writer = Index(folder).whoosh().writer()
    try:
        with pytest.raises(IndexBusyError):
            Index.create(folder)
    finally:
        writer.cancel()
    assert set(indexed.search("anemones ").ids) == {1}


def test_a_pasted_page_is_answered_without_an_index(sample: Library) -> None:
    page = " ".join(f"word{n}" for n in range(3_000))
    assert sample.search(f'"{page}"').ids == ()
