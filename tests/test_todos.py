"""Checklists in notes: what is to do is found, and stays right whatever becomes of the notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import Library
from reader.model import ListKind, Marks, PaperFields, PaperList, Todo
from reader.operations.todos import boxed, is_done, open_todos, ticked, turned
from reader.store import migrations
from tests.conftest import user_data
from tests.libraries.papers import digest, entry

ANEMONES, BRIDGES, CLOUDS = 1, 2, 3
TODO = PaperList(ListKind.TODO)


def to_do(library: Library, paper: int) -> list[str]:
    return [todo.text for found in library.todos([paper]) for todo in found.todos]


class TestParsing:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("- [ ] read\n* [ ] ask\n+ [ ] try", [(0, "read"), (1, "ask"), (2, "try")]),
            ("1. [ ] read\n27) [ ] ask", [(0, "read"), (1, "ask")]),
            ("words\n\n      - [ ] deep\n\t- [ ] deeper", [(2, "deep"), (3, "deeper")]),
            ("> - [ ] quoted\n>> 1. [ ] twice", [(0, "quoted"), (1, "twice")]),
            ("- 1. [ ] two lists", [(0, "two lists")]),
            ("-   [ ]   wide  \t", [(0, "wide")]),
            ("- [x] done\n- [X] too\n- [ ] open", [(2, "open")]),
            ("- [ ]\n- [ ] \n-\n- [ ]\n  below", []),
            ("[ ] no list\n-[ ] none\n- [] none\n- [ ]none\n- [  ] none\na - [ ] none", []),
            ("1234567890. [ ] no list", []),
            ("```\n- [ ] code\n```\n- [ ] read", [(3, "read")]),
            ("~~~ md\n- [ ] code\n", []),
            (
                "> ```\n> - [ ] code\n> ```\n- [ ] a\n```\n- [ ] code\n```\n- [ ] b",
                [(3, "a"), (7, "b")],
            ),
            ("- [ ] ask [[Bridges]] about `code`", [(0, "ask [[Bridges]] about `code`")]),
            ("- [ ] 海\r\n- [ ] 🌊", [(0, "海"), (1, "🌊")]),
            ("", []),
        ],
    )
    def test_open_items_are_found_where_they_are_meant(
        self, text: str, found: list[tuple[int, str]]
    ) -> None:
        assert open_todos(text) == found

    @given(st.text("- [x]*1.)\n\ta>`~", max_size=120))
    def test_each_is_a_line_with_an_open_box(self, text: str) -> None:
        lines = text.split("\n")
        for line, words in open_todos(text):
            assert is_done(lines[line]) is False
            assert lines[line].rstrip().endswith(words)

    @given(st.text("- [x]*1.)\ta>", max_size=60), st.booleans())
    def test_ticking_changes_the_box_and_nothing_else(self, line: str, done: bool) -> None:
        after = ticked(line, done)
        if is_done(line) is None:
            assert after == line
        else:
            assert is_done(after) is done
            assert len(after) == len(line)
            assert ticked(after, bool(is_done(line))).lower() == line.lower()

    @given(st.text("- [x]*1.)\ta>", max_size=60))
    def test_a_box_is_put_before_words_and_only_once(self, line: str) -> None:
        after = boxed(line)
        assert boxed(after) == after
        if line.strip(" \t>") and after == line:
            assert is_done(line) is not None

    @pytest.mark.parametrize(
        ("lines", "after"),
        [
            (["- [ ] a"], ["- [x] a"]),
            (["- [X] a"], ["- [ ] a"]),
            (["- [ ] a", "words", "  1. [x] b"], ["- [x] a", "words", "  1. [x] b"]),
            (["- [x] a", "- [x] b"], ["- [ ] a", "- [ ] b"]),
            (["- a", "", "> 2. b", "  c"], ["- [ ] a", "", "> 2. [ ] b", "  - [ ] c"]),
            (["- [ ]"], ["- [x]"]),
            ([""], [""]),
        ],
    )
    def test_lines_are_turned_together(self, lines: list[str], after: list[str]) -> None:
        assert turned(lines) == after

    @pytest.mark.parametrize(
        "piece", ["- [ ] a\n", "- ", "> ", "- [ ] ", "```\n- [ ] a\n", " ", "1. ", "\t>", "-  "]
    )
    def test_hostile_notes_are_read_at_once(self, piece: str) -> None:
        text = piece * (1_000_000 // len(piece)) + "[ ]"
        assert len(open_todos(text)) <= 200_000
        assert boxed(text.replace("\n", " "))


class TestList:
    def test_it_has_the_papers_with_something_to_do(self, sample: Library) -> None:
        sample.set_note(ANEMONES, "- [ ] read\n- [x] buy\n- [ ] ask")
        sample.set_note(BRIDGES, "- [x] all done")
        assert sample.list_ids(TODO) == [ANEMONES]
        assert sample.counts().lists[ListKind.TODO] == 1
        [found] = sample.todos()
        assert (found.paper_id, found.title) == (ANEMONES, sample.paper(ANEMONES).title)
        assert found.todos == (Todo(0, "read"), Todo(2, "ask"))
        assert sample.todos([BRIDGES, CLOUDS]) == []
        assert set(sample.search("has:todo").ids) == {ANEMONES}
        assert ANEMONES not in sample.search("-has:todo").ids

    def test_what_a_query_may_go_on_with(self, sample: Library) -> None:
        assert [one.label for one in sample.completions("has:to", 6)] == ["todo"]

    def test_it_follows_the_note_undo_and_redo(self, sample: Library) -> None:
        sample.set_note(ANEMONES, "- [ ] read")
        sample.set_starred([ANEMONES], True)
        sample.set_note(ANEMONES, "- [x] read")
        assert sample.list_ids(TODO) == []
        sample.undo()
        assert to_do(sample, ANEMONES) == ["read"]
        sample.redo()
        assert to_do(sample, ANEMONES) == []

    def test_a_version_that_is_brought_back_has_its_items(self, sample: Library) -> None:
        sample.set_note(ANEMONES, "- [ ] read")
        sample.set_note(ANEMONES, "nothing")
        oldest = sample.note_revisions(ANEMONES)[-1]
        sample.restore_note(ANEMONES, oldest.id)
        assert to_do(sample, ANEMONES) == ["read"]

    def test_merging_deleting_and_taking_back(self, sample: Library) -> None:
        sample.set_note(ANEMONES, "- [ ] read")
        sample.set_note(BRIDGES, "- [ ] ask")
        before = user_data(sample.folder)
        sample.merge_papers(ANEMONES, BRIDGES)
        assert to_do(sample, ANEMONES) == ["read", "ask"]
        sample.undo()
        assert user_data(sample.folder) == before
        sample.delete_papers([ANEMONES])
        assert sample.list_ids(TODO) == [BRIDGES]
        sample.undo()
        assert user_data(sample.folder) == before

    def test_a_note_that_a_digest_brings(self, library: Library) -> None:
        library.import_digest(digest([entry("Waves", marks=Marks(note="- [ ] read"))]))
        assert to_do(library, 1) == ["read"]

    def test_a_corrected_title_is_in_the_items_that_link_to_it(self, sample: Library) -> None:
        sample.set_note(ANEMONES, f"- [ ] after [[{sample.paper(BRIDGES).title}]]")
        fields = sample.paper(BRIDGES)
        sample.edit_paper(BRIDGES, PaperFields("Tunnels", fields.authors))
        assert to_do(sample, ANEMONES) == ["after [[Tunnels]]"]

    def test_notes_of_before_have_their_items(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older = [file for file in migrations.migration_files() if file.name < "0007"]
        with monkeypatch.context() as patch:
            patch.setattr(migrations, "migration_files", lambda: older)
            patch.setattr("reader.store.todos.install", lambda _: None)
            with Library(tmp_path) as library:
                library.import_digest(digest(["Waves", "Shore"]))
                library.set_note(1, "- [ ] read\n\n- [ ] ask")
                library.set_note(2, "words")
        with Library(tmp_path) as library:
            assert to_do(library, 1) == ["read", "ask"]
            assert library.list_ids(TODO) == [1]
