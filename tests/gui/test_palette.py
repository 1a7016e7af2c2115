"""The palette finds actions, lists, tags, authors and papers by a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.gui.palette.fuzzy import match
from reader.library import Library
from reader.model import ListKind, PaperList, Status
from tests.gui.conftest import Person


def names(person: Person) -> list[str]:
    return [item.name for item in person.window.commands.palette.model.items]


def test_letters_narrow_and_enter_does_it(person: Person, sample: Library) -> None:
    current = person.window.navigation.current
    assert current is not None
    person.press("Ctrl+K")
    palette = person.window.commands.palette
    assert person.focused is palette.field
    person.type("sta")
    assert names(person)[0] == "Star or unstar"
    person.press("Return")
    assert not palette.isVisible()
    assert sample.paper(current).starred
    assert person.focused is person.window.list.view


def test_a_sign_alone_is_not_answered_with_nothing(person: Person) -> None:
    person.press("Ctrl+K")
    palette = person.window.commands.palette
    for text, nothing in (("@", False), ("@nobody of that name", True)):
        person.press("Ctrl+A")
        person.type(text)
        person.settle()
        assert not names(person)
        assert palette.nothing.isVisible() == nothing


def test_the_window_is_seen_dimmed_under_it(person: Person) -> None:
    window = person.window
    before = window.grab().toImage()
    person.press("Ctrl+K")
    dimmed = window.grab().toImage()
    for at in (QPoint(20, 20), QPoint(12, 300), QPoint(window.width() - 30, 300)):
        whole, seen = before.pixelColor(at).lightness(), dimmed.pixelColor(at).lightness()
        assert abs(seen - whole * 0.73) < 3
    window.resize(window.width() + 60, window.height())
    person.settle()
    assert window.grab().toImage().pixelColor(window.width() - 30, 300).lightness() < 0.8 * 255
    person.press("Esc")
    person.settle()
    assert window.grab().toImage().pixelColor(12, 300) == before.pixelColor(12, 300)


def test_letters_in_it_are_text_and_esc_gives_the_focus_back(
    person: Person, sample: Library
) -> None:
    before = len(sample.history())
    person.press("N")
    person.press("Ctrl+K")
    person.type("xsmjk/")
    assert person.window.commands.palette.field.text() == "xsmjk/"
    person.press("Esc")
    assert person.focused is person.window.paper.note
    assert len(sample.history()) == before


def test_lists_are_gone_to_and_tags_have_their_sign(person: Person, sample: Library) -> None:
    sample.add_tags([2], ["waves/slow"])
    person.settle()
    person.press("Ctrl+K")
    person.type("gtr")
    assert names(person)[0] == "Go to Read"
    person.press("Return")
    assert person.window.navigation.list == PaperList(ListKind.READ)
    person.press("Ctrl+K")
    person.type("#slo")
    assert names(person) == ["waves/slow"]
    person.press("Return")
    assert person.window.navigation.list == PaperList(ListKind.TAG, "waves/slow")
    assert list(person.window.list.model.ids) == [2]


def test_the_sign_for_actions_offers_nothing_else(person: Person) -> None:
    person.press("Ctrl+K")
    person.type(">")
    items = person.window.commands.palette.model.items
    assert items
    assert all(item.action for item in items)


def test_authors_are_searched_for(person: Person, sample: Library) -> None:
    name = next(paper.authors[0] for paper in sample.papers(range(1, 6)) if paper.authors)
    person.press("Ctrl+K")
    person.type("@" + name.split()[-1][:4].lower())
    person.until(lambda: name in names(person))
    person.press("Return")
    assert person.window.list.search.text().startswith("author:")
    person.until(lambda: person.window.list.model.ids)


def test_papers_are_gone_to_wherever_they_are(person: Person, sample: Library) -> None:
    sample.set_status([4], Status.SKIPPED)
    person.indexed()
    person.settle()
    assert 4 not in person.window.list.model.ids
    title = sample.paper(4).title
    person.press("Ctrl+K")
    person.type("donkeys")
    person.until(lambda: title in names(person))
    while person.window.commands.palette.current.paper_id != 4:  # type: ignore[union-attr]
        person.press("Down")
    person.press("Return")
    assert person.window.navigation.current == 4
    assert person.current_title == title


@pytest.mark.may_block(250, "Qt dresses every widget anew in one go")
def test_what_was_used_comes_first_also_after_a_restart(
    person: Person, sample: Library, open_window: object
) -> None:
    person.press("Ctrl+K")
    person.type("dark")
    person.press("Return")
    person.press("Ctrl+K")
    assert names(person)[0] == "Dark"
    person.press("Esc")
    person.window.close()
    again: Person = open_window(sample)  # type: ignore[operator]
    again.press("Ctrl+K")
    assert names(again)[0] == "Dark"


def test_what_does_not_apply_is_not_offered(person: Person, sample: Library) -> None:
    person.press("Ctrl+K")
    person.type(">smart")
    assert "Delete the smart list" not in names(person)
    person.press("Esc")
    smart = sample.save_smart_list("Code", "has:code")
    person.settle()
    person.window.navigation.go(PaperList(ListKind.SMART, str(smart.id)))
    person.settle()
    person.press("Ctrl+K")
    person.type(">smart")
    assert "Delete the smart list" in names(person)


def test_a_click_takes_a_row_and_one_beside_it_leaves(person: Person) -> None:
    person.press("Ctrl+K")
    palette = person.window.commands.palette
    person.type("go to starred")
    place = palette.view.visualRect(palette.model.index(0)).center()
    QTest.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.settle()
    assert person.window.navigation.list == PaperList(ListKind.STARRED)
    person.press("Ctrl+K")
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()


def test_nothing_found_says_so_and_enter_does_nothing(person: Person, sample: Library) -> None:
    before = len(sample.history())
    person.press("Ctrl+K")
    person.type(">qqq")
    palette = person.window.commands.palette
    assert palette.nothing.isVisible()
    person.press("Return")
    assert palette.isVisible()
    assert len(sample.history()) == before


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("sta", "Star or unstar", "Undo restart"),
        ("gti", "Go to Inbox", "Aging titans"),
        ("in box", "Inbox in a box", "Go to Inbox"),
        ("read", "Read", "Reading"),
        ("ré", "Résumé", "Caféré"),
    ],
)
def test_better_names_score_higher(typed: str, better: str, worse: str) -> None:
    first, second = match(typed, better), match(typed, worse)
    assert first is not None
    assert second is None or first.score > second.score


@given(st.text(max_size=12), st.text(max_size=40))
def test_what_matched_stands_where_it_says(typed: str, name: str) -> None:
    found = match(typed, name)
    if found is None:
        assert typed.casefold().strip() not in name.lower() or len(name) != len(name.casefold())
        return
    for start, end in found.places:
        assert 0 <= start < end <= len(name)
    ends = [0] + [end for _, end in found.places]
    assert all(start >= end for (start, _), end in zip(found.places, ends, strict=False))


def test_long_names_and_letters_take_no_time() -> None:
    assert match("a" * 30 + "b", "a " * 200) is None


def test_its_key_closes_it_again_and_gives_the_focus_back(person: Person) -> None:
    person.press("Ctrl+K")
    person.press("Ctrl+K")
    assert person.focused is person.window.list.view


def test_what_rests_while_progress_is_shown_is_not_offered(person: Person) -> None:
    person.press("G, P")
    person.press("Ctrl+K")
    person.type(">")
    offered = {item.action for item in person.window.commands.palette.model.items}
    assert "paper.toggle-star" not in offered
    assert "go.starred" in offered
