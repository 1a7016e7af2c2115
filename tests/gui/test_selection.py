"""Several papers at once, and the tag editor, by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.library import Library
from reader.model import ListKind, PaperList, Status
from tests.gui.conftest import Person
from tests.gui.test_actions import everywhere
from tests.libraries.papers import digest


def select(person: Person, count: int) -> list[int]:
    """Selects the first papers of All."""
    ids = everywhere(person)
    for _ in range(count - 1):
        person.press("Shift+J")
    return ids[:count]


def chips(person: Person) -> list[tuple[str, bool]]:
    """The tags at the selected papers, and whether only some have them."""
    return [(chip.tag, chip.half) for chip in person.window.paper.several.tags.chips]


def test_the_pane_says_what_they_have_in_common(person: Person, sample: Library) -> None:
    ids = select(person, 3)
    sample.set_status(ids[:1], Status.READ)
    sample.set_starred(ids, True)
    sample.set_note(ids[0], "A note.")
    sample.add_tags(ids, ["shared"])
    sample.add_tags(ids[:1], ["own"])
    person.settle()
    several = person.window.paper.several
    assert several.heading.text() == "3 papers"
    facts = several.facts.text()
    assert facts.startswith("2 in the Inbox · 1 read · all starred · 1 with a note")
    assert chips(person) == [("shared", False), ("own", True)]


def test_a_tag_goes_on_all_of_them_and_off_again(person: Person, sample: Library) -> None:
    ids = select(person, 3)
    person.press("T")
    assert person.focused is person.window.paper.several.tags.field
    person.type("slow\n")
    person.settle()
    assert [paper.tags for paper in sample.papers(ids)] == [("slow",)] * 3
    assert person.window.navigation.selected == tuple(ids)
    person.press("Backspace")
    assert [paper.tags for paper in sample.papers(ids)] == [()] * 3


def test_backspace_leaves_alone_what_only_some_have(person: Person, sample: Library) -> None:
    ids = select(person, 2)
    sample.add_tags(ids[:1], ["own"])
    person.settle()
    person.press("T")
    person.press("Backspace")
    assert sample.paper(ids[0]).tags == ("own",)


def test_enter_on_a_half_tag_gives_it_to_all(person: Person, sample: Library) -> None:
    ids = select(person, 3)
    sample.add_tags(ids[:1], ["own"])
    person.settle()
    person.press("T")
    person.press("Tab")
    [chip] = person.window.paper.several.tags.chips
    assert person.focused is chip
    said = QAccessible.queryAccessibleInterface(chip)
    assert said.text(QAccessible.Text.Name) == "own"
    assert "1 of 3" in said.text(QAccessible.Text.Description)
    assert said.role() == QAccessible.Role.Button
    person.press("Return")
    assert [paper.tags for paper in sample.papers(ids)] == [("own",)] * 3
    assert chips(person) == [("own", False)]


def test_a_click_on_a_half_tag_gives_it_to_all_and_on_the_cross_takes_it_off(
    person: Person, sample: Library
) -> None:
    ids = select(person, 2)
    sample.add_tags(ids[:1], ["own"])
    person.settle()
    [chip] = person.window.paper.several.tags.chips
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    person.settle()
    assert chips(person) == [("own", False)]
    [chip] = person.window.paper.several.tags.chips
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    person.settle()
    assert chips(person) == [("own", False)]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, 10))
    person.settle()
    assert [paper.tags for paper in sample.papers(ids)] == [(), ()]


def test_the_cross_is_met_from_24_pixels_and_the_hand_says_so(
    person: Person, sample: Library
) -> None:
    paper = everywhere(person)[0]
    sample.add_tags([paper], ["a tag of some length"])
    person.settle()
    [chip] = person.window.paper.tags.chips
    shapes = {}
    for x in (8, chip.width() - 23):
        QTest.mouseMove(chip, QPoint(x, 10))
        shapes[x] = chip.cursor().shape()
    assert list(shapes.values()) == [
        Qt.CursorShape.ArrowCursor,
        Qt.CursorShape.PointingHandCursor,
    ]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    person.settle()
    assert sample.paper(paper).tags
    [chip] = person.window.paper.tags.chips
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 23, 10))
    person.settle()
    assert sample.paper(paper).tags == ()


def test_delete_on_a_tag_takes_off_the_tag_and_not_the_paper(
    person: Person, sample: Library
) -> None:
    paper = everywhere(person)[0]
    sample.add_tags([paper], ["one", "two"])
    person.settle()
    person.press("T")
    person.press("Shift+Tab")
    person.press("Del")
    assert sample.paper(paper).tags == ("one",)
    assert person.focused is person.window.paper.tags.chips[0]
    person.press("Backspace")
    assert sample.paper(paper).tags == ()
    assert person.focused is person.window.paper.tags.field


@pytest.mark.parametrize(
    ("action", "status"),
    [("paper.queue", Status.QUEUED), ("paper.skip", Status.SKIPPED)],
)
def test_the_buttons_act_on_all_and_show_their_keys(
    person: Person, sample: Library, action: str, status: Status
) -> None:
    ids = select(person, 3)
    [row] = [row for row in person.window.paper.several.rows if row.objectName() == action]
    assert row.accessibleDescription() in ("l", "x")
    row.setFocus()
    person.press("Space")
    assert {sample.paper(paper).status for paper in ids} == {status}


def test_export_of_several_takes_those(
    person: Person, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("exported")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    select(person, 2)
    person.press("Ctrl+E")
    assert person.window.toast.text.text().startswith("3 files written")
    assert len([*folder.rglob("*.md")]) == 3  # with the index


def test_one_paper_again_is_the_paper(person: Person) -> None:
    select(person, 2)
    assert not person.window.paper.tool_bar.isVisible()
    person.press("J")
    assert person.window.paper.stack.currentWidget() is person.window.paper.page
    assert person.window.paper.tool_bar.isVisible()


# --- Completion -----------------------------------------------------------------------------------


@pytest.fixture
def tagger(person: Person, sample: Library) -> Person:
    """Somebody in the tag field of a paper without tags, in a library with some."""
    sample.add_tags([2, 3], ["nlp"])
    sample.add_tags([2, 3, 4], ["nlp/tokens"])
    sample.add_tags([4], ["nlp/long-context", "vision"])
    ids = everywhere(person)
    person.window.list.view.go_to(ids.index(1))
    person.settle()
    person.press("T")
    return person


def offered(person: Person) -> list[str]:
    found = person.window.paper.tags.field.list
    return [found.item(row).text() for row in range(found.count())] if found.isVisible() else []


def test_tags_are_offered_the_most_used_first(tagger: Person) -> None:
    tagger.type("nl")
    assert offered(tagger) == ["nlp/tokens", "nlp", "nlp/long-context"]
    tagger.type("\b\b")
    assert offered(tagger) == []
    tagger.press("Down")
    assert offered(tagger)[0] == "nlp/tokens"


def test_arrows_choose_and_enter_adds(tagger: Person, sample: Library) -> None:
    tagger.type("nl")
    tagger.press("Down")
    tagger.press("Down")
    tagger.press("Up")
    tagger.press("Down")
    tagger.press("Return")
    assert sample.paper(1).tags == ("nlp",)
    assert tagger.window.paper.tags.field.text() == ""
    tagger.type("nl")
    assert offered(tagger) == ["nlp/tokens", "nlp/long-context"]


def test_enter_adds_what_is_written_where_nothing_is_chosen(
    tagger: Person, sample: Library
) -> None:
    tagger.type("nl")
    tagger.press("Return")
    assert sample.paper(1).tags == ("nl",)


def test_tab_completes_by_part_and_writes_on(tagger: Person, sample: Library) -> None:
    tagger.type("vis")
    tagger.press("Tab")
    assert tagger.window.paper.tags.field.text() == "vision"
    tagger.type(", n/lo")
    tagger.press("Tab")
    assert tagger.window.paper.tags.field.text() == "vision, nlp/long-context"
    tagger.press("Return")
    assert sample.paper(1).tags == ("nlp/long-context", "vision")


def test_esc_closes_the_list_first(tagger: Person) -> None:
    tagger.type("nl")
    tagger.press("Esc")
    assert offered(tagger) == []
    assert tagger.focused is tagger.window.paper.tags.field
    assert tagger.window.paper.tags.field.text() == "nl"
    tagger.press("Esc")
    assert tagger.focused is tagger.window.list.view
    assert tagger.window.paper.tags.field.text() == "", "what was not entered is given up"


def test_a_click_on_an_offer_adds_it(tagger: Person, sample: Library) -> None:
    tagger.type("vis")
    found = tagger.window.paper.tags.field.list
    place = found.visualItemRect(found.item(0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    tagger.settle()
    assert sample.paper(1).tags == ("vision",)


def test_many_tags_go_on_in_the_next_line(
    open_library: Callable[..., Library], open_window: Callable[[Library], Person]
) -> None:
    library = open_library()
    library.import_digest(digest(["A Paper of Many Tags"]))
    library.add_tags([1], [f"a tag of some length {at}" for at in range(30)])
    person = open_window(library)
    tags = person.window.paper.tags
    assert len(tags.chips) == 24
    assert tags.field.geometry().top() > tags.chips[0].geometry().bottom()
    right = tags.width()
    assert all(chip.geometry().right() <= right for chip in tags.chips)


def test_papers_stay_while_their_tags_are_edited_though_they_leave_the_list(
    person: Person, sample: Library
) -> None:
    sample.add_tags([1, 2, 3], ["old"])
    person.window.navigation.go(PaperList(ListKind.TAG, "old"))
    person.until(lambda: len(person.window.list.model.ids) == 3)
    person.settle()
    person.press("Home")
    person.press("Shift+J")
    first, second = person.window.navigation.selected
    person.press("T")
    person.press("Backspace")
    person.type("new\n")
    person.settle()
    assert sample.paper(first).tags == sample.paper(second).tags == ("new",)
    person.press("Esc")
    assert len(person.window.list.model.ids) == 1


def test_what_is_begun_in_the_tags_of_one_is_not_there_at_others(person: Person) -> None:
    person.press("T")
    person.type("for this one")
    person.press("Esc")
    if person.focused is not person.window.list.view:
        person.press("Esc")
    person.press("J")
    assert person.window.paper.tags.field.text() == ""
    person.press("Shift+J")
    person.press("T")
    person.type("for these two")
    person.press("Esc")
    person.press("Shift+J")
    assert person.window.paper.several.tags.field.text() == ""


def test_backspace_held_down_takes_back_letters_and_no_tags(
    person: Person, sample: Library
) -> None:
    sample.add_tags([1], ["first", "second"])
    person.press("T")
    person.type("xy")
    field = person.window.paper.tags.field
    for repeats in (False, True, True, True):
        kind, key = QEvent.Type.KeyPress, Qt.Key.Key_Backspace
        held = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\b", repeats)
        QApplication.sendEvent(field, held)
    person.settle()
    assert field.text() == ""
    assert sample.paper(1).tags == ("first", "second")
    person.press("Backspace")
    assert sample.paper(1).tags == ("first",)
