"""The palette finds actions, lists, tags, authors and papers by a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.gui.actions.registry import ACTIONS
from reader.gui.actions.search_words import SEARCH_WORDS
from reader.gui.palette.fuzzy import match
from reader.library import Library
from reader.model import ListKind, PaperList, Status
from tests.gui.conftest import Person
from tests.libraries.papers import digest


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
    found = next(item for item in person.window.commands.palette.model.items if item.paper_id == 4)
    assert [found.name[start:end].lower() for start, end in found.places] in ([], ["donkeys"])
    assert bool(found.places) == ("donkeys" in title.lower())
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
    assert names(person)[0] == "Theme: Dark"
    person.press("Esc")
    person.window.close()
    again: Person = open_window(sample)  # type: ignore[operator]
    again.press("Ctrl+K")
    assert names(again)[0] == "Theme: Dark"


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


def keys(person: Person) -> list[str]:
    return [item.key for item in person.window.commands.palette.model.items]


def choose(person: Person, key: str) -> None:
    """Goes down to a row of the palette and takes it."""
    person.until(lambda: key in keys(person))
    for _ in range(keys(person).index(key)):
        person.press("Down")
    person.press("Return")


def test_listed_papers_answer_with_the_commands_and_without_the_index(
    person: Person, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person.window.commands, "_find", lambda _text: [])
    row = next(row for row in sample.rows(person.window.list.model.ids))
    word = max(row.title.split(), key=len)
    person.press("Ctrl+K")
    person.type(word[:5].lower())
    found = next(
        item for item in person.window.commands.palette.model.items if item.paper_id == row.id
    )
    assert [found.name[start:end].lower() for start, end in found.places] == [word[:5].lower()]
    choose(person, f"paper:{row.id}")
    assert person.window.navigation.current == row.id


def test_a_command_comes_before_a_paper_that_answers_as_well(
    person: Person, sample: Library
) -> None:
    titles = ("Starred in a night", "All that is starred")
    sample.import_digest(digest(titles, title="Stars"))
    person.settle()
    person.press("Ctrl+K")
    person.type("starr")
    kinds = [item.paper_id is None for item in person.window.commands.palette.model.items]
    assert kinds[0]
    assert kinds == sorted(kinds, reverse=True)
    assert set(titles) <= set(names(person))


def test_a_paper_is_in_the_palette_once(person: Person, sample: Library) -> None:
    person.indexed()
    row = next(row for row in sample.rows(person.window.list.model.ids))
    person.press("Ctrl+K")
    person.type(max(row.title.split(), key=len)[:6].lower())
    person.settle()
    assert keys(person).count(f"paper:{row.id}") == 1


def test_papers_that_were_opened_are_offered_first_also_after_a_restart(
    person: Person, sample: Library, open_window: object
) -> None:
    opened = person.window.navigation.current
    person.press("Return")
    person.press("Esc")
    person.press("J")
    person.press("Ctrl+K")
    person.until(lambda: keys(person)[0] == f"paper:{opened}")
    person.press("Return")
    assert person.window.navigation.current == opened
    person.window.close()
    again: Person = open_window(sample)  # type: ignore[operator]
    again.press("Ctrl+K")
    again.until(lambda: keys(again)[0] == f"paper:{opened}")
    assert names(again)[0] == sample.paper(opened).title


def test_a_paper_that_is_gone_is_offered_no_longer(person: Person, sample: Library) -> None:
    opened = person.window.navigation.current
    assert opened is not None
    person.press("Return")
    person.press("Ctrl+K")
    person.until(lambda: f"paper:{opened}" in keys(person))
    person.press("Esc")
    sample.delete_papers([opened])
    person.settle()
    person.press("Ctrl+K")
    person.until(lambda: f"paper:{opened}" not in keys(person))
    sample.undo()
    person.settle()
    person.press("Esc")
    person.press("Ctrl+K")
    person.until(lambda: f"paper:{opened}" in keys(person))


def test_many_opened_papers_leave_room_for_commands(person: Person, sample: Library) -> None:
    for _ in range(5):
        person.press("Return")
        person.press("Esc")
        person.press("J")
    person.press("Ctrl+K")
    person.settle()
    papers = [key for key in keys(person) if key.startswith("paper:")]
    assert papers == keys(person)[:3]
    assert any(key.startswith("action:") for key in keys(person)[3:9])


def test_an_author_who_was_chosen_is_offered_again(person: Person, sample: Library) -> None:
    name = next(paper.authors[0] for paper in sample.papers(range(1, 6)) if paper.authors)
    person.press("Ctrl+K")
    person.type("@" + name.split()[-1].lower())
    person.until(lambda: name in names(person))
    person.press("Return")
    person.press("Esc")
    person.press("Ctrl+K")
    assert names(person)[0] == name
    person.type("@")
    assert names(person) == [name]
    person.press("Return")
    assert person.window.list.search.text().startswith("author:")


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("trash", "paper.delete"),
        ("remove paper", "paper.delete"),
        ("preferences", "settings.open"),
        ("shortcuts", "help.keys"),
        ("night", "view.theme-dark"),
        ("bookmark", "paper.queue"),
        ("order year", "sort.year"),
    ],
)
def test_actions_answer_to_what_others_call_them(person: Person, typed: str, action: str) -> None:
    person.press("Ctrl+K")
    person.type(">" + typed)
    assert keys(person)[0] == f"action:{action}"


def test_the_words_for_actions_are_of_actions_there_are() -> None:
    assert SEARCH_WORDS.keys() <= {action.id for action in ACTIONS}


@given(st.text("abc ", max_size=6), st.text("abc ", max_size=20))
def test_without_jumps_a_name_is_answered_by_its_pieces_alone(typed: str, name: str) -> None:
    found, plain = match(typed, name), match(typed, name, jumps=False)
    if plain is not None:
        assert plain == found
    elif found is not None:
        assert any(piece not in name for piece in typed.split()) or found.score < 100
