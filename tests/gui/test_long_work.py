"""Long work in the background: it is seen, it can be stopped, and nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.library import Library
from reader.model import ExportReport, Progress, Status
from tests.gui.conftest import Person


@pytest.fixture
def held() -> Iterator[threading.Event]:
    """What the long work waits for."""
    event = threading.Event()
    yield event
    event.set()


def test_papers_are_decided_and_notes_kept_while_others_are_exported(
    person: Person,
    sample: Library,
    held: threading.Event,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    export, begun = sample.export, threading.Event()

    def slow(folder: Path, ids: list[int], *, progress: Progress) -> ExportReport:
        begun.set()
        held.wait(20)
        return export(folder, ids, progress=progress)

    monkeypatch.setattr(sample, "export", slow)
    before = person.window.list.model.ids[0]
    person.window.exporting.into(tmp_path, [before])
    person.until(begun.is_set)
    person.type("x")
    person.until(lambda: before not in person.window.list.model.ids)
    assert sample.paper(before).status is Status.SKIPPED
    person.type("n")
    person.type("written meanwhile")
    current = person.window.navigation.current
    assert current is not None
    person.until(lambda: sample.paper(current).note.text == "written meanwhile")
    assert not held.is_set()
    held.set()
    person.settle()
    assert len(list(tmp_path.glob("2024 *.md"))) == 1


def test_a_note_typed_a_moment_ago_is_exported(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    person.press("N")
    person.type("just now")
    person.press("Ctrl+E")
    [file] = tmp_path.glob("2024 *.md")
    assert "just now" in file.read_text()


def test_when_the_newest_of_two_ends_the_other_is_shown_again(
    person: Person, held: threading.Event
) -> None:
    status, ended = person.window.status_line, threading.Event()

    def first(report: Progress, cancelled: Callable[[], bool]) -> None:
        report(3, 7)
        while not held.wait(0.005):
            report(3, 7)

    def second(report: Progress, cancelled: Callable[[], bool]) -> None:
        while not ended.wait(0.005):
            report(1, 2)

    person.window.jobs.task("Walking", first)
    person.window.jobs.task("Swimming", second)
    person.until(lambda: "1 of 2" in status.how_far.text())
    assert status.what.text() == "Swimming"
    ended.set()
    person.until(lambda: status.what.text() == "Walking")
    assert "3 of 7" in status.how_far.text()
    assert (status.bar.value(), status.bar.maximum()) == (3, 7)
    QTest.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    person.settle()
    assert not held.is_set()
    assert not status.bar.isVisible()
