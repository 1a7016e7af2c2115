"""The line at the bottom names the keys of the place where the person is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from reader.gui.actions.overlay import base_map
from reader.gui.key_line.hints import Place, hints
from reader.gui.key_line.line import KeyLine
from reader.library import Library
from reader.settings.settings import KEYMAPS
from tests.gui.conftest import Person


@pytest.fixture
def wide(person: Person) -> Person:
    person.window.resize(1600, 900)
    person.settle()
    return person


def shown(person: Person) -> dict[str, str]:
    """What the line shows: by the words, what stands on the keys."""
    return {hint.words: " ".join(hint.caps) for hint in line_of(person).shown}


def line_of(person: Person) -> KeyLine:
    return person.window.status_line.key_line


def test_in_the_list_are_the_keys_of_a_paper(wide: Person) -> None:
    assert shown(wide) == {
        "Move": "j k",
        "Read": "m",
        "Star": "s",
        "Queue": "l",
        "Skip": "x",
        "Tag": "t",
        "Note": "n",
        "Search": "/",
        "Undo": "z",
        "All keys": "?",
    }


@pytest.mark.parametrize(
    ("keys", "words", "cap"),
    [
        ("Shift+J", "Line for the notes", "Shift+N"),
        ("Return", "Highlight", "h"),
        ("/", "Earlier searches", "↑"),
        ("N", "Link", "[ ["),
        ("T", "Remove the last", "Backspace"),
        ("Shift+N", "Keep for later", "Esc"),
        ("G, P", "Its papers", "Enter"),
        ("G, O", "Commands", "Ctrl+K"),
    ],
)
def test_elsewhere_are_the_keys_of_that_place(
    wide: Person, keys: str, words: str, cap: str
) -> None:
    before = shown(wide)
    wide.press(keys)
    assert shown(wide).get(words) == cap
    wide.press("Esc")
    wide.press("K")
    wide.press("G, I")
    assert shown(wide) == before


def test_while_marking_are_the_keys_of_marking(wide: Person) -> None:
    wide.press("H")
    assert shown(wide) == {
        "Words": "→ ←",
        "Sentences": "↓ ↑",
        "Colour": "1 2 3 4",
        "Comment": "c",
        "Next": "h",
        "Delete": "Del",
        "Leave": "Esc",
    }
    wide.press("Esc")
    assert "Star" in shown(wide)


def test_results_say_how_to_leave_them(wide: Person) -> None:
    wide.indexed()
    wide.press("/")
    wide.type("attention")
    wide.until(lambda: len(wide.window.list.model.ids) == 2)
    wide.press("Down")
    assert shown(wide)["Leave the search"] == "Esc"
    assert shown(wide)["Next match"] == "Ctrl+G"
    wide.press("Esc")
    wide.until(lambda: "Leave the search" not in shown(wide))


def test_in_the_preview_it_says_how_to_write(wide: Person) -> None:
    wide.press("N")
    wide.type("a thought")
    wide.press("Ctrl+Return")
    assert shown(wide)["Write"] == "Ctrl+Enter"


def test_in_the_sidebar_are_the_keys_of_lists(wide: Person) -> None:
    wide.window.sidebar.view.setFocus()
    wide.settle()
    assert shown(wide)["Lists"] == "↓ ↑"


def test_where_letters_are_written_no_letter_is_named(wide: Person) -> None:
    for key in ("/", "N", "T", "Shift+N"):
        wide.press(key)
        letters = [cap for cap in shown(wide).values() if len(cap) == 1 and cap.isalpha()]
        assert letters == []
        wide.press("Esc")
        wide.press("G, I")


def test_it_is_said_to_who_does_not_see_it(person: Person) -> None:
    line = line_of(person)
    assert line.accessibleName() == "Keys of the moment"
    assert line.accessibleDescription().startswith("j k: Move, m: Read, s: Star")
    person.press("/")
    assert "To the papers" in line.accessibleDescription()


def test_only_another_place_changes_it(wide: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A held key goes through papers faster than anything here may cost."""
    changed: list[object] = []
    monkeypatch.setattr(KeyLine, "show_hints", lambda _self, hints: changed.append(hints))
    for key in ("J", "J", "S", "J", "K"):
        wide.press(key)
    assert changed == []
    wide.press("Return")
    assert len(changed) == 1


@pytest.mark.parametrize("keymap", KEYMAPS)
@pytest.mark.parametrize("place", Place)
def test_every_place_has_keys_in_every_map(place: Place, keymap: str) -> None:
    found = hints(place, base_map(keymap))
    assert found
    assert all(hint.words and all(hint.caps) for hint in found)
    assert len({hint.words for hint in found}) == len(found)


def test_from_right_to_left(open_window: Callable[[Library], Person], sample: Library) -> None:
    person = open_window(sample)
    line = line_of(person)
    left = line.grab().toImage()
    person.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    person.settle()
    right = line.grab().toImage()
    ground = left.pixelColor(left.width() - 1, 1)

    def first_ink(image: QImage, places: range) -> int:
        return next(
            at
            for at in places
            if any(image.pixelColor(at, y) != ground for y in range(2, image.height() - 2))
        )

    width = left.width()
    assert first_ink(left, range(width)) <= 1
    assert width - 1 - first_ink(right, range(width - 1, -1, -1)) <= 2
