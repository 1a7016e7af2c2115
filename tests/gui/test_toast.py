"""The message over the window's foot: as few lines as can be, and none of them nearly empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics

from reader.gui.sentences import balanced_width, with_shorter_title
from reader.library import Library
from tests.gui.conftest import Person
from tests.gui.watchdog import DRESSES
from tests.libraries.papers import digest, entry

LONG = "Reconstruction versus Generation: Taming Optimization Dilemmas in Latent Diffusion Models"


@pytest.fixture
def at_long_title(person: Person, library: Library) -> Person:
    library.import_digest(digest([entry(LONG)]))
    person.settle()
    person.press("G, L")
    person.press("End")
    assert person.current_title == LONG
    return person


@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(900, 600)], ids=["large", "small"])
def test_a_long_title_is_cut_so_that_the_message_is_one_line(
    at_long_title: Person, size: QSize
) -> None:
    person = at_long_title
    person.window.resize(size)
    toast = person.window.toast
    for key in ("S", "S", "Z", "X"):
        person.press(key)
        said = toast.text.text()
        assert "“Reconstruction versus Gen" in said
        assert "…”" in said
        line = toast.text.fontMetrics().height()
        assert toast.text.heightForWidth(toast.text.width()) < 2 * line
        assert toast.text.width() >= toast.text.fontMetrics().horizontalAdvance(said)
        assert toast.width() <= 640


def test_a_longer_message_has_lines_of_one_length(qapp: object, person: Person) -> None:
    metrics = QFontMetrics(person.window.toast.text.font())
    words = "The folder of the notes cannot be written to any more"
    whole = metrics.horizontalAdvance(words)
    assert balanced_width(words, metrics, 1000) == whole + 1
    # A few letters too many for one line: two, and each about half of it.
    assert whole / 2 <= balanced_width(words, metrics, whole - 8) < whole * 0.7


def test_what_has_no_title_or_little_room_for_it_is_left_whole(person: Person) -> None:
    metrics = QFontMetrics(person.window.toast.text.font())
    plain = "There is nothing to redo, and this is said at length."
    assert with_shorter_title(plain, metrics, 100) == plain
    titled = "The folder of the notes cannot be written to any more: “papers”"
    assert with_shorter_title(titled, metrics, 300) == titled
    after = "” marked read, and this is said at some length"
    room = metrics.horizontalAdvance(f"“{after}") + 60
    assert with_shorter_title(f"“{LONG}{after}", metrics, room) == f"“{LONG}{after}"
    cut = with_shorter_title(f"“{LONG}{after}", metrics, room, by_half=False)
    assert cut.endswith(f"…{after}")
    assert metrics.horizontalAdvance(cut) <= room


@DRESSES
def test_the_message_grows_with_the_text(at_long_title: Person) -> None:
    person = at_long_title
    person.theme.set_scale(2.0)
    person.press("S")
    toast = person.window.toast
    assert toast.width() > 640
    assert person.window.rect().contains(toast.geometry())


def test_it_does_not_lie_on_the_control_with_the_focus(person: Person, library: Library) -> None:
    window = person.window
    library.import_digest(digest([entry("Long Winded", abstract="Words and more words. " * 60)]))
    person.press("G, L")
    person.press("End")
    person.press("N")
    note = window.paper.note

    def place() -> QRect:
        return QRect(note.mapTo(window, QPoint(0, 0)), note.size())

    window.resize(window.width(), place().center().y() + 76)
    person.press("Esc")
    person.press("S")
    toast = window.toast
    assert toast.geometry().intersects(place())
    person.press("N")
    person.until(lambda: not toast.geometry().intersects(place()))
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry())
    person.press("Esc")
    person.until(lambda: toast.geometry().intersects(place()))


def test_undo_beside_a_message_never_takes_back_what_was_written_since(
    person: Person, sample: Library
) -> None:
    toast = person.window.toast
    person.press("X")
    person.press("N")
    written = person.window.navigation.current
    assert written is not None
    person.type("Mine.")
    person.until(lambda: sample.paper(written).note.text == "Mine.")
    person.settle()
    assert not toast.isVisible()
    person.press("Esc")
    person.press("Z")
    assert toast.isVisible()
    assert sample.paper(written).note.text == ""


def test_undo_after_an_offer_is_undo(person: Person, sample: Library) -> None:
    taken: list[str] = []
    toast = person.window.toast
    toast.offer("A conflict", "Decide…", lambda: taken.append("decide"))
    current = person.window.navigation.current
    assert current is not None
    person.press("Shift+N")
    person.type("A line")
    person.press("Return")
    assert sample.paper(current).note.text == "A line"
    toast.button.click()
    person.settle()
    assert taken == []
    assert sample.paper(current).note.text == ""
