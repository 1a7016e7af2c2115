"""The sidebar: tags nest, sections and tags fold, and stay folded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.gui.sidebar.lines import Line, lines_of
from reader.library import Library
from reader.model import Counts, ListKind, PaperList
from tests.gui.conftest import Person
from tests.libraries.papers import digest, entry


@pytest.fixture
def tagged(sample: Library) -> Library:
    for tag, papers in {"nlp/long": [2, 3], "nlp/long/ring": [3], "vision": [4]}.items():
        sample.add_tags(papers, [tag])
    return sample


def tags(person: Person) -> list[tuple[str, int, int]]:
    lines = person.window.sidebar.model.lines
    return [
        (line.name, line.depth, line.count)
        for line in lines
        if line.place is not None and line.place.kind is ListKind.TAG
    ]


def line(person: Person, name: str) -> Line:
    return next(line for line in person.window.sidebar.model.lines if line.name == name)


def go_to(person: Person, name: str) -> None:
    sidebar = person.window.sidebar
    row = sidebar.model.lines.index(line(person, name))
    sidebar.view.setFocus()
    sidebar.view.setCurrentIndex(sidebar.model.index(row))
    person.settle()


def test_tags_nest_and_count_what_nests_in_them(
    open_window: Callable[[Library], Person], tagged: Library
) -> None:
    person = open_window(tagged)
    nested = [("nlp", 0, 2), ("long", 1, 2), ("ring", 2, 1), ("vision", 0, 1)]
    assert [tag for tag in tags(person) if tag in nested] == nested
    for name, _, count in nested:
        go_to(person, name)
        assert len(person.window.list.model.ids) == count


def test_arrows_fold_tags_and_what_is_folded_stays_so(
    open_window: Callable[[Library], Person], tagged: Library
) -> None:
    person = open_window(tagged)
    go_to(person, "nlp")
    person.press("Left")
    assert "long" not in [name for name, _, _ in tags(person)]
    assert "vision" in [name for name, _, _ in tags(person)]
    assert line(person, "nlp").folded
    person.window.close()
    again = open_window(tagged)
    assert line(again, "nlp").folded
    go_to(again, "nlp")
    again.press("Right")
    assert "ring" in [name for name, _, _ in tags(again)]


def test_a_click_before_a_tag_folds_it_and_goes_nowhere(
    open_window: Callable[[Library], Person], tagged: Library
) -> None:
    person = open_window(tagged)
    sidebar, before = person.window.sidebar, person.window.navigation.list
    row = sidebar.model.lines.index(line(person, "nlp"))
    rect = sidebar.view.visualRect(sidebar.model.index(row))
    place = QPoint(rect.left() + 14, rect.center().y())
    QTest.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line(person, "nlp").folded
    assert person.window.navigation.list == before


@pytest.mark.parametrize("how", ["click", "Return"])
def test_a_caption_folds_its_section(
    open_window: Callable[[Library], Person], tagged: Library, how: str
) -> None:
    person = open_window(tagged)
    sidebar, before = person.window.sidebar, person.window.navigation.list
    for folded in (True, False):
        row = sidebar.model.lines.index(line(person, "Tags"))
        if how == "click":
            place = sidebar.view.visualRect(sidebar.model.index(row)).center()
            QTest.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        else:
            sidebar.view.setFocus()
            sidebar.view.setCurrentIndex(sidebar.model.index(row))
            person.press("Return")
        assert line(person, "Tags").folded is folded
        assert bool(tags(person)) is not folded
    assert person.window.navigation.list == before


def test_of_many_digests_the_older_are_folded_away(
    open_window: Callable[[Library], Person], open_library: Callable[[], Library]
) -> None:
    library = open_library()
    for number in range(15):
        library.import_digest(
            digest([entry(f"A paper about {number} ducks")], title=f"Digest {number}")
        )
    person = open_window(library)

    def digests() -> int:
        kinds = [line.place.kind for line in person.window.sidebar.model.lines if line.place]
        return kinds.count(ListKind.DIGEST)

    assert digests() == 12
    assert line(person, "Older digests").count == 3
    go_to(person, "Older digests")
    person.press("Return")
    assert digests() == 15


def test_a_list_that_is_folded_away_can_still_be_shown(
    open_window: Callable[[Library], Person], tagged: Library
) -> None:
    person = open_window(tagged)
    go_to(person, "Tags")
    person.press("Return")
    person.window.navigation.go(PaperList(ListKind.TAG, "nlp"))
    person.settle()
    assert person.window.list.heading.title.text() == "nlp"
    assert person.window.sidebar.view.selectionModel().selectedIndexes() == []


def test_names_that_only_begin_alike_do_not_nest() -> None:
    lines = lines_of(Counts(tags={"nlp": 1, "nlp-old": 2, "nlp/x": 1}, nesting={"nlp": 2}))
    found = [(line.name, line.depth) for line in lines if line.colour]
    assert found == [("nlp", 0), ("x", 1), ("nlp-old", 0)]
