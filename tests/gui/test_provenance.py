"""The foot of the paper: in which digests it appeared, and where each field came from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.gui.paper.editing import EditDialog
from reader.library import Library
from reader.model import ListKind, PaperFields, PaperList
from tests.gui.conftest import Person
from tests.libraries.papers import ANEMONES, digest, entry


@pytest.fixture
def twice(open_window: Callable[[Library], Person], sample: Library) -> Person:
    """Somebody looking at a paper that two digests named, and whose year they corrected."""
    again = entry("Anemones", identifiers=(ANEMONES,))
    sample.import_digest(digest(["Else", again], title="A <b>later</b> & longer digest of a day"))
    paper = sample.paper(1)
    sample.edit_paper(1, PaperFields(paper.title, paper.authors, 1999, "", paper.abstract))
    person = open_window(sample)
    person.press("G, L")
    person.window.list.view.go_to(list(person.window.list.model.ids).index(1))
    person.settle()
    return person


def words(person: Person) -> list[str]:
    return [label.text() for label in person.window.paper.provenance.findChildren(QLabel)]


def buttons(person: Person) -> list[QPushButton]:
    return person.window.paper.provenance.findChildren(QPushButton)


def test_names_every_digest_and_what_it_gave(twice: Person) -> None:
    assert words(twice) == [
        "28 Apr · entry 1 · gave title, authors, abstract",
        "28 Apr · entry 2",
        "You gave year, venue",
    ]
    assert [button.text() for button in buttons(twice)] == [
        "Trending inventions",
        "A <b>later</b> && longer digest o…",
    ]


def test_a_digest_leads_to_its_list(twice: Person) -> None:
    twice.window.paper.page.ensureWidgetVisible(buttons(twice)[1])
    QTest.mouseClick(buttons(twice)[1], Qt.MouseButton.LeftButton)
    twice.settle()
    assert twice.window.navigation.list == PaperList(ListKind.DIGEST, "2")
    assert 1 in twice.window.list.model.ids


def test_many_digests_are_counted(
    open_window: Callable[[Library], Person], sample: Library
) -> None:
    for day in range(12):
        again = entry("Anemones", identifiers=(ANEMONES,), line=day)
        sample.import_digest(digest([again], title=f"Day {day}"))
    person = open_window(sample)
    person.press("G, L")
    person.window.list.view.go_to(list(person.window.list.model.ids).index(1))
    person.settle()
    assert len(buttons(person)) == 8
    assert "and 5 more" in words(person)


class TestCorrecting:
    def dialog(self, person: Person) -> EditDialog:
        person.press("F2")
        person.until(lambda: person.window.findChild(EditDialog) is not None)
        dialog = person.window.findChild(EditDialog)
        assert isinstance(dialog, EditDialog)
        person.until(dialog.isActiveWindow)
        return dialog

    def test_all_fields_by_keys(self, twice: Person) -> None:
        self.dialog(twice)
        twice.type("Anemones")
        twice.press("Tab")
        twice.press("Ctrl+A")
        twice.type("Ada Tide\nBo Reef")
        twice.press("Tab")
        twice.type("2001")
        twice.press("Tab")
        twice.type("Bays")
        twice.press("Tab")
        twice.press("Ctrl+A")
        twice.type("Short.")
        twice.press("Ctrl+Return")
        paper = twice.window.library.paper(1)
        assert (paper.title, paper.authors, paper.year) == (
            "Anemones",
            ("Ada Tide", "Bo Reef"),
            2001,
        )
        assert (paper.venue, paper.abstract) == ("Bays", "Short.")
        assert "You gave title, authors, year, venue, abstract" in words(twice)

    def test_without_a_title_or_with_no_year_cannot_be_saved(self, twice: Person) -> None:
        dialog = self.dialog(twice)
        twice.press("Backspace")
        assert not dialog.save.isEnabled()
        twice.type("A")
        assert dialog.save.isEnabled()
        dialog.year.setFocus()
        twice.type("soon")
        assert not dialog.save.isEnabled()
        twice.press("Ctrl+Return")
        assert dialog.isVisible()
        twice.press("Esc")
        assert twice.window.library.paper(1).title.startswith("Attention")

    def test_what_was_typed_is_kept_when_the_window_closes_over_it(self, twice: Person) -> None:
        dialog = self.dialog(twice)
        twice.type("Anemones at Last")
        twice.window.close()
        assert not dialog.isVisible()
        assert twice.window.library.paper(1).title == "Anemones at Last"

    def test_what_came_meanwhile_stays(self, twice: Person) -> None:
        library = twice.window.library
        self.dialog(twice)
        twice.type("Anemones at Last")
        paper = library.paper(1)
        fields = PaperFields(paper.title, ("Somebody Else",), 1999, "", paper.abstract)
        library.edit_paper(1, fields)
        twice.press("Return")
        paper = library.paper(1)
        assert (paper.title, paper.authors) == ("Anemones at Last", ("Somebody Else",))


def test_an_endless_abstract_is_not_laid_out_and_stays(
    open_window: Callable[[Library], Person], sample: Library
) -> None:
    paper = sample.paper(1)
    endless = "word " * 40_000
    sample.edit_paper(1, PaperFields(paper.title, paper.authors, 1999, "", endless))
    person = open_window(sample)
    person.window.going.to_paper(1)
    person.settle()
    person.press("F2")
    dialog = person.window.findChild(EditDialog)
    assert isinstance(dialog, EditDialog)
    person.until(dialog.isActiveWindow)
    assert not dialog.abstract.isEnabled()
    dialog.title.setText("Another title")
    person.press("Ctrl+Return")
    person.settle()
    now = sample.paper(1)
    assert (now.title, now.abstract) == ("Another title", endless.strip())
