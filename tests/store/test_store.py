"""How the database is opened, guarded and written; and that what is wrong ends in a sentence."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

import reader
from reader.data import data_folder
from reader.errors import LibraryError
from reader.library import Library
from reader.model import ListKind, PaperList, Sort
from reader.store import Store, connection, lists, migrations, schema
from tests.conftest import raw_rows

LIBRARIES = Path(__file__).parents[1] / "libraries"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "library.db")
    yield opened
    opened.close()


def in_a_thread(work: Callable[[], object]) -> object:
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(work).result()


def foreign_database(path: Path, *statements: str) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    other = sqlite3.connect(path)
    for statement in statements:
        other.execute(statement)
    other.commit()
    other.close()
    return path.read_bytes()


class TestSchema:
    def test_the_description_is_that_of_the_migrations(self) -> None:
        described = (data_folder("db") / "schema.md").read_text(encoding="utf-8")
        assert described == schema.describe(), "run `make schema`"

    def test_every_table_of_ours_is_strict(self, store: Store) -> None:
        rows = store.reading().rows(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        )
        ours = {name: strict for name, strict in rows if "sqlite_" not in name}
        assert len(ours) >= 15
        assert all(ours.values()), ours

    def test_every_column_that_refers_to_a_row_is_indexed(self, store: Store) -> None:
        """Or deleting a paper would read whole tables."""
        database = store.reading()
        for (table,) in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            for reference in database.rows(f"PRAGMA foreign_key_list({table})"):
                plan = database.rows(
                    f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {reference[3]} = 1"
                )
                assert "SEARCH" in str(plan), (table, reference[3])

    def test_the_version_is_the_number_of_migrations(self, store: Store) -> None:
        version = store.reading().value("PRAGMA user_version")
        names = [file.name for file in migrations.migration_files()]
        assert version == len(names)
        assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))

    def test_a_migration_is_split_into_its_statements(self) -> None:
        script = (
            "CREATE TABLE t (a); -- one;\nCREATE TRIGGER x AFTER INSERT ON t BEGIN\n"
            "    SELECT ';';\nEND;\n"
        )
        assert len(list(migrations.statements(script))) == 2


class TestConnections:
    def check(self, store: Store) -> tuple[object, ...]:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        return tuple(store.reading().value(f"PRAGMA {name}") for name in pragmas)

    def test_every_one_is_durable_and_keeps_references(self, store: Store) -> None:
        full = 2
        assert self.check(store) == ("wal", full, 1)
        assert in_a_thread(lambda: self.check(store)) == ("wal", full, 1)

    def test_each_thread_has_its_own(self, store: Store) -> None:
        assert in_a_thread(store.reading) is not store.reading()
        assert store.reading() is store.reading()

    def test_a_path_with_odd_letters_is_opened_and_not_another(self, tmp_path: Path) -> None:
        folder = tmp_path / "a?mode=memory#b%20c d é"
        folder.mkdir()
        Store(folder / "library.db").close()
        assert (folder / "library.db").stat().st_size > 0

    def test_a_block_that_fails_leaves_nothing(self, store: Store) -> None:
        def fail() -> None:
            with store.write() as database:
                database.execute("INSERT INTO settings VALUES ('a', 'b')")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        assert store.reading().value("SELECT count(*) FROM settings") == 0

    def test_a_read_in_another_thread_does_not_wait_for_a_writer(self, store: Store) -> None:
        with store.write() as database:
            database.execute("INSERT INTO settings VALUES ('a', 'b')")
            count = in_a_thread(lambda: store.reading().value("SELECT count(*) FROM settings"))
        assert count == 0

    def test_writers_of_many_threads_take_turns(self, sample: Library) -> None:
        barrier = threading.Barrier(4)

        def tag(name: str) -> None:
            barrier.wait()
            for n in range(25):
                sample.add_tags([1], [f"{name}{n}"])

        with ThreadPoolExecutor(4) as executor:
            list(executor.map(tag, "abcd"))
        assert len(sample.paper(1).tags) == 100
        assert len(sample.history(1000)) == 101


class TestStrangers:
    def test_a_newer_library_is_refused_and_not_touched(self, tmp_path: Path) -> None:
        file = tmp_path / "library.db"
        Store(file).close()
        before = foreign_database(file, "PRAGMA user_version = 999")

        with pytest.raises(LibraryError, match=r"newer reader .*999.*Update reader"):
            Library(tmp_path)
        assert file.read_bytes() == before

    def test_a_newer_library_restored_from_a_backup_is_not_touched_either(
        self, tmp_path: Path
    ) -> None:
        file = tmp_path / "library.db"
        Store(file).close()
        before = foreign_database(file, "PRAGMA user_version = 999", "PRAGMA journal_mode=DELETE")

        with pytest.raises(LibraryError, match="newer"):
            Library(tmp_path)
        assert file.read_bytes() == before

    @pytest.mark.parametrize(
        "statements",
        [
            ["CREATE TABLE theirs (a)", "PRAGMA user_version = 1"],
            ["CREATE TABLE theirs (a)"],
            ["CREATE TABLE papers (a)"],
            ["PRAGMA application_id = 77"],
            ["PRAGMA application_id = 77", "PRAGMA user_version = 1"],
            ["CREATE TABLE theirs (a)", "PRAGMA application_id = 77"],
        ],
    )
    def test_another_programs_database_is_refused_and_not_touched(
        self, tmp_path: Path, statements: list[str]
    ) -> None:
        before = foreign_database(tmp_path / "library.db", *statements)

        with pytest.raises(LibraryError, match="another program"):
            Library(tmp_path)
        assert (tmp_path / "library.db").read_bytes() == before

    @pytest.mark.parametrize("content", [b"no database at all\n" * 100, b"SQLite format 3\0" * 64])
    def test_what_is_no_database_is_refused_and_not_touched(
        self, tmp_path: Path, content: bytes
    ) -> None:
        (tmp_path / "library.db").write_bytes(content)

        with pytest.raises(LibraryError, match="damaged"):
            Library(tmp_path)
        assert (tmp_path / "library.db").read_bytes() == content

    def test_an_empty_file_becomes_a_library(self, tmp_path: Path) -> None:
        (tmp_path / "library.db").touch()
        with Library(tmp_path) as library:
            assert library.list_ids(PaperList(ListKind.ALL)) == []

    def test_a_folder_in_its_place_is_a_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "library.db").mkdir()
        with pytest.raises(LibraryError, match="cannot be opened"):
            Library(tmp_path)

    def test_a_migration_that_fails_leaves_no_half_schema(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = migrations.migration_files()[0]
        broken = tmp_path / "0002_broken.sql"
        broken.write_text("CREATE TABLE half (a) STRICT;\nCREATE TABLE half (a) STRICT;\n")
        file = tmp_path / "library.db"
        monkeypatch.setattr(migrations, "migration_files", lambda: [first, broken])
        with pytest.raises(sqlite3.OperationalError):
            Store(file)

        monkeypatch.undo()
        Store(file).close()
        assert raw_rows(tmp_path, "SELECT 1 FROM sqlite_schema WHERE name = 'half'") == []


_OPENER = """
import sys, time
from pathlib import Path
from reader.store import Store
sys.stdin.read()
Store(Path(sys.argv[1])).close()
"""


def test_programs_that_make_one_library_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    root = Path(reader.__file__).parents[1]
    for attempt in range(3):
        (tmp_path / str(attempt)).mkdir()
        command = [sys.executable, "-c", _OPENER, str(tmp_path / str(attempt) / "library.db")]
        programs = [subprocess.Popen(command, stdin=subprocess.PIPE, cwd=root) for _ in range(4)]
        time.sleep(0.5)  # all of them wait for the end of their stdin
        for program in programs:
            assert program.stdin is not None
            program.stdin.close()
        assert [program.wait(30) for program in programs] == [0] * 4


@contextmanager
def another_writer(folder: Path) -> Iterator[None]:
    other = sqlite3.connect(folder / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


class TestTheWorld:
    """What the environment does ends in a sentence, and nothing is changed."""

    def test_a_locked_library(
        self,
        new_library_folder: Callable[[], Path],
        open_library: Callable[..., Library],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(connection, "BUSY_TIMEOUT_SECONDS", 0.05)
        library = open_library(new_library_folder())
        with another_writer(library.folder):
            with pytest.raises(LibraryError, match="Another program is writing"):
                library.set_starred([1], True)
            assert library.history() == []

    def test_a_read_only_library(self, sample: Library) -> None:
        sample._store.reading().execute("PRAGMA query_only = ON")
        with pytest.raises(LibraryError, match="read-only"):
            sample.set_starred([1], True)
        assert not sample.paper(1).starred

    def test_a_full_disk(self, sample: Library) -> None:
        database = sample._store.reading()
        pages = database.value("PRAGMA page_count")
        database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="disk is full"):
            sample.set_note(1, "x" * 1_000_000)
        assert sample.paper(1).note.text == ""
        assert len(sample.history()) == 1

        database.execute("PRAGMA max_page_count = 1000000")
        assert sample.set_note(1, "x" * 1_000_000).text

    def test_a_database_that_went_away(self, sample: Library) -> None:
        shutil.rmtree(sample.folder)
        with pytest.raises(LibraryError, match=r"is gone.*library\.db"):
            in_a_thread(sample.counts)
        assert not sample.folder.exists()

    def test_a_damaged_page(self, sample: Library, open_library: Callable[..., Library]) -> None:
        sample.close()
        file = sample.folder / "library.db"
        data = bytearray(file.read_bytes())
        data[4096:] = b"\xaa" * (len(data) - 4096)
        file.write_bytes(data)

        with pytest.raises(LibraryError, match="damaged"):
            open_library()

    def test_a_bug_of_ours_is_not_dressed_up(self, store: Store) -> None:
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            store.reading().rows("SELECT * FROM mistyped")


class TestQueryPlans:
    """Lists of a large library must come from an index in their order."""

    @pytest.mark.parametrize("sort", [Sort.ADDED, Sort.YEAR, Sort.TITLE])
    @pytest.mark.parametrize(
        "kind", [ListKind.INBOX, ListKind.QUEUED, ListKind.READ, ListKind.SKIPPED, ListKind.ALL]
    )
    def test_a_list_needs_no_sorting(self, store: Store, kind: ListKind, sort: Sort) -> None:
        plan = self.plan(store, lambda: lists.ids(store.reading(), PaperList(kind), sort))
        assert "TEMP B-TREE" not in plan
        assert "USING COVERING INDEX" in plan

    def test_the_starred_have_an_index_of_their_own(self, store: Store) -> None:
        starred = PaperList(ListKind.STARRED)
        plan = self.plan(store, lambda: lists.ids(store.reading(), starred, Sort.ADDED))
        assert "papers_starred" in plan
        assert "TEMP B-TREE" not in plan

    @pytest.mark.parametrize("kind", [ListKind.TAG, ListKind.DIGEST])
    def test_lists_by_tag_and_digest_look_papers_up(self, store: Store, kind: ListKind) -> None:
        papers = PaperList(kind, "1")
        plan = self.plan(store, lambda: lists.ids(store.reading(), papers, Sort.DIGEST))
        assert "SCAN papers" not in plan
        assert "SCAN p " not in plan

    def test_counts_read_no_table_of_papers(self, store: Store) -> None:
        plan = self.plan(store, lambda: lists.counts(store.reading()))
        papers = [line for line in plan.splitlines() if " papers" in line]
        assert papers
        assert all("INDEX" in line for line in papers)

    def plan(self, store: Store, work: Callable[[], object]) -> str:
        """What SQLite would do for the queries that ``work`` makes."""
        database, queries = store.reading(), list[str]()
        database.tables.conn.set_trace_callback(queries.append)
        work()
        database.tables.conn.set_trace_callback(None)
        assert queries
        return "\n".join(
            row[3] for sql in queries for row in database.rows(f"EXPLAIN QUERY PLAN {sql}")
        )


@pytest.mark.parametrize("version", range(1, len(migrations.migration_files()) + 1))
def test_a_library_of_every_schema_there_was_opens_for_ever(
    tmp_path: Path, open_library: Callable[..., Library], version: int
) -> None:
    (tmp_path / "library").mkdir()
    shutil.copy(LIBRARIES / f"v{version}.db", tmp_path / "library" / "library.db")
    library = open_library()

    anemones = library.paper(library.find("arXiv:2401.00001"))
    assert (anemones.starred, anemones.tags) == (True, ("animals/slow", "größe"))
    assert anemones.note.text == "Anemones *wave*.\n"
    assert [one.text for one in library.note_revisions(anemones.id)] == ["Anemones *wave*.\n"]
    assert library.backlinks(2) == ([3] if version >= 4 else [])
    assert library.counts().lists[ListKind.ALL] == 6
    assert library.list_ids(PaperList(ListKind.READ)) == [2]
    assert [d.title for d in library.paper(2).digests] == ["Trending inventions", "A digest"]
    assert library.setting("list") == "inbox"
    assert library.update_index() == 6
    assert library.search("note:wave").ids == (anemones.id,)
    assert library.redo() is not None
    assert library.list_ids(PaperList(ListKind.SKIPPED)) == [4]
    while library.undo():
        pass
    assert library.counts().lists[ListKind.ALL] == 0
