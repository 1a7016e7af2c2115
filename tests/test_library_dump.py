"""A library as JSON Lines: all of it is there, it comes back the same, and nothing here is lost."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import Cancelled, DigestError
from reader.library import Library
from reader.model import (
    LibraryContents,
    LibraryImport,
    ListKind,
    Marks,
    PaperFields,
    PaperList,
    Status,
)
from tests.conftest import Clock, user_data
from tests.libraries.papers import digest, entry, sample_entries

Open = Callable[..., Library]
NewFolder = Callable[[], Path]

PNG = b"\x89PNG\r\n\x1a\n"

# Why tables and columns of db/schema.md are not in a dump. All others are, under their own names.
LEFT_OUT = {
    "_sqlite_migrations": "is of the file",
    "journal": "undo belongs to one place; its steps name rows",
    "index_queue": "derived",
    "note_links": "derived from notes",
    "todos": "derived from notes",
    "settings": "of one machine, but for those of reader.store.dumping.SETTINGS",
    "exported_files": "of one machine",
    "papers.title_key": "derived from the title",
    "notes.hash": "derived from the text",
    "note_revisions.hash": "derived from the text",
    "notes.version": "counts the steps of one library",
}
RENAMED = {
    "papers.id": "number",
    "digests.content_hash": "hash",
    "entries.digest_id": "digest",
    "entries.paper_id": "paper",
    "field_origins.paper_id": "origins",
    "field_origins.field": "origins",
    "field_origins.digest_id": "origins",
    "authors.name": "authors",
    "authors.position": "authors",
    "tags.name": "tags",
    "paper_tags.tag_id": "tags",
    "note_revisions.reader_id": "paper",
    "possible_duplicates.paper_id": "paper",
    "possible_duplicates.other_id": "other",
}


def dump(library: Library) -> bytes:
    stream = io.BytesIO()
    library.export_library(stream)
    return stream.getvalue()


def records(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.split(b"\n") if line]


def bring(library: Library, data: bytes, **options: Any) -> LibraryImport:
    return library.import_library(io.BytesIO(data), "dump.jsonl", **options)


def write(library: Library, sql: str, *values: object) -> None:
    """What this version has no method for yet."""
    with library._store.write() as database:
        database.execute(sql, values)


def highlight(library: Library, paper_id: int, quote: str, comment: str = "") -> None:
    write(
        library,
        "INSERT INTO highlights (paper_id, field, quote, prefix, colour, comment, made_at) "
        "VALUES (?, 'abstract', ?, 'before', 'pink', ?, '2026-05-01T12:00:00.000+00:00')",
        *(paper_id, quote, comment),
    )


def image(library: Library, data: bytes) -> None:
    library.keep_picture(PNG + data)


@pytest.fixture
def rich(library: Library, clock: Clock) -> Library:
    """A library with something of everything."""
    library.import_digest(digest(sample_entries(), title="First"))
    library.import_digest(
        digest(
            [
                "Tides and Their Timetables",
                entry("Bridges That Remember Their Walkers", year=2023),
                "Donkeys Do Not Diverge, Neither!",
                "Not wanted",
            ],
            title="Second",
            date=None,
        )
    )
    library.set_status([1], Status.READ)
    library.set_starred([2], True)
    library.add_tags([1, 3], ["nlp/long", "Größe"])
    library.set_note(1, "First thoughts.\n")
    clock.advance(hours=1)
    library.set_note(1, "Second thoughts, see [[Tides and Their Timetables]].\n")
    library.edit_paper(2, PaperFields("Bridges, Corrected", ("C. Span",), 2026, citation_key="k"))
    library.save_smart_list("To write about", "tag:nlp is:unread")
    library.delete_papers([_numbered(library, "Not wanted")])
    highlight(library, 1, "Attention", "why?")
    image(library, b"picture")
    library.set_setting("citation_style", "ieee")
    library.set_setting("window", "where it stands")
    return library


def _numbered(library: Library, title: str) -> int:
    return next(row["number"] for row in records(dump(library)) if row.get("title") == title)


class TestADumpIsWhole:
    def test_every_table_and_column_is_there_or_said_to_be_left_out(self, rich: Library) -> None:
        found: dict[str, set[str]] = {}

        def names(value: Any) -> Iterator[str]:
            for name, inside in value.items() if isinstance(value, dict) else ():
                yield name
                yield from names(inside)
            for inside in value if isinstance(value, list) else ():
                yield from names(inside)

        every = {name for record in records(dump(rich)) for name in names(record)}
        found = {}
        schema = Path("db/schema.md").read_text(encoding="utf-8")
        for table, body in re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", schema, re.M | re.S):
            found[table] = set(re.findall(r"^\| (\w+) \| [A-Z]+ \|", body, re.M))
        assert {"papers", "notes", "images"} <= set(found)
        for table, columns in found.items():
            for column in columns if table not in LEFT_OUT else ():
                place = f"{table}.{column}"
                if place in LEFT_OUT or (column == "id" and place not in RENAMED):
                    continue
                if column == "paper_id" and place not in RENAMED:
                    continue  # what belongs to one paper is in its record
                assert RENAMED.get(place, column) in every, place

    def test_the_raw_digests_are_there(self, rich: Library) -> None:
        digests = [record for record in records(dump(rich)) if record["kind"] == "digest"]
        assert [one["title"] for one in digests] == ["First", "Second"]
        for one in digests:
            raw = base64.b64decode(one["raw"])
            assert hashlib.sha256(raw).hexdigest() == one["hash"]

    def test_dumping_changes_nothing(self, rich: Library) -> None:
        assert dump(rich) == dump(rich)


TITLES = st.sampled_from(
    ["Attention among Anemones", "Attention, among anemones!", "Bridges of Lake Nowhere", "A\0B"]
)
WORDS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('\0\u2028"\\\n[]é漢'), max_size=30
)
PAPER = st.integers(1, 6)


class Person:
    """Does anything to a library, in any order."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self.library = library
        self.clock = clock
        self.digests = 0

    def act(self, draw: Callable[[Any], Any]) -> None:
        actions = [name for name in vars(Person) if not name.startswith("_") and name != "act"]
        self.clock.advance(seconds=draw(st.integers(0, 90)))
        getattr(self, draw(st.sampled_from(actions)))(draw)

    def _paper(self, draw: Callable[[Any], Any]) -> int | None:
        chosen = draw(PAPER)
        return chosen if self.library.papers([chosen]) else None

    def imports(self, draw: Callable[[Any], Any]) -> None:
        self.digests += 1
        titles = draw(st.lists(TITLES, min_size=1, max_size=3))
        entries = [
            entry(
                title,
                abstract=draw(WORDS),
                authors=tuple(draw(st.lists(WORDS.filter(str.strip), max_size=2))),
                year=draw(st.none() | st.integers(1900, 2030)),
                marks=Marks(tags=("x",), citation_key=draw(st.sampled_from(["", "a1", "b"]))),
                title_provisional=draw(st.booleans()),
                version=draw(st.none() | st.integers(1, 3)),
                snippet=draw(WORDS),
            )
            for title in titles
        ]
        self.library.import_digest(digest(entries, title=f"No. {self.digests}"))

    def notes(self, draw: Callable[[Any], Any]) -> None:
        if paper := self._paper(draw):
            self.library.set_note(paper, draw(WORDS))

    def marks(self, draw: Callable[[Any], Any]) -> None:
        if paper := self._paper(draw):
            self.library.set_status([paper], draw(st.sampled_from(Status)))
            self.library.set_starred([paper], draw(st.booleans()))

    def tags(self, draw: Callable[[Any], Any]) -> None:
        if paper := self._paper(draw):
            self.library.add_tags([paper], [draw(WORDS)])

    def untags(self, draw: Callable[[Any], Any]) -> None:
        if paper := self._paper(draw):
            self.library.remove_tags([paper], ["x"])

    def edits(self, draw: Callable[[Any], Any]) -> None:
        if paper := self._paper(draw):
            self.library.edit_paper(paper, PaperFields(draw(TITLES), ("Ada",), None, draw(WORDS)))

    def keys(self, draw: Callable[[Any], Any]) -> None:
        self.library.citation_keys([draw(PAPER), draw(PAPER)])

    def merges(self, draw: Callable[[Any], Any]) -> None:
        one, other = self._paper(draw), self._paper(draw)
        if one and other:
            self.library.merge_papers(one, other)

    def keeps_apart(self, draw: Callable[[Any], Any]) -> None:
        one, other = self._paper(draw), self._paper(draw)
        if one and other and one != other:
            self.library.keep_apart(one, other)

    def deletes(self, draw: Callable[[Any], Any]) -> None:
        if paper := self._paper(draw):
            self.library.delete_papers([paper])

    def highlights(self, draw: Callable[[Any], Any]) -> None:
        if paper := self._paper(draw):
            highlight(self.library, paper, draw(WORDS), draw(WORDS))

    def pictures(self, draw: Callable[[Any], Any]) -> None:
        image(self.library, draw(st.binary(max_size=20)))

    def lists(self, draw: Callable[[Any], Any]) -> None:
        known = {smart.name for smart in self.library.smart_lists()}
        name = draw(st.sampled_from(["One", "Two", "Three"]))
        if name not in known:
            self.library.save_smart_list(name, "is:unread")

    def undoes(self, draw: Callable[[Any], Any]) -> None:
        self.library.undo()

    def redoes(self, draw: Callable[[Any], Any]) -> None:
        self.library.redo()


