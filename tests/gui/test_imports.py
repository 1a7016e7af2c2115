"""Digests come in by drop, paste and file; nothing is written before the person says so."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QTableView

from reader.digests import Refused
from reader.digests.sandbox import Allowance
from reader.errors import DigestError
from reader.gui.imports.preview import ImportPreview
from reader.library import Library
from reader.model import Changes, Digest, ListKind, PaperList
from tests.campaigns.hostile import HOSTILE
from tests.conftest import user_data
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES
from tests.libraries.papers import SAMPLE_TEXT

ALL = PaperList(ListKind.ALL)
LINKS = "arXiv:2401.00007 The Seventh Anemone of the Season\narXiv:2401.00008\n"
FERNS, GULLS = (
    "Ferns Count in Threes: Recursive Growth without a Supervisor",
    "Gulls Share Nothing: A Negative Result on Cooperative Chips",
)


@pytest.fixture
def empty(open_library: Callable[..., Library], open_window: Callable[[Library], Person]) -> Person:
    """Somebody at a window on an empty library."""
    return open_window(open_library())


def previews(person: Person) -> list[ImportPreview]:
    found = person.window.findChildren(ImportPreview)
    return [preview for preview in found if preview.isVisible()]


def the_preview(person: Person) -> ImportPreview:
    """The one preview that is open, once it has the keyboard."""
    person.until(lambda: previews(person) and previews(person)[0].isActiveWindow())
    (preview,) = previews(person)
    return preview


def titles(person: Person) -> list[str]:
    library = person.window.library
    return sorted(paper.title for paper in library.papers(library.list_ids(ALL)))


def shown_rows(preview: ImportPreview) -> list[tuple[str, str]]:
    model = preview.model
    return [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]


def drop_text(person: Person, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    person.drop(data)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_the_buttons_of_an_empty_library_are_pressed_by_enter(empty: Person) -> None:
    empty.press("Tab")
    empty.press("Tab")
    empty.press("Return")
    assert the_preview(empty).isVisible()


def test_a_dropped_file_is_shown_then_imported(empty: Person, tmp_path: Path) -> None:
    empty.drop_file(write(tmp_path, "april.txt", SAMPLE_TEXT))
    preview = the_preview(empty)
    assert shown_rows(preview) == [(FERNS, "new"), (GULLS, "new")]
    assert preview.summary.text().startswith("2 papers · 2 new")
    assert titles(empty) == []
    empty.press("Return")
    assert titles(empty) == [FERNS, GULLS]
    assert empty.window.toast.text.text().startswith("Imported “")
    assert empty.focused is empty.window.list.view


def test_dropped_text_is_imported(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    the_preview(empty)
    empty.press("Return")
    assert titles(empty) == [FERNS, GULLS]


@DRESSES
def test_the_words_of_the_welcome_are_whole_in_large_text(empty: Person) -> None:
    empty.window.resize(1024, 680)
    empty.theme.set_scale(2.0)
    empty.settle()
    for label in empty.window.welcome.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_pasting_into_the_welcome_imports(empty: Person) -> None:
    copied = QMimeData()
    copied.setText(SAMPLE_TEXT)
    QGuiApplication.clipboard().setMimeData(copied)
    empty.press("Ctrl+V")
    the_preview(empty)
    empty.press("Return")
    assert titles(empty) == [FERNS, GULLS]


def test_esc_imports_nothing(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    the_preview(empty)
    empty.press("Esc")
    empty.until(lambda: not previews(empty))
    assert titles(empty) == []
    assert empty.window.library.history() == []


def test_an_unticked_row_is_left_out(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    preview = the_preview(empty)
    table = preview.findChild(QTableView)
    assert isinstance(table, QTableView)
    empty.press("Shift+Tab")
    empty.press("Shift+Tab")
    assert empty.focused is table
    table.setCurrentIndex(preview.model.index(0, 0))
    empty.press("Space")
    preview.import_button.setFocus()
    empty.press("Return")
    assert titles(empty) == [GULLS]


def test_nothing_ticked_cannot_be_imported(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    preview = the_preview(empty)
    empty.press("Shift+Tab")
    empty.press("Shift+Tab")
    for row in range(2):
        preview.findChild(QTableView).setCurrentIndex(preview.model.index(row, 0))
        empty.press("Space")
    assert not preview.import_button.isEnabled()
    empty.press("Return")
    assert previews(empty) == [preview]
    assert empty.window.library.digests() == []


def test_the_title_can_be_changed(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    preview = the_preview(empty)
    preview.title_field.setFocus()
    preview.title_field.selectAll()
    empty.type("Papers of a <b>slow</b> day\n")
    empty.settle()
    assert [digest.title for digest in empty.window.library.digests()] == [
        "Papers of a <b>slow</b> day"
    ]


def test_the_same_bytes_cannot_be_imported_again(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    the_preview(empty)
    empty.press("Return")
    empty.until(lambda: not previews(empty))
    drop_text(empty, SAMPLE_TEXT)
    preview = the_preview(empty)
    assert preview.summary.text().startswith("Already imported on ")
    assert not preview.import_button.isEnabled()
    empty.press("Return")
    assert len(empty.window.library.history()) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("page.html", b"<!doctype html><html><body><p>Hello</p></body></html>"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("letter.txt", b"Dear Ada, how are the anemones? Yours, Bruno"),
    ],
)
def test_what_is_no_digest_is_refused_in_words(
    person: Person, sample: Library, tmp_path: Path, name: str, content: bytes
) -> None:
    with pytest.raises(DigestError) as refusal:
        sample.read_digest(content, name)
    before = user_data(sample.folder)
    person.drop_file(write(tmp_path, name, content))
    person.until(person.window.toast.isVisible)
    assert person.window.toast.text.text() == " ".join(str(refusal.value).split())
    assert not previews(person)
    assert user_data(sample.folder) == before


def test_a_file_that_is_gone_is_said(person: Person, tmp_path: Path) -> None:
    person.drop_file(tmp_path / "gone.txt")
    person.until(person.window.toast.isVisible)
    assert person.window.toast.text.text() == "gone.txt cannot be read: No such file or directory."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_pipe_is_not_waited_for(person: Person, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    person.drop_file(tmp_path / "pipe")
    assert "pipe" in person.window.toast.text.text()
    (tmp_path / "links.txt").write_text("https://arxiv.org/abs/2312.00752\n")
    person.drop_file(tmp_path)
    assert the_preview(person).model.rowCount() == 1


def test_nothing_copied_is_said(person: Person) -> None:
    QGuiApplication.clipboard().clear()
    person.press("Ctrl+V")
    assert "no text to import" in person.window.toast.text.text()


def test_several_files_come_one_after_the_other(empty: Person, tmp_path: Path) -> None:
    files = [
        write(tmp_path, "one.txt", SAMPLE_TEXT),
        write(tmp_path, "bad.pdf", b"%PDF-1.7\n"),
        write(tmp_path, "two.txt", LINKS),
    ]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    empty.drop(data)
    first = the_preview(empty)
    assert shown_rows(first)[0] == (FERNS, "new")
    empty.press("Return")
    empty.until(lambda: previews(empty) and previews(empty) != [first])
    second = the_preview(empty)
    assert len(shown_rows(second)) == 2
    empty.press("Return")
    empty.until(lambda: not previews(empty))
    empty.settle()
    assert len(titles(empty)) == 4


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_another_format_reads_it_again_before_the_next_file(empty: Person, tmp_path: Path) -> None:
    empty.window.importing.files(
        [write(tmp_path, "one.txt", LINKS), write(tmp_path, "two.txt", SAMPLE_TEXT)]
    )
    first = the_preview(empty)
    assert first.plan.digest.format == "links"
    box = first.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setFocus()
    empty.press("Up")
    empty.until(lambda: previews(empty) and previews(empty) != [first])
    again = the_preview(empty)
    assert again.plan.digest.format == "trending"
    empty.press("Esc")
    empty.until(lambda: previews(empty) and previews(empty) != [again])
    second = the_preview(empty)
    assert shown_rows(second) == [(FERNS, "new"), (GULLS, "new")]
    assert titles(empty) == []


def test_a_cancelled_reading_lets_the_next_file_in(
    empty: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, read = empty.window.library, empty.window.library.read_digests
    task_runs: list[str] = []

    def slow(
        data: bytes, name: str, *, format: str | None, cancelled: Callable[[], bool]
    ) -> list[Digest | Refused]:
        task_runs.append(name)
        while name == "one.txt" and not cancelled():
            time.sleep(0.005)
        return read(data, name, format=format, cancelled=cancelled)

    monkeypatch.setattr(library, "read_digests", slow)
    empty.window.importing.files(
        [write(tmp_path, "one.txt", LINKS), write(tmp_path, "two.txt", SAMPLE_TEXT)]
    )
    empty.until(lambda: task_runs == ["one.txt"])
    empty.until(empty.window.status_line.cancel.isVisible)
    QTest.mouseClick(empty.window.status_line.cancel, Qt.MouseButton.LeftButton)
    preview = the_preview(empty)
    assert shown_rows(preview)[0] == (FERNS, "new")


def long_digest(papers: int) -> str:
    words = ["ferns", "gulls", "chips", "maps", "clouds", "bridges", "donkeys", "anemones"]
    texts = (
        f"On the {words[n % 8].title()} and {words[n // 8 % 8].title()} of Island Number {n}\n\n"
        f"We walk around island {n} and count what grows there, twice a day for a year, with a "
        "ruler and much patience. The counts agree with each other, and the islands do not mind."
        for n in range(papers)
    )
    return "Apr 28\n\n" + "\n\n".join(texts) + "\n"


def test_a_cancelled_import_leaves_nothing(empty: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    library, import_digest = empty.window.library, empty.window.library.import_digest

    def cancelled_midway(digest: Digest, entries: object, progress: Callable[..., None]) -> object:
        def report(done: int, total: int) -> None:
            if done:
                empty.window.status_line._cancel()  # as its button does
            progress(done, total)

        return import_digest(digest, entries, report)  # type: ignore[arg-type]

    monkeypatch.setattr(library, "import_digest", cancelled_midway)
    drop_text(empty, long_digest(1200))
    preview = the_preview(empty)
    assert preview.model.rowCount() == 1200
    empty.press("Return")
    assert titles(empty) == []
    assert library.digests() == []
    assert library.history() == []
    assert not empty.window.status_line.cancel.isVisible()


def test_the_window_answers_during_a_long_import(empty: Person) -> None:
    drop_text(empty, long_digest(3000))
    the_preview(empty)
    heard: list[Changes] = []
    empty.window.events.changed.connect(heard.append)
    beats = [time.perf_counter()]
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()
    empty.press("Return")
    empty.until(lambda: len(empty.window.list.model.ids) == 3000)
    heart.stop()
    assert heard[0].label.startswith("Imported")
    assert len(beats) > 10
    # Machines of tests are busy; what the person feels is measured by `make bench`.
    assert max(after - before for before, after in pairwise(beats)) < 1.0


def test_a_title_can_be_mended_in_its_place(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    preview = the_preview(empty)
    model = preview.model
    assert model.setData(model.index(0, 0), "  Ferns Count in\nThrees ")
    assert not model.setData(model.index(1, 0), "   ")
    preview.import_button.setFocus()
    empty.press("Return")
    assert titles(empty) == ["Ferns Count in Threes", GULLS]


def test_the_date_of_a_digest_can_be_changed_and_must_be_a_day(empty: Person) -> None:
    drop_text(empty, SAMPLE_TEXT)
    preview = the_preview(empty)
    preview.date_field.setFocus()
    preview.date_field.selectAll()
    empty.type("2026-13-77")
    assert not preview.import_button.isEnabled()
    preview.date_field.selectAll()
    empty.type("2026-02-03")
    assert preview.import_button.isEnabled()
    empty.press("Return")
    [digest] = empty.window.library.digests()
    assert str(digest.date) == "2026-02-03"


def test_a_copied_page_is_read_with_its_links(empty: Person) -> None:
    data = QMimeData()
    data.setText("Anemones that Attend to One Another\nBridges That Remember Their Walkers\n")
    data.setHtml(
        "<a href='https://arxiv.org/abs/2401.00001'>Anemones that Attend to One Another</a> "
        "<a href='https://arxiv.org/abs/2401.00002'>Bridges That Remember Their Walkers</a>"
    )
    empty.drop(data)
    preview = the_preview(empty)
    assert [len(entry.identifiers) for entry in preview.chosen()] == [1, 1]


def test_of_several_files_all_that_are_refused_are_named(empty: Person, tmp_path: Path) -> None:
    files = [
        write(tmp_path, "empty.txt", ""),
        write(tmp_path, "letter.txt", "Dear Ada, how are the anemones?"),
        write(tmp_path, "april.txt", SAMPLE_TEXT),
        write(tmp_path, "blank.txt", " "),
    ]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    empty.drop(data)
    the_preview(empty)
    toast = empty.window.toast
    assert toast.text.text() == "Not understood: empty.txt, letter.txt. This file is empty."
    empty.press("Esc")
    empty.until(lambda: "blank.txt" in toast.text.text())
    assert toast.text.text() == "Not understood: blank.txt. There is no text in this file."


def test_a_dragged_link_is_imported_by_its_address(empty: Person) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://arxiv.org/abs/2401.00001")])
    empty.drop(data)
    [entry] = the_preview(empty).chosen()
    assert entry.identifiers[0].value == "2401.00001"


def test_an_archive_asks_about_one_digest_after_the_other(empty: Person, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("april.txt", SAMPLE_TEXT)
        archive.writestr("letter.txt", "Dear Ada, how are you?")
        archive.writestr("links.txt", LINKS)
    empty.drop_file(tmp_path / "all.zip")
    first = the_preview(empty)
    assert shown_rows(first) == [(FERNS, "new"), (GULLS, "new")]
    empty.press("Return")
    empty.until(lambda: previews(empty) and previews(empty)[0] is not first)
    second = the_preview(empty)
    assert second.model.rowCount() == 2
    empty.press("Return")
    assert len(titles(empty)) == 4


def test_the_first_of_an_archive_that_is_refused_is_named(empty: Person, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("blank.txt", "")
        archive.writestr("letter.txt", "Dear Ada, how are you?")
        archive.writestr("links.txt", LINKS)
    empty.drop_file(tmp_path / "all.zip")
    the_preview(empty)
    said = empty.window.toast.text.text()
    assert said.startswith("Not understood: blank.txt, letter.txt."), said


def test_a_folder_is_imported_file_by_file(empty: Person, tmp_path: Path) -> None:
    (tmp_path / "digests").mkdir()
    write(tmp_path / "digests", "april.txt", SAMPLE_TEXT)
    empty.drop_file(tmp_path / "digests")
    the_preview(empty)
    empty.press("Return")
    assert titles(empty) == [FERNS, GULLS]


class TestManyAtOnce:
    def files(self, folder: Path) -> list[Path]:
        return [
            write(folder, "april.txt", SAMPLE_TEXT),
            write(folder, "bad.pdf", b"%PDF-1.7\n"),
            write(folder, "links.txt", LINKS),
            write(folder, "more.txt", LINKS + "arXiv:2401.00009\n"),
        ]

    def test_are_imported_without_being_asked_about_each(
        self, empty: Person, tmp_path: Path
    ) -> None:
        empty.window.importing.files(self.files(tmp_path))
        first = the_preview(empty)
        assert first.all_button.isVisible()
        assert first.all_button.text() == "Import all 4"
        empty.press("Ctrl+Return")
        empty.until(lambda: "Not understood" in empty.window.toast.text.text())
        assert empty.window.toast.text.text() == (
            "3 digests imported with 5 papers that are new, 2 known already. "
            "Not understood: bad.pdf. This is a PDF, not a list of papers."
        )
        assert not previews(empty)
        assert len(titles(empty)) == 5
        assert len(empty.window.library.history()) == 3

    def test_the_next_ones_are_asked_about_again(self, empty: Person, tmp_path: Path) -> None:
        empty.window.importing.files(self.files(tmp_path))
        the_preview(empty)
        empty.press("Ctrl+Return")
        empty.until(lambda: "Not understood" in empty.window.toast.text.text())
        empty.drop_file(write(tmp_path, "later.txt", "arXiv:2401.00010\n"))
        preview = the_preview(empty)
        assert not preview.all_button.isVisible()
        empty.press("Esc")
        assert len(titles(empty)) == 5

    def test_what_is_dropped_meanwhile_is_asked_about(self, empty: Person, tmp_path: Path) -> None:
        empty.window.importing.files(self.files(tmp_path))
        first = the_preview(empty)
        first.all_button.click()
        empty.window.importing.files([write(tmp_path, "later.txt", "arXiv:2401.00010\n")])
        empty.until(lambda: previews(empty) and previews(empty) != [first])
        preview = the_preview(empty)
        assert [entry.identifiers[0].value for entry in preview.chosen()] == ["2401.00010"]
        empty.settle()
        assert len(titles(empty)) == 5
        empty.press("Return")
        assert len(titles(empty)) == 6

    def test_imported_before_are_counted(self, empty: Person, tmp_path: Path) -> None:
        for _ in range(2):
            empty.window.toast.hide()
            empty.window.importing.files(self.files(tmp_path)[::2])
            the_preview(empty)
            empty.press("Ctrl+Return")
            empty.until(lambda: "imported" in empty.window.toast.text.text())
            empty.until(lambda: not previews(empty))
            empty.settle()
        empty.until(lambda: "2 digests imported before" in empty.window.toast.text.text())
        assert len(empty.window.library.history()) == 2


def test_what_was_repaired_is_said_entry_by_entry(empty: Person, tmp_path: Path) -> None:
    broken = "@article{a, title={Ferns Count}, author={A, B}}\n@article{b, title={Gulls\n"
    empty.drop_file(write(tmp_path, "half.bib", broken))
    preview = the_preview(empty)
    box = preview.findChild(QPlainTextEdit, "warnings")
    assert isinstance(box, QPlainTextEdit)
    assert "Line 2: this entry is not whole" in box.toPlainText()
    assert "1 passed over or repaired" in preview.summary.text()


def test_the_row_at_hand_is_shown_with_what_the_digest_says_of_it(
    empty: Person, tmp_path: Path
) -> None:
    drop_text(empty, SAMPLE_TEXT)
    preview = the_preview(empty)
    assert preview.detail.text().startswith("A fern repeats itself")
    empty.press("Shift+Tab")
    empty.press("Shift+Tab")
    empty.press("Down")
    assert preview.detail.text().startswith("We introduce a benchmark")


def test_the_window_answers_while_a_hostile_digest_is_cut_off(
    person: Person, sample: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Allowance, "for_data", staticmethod(lambda _data: Allowance(600_000_000, 1))
    )
    hostile = write(tmp_path, "never.bib", HOSTILE["entries never closed"](400_000))
    before = user_data(sample.folder)
    person.window.importing.files([hostile])
    for _ in range(3):  # triage goes on meanwhile
        QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_J)
    person.until(lambda: person.window.navigation.current is not None)
    person.until(person.window.toast.isVisible)
    assert "took more than 1 seconds" in person.window.toast.text.text()
    assert person.window.navigation.selected == (4,)
    assert user_data(sample.folder) == before
