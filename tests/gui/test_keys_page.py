"""docs/keys.md says what the program does."""

from __future__ import annotations

import tomllib
from pathlib import Path

from reader.gui.actions.keys_page import keys_page
from reader.gui.actions.overlay import load
from reader.gui.actions.registry import ACTIONS
from reader.settings.places import keymap_file

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_the_page_is_that_of_the_code() -> None:
    assert PAGE.read_text("utf-8") == keys_page(), "run `make keys-doc`"


def test_every_action_is_there_once() -> None:
    text = PAGE.read_text("utf-8")
    assert [action.id for action in ACTIONS if text.count(f"| `{action.id}` |") != 1] == []
    assert "| Star or unstar | `paper.toggle-star` | `s` |" in text


def test_the_example_can_be_used() -> None:
    example = PAGE.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    keymap_file().write_text(example, "utf-8")
    loaded = load()
    assert loaded.faults == ()
    for table, entries in tomllib.loads(example).items():
        for action, keys in entries.items():
            assert loaded.bindings[action].context == table
            assert loaded.bindings[action].keys == tuple(keys)
