"""Every command: what it does, what it prints, and how it ends."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reader
from reader.library import Library
from reader.model import ListKind, PaperList
from tests.cli.conftest import Cli, FakeDesktop, Outcome
from tests.conftest import user_data
from tests.libraries.papers import ANEMONES, SAMPLE_TEXT, digest, entry, sample_entries
from tests.search.test_likeness import PAPERS as TIDAL

PAPER_KEYS = {
    "id",
    "reader_id",
    "title",
    "authors",
    "year",
    "venue",
    "status",
    "starred",
    "tags",
    "identifiers",
    "links",
    "digests",
    "snippet",
}
IMPORT_KEYS = {
    "file",
    "format",
    "digest",
    "entries",
    "new",
    "known",
    "possible_duplicates",
    "warnings",
    "already_imported",
}


def refused(outcome: Outcome, *, status: int = 1) -> str:
    """The message of a command that did not do its work, checked for its manners."""
    assert outcome.status == status
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    message = outcome.err.strip()
    assert message
    if status == 1:
        assert message.startswith("reader: ")
        assert len(message.splitlines()) == 1
    return message


def ids(outcome: Outcome) -> list[int]:
    assert outcome.status == 0
    return [paper["id"] for paper in outcome.json["papers"]]


def show(cli: Cli, name: object) -> dict[str, Any]:
    document = cli("show", name, "--json").json
    assert isinstance(document, dict)
    return document


class TestImport:
    def test_says_what_it_brought(self, cli: Cli, page: Path) -> None:
        outcome = cli("import", page)
        assert (outcome.status, outcome.err) == (0, "")
        assert "brought 2 new papers" in outcome.out

    def test_json(self, cli: Cli, page: Path) -> None:
        document = cli("import", page, "--json").json
        [imported] = document["imports"]

        assert set(document) == {"imports"}
        assert set(imported) == IMPORT_KEYS
        assert imported["file"] == str(page)
        assert imported["digest"] == {
            "id": 1,
            "title": "Trending papers, Apr 28",
            "date": imported["digest"]["date"],
        }
        assert imported["digest"]["date"].endswith("-04-28")
        assert (imported["entries"], imported["new"], imported["known"]) == (2, 2, 0)
        assert imported["already_imported"] is False

    def test_again_changes_nothing(self, filled: Cli, page: Path, folder: Path) -> None:
        before = user_data(folder)
        assert "already imported" in filled("import", page).out
        [imported] = filled("import", page, "--json").json["imports"]
        assert imported["already_imported"] is True
        assert imported["new"] == 0
        assert user_data(folder) == before

    def test_dry_run_changes_nothing(self, cli: Cli, page: Path, folder: Path) -> None:
        outcome = cli("import", page, "--dry-run")
        assert "would bring 2 new papers" in outcome.out
        assert "Ferns Count in Threes" in outcome.out

        [imported] = cli("import", page, "--dry-run", "--json").json["imports"]
        assert set(imported) == IMPORT_KEYS | {"papers"}
        assert imported["digest"]["id"] is None
        assert [paper["title"].split()[0] for paper in imported["papers"]] == ["Ferns", "Gulls"]
        assert not any(user_data(folder).values())
        assert cli("history", "--json").json == {"history": []}

    def test_from_stdin(self, cli: Cli) -> None:
        [imported] = cli("import", "-", "--name", "mail.txt", "--json", stdin=SAMPLE_TEXT).json[
            "imports"
        ]
        assert (imported["file"], imported["new"]) == ("mail.txt", 2)
        assert cli("digests", "--json").json["digests"][0]["source"] == "mail.txt"

    def test_from_stdin_without_a_name(self, cli: Cli) -> None:
        [imported] = cli("import", "-", "--json", stdin=SAMPLE_TEXT).json["imports"]
        assert (imported["file"], imported["new"]) == ("stdin", 2)

    @pytest.mark.parametrize("content", [b"", b"just a few words", b"\0\1\2\3" * 100, b"%PDF-1.7"])
    def test_of_what_is_no_digest_is_refused(
        self, cli: Cli, tmp_path: Path, content: bytes
    ) -> None:
        (tmp_path / "bad").write_bytes(content)
        message = refused(cli("import", tmp_path / "bad"))
        assert "cannot be read: " not in message
        [imported] = (outcome := cli("import", tmp_path / "bad", "--json")).json["imports"]
        assert outcome.status == 1
        assert set(imported) == {"file", "error"}

    def test_of_a_missing_file_is_refused(self, cli: Cli, tmp_path: Path) -> None:
        assert "No such file" in refused(cli("import", tmp_path / "absent.txt"))

    def test_of_a_folder_takes_its_files_in_order(self, cli: Cli, page: Path) -> None:
        folder = page.parent / "digests"
        (folder / "deeper").mkdir(parents=True)
        (folder / "deeper" / "a.txt").write_text("2401.00001\n")
        (folder / ".hidden").write_text("2401.00002\n")
        page.rename(folder / page.name)
        outcome = cli("import", folder, "--json")
        found = [Path(one["file"]).name for one in outcome.json["imports"]]
        assert found == [page.name, "a.txt"]

    def test_one_bad_file_does_not_keep_the_others_out(
        self, cli: Cli, page: Path, tmp_path: Path
    ) -> None:
        outcome = cli("import", tmp_path / "absent.txt", page, "--json")
        assert outcome.status == 1
        assert [set(one) == {"file", "error"} for one in outcome.json["imports"]] == [True, False]
        assert ids(cli("list", "--json")) == [1, 2]

    def test_as_a_format_that_was_chosen(self, cli: Cli, page: Path) -> None:
        assert cli("import", page, "--format", "trending").status == 0
        refused(cli("import", page, "--format", "strange"), status=2)


class TestIdentity:
    def test_digests_show_names_papers_in_order(self, filled: Cli) -> None:
        document = filled("digests", "show", "1", "--json").json
        assert [entry["position"] for entry in document["entries"]] == [1, 2]
        assert document["entries"][0]["title"] in filled("digests", "show", "1").out
        assert "no digest 9" in refused(filled("digests", "show", "9"))

    def test_digests_remove_says_what_stays(self, filled: Cli) -> None:
        filled("star", "1")
        assert filled("digests", "remove", "1").out == "1 paper went; 1 stayed.\n"
        assert ids(filled("list", "--json")) == [1]

    def test_deleted_papers_are_passed_over_and_said(self, filled: Cli, tmp_path: Path) -> None:
        (tmp_path / "one.txt").write_text("2401.00009\n")
        filled("import", tmp_path / "one.txt")
        assert filled("delete", "arXiv:2401.00009").status == 0
        (tmp_path / "two.txt").write_text("2401.00009\n2401.00010\n")
        [imported] = filled("import", tmp_path / "two.txt", "--json").json["imports"]
        assert (imported["new"], imported["warnings"][0]["entry"]) == (1, 1)
        assert "passed over" in imported["warnings"][0]["message"]

    def test_merge_and_different(self, filled: Cli) -> None:
        assert filled("duplicates", "--json").json == {"duplicates": []}
        assert "No possible duplicates" in filled("duplicates").out
        assert filled("different", "1", "2").status == 0
        assert filled("merge", "1", "2").status == 0
        assert ids(filled("list", "--json")) == [1]
        refused(filled("merge", "1", "2"))


class TestReparsing:
    @pytest.fixture
    def outdated(self, filled: Cli, folder: Path) -> Cli:
        """The page of two papers as an older parser read it: one title cut, one paper missed."""
        connection = sqlite3.connect(folder / "library.db")
        for statement in (
            "UPDATE digests SET parser_version = 0",
            "UPDATE entries SET said = json_set(said, '$.title', 'Ferns Count') WHERE paper_id = 1",
            "UPDATE papers SET title = 'Ferns Count' WHERE id = 1",
            "DELETE FROM entries WHERE paper_id = 2",
            "DELETE FROM papers WHERE id = 2",
        ):
            connection.execute(statement)
        connection.commit()
        connection.close()
        return filled

    def test_shows_what_would_change_and_asks(self, outdated: Cli, folder: Path) -> None:
        before = user_data(folder)
        outcome = outdated("digests", "reparse", stdin="n\n")
        assert "title: Ferns Count → Ferns Count in Threes" in outcome.out
        assert "new      Gulls Share Nothing" in outcome.out
        assert "1 changed, 1 new, 0 gone, 0 as before" in outcome.out
        assert user_data(folder) == before

    def test_does_it_when_told_to(self, outdated: Cli) -> None:
        assert outdated("digests", "reparse", stdin="y\n").status == 0
        assert show(outdated, 1)["title"].startswith("Ferns Count in Threes")
        assert len(ids(outdated("list", "--json"))) == 2
        assert "parsers of today" in outdated("digests", "reparse").out
        assert "say what they said" in outdated("digests", "reparse", "1").out
        assert ids(outdated("search", "gulls", "--json"))
        outdated("undo")
        assert show(outdated, 1)["title"] == "Ferns Count"

    def test_json_does_nothing_unasked(self, outdated: Cli) -> None:
        [digest] = outdated("digests", "reparse", "--json").json["digests"]
        assert (digest["done"], digest["unchanged"]) == (False, 0)
        assert digest["changed"][0]["fields"][0]["before"] == "Ferns Count"
        assert len(digest["new"]) == 1
        [digest] = outdated("digests", "reparse", "--json", "--yes").json["digests"]
        assert digest["done"]

    def test_dry_run(self, outdated: Cli, folder: Path) -> None:
        before = user_data(folder)
        assert "1 new" in outdated("digests", "reparse", "--dry-run", "--yes").out
        assert user_data(folder) == before

    def test_as_a_format_that_it_is_not(self, filled: Cli) -> None:
        outcome = filled("digests", "reparse", "1", "--format", "bibtex")
        assert outcome.status == 1
        assert "BibTeX" in outcome.err

    def test_of_nothing(self, cli: Cli) -> None:
        assert "parsers of today" in cli("digests", "reparse").out
        refused(cli("digests", "reparse", "5"))


class TestEditing:
    def test_corrects_and_says_whose_it_is(self, filled: Cli) -> None:
        outcome = filled(
            "edit", "1", "--title", "Ferns", "--author", "Ada Fern", "--author", "Bo Moss",
            "--year", "2024", "--venue", "Banks", "--abstract", "-", stdin="Short.",
        )  # fmt: skip
        assert outcome.out == "1  Ferns\n"
        paper = show(filled, 1)
        assert (paper["title"], paper["authors"]) == ("Ferns", ["Ada Fern", "Bo Moss"])
        assert (paper["year"], paper["venue"], paper["abstract"]) == (2024, "Banks", "Short.")
        assert paper["origins"] == dict.fromkeys(
            ("title", "authors", "year", "venue", "abstract"), None
        )
        assert "You gave title, authors, year, venue, abstract" in filled("show", "1").out
        assert ids(filled("search", "ferns", "--json")) == [1]

    def test_takes_a_year_away(self, filled: Cli) -> None:
        filled("edit", "1", "--year", "1999")
        filled("edit", "1", "--year", "")
        assert show(filled, 1)["year"] is None

    def test_refuses_what_cannot_be(self, filled: Cli) -> None:
        assert "no year" in refused(filled("edit", "1", "--year", "soon"))
        assert "needs a title" in refused(filled("edit", "1", "--title", " "))
        assert "Say what" in refused(filled("edit", "1"), status=2)


class TestLooking:
    def test_list_json(self, filled: Cli) -> None:
        document = filled("list", "--json").json
        assert set(document) == {"total", "papers"}
        assert document["total"] == 2
        assert all(set(paper) == PAPER_KEYS for paper in document["papers"])
        first = document["papers"][0]
        assert first["links"] == [{"kind": "code", "url": "https://github.com/example/ferns"}]
        assert first["digests"][0]["title"] == "Trending papers, Apr 28"
        assert first["status"] == "inbox"

    def test_list_by_name_tag_and_digest(self, filled: Cli) -> None:
        filled("mark", "queued", 2)
        filled("tag", 1, "botany/ferns")
        assert ids(filled("list", "inbox", "--json")) == [1]
        assert ids(filled("list", "queued", "--json")) == [2]
        assert ids(filled("list", "--tag", "botany", "--json")) == [1]
        assert ids(filled("list", "--digest", 1, "--json")) == [1, 2]
        assert ids(filled("list", "--digest", 99, "--json")) == []
        assert "There is no list" in refused(filled("list", "strange"))
        assert "There is no list" in refused(filled("list", "tag"))
        assert "There is no list" in refused(filled("list", "similar"))

    def test_list_a_smart_list(self, filled: Cli, folder: Path) -> None:
        with Library(folder) as library:
            library.save_smart_list("On gulls", "gulls chips")
        assert ids(filled("list", "--smart", "On gulls", "--json")) == [2]
        assert "There is no smart list" in refused(filled("list", "--smart", "gulls"))
        assert "There is no list" in refused(filled("list", "smart"))

    def test_pages(self, filled: Cli) -> None:
        page = filled("list", "--limit", 1, "--offset", 1, "--sort", "title", "--json")
        assert (page.json["total"], ids(page)) == (2, [2])
        assert ids(filled("list", "--limit", 0, "--json")) == []
        assert "1 of 2" in filled("list", "--limit", 1).err

    def test_a_table_for_people(self, filled: Cli) -> None:
        out = filled("list").out
        assert "Ferns Count in Threes" in out
        assert "inbox" in out
        assert filled("list", "read").out == "No papers.\n"

    def test_the_order_of_likeness_says_why(self, cli: Cli, folder: Path) -> None:
        with Library(folder) as library:
            library.import_digest(digest(TIDAL))
        outcome = cli("list", "inbox", "--sort", "likeness", "--json")
        assert ids(outcome) == [1, 2, 3, 4, 5, 6, 7]
        assert outcome.err == "Nothing is starred or read yet to learn from: by date added.\n"
        assert all(paper["because"] is None for paper in outcome.json["papers"])
        cli("star", 1)
        outcome = cli("list", "inbox", "--sort", "likeness", "--limit", 3, "--json")
        assert ids(outcome)[:2] == [4, 6]
        first = outcome.json["papers"][0]
        assert set(first) == PAPER_KEYS | {"because"}
        assert first["because"] == "because you starred “Tides in the Harbour”"
        assert "because you starred" in cli("list", "--sort", "likeness").out
        found = cli("search", "harbour", "--sort", "likeness", "--json")
        assert ids(found) == [4, 6, 1]
        assert found.json["papers"][0]["because"] == first["because"]

    def test_similar(self, cli: Cli, folder: Path) -> None:
        with Library(folder) as library:
            library.import_digest(digest(TIDAL))
        outcome = cli("similar", 1, "--json")
        assert ids(outcome) == [4, 6]
        first = outcome.json["papers"][0]
        assert set(first) == PAPER_KEYS | {"score", "words"}
        assert set(first["words"]) == {"pendulum", "slow", "harbour", "tides"}
        assert 0 < first["score"] <= 1
        assert ids(cli("similar", 1, "--limit", 1, "--json")) == [4]
        assert "harbour" in cli("similar", 1).out
        assert cli("similar", 5).out == "No paper is like it.\n"
        assert "No paper" in refused(cli("similar", 99))

    def test_search_json(self, filled: Cli) -> None:
        document = filled("search", "gulls", "--json").json
        assert document["total"] == 1
        [paper] = document["papers"]
        assert set(paper) == PAPER_KEYS
        assert "gulls" in paper["snippet"]

    def test_search_joins_its_arguments(self, filled: Cli) -> None:
        assert ids(filled("search", "recursive", "grammar", "--json")) == [1]
        assert ids(filled("search", '"recursive grammar"', "is:inbox", "--json")) == [1]
        assert ids(filled("search", "--json", "--", "-ferns")) == [2]
        assert ids(filled("search", "--json", "--sort", "title", "c")) == [1, 2]

    def test_search_answers_a_misspelt_query_unless_told_not_to(self, filled: Cli) -> None:
        corrected = filled("search", "recursiv", "gramar", "--json")
        assert ids(corrected) == [1]
        assert "Showing results for recursive grammar" in corrected.err
        literal = filled("search", "--literal", "recursiv", "gramar", "--json")
        assert ids(literal) == []
        assert not literal.err

    def test_search_says_what_it_did_not_understand_on_stderr(self, filled: Cli) -> None:
        outcome = filled("search", "is:strange", "--json")
        assert outcome.json == {"total": 0, "papers": []}
        assert "is:strange" in outcome.err

    def test_show_json(self, filled: Cli) -> None:
        filled("note", 1, "Mine.")
        paper = show(filled, 1)
        own = {"citation_key", "abstract", "note", "highlights", "origins", "backlinks"}
        assert set(paper) == PAPER_KEYS | own
        assert paper["note"] == "Mine."
        assert paper["abstract"].startswith("A fern repeats itself")
        assert paper["highlights"] == paper["backlinks"] == []
        filled(
            "note", 2, "Unlike [[ferns count in threes: recursive growth without a supervisor]]."
        )
        other = show(filled, 2)
        expected = {key: other[key] for key in ("id", "reader_id", "title")}
        assert show(filled, 1)["backlinks"] == [expected]
        assert f"Linked from\n2 · {other['title']}\n" in filled("show", 1).out

    def test_show_for_people(self, filled: Cli) -> None:
        filled("note", 1, "Mine.")
        out = filled("show", 1).out
        for part in ("Ferns Count in Threes", "A fern repeats itself", "code: https://", "Mine."):
            assert part in out
        assert "(digest 1, entry 1) gave title, abstract" in out

    def test_a_paper_has_many_names(self, cli: Cli, folder: Path) -> None:
        with Library(folder) as library:
            library.import_digest(digest(sample_entries()))
        reader_id = show(cli, 1)["reader_id"]
        for name in ("1", reader_id, "2401.00001", "https://arxiv.org/abs/2401.00001v2"):
            assert show(cli, name)["id"] == 1
        assert show(cli, "10.5555/bridges.2024")["id"] == 2

    @pytest.mark.parametrize("name", ["99", "9" * 30, "x", "2401.99999", "", "\udcff"])
    def test_a_paper_that_is_not_there_is_refused(self, filled: Cli, name: str) -> None:
        assert "No paper" in refused(filled("show", name))

    def test_digests(self, filled: Cli) -> None:
        [document] = filled("digests", "--json").json["digests"]
        assert set(document) == {
            "id", "title", "date", "format", "source", "imported_at", "papers"
        }  # fmt: skip
        assert (document["papers"], document["source"]) == (2, "trending.txt")
        assert "Trending papers" in filled("digests").out


class TestChanging:
    @pytest.mark.parametrize(
        ("word", "status"),
        [
            ("read", "read"),
            ("unread", "inbox"),
            ("queued", "queued"),
            ("reading", "reading"),
            ("skipped", "skipped"),
        ],
    )
    def test_mark(self, filled: Cli, word: str, status: str) -> None:
        filled("mark", "read" if status == "inbox" else "unread", 1, 2)
        outcome = filled("mark", word, 1, 2)
        assert outcome.status == 0
        assert [paper["status"] for paper in filled("list", "--json").json["papers"]] == (
            [status] * 2
        )

    def test_star_and_unstar(self, filled: Cli) -> None:
        assert filled("star", 1).out.startswith("Starred “Ferns")
        assert filled("star", 1, 2).out.startswith("Starred")
        assert ids(filled("list", "starred", "--json")) == [1, 2]
        filled("unstar", 1)
        assert ids(filled("list", "starred", "--json")) == [2]

    def test_tag_and_untag_are_found_at_once(self, filled: Cli) -> None:
        filled("tag", 2, "sea/birds", "#hungry")
        assert show(filled, 2)["tags"] == ["hungry", "sea/birds"]
        assert ids(filled("search", "tag:sea", "--json")) == [2]
        assert ids(filled("search", "hungry", "--json")) == [2]
        filled("untag", 2, "hungry")
        assert show(filled, 2)["tags"] == ["sea/birds"]

    def test_note(self, filled: Cli) -> None:
        filled("note", 1, "Über ferns.")
        assert show(filled, 1)["note"] == "Über ferns."
        filled("note", 1, "More.", "--append")
        assert show(filled, 1)["note"] == "Über ferns.\n\nMore."
        filled("note", 1, "-", stdin="From\nstdin.\n")
        assert show(filled, 1)["note"] == "From\nstdin.\n"
        filled("note", 1, "-", "--append", stdin="And again.")
        assert show(filled, 1)["note"] == "From\nstdin.\n\nAnd again."
        filled("note", 1, "")
        assert show(filled, 1)["note"] == ""
        assert ids(filled("search", "note:stdin", "--json")) == []

    def test_note_in_the_editor(
        self, filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        editor = tmp_path / "editor.sh"
        editor.write_text('#!/bin/sh\nprintf "edited" >> "$1"\n', encoding="utf-8")
        editor.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(editor))
        monkeypatch.delenv("VISUAL", raising=False)
        filled("note", 1, "Before.\n")
        filled("note", 1)
        assert show(filled, 1)["note"] == "Before.\nedited"

    def test_an_editor_that_changed_nothing_is_no_edit(
        self, filled: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        filled("note", 1, "No newline at the end")
        before = user_data(folder)
        monkeypatch.setenv("EDITOR", "true")
        monkeypatch.delenv("VISUAL", raising=False)
        assert filled("note", 1).out == ""
        assert user_data(folder) == before

    @pytest.mark.parametrize("editor", ["false", "/no/such/editor"])
    def test_an_editor_that_fails_changes_nothing(
        self, filled: Cli, monkeypatch: pytest.MonkeyPatch, editor: str
    ) -> None:
        filled("note", 1, "Before.")
        monkeypatch.setenv("EDITOR", editor)
        monkeypatch.delenv("VISUAL", raising=False)
        outcome = filled("note", 1)
        assert outcome.status == 1
        assert "Traceback" not in outcome.err
        assert show(filled, 1)["note"] == "Before."

    @pytest.mark.parametrize(
        "arguments",
        [
            ("mark", "read", "1", "99"),
            ("star", "99", "1"),
            ("unstar", "99"),
            ("tag", "99", "x"),
            ("untag", "99", "x"),
            ("note", "99", "x"),
        ],
    )
    def test_a_missing_paper_changes_none(
        self, filled: Cli, folder: Path, arguments: tuple[str, ...]
    ) -> None:
        before = user_data(folder)
        assert "No paper" in refused(filled(*arguments))
        assert user_data(folder) == before


class TestHistory:
    def test_undo_and_redo(self, filled: Cli) -> None:
        filled("star", 1)
        assert "Undone: Starred “Ferns" in filled("undo").out
        assert not show(filled, 1)["starred"]
        assert "Done again: Starred “Ferns" in filled("redo").out
        assert show(filled, 1)["starred"]
        assert filled("redo").out == "There is nothing to redo.\n"

    def test_an_undone_import_is_not_found(self, filled: Cli) -> None:
        filled("undo")
        assert ids(filled("search", "gulls", "--json")) == []
        filled("redo")
        assert ids(filled("search", "gulls", "--json")) == [2]
        filled("undo")
        assert filled("undo").out == "There is nothing to undo.\n"

    def test_history_json(self, filled: Cli) -> None:
        filled("star", 1)
        filled("undo")
        items = filled("history", "--json").json["history"]
        assert all(set(item) == {"id", "label", "made_at", "undone"} for item in items)
        assert [item["undone"] for item in items] == [True, False]
        assert len(filled("history", "--limit", 1, "--json").json["history"]) == 1
        assert "Imported" in filled("history").out


class TestExport:
    def test_writes_what_was_annotated(self, filled: Cli, tmp_path: Path) -> None:
        filled("note", 1, "A note to *keep*.")
        document = filled("export", tmp_path / "notes", "--json").json

        assert set(document) == {"written", "unchanged", "conflicts", "no_longer_selected"}
        written = [tmp_path / "notes" / name for name in document["written"]]
        assert any("A note to *keep*." in file.read_text(encoding="utf-8") for file in written)
        again = filled("export", tmp_path / "notes", "--json").json
        assert again["written"] == []
        assert sorted(again["unchanged"]) == sorted(document["written"])

    def test_by_query_and_as_one_document(self, filled: Cli, tmp_path: Path) -> None:
        filled("export", "--single", tmp_path / "all.md", "--query", "gulls")
        text = (tmp_path / "all.md").read_text(encoding="utf-8")
        assert "Gulls Share Nothing" in text
        assert "Ferns" not in text

    def test_conflicts_are_a_failure_that_says_so(self, filled: Cli, tmp_path: Path) -> None:
        filled("note", 1, "One line.\n")
        [name, *_] = [
            name
            for name in filled("export", tmp_path / "n", "--json").json["written"]
            if "ferns" in name.lower()
        ]
        file = tmp_path / "n" / name
        file.write_text(
            file.read_text(encoding="utf-8").replace("One line.", "Changed in the file."),
            encoding="utf-8",
        )
        filled("note", 1, "Changed in the library.\n")

        outcome = filled("export", tmp_path / "n")
        assert outcome.status == 1
        assert "conflict" in outcome.err
        assert "Changed in the file." in file.read_text(encoding="utf-8")
        assert filled("export", tmp_path / "n", "--ours").status == 0
        assert "Changed in the library." in file.read_text(encoding="utf-8")

    def test_where_it_cannot_be_written_is_refused(self, filled: Cli, tmp_path: Path) -> None:
        filled("star", 1)
        (tmp_path / "file").touch()
        refused(filled("export", tmp_path / "file"))
        refused(filled("export", tmp_path / "file" / "deeper"))
        refused(filled("export", "--template", tmp_path / "absent", tmp_path / "n"))

    def test_needs_one_destination(self, filled: Cli, tmp_path: Path) -> None:
        refused(filled("export"), status=2)
        refused(filled("export", tmp_path / "n", "--single", tmp_path / "f"), status=2)


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            ("strange",),
            ("import",),
            ("star",),
            ("mark", "eaten", "1"),
            ("mark", "read"),
            ("list", "--limit", "-1"),
            ("list", "--limit", "many"),
            ("list", "--sort", "colour"),
            ("search",),
            ("tag", "1"),
            ("history", "--limit", "0"),
            ("--strange",),
        ],
    )
    def test_mistakes_end_with_2(self, cli: Cli, arguments: tuple[str, ...]) -> None:
        assert "Usage:" in refused(cli(*arguments), status=2)

    @pytest.mark.parametrize(
        "arguments",
        [
            ("list", "--limit", "9" * 30),
            ("list", "--offset", "9" * 30),
            ("similar", "1", "--limit", "9" * 30),
            ("history", "--limit", "9" * 30),
            ("list", "--digest", "9" * 30),
        ],
    )
    def test_large_numbers_are_no_crash(self, filled: Cli, arguments: tuple[str, ...]) -> None:
        outcome = filled(*arguments)
        assert outcome.status in (0, 1, 2)
        assert "Traceback" not in outcome.err

    def test_help_and_version(self, cli: Cli) -> None:
        assert "import" in cli("--help").out
        assert reader.__version__ in cli("--version").out
        for command in ("import", "search", "show", "mark", "note", "list", "export", "undo"):
            assert cli(command, "--help").status == 0

    def test_without_a_command_the_window_opens(
        self, cli: Cli, desktop: FakeDesktop, folder: Path
    ) -> None:
        assert cli().status == 0
        assert desktop.opened == [folder]

    def test_the_tour_does_the_main_job_elsewhere(
        self, cli: Cli, page: Path, folder: Path, tmp_path: Path
    ) -> None:
        outcome = cli("tour", page, "--into", tmp_path / "tour")
        assert outcome.status == 0, outcome.err
        assert (tmp_path / "tour" / "window.png").is_file()
        (note,) = (tmp_path / "tour" / "notes").rglob("*Ferns*.md")
        assert "Read this one first." in note.read_text(encoding="utf-8")
        assert "Ferns Count in Threes" in outcome.out
        assert not folder.exists()


class TestWhichLibrary:
    def test_the_option_goes_before_the_variable(
        self, filled: Cli, page: Path, tmp_path: Path
    ) -> None:
        assert filled("--library", tmp_path / "other", "list", "--json").json["total"] == 0
        assert (tmp_path / "other" / "library.db").is_file()
        assert filled("list", "--json").json["total"] == 2

    def test_a_place_where_none_can_be_is_refused(self, cli: Cli, page: Path) -> None:
        assert "--library" in refused(cli("--library", page / "deeper", "list"))
        refused(cli("--library", page, "list"), status=2)

    def test_a_damaged_library_is_refused(self, cli: Cli, folder: Path) -> None:
        folder.mkdir()
        (folder / "library.db").write_bytes(b"no database at all" * 100)
        assert "damaged" in refused(cli("list"))


NASTY = "Red\x1b[31m Alert\x07 \x9b2J\u202etxt\r\nFerns"


def test_what_papers_say_does_not_drive_the_terminal(cli: Cli, folder: Path) -> None:
    with Library(folder) as library:
        library.import_digest(
            digest(
                [
                    entry(
                        NASTY,
                        abstract=NASTY,
                        authors=(NASTY,),
                        venue=NASTY,
                        identifiers=(ANEMONES,),
                    )
                ],
                title=NASTY,
                name=NASTY,
            )
        )
        assert library.list_ids(PaperList(ListKind.ALL)) == [1]
    for arguments in (
        ["list"],
        ["show", "1"],
        ["digests"],
        ["history"],
        ["star", "1"],
        ["undo"],
        ["redo"],
        ["mark", "read", "1"],
        ["tag", "1", NASTY],
        ["note", "1", NASTY],
        ["search", "ferns"],
        ["show", "1"],
        ["list"],
        ["untag", "1", NASTY],
        ["show", NASTY],
        ["import", NASTY],
        ["list", NASTY],
        ["search", f"is:{NASTY}"],
    ):
        outcome = cli(*arguments)
        printed = (outcome.out + outcome.err).replace("\n", "")
        assert not [letter for letter in printed if not letter.isprintable()], arguments


# --- As a program of its own --------------------------------------------------------------------


def program(*arguments: str | bytes, library: Path, **options: Any) -> subprocess.CompletedProcess:
    environment = {**os.environ, "READER_LIBRARY": str(library), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        cwd=Path(reader.__file__).parents[1],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
        **options,
    )


def test_as_a_program_it_imports_searches_and_fails(page: Path, folder: Path) -> None:
    brought = program("import", "-", "--json", library=folder, input=page.read_bytes())
    assert (brought.returncode, brought.stderr) == (0, b"")
    found = program("search", "gulls", library=folder)
    assert b"Gulls Share Nothing" in found.stdout
    missing = program("show", "99", library=folder)
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert missing.stderr.startswith(b"reader: No paper")
    assert program("strange", library=folder).returncode == 2


def test_bytes_that_are_no_text_are_no_crash(page: Path, folder: Path) -> None:
    program("import", str(page), library=folder)
    for arguments in (
        [b"note", b"1", b"caf\xe9"],
        [b"tag", b"1", b"caf\xe9"],
        [b"search", b"caf\xe9"],
        [b"show", b"caf\xe9"],
        [b"import", b"caf\xe9"],
        [b"list", b"--tag", b"caf\xe9"],
        [b"show", b"1"],
        [b"list"],
        [b"history"],
    ):
        done = program(*arguments, library=folder)
        assert b"Traceback" not in done.stderr, (arguments, done.stderr)
        assert done.returncode in (0, 1)


def test_a_reader_of_our_output_may_stop_early(page: Path, folder: Path) -> None:
    program("import", str(page), library=folder)
    shell = f'"{sys.executable}" -m reader list | true; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(
        ["bash", "-c", shell],
        env={**os.environ, "READER_LIBRARY": str(folder)},
        cwd=Path(reader.__file__).parents[1],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


class TestVersionsOfANote:
    def test_are_listed_and_brought_back(self, filled: Cli) -> None:
        filled("note", 1, "First.")
        filled("note", 1, "Second.\nMore.")
        newest, oldest = filled("note", 1, "--history", "--json").json["revisions"]
        assert (newest["text"], oldest["text"]) == ("Second.\nMore.", "First.")
        assert "+2 −1" in filled("note", 1, "--history").out
        assert filled("note", 1, "--restore", oldest["id"]).out.startswith("Restored an earlier")
        assert show(filled, 1)["note"] == "First."
        filled("undo")
        assert show(filled, 1)["note"] == "Second.\nMore."

    def test_one_that_is_not_there_is_said(self, filled: Cli) -> None:
        refused = filled("note", 1, "--restore", 77)
        assert refused.status == 1
        assert "no version 77" in refused.err

    def test_are_not_written_and_listed_at_once(self, filled: Cli) -> None:
        assert filled("note", 1, "Text", "--history").status == 2
        assert filled("note", 1, "--history").out.startswith("Nothing was written")
        assert filled("note", 1, "--json").status == 2
