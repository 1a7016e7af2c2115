"""``[[`` completes papers, and under a note stands what links to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.model import LinkChoice, ListKind, PaperFields, PaperList, Status
from tests.gui.conftest import Person
from tests.libraries.papers import digest

ANEMONES, BRIDGES, CLOUDS = 1, 2, 3
TITLE_OF_BRIDGES = "Bridges That Remember Their Walkers"


def write(person: Person, text: str) -> list[str]:
    """Types into the note; returns what is offered then."""
    if person.focused is not person.window.paper.note:
        person.press("N")
    person.type(text)
    person.settle()
    return offered(person)


def offered(person: Person) -> list[str]:
    """The titles in the list, none when it is closed."""
    found = person.window.paper.notes.linking.list
    if not found.isVisible():
        return []
    return [found.item(row).text() for row in range(found.count())]


def text_of(person: Person) -> str:
    return person.window.paper.note.toPlainText()


# --- Completing ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Return", "Tab"])
def test_two_brackets_offer_papers_and_a_key_takes_the_best(person: Person, key: str) -> None:
    assert len(write(person, "see [[")) == 5
    assert write(person, "walk bri") == [f"{TITLE_OF_BRIDGES} · 2023"]
    QTest.keyClick(person._active_window(), getattr(Qt.Key, f"Key_{key}"))
    assert text_of(person) == f"see [[{TITLE_OF_BRIDGES}]]"
    assert offered(person) == []
    person.type(" again")
    assert text_of(person) == f"see [[{TITLE_OF_BRIDGES}]] again"
    assert person.focused is person.window.paper.note


def test_taking_is_one_step_to_undo(person: Person) -> None:
    write(person, "see [[bri")
    person.press("Return")
    person.press("Ctrl+Z")
    assert text_of(person) == "see [[bri"


def test_arrows_choose_and_letters_write_on(person: Person) -> None:
    titles = write(person, "[[a")
    assert len(titles) > 2
    person.press("Down")
    person.press("Down")
    person.press("Up")
    person.press("Return")
    assert text_of(person) == f"[[{titles[1].split(' · ')[0]}]]"


def test_a_click_takes(person: Person) -> None:
    write(person, "[[cloud")
    found = person.window.paper.notes.linking.list
    at = found.visualItemRect(found.item(0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert text_of(person) == "[[Clouds as Compression: Lossy Weather for Lossless Days]]"
    assert person.focused is person.window.paper.note


def test_esc_closes_the_list_first(person: Person) -> None:
    write(person, "[[bri")
    person.press("Esc")
    assert offered(person) == []
    assert person.focused is person.window.paper.note
    person.press("Esc")
    assert person.focused is person.window.list.view


@pytest.mark.parametrize(
    "text", ["[[no such words", "[[bri]]", "[bri", "`[[bri", "\\[[bri", "[[bri|the"]
)
def test_nothing_is_offered_where_no_link_is_written(person: Person, text: str) -> None:
    assert write(person, text) == []
    person.press("Return")
    assert text_of(person) == text + "\n"


def test_brackets_that_are_there_already_are_used(person: Person) -> None:
    write(person, "[[]] end")
    for _ in range(len("]] end")):
        person.press("Left")
    assert write(person, "walk")
    person.press("Return")
    assert text_of(person) == f"[[{TITLE_OF_BRIDGES}]] end"


def test_the_list_stays_beside_the_line_when_the_page_grows_above_it(
    person: Person, sample: Library
) -> None:
    write(person, "[[bri")
    before = distance_of_list(person)
    current = person.window.navigation.current
    assert current is not None
    sample.add_tags([current], [f"one/of/many/long/tags/{n}" for n in range(9)])
    person.settle()
    assert offered(person)
    assert distance_of_list(person) == before


def distance_of_list(person: Person) -> int:
    """The pixels from the list to the line that is written, or from the line to the list."""
    note, found = person.window.paper.note, person.window.paper.notes.linking.list
    line = note.cursorRect().translated(note.viewport().mapTo(person.window, QPoint(0, 0)))
    return max(line.top() - found.geometry().bottom(), found.geometry().top() - line.bottom())


def test_going_elsewhere_closes_the_list(person: Person) -> None:
    assert write(person, "[[bri")
    person.press("Left")
    assert offered(person) == []
    assert write(person, "b") == []  # in the middle of a word: nothing begins with "brbi"
    person.press("Ctrl+Return")
    assert offered(person) == []


def test_a_late_answer_is_passed_over(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    linking = person.window.paper.notes.linking
    answers: list[Callable[[], None]] = []

    def later(_work: object, done: Callable[[list[LinkChoice]], None], *_: str, **__: bool) -> None:
        choice = LinkChoice(BRIDGES, TITLE_OF_BRIDGES, None, "[[x]]")
        answers.append(lambda: done([choice]))

    person.press("N")
    monkeypatch.setattr(linking._jobs, "query", later)
    person.type("[[b ")
    answers[0]()
    assert offered(person) == []
    answers[-1]()
    assert offered(person) == [TITLE_OF_BRIDGES]


def test_the_list_stays_in_the_window(person: Person) -> None:
    window = person.window
    window.resize(1024, 680)
    person.settle()
    write(person, "\n" * 30 + "[[")
    found = window.paper.notes.linking.list
    assert found.isVisible()
    assert window.rect().contains(found.geometry())
    line = window.paper.note.cursorRect()
    at = window.paper.note.viewport().mapTo(window, line.center())
    assert not found.geometry().contains(at)
    assert at.y() - line.height() - 12 < found.geometry().bottom() < at.y()
    assert window.paper.page.geometry().bottom() >= window.paper.page.mapFrom(window, at).y()
    assert found.accessibleName() == "Papers to link to"


# --- What links here ----------------------------------------------------------------------------


def go_to(person: Person, paper: int) -> None:
    person.window.going.to_paper(paper)
    person.settle()
    assert person.window.navigation.current == paper


def linking(person: Person) -> list[str]:
    shown = person.window.paper.notes.linked_from
    return [link.text() for link in shown.links] if shown.isVisible() else []


def test_what_links_here_is_listed_and_followed(person: Person, sample: Library) -> None:
    go_to(person, BRIDGES)
    assert linking(person) == []
    sample.set_note(CLOUDS, f"[[{TITLE_OF_BRIDGES}]]")
    title = sample.paper(CLOUDS).title
    person.until(lambda: linking(person) == [title])
    [link] = person.window.paper.notes.linked_from.links
    assert link.accessibleName() == f"Go to {title}"
    link.setFocus()
    person.press("Return")
    assert person.window.navigation.current == CLOUDS
    assert person.focused is person.window.list.view
    assert linking(person) == []


def test_a_click_goes_to_a_paper_of_another_list(person: Person, sample: Library) -> None:
    sample.set_note(CLOUDS, f"[[{TITLE_OF_BRIDGES}]]")
    sample.set_status([CLOUDS], Status.READ)
    person.settle()
    go_to(person, BRIDGES)
    [link] = person.window.paper.notes.linked_from.links
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    person.settle()
    assert person.window.navigation.list == PaperList(ListKind.ALL)
    assert person.window.navigation.current == CLOUDS
    assert person.current_title == sample.paper(CLOUDS).title


def test_links_from_elsewhere_follow_titles_and_deletion(person: Person, sample: Library) -> None:
    sample.set_note(CLOUDS, f"[[{TITLE_OF_BRIDGES}]]")
    go_to(person, BRIDGES)
    sample.edit_paper(CLOUDS, PaperFields(title="Rain"))
    person.until(lambda: linking(person) == ["Rain"])
    sample.delete_papers([CLOUDS])
    person.until(lambda: linking(person) == [])


def test_a_corrected_title_rewrites_the_note_that_is_open(person: Person, sample: Library) -> None:
    sample.set_note(ANEMONES, f"[[{TITLE_OF_BRIDGES}]]")
    person.until(lambda: text_of(person) == f"[[{TITLE_OF_BRIDGES}]]")
    sample.edit_paper(BRIDGES, PaperFields(title="Tunnels"))
    person.until(lambda: text_of(person) == "[[Tunnels]]")
    person.press("Z")
    assert sample.paper(BRIDGES).title == TITLE_OF_BRIDGES
    assert sample.paper(ANEMONES).note.text == f"[[{TITLE_OF_BRIDGES}]]"


def test_many_links_and_long_titles_find_room(person: Person, sample: Library) -> None:
    titles = [f"{number:02} & " + "a very long title " * 20 for number in range(25)]
    sample.import_digest(digest(titles, title="Long ones"))
    for paper in range(6, 31):
        sample.set_note(paper, f"[[{TITLE_OF_BRIDGES}]]")
    person.settle()
    go_to(person, BRIDGES)
    shown = person.window.paper.notes.linked_from
    person.until(lambda: len(shown.links) == 20)
    assert shown._more.text() == "and 5 more"
    person.settle()
    assert all(link.width() <= shown.width() for link in shown.links)
    assert shown.links[0].text().startswith("00 && a very long")
    assert shown.links[0].text().endswith("…")
    assert shown.links[0].toolTip().startswith("00 & a very long title")


def test_writing_says_nothing_but_its_undo_does(person: Person) -> None:
    write(person, "slow")
    person.press("Esc")
    assert not person.window.toast.isVisible()
    assert person.window.status_line.saved.text() == "All changes saved"
    person.press("Z")
    assert person.window.toast.text.text().startswith("Undone: Edited the note of")
