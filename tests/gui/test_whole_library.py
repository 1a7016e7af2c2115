"""A whole library comes in as digests do, and “Export as…” writes it and other files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from reader.gui.imports.whole_library import LibraryPreview
from reader.library import Library
from reader.model import Digest, ListKind, PaperList, Status
from tests.gui.conftest import Person
from tests.libraries.papers import SAMPLE_TEXT

ALL = PaperList(ListKind.ALL)


@pytest.fixture
def file(tmp_path: Path, sample_digest: Digest) -> Path:
    """A library of five papers with a note, as a file."""
    with Library(tmp_path / "there") as there:
        there.import_digest(sample_digest)
        there.set_note(1, "Slow, but they do attend.")
        there.export_library(tmp_path / "mine.jsonl")
    return tmp_path / "mine.jsonl"


def preview(person: Person) -> LibraryPreview:
    person.until(lambda: person.window.findChild(LibraryPreview) is not None)
    found = person.window.findChild(LibraryPreview)
    assert isinstance(found, LibraryPreview)
    person.until(found.isActiveWindow)
    return found


class TestImport:
    @pytest.fixture
    def empty(
        self, open_library: Callable[..., Library], open_window: Callable[[Library], Person]
    ) -> Person:
        return open_window(open_library())

    def test_a_dropped_library_is_shown_then_imported_and_undone(
        self, empty: Person, file: Path
    ) -> None:
        library = empty.window.library
        empty.drop_file(file)
        texts = " ".join(label.text() for label in preview(empty).findChildren(QLabel))
        assert "mine.jsonl" in texts
        assert "Papers: 5 · Digests: 1 · Notes: 1" in texts
        assert library.list_ids(ALL) == []
        empty.press("Return")
        empty.until(lambda: len(library.list_ids(ALL)) == 5)
        empty.settle()
        assert "Imported the library “mine.jsonl”" in empty.window.toast.text.text()
        assert library.paper(1).note.text == "Slow, but they do attend."
        empty.press("Z")
        assert library.list_ids(ALL) == []

    def test_it_can_be_opened_and_refused(
        self, empty: Person, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
        empty.press("Ctrl+O")
        preview(empty)
        empty.press("Esc")
        empty.until(lambda: empty.window.findChild(LibraryPreview) is None)
        empty.settle()
        assert empty.window.library.list_ids(ALL) == []

    def test_what_was_here_already_is_said(self, empty: Person, file: Path) -> None:
        for _ in range(2):
            empty.drop_file(file)
            preview(empty)
            empty.press("Return")
            empty.until(lambda: empty.window.findChild(LibraryPreview) is None)
            empty.settle()
        assert "Everything in mine.jsonl was here already" in empty.window.toast.text.text()
        assert len(empty.window.library.history()) == 1

    def test_notes_of_both_sides_are_said(
        self, person: Person, sample: Library, file: Path
    ) -> None:
        sample.set_note(1, "Long ago.")
        person.drop_file(file)
        preview(person)
        person.press("Return")
        person.until(lambda: "Notes with another text here: 1" in person.window.toast.text.text())
        assert sample.paper(1).note.text == "Slow, but they do attend."
        assert "Long ago." in [revision.text for revision in sample.note_revisions(1)]

    def test_a_damaged_one_is_refused_with_its_line(self, empty: Person, file: Path) -> None:
        file.write_bytes(file.read_bytes().replace(b'"starred": false', b'"starred": 0', 1))
        empty.drop_file(file)
        empty.until(lambda: "It is line 3." in empty.window.toast.text.text())
        assert empty.window.library.list_ids(ALL) == []

    def test_the_next_file_waits_until_that_is_decided(
        self, empty: Person, file: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "page.txt").write_text(SAMPLE_TEXT, encoding="utf-8")
        empty.window.importing.files([file, tmp_path / "page.txt"])
        preview(empty)
        empty.press("Return")
        empty.until(lambda: empty.window.findChild(QFileDialog) is None)
        empty.until(lambda: empty.window.findChild(LibraryPreview) is None)
        empty.until(lambda: empty.window.importing._preview is not None)
        empty.press("Return")
        empty.until(lambda: len(empty.window.library.list_ids(ALL)) == 7)


def ask(person: Person) -> QFileDialog:
    """Calls the action as its only way is: by the palette."""
    person.press("Ctrl+K")
    person.type("export as")
    person.press("Return")
    person.until(lambda: person.window.findChild(QFileDialog) is not None)
    dialog = person.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    person.until(dialog.isActiveWindow)
    return dialog


def choose(person: Person, dialog: QFileDialog, kind: str, name: Path) -> None:
    """Chooses a filter as a person does, types a name, and saves."""
    [wanted] = [one for one in dialog.nameFilters() if one.startswith(kind)]
    dialog.selectNameFilter(wanted)
    dialog.filterSelected.emit(wanted)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.selectAll()
    person.type(str(name))
    person.press("Return")
    person.until(lambda: person.window.findChild(QFileDialog) is None)
    person.settle()


@pytest.mark.qt_log_ignore("This plugin does not support")  # the popup that completes names
@pytest.mark.may_block(2000, "the dialog of Qt that stands in for the native one reads a folder")
class TestExportAs:
    @pytest.mark.parametrize(
        ("kind", "name", "sign"),
        [
            ("BibTeX", "papers.bib", "@article{tide2024attention,"),
            ("BibLaTeX", "papers.biblatex", "journaltitle = {Journal of Slow Animals}"),
            ("CSL-JSON", "papers.json", '"id": "tide2024attention"'),
            ("RIS", "papers.ris", "TY  - JOUR"),
            ("Table", "papers.csv", '"citation key"'),
            ("Web page", "papers.html", "<!doctype html>"),
            ("Whole library", "papers.jsonl", '{"kind": "end"'),
        ],
    )
    def test_the_filter_chooses_the_format(
        self, person: Person, tmp_path: Path, kind: str, name: str, sign: str
    ) -> None:
        choose(person, ask(person), kind, tmp_path / "papers")
        assert sign in (tmp_path / name).read_text(encoding="utf-8-sig")
        assert f"written to {name}" in person.window.toast.text.text()

    def test_the_open_list_or_several_selected_papers(
        self, person: Person, sample: Library, tmp_path: Path
    ) -> None:
        sample.set_status([1, 2, 3], Status.QUEUED)
        person.settle()
        person.press("G, T")
        choose(person, ask(person), "CSL-JSON", tmp_path / "list")
        assert len(json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))) == 3
        person.press("Home")
        person.press("Shift+Down")
        dialog = ask(person)
        assert dialog.windowTitle() == "Export 2 papers as"
        assert dialog.selectedNameFilter().startswith("CSL-JSON")
        choose(person, dialog, "CSL-JSON", tmp_path / "two")
        assert len(json.loads((tmp_path / "two.json").read_text(encoding="utf-8"))) == 2

    def test_an_ending_that_means_another_format_means_it(
        self, person: Person, tmp_path: Path
    ) -> None:
        choose(person, ask(person), "BibTeX", tmp_path / "papers.ris")
        assert "TY  - JOUR" in (tmp_path / "papers.ris").read_text(encoding="utf-8")

    def test_what_cannot_be_written_is_said(self, person: Person, tmp_path: Path) -> None:
        (tmp_path / "papers.bib").write_text("mine")
        (tmp_path / "papers.bib").chmod(0o444)
        dialog = ask(person)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        choose(person, dialog, "BibTeX", tmp_path / "papers")
        assert (tmp_path / "papers.bib").read_text() == "mine"
        assert "papers.bib" in person.window.toast.text.text()