@contextmanager
def random_library(folder: Path, draw: Callable[[Any], Any], most: int = 14) -> Iterator[Library]:
    clock = Clock()
    with Library(folder, now=clock) as library:
        person = Person(library, clock)
        person.imports(draw)
        for _ in range(draw(st.integers(0, most))):
            person.act(draw)
        yield library


def texts_of(library: Library) -> set[str]:
    """All that somebody wrote: texts of notes with their history, and highlights."""
    found = records(dump(library))
    notes = {record["note"]["text"] for record in found if record.get("note")}
    marks = {(h["quote"], h["comment"]) for r in found for h in r.get("highlights", ())}
    history = {record["text"] for record in found if record["kind"] == "revision"}
    return {*notes, *history, *map(str, marks)}


def history_of(library: Library, paper_id: int) -> list[str]:
    """The texts that a note had, newest first."""
    return [revision.text for revision in library.note_revisions(paper_id)]


def undoable(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """What undo takes back: not pictures, which no undo takes away."""
    return {name: rows for name, rows in user_data(folder).items() if name != "images"}


class TestItComesBack:
    def test_a_library_is_the_same_again(self, rich: Library, tmp_path: Path) -> None:
        before = dump(rich)
        with Library(tmp_path / "other") as other:
            assert bring(other, before) == LibraryImport(7, 0, 0, 2, 0)
            assert dump(other) == before
            assert other.paper(1).note.text == rich.paper(1).note.text
            assert history_of(other, 1) == history_of(rich, 1)
            assert [mark.orphaned for mark in other.paper(1).highlights] == [True]
            other.update_index()
            assert list(other.search("thoughts").ids) == [1]
            assert other.backlinks(6) == rich.backlinks(6) == [1]
            assert other.setting("citation_style") == "ieee"
            assert other.setting("window") == ""

    @pytest.mark.parametrize("turned", [False, True])
    def test_a_pair_that_was_kept_apart_is_one_pair(
        self, new_library_folder: NewFolder, turned: bool
    ) -> None:
        with Library(new_library_folder()) as library:
            titles = ["Attention among Anemones", "Attention among the Anemones"]
            library.import_digest(digest(titles))
            [pair] = library.possible_duplicates()
            library.keep_apart(*(reversed(pair) if turned else pair))
            before = dump(library)
            assert before.count(b'"kind": "possible_duplicate"') == 1
        with Library(new_library_folder()) as other:
            bring(other, before)
            assert dump(other) == before

    @settings(max_examples=30, deadline=None)
    @given(data=st.data())
    def test_any_library_is_the_same_again(
        self, new_library_folder: NewFolder, data: st.DataObject
    ) -> None:
        with random_library(new_library_folder(), data.draw) as library:
            before = dump(library)
        with Library(new_library_folder()) as other:
            bring(other, before)
            assert dump(other) == before

    def test_it_is_one_step_that_can_be_undone(self, rich: Library, tmp_path: Path) -> None:
        with Library(tmp_path / "other") as other:
            bring(other, dump(rich))
            assert [item.label for item in other.history()] == ["Imported the library “dump.jsonl”"]
            other.undo()
            assert not other.papers(range(10))
            other.redo()
            assert other.paper(1).note.text == rich.paper(1).note.text

    def test_a_trial_keeps_nothing(self, rich: Library, tmp_path: Path) -> None:
        with Library(tmp_path / "other") as other:
            assert bring(other, dump(rich), dry_run=True).new == 7
            assert not other.papers(range(10))
            assert other.history() == []

    def test_looking_at_it_says_what_it_holds(self, rich: Library, library: Library) -> None:
        contents = library.look_at_library(io.BytesIO(dump(rich)))
        assert contents == LibraryContents(papers=7, digests=2, notes=1, highlights=1)

    def test_it_can_be_stopped(self, rich: Library, tmp_path: Path) -> None:
        lines = dump(rich).splitlines(keepends=True)

        def stop(_done: int, _total: int) -> None:
            raise Cancelled

        with Library(tmp_path / "other") as other:
            with pytest.raises(Cancelled):
                bring(other, b"".join([*lines[:-1], *map(_picture, range(600))]), progress=stop)
            assert not other.papers(range(10))


class TestItIsUnited:
    @pytest.fixture
    def other(self, open_library: Open, tmp_path: Path) -> Library:
        """A library that saw some of the papers on its own."""
        other = open_library(tmp_path / "other")
        other.import_digest(digest(["Something Else Altogether", *sample_entries()], title="Own"))
        return other

    def paper(self, library: Library, words: str) -> Any:
        [found] = [paper for paper in library.papers(range(30)) if paper.title.startswith(words)]
        return found

    def test_known_papers_are_recognised(self, rich: Library, other: Library) -> None:
        result = bring(other, dump(rich))
        assert (result.new, result.known, result.digests) == (2, 5, 2)
        anemones = self.paper(other, "Attention among")
        assert anemones.status is Status.READ
        assert anemones.tags == ("Größe", "nlp/long")
        assert [mark.comment for mark in anemones.highlights] == ["why?"]
        assert {one.title for one in anemones.digests} == {"Own", "First"}
        assert self.paper(other, "Bridges").title == "Bridges, Corrected"
        assert self.paper(other, "Bridges").citation_key == "k"

    def test_twice_changes_nothing_more(self, rich: Library, other: Library) -> None:
        bring(other, dump(rich))
        before, steps = dump(other), len(other.history())
        result = bring(other, dump(rich))
        assert (result.new, result.digests) == (0, 0)
        assert dump(other) == before
        assert len(other.history()) == steps

    @pytest.mark.parametrize("later", ["here", "there"])
    def test_of_two_notes_the_newer_stands_and_the_other_is_in_the_history(
        self, rich: Library, other: Library, clock: Clock, later: str
    ) -> None:
        key = self.paper(other, "Attention among").id
        clock.advance(hours=5 if later == "here" else -50)
        other.set_note(key, "Mine.")
        theirs = rich.paper(1).note.text
        result = bring(other, dump(rich))
        assert result.notes == 1
        assert other.paper(key).note.text == ("Mine." if later == "here" else theirs)
        assert set(history_of(other, key)) == {"Mine.", theirs, "First thoughts.\n"}
        assert history_of(other, key)[0] == other.paper(key).note.text
        assert bring(other, dump(rich)).notes == 0
        assert len(history_of(other, key)) == 3
        other.undo()
        assert other.paper(key).note.text == "Mine."
        assert theirs in history_of(other, key)

    def test_a_note_of_one_side_just_comes(self, rich: Library, other: Library) -> None:
        assert bring(other, dump(rich)).notes == 0
        assert self.paper(other, "Attention among").note.text == rich.paper(1).note.text

    def test_the_history_of_a_note_is_in_order_of_time(
        self, rich: Library, other: Library, clock: Clock
    ) -> None:
        key = self.paper(other, "Attention among").id
        other.set_note(key, "Mine, between.")
        clock.advance(hours=5)
        other.set_note(key, "Mine, later.")
        bring(other, dump(rich))
        times = [revision.made_at for revision in other.note_revisions(key)]
        assert len(times) == 4
        assert times == sorted(times, reverse=True)

    def test_the_later_decision_stands(self, rich: Library, other: Library, clock: Clock) -> None:
        clock.advance(days=1)
        key = self.paper(other, "Attention among").id
        other.set_status([key], Status.SKIPPED)
        other.set_starred([self.paper(other, "Bridges").id], False)
        bring(other, dump(rich))
        assert other.paper(key).status is Status.SKIPPED
        clock.advance(days=1)
        rich.set_status([1], Status.READING)
        bring(other, dump(rich))
        assert other.paper(key).status is Status.READING

    def test_what_the_person_corrected_here_stays(self, rich: Library, other: Library) -> None:
        key = self.paper(other, "Bridges").id
        other.edit_paper(key, PaperFields("Bridges as I Call Them", citation_key="mine"))
        other.set_setting("citation_style", "apa")
        bring(other, dump(rich))
        assert other.paper(key).title == "Bridges as I Call Them"
        assert other.paper(key).citation_key == "mine"
        assert other.setting("citation_style") == "apa"

    def test_no_two_papers_get_one_citation_key(self, rich: Library, other: Library) -> None:
        key = self.paper(other, "Something").id
        other.edit_paper(key, PaperFields("Something Else", citation_key="K"))
        bring(other, dump(rich))
        assert self.paper(other, "Something").citation_key == "K"
        assert self.paper(other, "Bridges").citation_key == ""

    def test_what_was_deleted_here_comes_back_only_with_something_written(
        self, rich: Library, other: Library
    ) -> None:
        noted, plain = self.paper(other, "Attention among"), self.paper(other, "Bridges")
        other.delete_papers([noted.id, plain.id])
        assert bring(other, dump(rich)).passed_over == 1
        assert self.paper(other, "Attention among").note.text.startswith("Second thoughts")
        assert not [p for p in other.papers(range(30)) if p.title.startswith("Bridges")]
        other.delete_papers([self.paper(other, "Attention among").id])

    def test_smart_lists_of_one_name_stay_beside_each_other(
        self, rich: Library, other: Library
    ) -> None:
        other.save_smart_list("To write about", "is:starred")
        bring(other, dump(rich))
        assert [(one.name, one.query) for one in other.smart_lists()] == [
            ("To write about", "is:starred"),
            ("To write about (2)", "tag:nlp is:unread"),
        ]

    @settings(max_examples=25, deadline=None)
    @given(data=st.data())
    def test_nothing_that_was_written_is_lost(
        self, new_library_folder: NewFolder, data: st.DataObject
    ) -> None:
        with (
            random_library(new_library_folder(), data.draw, 8) as one,
            random_library(new_library_folder(), data.draw, 8) as other,
        ):
            mine = texts_of(other)
            written = mine | texts_of(one)
            before, steps = undoable(other.folder), len(other.history())
            bring(other, dump(one))
            assert written <= texts_of(other) | {""}
            united = dump(other)
            bring(other, dump(one))
            assert dump(other) == united
            if len(other.history()) > steps:
                other.undo()
                assert undoable(other.folder) == before
                assert mine <= texts_of(other)
                other.redo()
                assert dump(other) == united


def _picture(number: int) -> bytes:
    """A line with a picture."""
    content = PNG + str(number).encode()
    fields = {
        "kind": "image",
        "hash": hashlib.sha256(content).hexdigest(),
        "media_type": "image/png",
        "added_at": "2026-05-01T12:00:00+00:00",
        "data": base64.b64encode(content).decode(),
    }
    return json.dumps(fields).encode() + b"\n"


class TestWhatIsDamagedIsRefused:
    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            (b'"version": 1', b'"version": 99', "newer reader"),
            (b'"version": 1', b'"version": "1"', "“version” should be a whole number"),
            (b'"format": "reader"', b'"format": "other"', "no library"),
            (b'"status": "read"', b'"status": "eaten"', "“status” should be one of"),
            (b'"status": "read"', b'"status": ["read"]', "“status” should be one of"),
            (b'"starred": true', b'"starred": 1', "true or false"),
            (b'"kind": "smart_list"', b'"kind": "shopping"', "“kind” should be one of"),
            (b'"kind": "smart_list"', b'"kind": {}', "“kind” should be one of"),
            (b'"colour": "pink"', b'"colour": "mud"', "“highlights” should be one of yellow"),
            (b'"number": 2,', b'"number": 1,', "“number” should be another"),
            (b'"number": 2,', b'"number": 1e99,', "“number” should be a whole number"),
            (b'"number": 2,', b'"number": 10000001,', "from 1 to"),
            (b'"number": 2,', b'"number": NaN,', "an object of JSON"),
            (b'"added_at": "2026', b'"added_at": "soon', "a time"),
            (b'"added_at": "2026-05-01T12', b'"added_at": "0001-01-01T00', ""),
            (b'"raw": "', b'"raw": "%%', "base64"),
            (b'"raw": "', b'"raw": "QUJD', "SHA-256"),
            (b'"media_type": "image/png"', b'"media_type": ""', "“media_type” should be text"),
            (b'"media_type": "image/png"', b'"media_type": "image/svg+xml"', "a picture of the"),
            (b'"hash": "%HASH%', b'"hash": "0000%HASH%', "begin the SHA-256"),
            (b'"kind": "paper"', b'"kind": "paper', "an object of JSON"),
            (b'"position": 1', b'"position": "first"', "a whole number"),
            (b'"said": {"title"', b'"said": {"tilte"', "“said” should be text"),
            (b'"authors": [', b'"authors": [3, ', "“authors” should be text"),
            (b'"identifiers": [', b'"identifiers": [["doi"], ', "“identifiers” should be"),
            (b'"origins": {"abstract": "', b'"origins": {"abstract": "0', "the hash of a digest"),
            (b'"name": "citation_style"', b'"name": "window"', "one of citation_style"),
        ],
    )
    def test_with_the_line(
        self, rich: Library, tmp_path: Path, old: bytes, new: bytes, words: str
    ) -> None:
        data = dump(rich)
        of_picture = hashlib.sha256(PNG + b"picture").hexdigest()[:32].encode()
        old, new = (part.replace(b"%HASH%", of_picture) for part in (old, new))
        assert old in data
        line = data[: data.index(old)].count(b"\n") + 1
        with Library(tmp_path / "other") as other:
            if not words:  # a time of long ago is odd, and no damage
                bring(other, data.replace(old, new, 1))
                return
            with pytest.raises(DigestError, match=words) as told:
                bring(other, data.replace(old, new, 1))
            assert line == 1 or f"line {line}." in str(told.value)
            assert not other.papers(range(10))
            assert other.history() == []

    def test_half_a_file(self, rich: Library, tmp_path: Path) -> None:
        data = dump(rich)
        lines = data.splitlines(keepends=True)
        with Library(tmp_path / "other") as other:
            for end in (len(lines) - 1, 5):
                with pytest.raises(DigestError, match="not whole"):
                    bring(other, b"".join(lines[:end]))
            for end in (len(data) // 2, len(data) - 5):
                with pytest.raises(DigestError, match="object of JSON"):
                    bring(other, data[:end])
            with pytest.raises(DigestError, match="missing or too many"):
                bring(other, b"".join([*lines[:-2], lines[-1]]))
            with pytest.raises(DigestError, match="nothing after"):
                bring(other, data + data)
            assert not other.papers(range(10))

    @settings(max_examples=40, deadline=None)
    @given(data=st.data())
    def test_any_damage_is_told_or_harmless(
        self, new_library_folder: NewFolder, data: st.DataObject
    ) -> None:
        """A field of any line becomes something else: no crash, and nothing half brought in."""
        with random_library(new_library_folder(), data.draw, 6) as library:
            found = records(dump(library))
        record = data.draw(st.sampled_from(found))
        name = data.draw(st.sampled_from(sorted(record)))
        odd = st.none() | st.integers() | WORDS | st.just([1]) | st.just({"a": None}) | st.floats()
        record[name] = data.draw(odd)
        damaged = b"".join(json.dumps(one).encode() + b"\n" for one in found)
        with Library(new_library_folder()) as other:
            try:
                bring(other, damaged)
            except DigestError:
                assert other.history() == []
            other.papers(other.list_ids(PaperList(ListKind.ALL)))
            for one in other.digests():
                other.digest_entries(one.id)


def test_times_are_kept_to_the_letter(rich: Library, tmp_path: Path) -> None:
    [paper] = [r for r in records(dump(rich)) if r.get("number") == 1]
    assert paper["read_at"] == datetime(2026, 5, 1, 12, tzinfo=UTC).isoformat(
        timespec="milliseconds"
    )
