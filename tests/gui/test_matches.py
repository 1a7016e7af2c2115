"""Going from match to match in the open paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from reader.library import Library
from tests.gui.conftest import Person
from tests.gui.watchdog import Watchdog
from tests.libraries.papers import digest, entry

LONG = "Nothing of note is said here, at some length. " * 60


def marked(person: Person, field: str) -> list[tuple[str, str]]:
    """The marked words of a view, each with the colour under it."""
    view = getattr(person.window.paper, field)
    return [
        (one.cursor.selectedText(), one.format.background().color().name())
        for one in view.extraSelections()
    ]


def find(person: Person, query: str, paper: int) -> None:
    person.indexed()
    person.press("/")
    person.press("Ctrl+A")
    person.type(query)
    person.until(lambda: person.window.navigation.query == query)
    person.settle()
    assert list(person.window.list.model.ids) == [paper]


def paper_with(library: Library, note: str = "", **fields: str) -> None:
    library.import_digest(digest([entry("Waves 𝛼𝛽 waves", **fields)]))
    if note:
        library.set_note(1, note)


def test_steps_lead_through_title_abstract_and_note_and_round(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    paper_with(library, "A note on 𝛾 waves.", abstract="One wave. " + LONG + "More waves.")
    person = open_window(library)
    find(person, "waves", 1)
    yellow, accent = person.theme.tokens.highlight_yellow, person.theme.tokens.accent
    assert [word for word, _ in marked(person, "title")] == ["Waves", "waves"]
    assert marked(person, "note") == [("waves", yellow)]
    page, window = person.window.paper.page.verticalScrollBar(), person.window
    places, words = [], []
    for _ in range(6):
        person.press("Ctrl+G")
        words.append(window.paper.matches.current)
        places.append(page.value())
        strong = [
            word
            for field in ("title", "abstract", "note")
            for word, colour in marked(person, field)
            if colour == accent
        ]
        assert strong == words[-1:]
    assert words == ["Waves", "waves", "wave", "waves", "waves", "Waves"]
    assert places[0] == places[1] == places[5] < places[3] < places[4]
    person.press("Ctrl+Shift+G")
    assert page.value() == places[4]
    assert marked(person, "note") == [("waves", yellow), ("waves", accent)]


def test_the_match_stays_the_current_one_when_the_paper_changes(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    paper_with(library, abstract="One wave.")
    person = open_window(library)
    find(person, "waves", 1)
    person.press("Return")
    for _ in range(3):
        person.press("Ctrl+G")
    assert person.window.paper.matches.current == "wave"
    person.press("S")
    assert person.window.paper.matches.current == "wave"
    person.press("N")
    person.type("Tall waves")
    person.press("Esc")
    person.settle()
    person.press("Ctrl+G")
    assert [word for word, _ in marked(person, "note")] == ["waves", "waves"]
    person.press("Esc")
    assert person.window.paper.matches.current == ""
    assert marked(person, "title") == marked(person, "note") == []


def test_a_note_that_became_shorter_is_stepped_through(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    paper_with(library, "Long waves")
    person = open_window(library)
    find(person, "waves", 1)
    note = person.window.paper.note
    note.setFocus()
    note.moveCursor(QTextCursor.MoveOperation.End)
    for key in ("Ctrl+A", "Backspace"):
        person.press(key)
    for _ in range(4):
        person.press("Ctrl+G")
    assert person.window.paper.matches.current in ("Waves", "waves")


def test_words_of_ours_are_no_match(
    open_window: Callable[[Library], Person], library: Library
) -> None:
    paper_with(library)
    person = open_window(library)
    find(person, "waves OR digest", 1)
    assert "digest" in person.window.paper.abstract.toPlainText()
    assert marked(person, "abstract") == []


# The watchdog is what tests: nothing here may hold up the window for 50 ms.
def test_marking_far_down_a_long_note_is_not_felt(
    open_window: Callable[[Library], Person], library: Library, watchdog: Watchdog
) -> None:
    paper_with(library, "-\n" * 8_500 + "walrus\n" * 450)
    person = open_window(library)
    with watchdog.forgiving():  # to lay out a long note is another story
        person.press("J")
    find(person, "walrus", 1)
    assert marked(person, "note")
    for _ in range(3):
        person.press("Ctrl+G")
    assert person.window.paper.matches.current == "walrus"
